"""立项: a ticket that takes long becomes a project whose steps have owners and dates; its raiser hears what is done."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from handlers.cases import answers
from handlers.cases.telling import show_card
from handlers.components import sheets
from handlers.conversations.secretary.finding import allowed, question_link
from handlers.conversations.secretary.guards import at, told
from handlers.core import questions
from handlers.core.buttons import Press
from handlers.core.here import say_here
from handlers.core.questions import Question
from handlers.core.refusals import Refused
from handlers.core.texts import DESK_LOCALE, say
from handlers.core.turn import Turn
from handlers.core.wording import shorten
from handlers.people.raisers import raiser_locale
from handlers.practices.supervision import checklists, task_lines, worklist
from handlers.rules.lifecycle import Action
from handlers.rules.tasks import Line, TaskState, done, has_heading, read_rows
from storage import lists as store
from storage import tasks, tickets, units
from storage.tickets import Ticket

ENTER = "project_enter"


@at(Action.NOTE)
async def begin(turn: Turn, press: Press, ticket: Ticket) -> None:  # noqa: ARG001 - the shape of a press
    """The project of a ticket; where there is none yet, its steps are asked for."""
    if ticket.restricted:
        raise Refused("press-outdated")
    found = await _project(turn, ticket)
    turn.answer(turn.say("desk-see-below"))
    if found is not None:
        await checklists.show(turn, found)
        return
    text = say(DESK_LOCALE, "project-ask", number=ticket.number)
    await questions.ask(turn, ENTER, {"ticket": ticket.id}, text=text, link=question_link(ticket))


async def _project(turn: Turn, ticket: Ticket) -> int | None:
    steps = await tasks.of_ticket(turn.tx, ticket.id)
    return next((each.list_id for each in steps if each.source == "project"), None)


@told(Action.NOTE)
async def entered(turn: Turn, question: Question, ticket: Ticket) -> None:  # noqa: ARG001 - a step's shape
    """The steps came, or a table of them."""
    found = await task_lines.lines_or_table(turn, project_of=ticket.id)
    if found is not None:
        await make(turn, ticket.id, found)


async def make(turn: Turn, ticket_id: int, found: Sequence[Line], *, sure: bool = False) -> None:
    """The project is there, and can be added to; ``sure``: although a date among its lines was asked about."""
    ticket = await allowed(turn, await tickets.find(turn.tx, ticket_id), Action.NOTE)
    if ticket.restricted or await _project(turn, ticket) is not None:
        raise Refused("project-there", number=ticket.number, after=questions.drop)
    unit = await units.get(turn.tx, ticket.unit_id)
    # What can't be read leaves no empty project behind.
    read = await task_lines.read(turn, found, unit)
    if not sure and await task_lines.doubted(turn, read, ENTER, {"ticket": ticket.id}, {"project_of": ticket.id}):
        return
    made = await store.add(
        turn.tx,
        "project",
        unit.id,
        shorten(f"{ticket.number} {ticket.title}", checklists.MOST_NAME),
        due_at=ticket.due_at,
        made_by=turn.who.id,
        now=turn.now,
        facts={"ticket": ticket.id},
    )
    await store.follow(turn.tx, made.id, turn.who.id)
    await questions.remember(turn, checklists.ENTER, {"list": made.id})
    await checklists.add(turn, made.id, found, sure=True)
    await show_card(turn, ticket)


async def sheet(turn: Turn) -> None:
    """The rows of a table that was sent for a project, for a list, or for none."""
    # One sheet without headings may be lines as they are pasted; of several, one that has them is meant.
    alone = len((turn.event.facts.get("read") or {}).get("sheets", ())) == 1
    await sheets.as_sender(turn)
    wanted = say_here(turn, "task-columns")
    rows = await sheets.rows(turn, lambda each: alone or has_heading(each), wanted)
    await _enter(turn, turn.event.facts, read_rows(rows))


async def as_is(turn: Turn, press: Press) -> None:
    """照样登记: lines whose dates were asked about, as they are."""
    found, aim = await task_lines.taken_as_is(turn, press)
    turn.edit(say_here(turn, "task-taken-as-is"))
    await _enter(turn, aim, found, sure=True)


async def _enter(turn: Turn, aim: Mapping[str, Any], found: Sequence[Line], *, sure: bool = False) -> None:
    if "project_of" in aim:
        await make(turn, aim["project_of"], found, sure=sure)
    elif "list" in aim:
        await checklists.add(turn, aim["list"], found, sure=sure)
    else:
        await worklist.add(turn, found, sure=sure)


@at(Action.REPLY)
async def tell(turn: Turn, press: Press, ticket: Ticket) -> None:
    """告知反映人: which step is done, of how many."""
    task = await tasks.get(turn.tx, press.number(1) or 0)
    if task.ticket_id != ticket.id or task.state != TaskState.STRUCK:
        raise Refused("press-outdated")
    standing = await tasks.of_list(turn.tx, task.list_id or 0)
    finished, whole = done(each.state for each in standing)
    locale = await raiser_locale(turn, ticket)
    text = say(locale, "project-told", title=shorten(task.title, 80), done=finished, whole=whole)
    _, sent = await answers.reply(turn, ticket, text)
    turn.answer(turn.say("task-sent" if sent else "desk-no-chat"), alert=not sent)
    turn.edit(say(DESK_LOCALE, "project-step-told", title=shorten(task.title, 80)))
