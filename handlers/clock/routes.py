"""What this conversation answers to."""

from __future__ import annotations

from handlers.clock import alarms, broken_promises, housekeeping, recomputing, reminders, unrated
from handlers.core.routing import Routes

ROUTES = Routes(
    looks={"reminders": reminders.tick, "promises": broken_promises.tick, "ratings": unrated.tick},
    nightly={
        "forgetting": housekeeping.forget,
        "homes": housekeeping.bring_home,
        "notice": housekeeping.ask_for_notice,
        "calendar": recomputing.if_changed,
        "menus": housekeeping.menus,
    },
    ticks={"recompute": recomputing.recompute, "alarm": alarms.tick},
)
