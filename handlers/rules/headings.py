"""Which row of a table that somebody sent has the names of its columns, and which of its sheets has such a row."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from handlers.rules.numerals import plain

WITHIN = 10
"""Lines that a table may have above its rows: a title, who filled it in, the headings."""
_MARKS = re.compile(r"[\s*★☆·:]+")
_BRACKETS = re.compile(r"\([^()]*\)|\[[^\[\]]*\]|【[^【】]*】|〔[^〔〕]*〕|<[^<>]*>")
_SHOWN = 6
Rows = Sequence[Sequence[str]]


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet of a workbook: ``rows``, or ``trouble`` why there are none, with its facts."""

    name: str
    rows: Rows = ()
    trouble: str = ""
    facts: Mapping[str, Any] | None = None


def heading(cell: str) -> str:
    """A heading without what an office adds to it: blanks inside, “*”, a colon, full-width letters, line breaks."""
    return _MARKS.sub("", plain(cell)[0])


def meaning(cell: str, names: Mapping[str, str]) -> str | None:
    """What a heading means, by ``names`` as :func:`heading` writes them; what is in brackets counts only there."""
    written = heading(cell)
    return names.get(written) or names.get(_BRACKETS.sub("", written))


def find_heading(rows: Rows, names: Mapping[str, str], wanted: Collection[str]) -> tuple[int, dict[int, str]] | None:
    """The place of the first row with one of the ``wanted`` columns, and what its columns mean, by their places.

    ``names``: what a heading means, by its title. None where no row has them.
    """
    known = {heading(title): name for title, name in names.items()}
    for at, row in enumerate(rows[:WITHIN]):
        columns = {place: name for place, cell in enumerate(row) if (name := meaning(cell, known)) is not None}
        if not set(columns.values()).isdisjoint(wanted):
            return at, columns
    return None


def choose(sheets: Sequence[Sheet], fits: Callable[[Rows], bool]) -> Sheet | None:
    """The first sheet that has what is looked for; where none has it, one that could not be read, to be told of."""
    fitting = next((each for each in sheets if not each.trouble and fits(each.rows)), None)
    return fitting or next((each for each in sheets if each.trouble), None)


def written_where(rows: Rows) -> tuple[int, tuple[str, ...]]:
    """The row near the top that looks most like headings, from 1, and what stands in it: to tell what was found."""
    filled = [[" ".join(cell.split()) for cell in row if cell.strip()] for row in rows[:WITHIN]]
    best = max(range(len(filled)), key=lambda at: (len(filled[at]), -at), default=0)
    return best + 1, tuple(filled[best][:_SHOWN]) if filled else ()
