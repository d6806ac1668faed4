"""Tasks are reminded of like tickets: at the start of a day, gathered, nobody twice of the same."""

from __future__ import annotations

from collections.abc import Iterable

from handlers.core.buttons import button
from handlers.core.texts import DESK_LOCALE, locale_for, say
from handlers.core.turn import Turn
from handlers.core.vocabulary import Address, Outgoing, OutKind, Priority
from handlers.core.wording import shorten
from handlers.rules.calendar import WorkCalendar
from handlers.rules.deadlines import moments, weekly
from handlers.rules.lifecycle import Grade
from handlers.rules.tasks import TaskState
from handlers.tasks import changes, task_cards, verbs
from storage import groups, history, people, roles, tasks, units
from storage.tasks import Task

MOST = 15
_INSTRUCTED = frozenset({"meeting", "onsite", "instruction"})
"""What a leader gave out (督办) is urged every so many days once its date has come, as an instruction is."""


async def tick(turn: Turn) -> None:
    """Say what is due to be said: to owners, to desks, and to managers once something is overdue."""
    owners: dict[int, list[Task]] = {}
    desks: dict[int, list[Task]] = {}
    managers: dict[int, list[Task]] = {}
    calendars: dict[int, WorkCalendar] = {}
    codes = {each.id: each for each in await units.everyone(turn.tx, retired=True)}
    for task in await tasks.open_below(turn.tx, "/"):
        unit = codes[task.unit_id]
        calendar = calendars.setdefault(task.unit_id, turn.house.calendar_for(unit.code))
        if task.due_at is None or not calendar.is_working(turn.now):
            continue
        key = _newest(turn, task, calendar, unit.code)
        if key is None:
            continue
        if task.owner_id is not None and task.state == TaskState.OPEN and await _claim(turn, task, key, task.owner_id):
            owners.setdefault(task.owner_id, []).append(task)
        group = await changes.desk(turn, task.unit_id)
        if group is not None and await _claim(turn, task, key, -group.id):
            desks.setdefault(group.id, []).append(task)
        if task.due_at <= turn.now:
            for each in await roles.covering(turn.tx, "manager", unit.path):
                if await _claim(turn, task, f"missed@{task.due_at}", each.person_id):
                    managers.setdefault(each.person_id, []).append(task)
    for person_id, found in owners.items():
        await _tell_person(turn, person_id, "task-remind-owner", found, calendars)
    for person_id, found in managers.items():
        await _tell_person(turn, person_id, "task-remind-manager", found, calendars)
    for group_id, found in desks.items():
        await _tell_group(turn, group_id, found, calendars)


def _newest(turn: Turn, task: Task, calendar: WorkCalendar, code: str) -> str | None:
    """The last moment of reminding that has passed by the start of this working day."""
    assert task.due_at is not None
    rules = turn.house.rules_for(code)
    until = calendar.opens(calendar.local(turn.now).date())
    passed = moments(task.made_at, task.due_at, until, Grade.NORMAL, calendar, rules=rules.reminders)
    if task.source in _INSTRUCTED and task.due_at <= until:
        passed = weekly(task.due_at, until, calendar, rules.supervise_days)
    return max(passed, key=lambda each: (each.overdue, each.at)).key if passed else None


async def _claim(turn: Turn, task: Task, key: str, who: int) -> bool:
    return await history.claim_reminder(turn.tx, f"task:{task.id}", "due", key, person_id=who, now=turn.now)


def _lines(turn: Turn, found: Iterable[Task], calendars: dict[int, WorkCalendar], locale: str) -> list[str]:
    return [task_cards.line(locale, turn.now, each, calendars[each.unit_id]) for each in found]


async def _tell_person(
    turn: Turn, person_id: int, key: str, found: list[Task], calendars: dict[int, WorkCalendar]
) -> None:
    person = await people.get(turn.tx, person_id)
    locale = locale_for(person.language)
    lines = [say(locale, key, count=len(found)), "", *_lines(turn, found[:MOST], calendars, locale)]
    if len(found) > MOST:
        lines.append(say(locale, "task-remind-more", count=len(found) - MOST))
    turn.tell(
        person,
        "\n".join(lines),
        buttons=tuple((button(shorten(each.title, 30), verbs.TASK_OPEN, each.id),) for each in found[:MOST]),
        priority=Priority.REMINDER,
        tasks=tuple(each.id for each in found[:MOST]),
        replace=key,
    )


async def _tell_group(turn: Turn, group_id: int, found: list[Task], calendars: dict[int, WorkCalendar]) -> None:
    group = await groups.get(turn.tx, group_id)
    if group is None:
        return
    late = sum(1 for each in found if (each.due_at or 0) <= turn.now)
    lines = [say(DESK_LOCALE, "task-remind-group", count=len(found), late=late), ""]
    lines += _lines(turn, found[:MOST], calendars, DESK_LOCALE)
    if len(found) > MOST:
        lines.append(say(DESK_LOCALE, "task-remind-more", count=len(found) - MOST))
    turn.send(
        Outgoing(
            OutKind.SEND,
            to=Address(group.channel, group.chat),
            text="\n".join(lines),
            buttons=tuple((button(shorten(each.title, 30), verbs.TASK_OPEN, each.id),) for each in found[:MOST]),
            priority=Priority.REMINDER,
            tasks=tuple(each.id for each in found[:MOST]),
            replace="gathered-tasks",
        )
    )
