"""Dates as people type them where something is promised: “3天”, “12月5日”, “6月底前”, “下周五”, “一个半月”.

All of what stands where a date was asked for is read, or what was not understood is given back: no part of it counts.
Out of a sentence with a reason (“配件没到，延期到12月5日”) a date is read where it stands by itself between commas or
is introduced as one, and only where there is one.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from handlers.rules.calendar import WorkCalendar
from handlers.rules.days import FORMS, Days, Form, Lean, Shape, core, days_of, months_on
from handlers.rules.hours import CLOCK, minutes_of
from handlers.rules.numerals import NUMBER, count, plain

_FAR_WORKDAYS, _FAR_DAYS, _FAR_HOURS = 250, 366, 500
_FAR_WEEKS = 52
_FAR_MONTHS = 24
"""More than that ahead is no date that somebody means."""
_WISHED_DAYS = 90
"""Further ahead nobody sets a limit in passing."""
_WORDS_IN_DATE = 8
_MOST = 400
"""Characters: in a longer text a date is looked for only among the first and the last words."""
_OUTER_WORDS = 12
_LEAD = (
    r"(?:请\s*)?(?P<lead>(?:(?:最晚|最迟|不晚于|不迟于|预计|计划|力争|争取|务必|希望|申请|延期|延长|顺延|推迟|改到|改为|再给|需要"
    r"|截止到?|截至|延|到|至|再|给|by|until|till|before|within)\s*){0,4})(?:(?:于|在|on|in)\s*)?"
)
_WEEKDAY = r"(?:\s*\(?\s*(?:周|星期|礼拜)(?P<named>[一二三四五六日天])\s*\)?)?"
_TIME = rf"(?:\s*[t,]?\s*(?:{CLOCK}|(?P<close>下班)))?"
_BY_DAY = r"\s*(?P<by>之前|以前|前|为止|截止|止|之内|以内|内)?"
_BY_SPAN = r"\s*(?P<by>之内|以内|内|之后|以后|后)?"
_UNTIL = frozenset({"之前", "以前", "前", "为止", "截止", "止"})
_WITHIN = frozenset({"之内", "以内", "内"})
_LABEL = re.compile(r"(?:(?:完成|办理|整改|承诺|截止)?(?:时限|期限|时间|日期)|截止)\s*[:：]?\s*")
_DONE = re.compile(
    r"\s*(?:整改)?(?:完成|办结|办完|办好|做完|解决|到位|完毕|报结|销号|整改)(?:整改)?\s*|\s*(?:due|at the latest)\s*"
)
"""What a deadline may say besides its day without saying more."""
_EDGES = " \t\r\n，,。；;、：:"
_BESIDE = "0123456789年月日号周季半第每上下本这零〇一二两三四五六七八九十百点:时分底末初旬/."
_BEFORE = re.compile(rf"[{_BESIDE}a-z\-]$|(?:等到?|自|从|截)$")
_AFTER = re.compile(rf"^\s*(?:[{_BESIDE}a-z的起天个\-~]|左右|前后|上下|开始|以?来|之?后|以后|或|到\s*\d|至\s*\d)")
"""What may not stand beside a date in a sentence: together they would mean another day, or none."""
_CLAUSE = re.compile(r"[^\s，,；;。！!？?]+")
_WEEKDAYS = "一二三四五六日"
_EPOCH = date(1899, 12, 30)
_SERIAL = re.compile(r"((?:4[1-9]|5[0-8])\d{3})(?:\.0*)?")
"""What a spreadsheet keeps of a day whose cell is a number: days since 30 December 1899, here of 2012 to 2061."""


@dataclass(frozen=True, slots=True)
class ReadDate:
    """``at``: the end of that working day, or the time that was named; None when the text holds no date.

    ``rest``: the text without it. ``unread``: where there is no date, what was not understood.
    """

    at: int | None
    rest: str
    unread: str = ""


@dataclass(frozen=True, slots=True)
class _Span:
    """How long from a day."""

    pattern: str
    read: Callable[[re.Match[str], int, WorkCalendar], int | None]


@dataclass(frozen=True, slots=True)
class _Found:
    """A phrase of a text. ``led``: introduced as a date that is to be; ``shape``: None for a span."""

    start: int
    end: int
    at: int
    led: bool
    by: str | None = None
    shape: Shape | None = None
    alone: bool = False

    @property
    def is_limit(self) -> bool:
        """It can be nothing but a limit, though it stands among other words."""
        if self.alone or self.shape is Shape.STRETCH:
            return self.by in (_UNTIL | _WITHIN if self.alone else _WITHIN)
        return self.led or self.by is not None


def _ends(days: Days, calendar: WorkCalendar, today: date) -> int:
    """When the last of these days is over for who works; of one that has passed, that day itself."""
    if calendar.is_workday(days.last) or days.last < today:
        return calendar.closes(days.last)
    if days.shape is not Shape.DAY:
        earlier = calendar.previous_workday(days.last)
        # By the end of June is not in July, unless June has no working day left.
        if earlier >= today:
            return calendar.closes(earlier)
    return calendar.closes(calendar.next_workday(days.last))


def _at(day: date, minutes: int, calendar: WorkCalendar) -> int:
    return int(datetime.combine(day, time(minutes // 60, minutes % 60), calendar.tz).timestamp())


def _amount(found: re.Match[str], most: int) -> int | None:
    number = count(found["n"])
    return number if number is not None and 0 < number <= most else None


def _workdays(found: re.Match[str], since: int, calendar: WorkCalendar) -> int | None:
    days = _amount(found, _FAR_WORKDAYS)
    if days is None:
        return None
    day = calendar.local(since).date()
    for _ in range(days):
        day = calendar.next_workday(day)
    return calendar.closes(day)


def _later(since: int, calendar: WorkCalendar, day: Callable[[date], date]) -> int:
    there = day(calendar.local(since).date())
    return _ends(Days(there, there), calendar, there)


def _days_on(found: re.Match[str], since: int, calendar: WorkCalendar) -> int | None:
    days = _amount(found, _FAR_DAYS)
    return None if days is None else _later(since, calendar, lambda day: day + timedelta(days=days))


def _weeks(found: re.Match[str], since: int, calendar: WorkCalendar) -> int | None:
    weeks = _amount(found, _FAR_WEEKS)
    return None if weeks is None else _later(since, calendar, lambda day: day + timedelta(weeks=weeks))


def _months(each: int, half: timedelta = timedelta()) -> Callable[[re.Match[str], int, WorkCalendar], int | None]:
    """So many stretches of ``each`` months, and ``half`` of one where the words say so."""

    def read(found: re.Match[str], since: int, calendar: WorkCalendar) -> int | None:
        months = _amount(found, _FAR_MONTHS // each)
        more = timedelta() if found.groupdict().get("half") is None else half
        return None if months is None else _later(since, calendar, lambda day: months_on(day, months * each) + more)

    return read


def _years(found: re.Match[str], since: int, calendar: WorkCalendar) -> int | None:
    years = _amount(found, 2)
    months = 0 if years is None else 12 * years + (6 if found["half"] else 0)
    return None if not 0 < months <= _FAR_MONTHS else _later(since, calendar, lambda day: months_on(day, months))


def _half_month(found: re.Match[str], since: int, calendar: WorkCalendar) -> int | None:  # noqa: ARG001 - one shape
    return _later(since, calendar, lambda day: day + _FORTNIGHT)


def _half_year(found: re.Match[str], since: int, calendar: WorkCalendar) -> int | None:  # noqa: ARG001 - one shape
    return _later(since, calendar, lambda day: months_on(day, 6))


def _hours(found: re.Match[str], since: int, calendar: WorkCalendar) -> int | None:  # noqa: ARG001 - one shape
    whole = 0 if found["n"] is None else _amount(found, _FAR_HOURS)
    half = found["half"] is not None
    return None if whole is None or not (whole or half) else since + whole * 3600 + half * 1800


_FORTNIGHT = timedelta(days=15)
_N = rf"(?P<n>{NUMBER})"
_SPANS = (
    _Span(rf"{_N} 个? (?:工作日|天|日(?=\s*(?:之内|以内|内|之后|以后|后)))", _workdays),
    _Span(rf"{_N} 个? 自然日", _days_on),
    _Span(rf"{_N} 个? (?:周|星期|礼拜)(?!\s*[一二三四五六日天])", _weeks),
    _Span(rf"{_N} 个 (?P<half>半)? 月", _months(1, _FORTNIGHT)),
    _Span(r"半 个? 月", _half_month),
    _Span(rf"{_N} 个 季度", _months(3)),
    _Span(r"半 年", _half_year),
    _Span(rf"{_N} 年 (?P<half>半)?", _years),
    _Span(rf"(?:(?P<n>{NUMBER}) 个? )?(?P<half>半)? 个? (?:小时|钟头)", _hours),
    _Span(rf"{_N} (?:working days?|work ?days?|days?)", _workdays),
    _Span(rf"{_N} weeks?", _weeks),
    _Span(rf"{_N} months?", _months(1)),
    _Span(rf"{_N} hours?(?P<half>\0)?", _hours),
)


def _compiled() -> Iterator[tuple[re.Pattern[str], Form | _Span]]:
    for form in FORMS:
        if form.alone and form.shape is Shape.STRETCH:
            # “2026” alone is a year to who searches, and nothing to who promises.
            continue
        time_too = _WEEKDAY + _TIME if form.shape is Shape.DAY else ""
        yield re.compile(_LEAD + core(form.pattern) + time_too + _BY_DAY), form
    for span in _SPANS:
        yield re.compile(_LEAD + core(span.pattern) + _BY_SPAN), span


_PHRASES = tuple(_compiled())


def _meant(found: re.Match[str], phrase: Form | _Span, now: int, since: int, calendar: WorkCalendar) -> int | None:
    """The instant that a phrase names; None where it names none."""
    if isinstance(phrase, _Span):
        return phrase.read(found, since, calendar)
    today = calendar.local(now).date()
    days = days_of(phrase.read, found, today, Lean.AHEAD)
    # Before June: in May, or by the end of June?
    if days is None or (days.shape is Shape.STRETCH and found["by"] in _UNTIL):
        return None
    if days.shape is not Shape.DAY:
        return _ends(days, calendar, today)
    named = found["named"]
    if named is not None and _WEEKDAYS.index(named.replace("天", "日")) != days.first.weekday():
        return None
    if found["hour"] is None and found["only"] is None:
        return _ends(days, calendar, today)
    minutes = minutes_of(found)
    # A date with midnight behind it is how tables write a day.
    if minutes == 0 and found["colon"]:
        return _ends(days, calendar, today)
    return None if minutes is None else _at(days.first, minutes, calendar)


def _whole(text: str, now: int, since: int, calendar: WorkCalendar) -> _Found | None:
    """What all of ``text`` names."""
    for pattern, phrase in _PHRASES:
        found = pattern.fullmatch(text)
        if found is not None and (at := _meant(found, phrase, now, since, calendar)) is not None:
            return _Found(0, len(text), at, bool(found["lead"]), alone=isinstance(phrase, Form) and phrase.alone)
    return None


def _inside(text: str, now: int, since: int, calendar: WorkCalendar, *, apart: bool = True) -> list[_Found]:
    """What names an instant somewhere in ``text``, the longest where two overlap.

    ``apart``: nothing stands beside it that would make it mean something else.
    """
    every: list[_Found] = []
    for pattern, phrase in _PHRASES:
        for found in pattern.finditer(text):
            start, end = found.span()
            if apart and (_BEFORE.search(text[:start]) or _AFTER.match(text[end:])):
                continue
            at = _meant(found, phrase, now, since, calendar)
            if at is not None:
                shape = None if isinstance(phrase, _Span) else phrase.shape
                alone = isinstance(phrase, Form) and phrase.alone
                every.append(_Found(start, end, at, bool(found["lead"]), found["by"], shape, alone))
    kept: list[_Found] = []
    for each in sorted(every, key=lambda one: (one.start - one.end, one.start)):
        if all(each.end <= other.start or other.end <= each.start for other in kept):
            kept.append(each)
    return sorted(kept, key=lambda one: one.start)


def _clauses(text: str, now: int, since: int, calendar: WorkCalendar) -> list[_Found]:
    """What names an instant and stands by itself, between commas or blanks."""
    words = [each.span() for each in _CLAUSE.finditer(text)]
    if len(text) > _MOST and len(words) > 2 * _OUTER_WORDS:
        words = words[:_OUTER_WORDS] + words[-_OUTER_WORDS:]
    found: list[_Found] = []
    first = 0
    while first < len(words):
        for last in range(min(first + _WORDS_IN_DATE, len(words)) - 1, first - 1, -1):
            start, end = words[first][0], words[last][1]
            gaps = all(text[words[at][1] : words[at + 1][0]].isspace() for at in range(first, last))
            whole = _whole(text[start:end], now, since, calendar) if gaps else None
            if whole is not None:
                found.append(replace(whole, start=start, end=end))
                first = last
                break
        first += 1
    return found


def read_date(text: str, now: int, calendar: WorkCalendar, *, since: int | None = None) -> ReadDate:
    """The one date in a text that may say more, such as a reason.

    “3天” counts working days, from ``since`` where one is given (a promised date that is to move) and else from now. A
    day without work stands for the next working day, the end of a month for its last one. Days that have passed are
    given back as they are, so that the caller can say so.
    """
    written, places = plain(text)
    begun = now if since is None else max(now, since)
    found = _clauses(written, now, begun, calendar)
    if not found and len(written) <= _MOST:
        every = _inside(written, now, begun, calendar)
        found = [each for each in every if each.is_limit]
        if not any(each.led for each in found):
            # Two days in one sentence, neither introduced as the one that is meant.
            found += [each for each in every if found and each.shape in (Shape.DAY, Shape.END) and each not in found]
    # “3.5 吨叉车，3天”: what may be a figure gives way to what is a date.
    found = [each for each in found if not each.alone] or found
    if len({each.at for each in found}) > 1:
        found = [each for each in found if each.led] or found
    if len({each.at for each in found}) != 1:
        parts = "、".join(text[places[each.start] : places[each.end - 1] + 1].strip() for each in found)
        return ReadDate(None, text.strip(), parts)
    chosen = found[0]
    return ReadDate(chosen.at, _rest(text, places[chosen.start], places[chosen.end - 1] + 1))


def read_due(text: str, now: int, calendar: WorkCalendar, *, since: int | None = None) -> ReadDate:
    """The same where nothing but a date was asked for: all of the text is one, or there is none.

    A bare number of up to three figures is so many working days; “完成” behind a date says no more than it does.
    """
    written, places = plain(text)
    begun = now if since is None else max(now, since)
    stripped = written.strip(_EDGES)
    if stripped.isascii() and stripped.isdigit() and len(stripped) <= len("250"):
        stripped += "天"
    for each in _bared(stripped):
        if (whole := _whole(each, now, begun, calendar)) is not None:
            return ReadDate(whole.at, "")
    inside = _inside(written, now, begun, calendar, apart=False) if len(written) <= _MOST else []
    unread = ""
    if len(inside) == 1 and not inside[0].alone and (inside[0].start == 0 or inside[0].end == len(written)):
        unread = _rest(text, places[inside[0].start], places[inside[0].end - 1] + 1)
    return ReadDate(None, text.strip(), unread if _CLAUSE.search(unread) else text.strip())


def read_reasoned(text: str, now: int, calendar: WorkCalendar, *, since: int | None = None) -> ReadDate:
    """A date alone, or one in a sentence with the reason for it."""
    alone = read_due(text, now, calendar, since=since)
    return alone if alone.at is not None else read_date(text, now, calendar, since=since)


def _bared(text: str) -> Iterator[str]:
    """A text as it is, and without what may stand about a deadline."""
    yield text
    label = _LABEL.match(text)
    body = text[label.end() :] if label else text
    yield body
    for done in _DONE.finditer(body):
        if done.end() == len(body) and done.start() > 0:
            yield body[: done.start()]
            return


def wished_by(text: str, now: int, calendar: WorkCalendar) -> int | None:
    """The limit that ``text`` sets in passing, as the instant at which that working day ends; None if it sets none.

    Only what is said as a limit counts: “周五前”, “三天内”, not “三天前”, “12月4日的事故” or “上周五前”. Of several the
    first to come counts.
    """
    written, _ = plain(text)
    wished = [
        each.at
        for each in _inside(written[:_WISHED_TEXT], now, now, calendar)
        if each.by in (_UNTIL | _WITHIN if each.shape in (Shape.DAY, Shape.END) else _WITHIN)
        and now < each.at <= now + (_WISHED_DAYS + 1) * 86_400
    ]
    return min(wished, default=None)


_WISHED_TEXT = 1000


def typed(cell: str) -> str:
    """A cell of a table where a date belongs: the number that a spreadsheet keeps of a day, as that day."""
    found = _SERIAL.fullmatch(cell.strip())
    return cell if found is None else f"{_EPOCH + timedelta(days=int(found[1])):%Y-%m-%d}"


def _rest(text: str, start: int, end: int) -> str:
    before, after = text[:start].rstrip(_EDGES), text[end:].lstrip(_EDGES)
    joint = "，" if before and after else ""
    return f"{before}{joint}{after}".strip()
