"""What a search is narrowed by."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from handlers.rules.calendar import WorkCalendar
from handlers.rules.filters import Filter, NotUnderstood, read, span
from handlers.rules.lifecycle import OPEN, Source, State

CALENDAR = WorkCalendar()
NOW = int(datetime(2026, 3, 18, 10, 0, tzinfo=CALENDAR.tz).timestamp())
NAMES = {
    "state-in_progress": ("办理中", "In progress"),
    "state-accepted": ("已受理", "Accepted"),
    "source-hotline": ("专线电话", "Hotline"),
    "source-box": ("意见箱", "Box"),
}


def days(text: str) -> tuple[date, date]:
    found = read(text, NOW, CALENDAR, NAMES)
    assert found.start is not None
    assert found.until is not None
    return CALENDAR.local(found.start).date(), CALENDAR.local(found.until).date()


def test_words_and_filters_in_any_order() -> None:
    found = read("单位:一分厂 食堂 状态：办理中 太咸 渠道:热线 类别:食堂", NOW, CALENDAR, NAMES)
    assert found == Filter("食堂 太咸", "一分厂", "食堂", frozenset({State.IN_PROGRESS}), frozenset({Source.HOTLINE}))
    assert found.narrows
    assert not read("食堂 太咸", NOW, CALENDAR, NAMES).narrows
    assert read("状态:未办结", NOW, CALENDAR, NAMES).states == frozenset(OPEN)
    assert read("状态:已受理、办理中", NOW, CALENDAR, NAMES).states == {State.ACCEPTED, State.IN_PROGRESS}


def test_a_name_with_its_path_may_hold_blanks() -> None:
    found = read("太咸 / 单位:一分厂 / 一车间 食堂 类别:食堂（东区 二楼） 状态:办理中", NOW, CALENDAR, NAMES)
    assert (found.unit, found.category, found.words) == ("一分厂 / 一车间", "食堂（东区 二楼）", "太咸 / 食堂")


def test_english_words_do_as_well() -> None:
    found = read("canteen state:in-progress channel:hotline time:last-week", NOW, CALENDAR, NAMES)
    assert found.words == "canteen"
    assert found.states == {State.IN_PROGRESS}
    assert found.sources == {Source.HOTLINE}
    assert days("time:last-week") == days("时间:上周")
    assert days("time:last30days") == days("时间:近30天")


@pytest.mark.parametrize(
    ("word", "first", "after"),
    [
        ("3月", date(2026, 3, 1), date(2026, 4, 1)),
        ("12月", date(2025, 12, 1), date(2026, 1, 1)),
        ("2026-02", date(2026, 2, 1), date(2026, 3, 1)),
        ("2026-02-03", date(2026, 2, 3), date(2026, 2, 4)),
        ("2025", date(2025, 1, 1), date(2026, 1, 1)),
        ("上周", date(2026, 3, 9), date(2026, 3, 16)),
        ("上月", date(2026, 2, 1), date(2026, 3, 1)),
        ("近7天", date(2026, 3, 11), date(2026, 3, 19)),
        ("今天", date(2026, 3, 18), date(2026, 3, 19)),
        ("昨天", date(2026, 3, 17), date(2026, 3, 18)),
        ("前天", date(2026, 3, 16), date(2026, 3, 17)),
        ("本周", date(2026, 3, 16), date(2026, 3, 23)),
        ("下周", date(2026, 3, 23), date(2026, 3, 30)),
        ("周四", date(2026, 3, 12), date(2026, 3, 13)),
        ("前年", date(2024, 1, 1), date(2025, 1, 1)),
        ("今年", date(2026, 1, 1), date(2027, 1, 1)),
        ("近1天", date(2026, 3, 17), date(2026, 3, 19)),
        ("近3日", date(2026, 3, 15), date(2026, 3, 19)),
        ("过去两周", date(2026, 3, 4), date(2026, 3, 19)),
        ("最近3个星期", date(2026, 2, 25), date(2026, 3, 19)),
        ("近2年", date(2024, 3, 18), date(2026, 3, 19)),
        ("近半月", date(2026, 3, 3), date(2026, 3, 19)),
        ("近599个月", date(1976, 4, 18), date(2026, 3, 19)),
        ("last-2-weeks", date(2026, 3, 4), date(2026, 3, 19)),
        ("last1day", date(2026, 3, 17), date(2026, 3, 19)),
        ("last3months", date(2025, 12, 18), date(2026, 3, 19)),
        ("12月至1月", date(2025, 12, 1), date(2026, 2, 1)),
        ("3月18日到3月18日", date(2026, 3, 18), date(2026, 3, 19)),
        ("去年", date(2025, 1, 1), date(2026, 1, 1)),
        ("一季度", date(2026, 1, 1), date(2026, 4, 1)),
        ("上半年", date(2026, 1, 1), date(2026, 7, 1)),
        ("近半年", date(2025, 9, 18), date(2026, 3, 19)),
        ("近三个月", date(2025, 12, 18), date(2026, 3, 19)),
        ("2026-03..2026-05", date(2026, 3, 1), date(2026, 6, 1)),
        ("3月1日至3月15日", date(2026, 3, 1), date(2026, 3, 16)),
        ("3月至5月", date(2026, 3, 1), date(2026, 6, 1)),
        ("11月到2月", date(2025, 11, 1), date(2026, 3, 1)),
    ],
)
def test_times(word: str, first: date, after: date) -> None:
    assert days(f"时间:{word}") == (first, after)


@pytest.mark.parametrize(
    "text",
    [
        "状态:胡说",
        "时间:13月",
        "时间:2026-02-30",
        "时间:3月初",
        "时间:2026-05..2026-03",
        "时间:近0天",
        "时间:近600个月",
        "时间:近半天",
        "时间:1月至2月至3月",
        "时间:3月至胡说",
        "时间:胡说至3月",
        "时间:2026-03-02..2026-03-01",
        "状态:已受理、胡说",
        "渠道:热线、飞鸽",
        "颜色:红",
        "渠道:飞鸽",
    ],
)
def test_what_makes_no_sense_is_named(text: str) -> None:
    with pytest.raises(NotUnderstood):
        read(text, NOW, CALENDAR, NAMES)


def test_what_is_due_lies_near_and_a_channel_has_other_names() -> None:
    def due(word: str) -> tuple[date, date]:
        begins, ends = span(word, NOW, CALENDAR, due=True)
        return CALENDAR.local(begins).date(), CALENDAR.local(ends).date()

    assert due("4月") == (date(2026, 4, 1), date(2026, 5, 1))
    assert days("时间:4月") == (date(2025, 4, 1), date(2025, 5, 1))
    assert read("渠道:来电、座谈，信件", NOW, CALENDAR, NAMES).sources == {Source.HOTLINE, Source.VISIT, Source.LETTER}
    assert read("渠道:box", NOW, CALENDAR, NAMES).sources == {Source.BOX}
    assert read("状态:在办", NOW, CALENDAR, NAMES).states == frozenset(OPEN)
    assert read("食堂 : 很贵", NOW, CALENDAR, NAMES).words == "食堂 : 很贵"
