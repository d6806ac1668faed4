"""What visits answer to."""

from __future__ import annotations

from handlers.core.routing import MenuEntry, Routes
from handlers.core.vocabulary import ChatKind
from handlers.practices.visits import (
    closing,
    heard,
    left_open,
    matter_sheets,
    openings,
    planning,
    visit_heads,
    year_registers,
)
from handlers.rules.rights import Right

_BOTH = (ChatKind.PRIVATE, ChatKind.GROUP)
_COMMANDS = {
    "open": visit_heads.started("round"),
    "visit": visit_heads.started("visit", "talk"),
    "site": visit_heads.started("site"),
}

ROUTES = Routes(
    private=_COMMANDS,
    group=_COMMANDS,
    presses={
        "visit_begin": openings.begin,
        "visit_join": openings.join,
        "visit_head": visit_heads.ask_again,
        "visit_drop": heard.drop,
        "visit_ticket": heard.to_ticket,
        "visit_coordinated": heard.to_ticket,
        "visit_answered": heard.answer,
        "visit_promised": heard.promise,
        "visit_template": matter_sheets.template,
        "visit_records": year_registers.send,
        "visit_finish": closing.finish,
        "visit_close": closing.close,
        "visit_plans": planning.show,
        "visit_plan": planning.ask,
        "visit_unplan": planning.retire,
        "visit_menu_open": openings.menu("round"),
        "visit_menu_visit": openings.menu("visit", "talk"),
        "visit_menu_site": openings.menu("site"),
    },
    steps={
        openings.HEAD: visit_heads.head,
        openings.ITEMS: visit_heads.heard,
        heard.REPLY: heard.answered,
        heard.PROMISE: heard.promised,
        planning.WRITE: planning.written,
    },
    kept={openings.ITEMS: visit_heads.KEPT},
    looks={"visits": left_open.tick, "plans": planning.tick},
    outcomes={matter_sheets.OUTCOME: matter_sheets.came},
    menu=(
        MenuEntry("menu-visit-open", "visit_menu_open", Right.LOG, _BOTH),
        MenuEntry("menu-visit", "visit_menu_visit", Right.LOG, _BOTH),
        MenuEntry("menu-visit-site", "visit_menu_site", Right.LOG, _BOTH),
    ),
)
