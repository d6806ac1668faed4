"""A date that somebody was asked for: all of what they wrote is one that is to come, or they hear what it is not."""

from __future__ import annotations

from handlers.core.refusals import Refused
from handlers.core.texts import Words
from handlers.core.turn import Turn
from handlers.core.wording import in_full, shorten
from handlers.rules.calendar import WorkCalendar
from handlers.rules.dates import ReadDate, read_due

_SHOWN = 30


def due_at(turn: Turn, text: str, calendar: WorkCalendar, *, since: int | None = None) -> int:
    """The instant by which “3月20日”, “下周五”, “6月底前”, “5天” or “5” is over for who works.

    Raises:
        Refused: a part of it was not understood, or that day has passed.
    """
    return to_come(turn, read_due(text, turn.now, calendar, since=since), calendar)


def to_come(turn: Turn, read: ReadDate, calendar: WorkCalendar) -> int:
    """The instant of a date that was read.

    Raises:
        Refused: there is none, or it has passed.
    """
    if read.at is None:
        raise Refused(unread(read))
    if read.at <= turn.now:
        raise Refused(past(turn, calendar, read.at))
    return read.at


def unread(read: ReadDate) -> Words:
    """What of it was not understood, and how a date is written."""
    if not read.unread:
        return Words("date-missing")
    return Words("date-unread", unread=shorten(read.unread, _SHOWN))


def past(turn: Turn, calendar: WorkCalendar, at: int) -> Words:
    """A date that has passed: perhaps next year's was meant."""
    local = calendar.local(at)
    date = in_full(turn.locale, calendar, turn.now, at)
    if local.year != calendar.local(turn.now).year:
        return Words("date-past", date=date)
    following = Words("when-date", year=str(local.year + 1), month=local.month, day=local.day)
    return Words("date-past-this-year", date=date, next=following)
