"""The spans of the digest: weeks that begin at midnight of the day on which it is told, months and quarters."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from handlers.core.house import DigestRules
from handlers.core.texts import say
from handlers.core.wording import day
from handlers.rules.calendar import WorkCalendar

PERIODS = ("week", "month", "quarter")
"""What figures are kept under."""
_MONTHS = {"month": 1, "quarter": 3}
TREND = 8
"""Weeks that the picture shows, and over which nobody gets lost: see :mod:`handlers.reports.digest.figures`."""


@dataclass(frozen=True, slots=True)
class Week:
    """Seven days, or a month or quarter (``period``): ``start`` included and ``until`` not, UTC epoch seconds.

    ``until`` comes sooner while one goes on.
    """

    start: int
    until: int
    period: str = "week"


def week_of(calendar: WorkCalendar, rules: DigestRules, at: int) -> Week:
    """The whole week that an instant is in."""
    local = calendar.local(at)
    first = local.date() - timedelta(days=(local.weekday() - rules.weekday) % 7)
    return Week(_midnight(calendar, first.toordinal()), _midnight(calendar, first.toordinal() + 7))


def span_of(calendar: WorkCalendar, period: str, at: int, *, back: int = 0) -> Week:
    """The whole month or quarter that an instant is in, or the one so many before it."""
    length = _MONTHS[period]
    local = calendar.local(at)
    first = (local.year * 12 + local.month - 1) // length * length - back * length
    days = [date(month // 12, month % 12 + 1, 1).toordinal() for month in (first, first + length)]
    return Week(_midnight(calendar, days[0]), _midnight(calendar, days[1]), period)


def _midnight(calendar: WorkCalendar, ordinal: int) -> int:
    return int(datetime.combine(datetime.fromordinal(ordinal).date(), time(), calendar.tz).timestamp())


def earlier(calendar: WorkCalendar, week: Week, weeks: int = 1) -> Week:
    """The whole week that began ``weeks`` weeks before (after, for a negative number)."""
    if week.period != "week":
        return span_of(calendar, week.period, week.start, back=weeks)
    first = calendar.local(week.start).toordinal() - 7 * weeks
    return Week(_midnight(calendar, first), _midnight(calendar, first + 7))


def so_far(week: Week, now: int) -> Week:
    """The week up to now and with it, where it is not over."""
    return Week(week.start, min(week.until, max(now, week.start) + 1), week.period)


def told_last(calendar: WorkCalendar, rules: DigestRules, now: int) -> Week:
    """The week whose digest was due last: the one before that of the last digest time that has come."""
    current = week_of(calendar, rules, now)
    due = current.start + rules.minutes * 60
    return earlier(calendar, current, 1 if now >= due else 2)


def mark(locale: str, calendar: WorkCalendar, week: Week) -> str:
    """A span in as few characters as there is room for under a column: its first day, its month, its quarter."""
    local = calendar.local(week.start)
    year = str(local.year)
    if week.period == "quarter":
        return say(locale, "digest-label-quarter", year=year, quarter=(local.month + 2) // 3)
    if week.period == "month":
        if local.month == 1:
            return say(locale, "digest-label-january", year=year)
        return say(locale, "digest-label-month", month=local.month)
    return day(locale, calendar, week.start)


def label(locale: str, calendar: WorkCalendar, week: Week) -> str:
    """The first and the last day of a week in words."""
    return f"{day(locale, calendar, week.start)}—{day(locale, calendar, week.until - 1)}"
