"""An office's own columns: left out, in another order, under other titles."""

from __future__ import annotations

from typing import Any

import pytest

from handlers.components.register import Back, Register, Value
from handlers.practices.supervision import task_registers
from handlers.reports import ledger
from handlers.rules.columns import Layout, UnknownColumn, read

KNOWN = {"number": ("编号", "Number"), "name": ("反映人", "Raiser"), "state": ("状态", "State")}
REGISTER = Register.keyed("ledger-column", "number", "name", "state")


def laid_out(layout: Layout, locale: str) -> tuple[list[str], tuple[Value, ...]]:
    """The titles, and one row."""
    table = REGISTER.table("", [{"number": 1, "name": 2, "state": 3}], locale, layout)
    return [each.title for each in table.headings], table.rows[0]


def test_nothing_written_is_everything_as_it_is() -> None:
    layout = read((), KNOWN)
    assert layout == REGISTER.layout(()) == Layout()
    assert laid_out(layout, "zh-CN") == (["编号", "反映人", "状态"], (1, 2, 3))


def test_columns_are_left_out_moved_and_called_otherwise() -> None:
    layout = read(("状态", " 反映人 = 来信人 "), KNOWN)
    assert laid_out(layout, "zh-CN") == (["状态", "来信人"], (3, 2))
    assert laid_out(REGISTER.layout(("state", "Raiser＝Who")), "en") == (["State", "Who"], (3, 2))


def test_what_a_row_has_nothing_for_is_empty() -> None:
    assert REGISTER.table("", [{"state": None, "number": 0}], "en").rows == ((0, "", None),)


@pytest.mark.parametrize(
    "written", [("天气",), ("编号", "编号"), ("编号", "Number"), ("编号=状态", "状态"), ("编号=" + "长" * 31,), ("",)]
)
def test_what_is_no_column_is_named(written: tuple[str, ...]) -> None:
    with pytest.raises(UnknownColumn):
        read(written, KNOWN)


@pytest.mark.parametrize("register", [ledger.COLUMNS, task_registers.SUPERVISED, task_registers.FOUR_LISTS])
def test_every_column_that_can_be_chosen_has_a_name_of_its_own_in_both_languages(register: Register[Any]) -> None:
    for names in zip(*register.names().values(), strict=True):
        assert len({*names}) == len(register.keys)


def test_what_may_be_edited_in_a_ledger_that_comes_back_is_what_is_updated() -> None:
    assert {each.key for each in ledger.COLUMNS.among if each.back is Back.EDITED} == {"category", "grade"}
