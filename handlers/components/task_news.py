"""Who hears what of a task: the desk of its unit, its owner, whoever follows its list."""

from __future__ import annotations

from collections.abc import Sequence

from handlers.cases.telling import show_card, tell_thread
from handlers.core.buttons import button
from handlers.core.files import read_file
from handlers.core.texts import DESK_LOCALE, locale_for, say
from handlers.core.turn import Turn
from handlers.core.vocabulary import Address, Attachment, Outgoing, OutKind, Priority
from handlers.core.wording import shorten
from handlers.tasks import changes, task_cards, verbs
from handlers.tasks import proposers as campaigns_telling
from storage import lists, people, tasks, tickets
from storage.tasks import Task


async def desk(turn: Turn, task: Task, key: str, *, files: Sequence[Attachment] = (), words: str = "") -> None:
    """Text ``key`` in the group that looks after the task, with what the office can do about it."""
    group = await changes.desk(turn, task.unit_id)
    if group is None:
        return
    owner = task_cards.owner_words(DESK_LOCALE, task)
    text = say(DESK_LOCALE, key, title=shorten(task.title, 80), owner=owner, words=words)
    turn.send(
        Outgoing(
            OutKind.SEND,
            to=Address(group.channel, group.chat),
            text=text,
            attachments=tuple(files),
            buttons=task_cards.office_buttons(DESK_LOCALE, task),
            tasks=(task.id,),
            facts={"author": turn.who.id} if files else {},
        )
    )


async def struck(turn: Turn, task: Task) -> None:
    """It is struck off: the owner hears it, and whoever follows the list how far that is."""
    if task.owner_id is not None and task.owner_id != turn.who.id:
        owner = await people.get(turn.tx, task.owner_id)
        turn.tell(owner, say(locale_for(owner.language), "task-owner-strike", title=task.title), tasks=(task.id,))
    if task.source == "campaign":
        await campaigns_telling.struck(turn, task)
    if task.source == "project" and task.ticket_id is not None:
        await _step(turn, task, task.ticket_id)
    if task.list_id is not None:
        await followers(turn, task.list_id, "task-followed-strike", title=task.title, but=turn.who.id)


async def _step(turn: Turn, task: Task, ticket_id: int) -> None:
    """A step of a ticket's project is done: its thread says so, and offers to tell the raiser."""
    ticket = await tickets.get(turn.tx, ticket_id)
    standing = await tasks.of_list(turn.tx, task.list_id or 0)
    text = say(DESK_LOCALE, "project-step", title=shorten(task.title, 80))
    tell = button(say(DESK_LOCALE, "project-tell"), verbs.PROJECT_TELL, ticket.id, task.id)
    await tell_thread(turn, ticket, f"{text}\n{task_cards.progress(DESK_LOCALE, standing)}", buttons=((tell,),))
    await show_card(turn, ticket)


async def followers(turn: Turn, list_id: int, key: str, *, title: str = "", but: int | None = None) -> None:
    """Text ``key`` to everyone who follows a list, with its progress."""
    found, standing = await lists.get(turn.tx, list_id), await tasks.of_list(turn.tx, list_id)
    for person_id in await lists.followers(turn.tx, list_id):
        if person_id == but:
            continue
        person = await people.get(turn.tx, person_id)
        locale = locale_for(person.language)
        text = say(locale, key, list=found.name, title=title) + "\n" + task_cards.progress(locale, standing)
        turn.tell(person, text, priority=Priority.REMINDER)


async def evidence(turn: Turn, task: Task) -> tuple[Attachment, ...]:
    """The files that were brought since it was last opened."""
    story = await tasks.notes_of(turn.tx, task.id)
    return tuple(read_file(each) for note in story for each in note.files)
