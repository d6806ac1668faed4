"""Numbers at the head of lines, rows that are over, and headings as offices write them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.rules.headings import Sheet, choose, find_heading, written_where
from handlers.rules.items import is_over, unnumbered
from handlers.rules.surveys import bare, read

KEPT = ("12.8事故整改", "3.5吨叉车", "-5℃冷库", "1.5倍加班费", "6:30的班车", "2、3号楼漏水", "100.5万元")


@pytest.mark.parametrize("line", KEPT)
def test_what_belongs_to_the_words_stays(line: str) -> None:
    assert unnumbered([line]) == (line,)
    assert unnumbered(["1. 电线", line, "2. 灯管"]) == ("1. 电线", line, "2. 灯管")
    assert bare(line) == line or line.startswith("2、")


def test_numbers_that_count_the_lines_go() -> None:
    assert unnumbered(["1. 电线", "2、灯管", "（3）门锁"]) == ("电线", "灯管", "门锁")
    assert unnumbered(["11.电线", "12.灯管"]) == ("电线", "灯管")
    assert unnumbered(["5、电线"]) == ("电线",)
    assert unnumbered(["- 电线", "• 灯管", "-5℃"]) == ("电线", "灯管", "-5℃")
    assert unnumbered(["12.电线", "灯管"]) == ("12.电线", "灯管")


@given(st.lists(st.text(min_size=1, max_size=20), max_size=6))
def test_nothing_but_marks_is_left_out(lines: list[str]) -> None:
    assert all(line.endswith(after) for line, after in zip(lines, unnumbered(lines), strict=True))
    counted = [f"{number}. 第{each}" for number, each in enumerate("甲乙丙丁", 1)]
    assert unnumbered(counted) == ("第甲", "第乙", "第丙", "第丁")


def test_questions_keep_their_figures() -> None:
    assert [each.text for each in read("1. 1.5倍加班费发了吗？\n2. 2025年的食堂如何？")] == [
        "1.5倍加班费发了吗？",
        "2025年的食堂如何？",
    ]


@pytest.mark.parametrize(
    ("closed", "state", "over"),
    [
        ("2025-12-31", "", "2025-12-31"),
        ("", "已办结", "已办结"),
        ("", "是", "是"),
        ("—", "否", ""),
        ("", "未完成", ""),
        ("", "正在解决", ""),
        ("", "", ""),
    ],
)
def test_what_says_that_a_row_is_over(closed: str, state: str, over: str) -> None:
    assert is_over(closed, state) == over


NAMES = {"问题": "text", "时限（天）": "days"}


@pytest.mark.parametrize(
    "cell", ["问 题", "问题（必填）", "*问题", "＊问题：", "问\n题", "问题 [200字以内]", "★问题【必填】"]
)
def test_headings_as_offices_write_them(cell: str) -> None:
    assert find_heading([["表一"], ["序号", cell, "时限(天)"]], NAMES, ("text",)) == (1, {1: "text", 2: "days"})


def test_the_sheet_that_fits_is_read() -> None:
    notes = Sheet("填表说明", (("请按下表填写",), ("问题要写清楚",)))
    data, large = Sheet("表1", (("问题",), ("灯坏了",))), Sheet("表2", (), "many")

    def fits(rows: object) -> bool:
        return find_heading(rows, NAMES, ("text",)) is not None  # type: ignore[arg-type]

    assert choose([notes, large, data], fits) is data
    assert choose([notes, large], fits) is large
    assert choose([notes], fits) is None
    assert written_where((("标题",), ("甲", "", "乙\n丙"), ("1", "2"))) == (2, ("甲", "乙 丙"))
