"""Rows of a table that somebody filled in for an on-site office or a talk: each is judged by itself."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace

from handlers.rules.calendar import WorkCalendar
from handlers.rules.dates import read_due, typed
from handlers.rules.headings import find_heading
from handlers.rules.items import is_over
from handlers.rules.speakers import UNNAMED, speaker_in

HEADINGS: Mapping[str, tuple[str, ...]] = {
    "text": (
        "问题",
        "意见",
        "意见建议",
        "内容",
        "反映问题",
        "问题描述",
        "内容摘要",
        "事项",
        "Problem",
        "Opinion",
        "Words",
    ),
    "speaker": ("反映人", "发言人", "署名", "姓名", "Raised by", "Name"),
    "way": ("办理方式", "方式", "Way"),
    "reply": (
        "答复或承诺",
        "当场答复",
        "承诺内容",
        "答复",
        "答复意见",
        "答复内容",
        "措施",
        "Answer or promise",
        "Answer",
    ),
    "owner": ("责任人", "承办人", "Owner"),
    "due": ("期限", "承诺时限", "完成时限", "办理时限", "时限", "Due"),
    "closed": ("办结时间", "办结日期", "完成时间", "完成日期", "Closed"),
    "state": ("状态", "办理状态", "是否办结", "是否完成", "State"),
}
"""How the columns may be called. ``text`` is the one that must be there."""
_WAYS: Mapping[str, tuple[str, ...]] = {
    "answered": ("当场答复", "现场答复", "答复", "已答复", "answered", "answered there"),
    "coordinated": ("现场协调", "协调", "转办", "转为反映", "coordinated", "make it a ticket"),
    "promised": ("现场承诺", "承诺", "promised"),
}
MOST_TEXT = 3000
MOST_NAME = 50


class NoHeading(ValueError):
    """None of the first rows has a column for what was said."""


@dataclass(frozen=True, slots=True)
class Matter:
    """A row that can be taken. ``way`` is empty where nobody has said what becomes of it."""

    line: int
    text: str
    speaker: str = ""
    way: str = ""
    reply: str = ""
    owner: str = ""
    due_at: int | None = None


@dataclass(frozen=True, slots=True)
class Bad:
    """A row that can't be taken: its line as the table counts, and why, as a key with its facts."""

    line: int
    why: str
    facts: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Occasion:
    """What rows are judged by: what can become of a matter there, the time it is now, and what is no person's name."""

    ways: Collection[str]
    now: int
    calendar: WorkCalendar
    not_names: Collection[str] = ()


def read_matters(
    rows: Sequence[Sequence[str]], occasion: Occasion, known: Collection[str] = ()
) -> tuple[tuple[Matter, ...], tuple[Bad, ...]]:
    """Every row that says something, as what it means or as why it means nothing.

    ``known`` are the words that are there already.

    Raises:
        NoHeading: no column is called like one of those that are wanted.
    """
    found = _heading(rows)
    if found is None:
        raise NoHeading
    at, columns = found
    there, good, bad = set(known), [], []
    for line, row in enumerate(rows[at + 1 :], at + 2):
        cells = {name: row[place].strip() for place, name in columns.items() if place < len(row)}
        if not any(cells.values()):
            continue
        judged = _judge(line, cells, occasion)
        if isinstance(judged, Matter) and judged.text in there:
            judged = Bad(line, "same")
        if isinstance(judged, Bad):
            bad.append(judged)
        else:
            there.add(judged.text)
            good.append(judged)
    return tuple(good), tuple(bad)


def has_heading(rows: Sequence[Sequence[str]]) -> bool:
    """Whether a column of this table is called as one for what was said."""
    return _heading(rows) is not None


def _heading(rows: Sequence[Sequence[str]]) -> tuple[int, Mapping[int, str]] | None:
    found = find_heading(rows, {title: name for name, titles in HEADINGS.items() for title in titles}, ("text",))
    if found is None:
        return None
    at, columns = found
    # Of two columns that are called alike, the first counts: it is read last.
    return at, dict(reversed(columns.items()))


def _judge(line: int, cells: Mapping[str, str], occasion: Occasion) -> Matter | Bad:
    if any(value.startswith("=") for value in cells.values()):
        return Bad(line, "formula")
    text = cells.get("text", "")
    if not text:
        return Bad(line, "empty")
    given, reply, owner = (cells.get(each, "") for each in ("way", "reply", "owner"))
    if max(len(text), len(reply)) > MOST_TEXT:
        return Bad(line, "long", {"most": MOST_TEXT})
    if max(len(owner), len(cells.get("speaker", ""))) > MOST_NAME:
        return Bad(line, "name", {"most": MOST_NAME})
    way = _way(given, occasion.ways, reply=reply, promised=bool(owner and cells.get("due")))
    if way is None:
        return Bad(line, "way", {"way": given[:20]})
    over = is_over(cells.get("closed", ""), cells.get("state", ""))
    if over and way != "answered":
        # As a promise or a ticket it would be reminded of as if it were new.
        return Bad(line, "over", {"over": over[:20]})
    speaker = cells.get("speaker", "")
    if not speaker:
        speaker, text = speaker_in(text, occasion.not_names)
    elif speaker in UNNAMED:
        speaker = ""
    if way == "promised":
        return _promise(Matter(line, text, speaker, way, reply, owner), cells.get("due", ""), occasion)
    if way == "answered" and not reply:
        return Bad(line, "no-reply")
    return Matter(line, text, speaker, way, reply if way == "answered" else "")


def _promise(matter: Matter, due: str, occasion: Occasion) -> Matter | Bad:
    if not matter.owner or not due:
        return Bad(matter.line, "promise")
    found = read_due(typed(due), occasion.now, occasion.calendar)
    if found.at is None:
        return Bad(matter.line, "date", {"due": due[:20]})
    if found.at <= occasion.now:
        return Bad(matter.line, "past", {"due": due[:20]})
    return replace(matter, due_at=found.at)


def _way(given: str, ways: Collection[str], *, reply: str, promised: bool) -> str | None:
    """What is to become of it; empty where nothing is said, None where what is said is none of ``ways``."""
    if not given:
        if promised and "promised" in ways:
            return "promised"
        return "answered" if reply and "answered" in ways else ""
    for way, called in _WAYS.items():
        if given.casefold() in called:
            if way in ways:
                return way
            return "ticket" if way == "coordinated" and "ticket" in ways else None
    return None
