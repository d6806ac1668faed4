"""Tasks: something promised with an owner and a date, and struck off with evidence; with all that happened to each."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from storage.database import Transaction
from storage.rows import Row, read, values


@dataclass(frozen=True, slots=True)
class Task:
    """One task. ``source``: ``meeting``, ``onsite``, ``instruction``, ``checklist``, ``project``, ``campaign``.

    ``state``: ``open``, ``reported`` (its owner asked to strike it off), ``struck``, ``dropped``. ``owner_id`` is None
    for somebody who is not in the mailbox: ``owner_name`` says who. ``relapses``: how often it came back struck off.
    """

    id: int
    list_id: int | None
    ticket_id: int | None
    unit_id: int
    position: int
    aspect: str
    title: str
    measure: str
    source: str
    leader: str
    owner_id: int | None
    owner_name: str
    due_at: int | None
    provisional: bool
    state: str
    made_by: int | None
    made_at: int
    reported_at: int | None
    struck_at: int | None
    struck_by: int | None
    relapses: int
    changed_at: int


@dataclass(frozen=True, slots=True)
class NewTask:
    """What a task begins with."""

    unit_id: int
    title: str
    source: str
    list_id: int | None = None
    ticket_id: int | None = None
    aspect: str = ""
    measure: str = ""
    leader: str = ""
    owner_id: int | None = None
    owner_name: str = ""
    due_at: int | None = None
    provisional: bool = False
    made_by: int | None = None


@dataclass(frozen=True, slots=True)
class Note:
    """One thing that happened to a task; ``files`` as the caller wrote them."""

    id: int
    task_id: int
    at: int
    action: str
    role: str
    staff_id: int | None
    text: str
    detail: Mapping[str, Any]
    files: tuple[str, ...]


async def add(tx: Transaction, new: NewTask, now: int) -> Task:
    """Make a task; on a list it stands last."""
    position = 0
    if new.list_id is not None:
        position = int(await tx.value("task_positions", list_id=new.list_id) or 0) + 1
    row = await tx.one("task_add", **values(new), position=position, now=now)
    assert row is not None
    return read(Task, row)


async def get(tx: Transaction, task_id: int) -> Task:
    """The task of a row.

    Raises:
        LookupError: there is none.
    """
    row = await tx.one("task_get", id=task_id)
    if row is None:
        raise LookupError(f"task {task_id}")
    return read(Task, row)


async def save(tx: Transaction, changed: Task) -> None:
    """Bring the row to this; where it came from never changes."""
    await tx.run("task_save", **values(changed))


def _all(rows: Sequence[Row]) -> tuple[Task, ...]:
    return tuple(read(Task, row) for row in rows)


async def of_list(tx: Transaction, list_id: int) -> tuple[Task, ...]:
    """A list's tasks in their order."""
    return _all(await tx.all("tasks_of_list", list_id=list_id))


async def of_ticket(tx: Transaction, ticket_id: int) -> tuple[Task, ...]:
    """What was promised about a ticket."""
    return _all(await tx.all("tasks_of_ticket", ticket_id=ticket_id))


async def of_owner(tx: Transaction, owner_id: int) -> tuple[Task, ...]:
    """What a person has in hand."""
    return _all(await tx.all("tasks_of_owner", owner_id=owner_id))


async def open_below(tx: Transaction, path: str, most: int = 1 << 31) -> tuple[Task, ...]:
    """What is not struck off in a unit and below."""
    return _all(await tx.all("tasks_open_below", path=path, most=most))


async def ids_made_below(tx: Transaction, path: str, start: int, until: int) -> tuple[int, ...]:
    """What was given from ``start`` until before ``until``, whatever became of it, in its order."""
    return tuple(row["id"] for row in await tx.all("task_ids_made_below", path=path, start=start, until=until))


async def by_ids(tx: Transaction, ids: Sequence[int]) -> tuple[Task, ...]:
    """Several tasks in their order."""
    return _all(await tx.all("tasks_by_ids", ids=json.dumps(list(ids)))) if ids else ()


async def struck_below(tx: Transaction, path: str, start: int, until: int) -> tuple[Task, ...]:
    """What was struck off from ``start`` until before ``until``."""
    return _all(await tx.all("tasks_struck_below", path=path, start=start, until=until))


async def note(
    tx: Transaction,
    task_id: int,
    *,
    at: int,
    action: str,
    role: str,
    staff_id: int | None = None,
    text: str = "",
    detail: Mapping[str, Any] | None = None,
    files: Sequence[str] = (),
) -> int:
    """Write down what happened; it is never changed. Returns the note's id."""
    return await tx.insert(
        "task_note_add",
        task_id=task_id,
        at=at,
        action=action,
        role=role,
        staff_id=staff_id,
        text=text.replace("\x00", ""),
        detail=json.dumps(dict(detail or {}), ensure_ascii=False),
        files=json.dumps(list(files), ensure_ascii=False),
    )


async def notes_of(tx: Transaction, task_id: int) -> tuple[Note, ...]:
    """A task's story from its beginning."""
    return tuple(_note(row) for row in await tx.all("task_notes_of", task_id=task_id))


async def notes_of_all(tx: Transaction, ids: Sequence[int]) -> dict[int, tuple[Note, ...]]:
    """The stories of several tasks, by task."""
    found: dict[int, list[Note]] = {}
    for row in await tx.all("task_notes_of_tasks", ids=json.dumps(list(ids))) if ids else ():
        found.setdefault(row["task_id"], []).append(_note(row))
    return {task: tuple(notes) for task, notes in found.items()}


def _note(row: Row) -> Note:
    return Note(**{**dict(row), "detail": json.loads(row["detail"]), "files": tuple(json.loads(row["files"]))})


@dataclass(frozen=True, slots=True)
class Showing:
    """A message that was sent, and one of the tasks that it shows."""

    channel: str
    chat: str
    message: str
    task_id: int


def _tag(tx: Transaction, channel: str, chat: str, message: str) -> bytes:
    return tx.sealer.tag("task_message", channel, chat, message)


async def show(tx: Transaction, shown: Sequence[Showing]) -> None:
    """Remember what messages show."""
    rows = [{"tag": _tag(tx, each.channel, each.chat, each.message), "task_id": each.task_id} for each in shown]
    await tx.many("task_message_add", rows)


async def shown_in(tx: Transaction, channel: str, chat: str, message: str) -> tuple[int, ...]:
    """The tasks that a message shows, by their rows; none for a message that has nothing to do with tasks."""
    rows = await tx.all("task_message_tasks", tag=_tag(tx, channel, chat, message))
    return tuple(int(row["task_id"]) for row in rows)
