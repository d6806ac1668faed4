"""What a raiser asks for: go faster, take it back, work on it again, look at it above; and giving their name."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping

from handlers.cases import naming, ratings, submission
from handlers.cases.readers import readers
from handlers.cases.steps import check
from handlers.cases.telling import desk_word, tell_thread
from handlers.conversations.raiser import access, held_words, supplements, verbs
from handlers.conversations.raiser.access import Reached
from handlers.conversations.raiser.contents import not_kept
from handlers.conversations.raiser.held_words import Words
from handlers.core import questions
from handlers.core.buttons import Press, button
from handlers.core.questions import Question
from handlers.core.refusals import Refused
from handlers.core.routing import OnPress
from handlers.core.texts import DESK_LOCALE, say
from handlers.core.turn import Turn
from handlers.core.vocabulary import Link, Style
from handlers.people import raisers
from handlers.rules.lifecycle import Action, Naming, Role
from storage import history
from storage.tickets import Ticket


def _say(turn: Turn, ticket: Ticket, text: str) -> None:
    """A word about the ticket in the chat of whoever acted; a reply to it goes to the ticket."""
    turn.reply(text, link=Link(ticket.id, "raiser", "entry"))


async def urge(turn: Turn, press: Press) -> None:
    """催办."""
    reached = await access.reach(turn, press.number(0))
    ticket, owner = await submission.urge(turn, reached.ticket, holds_code=reached.holds_code)
    turn.answer(turn.say("mine-urged-toast"))
    key = "mine-urged-owner" if owner else "mine-urged"
    _say(turn, ticket, turn.say(key, number=ticket.number, desk=desk_word(ticket)(turn.locale)))


async def ask_withdraw(turn: Turn, press: Press) -> None:
    """撤回 is asked once more: it can't be undone."""
    reached = await access.reach(turn, press.number(0))
    ticket = reached.ticket
    await check(turn, ticket, Action.WITHDRAW, Role.RAISER, holds_code=reached.holds_code)
    turn.reply(
        turn.say("mine-ask-withdraw", number=ticket.number, title=ticket.title),
        buttons=(
            (
                button(turn.say("mine-button-withdraw-yes"), verbs.MINE_GONE, ticket.id, style=Style.DANGER),
                button(turn.say("mine-button-keep"), verbs.MINE_KEEP, ticket.id),
            ),
        ),
        link=Link(ticket.id, "raiser", "entry"),
    )


async def withdraw(turn: Turn, press: Press) -> None:
    """Yes, take it back. Whoever only holds the code is asked once more: it may be somebody else's matter."""
    reached = await access.reach(turn, press.number(0))
    if not reached.raised and press.word(1) != "sure":
        ticket = reached.ticket
        await check(turn, ticket, Action.WITHDRAW, Role.RAISER, holds_code=reached.holds_code)
        yes = button(turn.say("mine-button-withdraw-sure"), verbs.MINE_GONE, ticket.id, "sure", style=Style.DANGER)
        keeps = button(turn.say("mine-button-keep"), verbs.MINE_KEEP, ticket.id)
        turn.edit(turn.say("mine-ask-withdraw-code", number=ticket.number), buttons=((yes, keeps),))
        return
    ticket = await submission.withdraw(turn, reached.ticket, holds_code=reached.holds_code)
    turn.edit(turn.say("mine-withdrawn", number=ticket.number))


async def keep(turn: Turn, press: Press) -> None:
    """No, leave it."""
    ticket = (await access.reach(turn, press.number(0))).ticket
    turn.edit(turn.say("mine-kept", number=ticket.number))


WithReason = Callable[[Turn, Reached, str], Awaitable[Ticket]]


async def _reopen(turn: Turn, reached: Reached, why: str) -> Ticket:
    return await ratings.reopen(turn, reached.ticket, why, holds_code=reached.holds_code)


async def _appeal(turn: Turn, reached: Reached, why: str) -> Ticket:
    return await ratings.appeal(turn, reached.ticket, why, holds_code=reached.holds_code)


async def _review(turn: Turn, reached: Reached, why: str) -> Ticket:
    return await ratings.request_review(turn, reached.ticket, why, holds_code=reached.holds_code)


_WITH_REASON: Mapping[Action, tuple[str, WithReason]] = {
    Action.REOPEN: ("mine_reopen", _reopen),
    Action.APPEAL: ("mine_appeal", _appeal),
    Action.REQUEST_REVIEW: ("mine_review", _review),
}


def ask_reason(action: Action) -> OnPress:
    """A way back that needs a reason: ask for it once, where the state allows it at all."""
    kind, _ = _WITH_REASON[action]

    async def pressed(turn: Turn, press: Press) -> None:
        reached = await access.reach(turn, press.number(0))
        ticket = reached.ticket
        await check(turn, ticket, action, Role.RAISER, holds_code=reached.holds_code)
        if action is Action.APPEAL and ticket.appeals:
            raise Refused("case-refused-appealed", number=ticket.number)
        if action is Action.REQUEST_REVIEW and ticket.reviews >= ratings.MOST_REVIEWS:
            raise Refused("case-refused-reviewed", number=ticket.number)
        if action is not Action.APPEAL:
            await ratings.check_in_time(turn, ticket)
        await questions.ask(
            turn,
            kind,
            {"ticket": ticket.id},
            text=await _asks(turn, ticket, action),
            link=Link(ticket.id, "raiser", "question"),
        )

    return pressed


async def _asks(turn: Turn, ticket: Ticket, action: Action) -> str:
    """The question for the reason, with who will read it and who decides."""
    goes_back = action is Action.REOPEN and ticket.owner_id is not None
    who = await readers(turn, ticket, turn.locale, owner=goes_back, managers=True)
    if action is Action.REOPEN:
        return turn.say("mine-ask-reopen", number=ticket.number, readers=who)
    unit, above = await ratings.decides_next(turn, ticket)
    text = turn.say(f"mine-ask-{action}", number=ticket.number, unit=above.shown, readers=who)
    return text + "\n" + turn.say("case-no-unit-above", unit=unit.shown) if above.id == unit.id else text


def with_reason(action: Action) -> Callable[[Turn, Question], Awaitable[None]]:
    """The reason has come: do it. Files that come with it, or instead of it, are put on the ticket."""

    async def answered(turn: Turn, question: Question) -> None:
        reached = await access.reach(turn, question.facts["ticket"])
        words = held_words.brought(turn, reached, action)
        if not words.text:
            if words.files:
                await supplements.add(turn, reached)
            turn.reply(turn.say("mine-reason-in-words") if words.files else not_kept(turn), quote=True)
            return
        if await held_words.stops(turn, reached, words):
            return
        async with questions.answered(turn):
            await carry_out(turn, reached, words)

    return answered


async def carry_out(turn: Turn, reached: Reached, words: Words) -> None:
    """Reopen, appeal or ask for a review for the reason in ``words``."""
    action = Action(words.then)
    _, verb = _WITH_REASON[action]
    after = await verb(turn, reached, words.text)
    await supplements.add_files(turn, reached, after, words)
    if not reached.raised:
        # The raiser is told in their own chat; whoever holds the code hears it here.
        _say(turn, after, turn.say("mine-done", number=after.number, action=turn.say(f"action-{action}")))


async def bind(turn: Turn, press: Press) -> None:
    """Whoever follows a ticket without a raiser by its code gets the answers in this chat from now on."""
    reached = await access.reach(turn, press.number(0))
    ticket = reached.ticket
    if ticket.raiser is not None or not reached.holds_code:
        raise Refused("mine-bound-already" if reached.raised else "press-outdated", number=ticket.number)
    await raisers.follow(turn, ticket)
    await tell_thread(turn, ticket, say(DESK_LOCALE, "mine-thread-bound"))
    turn.answer(turn.say("mine-bound-toast"))
    _say(turn, ticket, turn.say("mine-bound", number=ticket.number))


async def _hidden(turn: Turn, press: Press) -> Ticket:
    """The ticket whose hidden raiser was asked for their name, for the raiser themselves alone.

    Raises:
        Refused: otherwise.
    """
    reached = await access.reach(turn, press.number(0))
    asked = [each for each in await history.of_ticket(turn.tx, reached.ticket.id) if each.action == Action.ASK_REVEAL]
    if not reached.raised or not asked or reached.ticket.naming != Naming.HIDDEN:
        raise Refused("press-outdated")
    # One answer to one question: a second press of 不同意 says nothing new to anyone.
    said = f"reveal:{reached.ticket.id}"
    if not await history.claim_reminder(turn.tx, said, "answer", str(asked[-1].id), person_id=0, now=turn.now):
        raise Refused("mine-reveal-answered")
    return reached.ticket


async def reveal(turn: Turn, press: Press) -> None:
    """Yes, the secretary may know who I am."""
    ticket = await naming.reveal(turn, await _hidden(turn, press))
    turn.edit(turn.say("mine-revealed", number=ticket.number, desk=desk_word(ticket)(turn.locale)))


async def hide(turn: Turn, press: Press) -> None:
    """No."""
    ticket = await _hidden(turn, press)
    await naming.stay_hidden(turn, ticket)
    turn.edit(turn.say("mine-hidden", number=ticket.number))
