"""Who may do what with a task now, and doing it: the row and its story are written in the turn's transaction."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from handlers.core.files import write_file
from handlers.core.refusals import Refused
from handlers.core.texts import Words
from handlers.core.turn import Turn
from handlers.core.vocabulary import Attachment
from handlers.people.desks import desk_of
from handlers.rules.calendar import WorkCalendar
from handlers.rules.lifecycle import Role, State
from handlers.rules.rights import Right, Standing
from handlers.rules.tasks import RELAPSE_DAYS, TABLE, TaskAction, TaskState
from storage import groups, tasks, tickets, units
from storage.groups import Group
from storage.tasks import Task

_DAY = 86_400


@dataclass(frozen=True, slots=True)
class Seen:
    """A task as somebody stands to it."""

    task: Task
    roles: frozenset[Role]

    @property
    def role(self) -> Role:
        """As what they act: the office goes before everything else."""
        return next(each for each in (Role.SECRETARY, Role.OWNER, Role.MANAGER) if each in self.roles)


async def seen(turn: Turn, task_id: int | None) -> Seen:
    """The task of a row number that came from outside, if it is this person's to see.

    Raises:
        Refused: there is none, or it is not.
    """
    try:
        task = await tasks.get(turn.tx, task_id or 0)
    except LookupError:
        raise Refused("task-gone") from None
    path = (await units.get(turn.tx, task.unit_id)).path
    roles = set()
    if turn.person is not None and task.owner_id == turn.person.id:
        roles.add(Role.OWNER)
    standing = Standing(turn.roles, path)
    if standing.may(Right.TASKS):
        roles.add(Role.SECRETARY)
    if standing.may(Right.SEE_TASKS, Role.MANAGER):
        roles.add(Role.MANAGER)
    if not roles:
        raise Refused("task-gone")
    return Seen(task, frozenset(roles))


def check(turn: Turn, found: Seen, action: TaskAction) -> Role:
    """As what they may do it now.

    Raises:
        Refused: the state does not allow it, or it is not theirs to do.
    """
    step = TABLE.get((TaskState(found.task.state), action))
    if step is None:
        raise Refused("task-not-now", state=Words(f"task-state-{found.task.state}"))
    role = next((each for each in (Role.SECRETARY, Role.OWNER) if each in step[1] and each in found.roles), None)
    if role is None:
        raise Refused("not-your-role", role=Words("role-secretary"))
    mine = turn.person is not None and found.task.owner_id == turn.person.id
    if action is TaskAction.STRIKE and mine:
        raise Refused("task-not-your-own")
    return role


async def act(
    turn: Turn,
    found: Seen,
    action: TaskAction,
    *,
    text: str = "",
    files: Sequence[Attachment] = (),
    detail: dict[str, Any] | None = None,
    **changes: Any,
) -> Task:
    """Do it: the row's new state and ``changes``, and its story, in the turn's transaction.

    Raises:
        Refused: see :func:`check`.
    """
    role = check(turn, found, action)
    before = found.task
    to, _ = TABLE[TaskState(before.state), action]
    after = replace(before, state=str(to), changed_at=turn.now, **changes)
    await tasks.save(turn.tx, after)
    await tasks.note(
        turn.tx,
        before.id,
        at=turn.now,
        action=action,
        role=role,
        staff_id=turn.who.id,
        text=text,
        detail=detail,
        files=[write_file(each) for each in files],
    )
    return after


async def may_strike(turn: Turn, found: Seen) -> None:
    """Make sure that it can be struck off: by the office, and after the raiser's word where there is a raiser.

    A step of a ticket's project is done before its raiser can say anything: their word is asked for when it is closed.

    Raises:
        Refused: not yet, or not by this person.
    """
    check(turn, found, TaskAction.STRIKE)
    if found.task.ticket_id is not None and found.task.source != "project":
        await raiser_heard(turn, found.task.ticket_id)


async def raiser_heard(turn: Turn, ticket_id: int) -> None:
    """Make sure that the raiser of a ticket has said what they think of it.

    A ticket that was closed without a rating was asked about twice: that is two tries to get it.

    Raises:
        Refused: not yet.
    """
    ticket = await tickets.get(turn.tx, ticket_id)
    if ticket.rated_at is None and ticket.state not in (State.CLOSED, State.WITHDRAWN, State.DECLINED):
        raise Refused("task-raiser-first", number=ticket.number)


def may_relapse(turn: Turn, task: Task) -> None:
    """Make sure that it was struck off within the year.

    Raises:
        Refused: longer ago; it is a new matter by now.
    """
    if task.struck_at is not None and turn.now - task.struck_at > RELAPSE_DAYS * _DAY:
        raise Refused("task-relapse-late")


async def calendar_of(turn: Turn, task: Task) -> WorkCalendar:
    """The working days by which its date counts."""
    return turn.house.calendar_for((await units.get(turn.tx, task.unit_id)).code)


async def desk(turn: Turn, unit_id: int) -> Group | None:
    """The secretaries' group that looks after a unit's tasks."""
    group_id = await desk_of(turn, unit_id, None, restricted=False)
    return None if group_id is None else await groups.get(turn.tx, group_id)
