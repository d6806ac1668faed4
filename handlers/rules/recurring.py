"""When something comes again: “每周三 9:30”, “每月15日 下午3点”, “每月第一个周一 14:00”."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from handlers.rules.calendar import WorkCalendar
from handlers.rules.hours import read_clock
from handlers.rules.numerals import count, plain

LAST = 5
"""The last of its weekday in a month."""
_LAST_DAY = 31
_LOOKED_AHEAD = 64
"""Days: in two months everything that comes monthly has come."""
_WEEKDAYS = "一二三四五六日"
_EN = ("mon(?:day)?", "tue(?:sday)?", "wed(?:nesday)?", "thu(?:rsday)?", "fri(?:day)?", "sat(?:urday)?", "sun(?:day)?")
_WEEKDAY = r"(?:周|星期|礼拜)(?P<w>[一二三四五六日天])"
_RULES = (
    rf"每个?{_WEEKDAY}",
    r"(?:每个?月|monthly on the|every month on the)\s*(?P<d>\d{1,2}|[一二三四五六七八九十]{1,3})(?:日|号|st|nd|rd|th)",
    r"每个?月(?:的)?(?P<last>最后一天|月底|月末|底|末)",
    rf"每个?月(?:的)?(?:第(?P<n>[一二三四1-4])个?|(?P<nl>最后一?个?)){_WEEKDAY}",
    "every (?P<ew>" + "|".join(_EN) + ")",
)
_COMPILED = tuple(re.compile(each) for each in _RULES)


class Every(StrEnum):
    """How something comes again."""

    WEEK = "week"
    """``day``: of the week, 0 is Monday."""
    MONTH = "month"
    """``day``: of the month, its last one where it is shorter."""
    NTH = "nth"
    """``day``: ten times which one (:data:`LAST` for the last), plus the day of the week."""


@dataclass(frozen=True, slots=True)
class Recurring:
    """``day``: as ``every`` counts it; ``minutes`` after midnight."""

    every: Every
    day: int
    minutes: int


@dataclass(frozen=True, slots=True)
class NotRecurring:
    """What was not understood; empty where no time of day was named."""

    unread: str


def read_recurring(text: str) -> Recurring | NotRecurring:
    """All of the text as when something comes again, or what of it was not understood."""
    written, places = plain(text.strip())
    for pattern in _COMPILED:
        found = pattern.match(written)
        if found is None:
            continue
        rule = _rule(found)
        # The word before the time says nothing more.
        rest = written[found.end() :].strip(" ,:的at")
        if rule is None or written[found.end() :].startswith(("、", "和", "及")):
            break
        minutes = read_clock(rest)
        if minutes is not None:
            return Recurring(rule[0], rule[1], minutes)
        start = len(written) - len(written[found.end() :].lstrip(" ,:的at"))
        return NotRecurring(text.strip()[places[start] :] if rest else "")
    return NotRecurring(text.strip())


def _rule(found: re.Match[str]) -> tuple[Every, int] | None:
    parts = found.groupdict()
    if parts.get("ew"):
        return Every.WEEK, next(at for at, each in enumerate(_EN) if each.startswith(parts["ew"][:3]))
    weekday = None if not parts.get("w") else _WEEKDAYS.index(parts["w"].replace("天", "日"))
    if "nl" in parts:
        which = LAST if parts["nl"] else count(parts["n"]) or 0
        return None if weekday is None else (Every.NTH, 10 * which + weekday)
    if weekday is not None:
        return Every.WEEK, weekday
    if parts.get("last"):
        return Every.MONTH, _LAST_DAY
    day = count(parts["d"])
    return None if day is None or not 1 <= day <= _LAST_DAY else (Every.MONTH, day)


def next_at(rule: Recurring, calendar: WorkCalendar, now: int) -> int:
    """When it is next after ``now``."""
    day = calendar.local(now).date()
    for ahead in range(_LOOKED_AHEAD):
        there = day + timedelta(days=ahead)
        at = int(datetime.combine(there, time(rule.minutes // 60, rule.minutes % 60), calendar.tz).timestamp())
        if at > now and _falls_on(rule, there):
            return at
    raise ValueError(rule)


def _falls_on(rule: Recurring, day: date) -> bool:
    length = monthrange(day.year, day.month)[1]
    match rule.every:
        case Every.WEEK:
            return day.weekday() == rule.day
        case Every.MONTH:
            return day.day == min(rule.day, length)
        case Every.NTH:
            which, weekday = divmod(rule.day, 10)
            nth = day.day > length - 7 if which == LAST else (day.day - 1) // 7 + 1 == which
            return day.weekday() == weekday and nth
