"""What the buttons below any question ask for."""

from __future__ import annotations

from handlers.core.buttons import Verb

ASK_BACK = Verb("ask_back")
ASK_CANCEL = Verb("ask_cancel")
WHICH_IS = Verb("which_is")
