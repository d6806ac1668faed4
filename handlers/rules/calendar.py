"""The Chinese work calendar: which days are worked, and counting working time.

Days come from the ``holidays`` package (checked against ``chinesecalendar`` for every day of 2018–2026: no difference).
The State Council's notice on 调休 for a year appears late in the year before; until it is known, that year's days are
provisional (暂定). An imported notice, or a unit's own rest days, go before the package.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import holidays

LAST_NOTICE = 2026
"""The last year whose notice the pinned ``holidays`` carries."""
_DAY = timedelta(days=1)
_FAR_DAYS = 400
"""A run of days without work longer than this means a calendar that was imported wrong."""


@dataclass(frozen=True, slots=True)
class Due:
    """An instant that something is due, and whether it rests on days that may still change."""

    at: int
    provisional: bool


class NoWorkingDay(ValueError):
    """The calendar has no working day for more than a year."""


@dataclass(frozen=True)
class WorkCalendar:
    """Working days and hours in one zone. ``own`` says of single days whether they are worked (imported notice)."""

    zone: str = "Asia/Shanghai"
    start: time = time(8, 30)
    end: time = time(17, 30)
    own: Mapping[date, bool] = field(default_factory=dict)
    _days: dict[date, bool] = field(default_factory=dict, repr=False, compare=False)
    _china: holidays.HolidayBase = field(
        default_factory=lambda: holidays.country_holidays("CN"), repr=False, compare=False
    )

    def __post_init__(self) -> None:
        if self.start >= self.end:
            raise ValueError("the working day must end after it starts")

    @property
    def tz(self) -> ZoneInfo:
        """The zone of the clock on the wall."""
        return ZoneInfo(self.zone)

    @property
    def day_seconds(self) -> int:
        """How long a working day is."""
        return (self.end.hour - self.start.hour) * 3600 + (self.end.minute - self.start.minute) * 60

    def local(self, at: int) -> datetime:
        """An instant on the wall clock."""
        return datetime.fromtimestamp(at, self.tz)

    def is_workday(self, day: date) -> bool:
        """Whether a day is worked."""
        known = self._days.get(day)
        if known is None:
            known = self.own[day] if day in self.own else bool(self._china.is_working_day(day))
            self._days[day] = known
        return known

    def is_provisional(self, day: date) -> bool:
        """Whether a day may still change: no notice for its year is known."""
        return day.year > LAST_NOTICE and not any(each.year == day.year for each in self.own)

    def opens(self, day: date) -> int:
        """When a day's work begins."""
        return int(datetime.combine(day, self.start, self.tz).timestamp())

    def closes(self, day: date) -> int:
        """When a day's work ends."""
        return int(datetime.combine(day, self.end, self.tz).timestamp())

    def next_workday(self, day: date) -> date:
        """The first working day after ``day``."""
        for _ in range(_FAR_DAYS):
            day += _DAY
            if self.is_workday(day):
                return day
        raise NoWorkingDay(f"no working day within {_FAR_DAYS} days after {day}")

    def previous_workday(self, day: date) -> date:
        """The last working day before ``day``."""
        for _ in range(_FAR_DAYS):
            day -= _DAY
            if self.is_workday(day):
                return day
        raise NoWorkingDay(f"no working day within {_FAR_DAYS} days before {day}")

    def is_working(self, at: int) -> bool:
        """Whether people are at work at an instant."""
        day = self.local(at).date()
        return self.is_workday(day) and self.opens(day) <= at < self.closes(day)

    def next_working(self, at: int) -> int:
        """``at`` itself if people are at work then, else when work next begins."""
        day = self.local(at).date()
        if self.is_workday(day):
            if at < self.opens(day):
                return self.opens(day)
            if at < self.closes(day):
                return at
        return self.opens(self.next_workday(day))

    def add_workdays(self, at: int, days: float) -> Due:
        """``days`` working days after ``at``: the same time of day that many working days on.

        What comes outside working hours counts from the next opening, so a concern of Friday night that is due in one
        working day is due on Monday evening, at the end of its first whole day.
        """
        return self.add_working(at, round(days * self.day_seconds))

    def add_working(self, at: int, seconds: int) -> Due:
        """The instant by which ``seconds`` of working time have passed since ``at``."""
        moment = self.next_working(at)
        day = self.local(moment).date()
        provisional = self.is_provisional(day)
        left = seconds
        while moment + left > self.closes(day):
            left -= self.closes(day) - moment
            day = self.next_workday(day)
            provisional = provisional or self.is_provisional(day)
            moment = self.opens(day)
        return Due(moment + left, provisional)

    def working_seconds(self, start: int, end: int) -> int:
        """Working time between two instants, negative when ``end`` is before ``start``."""
        if end < start:
            return -self.working_seconds(end, start)
        first, last = self.local(start).date(), self.local(end).date()
        total, day = 0, first
        while day <= last:
            if self.is_workday(day):
                total += max(0, min(end, self.closes(day)) - max(start, self.opens(day)))
            day += _DAY
        return total

    def workdays_between(self, start: int, end: int) -> float:
        """Working time between two instants in working days."""
        return self.working_seconds(start, end) / self.day_seconds

    def share(self, start: int, due: int, part: float) -> int:
        """The instant at which ``part`` (0–1) of the working time between ``start`` and ``due`` has passed."""
        return self.add_working(start, round(self.working_seconds(start, due) * part)).at

    def add_days(self, at: int, days: int) -> int:
        """The same time of day ``days`` natural days later: what the law sets."""
        return int((self.local(at) + days * _DAY).timestamp())


class BadNotice(ValueError):
    """A notice file that can't be read; the text names the line and what was expected."""


def read_notice(text: str, source: str) -> dict[date, bool]:
    """The days of a notice: one ``2027-02-06,班`` (worked) or ``2027-02-08,休`` (rest) a line, ``#`` begins a remark.

    Raises:
        BadNotice: with ``source`` and the line's number.
    """
    days: dict[date, bool] = {}
    words = {"班": True, "work": True, "休": False, "rest": False}
    for number, line in enumerate(text.lstrip("\ufeff").splitlines(), 1):
        content = line.split("#", 1)[0].strip()
        if not content:
            continue
        day, _, word = (part.strip() for part in content.replace("，", ",").partition(","))
        try:
            parsed = date.fromisoformat(day)
        except ValueError:
            raise BadNotice(f"{source} 第 {number} 行：“{day}” 不是日期，应写成 2027-02-06,休") from None
        if word not in words:
            raise BadNotice(f"{source} 第 {number} 行：“{word}” 应是 班 或 休")
        if days.get(parsed, words[word]) != words[word]:
            raise BadNotice(f"{source} 第 {number} 行：{day} 前面写过另一种安排")
        days[parsed] = words[word]
    if not days:
        raise BadNotice(f"{source}：一天也没有写")
    return days
