"""照样发 and 改一改: what becomes of a raiser's words that waited because something in them may tell who they are."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import replace

from handlers.conversations.raiser import access, held_words, rating_taps, requests, supplements
from handlers.conversations.raiser.access import Reached
from handlers.conversations.raiser.contents import not_kept
from handlers.conversations.raiser.held_words import Words
from handlers.core import questions
from handlers.core.buttons import Press
from handlers.core.questions import Question
from handlers.core.refusals import Refused
from handlers.core.turn import Turn
from handlers.core.vocabulary import Link
from handlers.rules.lifecycle import Action

_CARRY_OUT: Mapping[str, Callable[[Turn, Reached, Words], Awaitable[None]]] = {
    supplements.ADD: supplements.carry_out,
    supplements.EDIT: supplements.change,
    rating_taps.WHY: rating_taps.explain,
    **dict.fromkeys((Action.REOPEN, Action.APPEAL, Action.REQUEST_REVIEW), requests.carry_out),
}


async def send(turn: Turn, press: Press) -> None:
    """照样发: the raiser has seen what is in it.

    Raises:
        Refused: it has been sent, or put away, or it is not theirs any more.
    """
    reached, question = await _held(turn, press)
    words = held_words.read(question)
    turn.answer(turn.say("mine-held-sent"))
    turn.edit(turn.say("mine-held-sent"))
    async with questions.answered(turn):
        await _CARRY_OUT[words.then](turn, reached, words)


async def reword(turn: Turn, press: Press) -> None:
    """改一改: the next message takes the place of the words; files stay."""
    reached, question = await _held(turn, press)
    text = turn.say("mine-ask-reword", number=reached.ticket.number)
    link = Link(reached.ticket.id, "raiser", "question")
    await questions.ask(turn, held_words.REWORD, question.facts, text=text, link=link)


async def _held(turn: Turn, press: Press) -> tuple[Reached, Question]:
    reached = await access.reach(turn, press.number(0))
    question = await questions.pending(turn)
    mine = question is not None and question.kind in (held_words.HELD, held_words.REWORD)
    if question is None or not mine or question.facts["ticket"] != reached.ticket.id:
        raise Refused("press-outdated")
    return reached, question


async def more(turn: Turn, question: Question) -> None:
    """A further message while the words wait: it joins them, and they are asked about anew."""
    reached = await access.reach(turn, question.facts["ticket"])
    words = held_words.read(question)
    brought = held_words.brought(turn, reached, words.then)
    if not brought.text and not brought.files:
        turn.reply(not_kept(turn), quote=True)
        return
    if words.then == supplements.EDIT:
        # The words of one message are changed: another message is none of them, and what it is for is not known.
        turn.reply(turn.say("mine-held-first"), quote=True)
        return
    await held_words.stops(turn, reached, held_words.joined(words, brought))


async def reworded(turn: Turn, question: Question) -> None:
    """The new words: looked at in the same way, then sent."""
    reached = await access.reach(turn, question.facts["ticket"])
    words = held_words.read(question)
    brought = held_words.brought(turn, reached, words.then)
    if not brought.text:
        turn.reply(turn.say("mine-reword-words") if brought.files else not_kept(turn), quote=True)
        return
    after = replace(words, text=brought.text, files=(*words.files, *brought.files), said=(*words.said, *brought.said))
    if await held_words.stops(turn, reached, after):
        return
    async with questions.answered(turn):
        await _CARRY_OUT[after.then](turn, reached, after)
