"""What this conversation answers to."""

from __future__ import annotations

from handlers.routing import Routes
from handlers.sweeps import alarms, housekeeping, promises, ratings, recomputing, reminders

ROUTES = Routes(
    looks={"reminders": reminders.tick, "promises": promises.tick, "ratings": ratings.tick},
    nightly={
        "forgetting": housekeeping.forget,
        "homes": housekeeping.bring_home,
        "notice": housekeeping.ask_for_notice,
        "calendar": recomputing.if_changed,
        "menus": housekeeping.menus,
    },
    ticks={"recompute": recomputing.recompute, "alarm": alarms.tick},
)
