"""Frequent questions offered under the preview of a concern, where one is close to what is written."""

from __future__ import annotations

from handlers.components.frequent_questions import asks, theirs
from handlers.conversations.raiser import verbs
from handlers.conversations.raiser.concern_drafts import Draft
from handlers.core.buttons import button
from handlers.core.texts import say
from handlers.core.turn import Turn
from handlers.core.vocabulary import Rows
from handlers.core.wording import shorten
from handlers.rules.faq import close
from handlers.rules.lifecycle import Kind

LABEL = 40


async def offered(turn: Turn, draft: Draft) -> Rows:
    """Buttons under the preview of a concern, one for each close entry.

    None for an accusation, for a question about a notice, and for who has looked and said that it did not help.
    """
    if draft.kind is Kind.REPORT or draft.undecided or draft.notice is not None or draft.looked or not draft.text:
        return ()
    known = {each.id: each for each in await theirs(turn, draft.unit)}
    near = close(draft.text, [(number, asks(entry)) for number, entry in known.items()])
    return tuple(
        (button(shorten(say(draft.locale, "faq-offer", question=known[each].question), LABEL), verbs.FAQ_OPEN, each),)
        for each in near
    )
