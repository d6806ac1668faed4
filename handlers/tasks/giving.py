"""Making a task and telling its owner; other practices (on-site offices, campaigns, instructions) give theirs here."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from handlers.core.texts import DESK_LOCALE, locale_for, say
from handlers.core.turn import Turn
from handlers.core.vocabulary import Attachment
from handlers.people.directories import of_people
from handlers.rules.directory import Directory
from handlers.rules.lifecycle import Role
from handlers.rules.tasks import TaskAction
from handlers.tasks import task_cards
from storage import people, roles, tasks, units
from storage.tasks import NewTask, Task


@dataclass(frozen=True, slots=True)
class Giving:
    """What is to be done by whom until when. ``source``: see :class:`storage.tasks.Task`."""

    title: str
    unit_id: int
    source: str
    measure: str = ""
    aspect: str = ""
    leader: str = ""
    owner_id: int | None = None
    owner_name: str = ""
    due_at: int | None = None
    list_id: int | None = None
    ticket_id: int | None = None


async def give(turn: Turn, giving: Giving) -> Task:
    """Make it, write down who gave it, and tell its owner in private."""
    unit = await units.get(turn.tx, giving.unit_id)
    calendar = turn.house.calendar_for(unit.code)
    provisional = giving.due_at is not None and calendar.is_provisional(calendar.local(giving.due_at).date())
    name = giving.owner_name
    if giving.owner_id is not None and not name:
        name = await _name_of(turn, giving.owner_id)
    task = await tasks.add(
        turn.tx,
        NewTask(
            unit_id=giving.unit_id,
            title=giving.title,
            source=giving.source,
            list_id=giving.list_id,
            ticket_id=giving.ticket_id,
            aspect=giving.aspect,
            measure=giving.measure,
            leader=giving.leader,
            owner_id=giving.owner_id,
            owner_name=name,
            due_at=giving.due_at,
            provisional=provisional,
            made_by=None if turn.person is None else turn.person.id,
        ),
        turn.now,
    )
    await tasks.note(
        turn.tx,
        task.id,
        at=turn.now,
        action=TaskAction.GIVE,
        role=Role.SECRETARY,
        staff_id=task.made_by,
        text=task.title,
        detail={"due_at": task.due_at, "owner": task.owner_id},
    )
    await tell_owner(turn, task, "task-given")
    return task


async def tell_owner(turn: Turn, task: Task, key: str, *, files: Sequence[Attachment] = (), **facts: str) -> None:
    """Text ``key`` in the owner's private chat, with the task and what they can do with it."""
    if task.owner_id is None:
        return
    owner = await people.get(turn.tx, task.owner_id)
    locale = locale_for(owner.language)
    text = say(locale, key, **facts) + "\n\n" + await task_cards.card(turn, task, locale)
    buttons = task_cards.owner_buttons(locale, task)
    author = {"author": turn.who.id} if files else {}
    turn.tell(owner, text, buttons=buttons, attachments=tuple(files), tasks=(task.id,), facts=author)


async def owners_of(turn: Turn, path: str) -> Directory:
    """The owners at a unit, below it and above it; nobody else may be found by a name."""
    return of_people(
        await roles.around(turn.tx, Role.OWNER, path), await units.everyone(turn.tx, retired=True), DESK_LOCALE
    )


async def owner_called(turn: Turn, name: str, path: str) -> tuple[int | None, str]:
    """The owner whom a name means at a unit, below it or above it, and the name; None where it is nobody's.

    Raises:
        FitsSeveral: several are called so.
    """
    wanted = name.strip()
    if not wanted:
        return None, ""
    # A part of a name won't do: whoever is meant may not be in the mailbox at all.
    found = (await owners_of(turn, path)).the_one(wanted, turn.picked, part=False)
    return (None, wanted) if found is None else (found.key, found.name)


async def _name_of(turn: Turn, person_id: int) -> str:
    held = await roles.of_person(turn.tx, person_id)
    return next((each.name for each in held if each.role == "owner"), held[0].name if held else "")
