"""What this conversation answers to."""

from __future__ import annotations

from handlers.routing import Routes
from handlers.sweeps import alarms, housekeeping, recomputing, reminders

ROUTES = Routes(
    ticks={
        "reminders": reminders.tick,
        "housekeeping": housekeeping.tick,
        "recompute": recomputing.recompute,
        "alarm": alarms.tick,
    }
)
