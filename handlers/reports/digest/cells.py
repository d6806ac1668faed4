"""Counts by unit and category that point at nobody: few anonymous tickets are merged upwards.

A manager knows their people: “一车间 薪酬 1” with an anonymous ticket in it is nearly a name.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from storage.units import Unit

FEWEST = 3
"""Anonymous tickets below which a cell is not shown with them in it."""
OTHER = 0
"""The category that merged tickets are counted under (no row of the database has this id)."""


@dataclass(frozen=True, slots=True)
class Cell:
    """New tickets of one category: of raisers who are named, and of those who are not."""

    named: int = 0
    hidden: int = 0

    def __add__(self, other: Cell) -> Cell:
        return Cell(self.named + other.named, self.hidden + other.hidden)


Cells = Mapping[int, Mapping[int, Cell]]
"""By unit, then by category."""


def rolled_up(units: Iterable[Unit], own: Cells) -> dict[int, dict[int, Cell]]:
    """Each unit's cells with those of all below it."""
    total: dict[int, dict[int, Cell]] = {}
    for unit in sorted(units, key=lambda each: -each.level):
        mine = total.setdefault(unit.id, {})
        for category, cell in own.get(unit.id, {}).items():
            mine[category] = mine.get(category, Cell()) + cell
        if unit.parent_id is not None:
            above = total.setdefault(unit.parent_id, {})
            for category, cell in mine.items():
                above[category] = above.get(category, Cell()) + cell
    return total


def shown(units: Iterable[Unit], own: Cells) -> dict[int, dict[int, int]]:
    """How many new tickets each unit is shown with in each category, :data:`OTHER` holding what was merged.

    What a unit adds up to is never changed. Where the cells below a unit would tell by difference how few are left,
    the smallest of them is merged as well.
    """
    listed = tuple(units)
    total = rolled_up(listed, own)
    below: dict[int, list[int]] = {}
    for unit in listed:
        if unit.parent_id is not None:
            below.setdefault(unit.parent_id, []).append(unit.id)
    merged: set[tuple[int, int]] = {
        (unit_id, category)
        for unit_id, cells in total.items()
        for category, cell in cells.items()
        if 0 < cell.hidden < FEWEST
    }
    for unit in sorted(listed, key=lambda each: each.level):
        for category in total[unit.id]:
            _close_gap(unit.id, category, total, below.get(unit.id, ()), merged)
    result: dict[int, dict[int, int]] = {}
    for unit in listed:
        row: dict[int, int] = {}
        for category, cell in total[unit.id].items():
            if (unit.id, category) in merged:
                row[OTHER] = row.get(OTHER, 0) + cell.hidden
                if cell.named:
                    row[category] = row.get(category, 0) + cell.named
            else:
                row[category] = row.get(category, 0) + cell.named + cell.hidden
        result[unit.id] = row
    return result


def _close_gap(unit: int, category: int, total: Cells, children: Iterable[int], merged: set[tuple[int, int]]) -> None:
    """Merge cells below a shown one until what is left over is none, or not few."""
    if (unit, category) in merged:
        # Where the unit itself does not show it, nothing below may.
        merged.update((child, category) for child in children if total[child].get(category, Cell()).hidden)
        return
    visible = sorted(
        (total[child][category].hidden, child)
        for child in children
        if category in total[child] and total[child][category].hidden and (child, category) not in merged
    )
    left = total[unit][category].hidden - sum(count for count, _ in visible)
    while 0 < left < FEWEST and visible:
        count, child = visible.pop(0)
        merged.add((child, category))
        left += count
