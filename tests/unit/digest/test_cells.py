"""Cells that point at nobody."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as some

from handlers.reports.digest.cells import FEWEST, OTHER, Cell, rolled_up, shown
from tests.unit.digest.made import HQ, MINE, PLANT, SHOP, UNITS

CELLS = some.dictionaries(
    some.sampled_from([unit.id for unit in UNITS]),
    some.dictionaries(some.integers(1, 3), some.builds(Cell, some.integers(0, 3), some.integers(0, 5)), max_size=3),
)


def hidden_shown(own: dict[int, dict[int, Cell]], unit: int, category: int) -> int:
    """Anonymous tickets that a shown cell has in it."""
    total = rolled_up(UNITS, own)[unit].get(category, Cell())
    return max(0, shown(UNITS, own)[unit].get(category, 0) - total.named)


def test_one_anonymous_ticket_is_counted_one_level_up() -> None:
    own = {SHOP.id: {1: Cell(2, 1)}, MINE.id: {1: Cell(0, 3)}, PLANT.id: {1: Cell(0, 2)}}
    found = shown(UNITS, own)
    assert found[SHOP.id] == {1: 2, OTHER: 1}
    # Three in the plant with its workshop: enough to be shown there.
    assert found[PLANT.id] == {1: 5}
    assert found[HQ.id] == {1: 8}


def test_a_difference_tells_nothing_either() -> None:
    # Were the mine's three shown, the group's four would tell of the plant's one.
    own = {PLANT.id: {1: Cell(0, 1)}, MINE.id: {1: Cell(0, 3)}}
    found = shown(UNITS, own)
    assert found[HQ.id] == {1: 4}
    assert found[PLANT.id] == {OTHER: 1}
    assert found[MINE.id] == {OTHER: 3}


def test_named_tickets_are_shown_as_they_are() -> None:
    assert shown(UNITS, {SHOP.id: {1: Cell(1, 0)}})[SHOP.id] == {1: 1}


@given(CELLS)
def test_no_cell_has_few_anonymous_tickets_in_it(own: dict[int, dict[int, Cell]]) -> None:
    for unit in UNITS:
        for category in (1, 2, 3):
            count = hidden_shown(own, unit.id, category)
            assert count == 0 or count >= FEWEST


@given(CELLS)
def test_what_is_left_over_is_none_or_not_few(own: dict[int, dict[int, Cell]]) -> None:
    for unit in UNITS:
        for category in (1, 2, 3):
            whole = hidden_shown(own, unit.id, category)
            below = sum(hidden_shown(own, each.id, category) for each in UNITS if each.parent_id == unit.id)
            if whole:
                assert whole == below or whole - below >= FEWEST
            else:
                assert below == 0


@given(CELLS)
def test_nothing_is_lost_by_merging(own: dict[int, dict[int, Cell]]) -> None:
    total, found = rolled_up(UNITS, own), shown(UNITS, own)
    for unit in UNITS:
        assert sum(found[unit.id].values()) == sum(cell.named + cell.hidden for cell in total[unit.id].values())
