"""What this conversation answers to: the clock. What a manager asks for is in :mod:`handlers.manager`."""

from __future__ import annotations

from handlers.digest import telling
from handlers.routing import Ahead, Routes

ROUTES = Routes(
    looks={"longer": telling.tell_longer},
    ticks={"digest": telling.tell_managers},
    ahead={
        "digest": Ahead(telling.week_wanted, telling.read_week),
        "longer": Ahead(telling.longer_wanted, telling.read_longer),
    },
)
