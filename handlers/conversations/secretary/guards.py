"""What every press and every answer about a ticket goes through: found, still theirs, still possible."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from functools import wraps

from handlers.cases import verbs
from handlers.cases.cards import VERBS
from handlers.conversations.secretary import doubts
from handlers.conversations.secretary.finding import allowed
from handlers.core import questions
from handlers.core.buttons import Press
from handlers.core.questions import Question
from handlers.core.refusals import Refused
from handlers.core.routing import OnAnswer, OnPress
from handlers.core.turn import Kept, Turn
from handlers.core.vocabulary import OutKind, Spot
from handlers.rules.lifecycle import Action
from storage import messages, tickets
from storage.tickets import Ticket

_ON_CARD = frozenset({verb for verb, _ in VERBS.values()} | {verbs.DESK_MORE, verbs.DESK_JOIN, verbs.NOTE_OF})
OnTicket = Callable[[Turn, Press, Ticket], Awaitable[None]]
OnWords = Callable[[Turn, Question, Ticket], Awaitable[None]]


def at(action: Action | None) -> Callable[[OnTicket], OnPress]:
    """The press of a button about a ticket (its first argument), if ``action`` can be done with it now."""

    def wrap(handler: OnTicket) -> OnPress:
        @wraps(handler)
        async def pressed(turn: Turn, press: Press) -> None:
            ticket = await allowed(turn, await tickets.find(turn.tx, press.number(0)), action)
            in_doubt = await _belongs(turn, press, ticket)
            before = await questions.offered(turn)
            await questions.settle(turn)
            await handler(turn, press, ticket)
            if before is not None and not _replaced(turn) and await questions.offered(turn) is None:
                # The choices still stand where they stood.
                await questions.offer(turn, before)
            if in_doubt:
                await doubts.settle(turn, ticket)

        return pressed

    return wrap


def _replaced(turn: Turn) -> bool:
    """Whether the message that was pressed says something else from now on, or is taken away."""
    pressed = turn.event.message
    return any(
        each.kind in (OutKind.EDIT, OutKind.DELETE) and each.target == Spot(message=pressed) for each in turn.outgoing
    )


async def _belongs(turn: Turn, press: Press, ticket: Ticket) -> bool:
    """A forged press must not turn the card, or another ticket's message, into a menu.

    True: it is what the person meant by words that they were asked about.

    Raises:
        Refused: the button is none of those that this message has.
    """
    event = turn.event
    if event.message is None:
        return False
    linked = await messages.find(turn.tx, event.channel, event.chat, event.message)
    if linked is not None and (linked.ticket_id != ticket.id or (linked.role == "card" and press.verb not in _ON_CARD)):
        raise Refused("press-outdated")
    return linked is not None and doubts.is_question(linked.role)


def told(action: Action | None) -> Callable[[OnWords], OnAnswer]:
    """The answer to a question about a ticket, if ``action`` can still be done with it; else the question is closed."""

    def wrap(handler: OnWords) -> OnAnswer:
        @wraps(handler)
        async def answered(turn: Turn, question: Question) -> None:
            ticket = await tickets.find(turn.tx, question.facts["ticket"])
            try:
                ticket = await allowed(turn, ticket, action)
            except Refused as refused:
                refused.after = questions.drop
                raise
            await handler(turn, question, ticket)

        return answered

    return wrap


_WRITTEN = ("text", "ground", "why", "plan", "progress")


def kept(action: Action, show: OnWords) -> Kept:
    """Work on a ticket that waits while something else is written; not once ``action`` can't be done any more.

    Facts with a ``version`` go on from those before. ``show``: as far as it was written.
    """

    async def name(turn: Turn, question: Question) -> str:
        written = [str(question.facts[each]) for each in _WRITTEN if question.facts.get(each)]
        try:
            ticket = await allowed(turn, await tickets.find(turn.tx, question.facts["ticket"]), action)
        except Refused:
            return ""
        return f"{ticket.number} {written[0]}" if written else ""

    async def again(turn: Turn, question: Question) -> None:
        await show(turn, question, await allowed(turn, await tickets.find(turn.tx, question.facts["ticket"]), action))

    def goes_on(before: Question, now: Question) -> bool:
        return before.kind == now.kind and before.facts["ticket"] == now.facts["ticket"] and "version" in now.facts

    return Kept(name, again, goes_on)


async def open_question(turn: Turn, kind: str, ticket_id: int | None) -> Question:
    """The person's own open question of ``kind`` about a ticket, whose button was pressed.

    Raises:
        Refused: it was answered, put away or replaced by another, or it is somebody else's.
    """
    question = await questions.pending(turn)
    if question is None or question.kind != kind or question.facts["ticket"] != ticket_id:
        raise Refused("desk-draft-gone")
    return question
