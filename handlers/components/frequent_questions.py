"""Which frequent questions are offered to whom: those of their units, close to what they write."""

from __future__ import annotations

from handlers.core.turn import Turn
from handlers.people.belonging import own_units
from storage import faq, units
from storage.faq import Entry


async def theirs(turn: Turn, unit: int | None = None) -> tuple[Entry, ...]:
    """The entries of the units that this person belongs to (or of the one that they write to) and of those above.

    Who has said no unit yet is shown all of them.
    """
    known = await faq.everything(turn.tx)
    if not known or not (unit or turn.who.unit_id or turn.roles):
        return known
    paths = {each.id: each.path for each in await units.everyone(turn.tx, retired=True)}
    mine = [each.path for each in await own_units(turn)] if unit is None else [paths[unit]]
    return tuple(each for each in known if any(path.startswith(paths[each.unit_id]) for path in mine))


def asks(entry: Entry) -> str:
    """The words by which an entry is found."""
    return f"{entry.question} {entry.keywords}"
