"""照样发 and 改一改: what becomes of a raiser's words that waited because something in them may tell who they are."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import replace

from handlers import asking
from handlers.asking import Question
from handlers.buttons import Press
from handlers.case.acting import Refused
from handlers.mine import access, adding, holding, moving, rating
from handlers.mine.access import Reached
from handlers.mine.holding import Words
from handlers.raising.reading import not_kept
from handlers.rules.lifecycle import Action
from handlers.turn import Turn
from handlers.vocabulary import Link

_CARRY_OUT: Mapping[str, Callable[[Turn, Reached, Words], Awaitable[None]]] = {
    adding.ADD: adding.carry_out,
    adding.EDIT: adding.change,
    rating.WHY: rating.explain,
    **dict.fromkeys((Action.REOPEN, Action.APPEAL, Action.REQUEST_REVIEW), moving.carry_out),
}


async def send(turn: Turn, press: Press) -> None:
    """照样发: the raiser has seen what is in it.

    Raises:
        Refused: it has been sent, or put away, or it is not theirs any more.
    """
    reached, question = await _held(turn, press)
    words = holding.read(question)
    turn.answer(turn.say("mine-held-sent"))
    turn.edit(turn.say("mine-held-sent"))
    async with asking.answered(turn):
        await _CARRY_OUT[words.then](turn, reached, words)


async def reword(turn: Turn, press: Press) -> None:
    """改一改: the next message takes the place of the words; files stay."""
    reached, question = await _held(turn, press)
    text = turn.say("mine-ask-reword", number=reached.ticket.number)
    link = Link(reached.ticket.id, "raiser", "question")
    await asking.ask(turn, holding.REWORD, question.facts, text=text, link=link)


async def _held(turn: Turn, press: Press) -> tuple[Reached, Question]:
    reached = await access.reach(turn, press.number(0))
    question = await asking.pending(turn)
    mine = question is not None and question.kind in (holding.HELD, holding.REWORD)
    if question is None or not mine or question.facts["ticket"] != reached.ticket.id:
        raise Refused(turn.say("press-outdated"))
    return reached, question


async def more(turn: Turn, question: Question) -> None:
    """A further message while the words wait: it joins them, and they are asked about anew."""
    reached = await access.reach(turn, question.facts["ticket"])
    words = holding.read(question)
    brought = holding.brought(turn, reached, words.then)
    if not brought.text and not brought.files:
        turn.reply(not_kept(turn), quote=True)
        return
    if words.then == adding.EDIT:
        # The words of one message are changed: another message is none of them, and what it is for is not known.
        turn.reply(turn.say("mine-held-first"), quote=True)
        return
    await holding.stops(turn, reached, holding.joined(words, brought))


async def reworded(turn: Turn, question: Question) -> None:
    """The new words: looked at in the same way, then sent."""
    reached = await access.reach(turn, question.facts["ticket"])
    words = holding.read(question)
    brought = holding.brought(turn, reached, words.then)
    if not brought.text:
        turn.reply(turn.say("mine-reword-words") if brought.files else not_kept(turn), quote=True)
        return
    after = replace(words, text=brought.text, files=(*words.files, *brought.files), said=(*words.said, *brought.said))
    if await holding.stops(turn, reached, after):
        return
    async with asking.answered(turn):
        await _CARRY_OUT[after.then](turn, reached, after)
