"""Everything that happened to a ticket, append-only, with the files that came along, its deadlines and reminders."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from storage.database import Transaction
from storage.rows import Row, read


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that happened. ``staff_id`` is who of the staff did it (None for the raiser and the mailbox itself)."""

    id: int
    ticket_id: int
    at: int
    action: str
    role: str
    staff_id: int | None
    text: str
    old_state: str | None
    new_state: str | None
    refers_to: int | None
    detail: Mapping[str, Any]


def _read(row: Row) -> Entry:
    return Entry(
        row["id"],
        row["ticket_id"],
        row["at"],
        row["action"],
        row["role"],
        row["staff_id"],
        row["text"],
        row["old_state"],
        row["new_state"],
        row["refers_to"],
        json.loads(row["detail"]),
    )


async def append(
    tx: Transaction,
    ticket_id: int,
    *,
    at: int,
    action: str,
    role: str,
    staff_id: int | None = None,
    text: str = "",
    states: tuple[str | None, str | None] = (None, None),
    refers_to: int | None = None,
    detail: Mapping[str, Any] | None = None,
    files: Sequence[str] = (),
) -> int:
    """Write down what happened; ``files`` are attachments as the caller writes them. Returns the entry's id."""
    entry_id = await tx.insert(
        "history_add",
        ticket_id=ticket_id,
        at=at,
        action=action,
        role=role,
        staff_id=staff_id,
        # A text in PostgreSQL can't hold NUL, and nobody can read one.
        text=text.replace("\x00", ""),
        old_state=states[0],
        new_state=states[1],
        refers_to=refers_to,
        detail=json.dumps(dict(detail or {}), ensure_ascii=False),
    )
    await tx.many(
        "attachment_add",
        (
            {"history_id": entry_id, "ticket_id": ticket_id, "position": position, "body": body}
            for position, body in enumerate(files)
        ),
    )
    return entry_id


async def of_ticket(tx: Transaction, ticket_id: int) -> tuple[Entry, ...]:
    """A ticket's story from its beginning."""
    return tuple(_read(row) for row in await tx.all("history_of_ticket", ticket_id=ticket_id))


async def get(tx: Transaction, entry_id: int) -> Entry | None:
    """One entry."""
    row = await tx.one("history_get", id=entry_id)
    return None if row is None else _read(row)


async def files_of(tx: Transaction, entry_id: int) -> tuple[str, ...]:
    """The attachments of an entry in their order."""
    return tuple(row["body"] for row in await tx.all("attachments_of_history", history_id=entry_id))


async def files_of_ticket(tx: Transaction, ticket_id: int) -> tuple[tuple[int, str], ...]:
    """Every attachment of a ticket with its entry's id."""
    return tuple((row["history_id"], row["body"]) for row in await tx.all("attachments_of_ticket", ticket_id=ticket_id))


@dataclass(frozen=True, slots=True)
class Deadline:
    """Something that is due and not yet done."""

    id: int
    ticket_id: int
    kind: str
    subject: str
    started_at: int
    due_at: int
    provisional: bool
    rule_version: str


async def start_deadline(
    tx: Transaction,
    ticket_id: int,
    kind: str,
    *,
    started_at: int,
    due_at: int,
    provisional: bool,
    rule_version: str,
    subject: str = "",
) -> None:
    """From now on something is due."""
    await tx.run(
        "deadline_add",
        ticket_id=ticket_id,
        kind=kind,
        subject=subject,
        started_at=started_at,
        due_at=due_at,
        provisional=int(provisional),
        rule_version=rule_version,
    )


async def meet_deadlines(tx: Transaction, ticket_id: int, kind: str, now: int) -> None:
    """What was due of this kind is done."""
    await tx.run("deadlines_meet", ticket_id=ticket_id, kind=kind, now=now)


async def unmeet_deadlines(tx: Transaction, ticket_id: int, kind: str, met_at: int) -> None:
    """What was done of this kind at that instant was taken back: it is due again, by its old date."""
    await tx.run("deadlines_unmeet", ticket_id=ticket_id, kind=kind, met_at=met_at)


async def meet_deadline(tx: Transaction, deadline: Deadline, now: int) -> None:
    """This one is done; others of its kind are not."""
    await tx.run("deadline_meet", id=deadline.id, now=now)


async def cancel_deadlines(tx: Transaction, ticket_id: int, kind: str | None, now: int) -> None:
    """What was due of this kind (None: of any) is due no more."""
    if kind is None:
        await tx.run("deadlines_cancel_all", ticket_id=ticket_id, now=now)
    else:
        await tx.run("deadlines_cancel", ticket_id=ticket_id, kind=kind, now=now)


async def deadlines_of(tx: Transaction, ticket_id: int) -> tuple[Deadline, ...]:
    """What is due on one ticket, soonest first."""
    return tuple(read(Deadline, row) for row in await tx.all("deadlines_of_ticket", ticket_id=ticket_id))


async def open_deadlines(tx: Transaction, before: int) -> tuple[Deadline, ...]:
    """Everything not done that is due before an instant, soonest first."""
    return tuple(read(Deadline, row) for row in await tx.all("deadlines_open", before=before))


async def move_deadline(tx: Transaction, deadline: Deadline, due_at: int, provisional: bool, rule_version: str) -> None:
    """A due time computed anew."""
    await tx.run(
        "deadline_move", id=deadline.id, due_at=due_at, provisional=int(provisional), rule_version=rule_version
    )


async def claim_reminder(tx: Transaction, subject: str, kind: str, moment: str, *, person_id: int, now: int) -> bool:
    """Whether this reminder is still to be sent; a second claim of the same is always False."""
    rows = await tx.all("reminder_claim", subject=subject, kind=kind, moment=moment, person_id=person_id, now=now)
    return bool(rows)


async def is_claimed(tx: Transaction, subject: str, kind: str, moment: str, *, person_id: int) -> bool:
    """Whether this reminder has been sent."""
    row = await tx.one("reminder_claimed", subject=subject, kind=kind, moment=moment, person_id=person_id)
    return row is not None


async def was_reminded(tx: Transaction, subject: str, kind: str, *, person_id: int, since: int) -> bool:
    """Whether somebody (a group below zero) was reminded of it at ``since`` or later."""
    return await tx.one("reminder_since", subject=subject, kind=kind, person_id=person_id, since=since) is not None


@dataclass(frozen=True, slots=True)
class Milestone:
    """A step of a plan for a ticket that takes long."""

    id: int
    ticket_id: int
    title: str
    due_at: int
    met_at: int | None
    evidence: str | None


async def add_milestones(tx: Transaction, ticket_id: int, steps: Sequence[tuple[str, int]]) -> None:
    """Plan steps with their due times."""
    await tx.many("milestone_add", ({"ticket_id": ticket_id, "title": t, "due_at": d} for t, d in steps))


async def milestones_of(tx: Transaction, ticket_id: int) -> tuple[Milestone, ...]:
    """The steps of a ticket's plan, soonest first."""
    return tuple(read(Milestone, row) for row in await tx.all("milestones_of_ticket", ticket_id=ticket_id))


async def meet_milestone(tx: Transaction, milestone_id: int, evidence: str, now: int) -> None:
    """A step is done, with what shows it."""
    await tx.run("milestone_meet", id=milestone_id, evidence=evidence, now=now)


@dataclass(frozen=True, slots=True)
class Instruction:
    """What a manager told secretary and owner to do about a ticket (督办)."""

    id: int
    ticket_id: int
    manager_id: int
    text: str
    given_at: int
    due_at: int
    answer: str | None
    answered_at: int | None


async def instruct(tx: Transaction, ticket_id: int, manager_id: int, text: str, *, due_at: int, now: int) -> int:
    """Keep an instruction; returns its id."""
    return await tx.insert(
        "instruction_add", ticket_id=ticket_id, manager_id=manager_id, text=text, due_at=due_at, now=now
    )


async def instructions_of(tx: Transaction, ticket_id: int) -> tuple[Instruction, ...]:
    """A ticket's instructions, oldest first."""
    return tuple(read(Instruction, row) for row in await tx.all("instructions_of_ticket", ticket_id=ticket_id))


async def instructions_below(tx: Transaction, path: str) -> tuple[Instruction, ...]:
    """Every instruction about a ticket of a unit and below, answered ones included; none about an accusation."""
    return tuple(read(Instruction, row) for row in await tx.all("instructions_below", path=path))


async def instruction(tx: Transaction, instruction_id: int | None) -> Instruction | None:
    """One instruction."""
    row = None if instruction_id is None else await tx.one("instruction_get", id=instruction_id)
    return None if row is None else read(Instruction, row)


async def answer_instruction(tx: Transaction, instruction_id: int, answer: str, now: int) -> None:
    """What came of an instruction."""
    await tx.run("instruction_answer", id=instruction_id, answer=answer, now=now)


async def add_files(tx: Transaction, entry_id: int, ticket_id: int, files: Sequence[str], *, after: int) -> None:
    """Further files of an entry whose parts arrive one by one; ``after`` is where they stand among its others."""
    await tx.many(
        "attachment_add",
        (
            {"history_id": entry_id, "ticket_id": ticket_id, "position": after + position, "body": body}
            for position, body in enumerate(files)
        ),
    )
