"""A register: columns and rows as data. What it is called, which columns a unit wants and how they look is one way."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Any, Generic, TypeVar

from handlers.core.texts import OTHERS, SOURCE, say
from handlers.rules import columns
from handlers.rules.columns import Layout

R = TypeVar("R")
Value = str | int | float | date | datetime | None


class Kind(StrEnum):
    """What stands in a column."""

    TEXT = "text"
    NUMBER = "number"
    DATE = "date"
    TIME = "time"
    """A date with its time of day."""


class Back(StrEnum):
    """What a column means where such a table comes back in."""

    NOTHING = "nothing"
    """It follows from what is done, and is never read."""
    NAMES = "names"
    """Which matter the row is about, or by what it is judged."""
    NEW = "new"
    """Of a new matter."""
    KEPT = "kept"
    """Of a new matter, and has no place of its own yet: it stands in its thread, as the table had it."""
    EDITED = "edited"
    """Of a new matter, and of one that is known."""


@dataclass(frozen=True, slots=True)
class Column(Generic[R]):
    """One column of a register.

    ``key``: what its title is kept under, and settings know it by. ``read``: what stands in it for one row; without it
    a row is a mapping and has it under the key, or has nothing. ``width`` in Latin characters; 0: as wide as what is in
    it. ``back``: whether it is read of a table that comes back in.
    """

    key: str
    read: Callable[[R], Value] | None = None
    kind: Kind = Kind.TEXT
    width: int = 0
    back: Back = Back.NOTHING

    def of(self, row: Any) -> Value:
        """What stands in it for one row."""
        return row.get(self.key, "") if self.read is None else self.read(row)


@dataclass(frozen=True, slots=True)
class Heading:
    """A column as a file shows it."""

    title: str
    kind: Kind = Kind.TEXT
    width: int = 0


@dataclass(frozen=True, slots=True)
class Table:
    """One register that is filled: ``title``, the headings of its columns, and the rows below them."""

    title: str
    headings: tuple[Heading, ...]
    rows: tuple[tuple[Value, ...], ...]


class Register(Generic[R]):
    """The columns of a register, in its own order; their titles are kept as ``<prefix>-<key>``."""

    def __init__(self, prefix: str, *among: Column[R]) -> None:
        self.prefix = prefix
        self.among = among
        self.keys = tuple(each.key for each in among)

    @classmethod
    def keyed(cls, prefix: str, *keys: str) -> Register[Mapping[str, Value]]:
        """One whose rows are mappings by these keys."""
        among: list[Column[Mapping[str, Value]]] = [Column(key) for key in keys]
        return Register(prefix, *among)

    def title(self, locale: str, key: str) -> str:
        """What a column is called."""
        return say(locale, f"{self.prefix}-{key}")

    def names(self) -> Mapping[str, tuple[str, ...]]:
        """All names of each column, by which settings choose it."""
        return {key: tuple(self.title(locale, key) for locale in (SOURCE, *OTHERS)) for key in self.keys}

    def layout(self, written: Sequence[str]) -> Layout:
        """The columns that a unit wants, as they are written.

        Raises:
            UnknownColumn: one is none of these, is there twice, or has too long a title.
        """
        return columns.read(written, self.names()) if written else Layout()

    def shown(self, layout: Layout) -> tuple[Column[R], ...]:
        """The columns that stand in the file, in its order."""
        known = {each.key: each for each in self.among}
        return tuple(known[key] for key, _ in layout.chosen) or self.among

    def headings(self, locale: str, layout: Layout) -> tuple[Heading, ...]:
        """How they are called there."""
        titles = dict(layout.chosen)
        return tuple(
            Heading(titles.get(each.key) or self.title(locale, each.key), each.kind, each.width)
            for each in self.shown(layout)
        )

    def table(self, title: str, rows: Iterable[R], locale: str, layout: Layout = Layout()) -> Table:  # noqa: B008 - frozen
        """The register filled with these rows."""
        shown = self.shown(layout)
        return Table(title, self.headings(locale, layout), tuple(tuple(each.of(row) for each in shown) for row in rows))
