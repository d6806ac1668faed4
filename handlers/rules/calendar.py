"""The Chinese work calendar: which days are worked, and counting working time.

Days come from the ``holidays`` package (checked against ``chinesecalendar`` for every day of 2018–2026: no difference).
The State Council's notice on 调休 for a year appears late in the year before; until it is known, that year's days are
provisional (暂定). An imported notice goes before the package, and a unit's own rest days and workdays before both.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from functools import cached_property
from typing import NamedTuple
from zoneinfo import ZoneInfo

import holidays


def _last_notice() -> int:
    return int(max(holidays.country_holidays("CN").special_public_holidays))


LAST_NOTICE = _last_notice()
"""The last year whose notice the installed ``holidays`` carries: the last one of which it knows exchanged days."""
_DAY = timedelta(days=1)
_FAR_DAYS = 400
"""A run of days without work longer than this means a calendar that was imported wrong."""
_BRIDGES = frozenset({(12, 29), (12, 30), (12, 31), (1, 1), (1, 2), (1, 3)})
"""Days about New Year that the notice of the neighbouring year names too."""


@dataclass(frozen=True, slots=True)
class Due:
    """An instant that something is due, and whether it rests on days that may still change."""

    at: int
    provisional: bool


class NoWorkingDay(ValueError):
    """The calendar has no working day for more than a year."""


class _Day(NamedTuple):
    worked: bool
    provisional: bool
    opens: int
    closes: int


ZONE = "Asia/Shanghai"
START, END = time(8, 30), time(17, 30)
"""The zone and the office hours where no others are set."""


@dataclass(frozen=True)
class WorkCalendar:
    """Working days and hours in one zone.

    ``notice`` says of single days whether they are worked, from imported notices: a year of which it names a day (other
    than the bridges about New Year) is no longer provisional. ``own`` says the same of a unit's own rest days and
    workdays; it goes before the notice and makes no year certain. Days are worked out once and remembered.
    """

    zone: str = ZONE
    start: time = START
    end: time = END
    own: Mapping[date, bool] = field(default_factory=dict)
    notice: Mapping[date, bool] = field(default_factory=dict)
    _days: dict[int, _Day] = field(default_factory=dict, init=False, repr=False, compare=False)
    _china: holidays.HolidayBase = field(
        default_factory=lambda: holidays.country_holidays("CN"), init=False, repr=False, compare=False
    )

    def __post_init__(self) -> None:
        if self.start >= self.end:
            raise ValueError("the working day must end after it starts")

    @cached_property
    def tz(self) -> ZoneInfo:
        """The zone of the clock on the wall."""
        return ZoneInfo(self.zone)

    @cached_property
    def day_seconds(self) -> int:
        """How long a working day is."""
        return (self.end.hour - self.start.hour) * 3600 + (self.end.minute - self.start.minute) * 60

    @cached_property
    def noticed(self) -> frozenset[int]:
        """The years whose imported notice is known."""
        return frozenset(day.year for day in self.notice if (day.month, day.day) not in _BRIDGES)

    def local(self, at: int) -> datetime:
        """An instant on the wall clock."""
        return datetime.fromtimestamp(at, self.tz)

    def _day(self, ordinal: int) -> _Day:
        known = self._days.get(ordinal)
        if known is None:
            day = date.fromordinal(ordinal)
            worked = self.own.get(day, self.notice.get(day))
            known = self._days[ordinal] = _Day(
                bool(self._china.is_working_day(day)) if worked is None else worked,
                day.year > LAST_NOTICE and day.year not in self.noticed,
                int(datetime.combine(day, self.start, self.tz).timestamp()),
                int(datetime.combine(day, self.end, self.tz).timestamp()),
            )
        return known

    def _next(self, ordinal: int, step: int) -> int:
        for each in range(ordinal + step, ordinal + step * (_FAR_DAYS + 1), step):
            if self._day(each).worked:
                return each
        where = "after" if step > 0 else "before"
        raise NoWorkingDay(f"no working day within {_FAR_DAYS} days {where} {date.fromordinal(ordinal)}")

    def is_workday(self, day: date) -> bool:
        """Whether a day is worked."""
        return self._day(day.toordinal()).worked

    def is_provisional(self, day: date) -> bool:
        """Whether a day may still change: no notice for its year is known."""
        return self._day(day.toordinal()).provisional

    def opens(self, day: date) -> int:
        """When a day's work begins."""
        return self._day(day.toordinal()).opens

    def closes(self, day: date) -> int:
        """When a day's work ends."""
        return self._day(day.toordinal()).closes

    def next_workday(self, day: date) -> date:
        """The first working day after ``day``."""
        return date.fromordinal(self._next(day.toordinal(), 1))

    def previous_workday(self, day: date) -> date:
        """The last working day before ``day``."""
        return date.fromordinal(self._next(day.toordinal(), -1))

    def is_working(self, at: int) -> bool:
        """Whether people are at work at an instant."""
        day = self._day(self.local(at).toordinal())
        return day.worked and day.opens <= at < day.closes

    def next_working(self, at: int) -> int:
        """``at`` itself if people are at work then, else when work next begins."""
        return self._moment(at)[1]

    def _moment(self, at: int) -> tuple[int, int]:
        """The next working moment, with the ordinal of its day."""
        ordinal = self.local(at).toordinal()
        day = self._day(ordinal)
        if day.worked and at < day.closes:
            return ordinal, max(at, day.opens)
        ordinal = self._next(ordinal, 1)
        return ordinal, self._day(ordinal).opens

    def add_workdays(self, at: int, days: float) -> Due:
        """``days`` working days after ``at``: the same time of day that many working days on.

        What comes outside working hours counts from the next opening, so a concern of Friday night that is due in one
        working day is due on Monday evening, at the end of its first whole day.
        """
        return self.add_working(at, round(days * self.day_seconds))

    def add_working(self, at: int, seconds: int) -> Due:
        """The instant by which ``seconds`` of working time have passed since ``at``.

        Raises:
            ValueError: ``seconds`` is negative.
        """
        if seconds < 0:
            raise ValueError("working time is counted forwards")
        ordinal, moment = self._moment(at)
        day = self._day(ordinal)
        provisional, left = day.provisional, seconds
        while moment + left > day.closes:
            left -= day.closes - moment
            ordinal = self._next(ordinal, 1)
            day = self._day(ordinal)
            provisional = provisional or day.provisional
            moment = day.opens
        return Due(moment + left, provisional)

    def working_seconds(self, start: int, end: int) -> int:
        """Working time between two instants, negative when ``end`` is before ``start``."""
        if end < start:
            return -self.working_seconds(end, start)
        total = 0
        for ordinal in range(self.local(start).toordinal(), self.local(end).toordinal() + 1):
            day = self._day(ordinal)
            if day.worked:
                total += max(0, min(end, day.closes) - max(start, day.opens))
        return total

    def workdays_between(self, start: int, end: int) -> float:
        """Working time between two instants in working days."""
        return self.working_seconds(start, end) / self.day_seconds

    def share(self, start: int, due: int, part: float) -> int:
        """The instant at which ``part`` (0–1) of the working time between ``start`` and ``due`` has passed.

        Where there is none between them, the next working moment after ``start``.
        """
        return self.add_working(start, max(0, round(self.working_seconds(start, due) * part))).at

    def add_days(self, at: int, days: int) -> int:
        """The same time of day ``days`` natural days later: what the law sets."""
        return int((self.local(at) + days * _DAY).timestamp())
