"""What notices answer to."""

from __future__ import annotations

from handlers.notices import keeping, reading
from handlers.routing import MenuEntry, Routes
from handlers.rules.rights import Right

ROUTES = Routes(
    private={"notice": keeping.command},
    presses={
        "note_read": reading.read,
        "note_ask": reading.ask,
        "note_list": reading.command,
        "note_open": reading.opened,
        "note_kept": keeping.command,
        "note_new": keeping.new,
        "note_rates": keeping.rates,
        "note_book": keeping.book,
        "note_of": keeping.of_ticket,
        "note_remind": keeping.remind,
        "note_retire": keeping.retire,
    },
    steps={reading.ASK: reading.asked},
    menu=(
        MenuEntry("menu-notices", "note_list"),
        MenuEntry("menu-notices-kept", "note_kept", Right.BROADCAST),
    ),
)
