"""What ``/find`` and ``/ledger`` are narrowed by: “食堂 单位:一分厂 状态:办理中 类别:宿舍 渠道:热线 时间:3月”.

In any order. A word without a colon is looked for in everything that was said; one with a colon that is not understood
is named.
Several values of one filter stand with a comma between: “状态:已受理、办理中”.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta

from handlers.rules.calendar import WorkCalendar
from handlers.rules.lifecycle import OPEN, Source, State

KEYS: Mapping[str, str] = {
    **dict.fromkeys(("单位", "unit"), "unit"),
    **dict.fromkeys(("状态", "state"), "state"),
    **dict.fromkeys(("类别", "category"), "category"),
    **dict.fromkeys(("渠道", "来源", "channel", "source"), "source"),
    **dict.fromkeys(("时间", "日期", "time", "date"), "time"),
}
_SEVERAL = re.compile(r"[,，、]")
_PAIR = re.compile(r"(\S+?)[:：](\S+)")
_YEAR_MONTH = re.compile(r"(\d{4})[-年./](\d{1,2})月?")
_MONTH = re.compile(r"(\d{1,2})月")
_YEAR = re.compile(r"(\d{4})年?")
_DAY = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_LAST = re.compile(r"近(\d{1,3})天|last-?(\d{1,3})-?days")


class NotUnderstood(ValueError):
    """A filter makes no sense; ``word`` is what was written."""

    def __init__(self, word: str) -> None:
        super().__init__(word)
        self.word = word


@dataclass(frozen=True, slots=True)
class Filter:
    """What is wanted; what is None or empty narrows nothing. ``start`` and ``until``: when it was raised."""

    words: str = ""
    unit: str | None = None
    category: str | None = None
    states: frozenset[State] = field(default_factory=frozenset)
    sources: frozenset[Source] = field(default_factory=frozenset)
    start: int | None = None
    until: int | None = None

    @property
    def narrows(self) -> bool:
        """Anything but words was given."""
        return self != Filter(words=self.words)


def pairs(text: str, keys: Mapping[str, str]) -> tuple[str, dict[str, str]]:
    """The words of a text, and what its filters say by their keys.

    Raises:
        NotUnderstood: a filter that there is not.
    """
    words: list[str] = []
    found: dict[str, str] = {}
    for part in text.split():
        pair = _PAIR.fullmatch(part)
        key = keys.get(pair[1].casefold()) if pair else None
        if pair is None or (key is None and not pair[1]):
            words.append(part)
        elif key is None:
            raise NotUnderstood(part)
        else:
            found[key] = pair[2]
    return " ".join(words), found


def read(text: str, now: int, calendar: WorkCalendar, names: Mapping[str, Sequence[str]]) -> Filter:
    """The filter of a text. ``names``: by ``state-…`` and ``source-…``, all that states and sources are called.

    Raises:
        NotUnderstood: a filter that there is not, or a value that it can't have.
    """
    words, found = pairs(text, KEYS)
    start, until = span(found["time"], now, calendar) if "time" in found else (None, None)
    return Filter(
        words,
        found.get("unit"),
        found.get("category"),
        _states(found["state"], names) if "state" in found else frozenset(),
        _sources(found["source"], names) if "source" in found else frozenset(),
        start,
        until,
    )


def several(word: str) -> tuple[str, ...]:
    """The values that stand in one filter."""
    return tuple(filter(None, _SEVERAL.split(word))) or (word,)


def is_called(word: str, value: str, names: Sequence[str]) -> bool:
    """Whether somebody means a value that has these names: spaces, hyphens and capitals make no difference."""
    return _plain(word) in (_plain(value), *map(_plain, names))


def _plain(word: str) -> str:
    return re.sub(r"[ _-]", "", word).casefold()


def _states(words: str, names: Mapping[str, Sequence[str]]) -> frozenset[State]:
    found: set[State] = set()
    for word in several(words):
        if word.casefold() in ("未办结", "在办", "open"):
            found.update(OPEN)
            continue
        meant = [each for each in State if is_called(word, each, names.get(f"state-{each}", ()))]
        if not meant:
            raise NotUnderstood(word)
        found.update(meant)
    return frozenset(found)


def _sources(words: str, names: Mapping[str, Sequence[str]]) -> frozenset[Source]:
    found: set[Source] = set()
    for word in several(words):
        meant = [
            each
            for each in Source
            if word == each.value
            or any(_plain(word) in _plain(name) for name in names.get(f"source-{each}", ()))
            or word in _NEAR.get(each, "")
        ]
        if not meant:
            raise NotUnderstood(word)
        found.update(meant)
    return frozenset(found)


_NEAR: Mapping[Source, str] = {
    Source.HOTLINE: "热线电话来电",
    Source.VISIT: "走访来访座谈",
    Source.LETTER: "来信信件",
}
"""What else people call a channel."""


def span(word: str, now: int, calendar: WorkCalendar, *, due: bool = False) -> tuple[int, int]:
    """“3月”, “2026-03”, “2026”, “2026-03-15”, “本周”, “上月”, “今天”, “近30天”, “last-week” as instants (UTC epoch).

    A month without a year is the last one of that name; of what is ``due`` the nearest one, before or after.

    Raises:
        NotUnderstood: none of these.
    """
    today = calendar.local(now).date()
    first, after = _days(word, today, due=due)
    return _midnight(first, calendar), _midnight(after, calendar)


def _midnight(day: date, calendar: WorkCalendar) -> int:
    return int(datetime.combine(day, time(), calendar.tz).timestamp())


def _month(year: int, month: int) -> tuple[date, date]:
    return date(year, month, 1), date(year + month // 12, month % 12 + 1, 1)


def _days(word: str, today: date, *, due: bool) -> tuple[date, date]:
    monday = today - timedelta(days=today.weekday())
    this = today.replace(day=1)
    before = (this - timedelta(days=1)).replace(day=1)
    following = _month(this.year, this.month)[1]
    known = {
        "今天": (today, today + timedelta(days=1)),
        "昨天": (today - timedelta(days=1), today),
        "本周": (monday, monday + timedelta(days=7)),
        "上周": (monday - timedelta(days=7), monday),
        "明天": (today + timedelta(days=1), today + timedelta(days=2)),
        "下周": (monday + timedelta(days=7), monday + timedelta(days=14)),
        "下月": _month(following.year, following.month),
        "本月": _month(this.year, this.month),
        "上月": _month(before.year, before.month),
        "今年": (date(today.year, 1, 1), date(today.year + 1, 1, 1)),
        "去年": (date(today.year - 1, 1, 1), date(today.year, 1, 1)),
    }
    word = _ENGLISH_TIMES.get(word.casefold(), word)
    if word in known:
        return known[word]
    try:
        if match := _LAST.fullmatch(word):
            return today - timedelta(days=int(match[1] or match[2])), today + timedelta(days=1)
        if match := _DAY.fullmatch(word):
            day = date(int(match[1]), int(match[2]), int(match[3]))
            return day, day + timedelta(days=1)
        if match := _YEAR_MONTH.fullmatch(word):
            return _month(int(match[1]), int(match[2]))
        if match := _MONTH.fullmatch(word):
            return _month(_year_of(int(match[1]), today, due=due), int(match[1]))
        if match := _YEAR.fullmatch(word):
            return date(int(match[1]), 1, 1), date(int(match[1]) + 1, 1, 1)
    except ValueError:
        pass
    raise NotUnderstood(word)


def _year_of(month: int, today: date, *, due: bool) -> int:
    if not due:
        return today.year if month <= today.month else today.year - 1
    away = month - today.month
    return today.year + (away < -_HALF_YEAR) - (away > _HALF_YEAR)


_HALF_YEAR = 6
_ENGLISH_TIMES: Mapping[str, str] = {
    "today": "今天",
    "yesterday": "昨天",
    "this-week": "本周",
    "last-week": "上周",
    "this-month": "本月",
    "last-month": "上月",
    "tomorrow": "明天",
    "next-week": "下周",
    "next-month": "下月",
    "this-year": "今年",
    "last-year": "去年",
}
