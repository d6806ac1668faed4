"""Dates, spans of time and files as people say them, in their language and the mailbox's zone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import lru_cache

from handlers.core.texts import say
from handlers.core.vocabulary import Attachment
from handlers.rules.calendar import WorkCalendar
from handlers.rules.traces import Trace

_HOUR = 3600
_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


def moment(locale: str, calendar: WorkCalendar, at: int, *, provisional: bool = False) -> str:
    """An instant such as “11月26日（周四）17:30”, marked if it rests on a calendar that may still change."""
    local = calendar.local(at)
    text = _moment(locale, local.month, local.day, local.weekday(), f"{local:%H:%M}")
    return say(locale, "when-provisional", moment=text) if provisional else text


def dated(locale: str, calendar: WorkCalendar, now: int, due_at: int, *, provisional: bool = False) -> str:
    """When something is due, for what stays on a screen: the moment, marked once it has passed, which stays true."""
    text = moment(locale, calendar, due_at, provisional=provisional)
    return say(locale, "when-passed", moment=text) if due_at <= now else text


@lru_cache(10_000)
def _moment(locale: str, month: int, day: int, weekday_number: int, clock: str) -> str:
    # Every message into a thread says when; many say the same minute.
    return say(locale, "when-moment", month=month, day=day, weekday=weekday(locale, weekday_number), clock=clock)


def weekday(locale: str, number: int) -> str:
    """A day of the week; 0 is Monday."""
    return say(locale, f"weekday-{_WEEKDAYS[number]}")


def day(locale: str, calendar: WorkCalendar, at: int) -> str:
    """A day such as “11月26日”."""
    local = calendar.local(at)
    return _day(locale, local.month, local.day)


@lru_cache(10_000)
def _day(locale: str, month: int, day_number: int) -> str:
    # Every digest names the same eight weeks.
    return say(locale, "when-day", month=month, day=day_number)


def in_full(locale: str, calendar: WorkCalendar, now: int, at: int) -> str:
    """A day as it is said back to who wrote it: with its year unless that is this one, with the hour if one counts."""
    local = calendar.local(at)
    text = day(locale, calendar, at)
    if local.year != calendar.local(now).year:
        text = say(locale, "when-date", year=str(local.year), month=local.month, day=local.day)
    return text if at == calendar.closes(local.date()) else f"{text} {local:%H:%M}"


def when(locale: str, calendar: WorkCalendar, now: int, at: int) -> str:
    """What something is due at: “11月26日”, and where hours count “11月26日 14:50”."""
    if abs(calendar.working_seconds(now, at)) >= calendar.day_seconds:
        return day(locale, calendar, at)
    local = calendar.local(at)
    return say(locale, "when-day-clock", month=local.month, day=local.day, clock=f"{local:%H:%M}")


def remaining(locale: str, calendar: WorkCalendar, now: int, due_at: int) -> str:
    """How much working time is left, or by how much it is overdue: “还剩 1 个工作日”, “已超期 3 小时”."""
    seconds = calendar.working_seconds(now, due_at)
    late = due_at <= now
    days = abs(seconds) / calendar.day_seconds
    if days >= 1:
        number = int(days) if late else round(days)
        return say(locale, "when-late-days" if late else "when-left-days", days=number)
    if abs(seconds) < _HOUR:
        return say(locale, "when-late-now" if late else "when-left-now")
    hours = round(abs(seconds) / _HOUR)
    return say(locale, "when-late-hours" if late else "when-left-hours", hours=hours)


def count_files(locale: str, files: Sequence[Attachment]) -> str:
    """How many files of each kind: 照片 2 张、语音 1 段."""
    counted = Counter(each.kind for each in files)
    named = [say(locale, f"raise-file-{kind}", count=count) for kind, count in counted.items()]
    return say(locale, "raise-list-comma").join(named)


def traces_in_words(locale: str, found: Sequence[Trace]) -> str:
    """What of a text may tell who wrote it: 手机号、姓名."""
    return say(locale, "raise-list-comma").join(say(locale, f"raise-trace-{each}") for each in found)


def shorten(text: str, most: int) -> str:
    """A text on one line, cut to ``most`` characters."""
    words = " ".join(text.split())
    return words if len(words) <= most else words[: most - 1] + "…"


def pinch(text: str, most: int) -> str:
    """The same, cut in its middle: of a path the end says most, and the beginning tells it apart."""
    words = " ".join(text.split())
    if len(words) <= most:
        return words
    end = most * 2 // 3
    return f"{words[: most - 1 - end]}…{words[-end:]}"
