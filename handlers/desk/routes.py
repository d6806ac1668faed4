"""What this conversation answers to."""

from __future__ import annotations

from handlers.routing import Routes
from handlers.turn import Turn

ROUTES = Routes()


async def in_group(turn: Turn) -> None:
    """Words in a group."""


async def edited(turn: Turn) -> None:
    """A changed message in a group."""


async def thread_changed(turn: Turn) -> None:
    """A thread was changed by hand."""
