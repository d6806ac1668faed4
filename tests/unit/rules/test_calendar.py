"""The Chinese work calendar, against the package that knows the holidays."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

import holidays
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from handlers.rules.calendar import LAST_NOTICE, NoWorkingDay, WorkCalendar

CALENDAR = WorkCalendar()
CHINA = holidays.country_holidays("CN")
AT = st.integers(int(datetime(2019, 1, 1, tzinfo=CALENDAR.tz).timestamp()), int(datetime(2026, 12, 1).timestamp()))


@pytest.mark.parametrize("year", range(2018, LAST_NOTICE + 1))
def test_every_day_is_as_the_package_says(year: int) -> None:
    day = date(year, 1, 1)
    while day.year == year:
        assert CALENDAR.is_workday(day) == bool(CHINA.is_working_day(day)), day
        assert not CALENDAR.is_provisional(day)
        day += timedelta(days=1)


def test_known_days_of_2026() -> None:
    assert not CALENDAR.is_workday(date(2026, 1, 1))
    assert not CALENDAR.is_workday(date(2026, 10, 1))
    assert CALENDAR.is_workday(date(2026, 3, 2))


@given(AT, st.integers(0, 200_000))
@settings(max_examples=200)
def test_adding_and_counting_agree(begun: int, seconds: int) -> None:
    until = CALENDAR.add_working(begun, seconds)
    assert CALENDAR.working_seconds(begun, until.at) == seconds
    assert not until.provisional


@given(AT, AT, AT)
@settings(max_examples=100)
def test_working_time_adds_up(first: int, second: int, third: int) -> None:
    a, b, c = sorted((first, second, third))
    b, c = min(b, a + 90 * 86_400), min(c, a + 120 * 86_400)
    assert CALENDAR.working_seconds(a, b) + CALENDAR.working_seconds(b, c) == CALENDAR.working_seconds(a, c)
    assert CALENDAR.working_seconds(b, a) == -CALENDAR.working_seconds(a, b)


@given(AT)
def test_the_next_working_moment_is_one(begun: int) -> None:
    found = CALENDAR.next_working(begun)
    assert found >= begun
    assert CALENDAR.is_working(found)
    assert (found == begun) == CALENDAR.is_working(begun)


def test_days_of_a_year_without_notice_are_provisional() -> None:
    begun = int(datetime(LAST_NOTICE, 12, 28, 10, tzinfo=CALENDAR.tz).timestamp())
    assert CALENDAR.add_workdays(begun, 15).provisional
    notice = {date(LAST_NOTICE + 1, 2, 20): True}
    assert not WorkCalendar(notice=notice).add_workdays(begun, 15).provisional
    # A day about New Year stands in the neighbouring year's notice too, and makes no year certain.
    assert WorkCalendar(notice={date(LAST_NOTICE + 1, 1, 2): False}).add_workdays(begun, 15).provisional


def test_own_days_go_before_the_notice() -> None:
    day = date(2026, 3, 3)
    assert not WorkCalendar(own={day: False}, notice={day: True}).is_workday(day)


def test_a_calendar_without_work_says_so() -> None:
    first = date(2026, 1, 1)
    closed = {first + timedelta(days=each): False for each in range(900)}
    with pytest.raises(NoWorkingDay):
        WorkCalendar(own=closed).next_workday(first)


@pytest.mark.parametrize(
    ("day", "certain"),
    [((12, 28), True), ((12, 29), False), ((12, 30), False), ((12, 31), False), ((1, 1), False), ((1, 2), False),
     ((1, 3), False), ((1, 4), True)],
)  # fmt: skip
def test_a_bridge_about_new_year_makes_no_year_certain(day: tuple[int, int], certain: bool) -> None:
    year = LAST_NOTICE + 2
    calendar = WorkCalendar(notice={date(year, *day): False})
    assert calendar.is_provisional(date(year, 6, 1)) != certain
    assert calendar.is_provisional(date(year + 1, 6, 1))


def test_hours_of_ones_own_and_none_that_end_before_they_begin() -> None:
    early = WorkCalendar(start=time(7, 45), end=time(16, 15))
    assert early.day_seconds == 8 * 3600 + 1800
    monday = date(2026, 3, 2)
    assert f"{early.local(early.opens(monday)):%H:%M}" == "07:45"
    assert f"{early.local(early.closes(monday)):%H:%M}" == "16:15"
    for start, end in ((time(9), time(9)), (time(17), time(9))):
        with pytest.raises(ValueError, match="must end"):
            WorkCalendar(start=start, end=end)


def test_the_nearest_working_day_may_be_a_year_away_and_no_more() -> None:
    first = date(2026, 1, 5)
    for length, found in ((400, True), (401, False)):
        closed = {first + timedelta(days=each): False for each in range(1, length)}
        calendar = WorkCalendar(own=closed | {first + timedelta(days=length): True})
        if found:
            assert calendar.next_workday(first) == first + timedelta(days=400)
            assert calendar.previous_workday(first + timedelta(days=400)) == first
        else:
            with pytest.raises(NoWorkingDay, match="after"):
                calendar.next_workday(first)
            with pytest.raises(NoWorkingDay, match="before"):
                calendar.previous_workday(first + timedelta(days=401))


def test_a_part_of_no_time_is_the_next_working_moment() -> None:
    ten = int(datetime(2026, 3, 2, 10, tzinfo=CALENDAR.tz).timestamp())
    assert CALENDAR.share(ten, ten - 3600, 0.5) == CALENDAR.share(ten, ten, 0.5) == ten
    night = ten + 10 * 3600
    assert CALENDAR.share(night, night - 3600, 0.5) == CALENDAR.next_working(night)
    assert CALENDAR.share(ten, ten + 7200, 0.25) == ten + 1800
