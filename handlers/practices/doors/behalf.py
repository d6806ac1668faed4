"""What a secretary does for somebody who came by phone or paper box and has no chat with us: add, rate, reopen."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from handlers.cases import ratings, submission
from handlers.components.follow_slip import show_code
from handlers.conversations.secretary import verbs as secretary_verbs
from handlers.conversations.secretary.finding import done, menu, menu_again, question_link, sendable, words_only
from handlers.conversations.secretary.guards import at, told
from handlers.core import questions
from handlers.core.buttons import Press, button, unpack
from handlers.core.questions import Question
from handlers.core.refusals import Refused
from handlers.core.texts import DESK_LOCALE, say
from handlers.core.turn import Turn
from handlers.core.vocabulary import Rows, Style
from handlers.practices.doors import verbs
from handlers.rules.codes import new_follow_code
from handlers.rules.lifecycle import Action, Role
from storage import tickets
from storage.tickets import Ticket

_say = partial(say, DESK_LOCALE)
ADD, REOPEN, APPEAL, UP = "off_add", "off_reopen", "off_appeal", "off_up"


def _only_away(ticket: Ticket) -> None:
    if ticket.raiser is not None:
        raise Refused("off-has-chat")


async def _ask(turn: Turn, ticket: Ticket, kind: str) -> None:
    _only_away(ticket)
    key = f"off-ask-{kind.removeprefix('off_')}"
    await questions.ask(
        turn, kind, {"ticket": ticket.id}, text=_say(key, number=ticket.number), link=question_link(ticket)
    )
    turn.answer(turn.say("desk-see-below"))


@at(Action.SUPPLEMENT)
async def add(turn: Turn, press: Press, ticket: Ticket) -> None:  # noqa: ARG001 - the shape of a press
    """代为补充."""
    await _ask(turn, ticket, ADD)


@told(Action.SUPPLEMENT)
async def added(turn: Turn, question: Question, ticket: Ticket) -> None:  # noqa: ARG001 - the shape of a step
    """What they added."""
    _only_away(ticket)
    text, files = sendable(turn)
    async with questions.answered(turn):
        await submission.supplement(turn, ticket, text, files, role=Role.SECRETARY)
    turn.reply(_say("off-added", number=ticket.number), quote=True)


@at(Action.REOPEN)
async def reopen(turn: Turn, press: Press, ticket: Ticket) -> None:  # noqa: ARG001 - the shape of a press
    """代请重新办理."""
    await _ask(turn, ticket, REOPEN)


@told(Action.REOPEN)
async def reopened(turn: Turn, question: Question, ticket: Ticket) -> None:  # noqa: ARG001 - the shape of a step
    """Why it is not solved."""
    _only_away(ticket)
    why = words_only(turn)
    async with questions.answered(turn):
        await ratings.reopen(turn, ticket, why, role=Role.SECRETARY)


@at(Action.APPEAL)
async def appeal(turn: Turn, press: Press, ticket: Ticket) -> None:  # noqa: ARG001 - the shape of a press
    """代为申诉."""
    await _ask(turn, ticket, APPEAL)


@told(Action.APPEAL)
async def appealed(turn: Turn, question: Question, ticket: Ticket) -> None:  # noqa: ARG001 - the shape of a step
    """Why they don't agree."""
    _only_away(ticket)
    why = words_only(turn)
    async with questions.answered(turn):
        await ratings.appeal(turn, ticket, why, role=Role.SECRETARY)
    turn.reply(_say("off-went-up", number=ticket.number), quote=True)


@at(Action.REQUEST_REVIEW)
async def up(turn: Turn, press: Press, ticket: Ticket) -> None:  # noqa: ARG001 - the shape of a press
    """代请复查."""
    await _ask(turn, ticket, UP)


@told(Action.REQUEST_REVIEW)
async def gone_up(turn: Turn, question: Question, ticket: Ticket) -> None:  # noqa: ARG001 - the shape of a step
    """Why they ask for a review."""
    _only_away(ticket)
    why = words_only(turn)
    async with questions.answered(turn):
        await ratings.request_review(turn, ticket, why, role=Role.SECRETARY)
    turn.reply(_say("off-went-up", number=ticket.number), quote=True)


# Rating: three taps, as the raiser would have them.


def _form(ticket: Ticket) -> tuple[str, Rows]:
    text, rows = ratings.rating_form(DESK_LOCALE, ticket, _say("off-rate-by"))
    ours = []
    for row in rows:
        shown = []
        for each in row:
            press = unpack(each.data)
            assert press is not None
            shown.append(button(each.label, verbs.OFF_RATED, *press.arguments))
        ours.append(tuple(shown))
    return text, tuple(ours)


@at(Action.RATE)
async def rate(turn: Turn, press: Press, ticket: Ticket) -> None:  # noqa: ARG001 - the shape of a press
    """代为评价: the three questions, after a call."""
    _only_away(ticket)
    await menu_again(turn, ticket, *_form(ticket))


@at(Action.RATE)
async def rated(turn: Turn, press: Press, ticket: Ticket) -> None:
    """One tap of the three."""
    _only_away(ticket)
    after = await ratings.rate(turn, ticket, press.word(1), press.word(2), role=Role.SECRETARY)
    if after.rated_at == turn.now:
        done(turn, _say("off-rated", number=ticket.number))
        return
    await menu_again(turn, ticket, *_form(after))


# The follow code, given anew.


@at(None)
async def code(turn: Turn, press: Press, ticket: Ticket) -> None:
    """重发查询码: the old one counts no more, so it is asked once."""
    _only_away(ticket)
    if press.word(1) != "yes":
        yes = button(_say("off-button-new-code"), secretary_verbs.OFF_CODE, ticket.id, "yes", style=Style.PRIMARY)
        await menu(turn, ticket, _say("off-code-ask", number=ticket.number), ((yes,),))
        turn.answer(turn.say("desk-see-below"))
        return
    fresh = new_follow_code()
    await tickets.set_follow_code(turn.tx, ticket.id, fresh)
    done(turn, _say("off-code-new", number=ticket.number))
    show_code(turn, replace(ticket), fresh)
