"""Frequent questions in the hands of an employee: looked up, and offered under the preview of a concern."""

from __future__ import annotations

from dataclasses import replace

from handlers.components.frequent_questions import asks, theirs
from handlers.conversations.raiser import concern_drafts, preview
from handlers.conversations.raiser import verbs as raiser_verbs
from handlers.core.buttons import Press, button
from handlers.core.refusals import Refused
from handlers.core.turn import Turn
from handlers.core.vocabulary import Style
from handlers.core.wording import shorten
from handlers.practices.faq import verbs
from handlers.rules.faq import close
from storage import faq
from storage.faq import Entry

LISTED = 10
LOOSE = 0.15
"""Who looks for something themselves is shown what is a little further off, too."""


async def command(turn: Turn) -> None:
    """``/faq`` alone lists them, ``/faq 关键词`` looks for some."""
    words = turn.event.argument.strip()
    known = await theirs(turn)
    if words:
        near = close(words, [(each.id, asks(each)) for each in known], LOOSE)
        found = [each for each in known if words in asks(each) or words in each.answer]
        found += [each for number in near for each in known if each.id == number and each not in found]
    else:
        found = sorted(known, key=lambda each: (-each.shown, each.id))
    _list(turn, found[:LISTED], words)


def _list(turn: Turn, found: list[Entry], words: str) -> None:
    if not found:
        turn.reply(turn.say("faq-none-found" if words else "faq-none"))
        return
    turn.reply(
        turn.say("faq-list"),
        buttons=tuple((button(shorten(each.question, 40), raiser_verbs.FAQ_OPEN, each.id),) for each in found),
    )


async def opened(turn: Turn, press: Press) -> None:
    """One of them with its answer, and whether that helped."""
    entry = await faq.get(turn.tx, press.number(0))
    if entry is None or entry.retired_at is not None:
        raise Refused("faq-gone")
    await faq.count(turn.tx, entry.id, shown=1)
    turn.answer(turn.say("notice-see-below"))
    turn.reply(
        turn.say("faq-whole", question=entry.question, answer=entry.answer),
        buttons=(
            (
                button(turn.say("faq-button-solved"), verbs.FAQ_SOLVED, entry.id, style=Style.PRIMARY),
                button(turn.say("faq-button-still"), verbs.FAQ_STILL, entry.id),
            ),
        ),
    )


async def solved(turn: Turn, press: Press) -> None:
    """这解决了我的问题: counted; what they were writing is put away, and can be called back."""
    await faq.count(turn.tx, press.number(0) or 0, solved=1)
    turn.answer(turn.say("faq-solved"))
    draft = await concern_drafts.load(turn)
    if draft is None or draft.empty:
        turn.edit(turn.say("faq-solved-thanks"))
        return
    await concern_drafts.cancel(turn, draft)
    restore = button(turn.say("raise-button-restore"), raiser_verbs.RAISE_RESTORE, draft.id)
    preview.close(turn, draft, turn.say("faq-draft-away"), buttons=((restore,),))


async def still(turn: Turn, press: Press) -> None:
    """仍要反映: counted; the preview comes back, without the offers."""
    await faq.count(turn.tx, press.number(0) or 0, unsolved=1)
    turn.answer(turn.say("faq-still"))
    draft = await concern_drafts.load(turn)
    if draft is None or draft.empty:
        turn.edit(turn.say("faq-still-write"))
        return
    turn.edit(turn.say("faq-still-submit"))
    await preview.show(turn, replace(draft, looked=True), below=True)
