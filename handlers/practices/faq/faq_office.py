"""The secretaries keep the frequent questions: add, change, retire, or take one over from an answered ticket."""

from __future__ import annotations

from handlers.components import shelf
from handlers.conversations.secretary.finding import place, words_only
from handlers.conversations.secretary.guards import at
from handlers.core import questions
from handlers.core.buttons import Press, button
from handlers.core.questions import Question
from handlers.core.refusals import Refused
from handlers.core.turn import Turn
from handlers.core.vocabulary import Button, Rows, Style
from handlers.core.wording import shorten
from handlers.practices.faq import verbs
from handlers.rules.rights import Right, Standing
from storage import faq, units
from storage.faq import Entry
from storage.tickets import Ticket

WRITE = "faq_write"
PAGE = 10
MOST_QUESTION, MOST_ANSWER = 200, 3000


async def command(turn: Turn, press: Press | None = None) -> None:
    """``/faq`` in the group: the unit's questions with how often they helped, and a new one."""
    unit = await place(turn, Right.CANNED)
    number = 0 if press is None else press.number(0) or 0
    known = [each for each in await faq.everything(turn.tx) if await _mine(turn, each)]
    shown = known[number * PAGE : (number + 1) * PAGE]
    lines = [turn.say("faq-kept", unit=unit.shown, count=len(known)), ""]
    lines += [
        turn.say(
            "faq-kept-line",
            place=place_,
            question=shorten(each.question, 40),
            shown=each.shown,
            solved=each.solved,
            unsolved=each.unsolved,
        )
        for place_, each in enumerate(shown, number * PAGE + 1)
    ]
    rows: list[tuple[Button, ...]] = [
        (button(f"{place_}. {shorten(each.question, 30)}", verbs.FAQ_KEPT, each.id),)
        for place_, each in enumerate(shown, number * PAGE + 1)
    ]
    rows.extend(shelf.turns(turn, verbs.FAQ_KEEP, number, len(known), PAGE))
    rows.append((button(turn.say("faq-button-new"), verbs.FAQ_NEW, style=Style.PRIMARY),))
    turn.reply("\n".join(lines), buttons=tuple(rows))


async def _mine(turn: Turn, entry: Entry) -> bool:
    path = (await units.get(turn.tx, entry.unit_id)).path
    return Standing(turn.roles, path).may(Right.CANNED)


async def _own(turn: Turn, entry_id: int | None) -> Entry:
    entry = await faq.get(turn.tx, entry_id)
    if entry is None or entry.retired_at is not None or not await _mine(turn, entry):
        raise Refused("faq-gone")
    return entry


async def new(turn: Turn, press: Press) -> None:  # noqa: ARG001 - one shape for all presses
    """Write a new one."""
    await place(turn, Right.CANNED)
    await questions.ask(turn, WRITE, {"entry": None}, text=turn.say("faq-ask"))
    turn.answer(turn.say("notice-see-below"))


async def change(turn: Turn, press: Press) -> None:
    """Write one anew."""
    entry = await _own(turn, press.number(0))
    await questions.ask(
        turn,
        WRITE,
        {"entry": entry.id},
        text=turn.say("faq-ask-change", question=entry.question, answer=entry.answer, keywords=entry.keywords),
    )
    turn.answer(turn.say("notice-see-below"))


async def written(turn: Turn, question: Question) -> None:
    """First line the question, then the answer; a line “关键词：…” at the end is found by, too."""
    unit = await place(turn, Right.CANNED)
    first, _, rest = words_only(turn).partition("\n")
    lines = rest.strip().splitlines()
    keywords = ""
    if lines and lines[-1].replace(":", "：").startswith(("关键词：", "Keywords：")):
        keywords = lines.pop().replace(":", "：").partition("：")[2].strip()
    answer = "\n".join(lines).strip()
    if not first.strip() or not answer:
        raise Refused("faq-two-lines")
    if len(first) > MOST_QUESTION or len(answer) > MOST_ANSWER:
        raise Refused("faq-too-long", question=MOST_QUESTION, answer=MOST_ANSWER)
    if question.facts["entry"] is None:
        entry = await faq.add(turn.tx, unit.id, first.strip(), answer, keywords=keywords, by=turn.who.id, now=turn.now)
    else:
        entry = await _own(turn, question.facts["entry"])
        await faq.change(turn.tx, entry.id, first.strip(), answer, keywords)
    await questions.drop(turn)
    turn.reply(turn.say("faq-kept-now", question=first.strip()), quote=True)


async def kept(turn: Turn, press: Press) -> None:
    """One of them, to change or retire."""
    entry = await _own(turn, press.number(0))
    turn.answer(turn.say("notice-see-below"))
    rows: Rows = (
        (
            button(turn.say("faq-button-change"), verbs.FAQ_CHANGE, entry.id),
            button(turn.say("faq-button-retire"), verbs.FAQ_RETIRE, entry.id, style=Style.DANGER),
        ),
    )
    text = turn.say("faq-whole", question=entry.question, answer=entry.answer)
    if entry.keywords:
        text += "\n" + turn.say("faq-keywords", keywords=entry.keywords)
    turn.reply(text, buttons=rows)


async def retire(turn: Turn, press: Press) -> None:
    """It is no longer offered."""
    entry = await _own(turn, press.number(0))
    await faq.retire(turn.tx, entry.id, turn.now)
    turn.answer(turn.say("faq-retired"))
    turn.edit(turn.say("faq-retired-head", question=entry.question))


@at(None)
async def from_ticket(turn: Turn, press: Press, ticket: Ticket) -> None:  # noqa: ARG001 - the shape of a press
    """存为常见问题: the matter and its answer, to be written without anything that points to a person."""
    if ticket.restricted or not ticket.answer:
        raise Refused("faq-no-answer")
    await place(turn, Right.CANNED)
    await questions.ask(
        turn,
        WRITE,
        {"entry": None},
        text=turn.say("faq-ask-from", question=ticket.title, answer=shorten(ticket.answer, 1500)),
    )
    turn.answer(turn.say("notice-see-below"))
