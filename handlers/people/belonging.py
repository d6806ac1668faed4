"""Where a person belongs."""

from __future__ import annotations

from handlers.core.turn import Turn
from storage import units
from storage.units import Unit


async def own_units(turn: Turn) -> tuple[Unit, ...]:
    """Where this person belongs or has a part to play; without any, the topmost."""
    ids = {each.unit_id for each in turn.roles}
    if turn.who.unit_id is not None:
        ids.add(turn.who.unit_id)
    known = await units.everyone(turn.tx, retired=True)
    found = tuple(each for each in known if each.id in ids)
    return found or tuple(each for each in known if each.parent_id is None)
