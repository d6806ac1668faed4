"""What the other doors answer to."""

from __future__ import annotations

from handlers.offline import behalf, importing, logging, places
from handlers.routing import Routes

ROUTES = Routes(
    private={"log": logging.log, "boxes": places.boxes, "poster": places.poster},
    group={"log": logging.log, "boxes": places.boxes, "poster": places.poster},
    presses={
        "off_pick": logging.pick,
        "off_set": logging.choose,
        "off_again": logging.again,
        "off_submit": logging.submit,
        "off_boxes": places.page,
        "off_add_place": places.ask,
        "off_poster": places.print_poster,
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
        logging.KIND: logging.gather,
        places.KIND: places.answered,
        behalf.ADD: behalf.added,
        behalf.REOPEN: behalf.reopened,
        behalf.APPEAL: behalf.appealed,
        behalf.UP: behalf.gone_up,
    },
    kept={logging.KIND: logging.KEPT},
)
