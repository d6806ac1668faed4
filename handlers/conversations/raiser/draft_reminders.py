"""A draft that nobody touched for a day: its writer is asked once whether to submit it. It is never dropped."""

from __future__ import annotations

from dataclasses import replace

from handlers.conversations.raiser import concern_drafts, preview
from handlers.conversations.raiser.concern_drafts import View
from handlers.core.texts import say
from handlers.core.turn import Turn
from handlers.core.vocabulary import Outgoing, OutKind, Priority
from storage import conversations

AFTER_SECONDS = 24 * 3600
LATEST_SECONDS = 30 * 24 * 3600
"""Drafts older than this were nudged long ago."""
_KEPT_SECONDS = {"draft_cancelled": concern_drafts.RESTORE_SECONDS, "said": 30 * 24 * 3600}
"""How long is kept what only helps to undo or to change."""


async def remind(turn: Turn) -> None:
    """Nudge every writer whose draft waits since a day, in working hours, once for each draft."""
    for kind, seconds in _KEPT_SECONDS.items():
        await conversations.forget(turn.tx, kind, turn.now - seconds)
    if not turn.house.calendar.is_working(turn.now):
        return
    for draft in await concern_drafts.untouched(turn, turn.now - LATEST_SECONDS, turn.now - AFTER_SECONDS):
        if draft.nudged:
            continue
        text = say(draft.locale, "raise-nudge", title=draft.title or say(draft.locale, "raise-nudge-files"))
        rows = preview.nudge_rows(draft)
        turn.send(Outgoing(OutKind.SEND, to=draft.address, text=text, buttons=rows, priority=Priority.REMINDER))
        await concern_drafts.save(turn, replace(draft, nudged=True, view=View.WHOLE if draft.unit else draft.view))
