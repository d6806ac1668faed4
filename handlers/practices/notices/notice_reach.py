"""Whose notice it is: the units that it was sent to, and those a person belongs to."""

from __future__ import annotations

from handlers.core.turn import Turn
from storage import units
from storage.notices import Notice
from storage.units import Unit


async def concerns(turn: Turn, notice: Notice, mine: tuple[Unit, ...]) -> bool:
    """Whether it was sent to one of these units, or above."""
    picked = [each for each in await units.everyone(turn.tx, retired=True) if each.id in notice.picked]
    return any(each.path.startswith(top.path) for top in picked for each in mine)
