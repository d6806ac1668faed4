"""What visits answer to."""

from __future__ import annotations

from handlers.core.commands import BOTH, Command
from handlers.core.routing import Routes
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

ROUTES = Routes(
    commands={
        Command("open", Right.LOG, BOTH): visit_heads.started("round"),
        Command("visit", Right.LOG, BOTH): visit_heads.started("visit", "talk"),
        Command("site", Right.LOG, BOTH): visit_heads.started("site"),
    },
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
)
