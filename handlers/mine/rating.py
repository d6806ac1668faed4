"""Three taps after the answer, in one message; and why, when it did not help."""

from __future__ import annotations

from handlers import asking
from handlers.asking import Question
from handlers.buttons import Press, button
from handlers.case import rating
from handlers.case.acting import Refused, calendar_of, check
from handlers.mine import access, adding
from handlers.raising.reading import kept, not_kept, readable
from handlers.rules.deadlines import DeadlineKind
from handlers.rules.lifecycle import Action, Role, Satisfaction
from handlers.turn import Turn
from handlers.vocabulary import Link, Rows
from handlers.wording import moment
from storage import history
from storage.tickets import Ticket


async def form(turn: Turn, press: Press) -> None:
    """评价 from the ticket's own message: the form anew, as far as it is filled in."""
    reached = await access.reach(turn, press.number(0))
    ticket = reached.ticket
    await check(turn, ticket, Action.RATE, Role.RAISER, holds_code=reached.holds_code)
    if ticket.answered_at is None:
        raise Refused(turn.say("mine-rate-later", number=ticket.number))
    text, rows = rating.rating_form(turn.locale, ticket, await _by(turn, ticket))
    turn.reply(text, buttons=rows, link=Link(ticket.id, "raiser", "rating"))


async def tap(turn: Turn, press: Press) -> None:
    """One tap; the form shows the next question where it stands."""
    reached = await access.reach(turn, press.number(0))
    if reached.ticket.answered_at is None:
        raise Refused(turn.say("mine-rate-later", number=reached.ticket.number))
    by = await _by(turn, reached.ticket)
    after = await rating.rate(turn, reached.ticket, press.word(1), press.word(2), holds_code=reached.holds_code)
    text, rows = rating.rating_form(turn.locale, after, by)
    if rows:
        turn.edit(text, buttons=rows)
        return
    if _displeased(after):
        why: Rows = ((button(turn.say("mine-button-why"), "mine_why", after.id),),)
        turn.edit(text + "\n" + turn.say("mine-rated-reopened"), buttons=why)
        await _ask_why(turn, after)
        return
    turn.edit(text)
    if not reached.raised:
        turn.reply(turn.say("mine-rated", number=after.number), link=Link(after.id, "raiser", "entry"))


async def why(turn: Turn, press: Press) -> None:
    """说明原因, also later."""
    reached = await access.reach(turn, press.number(0))
    if not _displeased(reached.ticket):
        raise Refused(turn.say("press-outdated"))
    await _ask_why(turn, reached.ticket)


async def explained(turn: Turn, question: Question) -> None:
    """The reason, in the raiser's words; files that come with it are put on the ticket."""
    reached = await access.reach(turn, question.facts["ticket"])
    words = readable(turn)
    if not words:
        if kept(turn):
            await adding.add(turn, reached)
        else:
            turn.reply(not_kept(turn), quote=True)
        return
    async with asking.answered(turn):
        after = await rating.explain_rating(turn, reached.ticket, words)
    if kept(turn):
        await adding.add_files(turn, after, holds_code=reached.holds_code)
    turn.reply(turn.say("mine-explained", number=after.number), link=Link(after.id, "raiser", "entry"), quote=True)


async def _ask_why(turn: Turn, ticket: Ticket) -> None:
    await asking.ask(
        turn,
        "mine_why",
        {"ticket": ticket.id},
        text=turn.say("mine-ask-why", number=ticket.number),
        link=Link(ticket.id, "raiser", "question"),
    )


def _displeased(ticket: Ticket) -> bool:
    return ticket.satisfaction == Satisfaction.UNSATISFIED or ticket.solved == rating.NO


async def _by(turn: Turn, ticket: Ticket) -> str:
    """By when it can be rated."""
    due = [each for each in await history.deadlines_of(turn.tx, ticket.id) if each.kind == DeadlineKind.RATING]
    if not due:
        return turn.say("mine-rate-soon")
    return moment(turn.locale, await calendar_of(turn, ticket), due[0].due_at)
