"""What the other doors answer to."""

from __future__ import annotations

from handlers.conversations.secretary import verbs as secretary_verbs
from handlers.core.commands import BOTH, Command
from handlers.core.routing import Routes
from handlers.practices.doors import behalf, boxes, importing, log_entries, verbs
from handlers.rules.rights import Right

ROUTES = Routes(
    commands={
        Command("log", Right.LOG, BOTH): log_entries.log,
        Command("boxes", Right.PLACES, BOTH): boxes.boxes,
        Command("poster", Right.PLACES, BOTH): boxes.poster,
    },
    presses={
        verbs.OFF_PICK: log_entries.pick,
        verbs.OFF_SET: log_entries.choose,
        verbs.OFF_AGAIN: log_entries.again,
        verbs.OFF_SUBMIT: log_entries.submit,
        verbs.OFF_BOXES: boxes.page,
        verbs.OFF_ADD_PLACE: boxes.ask,
        verbs.OFF_POSTER: boxes.print_poster,
        secretary_verbs.OFF_ADD: behalf.add,
        secretary_verbs.OFF_RATE: behalf.rate,
        verbs.OFF_RATED: behalf.rated,
        secretary_verbs.OFF_REOPEN: behalf.reopen,
        secretary_verbs.OFF_APPEAL: behalf.appeal,
        secretary_verbs.OFF_UP: behalf.up,
        secretary_verbs.OFF_CODE: behalf.code,
    },
    ticks={importing.TICK: importing.tick},
    steps={
        log_entries.KIND: log_entries.gather,
        boxes.KIND: boxes.answered,
        behalf.ADD: behalf.added,
        behalf.REOPEN: behalf.reopened,
        behalf.APPEAL: behalf.appealed,
        behalf.UP: behalf.gone_up,
    },
    kept={log_entries.KIND: log_entries.KEPT},
)
