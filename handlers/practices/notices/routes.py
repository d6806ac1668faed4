"""What notices answer to."""

from __future__ import annotations

from handlers.cases import verbs as case_verbs
from handlers.core.commands import Command
from handlers.core.routing import MenuEntry, Routes
from handlers.practices.notices import notice_office, notice_page, notice_sending, verbs
from handlers.rules.rights import Right
from storage import notices

ROUTES = Routes(
    commands={Command("notice", Right.BROADCAST): notice_office.command},
    presses={
        verbs.NOTE_READ: notice_page.read,
        verbs.NOTE_ASK: notice_page.ask,
        verbs.NOTE_LIST: notice_page.command,
        verbs.NOTE_OPEN: notice_page.opened,
        verbs.NOTE_KEPT: notice_office.command,
        verbs.NOTE_NEW: notice_office.new,
        verbs.NOTE_RATES: notice_office.rates,
        verbs.NOTE_BOOK: notice_office.book,
        case_verbs.NOTE_OF: notice_office.of_ticket,
        verbs.NOTE_REMIND: notice_office.remind,
        verbs.NOTE_RETIRE: notice_office.retire,
    },
    steps={notice_page.ASK: notice_page.asked},
    skips={"notice": notices.readers},
    sends={"notice": notice_sending.publish},
    menu=(MenuEntry("menu-notices", verbs.NOTE_LIST),),
)
