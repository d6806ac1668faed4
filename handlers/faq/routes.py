"""What frequent questions answer to."""

from __future__ import annotations

from handlers.faq import answering, keeping
from handlers.routing import MenuEntry, Routes
from handlers.rules.rights import Right
from handlers.vocabulary import ChatKind

ROUTES = Routes(
    private={"faq": answering.command},
    group={"faq": keeping.command},
    presses={
        "faq_list": answering.menu,
        "faq_open": answering.opened,
        "faq_solved": answering.solved,
        "faq_still": answering.still,
        "faq_keep": keeping.command,
        "faq_new": keeping.new,
        "faq_kept": keeping.kept,
        "faq_change": keeping.change,
        "faq_retire": keeping.retire,
        "faq_from": keeping.from_ticket,
    },
    steps={keeping.WRITE: keeping.written},
    menu=(
        MenuEntry("menu-faq", "faq_list"),
        MenuEntry("menu-faq-kept", "faq_keep", Right.CANNED, (ChatKind.PRIVATE, ChatKind.GROUP)),
    ),
)
