"""What a secretary decides with a press or two: accept, decline, merge, resume, close."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import partial
from typing import Any

from handlers.cases import decisions
from handlers.cases import verbs as case_verbs
from handlers.cases.cards import similar_open
from handlers.cases.promises import due_in
from handlers.cases.steps import standing
from handlers.cases.telling import told_words
from handlers.conversations.secretary import doubts, verbs
from handlers.conversations.secretary.finding import (
    Choices,
    done,
    menu,
    menu_again,
    question_link,
    shut_button,
    words_only,
)
from handlers.conversations.secretary.guards import at, kept, open_question, told
from handlers.core import questions
from handlers.core.buttons import Press, button, in_rows
from handlers.core.previews import stamp
from handlers.core.questions import Question
from handlers.core.refusals import Refused
from handlers.core.texts import DESK_LOCALE, say
from handlers.core.turn import Turn
from handlers.core.vocabulary import Rows, Style
from handlers.core.wording import shorten
from handlers.rules.codes import find_number
from handlers.rules.lifecycle import Action, Role
from handlers.rules.rights import Right
from storage import tickets
from storage.tickets import Ticket

_say = partial(say, DESK_LOCALE)
GROUNDS = ("scope", "law", "unclear", "repeated", "private", "elsewhere")
"""The usual grounds for 不予受理: ``desk-ground-…`` and ``desk-instead-…`` say each in words."""
MOST_GROUND = 200
MERGE, DECLINE = "desk_merge", "desk_decline"


@at(Action.ACCEPT)
async def accept(turn: Turn, press: Press, ticket: Ticket) -> None:  # noqa: ARG001 - the shape of a press
    """受理."""
    after = await decisions.accept(turn, ticket)
    turn.answer(turn.say("desk-accepted", number=after.number, due=due_in(turn, after)(turn.locale)))


@at(Action.RESUME)
async def resume(turn: Turn, press: Press, ticket: Ticket) -> None:  # noqa: ARG001 - the shape of a press
    """恢复办理."""
    after = await decisions.resume(turn, ticket)
    turn.answer(turn.say("desk-resumed", number=after.number, due=due_in(turn, after)(turn.locale)))


@at(Action.CLOSE)
async def close(turn: Turn, press: Press, ticket: Ticket) -> None:
    """办结: asked once more, since the raiser has not rated it yet."""
    if press.word(1) != "yes":
        text = _say("desk-close-ask", number=ticket.number)
        yes = button(_say("desk-button-close-now"), case_verbs.DESK_CLOSE, ticket.id, "yes", style=Style.PRIMARY)
        await menu(turn, ticket, text, ((yes,),))
        turn.answer(turn.say("desk-see-below"))
        return
    await decisions.close(turn, ticket)
    done(turn, _say("desk-closed", number=ticket.number))


@at(None)
async def shut(turn: Turn, press: Press, ticket: Ticket) -> None:
    """Put a menu away, and the question that came with it. Nobody else's: their next words would still answer it.

    Raises:
        Refused: it is somebody else's.
    """
    if press.number(1) not in (None, turn.who.id):
        raise Refused("ask-not-yours")
    question = await questions.pending(turn)
    if question is not None and question.facts.get("ticket") == ticket.id:
        await questions.drop(turn)
    done(turn, _say("desk-shut"))


# Declining: a ground from the list or in own words, where to turn instead, shown before it is sent.


@at(Action.DECLINE)
async def decline(turn: Turn, press: Press, ticket: Ticket) -> None:  # noqa: ARG001 - the shape of a press
    """不予受理: choose a ground."""
    rows: Rows = (
        *((button(_say(f"desk-ground-{each}"), verbs.DESK_GROUND, ticket.id, each),) for each in GROUNDS),
        (button(_say("desk-button-other-ground"), verbs.DESK_GROUND, ticket.id, "other"),),
    )
    own = button(_say("desk-button-typed-ground"), verbs.DESK_GROUND, ticket.id, "typed")
    await menu(turn, ticket, _say("desk-decline-ask", number=ticket.number), rows, Choices(own=own))
    turn.answer(turn.say("desk-see-below"))


@at(Action.DECLINE)
async def ground(turn: Turn, press: Press, ticket: Ticket) -> None:
    """A ground of the list, with its usual way out; or own words."""
    word = press.word(1)
    if word == "other":
        await questions.remember(turn, DECLINE, {"ticket": ticket.id, "version": 0})
        turn.answer(turn.say("desk-see-below"))
        turn.edit(_say("desk-decline-own"), buttons=((shut_button(turn, ticket),),))
        return
    facts: dict[str, Any] = {"ticket": ticket.id}
    if word == "typed":
        # Written where a ground was to be pressed, and it was one.
        asked = await doubts.pending(turn, ticket.id)
        if asked is None or not asked.text:
            raise Refused("press-outdated")
        facts["ground"] = _as_ground(asked.text)
    elif word in GROUNDS:
        facts |= {"ground": _say(f"desk-ground-{word}"), "instead": _say(f"desk-instead-{word}")}
    else:
        raise Refused("press-outdated")
    facts["version"] = _version(facts)
    await questions.remember(turn, DECLINE, facts)
    text, rows = _decline_preview(turn, ticket, facts)
    turn.answer(turn.say("desk-see-below"))
    turn.edit(text, buttons=rows)


def _as_ground(text: str) -> str:
    if len(text) > MOST_GROUND:
        raise Refused("desk-too-long", most=MOST_GROUND)
    return text


@told(Action.DECLINE)
async def decline_words(turn: Turn, question: Question, ticket: Ticket) -> None:
    """First the ground in own words, if none was chosen; after that where to turn instead."""
    text = words_only(turn)
    if "ground" not in question.facts:
        text = _as_ground(text)
    field = "instead" if "ground" in question.facts else "ground"
    facts = {**question.facts, field: text}
    facts["version"] = _version(facts)
    await questions.remember(turn, DECLINE, facts)
    await _show_decline(turn, Question(DECLINE, facts), ticket)


def _version(facts: Mapping[str, Any]) -> int:
    return stamp(facts["ground"], facts.get("instead", ""))


async def _show_decline(turn: Turn, question: Question, ticket: Ticket) -> None:
    """What would be sent."""
    shown, rows = _decline_preview(turn, ticket, question.facts)
    turn.reply(shown, buttons=rows, link=question_link(ticket), quote=True)


KEPT = kept(Action.DECLINE, _show_decline)


def _decline_preview(turn: Turn, ticket: Ticket, facts: Mapping[str, Any]) -> tuple[str, Rows]:
    instead = facts.get("instead")
    text = _say(
        "desk-decline-preview",
        number=ticket.number,
        ground=facts["ground"],
        instead=instead or _say("desk-decline-nowhere"),
    )
    yes = button(_say("desk-button-decline-now"), verbs.DESK_DECLINED, ticket.id, facts["version"], style=Style.DANGER)
    return text, ((yes, shut_button(turn, ticket)),)


@at(Action.DECLINE)
async def declined(turn: Turn, press: Press, ticket: Ticket) -> None:
    """What was shown is sent."""
    question = await open_question(turn, DECLINE, ticket.id)
    if question.facts["version"] != press.number(1):
        raise Refused("desk-draft-gone")
    await decisions.decline(turn, ticket, question.facts["ground"], question.facts.get("instead", ""))
    await questions.drop(turn)
    done(turn, _say("desk-declined", number=ticket.number, told=told_words(ticket)))


# Merging: one of the similar ones, or any other by its number; shown before it is done.


@at(Action.MERGE)
async def merge(turn: Turn, press: Press, ticket: Ticket) -> None:  # noqa: ARG001 - the shape of a press
    """并案: which is the main one."""
    near = [each for each in await similar_open(turn, ticket) if await _seen(turn, each)]
    rows: Rows = in_rows(
        (button(f"{each.number} {shorten(each.title, 24)}", verbs.DESK_INTO, ticket.id, each.id) for each in near), 1
    )
    key = "desk-merge-ask" if near else "desk-merge-ask-number"
    await questions.remember(turn, MERGE, {"ticket": ticket.id})
    await menu(turn, ticket, _say(key, number=ticket.number), rows)
    turn.answer(turn.say("desk-see-below"))


async def _seen(turn: Turn, ticket: Ticket) -> bool:
    return (await standing(turn, ticket)).may(Right.STEP, Role.SECRETARY)


@told(Action.MERGE)
async def merge_number(turn: Turn, question: Question, ticket: Ticket) -> None:  # noqa: ARG001 - the shape of a step
    """The main ticket's number as somebody types it: whole, or only its last part."""
    text = words_only(turn)
    number = find_number(text)
    if number is None and (bare := re.fullmatch(r"\D{0,4}(\d{1,7})\D{0,4}", text)):
        prefix, year, _ = ticket.number.rsplit("-", 2)
        number = f"{prefix}-{year}-{int(bare[1]):04d}"
    main = None if number is None else await tickets.by_number(turn.tx, number)
    if main is None or not await _seen(turn, main):
        raise Refused("desk-no-such-number", number=number or shorten(text, 20))
    await menu(turn, ticket, *_merge_preview(ticket, main))


def _merge_preview(ticket: Ticket, main: Ticket) -> tuple[str, Rows]:
    if main.id == ticket.id or main.state not in tickets.OPEN_STATES:
        raise Refused("case-refused-merge", number=main.number)
    text = _say(
        "desk-merge-preview",
        number=ticket.number,
        title=ticket.title,
        main=main.number,
        main_title=main.title,
        state=_say(f"state-{main.state}"),
    )
    return text, ((button(_say("desk-button-merge-now"), verbs.DESK_MERGED, ticket.id, main.id, style=Style.PRIMARY),),)


async def _main(turn: Turn, press: Press) -> Ticket:
    main = await tickets.find(turn.tx, press.number(1))
    if main is None or not await _seen(turn, main):
        raise Refused("press-outdated")
    return main


@at(Action.MERGE)
async def join(turn: Turn, press: Press, ticket: Ticket) -> None:
    """并入, on the card: the likeliest one, both side by side; it can't be undone, so it is confirmed."""
    await menu(turn, ticket, *_merge_preview(ticket, await _main(turn, press)))
    turn.answer(turn.say("desk-see-below"))


@at(Action.MERGE)
async def into(turn: Turn, press: Press, ticket: Ticket) -> None:
    """One of the similar ones was chosen."""
    turn.answer(turn.say("desk-see-below"))
    await menu_again(turn, ticket, *_merge_preview(ticket, await _main(turn, press)))


@at(Action.MERGE)
async def merged(turn: Turn, press: Press, ticket: Ticket) -> None:
    """It follows the main ticket from now on."""
    main = await _main(turn, press)
    await decisions.merge(turn, ticket, main)
    await questions.drop(turn)
    done(turn, _say("desk-merged", number=ticket.number, main=main.number))
