"""进展: how far it is. By the button, or simply as a reply to any message about the ticket."""

from __future__ import annotations

from handlers.cases import assignment
from handlers.cases.assignment import tell_progress
from handlers.cases.steps import Acted, check
from handlers.components import albums
from handlers.conversations.owner import verbs
from handlers.conversations.owner.checks import Brought, brought, own, remember_said, still
from handlers.core import questions
from handlers.core.buttons import Press, button
from handlers.core.questions import Question
from handlers.core.turn import Turn
from handlers.core.vocabulary import Link, Reaction, Rows
from handlers.rules.lifecycle import Action, Role, State
from storage import tickets
from storage.tickets import Ticket

HOME = "owner_progress"
"""The further parts of an album whose first part was a progress note."""


async def pressed(turn: Turn, press: Press) -> None:
    """进展 was pressed."""
    ticket = await own(turn, press.number(0))
    await check(turn, ticket, Action.NOTE_PROGRESS, Role.OWNER)
    turn.answer(turn.say("own-button-note_progress"))
    await questions.ask(
        turn,
        "own_progress",
        {"ticket": ticket.id},
        text=turn.say("own-ask-progress", number=ticket.number),
        link=Link(ticket.id, "owner", "question"),
    )


async def answered(turn: Turn, question: Question) -> None:
    """The progress came."""
    ticket = await still(turn, question, Action.NOTE_PROGRESS)
    if ticket is None:
        return
    words = brought(turn)
    if words.empty:
        turn.reply(turn.say("own-progress-empty"), quote=True, link=Link(ticket.id, "owner", "question"))
        return
    await questions.drop(turn)
    await note(turn, ticket, words)


async def note(turn: Turn, ticket: Ticket, words: Brought) -> Acted:
    """Keep it as progress, let the secretary have it, and offer to make it the report after all."""
    acted = await assignment.note_progress(turn, ticket, words.text, words.files, **albums.waiting(turn))
    await albums.begin(turn, ticket.id, acted.entry, words.text, home=HOME)
    await remember_said(turn, ticket, acted.entry, words.said)
    turn.react(Reaction.TAKEN)
    turn.reply(
        turn.say("own-progress-done", number=ticket.number),
        buttons=_as_report(turn, ticket, acted.entry),
        link=Link(ticket.id, "owner", "entry", acted.entry),
        quote=True,
    )
    return acted


def _as_report(turn: Turn, ticket: Ticket, entry: int) -> Rows:
    if ticket.state not in (State.ASSIGNED, State.IN_PROGRESS):
        return ()
    return ((button(turn.say("own-button-as-report"), verbs.OWN_ASREPORT, ticket.id, entry),),)


async def further(turn: Turn) -> None:
    """A further part of an album that is a progress note: the message in the thread gets it too."""
    words = brought(turn)
    album = await albums.begun(turn, words.text, to="thread", role=Role.OWNER)
    if album is None:
        return
    ticket = await tickets.get(turn.tx, album.ticket)
    await remember_said(turn, ticket, album.entry, words.said)
    waits = albums.waiting(turn, album)
    await tell_progress(turn, Acted(ticket, album.entry), album.words, album.files, **waits)
