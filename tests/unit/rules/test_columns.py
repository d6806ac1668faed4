"""An office's own columns: left out, in another order, under other titles."""

from __future__ import annotations

import pytest

from handlers.reports import ledger
from handlers.rules.columns import Layout, UnknownColumn, read

KNOWN = (("编号", "Number"), ("反映人", "Raiser"), ("状态", "State"))


def test_nothing_written_is_everything_as_it_is() -> None:
    layout = read((), KNOWN)
    assert layout == Layout()
    assert layout.titles(("编号", "反映人", "状态")) == ("编号", "反映人", "状态")
    assert layout.row((1, 2, 3)) == (1, 2, 3)


def test_columns_are_left_out_moved_and_called_otherwise() -> None:
    layout = read(("状态", " 反映人 = 来信人 "), KNOWN)
    assert layout.titles(("编号", "反映人", "状态")) == ("状态", "来信人")
    assert layout.row((1, 2, 3)) == (3, 2)
    assert read(("state", "Raiser＝Who"), KNOWN).titles(("Number", "Raiser", "State")) == ("State", "Who")


@pytest.mark.parametrize(
    "written", [("天气",), ("编号", "编号"), ("编号", "Number"), ("编号=状态", "状态"), ("编号=" + "长" * 31,), ("",)]
)
def test_what_is_no_column_is_named(written: tuple[str, ...]) -> None:
    with pytest.raises(UnknownColumn):
        read(written, KNOWN)


def test_every_column_of_the_ledger_has_a_name_in_both_languages() -> None:
    names = ledger.names_of_columns()
    assert len(names) == ledger.COLUMNS == len({each for each, _ in names}) == len({each for _, each in names})
