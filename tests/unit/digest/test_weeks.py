"""How spans are marked below the columns of the picture."""

from __future__ import annotations

from datetime import datetime

import pytest

from handlers.reports.digest.weeks import Week, mark, span_of
from handlers.rules.calendar import WorkCalendar

CALENDAR = WorkCalendar()


def at(year: int, month: int, day: int) -> int:
    return int(datetime(year, month, day, tzinfo=CALENDAR.tz).timestamp())


@pytest.mark.parametrize(
    ("week", "chinese", "english"),
    [
        (Week(at(2026, 3, 2), at(2026, 3, 9)), "3月2日", "3/2"),
        (span_of(CALENDAR, "month", at(2026, 5, 20)), "5月", "May"),
        (span_of(CALENDAR, "month", at(2026, 1, 20)), "2026年1月", "Jan 2026"),
        (span_of(CALENDAR, "quarter", at(2025, 12, 31)), "2025Q4", "2025Q4"),
    ],
)
def test_a_span_is_marked_in_few_characters(week: Week, chinese: str, english: str) -> None:
    assert mark("zh-CN", CALENDAR, week) == chinese
    assert mark("en", CALENDAR, week) == english
