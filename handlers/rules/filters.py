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
from handlers.rules.days import Lean, months_on, read_days
from handlers.rules.directory import pieces_of
from handlers.rules.lifecycle import OPEN, Source, State
from handlers.rules.numerals import NUMBER, count, plain

KEYS: Mapping[str, str] = {
    **dict.fromkeys(("单位", "unit"), "unit"),
    **dict.fromkeys(("状态", "state"), "state"),
    **dict.fromkeys(("类别", "category"), "category"),
    **dict.fromkeys(("渠道", "来源", "channel", "source"), "source"),
    **dict.fromkeys(("时间", "日期", "time", "date"), "time"),
}
_SEVERAL = re.compile(r"[,，、]")
_LAST = re.compile(
    rf"(?:最?近|过去)(?P<n>{NUMBER}|半)个?(?P<unit>天|日|周|星期|月|年)|last-?(?P<m>\d{{1,3}})-?(?P<english>day|week|month)s?"
)
_DAYS = {"天": 1, "日": 1, "day": 1, "周": 7, "星期": 7, "week": 7}
_MONTHS = {"月": 1, "month": 1, "年": 12}
_MOST_MONTHS = 600
_TO = re.compile(r"\.\.+|…+|至|到|~")
_PAIR = re.compile(r"(\S+?)[:：](\S.*)")


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
    for part in pieces_of(text, begins=_PAIR):
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
    """The days of “3月”, “上周”, “一季度”, “近30天”, “last-week”, “2026-03..2026-05” as instants (UTC epoch).

    A month without a year is the last one of that name; of what is ``due`` the nearest one, before or after.

    Raises:
        NotUnderstood: none of these, or a stretch that ends before it begins.
    """
    today = calendar.local(now).date()
    lean = Lean.NEAR if due else Lean.BACK
    written, _ = plain(word)
    if match := _LAST.fullmatch(written):
        begins = _back(match, today)
        if begins is None:
            raise NotUnderstood(word)
        return _midnight(begins, calendar), _midnight(today + timedelta(days=1), calendar)
    begin, *others = _TO.split(written)
    first = last = read_days(begin, today, lean)
    if first is not None and others:
        last = read_days(others[0], today, lean)
        if last is None or last.last < first.first:
            # From March to May: that May, not the last one.
            last = read_days(others[0], first.first, Lean.AHEAD)
    if first is None or last is None or len(others) > 1 or last.last < first.last or last.first < first.first:
        raise NotUnderstood(word)
    return _midnight(first.first, calendar), _midnight(last.last + timedelta(days=1), calendar)


def _midnight(day: date, calendar: WorkCalendar) -> int:
    return int(datetime.combine(day, time(), calendar.tz).timestamp())


def _back(match: re.Match[str], today: date) -> date | None:
    number, unit = match["n"] or match["m"], match["unit"] or match["english"]
    if number == "半":
        return {"年": months_on(today, -6), "月": today - timedelta(days=15)}.get(unit)
    amount = count(number)
    if not amount:
        return None
    if unit in _DAYS:
        return today - timedelta(days=amount * _DAYS[unit])
    return months_on(today, -amount * _MONTHS[unit]) if amount * _MONTHS[unit] < _MOST_MONTHS else None
