"""What the other doors answer to."""

from __future__ import annotations

from handlers.core.routing import Routes
from handlers.practices.doors import behalf, boxes, importing, log_entries

ROUTES = Routes(
    private={"log": log_entries.log, "boxes": boxes.boxes, "poster": boxes.poster},
    group={"log": log_entries.log, "boxes": boxes.boxes, "poster": boxes.poster},
    presses={
        "off_pick": log_entries.pick,
        "off_set": log_entries.choose,
        "off_again": log_entries.again,
        "off_submit": log_entries.submit,
        "off_boxes": boxes.page,
        "off_add_place": boxes.ask,
        "off_poster": boxes.print_poster,
        "off_add": behalf.add,
        "off_rate": behalf.rate,
        "off_rated": behalf.rated,
        "off_reopen": behalf.reopen,
        "off_appeal": behalf.appeal,
        "off_up": behalf.up,
        "off_code": behalf.code,
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
