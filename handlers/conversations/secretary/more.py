"""更多: what is done with a ticket now and then."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from handlers.cases import naming
from handlers.cases import verbs as case_verbs
from handlers.cases.cards import similar_open
from handlers.cases.story import story
from handlers.conversations.secretary import verbs
from handlers.conversations.secretary.finding import menu, question_link, words_only
from handlers.conversations.secretary.guards import at, told
from handlers.core import questions
from handlers.core.buttons import Press, Verb, button, in_rows
from handlers.core.questions import Question
from handlers.core.refusals import Refused
from handlers.core.texts import DESK_LOCALE, say
from handlers.core.turn import Turn
from handlers.core.vocabulary import Link, Rows
from handlers.core.wording import shorten
from handlers.rules.lifecycle import ENDED, Action, Impossible, Naming, Role, State, step
from storage.tickets import Ticket

_say = partial(say, DESK_LOCALE)


UNDER_WAY = (State.ACCEPTED, State.ASSIGNED, State.IN_PROGRESS, State.REPORTED, State.SUSPENDED)
DONE = (State.ANSWERED, State.CLOSED)


def _always(ticket: Ticket) -> bool:  # noqa: ARG001 - one shape for all
    return True


def _away(ticket: Ticket) -> bool:
    return ticket.raiser is None


ITEMS: tuple[tuple[Verb, Action | None, Callable[[Ticket], bool]], ...] = (
    (verbs.DESK_CATEGORIES, Action.RECATEGORISE, _always),
    (case_verbs.DESK_GRADES, Action.REGRADE, _always),
    (verbs.DESK_UNITS, Action.TRANSFER, _always),
    (verbs.DESK_REVEAL, Action.ASK_REVEAL, lambda ticket: ticket.naming == Naming.HIDDEN),
    (verbs.DESK_ABOUT, Action.NOTE, lambda ticket: ticket.state not in ENDED),
    (verbs.DESK_STONES, Action.MEET_MILESTONE, _always),
    (verbs.DESK_REVIEW, Action.PASS_PROGRESS, lambda ticket: ticket.state == State.SUSPENDED),
    (verbs.DESK_ALIKE, None, lambda ticket: not ticket.restricted and ticket.state not in ENDED),
    (verbs.PROJECT_FROM, Action.NOTE, lambda ticket: not ticket.restricted and ticket.state in UNDER_WAY),
    (verbs.FAQ_FROM, None, lambda ticket: bool(ticket.answer) and not ticket.restricted),
    (verbs.BOARD_ASK, None, lambda ticket: bool(ticket.answer) and not ticket.restricted and ticket.state in DONE),
    (verbs.DESK_STORY, None, _always),
    (verbs.OFF_ADD, Action.SUPPLEMENT, _away),
    (verbs.OFF_RATE, Action.RATE, _away),
    (verbs.OFF_REOPEN, Action.REOPEN, _away),
    (verbs.OFF_APPEAL, Action.APPEAL, _away),
    (verbs.OFF_UP, Action.REQUEST_REVIEW, _away),
    (verbs.OFF_CODE, None, _away),
)
"""What the menu offers: the verb, the action that the state must allow, and what else must hold of the ticket."""


@at(None)
async def more(turn: Turn, press: Press, ticket: Ticket) -> None:  # noqa: ARG001 - the shape of a press
    """The menu: exactly what can be done now."""
    shown = [
        button(_say(f"desk-more-{verb.replace('_', '-')}"), verb, ticket.id)
        for verb, action, holds in ITEMS
        if holds(ticket) and (action is None or _possible(ticket, action))
    ]
    await menu(turn, ticket, _say("desk-more-head", number=ticket.number), in_rows(shown, 2))
    turn.answer(turn.say("desk-see-below"))


def _possible(ticket: Ticket, action: Action) -> bool:
    return not isinstance(step(State(ticket.state), action, Role.SECRETARY), Impossible)


@at(None)
async def whole_story(turn: Turn, press: Press, ticket: Ticket) -> None:  # noqa: ARG001 - the shape of a press
    """全过程."""
    turn.reply(await story(turn, ticket), link=Link(ticket.id, "thread", "story"), quote=True)
    turn.answer(turn.say("desk-see-below"))


@at(None)
async def alike(turn: Turn, press: Press, ticket: Ticket) -> None:  # noqa: ARG001 - the shape of a press
    """相似件."""
    near = await similar_open(turn, ticket)
    if not near:
        turn.answer(turn.say("desk-alike-none"), alert=True)
        return
    lines = [
        _say("desk-line", number=each.number, title=each.title, state=_say(f"state-{each.state}")) for each in near
    ]
    rows: Rows = in_rows((button(each.number, verbs.DESK_SHOW, each.id) for each in near), 2)
    await menu(turn, ticket, _say("desk-alike-head", number=ticket.number) + "\n" + "\n".join(lines), rows)
    turn.answer(turn.say("desk-see-below"))


@at(Action.ASK_REVEAL)
async def reveal(turn: Turn, press: Press, ticket: Ticket) -> None:  # noqa: ARG001 - the shape of a press
    """请求公开姓名: asks why."""
    if ticket.naming != Naming.HIDDEN:
        raise Refused("case-refused-reveal")
    text = _say("desk-reveal-ask", number=ticket.number)
    await questions.ask(turn, "desk_reveal", {"ticket": ticket.id}, text=text, link=question_link(ticket))
    turn.answer(turn.say("desk-see-below"))


@told(Action.ASK_REVEAL)
async def reveal_because(turn: Turn, question: Question, ticket: Ticket) -> None:  # noqa: ARG001 - a step's shape
    """The reason: the raiser is asked, and may say no."""
    text = words_only(turn)
    await questions.drop(turn)
    await naming.ask_reveal(turn, ticket, text)
    turn.reply(_say("desk-reveal-asked", why=shorten(text, 100)), quote=True)
