"""Which columns a register has in an office's own file: left out, in another order, under other titles."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

BETWEEN = ("=", "＝")
"""What stands between a column's name and the title that an office gives it: “反映人=来信人”."""
MOST_TITLE = 30
T = TypeVar("T")


class UnknownColumn(ValueError):
    """No column is called so, or it was named before; ``word`` is what was written."""

    def __init__(self, word: str) -> None:
        super().__init__(word)
        self.word = word


@dataclass(frozen=True, slots=True)
class Layout:
    """The columns that are shown: the place of each in the register (from 0), and its title (empty: its own).

    None at all means every column in the register's own order.
    """

    chosen: tuple[tuple[int, str], ...] = ()

    def places(self, count: int) -> tuple[int, ...]:
        """Which of ``count`` columns stand in the file, in its order."""
        return tuple(place for place, _ in self.chosen) or tuple(range(count))

    def titles(self, own: Sequence[str]) -> tuple[str, ...]:
        """The titles of the file, where ``own`` are the register's."""
        return tuple(title or own[place] for place, title in self.chosen) or tuple(own)

    def row(self, values: Sequence[T]) -> tuple[T, ...]:
        """One row of the file."""
        return tuple(values[place] for place in self.places(len(values)))


@dataclass(frozen=True, slots=True)
class Layouts:
    """Those of a unit: the ledger's, that of 督办事项清单, and that of checklists and projects (问题台账)."""

    ledger: Layout = Layout()
    supervised: Layout = Layout()
    problems: Layout = Layout()


def read(written: Sequence[str], known: Sequence[Sequence[str]]) -> Layout:
    """A layout as it is written: names of columns, some with “=title” behind. ``known``: all names of each column.

    Raises:
        UnknownColumn: one is none of these, is there twice, or has a title longer than :data:`MOST_TITLE` characters.
    """
    places = {_plain(name): place for place, names in enumerate(known) for name in names}
    chosen: list[tuple[int, str]] = []
    titles: set[str] = set()
    for each in written:
        name, title = each, ""
        for mark in BETWEEN:
            if mark in each:
                name, _, title = each.partition(mark)
                break
        place, title = places.get(_plain(name)), title.strip()
        shown = title or name.strip()
        if place is None or len(title) > MOST_TITLE or shown in titles or any(place == at for at, _ in chosen):
            raise UnknownColumn(each)
        titles.add(shown)
        chosen.append((place, title))
    return Layout(tuple(chosen))


def _plain(name: str) -> str:
    return "".join(name.split()).casefold()
