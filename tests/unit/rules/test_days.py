"""Which days words name: for who promises, who looks back, and who does neither."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.rules.days import Days, Lean, Shape, months_on, read_days, written_day

TODAY = date(2026, 3, 18)
"""A Wednesday."""


def read(word: str, lean: Lean = Lean.NEAR, today: date = TODAY) -> str:
    found = read_days(word, today, lean)
    assert found is not None, word
    return f"{found.first:%Y-%m-%d}" if found.first == found.last else f"{found.first:%Y-%m-%d}..{found.last:%Y-%m-%d}"


@pytest.mark.parametrize(
    ("word", "days"),
    [
        ("大前天", "2026-03-15"),
        ("前天", "2026-03-16"),
        ("前日", "2026-03-16"),
        ("昨天", "2026-03-17"),
        ("昨日", "2026-03-17"),
        ("今天", "2026-03-18"),
        ("今日", "2026-03-18"),
        ("明天", "2026-03-19"),
        ("明日", "2026-03-19"),
        ("后天", "2026-03-20"),
        ("后日", "2026-03-20"),
        ("大后天", "2026-03-21"),
        ("yesterday", "2026-03-17"),
        ("today", "2026-03-18"),
        ("tomorrow", "2026-03-19"),
        ("the day after tomorrow", "2026-03-20"),
        ("上上周", "2026-03-02..2026-03-08"),
        ("上周", "2026-03-09..2026-03-15"),
        ("本周", "2026-03-16..2026-03-22"),
        ("这周", "2026-03-16..2026-03-22"),
        ("下周", "2026-03-23..2026-03-29"),
        ("下下个星期", "2026-03-30..2026-04-05"),
        ("last week", "2026-03-09..2026-03-15"),
        ("this week", "2026-03-16..2026-03-22"),
        ("next-week", "2026-03-23..2026-03-29"),
        ("上周三", "2026-03-11"),
        ("本周一", "2026-03-16"),
        ("下周日", "2026-03-29"),
        ("下周天", "2026-03-29"),
        ("周1", "2026-03-16"),
        ("周7", "2026-03-22"),
        ("next Friday".lower(), "2026-03-27"),
        ("last monday", "2026-03-09"),
        ("上月", "2026-02-01..2026-02-28"),
        ("本月", "2026-03-01..2026-03-31"),
        ("下个月", "2026-04-01..2026-04-30"),
        ("last month", "2026-02-01..2026-02-28"),
        ("下月5日", "2026-04-05"),
        ("上月28号", "2026-02-28"),
        ("上季度", "2025-10-01..2025-12-31"),
        ("本季", "2026-01-01..2026-03-31"),
        ("下季度", "2026-04-01..2026-06-30"),
        ("next quarter", "2026-04-01..2026-06-30"),
        ("2026q4", "2026-10-01..2026-12-31"),
        ("去年", "2025-01-01..2025-12-31"),
        ("前年", "2024-01-01..2024-12-31"),
        ("今年", "2026-01-01..2026-12-31"),
        ("本年度", "2026-01-01..2026-12-31"),
        ("明年", "2027-01-01..2027-12-31"),
        ("后年", "2028-01-01..2028-12-31"),
        ("next year", "2027-01-01..2027-12-31"),
        ("26年", "2026-01-01..2026-12-31"),
        ("2025", "2025-01-01..2025-12-31"),
        ("去年三季度", "2025-07-01..2025-09-30"),
        ("2025年下半年", "2025-07-01..2025-12-31"),
        ("明年上半年", "2027-01-01..2027-06-30"),
        ("2025-12", "2025-12-01..2025-12-31"),
        ("去年元月", "2025-01-01..2025-01-31"),
        ("2026年2月上旬", "2026-02-01..2026-02-10"),
        ("2026年2月中旬", "2026-02-11..2026-02-20"),
        ("2026年2月下旬", "2026-02-21..2026-02-28"),
        ("下月下旬", "2026-04-21..2026-04-30"),
        ("二月底", "2026-02-28"),
        ("月底", "2026-03-31"),
        ("季末", "2026-03-31"),
        ("年底", "2026-12-31"),
        ("下周末", "2026-03-29"),
        ("end of next month", "2026-04-30"),
        ("end of december", "2025-12-31"),
        ("29 february 2024", "2024-02-29"),
        ("may 5, 2025", "2025-05-05"),
    ],
)
def test_words_for_days(word: str, days: str) -> None:
    assert read(word) == days


@pytest.mark.parametrize(
    ("word", "ahead", "back", "near"),
    [
        ("周三", "2026-03-18", "2026-03-18", "2026-03-18"),
        ("周二", "2026-03-24", "2026-03-17", "2026-03-17"),
        ("周四", "2026-03-19", "2026-03-12", "2026-03-19"),
        ("18日", "2026-03-18", "2026-03-18", "2026-03-18"),
        ("17日", "2026-03-17", "2026-03-17", "2026-03-17"),
        ("19日", "2026-03-19", "2026-02-19", "2026-03-19"),
        # So far back that no slip of the pen is likely: half a month.
        ("3日", "2026-03-03", "2026-03-03", "2026-03-03"),
        ("2日", "2026-04-02", "2026-03-02", "2026-03-02"),
        ("3月", "2026-03-01..2026-03-31", "2026-03-01..2026-03-31", "2026-03-01..2026-03-31"),
        ("2月", "2026-02-01..2026-02-28", "2026-02-01..2026-02-28", "2026-02-01..2026-02-28"),
        ("4月", "2026-04-01..2026-04-30", "2025-04-01..2025-04-30", "2026-04-01..2026-04-30"),
        ("11月", "2026-11-01..2026-11-30", "2025-11-01..2025-11-30", "2025-11-01..2025-11-30"),
        ("3月18日", "2026-03-18", "2026-03-18", "2026-03-18"),
        ("3月19日", "2026-03-19", "2025-03-19", "2026-03-19"),
        ("9月16日", "2026-09-16", "2025-09-16", "2026-09-16"),
        ("9月17日", "2026-09-17", "2025-09-17", "2025-09-17"),
        ("一季度", "2026-01-01..2026-03-31", "2026-01-01..2026-03-31", "2026-01-01..2026-03-31"),
        ("四季度", "2026-10-01..2026-12-31", "2025-10-01..2025-12-31", "2025-10-01..2025-12-31"),
        ("下半年", "2026-07-01..2026-12-31", "2025-07-01..2025-12-31", "2026-07-01..2026-12-31"),
    ],
)
def test_what_names_no_year_depends_on_who_says_it(word: str, ahead: str, back: str, near: str) -> None:
    assert (read(word, Lean.AHEAD), read(word, Lean.BACK), read(word, Lean.NEAR)) == (ahead, back, near)


def test_what_has_passed_is_the_next_one_only_within_half_a_year() -> None:
    today = date(2026, 8, 15)
    assert read("2月14日", Lean.AHEAD, today) == "2027-02-14"
    assert read("2月15日", Lean.AHEAD, today) == "2026-02-15"
    assert read("8月14日", Lean.AHEAD, today) == "2026-08-14"
    assert read("8月15日", Lean.AHEAD, today) == "2026-08-15"


@pytest.mark.parametrize(
    "word",
    [
        "13月", "0月", "2月30日", "2月29日", "3月0日", "32日", "下月31日", "13月上旬", "零月上旬", "1999年", "2200年",
        "1999-12-31", "周8", "周0", "五季度", "", "食堂",
    ],
)  # fmt: skip
def test_what_names_no_days(word: str) -> None:
    assert read_days(word, TODAY, Lean.NEAR) is None


def test_shapes() -> None:
    day = date(2026, 3, 31)
    assert read_days("3月31日", TODAY, Lean.AHEAD) == Days(day, day, Shape.DAY)
    assert read_days("3月底", TODAY, Lean.AHEAD) == Days(day, day, Shape.END)
    assert read_days("3月", TODAY, Lean.AHEAD) == Days(date(2026, 3, 1), day, Shape.STRETCH)
    assert read_days("2000-01-01", TODAY, Lean.BACK) is not None
    assert read_days("2199-12-31", TODAY, Lean.AHEAD) is not None


@given(st.dates(date(2000, 1, 1), date(2199, 12, 31)))
def test_a_whole_date_is_that_day_for_everyone(day: date) -> None:
    for text in (
        f"{day:%Y-%m-%d}",
        f"{day:%Y%m%d}" if day.year < 2100 else f"{day:%Y.%m.%d}",
        f"{day.year}/{day.month}/{day.day}",
        f"{day.year}年{day.month}月{day.day}日",
    ):
        assert written_day(text) == day
        for lean in Lean:
            assert read_days(text, TODAY, lean) == Days(day, day)
    for text in (f"{day.month}月{day.day}日", "明天", ""):
        assert written_day(text) is None


@given(st.dates(date(2001, 1, 1), date(2198, 12, 31)), st.integers(-30, 30))
def test_months_on_end_with_a_short_month(day: date, months: int) -> None:
    there = months_on(day, months)
    assert (there.year * 12 + there.month) - (day.year * 12 + day.month) == months
    assert there.day == day.day or (there.day < day.day and (there + timedelta(days=1)).day == 1)


@given(st.dates(date(2020, 1, 1), date(2030, 12, 31)), st.integers(1, 12))
def test_a_month_lies_where_somebody_looks(today: date, month: int) -> None:
    word = f"{month}月"
    ahead, back = read_days(word, today, Lean.AHEAD), read_days(word, today, Lean.BACK)
    assert ahead is not None
    assert back is not None
    assert back.first <= today < months_on(back.first, 12)
    assert ahead.last >= today or (months_on(ahead.first, 12) - today).days > 183


@pytest.mark.parametrize("month", range(1, 13))
def test_english_months_and_days_of_the_week_in_short_and_in_full(month: int) -> None:
    day = date(2026, month, 5)
    for name in (f"{day:%B}", f"{day:%b}"):
        for text in (f"5 {name} 2026", f"{name} 5th, 2026", f"5th of {name} 2026"):
            assert read(text.lower()) == f"{day:%Y-%m-%d}", text
    monday = date(2026, 3, 16)
    for at in range(7):
        there = monday + timedelta(days=at)
        for text in (f"this {there:%A}", f"this {there:%a}"):
            assert read(text.lower()) == f"{there:%Y-%m-%d}", text
