"""Somebody blocked us or came back; we were added to a group, removed, or our rights there changed; a group moved."""

from __future__ import annotations

from handlers.turn import Turn


async def changed(turn: Turn) -> None:
    """Who can be written to, and what we may do in a group."""


async def moved(turn: Turn) -> None:
    """A group goes on under another id."""
