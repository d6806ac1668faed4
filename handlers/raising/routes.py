"""What this conversation answers to."""

from __future__ import annotations

from handlers.routing import Routes
from handlers.turn import Turn

ROUTES = Routes()


async def in_private(turn: Turn) -> None:
    """Words in a private chat."""


async def edited(turn: Turn) -> None:
    """A changed message in a private chat."""
