"""Which day, or which stretch of days, words name: “3月15日”, “6月底”, “下周三”, “二季度”, “2026-03-15”, “end of June”.

One grammar for every place where a day is written. It is pure: what a year-less month means depends on whether
somebody promises (:attr:`Lean.AHEAD`), looks back (:attr:`Lean.BACK`) or neither.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum

from handlers.rules.numerals import count, plain

HALF_YEAR_DAYS = 183
"""What is without a year and past means the next one only if that is nearer than half a year."""
_HALF_MONTH = 15
_FIRST_YEAR, _LAST_YEAR = 2000, 2199


class Lean(Enum):
    """Which way a day without its year lies."""

    AHEAD = "ahead"
    BACK = "back"
    NEAR = "near"


class Shape(Enum):
    """How exactly words name days."""

    DAY = "day"
    END = "end"
    """The last day of a month, a quarter, a year."""
    STRETCH = "stretch"
    """A month or a week as a whole."""


@dataclass(frozen=True, slots=True)
class Days:
    """From ``first`` to ``last``, both included."""

    first: date
    last: date
    shape: Shape = Shape.DAY


@dataclass(frozen=True, slots=True)
class Form:
    """One way to write days. ``alone``: so short that it means a day only where nothing else stands beside it."""

    pattern: str
    read: Callable[[re.Match[str], date, Lean], Days | None]
    shape: Shape = Shape.DAY
    alone: bool = False


_YEAR = r"(?:(?P<y>\d{4}|[零〇一二三四五六七八九]{4}|\d{2}) 年|(?P<yw>今年|本年|明年|后年|去年|前年))"
_MONTH = r"(?P<m>\d{1,2}|[一二三四五六七八九十]{1,2}|元)"
_DAY = r"(?P<d>\d{1,2}|[一二三四五六七八九十]{1,3})"
_APART = r"(?!\d)"
"""No figure follows: “12月17:30” and “12.49点” are the 17th or the 1st, the 4th or the 49th, and nobody knows."""
_NAMED_DAY = rf"{_DAY} (?:[日号]|(?![\d零〇一二两三四五六七八九十]))"
_TURN = r"(?P<r>上上 个?|下下 个?|上 个?|下 个?|本|当|这 个?)"
_WEEK = r"(?:周|星期|礼拜)"
_WEEKDAY = rf"(?P<w>[一二三四五六日天]|[1-7]{_APART})"
_END = r"(?:底|末)"
_ENGLISH_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_ENGLISH_MONTHS = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)
_EN_WEEKDAY = r"(?P<ew>mon(?:day)?|tue(?:sday)?|wed(?:nesday)?|thu(?:rsday)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?)"
_EN_MONTH = "(?P<em>" + "|".join(f"{each[:3]}(?:{each[3:]})?" if each[3:] else each for each in _ENGLISH_MONTHS) + ")"
_EN_YEAR = r"(?:,? (?P<y>\d{4}))?"
_EN_TURN = r"(?P<er>this|next|last)"
_YEARS_ON = {"今年": 0, "本年": 0, "明年": 1, "后年": 2, "去年": -1, "前年": -2}
_NEAR = {
    "大前天": -3,
    "前天": -2,
    "前日": -2,
    "昨天": -1,
    "昨日": -1,
    "今天": 0,
    "今日": 0,
    "明天": 1,
    "明日": 1,
    "后天": 2,
    "后日": 2,
    "大后天": 3,
    "yesterday": -1,
    "today": 0,
    "tomorrow": 1,
    "the day after tomorrow": 2,
}
_WEEKDAYS = {word: place for place, word in enumerate("一二三四五六日")} | {"天": 6}


def _turn(found: re.Match[str]) -> int | None:
    """How many weeks, months or quarters on; None where nothing says."""
    parts = found.groupdict()
    if word := parts.get("er"):
        return {"this": 0, "next": 1, "last": -1}[word]
    word = parts.get("r")
    return None if word is None else word.count("下") - word.count("上")


def _year(found: re.Match[str], today: date) -> int | None:
    parts = found.groupdict()
    if word := parts.get("yw"):
        return today.year + _YEARS_ON[word]
    if word := parts.get("y"):
        number = count(word)
        return number if number is None or len(word) > len("26") else 2000 + number
    return None


def _month(found: re.Match[str]) -> int | None:
    parts = found.groupdict()
    if word := parts.get("em"):
        return next(at for at, each in enumerate(_ENGLISH_MONTHS, 1) if each.startswith(word[:3]))
    word = parts.get("m")
    return None if word is None else 1 if word == "元" else count(word)


def months_on(day: date, months: int) -> date:
    """So many months later, on the last day of a month that is too short."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def _stretch(first: date, months: int = 1) -> Days:
    return Days(first, months_on(first, months) - timedelta(days=1), Shape.STRETCH)


def _chosen(there: Callable[[int], Days], today: date, lean: Lean) -> Days:
    """The one of this year, the last or the next, that somebody means who names no year."""
    this = there(today.year)
    if lean is Lean.BACK:
        return this if this.first <= today else there(today.year - 1)
    if lean is Lean.NEAR:
        return min((there(today.year + step) for step in (-1, 0, 1)), key=lambda each: abs((each.first - today).days))
    if this.last >= today:
        return this
    following = there(today.year + 1)
    # What has passed not long ago may be a slip: it is given back as it is, so that it can be asked about.
    return following if (following.first - today).days <= HALF_YEAR_DAYS else this


def _dated(found: re.Match[str], today: date, lean: Lean) -> Days | None:
    month, day = _month(found), count(found["d"])
    if month is None or day is None:
        return None
    year = _year(found, today)

    def there(of: int) -> Days:
        # The 29th of February is in the year that has one.
        return Days(date(of, month, day), date(of, month, day))

    try:
        return there(year) if year is not None else _chosen(there, today, lean)
    except ValueError:
        return None


def _day_of_month(found: re.Match[str], today: date, lean: Lean) -> Days | None:
    day, turned = count(found["d"]), _turn(found)
    if day is None:
        return None
    first = months_on(today.replace(day=1), turned or 0)
    try:
        this = first.replace(day=day)
        if turned is None and lean is Lean.AHEAD and this < today - timedelta(days=_HALF_MONTH):
            this = months_on(first, 1).replace(day=day)
        elif turned is None and lean is Lean.BACK and this > today:
            this = months_on(first, -1).replace(day=day)
    except ValueError:
        return None
    return Days(this, this)


def _near(found: re.Match[str], today: date, lean: Lean) -> Days:  # noqa: ARG001 - one shape
    day = today + timedelta(days=_NEAR[" ".join(found["core"].split())])
    return Days(day, day)


def _weekday(found: re.Match[str], today: date, lean: Lean) -> Days:
    parts = found.groupdict()
    if word := parts.get("ew"):
        place = next(at for at, each in enumerate(_ENGLISH_DAYS) if each.startswith(word[:3]))
    else:
        place = int(found["w"]) - 1 if found["w"].isdigit() else _WEEKDAYS[found["w"]]
    turned = _turn(found)
    day = today - timedelta(days=today.weekday() - place) + timedelta(weeks=turned or 0)
    if turned is None and lean is Lean.AHEAD and day < today:
        # Without 本 or 下, a day of this week that has passed is the next one.
        day += timedelta(weeks=1)
    elif turned is None and lean is Lean.BACK and day > today:
        day -= timedelta(weeks=1)
    return Days(day, day)


def _week(found: re.Match[str], today: date, lean: Lean) -> Days:  # noqa: ARG001 - one shape
    monday = today - timedelta(days=today.weekday()) + timedelta(weeks=_turn(found) or 0)
    return Days(monday, monday + timedelta(days=6), Shape.STRETCH)


def _months(found: re.Match[str], today: date, lean: Lean) -> Days | None:
    month = _month(found)
    if month is None:
        return _stretch(months_on(today.replace(day=1), _turn(found) or 0))
    if not 1 <= month <= 12:
        return None
    year = _year(found, today)

    def there(of: int) -> Days:
        return _stretch(date(of, month, 1))

    return there(year) if year is not None else _chosen(there, today, lean)


def _third(found: re.Match[str], today: date, lean: Lean) -> Days | None:
    whole = _months(found, today, lean)
    if whole is None:
        return None
    first, last = {"上": (1, 10), "中": (11, 20), "下": (21, whole.last.day)}[found["third"]]
    return Days(whole.first.replace(day=first), whole.first.replace(day=last), Shape.STRETCH)


def _quarter(found: re.Match[str], today: date, lean: Lean) -> Days:
    named = found.groupdict().get("q")
    if named is None:
        this = date(today.year, (today.month - 1) // 3 * 3 + 1, 1)
        return _stretch(months_on(this, 3 * (_turn(found) or 0)), 3)
    year, place = _year(found, today), count(named) or 1

    def there(of: int) -> Days:
        return _stretch(date(of, 3 * place - 2, 1), 3)

    return there(year) if year is not None else _chosen(there, today, lean)


def _half(found: re.Match[str], today: date, lean: Lean) -> Days:
    year, month = _year(found, today), 1 if found["h"] == "上" else 7

    def there(of: int) -> Days:
        return _stretch(date(of, month, 1), 6)

    return there(year) if year is not None else _chosen(there, today, lean)


def _whole_year(found: re.Match[str], today: date, lean: Lean) -> Days:  # noqa: ARG001 - one shape
    year = _year(found, today)
    return _stretch(date(today.year + (_turn(found) or 0) if year is None else year, 1, 1), 12)


def _last_of(read: Callable[[re.Match[str], date, Lean], Days | None]) -> Callable[..., Days | None]:
    def last(found: re.Match[str], today: date, lean: Lean) -> Days | None:
        whole = read(found, today, lean)
        return None if whole is None else Days(whole.last, whole.last, Shape.END)

    return last


_QUARTER = r"第? (?P<q>[1-4一二三四]) 季度?"
_EXACT = (
    Form(rf"(?P<y>\d{{4}}) (?P<s>[-/.]) (?P<m>\d{{1,2}}) (?P=s) (?P<d>\d{{1,2}}) (?:[日号]|{_APART})", _dated),
    Form(rf"(?P<y>20\d\d)(?P<m>\d\d)(?P<d>\d\d){_APART}", _dated),
    Form(rf"(?:{_YEAR} )?{_MONTH} 月 份? {_NAMED_DAY}", _dated),
    Form(rf"{_TURN} 月 {_NAMED_DAY}", _day_of_month),
    Form(rf"(?P<m>\d{{1,2}})[-/.](?P<d>\d{{1,2}}){_APART}", _dated, alone=True),
    Form(rf"{_DAY} [日号]", _day_of_month, alone=True),
    Form("|".join(sorted(_NEAR, key=len, reverse=True)), _near),
    Form(rf"(?:{_TURN} )?{_WEEK} {_WEEKDAY}", _weekday),
    Form(rf"(?:{_EN_TURN} )?{_EN_WEEKDAY}", _weekday),
    Form(rf"(?P<d>\d{{1,2}})(?:st|nd|rd|th)? (?:of )?{_EN_MONTH}{_EN_YEAR}", _dated),
    Form(rf"{_EN_MONTH} (?P<d>\d{{1,2}})(?:st|nd|rd|th)?{_EN_YEAR}", _dated),
)
_STRETCHES = (
    (rf"(?:{_YEAR} )?{_MONTH} 月 份?", _months),
    (rf"{_TURN} 月 份?", _months),
    (rf"(?:{_YEAR} )?{_QUARTER}", _quarter),
    (rf"{_TURN} 季度?", _quarter),
    (rf"(?:{_YEAR} )?(?P<h>上|下) 半年", _half),
    (rf"{_YEAR} (?:年|度)?", _whole_year),
    (r"(?:本|全) 年 度?", _whole_year),
    (rf"{_TURN} {_WEEK}", _week),
)
_ENDS = (
    *(Form(rf"{pattern} {_END}", _last_of(read), Shape.END) for pattern, read in _STRETCHES),
    Form(rf"月 {_END}", _last_of(_months), Shape.END),
    Form(rf"季 度? {_END}", _last_of(_quarter), Shape.END),
    Form(rf"年 度? {_END}", _last_of(_whole_year), Shape.END),
    Form(rf"(?:the )?end of {_EN_TURN} week", _last_of(_week), Shape.END),
    Form(rf"(?:the )?end of (?:the|{_EN_TURN}) month", _last_of(_months), Shape.END),
    Form(rf"(?:the )?end of {_EN_MONTH}{_EN_YEAR}", _last_of(_months), Shape.END),
    Form(rf"(?:the )?end of (?:the|{_EN_TURN}) quarter", _last_of(_quarter), Shape.END),
    Form(rf"(?:the )?end of (?:the|{_EN_TURN}) year", _last_of(_whole_year), Shape.END),
)
_WHOLE = (
    *(Form(pattern, read, Shape.STRETCH) for pattern, read in _STRETCHES),
    Form(r"(?P<y>\d{4}) [-/.] (?P<m>\d{1,2})", _months, Shape.STRETCH),
    Form(r"(?P<y>\d{4}) -? q(?P<q>[1-4])", _quarter, Shape.STRETCH),
    Form(rf"(?:{_YEAR} )?{_MONTH} 月 份? (?P<third>上|中|下) 旬", _third, Shape.STRETCH),
    Form(rf"{_TURN} 月 (?P<third>上|中|下) 旬", _third, Shape.STRETCH),
    Form(r"(?P<y>\d{4})", _whole_year, Shape.STRETCH, alone=True),
    Form(rf"{_EN_MONTH}{_EN_YEAR}", _months, Shape.STRETCH, alone=True),
    Form(rf"{_EN_TURN}[ -]week", _week, Shape.STRETCH),
    Form(rf"{_EN_TURN}[ -]month", _months, Shape.STRETCH),
    Form(rf"{_EN_TURN}[ -]quarter", _quarter, Shape.STRETCH),
    Form(rf"{_EN_TURN}[ -]year", _whole_year, Shape.STRETCH),
)
_FULL = (*_EXACT[:2], Form(rf"(?P<y>\d{{4}}|[零〇一二三四五六七八九]{{4}}) 年 {_MONTH} 月 {_NAMED_DAY}", _dated))
FORMS: tuple[Form, ...] = (*_EXACT, *_ENDS, *_WHOLE)


def core(pattern: str) -> str:
    """A pattern as a group of its own, in which a blank stands for any white space, or none."""
    return "(?P<core>" + pattern.replace("[ -]", r"[\s-]*").replace(" ", r"\s*") + ")"


_COMPILED = tuple((re.compile(core(each.pattern)), each) for each in FORMS)
_DATED = tuple(re.compile(core(each.pattern)) for each in _FULL)


def days_of(
    read: Callable[[re.Match[str], date, Lean], Days | None], found: re.Match[str], today: date, lean: Lean
) -> Days | None:
    """What a form reads; None where it lies in a year that nobody means, or that no calendar has."""
    year = _year(found, today)
    if year is not None and not _FIRST_YEAR <= year <= _LAST_YEAR:
        return None
    days = read(found, today, lean)
    if days is None or days.first.year < _FIRST_YEAR or days.last.year > _LAST_YEAR:
        return None
    return days


def read_days(written: str, today: date, lean: Lean) -> Days | None:
    """What days the whole of a text names, as :func:`handlers.rules.numerals.plain` writes it; None for none."""
    for pattern, form in _COMPILED:
        found = pattern.fullmatch(written.strip())
        if found is not None and (days := days_of(form.read, found, today, lean)) is not None:
            return days
    return None


def written_day(text: str) -> date | None:
    """The day of a whole date with its year, such as “2027-02-06”, “2027/2/6”, “20270206”, “2027年2月6日”."""
    written = plain(text.strip())[0]
    found = next((each for pattern in _DATED if (each := pattern.fullmatch(written)) is not None), None)
    days = None if found is None else days_of(_dated, found, date(_FIRST_YEAR, 1, 1), Lean.AHEAD)
    return None if days is None else days.first
