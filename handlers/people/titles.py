"""What surveys, campaigns and lists are called where several are offered: two of one title are told apart."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Protocol

from handlers.core.turn import Turn
from handlers.core.wording import day
from handlers.people.directories import of_titled
from storage import units


class Titled(Protocol):
    """What somebody gave a title for a unit."""

    @property
    def id(self) -> int:
        """Its row."""
        ...

    @property
    def unit_id(self) -> int:
        """The unit's row."""
        ...

    @property
    def title(self) -> str:
        """As it was written."""
        ...

    @property
    def made_at(self) -> int:
        """When, UTC epoch seconds."""
        ...


async def titles(turn: Turn, found: Sequence[Titled]) -> Mapping[int, str]:
    """The titles by row: of two that are alike each has its unit before it, and the day where that is not enough."""
    calendar = turn.house.calendar
    known = of_titled(
        ((each.id, each.unit_id, each.title, day(turn.locale, calendar, each.made_at)) for each in found),
        await units.everyone(turn.tx, retired=True),
    )
    return {each.id: known.shown(each.id) for each in found}
