"""Which columns a register has in an office's own file: left out, in another order, under other titles."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

BETWEEN = ("=", "＝")
"""What stands between a column's name and the title that an office gives it: “反映人=来信人”."""
MOST_TITLE = 30


class UnknownColumn(ValueError):
    """No column is called so, or it was named before; ``word`` is what was written."""

    def __init__(self, word: str) -> None:
        super().__init__(word)
        self.word = word


@dataclass(frozen=True, slots=True)
class Layout:
    """The columns that are shown: each by its key in the register, with its title (empty: its own).

    None at all means every column in the register's own order.
    """

    chosen: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Layouts:
    """Those of a unit: the ledger's, that of 督办事项清单, and that of checklists and projects (问题台账)."""

    ledger: Layout = Layout()
    supervised: Layout = Layout()
    problems: Layout = Layout()


def read(written: Sequence[str], known: Mapping[str, Sequence[str]]) -> Layout:
    """A layout as it is written: names of columns, some with “=title” behind. ``known``: all names of each column.

    Raises:
        UnknownColumn: one is none of these, is there twice, or has a title longer than :data:`MOST_TITLE` characters.
    """
    keys = {_plain(name): key for key, names in known.items() for name in names}
    chosen: dict[str, str] = {}
    titles: set[str] = set()
    for each in written:
        name, title = each, ""
        for mark in BETWEEN:
            if mark in each:
                name, _, title = each.partition(mark)
                break
        key, title = keys.get(_plain(name)), title.strip()
        shown = title or name.strip()
        if key is None or len(title) > MOST_TITLE or shown in titles or key in chosen:
            raise UnknownColumn(each)
        titles.add(shown)
        chosen[key] = title
    return Layout(tuple(chosen.items()))


def _plain(name: str) -> str:
    return "".join(name.split()).casefold()
