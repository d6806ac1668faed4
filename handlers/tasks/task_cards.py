"""A task in words, alone and on a list, and the buttons under it for whoever looks at it."""

from __future__ import annotations

from collections.abc import Sequence

from handlers.core.buttons import button, in_rows
from handlers.core.texts import say
from handlers.core.turn import Turn
from handlers.core.vocabulary import Button, Rows, Style
from handlers.core.wording import day, in_full, remaining, shorten
from handlers.rules.calendar import WorkCalendar
from handlers.rules.deadlines import Light
from handlers.rules.deadlines import light as light_of
from handlers.rules.lifecycle import Role
from handlers.rules.tasks import TaskAction, TaskState, bar, done, possible
from handlers.tasks import verbs
from handlers.tasks.changes import calendar_of
from storage import lists, tasks, tickets, units
from storage.tasks import Task

TITLE = 28
OWN = 10
STORY = 6
"""How many of the last notes a card shows."""
_STYLES = {TaskAction.REPORT: Style.PRIMARY, TaskAction.STRIKE: Style.PRIMARY, TaskAction.DROP: Style.DANGER}


def light(task: Task, now: int, calendar: WorkCalendar) -> Light:
    """The mark of a task on a list; what is struck off is green."""
    if task.state not in (TaskState.OPEN, TaskState.REPORTED):
        return Light.GREEN
    return light_of(task.due_at, now, calendar, task.made_at)


def progress(locale: str, found: Sequence[Task]) -> str:
    """“▓▓▓░░░░░░░ 已销号 3/10”."""
    states = [each.state for each in found]
    struck, whole = done(states)
    return say(locale, "task-progress", bar=bar(states), struck=struck, whole=whole)


def owner_words(locale: str, task: Task) -> str:
    """Who has it."""
    return task.owner_name or say(locale, "nobody")


def line(locale: str, now: int, task: Task, calendar: WorkCalendar) -> str:
    """One task on a list that was asked for now: mark, title, owner, how long still."""
    return _line(locale, task, say(locale, f"light-{light(task, now, calendar)}"), _left(locale, now, task, calendar))


def line_by_date(locale: str, task: Task, calendar: WorkCalendar) -> str:
    """One task on what stays on a screen: title, owner, until when; nothing that is true of this moment only."""
    if task.due_at is None:
        return _line(locale, task, "", say(locale, "task-no-date"))
    due = day(locale, calendar, task.due_at)
    return _line(locale, task, "", say(locale, "task-line-due", date=due))


def _line(locale: str, task: Task, mark: str, when: str) -> str:
    key = "task-line" if task.state in (TaskState.OPEN, TaskState.REPORTED) else "task-line-over"
    return say(
        locale,
        key,
        mark="✓" if task.state == TaskState.STRUCK else mark,
        title=shorten(task.title, TITLE),
        owner=owner_words(locale, task),
        left=when,
        state=say(locale, f"task-state-{task.state}"),
    ).lstrip() + (say(locale, "task-line-relapsed") if task.relapses and task.state != TaskState.STRUCK else "")


def _left(locale: str, now: int, task: Task, calendar: WorkCalendar) -> str:
    return say(locale, "task-no-date") if task.due_at is None else remaining(locale, calendar, now, task.due_at)


async def card(turn: Turn, task: Task, locale: str) -> str:
    """The whole task: what, who, until when, from where, and the last that happened to it."""
    calendar = await calendar_of(turn, task)
    unit = await units.get(turn.tx, task.unit_id)
    # It stays on a screen: dates, and nothing that is true of this moment only.
    found = [say(locale, "task-card-head", title=task.title, state=say(locale, f"task-state-{task.state}"))]
    if task.aspect:
        found.append(say(locale, "task-card-aspect", aspect=task.aspect))
    if task.measure:
        found.append(say(locale, "task-card-measure", measure=task.measure))
    found.append(say(locale, "task-card-owner", owner=owner_words(locale, task), unit=unit.shown))
    if task.leader:
        found.append(say(locale, "task-card-leader", leader=task.leader))
    if task.due_at is not None:
        date = in_full(locale, calendar, turn.now, task.due_at)
        if task.provisional:
            date += say(locale, "line-provisional")
        found.append(say(locale, "task-card-due", date=date))
    found.append(say(locale, "task-card-source", source=await _source(turn, task, locale)))
    if task.relapses:
        found.append(say(locale, "task-card-relapsed", count=task.relapses))
    story = await tasks.notes_of(turn.tx, task.id)
    for each in story[1:][-STORY:]:
        words = shorten(each.text, 200) + (say(locale, "task-card-files", count=len(each.files)) if each.files else "")
        at = day(locale, calendar, each.at)
        key = "task-card-note" if words else "task-card-note-bare"
        found.append(say(locale, key, date=at, action=say(locale, f"task-did-{each.action}"), text=words))
    return "\n".join(found)


async def _source(turn: Turn, task: Task, locale: str) -> str:
    name = say(locale, f"task-source-{task.source}")
    if task.list_id is not None:
        name += say(locale, "task-source-named", name=(await lists.get(turn.tx, task.list_id)).name)
    if task.ticket_id is not None and task.source != "project":
        # A project is called by its ticket's number.
        name += say(locale, "task-source-named", name=(await tickets.get(turn.tx, task.ticket_id)).number)
    return name


def _action(locale: str, task: Task, action: TaskAction) -> Button:
    style = _STYLES.get(action, Style.PLAIN)
    return button(say(locale, f"task-button-{action}"), verbs.OF_ACTION[action], task.id, style=style)


def owner_buttons(locale: str, task: Task) -> Rows:
    """What its owner can do with it."""
    return in_rows(_action(locale, task, each) for each in possible(TaskState(task.state), Role.OWNER))


def office_buttons(locale: str, task: Task) -> Rows:
    """What the office can do with it."""
    return in_rows(_action(locale, task, each) for each in possible(TaskState(task.state), Role.SECRETARY))


async def own_tasks(turn: Turn) -> tuple[str, Rows] | None:
    """What this person has promised, the most pressing first, for their list of what they have in hand."""
    found = sorted(
        await tasks.of_owner(turn.tx, turn.who.id), key=lambda each: (each.due_at is None, each.due_at or 0, each.id)
    )
    if not found:
        return None
    lines = [turn.say("task-own", count=len(found)), ""]
    lines += [line(turn.locale, turn.now, each, await calendar_of(turn, each)) for each in found[:OWN]]
    if len(found) > OWN:
        lines.append(turn.say("task-own-more", count=len(found) - OWN))
    return "\n".join(lines), tuple((button(shorten(each.title, 30), verbs.TASK_OPEN, each.id),) for each in found[:OWN])
