"""What frequent questions answer to."""

from __future__ import annotations

from handlers.core.routing import MenuEntry, Routes
from handlers.core.vocabulary import ChatKind
from handlers.practices.faq import faq_office, lookup
from handlers.rules.rights import Right

ROUTES = Routes(
    private={"faq": lookup.command},
    group={"faq": faq_office.command},
    presses={
        "faq_list": lookup.menu,
        "faq_open": lookup.opened,
        "faq_solved": lookup.solved,
        "faq_still": lookup.still,
        "faq_keep": faq_office.command,
        "faq_new": faq_office.new,
        "faq_kept": faq_office.kept,
        "faq_change": faq_office.change,
        "faq_retire": faq_office.retire,
        "faq_from": faq_office.from_ticket,
    },
    steps={faq_office.WRITE: faq_office.written},
    menu=(
        MenuEntry("menu-faq", "faq_list"),
        MenuEntry("menu-faq-kept", "faq_keep", Right.CANNED, (ChatKind.PRIVATE, ChatKind.GROUP)),
    ),
)
