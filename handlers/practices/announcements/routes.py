"""What this conversation answers to."""

from __future__ import annotations

from handlers.components.audience import drafts, sending, writing
from handlers.core.routing import Routes

ROUTES = Routes(
    private={"broadcast": writing.command},
    presses={
        "bc_anew": writing.anew,
        "bc_units": writing.choose_units,
        "bc_toggle": writing.toggle,
        "bc_review": writing.review,
        "bc_send": writing.send,
        "bc_pause": sending.pause,
        "bc_resume": sending.resume,
        "bc_stop": sending.stop,
    },
    steps={drafts.STEP: writing.written},
    kept={drafts.STEP: writing.KEPT},
    looks={"broadcasts": sending.tick},
    outcomes={"broadcast": sending.outcome},
)
