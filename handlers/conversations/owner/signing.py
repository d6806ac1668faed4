"""签收 and 退回: an owner takes a matter on, or says with a reason that it is not theirs."""

from __future__ import annotations

from handlers.cases import assignment
from handlers.cases.owners import owner_buttons
from handlers.cases.promises import finish_in
from handlers.conversations.owner.checks import Brought, brought, own, remember_said, still
from handlers.core import questions
from handlers.core.buttons import Press
from handlers.core.questions import Question
from handlers.core.turn import Turn
from handlers.core.vocabulary import Link
from handlers.rules.lifecycle import Action, State
from storage.tickets import Ticket


async def sign(turn: Turn, press: Press) -> None:
    """签收 was pressed."""
    ticket = await own(turn, press.number(0))
    if ticket.state == State.IN_PROGRESS:
        # Pressed twice, or on an older list: it is as they want it.
        turn.answer(turn.say("own-signed-before", number=ticket.number))
        return
    after = await assignment.sign_for(turn, ticket)
    turn.answer(turn.say("state-in_progress"))
    turn.reply(
        turn.say("own-signed", number=after.number, title=after.title, finish=finish_in(turn, after)(turn.locale)),
        buttons=owner_buttons(turn.locale, after),
        link=Link(after.id, "owner", "entry"),
    )


async def back(turn: Turn, press: Press) -> None:
    """退回 was pressed: the reason is asked for, unless it is too late or was done before."""
    ticket = await own(turn, press.number(0))
    await assignment.check_handback(turn, ticket)
    turn.answer(turn.say("own-button-hand_back"))
    await questions.ask(
        turn,
        "own_back",
        {"ticket": ticket.id},
        text=turn.say("own-ask-back", number=ticket.number),
        link=Link(ticket.id, "owner", "question"),
    )


async def reason(turn: Turn, question: Question) -> None:
    """The reason came."""
    ticket = await still(turn, question, Action.HAND_BACK)
    if ticket is None:
        return
    words = brought(turn)
    if not words.text:
        turn.reply(turn.say("own-ask-back-words"), quote=True, link=Link(ticket.id, "owner", "question"))
        return
    await hand_back(turn, ticket, words)


async def hand_back(turn: Turn, ticket: Ticket, words: Brought) -> None:
    """Hand it back, and say what happens now.

    Raises:
        Refused: see :func:`handlers.cases.assignment.check_handback`; the question is closed all the same.
    """
    async with questions.answered(turn):
        acted = await assignment.hand_back(turn, ticket, words.text, words.files)
    await remember_said(turn, ticket, acted.entry, words.said)
    turn.reply(
        turn.say("own-back-done", number=ticket.number),
        quote=True,
        link=Link(ticket.id, "owner", "entry", acted.entry),
    )
