"""What became of messages that left: a person is told of what did not arrive, where they would look."""

from __future__ import annotations

from handlers.turn import Turn


async def handle(turn: Turn) -> None:
    """One outcome of a delivery."""
