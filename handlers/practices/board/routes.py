"""What the public board answers to."""

from __future__ import annotations

from handlers.conversations.raiser import verbs as raiser_verbs
from handlers.conversations.secretary import verbs as secretary_verbs
from handlers.core.commands import GROUP, Command
from handlers.core.routing import Routes
from handlers.practices.board import page, publication, verbs
from handlers.rules.rights import Right

ROUTES = Routes(
    commands={Command("board"): page.command, Command("board", Right.CANNED, GROUP): page.command},
    presses={
        secretary_verbs.BOARD_ASK: publication.ask,
        verbs.BOARD_AGREE: publication.agree,
        verbs.BOARD_REFUSE: publication.refuse,
        verbs.BOARD_LIST: page.command,
        verbs.BOARD_OPEN: page.opened,
        raiser_verbs.BOARD_TOO: page.too,
        verbs.BOARD_RAISE: page.raise_too,
        verbs.BOARD_WITHDRAW: page.withdraw,
    },
    steps={publication.WRITE: publication.written},
    looks={"board": page.tick},
)
