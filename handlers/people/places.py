"""Boxes and places of the units where a person may write for others."""

from __future__ import annotations

from collections.abc import Mapping

from handlers.core.refusals import Refused
from handlers.core.texts import DESK_LOCALE, Words
from handlers.core.turn import Turn
from handlers.people.directories import of_people, of_places
from handlers.rules.directory import Directory
from handlers.rules.lifecycle import Role
from handlers.rules.rights import Right, Standing
from storage import roles, units
from storage.units import Place, Unit


async def units_within(turn: Turn, right: Right) -> tuple[Unit, ...]:
    """The units at which this person has a right, their own first.

    Raises:
        Refused: none.
    """
    everyone = [each for each in await units.everyone(turn.tx) if Standing(turn.roles, each.path).may(right)]
    if not everyone:
        raise Refused("not-your-role", role=Words(f"role-{Role.SECRETARY}"))
    own = turn.group.unit_id if turn.group is not None else None
    first = own if own is not None else next((each.unit_id for each in turn.roles if each.role == "secretary"), None)
    return tuple(sorted(everyone, key=lambda each: (each.id != first, each.level, each.id)))


_MOST_PIECES = 12
"""Words that a name with its path may have."""


async def all_places(turn: Turn, right: Right) -> list[tuple[Unit, Place]]:
    """Every box and place of the units at which this person has the right, with its unit."""
    return [(unit, each) for unit in await units_within(turn, right) for each in await units.places(turn.tx, unit.id)]


async def places_as_directory(turn: Turn, right: Right) -> Directory:
    """The same, to be found by what somebody types."""
    return of_places(await all_places(turn, right), await units.everyone(turn.tx, retired=True))


async def place_named(turn: Turn, words: str) -> tuple[Place | None, str]:
    """The box or place whose name, with or without its path, or whose code begins ``words``, and what follows.

    Raises:
        FitsSeveral: several are called so.
    """
    known, pieces = await places_as_directory(turn, Right.LOG), words.split()
    for count in range(min(len(pieces), _MOST_PIECES), 0, -1):
        found = known.the_one(" ".join(pieces[:count]), turn.picked, part=False)
        if found is not None:
            return await units.place(turn.tx, found.key), " ".join(pieces[count:])
    # Written on without a blank behind it.
    called = [each for _, each in await all_places(turn, Right.LOG) if words.strip().startswith(each.name)]
    if called:
        name = max((each.name for each in called), key=len)
        found = known.the_one(name, turn.picked, part=False)
        assert found is not None
        return await units.place(turn.tx, found.key), words.strip()[len(name) :].strip()
    return None, words.strip()


async def boxes_shown(turn: Turn) -> Mapping[int, str]:
    """How each box and place that this person may write for is called, by row."""
    known = await places_as_directory(turn, Right.LOG)
    return {each.id: known.shown(each.id) for _, each in await all_places(turn, Right.LOG)}


async def keepers_of(turn: Turn, unit: Unit) -> Directory:
    """Who may be meant by the name of a box's keeper."""
    held = (*await roles.below(turn.tx, "owner", unit.path), *await roles.covering(turn.tx, "secretary", unit.path))
    return of_people(held, await units.everyone(turn.tx, retired=True), DESK_LOCALE)
