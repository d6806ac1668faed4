"""Which row of a table names its columns, and which sheet is meant."""

from __future__ import annotations

import pytest

from handlers.rules.headings import Sheet, choose, find_heading, meaning, written_where

NAMES = {"问题": "text", "责任人": "owner", "期限（天）": "days"}


def test_the_first_row_near_the_top_with_a_wanted_column() -> None:
    rows = [["整改清单"], ["责任人", ""], ["序号", " ★问 题：", "责任人(部门)"], ["问题", ""]]
    assert find_heading(rows, NAMES, ("text",)) == (2, {1: "text", 2: "owner"})
    assert find_heading(rows, NAMES, ("owner",)) == (1, {0: "owner"})
    assert find_heading(rows[:2], NAMES, ("text",)) is None
    above = [[""]] * 9
    assert find_heading([*above, ["问题"]], NAMES, ("text",)) == (9, {0: "text"})
    assert find_heading([*above, [""], ["问题"]], NAMES, ("text",)) is None


@pytest.mark.parametrize(
    ("cell", "means"), [("期限（天）", "d"), ("期限", None), ("问题(全部)", "t"), ("问题们", None)]
)
def test_what_is_in_brackets_counts_only_where_it_is_named(cell: str, means: str | None) -> None:
    assert meaning(cell, {"期限(天)": "d", "问题": "t"}) == means


def test_a_sheet_that_fits_goes_before_one_that_could_not_be_read() -> None:
    good, other, broken = Sheet("一", (("问题",),)), Sheet("二", (("姓名",),)), Sheet("三", trouble="big")
    fits = lambda rows: find_heading(rows, NAMES, ("text",)) is not None  # noqa: E731 - said where it is used
    assert choose((broken, other, good), fits) is good
    assert choose((other, broken), fits) is broken
    assert choose((other,), fits) is None
    assert choose((Sheet("四", (("问题",),), trouble="locked"),), fits) == Sheet("四", (("问题",),), trouble="locked")


def test_what_looks_most_like_headings_is_told() -> None:
    assert written_where(()) == (1, ())
    assert written_where([["清单"], ["序号", " 问 题 ", ""], ["1", "太咸"]]) == (2, ("序号", "问 题"))
    assert written_where([[str(each) for each in range(9)]]) == (1, ("0", "1", "2", "3", "4", "5"))
    assert written_where([["一"], *[["一", "二"]] * 9, ["一", "二", "三"]])[0] == 2
