"""The life of a task as one table, and what a pasted line of a list says.

Striking off (销号) takes the owner's request with evidence and a look by the office, which is never the owner: a task
is ``open`` until its owner asks, ``reported`` until the office has looked.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from handlers.rules.dates import typed
from handlers.rules.headings import find_heading
from handlers.rules.items import is_over, unnumbered
from handlers.rules.lifecycle import Role


class TaskState(StrEnum):
    """Where a task stands."""

    OPEN = "open"
    REPORTED = "reported"
    STRUCK = "struck"
    DROPPED = "dropped"


class TaskAction(StrEnum):
    """What can be done with a task."""

    GIVE = "give"
    PROGRESS = "progress"
    REPORT = "report"
    """The owner asks to strike it off, with evidence."""
    STRIKE = "strike"
    SEND_BACK = "send_back"
    MOVE = "move"
    """Another date, with a reason."""
    HAND_OVER = "hand_over"
    DROP = "drop"
    RELAPSE = "relapse"
    """It came back (反弹)."""


RELAPSE_DAYS = 365
"""What comes back within a year of being struck off is marked as 反弹; later it is a new task."""
_OFFICE = frozenset({Role.SECRETARY})
_BOTH = frozenset({Role.SECRETARY, Role.OWNER})

TABLE: dict[tuple[TaskState, TaskAction], tuple[TaskState, frozenset[Role]]] = {
    (TaskState.OPEN, TaskAction.PROGRESS): (TaskState.OPEN, _BOTH),
    (TaskState.REPORTED, TaskAction.PROGRESS): (TaskState.REPORTED, _BOTH),
    # The office may report for an owner who is not in the mailbox.
    (TaskState.OPEN, TaskAction.REPORT): (TaskState.REPORTED, _BOTH),
    (TaskState.REPORTED, TaskAction.STRIKE): (TaskState.STRUCK, _OFFICE),
    (TaskState.REPORTED, TaskAction.SEND_BACK): (TaskState.OPEN, _OFFICE),
    (TaskState.OPEN, TaskAction.MOVE): (TaskState.OPEN, _OFFICE),
    (TaskState.OPEN, TaskAction.HAND_OVER): (TaskState.OPEN, _OFFICE),
    (TaskState.OPEN, TaskAction.DROP): (TaskState.DROPPED, _OFFICE),
    (TaskState.REPORTED, TaskAction.DROP): (TaskState.DROPPED, _OFFICE),
    (TaskState.STRUCK, TaskAction.RELAPSE): (TaskState.OPEN, _OFFICE),
}


def possible(state: TaskState, role: Role) -> tuple[TaskAction, ...]:
    """What this role can do in a state, in the order of the table."""
    return tuple(action for (at, action), (_, roles) in TABLE.items() if at is state and role in roles)


def done(states: Iterable[str]) -> tuple[int, int]:
    """How many are struck off, of how many that count: what was dropped is no part of a list any more."""
    counted = [each for each in states if each != TaskState.DROPPED]
    return sum(each == TaskState.STRUCK for each in counted), len(counted)


_BAR = 10
_FULL, _EMPTY = "▓", "░"


def bar(states: Sequence[str]) -> str:
    """A list's progress as a bar of ten; it is full only when everything is struck off."""
    struck, whole = done(states)
    filled = 0 if whole == 0 else _BAR * struck // whole
    return _FULL * filled + _EMPTY * (_BAR - filled)


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a list as somebody typed or pasted it; what was left out is empty."""

    title: str
    aspect: str = ""
    measure: str = ""
    owner: str = ""
    due: str = ""
    over: str = ""
    """What its row says of being finished already."""


_BETWEEN = re.compile(r"\s*[|｜\t]\s*")
MOST_TITLE = 500


def read_lines(text: str) -> tuple[Line, ...]:
    """Each line that is not empty: “问题”, or “方面 | 问题 | 措施 | 责任人 | 期限” from the left as far as it goes.

    With two parts it is aspect and problem; a list's own numbering is left out.
    """
    found = []
    for line in unnumbered([each.strip() for each in text.splitlines() if each.strip()]):
        parts = [each.strip() for each in _BETWEEN.split(line)]
        if len(parts) == 1:
            found.append(Line(parts[0][:MOST_TITLE]))
            continue
        aspect, title, measure, owner, due = (*parts, "", "", "")[:5]
        found.append(Line(title[:MOST_TITLE], aspect[:50], measure[:1000], owner[:50], due[:50]))
    return tuple(found)


_HEADINGS: dict[str, tuple[str, ...]] = {
    "aspect": ("方面", "问题类别", "类别", "Aspect"),
    "title": ("问题", "问题描述", "事项", "督办事项", "节点", "内容", "工作内容", "Problem", "Matter", "Step"),
    "measure": ("措施", "整改措施", "具体举措", "承诺内容", "工作措施", "Measure", "Measures"),
    "owner": ("责任人", "承办人", "Owner"),
    "due": ("期限", "时限", "完成时限", "完成期限", "办理时限", "承诺时限", "Due"),
}
_OVER: dict[str, tuple[str, ...]] = {
    "closed": ("销号时间", "完成时间", "完成日期", "办结时间", "办结日期", "Struck off on"),
    "state": ("是否销号", "是否完成", "是否完成整改", "是否办结", "状态", "Struck off"),
}
_NAMES = {title: name for each in (_HEADINGS, _OVER) for name, titles in each.items() for title in titles}


def has_heading(rows: Sequence[Sequence[str]]) -> bool:
    """Whether a column of this table is called as one for what is to be done."""
    return find_heading(rows, _NAMES, ("title",)) is not None


def read_rows(rows: Sequence[Sequence[str]]) -> tuple[Line, ...]:
    """The same from a table: by the names of its columns, or without any in the order of a pasted line."""
    heading = find_heading(rows, _NAMES, ("title",))
    if heading is None:
        return read_lines("\n".join(" | ".join(_flat(cell) for cell in row).strip(" |") for row in rows))
    # Of two columns that are called alike, the first counts: it is read last.
    at, columns = heading[0], {name: place for place, name in reversed(heading[1].items())}
    found = []
    for row in rows[at + 1 :]:
        cells = {name: _flat(row[place]) for name, place in columns.items() if place < len(row)}
        if cells.get("title"):
            aspect, title, measure, owner, due = (cells.get(each, "") for each in _HEADINGS)
            over = is_over(cells.get("closed", ""), cells.get("state", ""))
            found.append(Line(title[:MOST_TITLE], aspect[:50], measure[:1000], owner[:50], typed(due)[:50], over[:50]))
    return tuple(found)


def _flat(cell: str) -> str:
    """A cell in one line; a bar would count as the next column."""
    return " ".join(cell.replace("|", "/").split())
