"""What visits answer to."""

from __future__ import annotations

from handlers.routing import MenuEntry, Routes
from handlers.rules.rights import Right
from handlers.visits import closing, entering, heading, opening, planning, records, reminding, sheets
from handlers.vocabulary import ChatKind

_BOTH = (ChatKind.PRIVATE, ChatKind.GROUP)
_COMMANDS = {
    "open": heading.started("round"),
    "visit": heading.started("visit", "talk"),
    "site": heading.started("site"),
}

ROUTES = Routes(
    private=_COMMANDS,
    group=_COMMANDS,
    presses={
        "visit_begin": opening.begin,
        "visit_join": opening.join,
        "visit_head": heading.ask_again,
        "visit_drop": entering.drop,
        "visit_ticket": entering.to_ticket,
        "visit_coordinated": entering.to_ticket,
        "visit_answered": entering.answer,
        "visit_promised": entering.promise,
        "visit_template": sheets.template,
        "visit_records": records.send,
        "visit_finish": closing.finish,
        "visit_close": closing.close,
        "visit_plans": planning.show,
        "visit_plan": planning.ask,
        "visit_unplan": planning.retire,
        "visit_menu_open": opening.menu("round"),
        "visit_menu_visit": opening.menu("visit", "talk"),
        "visit_menu_site": opening.menu("site"),
    },
    steps={
        opening.HEAD: heading.head,
        opening.ITEMS: heading.heard,
        entering.REPLY: entering.answered,
        entering.PROMISE: entering.promised,
        planning.WRITE: planning.written,
    },
    kept={opening.ITEMS: heading.KEPT},
    looks={"visits": reminding.tick, "plans": planning.tick},
    outcomes={sheets.OUTCOME: sheets.came},
    menu=(
        MenuEntry("menu-visit-open", "visit_menu_open", Right.LOG, _BOTH),
        MenuEntry("menu-visit", "visit_menu_visit", Right.LOG, _BOTH),
        MenuEntry("menu-visit-site", "visit_menu_site", Right.LOG, _BOTH),
    ),
)
