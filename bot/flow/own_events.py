"""Events that the program itself puts into the inbox: ticks, outcomes of deliveries, actions of the command line.

They are kept, handled once and retried like any message.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from bot.channels.base import RawEvent, UnreadableEvent
from bot.flow.packing import Unpackable, pack_event, unpack_event
from handlers.core.vocabulary import ChatKind, EventKind, Incoming, Outgoing, Refusal
from storage.messages import RAISER

CLOCK = "clock"
DELIVERY = "delivery"
COMMAND = "command"
OWN = frozenset({CLOCK, DELIVERY, COMMAND})
"""The inbox's channels that are no platform."""


def read_own(raw: str, received_at: int) -> tuple[Incoming, ...]:
    """The event as it was put in, received when the inbox received it.

    Raises:
        UnreadableEvent: written by another version of the program, or damaged.
    """
    try:
        event = unpack_event(raw)
    except Unpackable as error:
        raise UnreadableEvent(str(error)) from error
    return (replace(event, at=received_at),)


def tick(sweep: str, now: int, facts: dict[str, Any] | None = None, *, every: int = 60, about: str = "") -> RawEvent:
    """The clock says: look now. The same sweep ``about`` the same within the same ``every`` seconds is one event."""
    event = Incoming(EventKind.TICK, at=now, channel=CLOCK, text=sweep, facts=facts or {})
    key = ":".join(filter(None, (sweep, about, str(now // every * every))))
    return RawEvent(key, sweep, pack_event(event))


def outcome_event(
    row_id: int,
    message: Outgoing,
    refusal: Refusal,
    *,
    place: tuple[str, str, bool],
    now: int,
    text: str = "",
    sent: str | None = None,
    key: str | None = None,
) -> RawEvent:
    """What became of an outgoing row, for the handlers.

    ``member`` is the refusal, ``text`` the channel's words, ``message`` the id of what was sent. ``facts`` are those of
    the outgoing message, and beside them ``row``, ``kind``, ``reported`` (it asked for a report), ``person`` (who it
    was for, if they are not told as the raiser of a ticket), ``ticket``, ``history``, ``side``, ``role``.
    ``place``: channel, chat, and whether that is a group. ``key`` makes events about the same thing one event.
    """
    channel, chat, group = place
    link = message.link
    facts = {
        "row": row_id,
        "kind": message.kind.value,
        "reported": message.report,
        "person": None if link is not None and link.side == RAISER else message.person,
        "ticket": link.ticket if link else message.ticket_thread,
        "history": link.history if link else None,
        "side": link.side if link else None,
        "role": link.role if link else None,
        **message.facts,
    }
    event = Incoming(
        EventKind.DELIVERY,
        at=now,
        channel=channel,
        chat=chat,
        chat_kind=ChatKind.GROUP if group else ChatKind.PRIVATE,
        thread=message.to.thread if message.to else None,
        message=sent,
        member=refusal.value,
        text=text[:500],
        facts=facts,
    )
    return RawEvent(key or f"{row_id}:{refusal.value}", chat, pack_event(event))
