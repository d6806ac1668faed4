"""What the buttons of the public board ask for."""

from __future__ import annotations

from handlers.core.buttons import Verb

BOARD_AGREE = Verb("board_agree")
BOARD_LIST = Verb("board_list")
BOARD_OPEN = Verb("board_open")
BOARD_RAISE = Verb("board_raise")
BOARD_REFUSE = Verb("board_refuse")
BOARD_WITHDRAW = Verb("board_withdraw")
