"""Where the demonstration's clock goes, and where it looks on its way."""

from __future__ import annotations

from datetime import datetime

import pytest

from bot.demonstration import looks, until
from handlers.rules.calendar import WorkCalendar
from sandbox import Impossible

CALENDAR = WorkCalendar()


def at(text: str) -> int:
    return int(datetime.fromisoformat(text).replace(tzinfo=CALENDAR.tz).timestamp())


@pytest.mark.parametrize(
    ("wish", "now", "then"),
    [
        ({"skip": "hour"}, "2026-03-02 09:00", "2026-03-02 10:00"),
        ({"skip": "workday"}, "2026-03-02 09:00", "2026-03-03 09:00"),
        ({"skip": "workday"}, "2026-03-06 20:00", "2026-03-09 17:30"),
        ({"skip": "week"}, "2026-03-02 09:00", "2026-03-09 09:00"),
        ({"add": 60.5}, "2026-03-02 09:00", "2026-03-02 09:01"),
    ],
)
def test_where_it_goes(wish: dict[str, object], now: str, then: str) -> None:
    assert until(wish, at(now), CALENDAR) == at(then)


@pytest.mark.parametrize("wish", [{}, {"add": -1}, {"add": 0}, {"add": True}, {"add": "3"}, {"add": 1e12}, {"skip": 1}])
def test_where_it_does_not_go(wish: dict[str, object]) -> None:
    with pytest.raises(Impossible):
        until(wish, at("2026-03-02 09:00"), CALENDAR)


def test_it_looks_a_few_times_a_day() -> None:
    found = list(looks(at("2026-03-02 09:00"), at("2026-03-04 08:30"), CALENDAR))
    assert [f"{CALENDAR.local(each):%d %H:%M}" for each in found] == [
        "02 14:01",
        "03 03:40",
        "03 08:30",
        "03 08:31",
        "03 14:01",
        "04 03:40",
    ]
    assert list(looks(at("2026-03-02 09:00"), at("2026-03-02 10:00"), CALENDAR)) == []
