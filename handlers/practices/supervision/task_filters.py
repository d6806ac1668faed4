"""What 督办事项清单 is narrowed by: “单位:一分厂 状态:未销号 来源:会议 时间:3月 期限:本周 责任人:王建国”, and words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from handlers.components.narrowing import Reach
from handlers.core.texts import OTHERS, SOURCE, say
from handlers.people.directories import OWNER, of_people
from handlers.rules import filters
from handlers.rules.calendar import WorkCalendar
from handlers.rules.directory import picking
from handlers.rules.filters import NotUnderstood
from handlers.rules.tasks import TaskState
from storage.roles import Role
from storage.units import Unit

SOURCES = ("meeting", "onsite", "instruction", "campaign")
"""Whence a matter is on the list; checklists and projects have registers of their own."""
_KEYS: Mapping[str, str] = {
    **{word: key for word, key in filters.KEYS.items() if key in ("unit", "state", "source", "time")},
    **dict.fromkeys(("期限", "时限", "到期", "due"), "due"),
    **dict.fromkeys(("责任人", "owner"), "owner"),
}
_UNDONE = ("未销号", "未完成", "open")
_STATES = (TaskState.OPEN, TaskState.REPORTED, TaskState.STRUCK)


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is wanted; empty or None narrows nothing. Times are UTC epoch seconds, ``until`` not included.

    ``owner`` is a part of a name, ``owner_id`` the one person who is meant where several are called so.
    ``start`` and ``until``: when it was given out; ``due_start`` and ``due_until``: when it is due.
    """

    words: tuple[str, ...] = ()
    states: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    owner: str = ""
    owner_id: int | None = None
    start: int | None = None
    until: int | None = None
    due_start: int | None = None
    due_until: int | None = None

    def between(self, start: int | None, until: int | None) -> Wanted:
        """Given out between these instants as well; None: at any time."""
        if start is None and until is None:
            return self
        since = max(start or 0, self.start or 0)
        before = min(each for each in (until, self.until, 1 << 62) if each is not None)
        return replace(self, start=since, until=before)

    def fits(self, each: Matter) -> bool:
        """Whether a matter is one of those."""
        return (
            (not self.states or each.state in self.states)
            and (not self.sources or each.source in self.sources)
            and (each.owner_id == self.owner_id if self.owner_id is not None else self.owner in each.owner)
            and _within(each.given_at, self.start, self.until)
            and _within(each.due_at, self.due_start, self.due_until)
            and all(word in each.said for word in self.words)
        )


@dataclass(frozen=True, slots=True)
class Matter:
    """What a filter looks at: a task, or a leader's instruction on a ticket. ``said``: its words, in lower case."""

    state: str
    source: str
    owner: str
    owner_id: int | None
    given_at: int
    due_at: int | None
    said: str


def _within(at: int | None, start: int | None, until: int | None) -> bool:
    if start is None or until is None:
        return True
    return at is not None and start <= at < until


def read(
    text: str, reach: Reach, owners: Sequence[Role], now: int, calendar: WorkCalendar
) -> tuple[Unit | None, Wanted]:
    """The unit that is meant, where one is, and the rest of what somebody wrote. ``owners``: who may be named as one.

    Raises:
        NotUnderstood: a filter that there is not, or a value that it can't have.
        FitsSeveral: a name that several have.
    """
    words, found = filters.pairs(text, _KEYS)
    unit = None
    if "unit" in found and (unit := reach.named(found["unit"])) is None:
        raise NotUnderstood(found["unit"])
    owner = found.get("owner", "")
    person = of_people(owners, reach.everyone).the_one(owner, reach.picked, part=False) if owner else None
    given = filters.span(found["time"], now, calendar) if "time" in found else (None, None)
    due = filters.span(found["due"], now, calendar, due=True) if "due" in found else (None, None)
    wanted = Wanted(
        tuple(words.casefold().split()),
        _meant(found["state"], _STATES, "task-state") if "state" in found else (),
        _meant(found["source"], SOURCES, "task-source") if "source" in found else (),
        owner,
        # A whole name that only one has is found in the names too, of those outside as well.
        None if person is None or (person.name == owner and picking(OWNER, owner) not in reach.picked) else person.key,
        *given,
        *due,
    )
    return unit, wanted


def _meant(words: str, values: Sequence[str], text: str) -> tuple[str, ...]:
    found: list[str] = []
    for word in filters.several(words):
        if text == "task-state" and word.casefold() in _UNDONE:
            found += [TaskState.OPEN, TaskState.REPORTED]
            continue
        names = {each: [say(locale, f"{text}-{each}") for locale in (SOURCE, *OTHERS)] for each in values}
        meant = [each for each in values if filters.is_called(word, each, names[each])]
        if not meant:
            raise NotUnderstood(word)
        found += meant
    return tuple(dict.fromkeys(map(str, found)))


def kept(facts: Mapping[str, Any]) -> Wanted:
    """A filter as the facts of a file keep it (:func:`dataclasses.asdict`)."""
    plain: dict[str, Any] = {key: tuple(value) if isinstance(value, list) else value for key, value in facts.items()}
    return Wanted(**plain)
