"""What notices answer to."""

from __future__ import annotations

from handlers.core.routing import MenuEntry, Routes
from handlers.practices.notices import notice_office, notice_page, notice_sending
from handlers.rules.rights import Right
from storage import notices

ROUTES = Routes(
    private={"notice": notice_office.command},
    presses={
        "note_read": notice_page.read,
        "note_ask": notice_page.ask,
        "note_list": notice_page.command,
        "note_open": notice_page.opened,
        "note_kept": notice_office.command,
        "note_new": notice_office.new,
        "note_rates": notice_office.rates,
        "note_book": notice_office.book,
        "note_of": notice_office.of_ticket,
        "note_remind": notice_office.remind,
        "note_retire": notice_office.retire,
    },
    steps={notice_page.ASK: notice_page.asked},
    skips={"notice": notices.readers},
    sends={"notice": notice_sending.publish},
    menu=(
        MenuEntry("menu-notices", "note_list"),
        MenuEntry("menu-notices-kept", "note_kept", Right.BROADCAST),
    ),
)
