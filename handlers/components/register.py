"""A register: a titled table with the columns that a unit wants."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from handlers.rules.columns import Layout


@dataclass(frozen=True, slots=True)
class Table:
    """One register: ``title``, the headings of its columns, and the rows below them."""

    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Any, ...], ...]

    def laid_out(self, layout: Layout) -> Table:
        """With the columns that a unit wants."""
        if not layout.chosen:
            return self
        return Table(self.title, layout.titles(self.columns), tuple(layout.row(each) for each in self.rows))
