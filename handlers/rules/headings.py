"""Which row of a table that somebody sent has the names of its columns."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence

WITHIN = 10
"""Lines that a table may have above its rows: a title, who filled it in, the headings."""


def find_heading(
    rows: Sequence[Sequence[str]],
    names: Mapping[str, str],
    wanted: Collection[str],
    plain: Callable[[str], str] = str.casefold,
) -> tuple[int, dict[int, str]] | None:
    """The place of the first row with one of the ``wanted`` columns, and what its columns mean, by their places.

    ``names``: what a heading means, by its title as ``plain`` writes it. None where no row has them.
    """
    for at, row in enumerate(rows[:WITHIN]):
        columns = {place: names[plain(cell)] for place, cell in enumerate(row) if plain(cell) in names}
        if not set(columns.values()).isdisjoint(wanted):
            return at, columns
    return None
