"""When a step of a story happens: counted in working days by the mailbox's own calendar, so that it ends today.

``-12d 09:40`` is at 9:40 twelve working days before the last working day that has begun; ``now-95m`` ninety-five
minutes ago. After another step: ``+20m`` and ``+3h`` later, ``+2d 10:00`` two working days later, ``+1c 20:30`` a
calendar day later (raisers write in the evening and at weekends too).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from sandbox.sample.mailbox import Calendar
from sandbox.sample.reading import BadStory

_SOON = re.compile(r"\+(\d+)([mh])")
_LATER = re.compile(r"\+(\d+)([dc]) (\d{1,2}):(\d{2})")
_START = re.compile(r"-(\d+)d (\d{1,2}):(\d{2})")
_AGO = re.compile(r"now-(\d+)m")
_MINUTE = 60
_HOUR = 3600


@dataclass(frozen=True, slots=True)
class Timetable:
    """Turns the words of the stories into instants, given what time it is ``now`` (UTC epoch seconds)."""

    calendar: Calendar
    now: int

    @property
    def last_day(self) -> date:
        """The last working day whose first hour has passed."""
        day = self.calendar.local(self.now).date()
        if self.calendar.is_workday(day) and self.now >= self.calendar.opens(day) + _HOUR:
            return day
        return self.calendar.previous_workday(day)

    def start(self, when: str) -> int:
        """When a story begins.

        Raises:
            BadStory: not a time.
        """
        if found := _AGO.fullmatch(when):
            return self.now - int(found[1]) * _MINUTE
        if found := _START.fullmatch(when):
            return self._at(self.workdays(self.last_day, -int(found[1])), int(found[2]), int(found[3]))
        raise BadStory(when)

    def after(self, before: int, when: str) -> int:
        """When a step happens whose predecessor happened at ``before``.

        Raises:
            BadStory: not a time.
        """
        if found := _SOON.fullmatch(when):
            return before + int(found[1]) * (_MINUTE if found[2] == "m" else _HOUR)
        if found := _LATER.fullmatch(when):
            day, count = self.calendar.local(before).date(), int(found[1])
            later = self.workdays(day, count) if found[2] == "d" else day + timedelta(days=count)
            return self._at(later, int(found[3]), int(found[4]))
        raise BadStory(when)

    def workdays(self, day: date, count: int) -> date:
        """The day so many working days after ``day``, before it for a negative number."""
        for _ in range(abs(count)):
            day = self.calendar.next_workday(day) if count > 0 else self.calendar.previous_workday(day)
        return day

    def _at(self, day: date, hour: int, minute: int) -> int:
        return int(datetime.combine(day, time(hour, minute), self.calendar.tz).timestamp())
