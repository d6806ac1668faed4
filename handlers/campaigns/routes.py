"""What campaigns answer to."""

from __future__ import annotations

from handlers.campaigns import keeping, proposing, publishing
from handlers.routing import MenuEntry, Routes
from handlers.rules.rights import Right

ROUTES = Routes(
    private={"campaign": keeping.command},
    presses={
        "camp_mine": proposing.mine,
        "camp_propose": proposing.propose,
        "camp_naming": proposing.naming,
        "camp_submit": proposing.submit,
        "camp_look": proposing.look,
        "camp_open": proposing.opened,
        "camp_second": proposing.second,
        "camp_rate": proposing.rate,
        "camp_list": keeping.command,
        "camp_new": keeping.new,
        "camp_kept": keeping.shown,
        "camp_until": keeping.ask_until,
        "camp_units": keeping.choose_units,
        "camp_toggle": keeping.toggle,
        "camp_send": keeping.send,
        "camp_gather": keeping.ask_gather,
        "camp_drop": keeping.ask_drop,
        "camp_book": keeping.book,
        "camp_close": keeping.close,
        "camp_publish": publishing.publish,
        "camp_judge": publishing.judge,
    },
    steps={
        proposing.PROPOSE: proposing.gather,
        keeping.TITLE: keeping.titled,
        keeping.CLOSING: keeping.until,
        keeping.GATHER: keeping.gathered,
        keeping.DROP: keeping.dropped,
    },
    kept={proposing.PROPOSE: proposing.KEPT},
    looks={"campaigns": keeping.tick},
    menu=(
        MenuEntry("menu-campaigns", "camp_mine"),
        MenuEntry("menu-campaigns-kept", "camp_list", Right.TASKS),
    ),
)
