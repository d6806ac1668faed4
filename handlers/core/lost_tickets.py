"""What is said of a ticket that the database lost when a backup was put back: that it is so, and what to do.

Its topic, its messages and the code on somebody's slip of paper are still there. Without a word people would go on
writing to them, and nobody would hear it.
"""

from __future__ import annotations

from handlers.core.texts import DESK_LOCALE, say
from handlers.core.turn import Turn
from handlers.core.vocabulary import ChatKind
from handlers.core.wording import moment
from handlers.rules.codes import find_number
from storage import history, lost, threads, tickets
from storage.lost import Lost

RAISER = "raiser"


async def pressed_or_answered(turn: Turn, message: str | None) -> bool:
    """Whether the message that was pressed or answered tells of a lost ticket, and that was said."""
    event = turn.event
    found = None if message is None else await lost.by_message(turn.tx, event.channel, event.chat, message)
    if found is None:
        return False
    text = words(turn, found)
    if event.press is not None:
        turn.answer(text, alert=True)
    else:
        turn.reply(text, quote=True)
    return True


async def written_in_topic(turn: Turn) -> bool:
    """Whether the topic that was written in is a lost ticket's; whoever writes there is told so once."""
    event, group = turn.event, turn.group
    if group is None or event.thread is None or not event.thread_name or not event.facts.get("thread_ours"):
        return False
    number = event.thread_name.split(maxsplit=1)[0]
    if find_number(number) != number or await threads.by_external(turn.tx, group.id, event.thread) is not None:
        return False
    if await tickets.by_number(turn.tx, number) is not None:
        return False
    found = await lost.by_number(turn.tx, number) or await lost.restored(turn.tx, number)
    topic = f"lost:{group.id}:{event.thread}"
    if await history.claim_reminder(turn.tx, topic, "lost", "", person_id=turn.who.id, now=turn.now):
        turn.reply(words(turn, found) if found else say(DESK_LOCALE, "lost-unknown", number=number), quote=True)
    return True


def words(turn: Turn, found: Lost) -> str:
    """What happened to it, and what its reader can do."""
    raisers = turn.event.chat_kind is ChatKind.PRIVATE and found.side in (None, RAISER)
    key = "lost-raiser" if raisers else "lost-desk"
    locale = turn.locale if raisers else DESK_LOCALE
    calendar = turn.house.calendar
    dates = {"restored": moment(locale, calendar, found.restored_at)}
    if found.written_at is None:
        return say(locale, f"{key}-empty", number=found.number, **dates)
    return say(locale, key, number=found.number, of=moment(locale, calendar, found.written_at), **dates)
