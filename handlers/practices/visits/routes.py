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
    verbs,
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
        verbs.VISIT_BEGIN: openings.begin,
        verbs.VISIT_JOIN: openings.join,
        verbs.VISIT_HEAD: visit_heads.ask_again,
        verbs.VISIT_DROP: heard.drop,
        verbs.VISIT_TICKET: heard.to_ticket,
        verbs.VISIT_COORDINATED: heard.to_ticket,
        verbs.VISIT_ANSWERED: heard.answer,
        verbs.VISIT_PROMISED: heard.promise,
        verbs.VISIT_TEMPLATE: matter_sheets.template,
        verbs.VISIT_RECORDS: year_registers.send,
        verbs.VISIT_FINISH: closing.finish,
        verbs.VISIT_CLOSE: closing.close,
        verbs.VISIT_PLANS: planning.show,
        verbs.VISIT_PLAN: planning.ask,
        verbs.VISIT_UNPLAN: planning.retire,
        verbs.VISIT_MENU_OPEN: openings.menu("round"),
        verbs.VISIT_MENU_VISIT: openings.menu("visit", "talk"),
        verbs.VISIT_MENU_SITE: openings.menu("site"),
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
        MenuEntry("menu-visit-open", verbs.VISIT_MENU_OPEN, Right.LOG, _BOTH),
        MenuEntry("menu-visit", verbs.VISIT_MENU_VISIT, Right.LOG, _BOTH),
        MenuEntry("menu-visit-site", verbs.VISIT_MENU_SITE, Right.LOG, _BOTH),
    ),
)
