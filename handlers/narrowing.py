"""What a search or a ledger is narrowed by, in the database's own terms: /find, /ledger and ``shuji export`` alike."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache

from handlers.rules import filters
from handlers.rules.calendar import WorkCalendar
from handlers.rules.filters import NotUnderstood
from handlers.rules.lifecycle import Source, State
from handlers.rules.terms import phrases
from handlers.texts import OTHERS, SOURCE, say
from storage import units
from storage.database import Transaction
from storage.reports import Narrow
from storage.units import Unit

NO_CATEGORY = ("未分类", "none")


@dataclass(frozen=True, slots=True)
class Narrowed:
    """``unit`` None: none was named. ``words`` are looked for; ``start``, ``until`` (UTC epoch) None: at any time."""

    unit: Unit | None
    words: str
    narrow: Narrow = field(default_factory=Narrow)
    start: int | None = None
    until: int | None = None

    @property
    def only_words(self) -> bool:
        """Words and no filter, save perhaps for a unit."""
        return bool(self.words) and self.narrow == Narrow(phrases=self.narrow.phrases) and self.start is None

    @property
    def narrows(self) -> bool:
        """Anything but a unit was given."""
        return self.narrow != Narrow() or self.start is not None


async def read(
    tx: Transaction, text: str, reach: Sequence[Unit], now: int, calendar: WorkCalendar, *, unit_words: bool = False
) -> Narrowed:
    """What somebody wrote, of the units that are in their reach.

    ``unit_words``: words without a colon that are a unit's name mean that unit, as “/ledger 一分厂” always has.

    Raises:
        NotUnderstood: a filter that there is not, or a value that nothing here has.
    """
    wanted = filters.read(text, now, calendar, names())
    words, unit = wanted.words, None
    if wanted.unit is not None:
        unit = named(reach, wanted.unit)
        if unit is None:
            raise NotUnderstood(wanted.unit)
    elif unit_words and words and (unit := named(reach, words)) is not None:
        words = ""
    looked_for = phrases(words)
    if words and not looked_for:
        raise NotUnderstood(words)
    return Narrowed(
        unit,
        words,
        Narrow(
            states=tuple(sorted(wanted.states)),
            sources=tuple(sorted(wanted.sources)),
            categories=() if wanted.category is None else await _categories(tx, wanted.category),
            phrases=tuple(tuple(each) for each in looked_for),
        ),
        wanted.start,
        wanted.until,
    )


def named(reach: Sequence[Unit], word: str) -> Unit | None:
    """The unit of a name or code, or the first whose name holds the word."""
    word = word.casefold()
    exact = [each for each in reach if word in (each.name.casefold(), each.code.casefold())]
    near = exact or [each for each in reach if word in each.name.casefold()]
    return near[0] if near else None


@cache
def names() -> Mapping[str, tuple[str, ...]]:
    """What states and channels are called, in every language."""
    keys = (*(f"state-{each}" for each in State), *(f"source-{each}" for each in Source))
    return {key: tuple(say(locale, key) for locale in (SOURCE, *OTHERS)) for key in keys}


async def _categories(tx: Transaction, words: str) -> tuple[int, ...]:
    known = await units.categories(tx, retired=True)
    found: list[int] = []
    for word in filters.several(words):
        ids = [each.id for each in known if word.casefold() in each.name.casefold()]
        if not ids and word.casefold() in NO_CATEGORY:
            ids = [0]
        if not ids:
            raise NotUnderstood(word)
        found += ids
    return tuple(dict.fromkeys(found))
