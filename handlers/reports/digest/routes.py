"""What this conversation answers to: the clock. What a manager asks for is in :mod:`handlers.conversations.manager`."""

from __future__ import annotations

from handlers.core.routing import Ahead, Routes
from handlers.reports.digest import dispatch

ROUTES = Routes(
    looks={"longer": dispatch.tell_longer},
    ticks={"digest": dispatch.tell_managers},
    ahead={
        "digest": Ahead(dispatch.week_wanted, dispatch.read_week),
        "longer": Ahead(dispatch.longer_wanted, dispatch.read_longer),
    },
)
