"""Dates as people type them in a chat: “3天”, “12月5日”, “2026-12-05”, “下周五”, “月底”; read out of a sentence."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from handlers.rules.calendar import WorkCalendar

_FAR_WORKDAYS = 250
_FAR_WEEKS = 52
_FAR_MONTHS = 12
"""More than about a year ahead is no date that somebody means."""
# Of equal length, so that what is left of the sentence stays as it was typed.
_WIDE = str.maketrans("０１２３４５６７８９－／．：", "0123456789-/.:")
_DIGITS = {word: number for number, word in enumerate("零一二三四五六七八九")} | {"两": 2, "〇": 0}
_COUNT = r"(\d{1,3}|[零〇一二两三四五六七八九十]{1,3})"
_WEEKDAYS = {word: number for number, word in enumerate("一二三四五六")} | {"日": 6, "天": 6}
_BEFORE = r"(?:最晚|最迟|预计|希望|申请|延期|延长|顺延|推迟|再给|需要|延|到|至|于|再|在|给){0,4}\s*"
_AFTER = r"\s*(?P<by>之前|以前|之内|以内|前|内|后|为止|止)?"
_UNTIL = frozenset({"之前", "以前", "前", "为止", "止"})
_WITHIN = frozenset({"之内", "以内", "内"})
_WISHED_DAYS = 90
"""Further ahead nobody sets a limit in passing."""
_EDGES = " \t\r\n，,。；;、：:"


@dataclass(frozen=True, slots=True)
class ReadDate:
    """``at``: the end of that working day; None when the text holds no date. ``rest``: the text without it."""

    at: int | None
    rest: str


def _count(word: str) -> int:
    if word.isdigit():
        return int(word)
    if "十" in word:
        tens, _, ones = word.partition("十")
        return (_DIGITS[tens] if tens else 1) * 10 + (_DIGITS[ones] if ones else 0)
    return int("".join(str(_DIGITS[each]) for each in word))


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _year_given(found: re.Match[str], today: date, calendar: WorkCalendar) -> date | None:  # noqa: ARG001 - one shape
    return _day(int(found[1]), int(found[2]), int(found[3]))


def _month_given(found: re.Match[str], today: date, calendar: WorkCalendar) -> date | None:  # noqa: ARG001 - one shape
    this = _day(today.year, int(found[1]), int(found[2]))
    # Said in December, 1月5日 is the next one.
    return this if this is None or this >= today else _day(today.year + 1, this.month, this.day)


def _day_given(found: re.Match[str], today: date, calendar: WorkCalendar) -> date | None:  # noqa: ARG001 - one shape
    day = int(found[1])
    this = _day(today.year, today.month, day)
    if this is not None and this >= today:
        return this
    after = _months_on(today.replace(day=1), 1)
    return _day(after.year, after.month, day)


def _months_on(day: date, months: int) -> date:
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def _month_end(found: re.Match[str], today: date, calendar: WorkCalendar) -> date | None:
    there = _months_on(today.replace(day=1), 1 if found[1] else 0)
    last = there.replace(day=monthrange(there.year, there.month)[1])
    return last if calendar.is_workday(last) else calendar.previous_workday(last)


def _weekday(found: re.Match[str], today: date, calendar: WorkCalendar) -> date | None:  # noqa: ARG001 - one shape
    monday = today - timedelta(days=today.weekday())
    wanted = monday + timedelta(days=_WEEKDAYS[found[2]] + 7 * len(found[1] or ""))
    # Without 本 or 下, a day of this week that has passed is the next one.
    return wanted + timedelta(days=7) if wanted < today and found[1] == "" else wanted


def _near(found: re.Match[str], today: date, calendar: WorkCalendar) -> date | None:  # noqa: ARG001 - one shape
    return today + timedelta(days={"今天": 0, "明天": 1, "后天": 2, "大后天": 3}[found[1]])


def _workdays(found: re.Match[str], today: date, calendar: WorkCalendar) -> date | None:
    days = _count(found[1])
    if not 0 < days <= _FAR_WORKDAYS:
        return None
    for _ in range(days):
        today = calendar.next_workday(today)
    return today


def _weeks(found: re.Match[str], today: date, calendar: WorkCalendar) -> date | None:  # noqa: ARG001 - one shape
    weeks = _count(found[1])
    return today + timedelta(weeks=weeks) if 0 < weeks <= _FAR_WEEKS else None


def _half_month(found: re.Match[str], today: date, calendar: WorkCalendar) -> date | None:  # noqa: ARG001 - one shape
    return today + timedelta(days=15)


def _months(found: re.Match[str], today: date, calendar: WorkCalendar) -> date | None:  # noqa: ARG001 - one shape
    months = _count(found[1])
    return _months_on(today, months) if 0 < months <= _FAR_MONTHS else None


Reader = Callable[[re.Match[str], date, WorkCalendar], date | None]
_SPANS: tuple[tuple[str, Reader], ...] = (
    (rf"{_COUNT}\s*个?\s*(?:工作日|天|日(?=\s*(?:之内|以内|内|之后|以后|后)))", _workdays),
    (rf"{_COUNT}\s*(?:working\s*days?|workdays?|days?)\b", _workdays),
    (rf"{_COUNT}\s*个?\s*(?:周|星期|礼拜)", _weeks),
    (rf"{_COUNT}\s*weeks?\b", _weeks),
    (r"半\s*个?\s*月", _half_month),
    (rf"{_COUNT}\s*个\s*月", _months),
    (rf"{_COUNT}\s*months?\b", _months),
)
"""How long from a day: these count from ``since``."""
_DAYS: tuple[tuple[str, Reader], ...] = (
    (r"(?<!\d)(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})(?!\d)\s*[日号]?", _year_given),
    (r"(?<!\d)(\d{1,2})\s*月\s*(\d{1,2})(?!\d)\s*[日号]?", _month_given),
    (r"(?<![\d.])(\d{1,2})[-/.](\d{1,2})(?![\d.%个元万]|[-/.])", _month_given),
    (r"(大后天|后天|明天|今天)", _near),
    (r"(?:(下下|下|)|[本这])(?:个?(?:周|星期|礼拜))([一二三四五六日天])", _weekday),
    (r"(下个?)?(?:月底|月末)", _month_end),
    (
        r"(?<![\d月第])(\d{1,2})\s*(?:号|日(?!\s*(?:之内|以内|内|之后|以后|后)))(?![\d楼栋门院厂库线机车间宿志])",
        _day_given,
    ),
)
"""Which day: these are read by the calendar on the wall."""
_COMPILED = tuple(
    (re.compile(_BEFORE + pattern + _AFTER, re.IGNORECASE), read, False) for pattern, read in _DAYS
) + tuple((re.compile(_BEFORE + pattern + _AFTER, re.IGNORECASE), read, True) for pattern, read in _SPANS)


def read_date(text: str, now: int, calendar: WorkCalendar, *, since: int | None = None) -> ReadDate:
    """The date that ``text`` names, as the instant at which that working day ends.

    “3天” counts working days, from ``since`` where one is given (a promised date that is to move) and else from now. A
    day without work stands for the next working day. Days that have passed are given back as they are, so that the
    caller can say so.
    """
    plain = text.translate(_WIDE)
    today = calendar.local(now).date()
    begun = today if since is None else max(today, calendar.local(since).date())
    for pattern, read, span in _COMPILED:
        for found in pattern.finditer(plain):
            day = read(found, begun if span else today, calendar)
            if day is None:
                continue
            worked = day if calendar.is_workday(day) else calendar.next_workday(day)
            return ReadDate(calendar.closes(worked), _rest(text, found.start(), found.end()))
    return ReadDate(None, text.strip())


def read_due(text: str, now: int, calendar: WorkCalendar, *, since: int | None = None) -> ReadDate:
    """The same where a date was asked for: a bare number is so many working days."""
    return read_date(f"{text}天" if text.isdigit() else text, now, calendar, since=since)


def wished_by(text: str, now: int, calendar: WorkCalendar) -> int | None:
    """The limit that ``text`` sets in passing, as the instant at which that working day ends; None if it sets none.

    Only what is said as a limit counts: “周五前”, “三天内”, not “三天前”, “12月4日的事故” or “上周五前”.
    """
    plain = text.translate(_WIDE)
    today = calendar.local(now).date()
    for pattern, read, span in _COMPILED:
        for found in pattern.finditer(plain):
            if found["by"] not in (_WITHIN if span else _UNTIL | _WITHIN) or plain[: found.start()].endswith("上"):
                continue
            day = read(found, today, calendar)
            if day is None or not today <= day <= today + timedelta(days=_WISHED_DAYS):
                continue
            at = calendar.closes(day if calendar.is_workday(day) else calendar.next_workday(day))
            if at > now:
                return at
    return None


def _rest(text: str, start: int, end: int) -> str:
    before, after = text[:start].rstrip(_EDGES), text[end:].lstrip(_EDGES)
    joint = "，" if before and after else ""
    return f"{before}{joint}{after}".strip()
