"""What ``/find`` is narrowed by: “食堂 单位:一分厂 状态:办理中 类别:宿舍 渠道:热线 时间:3月”, in any order.

A word without a colon is looked for in everything that was said; one with a colon that is not understood is named.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
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
_PAIR = re.compile(r"(\S+?)[:：](\S+)")
_YEAR_MONTH = re.compile(r"(\d{4})[-年./](\d{1,2})月?")
_MONTH = re.compile(r"(\d{1,2})月")
_YEAR = re.compile(r"(\d{4})年?")
_DAY = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_LAST = re.compile(r"近(\d{1,3})天")


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


def read(text: str, now: int, calendar: WorkCalendar, names: Mapping[str, str]) -> Filter:
    """The filter of a text. ``names``: states and sources as they are called, to ``state-…`` and ``source-…``.

    Raises:
        NotUnderstood: a filter that there is not, or a value that it can't have.
    """
    words: list[str] = []
    found: dict[str, str] = {}
    for part in text.split():
        pair = _PAIR.fullmatch(part)
        key = KEYS.get(pair[1].casefold()) if pair else None
        if pair is None or (key is None and not pair[1]):
            words.append(part)
        elif key is None:
            raise NotUnderstood(part)
        else:
            found[key] = pair[2]
    start, until = _span(found["time"], now, calendar) if "time" in found else (None, None)
    return Filter(
        " ".join(words),
        found.get("unit"),
        found.get("category"),
        _states(found["state"], names) if "state" in found else frozenset(),
        _sources(found["source"], names) if "source" in found else frozenset(),
        start,
        until,
    )


def _states(word: str, names: Mapping[str, str]) -> frozenset[State]:
    if word in ("未办结", "open"):
        return frozenset(OPEN)
    found = frozenset(each for each in State if word in (each.value, names.get(f"state-{each}")))
    if not found:
        raise NotUnderstood(word)
    return found


def _sources(word: str, names: Mapping[str, str]) -> frozenset[Source]:
    found = frozenset(
        each for each in Source if word == each.value or word in names.get(f"source-{each}", "") or _near(word, each)
    )
    if not found:
        raise NotUnderstood(word)
    return found


def _near(word: str, source: Source) -> bool:
    return {Source.HOTLINE: "热线电话来电", Source.VISIT: "走访来访座谈", Source.LETTER: "来信信件"}.get(
        source, ""
    ).find(word) >= 0


def _span(word: str, now: int, calendar: WorkCalendar) -> tuple[int, int]:
    """“3月”, “2026-03”, “2026”, “2026-03-15”, “本周”, “上周”, “本月”, “上月”, “今天”, “近30天” as instants."""
    today = calendar.local(now).date()
    first, after = _days(word, today)
    return _midnight(first, calendar), _midnight(after, calendar)


def _midnight(day: date, calendar: WorkCalendar) -> int:
    return int(datetime.combine(day, time(), calendar.tz).timestamp())


def _month(year: int, month: int) -> tuple[date, date]:
    return date(year, month, 1), date(year + month // 12, month % 12 + 1, 1)


def _days(word: str, today: date) -> tuple[date, date]:
    monday = today - timedelta(days=today.weekday())
    this = today.replace(day=1)
    before = (this - timedelta(days=1)).replace(day=1)
    known = {
        "今天": (today, today + timedelta(days=1)),
        "昨天": (today - timedelta(days=1), today),
        "本周": (monday, monday + timedelta(days=7)),
        "上周": (monday - timedelta(days=7), monday),
        "本月": _month(this.year, this.month),
        "上月": _month(before.year, before.month),
        "今年": (date(today.year, 1, 1), date(today.year + 1, 1, 1)),
        "去年": (date(today.year - 1, 1, 1), date(today.year, 1, 1)),
    }
    if word in known:
        return known[word]
    try:
        if match := _LAST.fullmatch(word):
            return today - timedelta(days=int(match[1])), today + timedelta(days=1)
        if match := _DAY.fullmatch(word):
            day = date(int(match[1]), int(match[2]), int(match[3]))
            return day, day + timedelta(days=1)
        if match := _YEAR_MONTH.fullmatch(word):
            return _month(int(match[1]), int(match[2]))
        if match := _MONTH.fullmatch(word):
            month = int(match[1])
            return _month(today.year if month <= today.month else today.year - 1, month)
        if match := _YEAR.fullmatch(word):
            return date(int(match[1]), 1, 1), date(int(match[1]) + 1, 1, 1)
    except ValueError:
        pass
    raise NotUnderstood(word)
