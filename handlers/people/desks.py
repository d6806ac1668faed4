"""Which group works on what is raised for a unit."""

from __future__ import annotations

from handlers.core.turn import Turn
from storage import groups, units


async def desk_of(turn: Turn, unit_id: int, category_id: int | None, *, restricted: bool) -> int | None:
    """The group that works on a concern: the restricted one, the category's own, else the nearest up the tree."""
    if category_id is not None and not restricted:
        own = await groups.of_category(turn.tx, category_id)
        if own is not None:
            return own.id
    purpose = "restricted" if restricted else "desk"
    unit = await units.get(turn.tx, unit_id)
    # From the unit itself up to the root. A restricted one starts above: never the unit that it may be about.
    ancestors = [int(part) for part in unit.path.strip("/").split("/")][::-1]
    for ancestor in ancestors[1:] if restricted and len(ancestors) > 1 else ancestors:
        found = await groups.of_unit(turn.tx, ancestor, purpose)
        if found is not None:
            return found.id
    return None
