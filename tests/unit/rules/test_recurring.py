"""When something comes again."""

from __future__ import annotations

from datetime import datetime

import pytest

from handlers.rules.calendar import WorkCalendar
from handlers.rules.recurring import NotRecurring, Recurring, next_at, read_recurring

CALENDAR = WorkCalendar()
NOW = int(datetime(2026, 3, 2, 10, tzinfo=CALENDAR.tz).timestamp())
"""A Monday."""


@pytest.mark.parametrize(
    ("text", "following"),
    [
        ("每周三 9:00", "03-04 09:00"),
        ("每周三9点半", "03-04 09:30"),
        ("每星期天下午2点半", "03-08 14:30"),
        ("每周一上午九点一刻", "03-09 09:15"),
        ("每月5日 14:30", "03-05 14:30"),
        ("每个月2号 中午12点", "03-02 12:00"),
        ("每月31日 9:00", "03-31 09:00"),
        ("每月1日 9:00", "04-01 09:00"),
        ("每周一 10:00", "03-09 10:00"),
        ("每周一 10:01", "03-02 10:01"),
        ("每周二 23:59", "03-03 23:59"),
        ("每月第四个周日 9:00", "03-22 09:00"),
        ("每月第1个周日 9:00", "04-05 09:00"),
        ("每月最后一个周二 9:00", "03-31 09:00"),
        ("every sunday at 9am", "03-08 09:00"),
        ("monthly on the 3rd 9:00", "03-03 09:00"),
        ("每月第一个周一 9:00", "04-06 09:00"),
        ("每月最后一个周五 15:00", "03-27 15:00"),
        ("每月月底 9:00", "03-31 09:00"),
        ("every Wednesday at 2pm", "03-04 14:00"),
    ],
)
def test_what_comes_again(text: str, following: str) -> None:
    found = read_recurring(text)
    assert isinstance(found, Recurring)
    assert f"{CALENDAR.local(next_at(found, CALENDAR, NOW)):%m-%d %H:%M}" == following


@pytest.mark.parametrize(
    ("text", "unread"),
    [
        ("每周三", ""),
        ("每月15日", ""),
        ("每周三3点", "3点"),
        ("每周三9点到11点", "9点到11点"),
        ("每周三 9:00 左右", "9:00 左右"),
        ("每周一、三 9:00", "每周一、三 9:00"),
        ("每两周 9:00", "每两周 9:00"),
        ("每月40日 9:00", "每月40日 9:00"),
        ("每月32日 9:00", "每月32日 9:00"),
        ("每月0日 9:00", "每月0日 9:00"),
        ("周三 9:00", "周三 9:00"),
        ("", ""),
    ],
)
def test_what_was_not_understood_is_given_back(text: str, unread: str) -> None:
    assert read_recurring(text) == NotRecurring(unread)


def test_a_day_that_a_month_has_not_is_its_last_one() -> None:
    rule = read_recurring("每月31日 9:00")
    assert isinstance(rule, Recurring)
    at = NOW
    found = []
    for _ in range(14):
        at = next_at(rule, CALENDAR, at)
        found.append(f"{CALENDAR.local(at):%m-%d}")
    assert found[:3] == ["03-31", "04-30", "05-31"]
    assert found[11:] == ["02-28", "03-31", "04-30"]
