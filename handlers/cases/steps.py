"""The one way in which a ticket changes: checked against the lifecycle and the rights, then written down."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from handlers.cases.owners import show_buttons
from handlers.core.files import write_file
from handlers.core.refusals import Refused
from handlers.core.texts import Words
from handlers.core.turn import Turn
from handlers.core.vocabulary import Attachment
from handlers.people.raisers import is_theirs
from handlers.rules.calendar import WorkCalendar
from handlers.rules.deadlines import DeadlineKind, DeadlineRules
from handlers.rules.lifecycle import Action, Grade, Impossible, Role, State, step
from handlers.rules.marks import Mark, opening
from handlers.rules.rights import Right, Standing
from storage import history, tickets, units
from storage.history import Deadline
from storage.tickets import Ticket


@dataclass(frozen=True, slots=True)
class Acted:
    """A ticket after an action, and the history entry that tells of it."""

    ticket: Ticket
    entry: int


async def standing(turn: Turn, ticket: Ticket, *, holds_code: bool = False) -> Standing:
    """How the person of this turn stands to a ticket."""
    unit = await units.get(turn.tx, ticket.unit_id)
    person = turn.person
    group = turn.group
    return Standing(
        held=turn.roles,
        path=unit.path,
        raised=await is_theirs(turn, ticket),
        holds_code=holds_code,
        assigned=person is not None and ticket.owner_id == person.id,
        restricted=ticket.restricted,
        let_in=group is not None and group.id == ticket.group_id,
    )


async def check(turn: Turn, ticket: Ticket, action: Action, role: Role, *, holds_code: bool = False) -> None:
    """Make sure that the person may do this now.

    Raises:
        Refused: the state does not allow it, or it is not theirs to do.
    """
    found = step(State(ticket.state), action, role)
    if isinstance(found, Impossible):
        if found.role is not None:
            raise Refused("not-your-role", role=Words(f"role-{found.role}"))
        raise Refused(
            "case-refused-state",
            number=ticket.number,
            state=Words(f"state-{ticket.state}"),
            action=Words(f"action-{action}"),
        )
    if role is Role.SYSTEM:
        return
    if not (await standing(turn, ticket, holds_code=holds_code)).may(Right.STEP, role):
        raise Refused("not-your-role", role=Words(f"role-{role}"))


def no_note(turn: Turn) -> None:
    """Make sure that words which go on to others are not marked as an internal note.

    Raises:
        Refused: they are; nothing was kept or passed on.
    """
    if opening(turn.event.text).mark is Mark.NOTE:
        raise Refused("no-note-here")


async def act(
    turn: Turn,
    ticket: Ticket,
    action: Action,
    role: Role,
    *,
    text: str = "",
    files: Sequence[Attachment] = (),
    detail: Mapping[str, Any] | None = None,
    refers_to: int | None = None,
    holds_code: bool = False,
    **changes: Any,
) -> Acted:
    """Do ``action`` as ``role``: the ticket's new state and ``changes``, and the history, in the turn's transaction.

    Raises:
        Refused: see :func:`check`.
    """
    await check(turn, ticket, action, role, holds_code=holds_code)
    found = step(State(ticket.state), action, role)
    assert not isinstance(found, Impossible)
    after = replace(ticket, changed_at=turn.now, **changes)
    new_state = str(found.leads(State(ticket.state), owned=after.owner_id is not None))
    after = replace(after, state=new_state)
    if changes or new_state != ticket.state:
        await tickets.save(turn.tx, after)
    elif after != ticket:
        await tickets.touch(turn.tx, ticket.id, turn.now)
    staff = turn.person.id if turn.person and role not in (Role.RAISER, Role.SYSTEM) else None
    entry = await history.append(
        turn.tx,
        ticket.id,
        at=turn.now,
        action=action,
        role=role,
        staff_id=staff,
        text=text,
        states=(ticket.state, new_state) if new_state != ticket.state else (None, None),
        refers_to=refers_to,
        detail=detail,
        files=[write_file(each) for each in files],
    )
    await show_buttons(turn, ticket, after, action)
    return Acted(after, entry)


async def rules_of(turn: Turn, ticket: Ticket) -> DeadlineRules:
    """The deadlines that the ticket's unit works by."""
    return turn.house.rules_for((await units.get(turn.tx, ticket.unit_id)).code)


async def calendar_of(turn: Turn, ticket: Ticket) -> WorkCalendar:
    """The working days and hours by which promises about the ticket count: those of its unit."""
    return turn.house.calendar_for((await units.get(turn.tx, ticket.unit_id)).code)


async def start_clock(turn: Turn, ticket: Ticket, kind: DeadlineKind, *, subject: str = "") -> int:
    """From now on ``kind`` is due on the ticket; returns when. An earlier one of the same kind no longer counts."""
    rules = await rules_of(turn, ticket)
    due = rules.due(kind, turn.now, await calendar_of(turn, ticket), Grade(ticket.grade))
    await history.cancel_deadlines(turn.tx, ticket.id, kind, turn.now)
    await history.start_deadline(
        turn.tx,
        ticket.id,
        kind,
        started_at=turn.now,
        due_at=due.at,
        provisional=due.provisional,
        rule_version=rules.version,
        subject=subject,
    )
    return due.at


async def promise_done(turn: Turn, ticket: Ticket) -> Ticket:
    """Start the clock of the whole matter by its grade, and put the promised date on the ticket.

    For a look by the unit above (复查, 复核) the promised date is that of the look: the grade's days are not for it.
    """
    rules = await rules_of(turn, ticket)
    for deadline in await history.deadlines_of(turn.tx, ticket.id):
        if deadline.kind == DeadlineKind.REVIEW:
            return await _promise_review(turn, ticket, deadline)
    due = rules.due(DeadlineKind.DONE, turn.now, await calendar_of(turn, ticket), Grade(ticket.grade))
    await start_clock(turn, ticket, DeadlineKind.DONE)
    promised = replace(ticket, due_at=due.at, provisional=due.provisional, rule_version=rules.version)
    await tickets.save(turn.tx, promised)
    return promised


async def _promise_review(turn: Turn, ticket: Ticket, review: Deadline) -> Ticket:
    for kind in (DeadlineKind.REVIEW, DeadlineKind.DONE):
        await history.cancel_deadlines(turn.tx, ticket.id, kind, turn.now)
    await history.start_deadline(
        turn.tx,
        ticket.id,
        DeadlineKind.DONE,
        started_at=turn.now,
        due_at=review.due_at,
        provisional=False,
        rule_version=NATURAL_DAYS,
    )
    promised = replace(ticket, due_at=review.due_at, provisional=False)
    await tickets.save(turn.tx, promised)
    return promised


NATURAL_DAYS = "natural"
"""The version of a date that no work calendar moves."""
