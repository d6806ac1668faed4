"""What the public board answers to."""

from __future__ import annotations

from handlers.board import publishing, reading
from handlers.routing import MenuEntry, Routes
from handlers.rules.rights import Right
from handlers.vocabulary import ChatKind

ROUTES = Routes(
    private={"board": reading.command},
    group={"board": reading.command},
    presses={
        "board_ask": publishing.ask,
        "board_agree": publishing.agree,
        "board_refuse": publishing.refuse,
        "board_list": reading.command,
        "board_open": reading.opened,
        "board_too": reading.too,
        "board_raise": reading.raise_too,
        "board_withdraw": reading.withdraw,
    },
    steps={publishing.WRITE: publishing.written},
    looks={"board": reading.tick},
    menu=(
        MenuEntry("menu-board", "board_list"),
        MenuEntry("menu-board", "board_list", Right.CANNED, (ChatKind.GROUP,)),
    ),
)
