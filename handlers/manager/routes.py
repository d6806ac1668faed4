"""What this conversation answers to."""

from __future__ import annotations

from handlers.routing import Routes

ROUTES = Routes()
