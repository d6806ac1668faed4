"""Three taps after the answer, in one message; and why, when it did not help."""

from __future__ import annotations

from handlers.cases import ratings
from handlers.cases.readers import readers
from handlers.cases.steps import calendar_of, check
from handlers.cases.telling import desk_word, managers_of
from handlers.conversations.raiser import access, held_words, supplements, verbs
from handlers.conversations.raiser.access import Reached
from handlers.conversations.raiser.contents import not_kept
from handlers.conversations.raiser.held_words import Words
from handlers.core import questions
from handlers.core.buttons import Press, button
from handlers.core.questions import Question
from handlers.core.refusals import Refused
from handlers.core.turn import Turn
from handlers.core.vocabulary import Link, Rows
from handlers.core.wording import moment
from handlers.rules.deadlines import DeadlineKind
from handlers.rules.lifecycle import Action, Role, Satisfaction
from storage import history
from storage.tickets import Ticket

WHY = "why"
"""What waiting words are for."""


async def form(turn: Turn, press: Press) -> None:
    """评价 from the ticket's own message: the form anew, as far as it is filled in."""
    reached = await access.reach(turn, press.number(0))
    ticket = reached.ticket
    await check(turn, ticket, Action.RATE, Role.RAISER, holds_code=reached.holds_code)
    if ticket.answered_at is None:
        raise Refused("mine-rate-later", number=ticket.number)
    text, rows = ratings.rating_form(turn.locale, ticket, await _by(turn, ticket))
    turn.reply(text, buttons=rows, link=Link(ticket.id, "raiser", "rating"))


async def tap(turn: Turn, press: Press) -> None:
    """One tap; the form shows the next question where it stands."""
    reached = await access.reach(turn, press.number(0))
    if reached.ticket.answered_at is None:
        raise Refused("mine-rate-later", number=reached.ticket.number)
    by = await _by(turn, reached.ticket)
    after = await ratings.rate(turn, reached.ticket, press.word(1), press.word(2), holds_code=reached.holds_code)
    text, rows = ratings.rating_form(turn.locale, after, by)
    if rows:
        turn.edit(text, buttons=rows)
        return
    if _displeased(after):
        why: Rows = ((button(turn.say("mine-button-why"), verbs.MINE_WHY, after.id),),)
        if not reached.raised:
            # Whoever raised it is told so in a message of its own.
            seen = not after.restricted and await managers_of(turn, after)
            text += "\n" + turn.say("mine-rated-reopened-managers" if seen else "mine-rated-reopened")
        turn.edit(text, buttons=why)
        await _ask_why(turn, after)
        return
    turn.edit(text)
    if not reached.raised:
        turn.reply(turn.say("mine-rated", number=after.number), link=Link(after.id, "raiser", "entry"))


async def why(turn: Turn, press: Press) -> None:
    """说明原因, also later."""
    reached = await access.reach(turn, press.number(0))
    if not _displeased(reached.ticket):
        raise Refused("press-outdated")
    await _ask_why(turn, reached.ticket)


async def explained(turn: Turn, question: Question) -> None:
    """The reason, in the raiser's words; files that come with it are put on the ticket."""
    reached = await access.reach(turn, question.facts["ticket"])
    words = held_words.brought(turn, reached, WHY)
    if not words.text:
        if words.files:
            await supplements.add(turn, reached)
        else:
            turn.reply(not_kept(turn), quote=True)
        return
    if await held_words.stops(turn, reached, words):
        return
    async with questions.answered(turn):
        await explain(turn, reached, words)


async def explain(turn: Turn, reached: Reached, words: Words) -> None:
    """Put the reason on the ticket."""
    after = await ratings.explain_rating(turn, reached.ticket, words.text)
    await supplements.add_files(turn, reached, after, words)
    text = turn.say("mine-explained", number=after.number, desk=desk_word(after)(turn.locale))
    turn.reply(text, link=Link(after.id, "raiser", "entry"), quote=True)


async def _ask_why(turn: Turn, ticket: Ticket) -> None:
    # The desk is told; the managers find it in the ticket's story.
    who = await readers(turn, ticket, turn.locale, owner=False, managers=True)
    await questions.ask(
        turn,
        "mine_why",
        {"ticket": ticket.id},
        text=turn.say("mine-ask-why", number=ticket.number, readers=who),
        link=Link(ticket.id, "raiser", "question"),
    )


def _displeased(ticket: Ticket) -> bool:
    return ticket.satisfaction == Satisfaction.UNSATISFIED or ticket.solved == ratings.NO


async def _by(turn: Turn, ticket: Ticket) -> str:
    """By when it can be rated."""
    due = [each for each in await history.deadlines_of(turn.tx, ticket.id) if each.kind == DeadlineKind.RATING]
    if not due:
        return turn.say("mine-rate-soon")
    return moment(turn.locale, await calendar_of(turn, ticket), due[0].due_at)
