"""What this conversation answers to: the clock. What a manager asks for is in :mod:`handlers.manager`."""

from __future__ import annotations

from handlers.digest.telling import tell_managers
from handlers.routing import Routes

ROUTES = Routes(ticks={"digest": tell_managers})
