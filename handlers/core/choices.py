"""Buttons that a channel has no room for: their labels stand numbered in a message, and typing a number presses one.

The newest such list of a chat (in a group: of a ticket's thread) counts. It is kept sealed, like every half-finished
conversation.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from handlers.core.turn import Turn
from handlers.core.vocabulary import Address, ChatKind, Choice, EventKind
from handlers.rules.numerals import count, plain
from storage import conversations, messages, threads
from storage.database import Transaction

KIND = "choices"
KEPT_DAYS = 30
_CHARACTERS = 8
"""A message of more is no number of a list."""


def _tag(tx: Transaction, where: Address, ticket: int | None) -> bytes:
    return tx.sealer.tag("choices", f"{where.channel}:{where.chat}:{ticket or ''}")


async def keep(tx: Transaction, where: Address, choices: Sequence[Choice], *, ticket: int | None, now: int) -> None:
    """From now on a number typed there means one of these."""
    body = {"data": {str(each.number): each.data for each in choices}}
    await conversations.save(tx, _tag(tx, where, ticket), KIND, body, now)


async def typed(turn: Turn) -> bool:
    """Whether a message is a number of the list that stands there: then the event is the press of that button."""
    event = turn.event
    number = count(plain(event.text)[0].strip(" .。、)）")) if len(event.text) <= _CHARACTERS else None
    if number is None or event.attachments:
        return False
    tag = _tag(turn.tx, event.address, await _ticket(turn))
    known = await conversations.load(turn.tx, tag, KIND)
    data = None if known is None else known.body["data"].get(str(number))
    if data is None:
        return False
    # It is no message of ours that was pressed: nothing can be changed in its place.
    turn.event = replace(event, kind=EventKind.PRESS, button=data, message=None, text="")
    return True


async def _ticket(turn: Turn) -> int | None:
    event = turn.event
    if event.chat_kind is not ChatKind.GROUP or turn.group is None:
        return None
    if event.thread is not None:
        thread = await threads.by_external(turn.tx, turn.group.id, event.thread)
        return None if thread is None else thread.ticket_id
    if event.reply_to is None:
        return None
    linked = await messages.find(turn.tx, event.channel, event.chat, event.reply_to)
    return None if linked is None else linked.ticket_id
