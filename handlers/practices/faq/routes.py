"""What frequent questions answer to."""

from __future__ import annotations

from handlers.conversations.raiser import verbs as raiser_verbs
from handlers.conversations.secretary import verbs as secretary_verbs
from handlers.core.commands import GROUP, Command
from handlers.core.routing import MenuEntry, Routes
from handlers.practices.faq import faq_office, lookup, verbs
from handlers.rules.rights import Right

ROUTES = Routes(
    commands={
        Command("faq"): lookup.command,
        Command("faq", Right.CANNED, GROUP, label="menu-faq-kept"): faq_office.command,
    },
    presses={
        raiser_verbs.FAQ_OPEN: lookup.opened,
        verbs.FAQ_SOLVED: lookup.solved,
        verbs.FAQ_STILL: lookup.still,
        verbs.FAQ_KEEP: faq_office.command,
        verbs.FAQ_NEW: faq_office.new,
        verbs.FAQ_KEPT: faq_office.kept,
        verbs.FAQ_CHANGE: faq_office.change,
        verbs.FAQ_RETIRE: faq_office.retire,
        secretary_verbs.FAQ_FROM: faq_office.from_ticket,
    },
    steps={faq_office.WRITE: faq_office.written},
    menu=(MenuEntry("menu-faq-kept", verbs.FAQ_KEEP, Right.CANNED),),
)
