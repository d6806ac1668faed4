"""From what handlers want said to rows that wait in their lanes, in the handlers' own transaction."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from uuid import uuid4

from bot.channels.base import RawEvent
from bot.flow.intake import put_in
from bot.flow.own_events import DELIVERY, outcome_event
from bot.flow.packing import pack
from bot.flow.places import Found, Places, chat_of
from handlers.core import choices
from handlers.core.abilities import Abilities
from handlers.core.presentation import is_crowded, present
from handlers.core.texts import DESK_LOCALE, SOURCE, locale_for
from handlers.core.turn import Turn
from handlers.core.vocabulary import Address, ChatKind, EventKind, Incoming, Outgoing, OutKind, Refusal
from storage import outbox, people
from storage.database import Transaction
from storage.outbox import Lane, NewRow

Wake = Callable[[Lane, int], None]
"""Told for each row that may go now, after the commit: its lane and its priority."""


@dataclass(slots=True)
class Prepared:
    """Rows made ready in one transaction, and what is to be told about them."""

    found: Found = field(default_factory=Found)
    rows: list[NewRow] = field(default_factory=list)
    lanes: list[Lane] = field(default_factory=list)
    unreachable: list[RawEvent] = field(default_factory=list)


async def prepare(places: Places, turn: Turn, *, event: Incoming, now: int, into: Prepared) -> None:
    """Find the lane of each message of the turn, fit it to the channel that its reader is on, and pack it.

    ``event``: what the turn began with.

    Raises:
        Misaddressed: a message does not say where to.
        Unfit: a button carries more than the reader's channel takes.
    """
    for each in turn.outgoing:
        message = each
        if message.kind is OutKind.THREAD and message.replace is None:
            message = replace(message, replace=f"thread:{message.ticket_thread}")
        for lane in await places.lanes_of(turn.tx, message, event, into.found):
            abilities = turn.house.abilities.get(lane.channel) or next(iter(turn.house.abilities.values()))
            crowded = is_crowded(message.buttons, abilities)
            locale = await _reader_locale(turn, message) if crowded else SOURCE
            for part in await fit(turn.tx, places, lane, message, abilities=abilities, locale=locale, now=now):
                into.rows.append(row_of(lane, part))
                into.lanes.append(lane)
                if _is_in_vain(places, part, lane, event):
                    place = (lane.channel, chat_of(lane), False)
                    key = f"held:{uuid4().hex}"
                    told = outcome_event(0, part, Refusal.UNREACHABLE, place=place, now=now, key=key)
                    into.unreachable.append(told)


async def fit(
    tx: Transaction, places: Places, lane: Lane, message: Outgoing, *, abilities: Abilities, locale: str, now: int
) -> tuple[Outgoing, ...]:
    """``message`` as the channel of ``lane`` can carry it; what can be typed for its buttons there is remembered.

    Raises:
        Unfit: a button carries more than the channel takes.
    """
    fitted = present(message, abilities, locale=locale, now=now)
    for part in fitted:
        if part.choices:
            where = Address(lane.channel, places.now_at(lane.channel, chat_of(lane)))
            await choices.keep(tx, where, part.choices, ticket=message.ticket_thread, now=now)
    return fitted


def row_of(lane: Lane, message: Outgoing, due_at: int | None = None) -> NewRow:
    """The row that waits in ``lane``; ``due_at``: not before then, if that is not what the message says."""
    key = f"{lane.id}:{message.replace}" if message.replace is not None else None
    due = (message.not_before or 0) if due_at is None else due_at
    return NewRow(lane.id, message.kind.value, int(message.priority), due, pack(message), key)


async def _reader_locale(turn: Turn, message: Outgoing) -> str:
    if message.person is not None:
        return locale_for((await people.get(turn.tx, message.person)).language)
    here = message.to is not None and message.to.chat == turn.event.chat
    return turn.locale if here and turn.event.chat_kind is ChatKind.PRIVATE else DESK_LOCALE


def _is_in_vain(places: Places, message: Outgoing, lane: Lane, event: Incoming) -> bool:
    """Somebody is told at once that it will not arrive now; an answer to just that is not reported once more."""
    return (
        (lane.channel, chat_of(lane)) in places.held
        and message.kind is OutKind.SEND
        and event.kind is not EventKind.DELIVERY
        and (message.link is not None or message.report)
    )


async def store(tx: Transaction, prepared: Prepared, now: int) -> None:
    """Put all prepared rows into the outbox with a few statements."""
    if prepared.rows:
        await outbox.enqueue(tx, prepared.rows, now)
    if prepared.unreachable:
        await put_in(tx, DELIVERY, prepared.unreachable, now)


def committed(prepared: Prepared, places: Places, now: int, wake: Wake) -> None:
    """The transaction is committed: what may go now, goes."""
    places.adopt(prepared.found)
    for row, lane in zip(prepared.rows, prepared.lanes, strict=True):
        if row.due_at <= now and (lane.channel, chat_of(lane)) not in places.held:
            wake(lane, row.priority)
