"""Dates as people type them."""

from __future__ import annotations

from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.rules.calendar import WorkCalendar
from handlers.rules.dates import read_date, wished_by

CALENDAR = WorkCalendar()
NOW = int(datetime(2026, 11, 25, 10, tzinfo=CALENDAR.tz).timestamp())
"""A Wednesday."""


@pytest.mark.parametrize(
    ("text", "day", "rest"),
    [
        ("3天", "2026-11-30", ""),
        ("３天", "2026-11-30", ""),
        ("再给三天，等配件", "2026-11-30", "等配件"),
        ("等厂家配件，延期 5 个工作日", "2026-12-02", "等厂家配件"),
        ("3 days", "2026-11-30", ""),
        ("12月4日", "2026-12-04", ""),
        ("配件没到，申请延期到12月4日", "2026-12-04", "配件没到"),
        ("2026-12-04", "2026-12-04", ""),
        ("2026/12/4", "2026-12-04", ""),
        ("2026年12月4号之前 等审批", "2026-12-04", "等审批"),
        ("12.4", "2026-12-04", ""),
        ("1月5日", "2027-01-05", ""),
        ("下周五前办完", "2026-12-04", "办完"),
        ("周五", "2026-11-27", ""),
        ("周一", "2026-11-30", ""),
        ("明天", "2026-11-26", ""),
        ("月底", "2026-11-30", ""),
        ("两周", "2026-12-09", ""),
        ("28日前办完", "2026-11-30", "办完"),
        ("十二天", "2026-12-11", ""),
        # A Saturday: the next working day.
        ("12月5日", "2026-12-07", ""),
        # It has passed, and is given back as it is.
        ("2026-11-20", "2026-11-20", ""),
    ],
)
def test_what_is_read(text: str, day: str, rest: str) -> None:
    found = read_date(text, NOW, CALENDAR)
    assert found.at is not None
    assert f"{CALENDAR.local(found.at):%Y-%m-%d %H:%M}" == f"{day} 17:30"
    assert found.rest == rest


@pytest.mark.parametrize(
    "text",
    [
        "",
        "没有日期",
        "价格3.5元",
        "共12个人",
        "一号楼漏水",
        "20号楼漏水",
        "13月40日",
        "99999天",
        "0天",
        "第3日志",
        "电话 13800000000",
    ],
)
def test_what_is_no_date(text: str) -> None:
    found = read_date(text, NOW, CALENDAR)
    assert found.at is None
    assert found.rest == text.strip()


def test_a_span_counts_from_the_promised_date() -> None:
    promised = int(datetime(2026, 12, 1, 9, tzinfo=CALENDAR.tz).timestamp())
    found = read_date("3天", NOW, CALENDAR, since=promised)
    assert found.at is not None
    assert f"{CALENDAR.local(found.at):%m-%d}" == "12-04"
    # One that has passed long ago gives nothing back.
    late = read_date("3天", NOW, CALENDAR, since=NOW - 30 * 86_400)
    assert late.at == read_date("3天", NOW, CALENDAR).at


@given(st.text(max_size=80))
def test_anything_can_be_read(text: str) -> None:
    found = read_date(text, NOW, CALENDAR)
    if found.at is not None:
        day = CALENDAR.local(found.at).date()
        assert found.at == CALENDAR.closes(day)
        assert CALENDAR.is_workday(day)


@given(st.dates(datetime(2026, 11, 25).date(), datetime(2026, 12, 31).date()))
def test_every_way_to_write_a_day_means_the_same(day: datetime) -> None:
    ways = (
        f"{day:%Y-%m-%d}",
        f"{day.month}月{day.day}日",
        f"{day.year}年{day.month}月{day.day}号",
        f"{day.month}/{day.day}",
    )
    assert len({read_date(each, NOW, CALENDAR).at for each in ways}) == 1


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("周五前给我结果", "2026-11-27"),
        ("三天内换掉供应商。", "2026-11-30"),
        ("12月4日之前报我", "2026-12-04"),
        ("下周三以前解决，不要再拖", "2026-12-02"),
        ("今天之内回复", "2026-11-25"),
        ("月底前完成", "2026-11-30"),
        ("周六前办完", "2026-11-30"),
        ("三天前反映的，为什么没有人管", None),
        ("12月4日的检查怎么准备", None),
        ("上周五前就该办完", None),
        ("目前到哪一步了", None),
        ("明年5月1日前", None),
        ("尽快", None),
        ("", None),
    ],
)
def test_a_limit_is_read_out_of_a_sentence(text: str, day: str | None) -> None:
    at = wished_by(text, NOW, CALENDAR)
    assert (None if at is None else f"{CALENDAR.local(at):%Y-%m-%d}") == day
