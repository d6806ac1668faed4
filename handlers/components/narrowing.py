"""What a search or a ledger is narrowed by, in the database's own terms: /find, /ledger and ``shuji export`` alike."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache

from handlers.core.texts import OTHERS, SOURCE, say
from handlers.people.directories import of_categories, of_units
from handlers.rules import filters
from handlers.rules.calendar import WorkCalendar
from handlers.rules.directory import Picked
from handlers.rules.filters import NotUnderstood
from handlers.rules.lifecycle import Source, State
from handlers.rules.terms import phrases
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


@dataclass(frozen=True, slots=True)
class Reach:
    """The units that somebody may name, and what they chose before of several that fit."""

    units: Sequence[Unit]
    everyone: Sequence[Unit]
    picked: Picked = field(default_factory=dict)

    def named(self, word: str, *, or_words: bool = False) -> Unit | None:
        """The unit of what was typed, None where none fits; one that is retired only where no other does.

        ``or_words``: they may as well be words to look for; then a part of several names is no unit.

        Raises:
            FitsSeveral: several do.
        """
        used = of_units((each for each in self.units if each.retired_at is None), self.everyone)
        retired = of_units((each for each in self.units if each.retired_at is not None), self.everyone)
        for part in (False, True):
            for known in (used, retired):
                if part and or_words and known.find(word).one is None:
                    continue
                found = known.the_one(word, self.picked, part=part)
                if found is not None:
                    return next(each for each in self.units if each.id == found.key)
        return None


async def read(
    tx: Transaction, text: str, reach: Reach, now: int, calendar: WorkCalendar, *, unit_words: bool = False
) -> Narrowed:
    """What somebody wrote, of the units that are in their reach.

    ``unit_words``: words without a colon that are a unit's name mean that unit, as “/ledger 一分厂” always has.

    Raises:
        NotUnderstood: a filter that there is not, or a value that nothing here has.
        FitsSeveral: a name that several have.
    """
    wanted = filters.read(text, now, calendar, names())
    words, unit = wanted.words, None
    if wanted.unit is not None:
        unit = reach.named(wanted.unit)
        if unit is None:
            raise NotUnderstood(wanted.unit)
    elif unit_words and words and (unit := reach.named(words, or_words=True)) is not None:
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
            categories=() if wanted.category is None else await _categories(tx, wanted.category, reach.picked),
            phrases=tuple(tuple(each) for each in looked_for),
        ),
        wanted.start,
        wanted.until,
    )


@cache
def names() -> Mapping[str, tuple[str, ...]]:
    """What states and channels are called, in every language."""
    keys = (*(f"state-{each}" for each in State), *(f"source-{each}" for each in Source))
    return {key: tuple(say(locale, key) for locale in (SOURCE, *OTHERS)) for key in keys}


async def _categories(tx: Transaction, words: str, picked: Picked) -> tuple[int, ...]:
    known = of_categories(await units.categories(tx, retired=True))
    found: list[int] = []
    for word in filters.several(words):
        if (one := known.the_one(word, picked)) is not None:
            found.append(one.key)
        elif word.casefold() in NO_CATEGORY:
            found.append(0)
        else:
            raise NotUnderstood(word)
    return tuple(dict.fromkeys(found))
