"""The life of a task, the bar of a list, and what a pasted line or a table's row says."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.rules.lifecycle import Role
from handlers.rules.tasks import (
    TABLE,
    Line,
    TaskAction,
    TaskState,
    bar,
    done,
    has_heading,
    possible,
    read_lines,
    read_rows,
)

STATES = st.sampled_from(TaskState)


@pytest.mark.parametrize(
    ("state", "owner", "office"),
    [
        (TaskState.OPEN, "progress report", "progress report move hand_over drop"),
        (TaskState.REPORTED, "progress", "progress strike send_back drop"),
        (TaskState.STRUCK, "", "relapse"),
        (TaskState.DROPPED, "", ""),
    ],
)
def test_whoever_can_do_something(state: TaskState, owner: str, office: str) -> None:
    assert " ".join(possible(state, Role.OWNER)) == owner
    assert " ".join(possible(state, Role.SECRETARY)) == office
    for role in set(Role) - {Role.OWNER, Role.SECRETARY}:
        assert possible(state, role) == ()


def test_only_what_was_reported_is_struck_off_and_never_by_its_owner() -> None:
    for (state, action), (to, roles) in TABLE.items():
        if to is TaskState.STRUCK:
            assert (state, action, roles) == (TaskState.REPORTED, TaskAction.STRIKE, frozenset({Role.SECRETARY}))


@given(st.lists(STATES, max_size=30))
def test_a_bar_is_full_only_when_everything_is_struck_off(states: list[TaskState]) -> None:
    struck, whole = done(states)
    assert struck == states.count(TaskState.STRUCK)
    assert whole == len(states) - states.count(TaskState.DROPPED)
    shown = bar(states)
    assert len(shown) == 10
    assert shown == "▓" * shown.count("▓") + "░" * shown.count("░")
    assert (shown == "▓" * 10) == (struck == whole > 0)
    assert shown.count("▓") <= 10 * struck / max(whole, 1) < shown.count("▓") + 1


def test_lines_as_people_paste_them() -> None:
    text = "1. 电气线路老化\n\n 2、消防 | 通道堵塞 \n3. 消防｜灭火器过期｜更换|王建国\t6月底｜多的"
    assert read_lines(text) == (
        Line("电气线路老化"),
        Line("通道堵塞", "消防"),
        Line("灭火器过期", "消防", "更换", "王建国", "6月底"),
    )
    assert read_lines(" \n") == ()


def test_what_is_too_long_is_cut() -> None:
    title, cell = "题" * 501, "字" * 1001
    assert read_lines(title) == (Line(title[:-1]),)
    cut = Line(title[:-1], "字" * 50, "字" * 1000, "字" * 50, "字" * 50)
    assert read_lines(" | ".join((cell, title, cell, cell, cell))) == (cut,)
    heads = ["方面", "问题", "措施", "责任人", "期限", "销号时间"]
    (row,) = read_rows([heads, [cell, title, cell, cell, cell, cell]])
    assert (row.title, row.aspect, row.measure, row.owner, row.due) == (
        *(cut.title, cut.aspect, cut.measure, cut.owner, cut.due),
    )
    assert row.over == "字" * 50


def test_a_table_by_its_headings_or_in_the_order_of_a_line() -> None:
    heads = ["序号", "责任人", "问题", "完成时限", "是否销号", "问题"]
    assert has_heading([["整改清单"], heads])
    rows = [
        ["整改清单"],
        heads,
        ["1", "王建国", "通道|堵塞", "46112", "否", "不算"],
        ["2", "", " ", "", "", ""],
        ["3", "李四", "灭火器\n过期", "6月底", "已销号"],
        ["4", "李四"],
    ]
    assert read_rows(rows) == (
        Line("通道/堵塞", owner="王建国", due="2026-03-31"),
        Line("灭火器 过期", owner="李四", due="6月底", over="已销号"),
    )
    assert not has_heading([["消防", "通道堵塞", "清理"]])
    assert read_rows([["消防", "通道堵塞", "清理", ""], ["灭火器过期"]]) == (
        Line("通道堵塞", "消防", "清理"),
        Line("灭火器过期"),
    )
