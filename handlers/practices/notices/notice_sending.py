"""A notice that was written and looked at is kept and sent; who has not read it can be reminded."""

from __future__ import annotations

from handlers.components.audience import drafts, sending
from handlers.components.audience.drafts import Draft
from handlers.components.audience.sending import Wrapping
from handlers.core.turn import Turn
from handlers.practices.notices import verbs
from handlers.rules.terms import title_of
from storage import notices, units
from storage.notices import Notice
from storage.units import Unit


def wrapping(notice: Notice, head: str, *, skip: bool = False) -> Wrapping:
    """How a notice is told: with 已读 and 提问 under it."""
    return Wrapping(
        head,
        {"title": notice.title},
        ((("notice-button-read", verbs.NOTE_READ, notice.id), ("notice-button-ask", verbs.NOTE_ASK, notice.id)),),
        ("notice", notice.id) if skip else None,
    )


async def publish(turn: Turn, draft: Draft, picked: tuple[Unit, ...]) -> None:
    """Keep it and send it: the first line is its title."""
    first, _, rest = draft.text.partition("\n")
    title = title_of(first) or turn.say("notice-untitled")
    notice = await notices.add(
        turn.tx,
        picked[0].id,
        title,
        rest.strip() or first,
        files=draft.files,
        picked=[each.id for each in picked],
        by=turn.who.id,
        now=turn.now,
    )
    await sending.announce(turn, notice.body, draft.files, picked, wrapping(notice, "notice-head"))


async def remind(turn: Turn, notice: Notice) -> int:
    """Tell it again to those who have not read it; returns to how many units' people it goes at most."""
    allowed = await drafts.within(turn)
    known = {each.id: each for each in await units.everyone(turn.tx)}
    picked = tuple(known[each] for each in notice.picked if each in known and known[each] in allowed)
    if not picked:
        return 0
    return await sending.announce(
        turn, notice.body, notice.files, picked, wrapping(notice, "notice-head-again", skip=True)
    )
