"""The weeks of the digest: seven days that begin at midnight of the day on which it is told."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, time, timedelta

from handlers.house import DigestRules
from handlers.rules.calendar import WorkCalendar
from handlers.wording import day

PERIOD = "week"
"""What figures are kept under."""
TREND = 8
"""Weeks that the picture shows, and over which nobody gets lost: see :mod:`handlers.digest.figures`."""


@dataclass(frozen=True, slots=True)
class Week:
    """Seven days, ``start`` included and ``until`` not, UTC epoch seconds; ``until`` comes sooner while one goes on."""

    start: int
    until: int


def week_of(calendar: WorkCalendar, rules: DigestRules, at: int) -> Week:
    """The whole week that an instant is in."""
    local = calendar.local(at)
    first = local.date() - timedelta(days=(local.weekday() - rules.weekday) % 7)
    return Week(_midnight(calendar, first.toordinal()), _midnight(calendar, first.toordinal() + 7))


def _midnight(calendar: WorkCalendar, ordinal: int) -> int:
    return int(datetime.combine(datetime.fromordinal(ordinal).date(), time(), calendar.tz).timestamp())


def earlier(calendar: WorkCalendar, week: Week, weeks: int = 1) -> Week:
    """The whole week that began ``weeks`` weeks before (after, for a negative number)."""
    first = calendar.local(week.start).toordinal() - 7 * weeks
    return Week(_midnight(calendar, first), _midnight(calendar, first + 7))


def so_far(week: Week, now: int) -> Week:
    """The week up to now and with it, where it is not over."""
    return Week(week.start, min(week.until, max(now, week.start) + 1))


def told_last(calendar: WorkCalendar, rules: DigestRules, now: int) -> Week:
    """The week whose digest was due last: the one before that of the last digest time that has come."""
    current = week_of(calendar, rules, now)
    due = current.start + rules.minutes * 60
    return earlier(calendar, current, 1 if now >= due else 2)


def label(locale: str, calendar: WorkCalendar, week: Week) -> str:
    """The first and the last day of a week in words."""
    return f"{day(locale, calendar, week.start)}—{day(locale, calendar, week.until - 1)}"
