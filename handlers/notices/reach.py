"""Whose notice it is: the units that it was sent to, and those a person belongs to."""

from __future__ import annotations

from handlers.turn import Turn
from storage import units
from storage.notices import Notice
from storage.units import Unit


async def own_units(turn: Turn) -> tuple[Unit, ...]:
    """Where this person belongs or has a part to play; without any, the topmost."""
    ids = {each.unit_id for each in turn.roles}
    if turn.who.unit_id is not None:
        ids.add(turn.who.unit_id)
    known = await units.everyone(turn.tx, retired=True)
    found = tuple(each for each in known if each.id in ids)
    return found or tuple(each for each in known if each.parent_id is None)


async def concerns(turn: Turn, notice: Notice, mine: tuple[Unit, ...]) -> bool:
    """Whether it was sent to one of these units, or above."""
    picked = [each for each in await units.everyone(turn.tx, retired=True) if each.id in notice.picked]
    return any(each.path.startswith(top.path) for top in picked for each in mine)
