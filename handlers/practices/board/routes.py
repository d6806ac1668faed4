"""What the public board answers to."""

from __future__ import annotations

from handlers.core.routing import MenuEntry, Routes
from handlers.core.vocabulary import ChatKind
from handlers.practices.board import page, publication
from handlers.rules.rights import Right

ROUTES = Routes(
    private={"board": page.command},
    group={"board": page.command},
    presses={
        "board_ask": publication.ask,
        "board_agree": publication.agree,
        "board_refuse": publication.refuse,
        "board_list": page.command,
        "board_open": page.opened,
        "board_too": page.too,
        "board_raise": page.raise_too,
        "board_withdraw": page.withdraw,
    },
    steps={publication.WRITE: publication.written},
    looks={"board": page.tick},
    menu=(
        MenuEntry("menu-board", "board_list"),
        MenuEntry("menu-board", "board_list", Right.CANNED, (ChatKind.GROUP,)),
    ),
)
