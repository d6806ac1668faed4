"""What this conversation answers to."""

from __future__ import annotations

from handlers.components.audience import drafts, sending, verbs, writing
from handlers.core.commands import Command
from handlers.core.routing import Routes
from handlers.rules.rights import Right

ROUTES = Routes(
    commands={Command("broadcast", Right.BROADCAST): writing.command},
    presses={
        verbs.BC_ANEW: writing.anew,
        verbs.BC_UNITS: writing.choose_units,
        verbs.BC_TOGGLE: writing.toggle,
        verbs.BC_REVIEW: writing.review,
        verbs.BC_SEND: writing.send,
        verbs.BC_PAUSE: sending.pause,
        verbs.BC_RESUME: sending.resume,
        verbs.BC_STOP: sending.stop,
    },
    steps={drafts.STEP: writing.written},
    kept={drafts.STEP: writing.KEPT},
    looks={"broadcasts": sending.tick},
    outcomes={"broadcast": sending.outcome},
)
