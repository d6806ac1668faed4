"""Is it theirs, and can they still do this? Asked at every press and every answer, for both change meanwhile."""

from __future__ import annotations

from dataclasses import dataclass

from handlers.cases.steps import no_note
from handlers.core import questions
from handlers.core.questions import Question
from handlers.core.refusals import Refused
from handlers.core.turn import Turn
from handlers.core.vocabulary import Attachment, FileKind
from handlers.rules.lifecycle import TABLE, Action, Role, State
from storage import messages, tickets
from storage.messages import NewLink
from storage.tickets import Ticket

_WORDS_ONLY = frozenset({FileKind.STICKER, FileKind.CONTACT, FileKind.UNSUPPORTED})
"""What comes along and is no file: a contact is kept as its words, the rest says nothing."""


@dataclass(frozen=True, slots=True)
class Brought:
    """What an owner wrote: words, files, and the ids of the messages that it was written in."""

    text: str
    files: tuple[Attachment, ...] = ()
    said: tuple[str, ...] = ()

    @property
    def empty(self) -> bool:
        """There is nothing to pass on."""
        return not self.text and not self.files


async def own(turn: Turn, ticket_id: int | None) -> Ticket:
    """The ticket of a row number that came from outside, if it is this person's to do.

    Raises:
        Refused: there is none, or it is not theirs (any more); nothing is told of it.
    """
    ticket = await tickets.find(turn.tx, ticket_id)
    if ticket is None or turn.person is None or ticket.owner_id != turn.person.id:
        raise Refused("own-gone")
    return ticket


def allowed(ticket: Ticket, action: Action) -> bool:
    """Whether the state lets an owner do it."""
    step = TABLE.get((State(ticket.state), action))
    return step is not None and Role.OWNER in step.roles


async def still(turn: Turn, question: Question, action: Action) -> Ticket | None:
    """The ticket that a question is about, while its answer still means something.

    Else the question is closed, the person is told plainly why, and None is given back.
    """
    ticket = await tickets.find(turn.tx, question.facts["ticket"])
    if ticket is None:
        await questions.drop(turn)
        turn.reply(turn.say("own-gone"), quote=True)
        return None
    if ticket.owner_id != turn.who.id:
        key = "own-not-yours"
    elif ticket.state == State.WITHDRAWN:
        key = "own-withdrawn"
    elif not allowed(ticket, action):
        key = "own-not-now"
    else:
        return ticket
    await questions.drop(turn)
    facts = {"state": turn.say(f"state-{ticket.state}")} if key == "own-not-now" else {}
    turn.reply(turn.say(key, number=ticket.number, **facts), quote=True)
    return None


def brought(turn: Turn) -> Brought:
    """The words and files of this message: what a sticker or a poll says is nothing that can be passed on.

    Raises:
        Refused: they are marked as an internal note, which nothing here is.
    """
    no_note(turn)
    said = [turn.event.text.strip()]
    said += [each.text for each in turn.event.attachments if each.kind is FileKind.CONTACT and each.text]
    files = tuple(each for each in turn.event.attachments if each.kind not in _WORDS_ONLY)
    return Brought("\n".join(part for part in said if part), files, (turn.event.message,) if turn.event.message else ())


async def remember_said(
    turn: Turn, ticket: Ticket, entry: int | None, said: tuple[str, ...], role: str = "said"
) -> None:
    """Let an edit of these messages of the owner, or a reply to them, find the ticket again."""
    event = turn.event
    links = [NewLink(event.channel, event.chat, each, ticket.id, "owner", role, entry) for each in said]
    await messages.link(turn.tx, links, turn.now)
