"""Which message in which chat belongs to which ticket, so that a reply, an edit or a press finds it again.

Found by a tag of channel, chat and message id (message ids repeat in every chat); where a copy is, is sealed. Which
chat is a raiser's is not told here, but in :mod:`storage.identities`.
"""

from __future__ import annotations

from dataclasses import dataclass

from storage.database import Transaction
from storage.rows import Row, read

RAISER = "raiser"
"""The side of messages in a raiser's chat."""


@dataclass(frozen=True, slots=True)
class Linked:
    """What a message is: ``side`` whose chat it is in, ``role`` what it shows, ``history_id`` the entry it carries."""

    ticket_id: int
    history_id: int | None
    side: str
    role: str


@dataclass(frozen=True, slots=True)
class Copy:
    """Where one copy is."""

    linked: Linked
    channel: str
    chat: str
    message: str


@dataclass(frozen=True, slots=True)
class NewLink:
    """A message that was sent or came in, and what it is."""

    channel: str
    chat: str
    message: str
    ticket_id: int
    side: str
    role: str
    history_id: int | None


def tag_of(tx: Transaction, channel: str, chat: str, message: str) -> bytes:
    """What a message is found by: nobody without the key can say in whose chat it is."""
    return tx.sealer.tag("message", channel, chat, message)


async def link(tx: Transaction, links: list[NewLink], now: int) -> None:
    """Remember what messages are."""
    rows = []
    for each in links:
        tag = tag_of(tx, each.channel, each.chat, each.message)
        rows.append(
            {
                "tag": tag,
                "ticket_id": each.ticket_id,
                "history_id": each.history_id,
                "side": each.side,
                "role": each.role,
                "sealed": tx.sealer.seal([each.channel, each.chat, each.message], "message:" + tag.hex()),
                "at": now,
            }
        )
    await tx.many("message_link", rows)


async def find(tx: Transaction, channel: str, chat: str, message: str) -> Linked | None:
    """What a message is, or None if it has nothing to do with a ticket."""
    row = await tx.one("message_find", tag=tag_of(tx, channel, chat, message))
    return None if row is None else read(Linked, row)


def copy_of(tx: Transaction, row: Row) -> Copy:
    """The copy of a row, opened; for this floor alone."""
    channel, chat, message = tx.sealer.open(bytes(row["sealed"]), "message:" + bytes(row["tag"]).hex())
    return Copy(read(Linked, row), channel, chat, message)


async def of_role(tx: Transaction, ticket_id: int, side: str, role: str) -> tuple[Copy, ...]:
    """The messages that show one thing of a ticket on one side, the newest last; the raiser's side is none of them."""
    if side == RAISER:
        raise ValueError("a raiser's chat")
    rows = await tx.all("messages_of_role", ticket_id=ticket_id, side=side, role=role)
    return tuple(copy_of(tx, row) for row in rows)


async def of_history(tx: Transaction, history_id: int) -> tuple[Copy, ...]:
    """Every copy of one entry in the chats of those who work on it."""
    rows = await tx.all("messages_of_history", history_id=history_id)
    return tuple(copy_of(tx, row) for row in rows if row["side"] != RAISER)


async def linked_to(tx: Transaction, history_id: int) -> tuple[Linked, ...]:
    """What the messages are that carry one entry, wherever they are."""
    return tuple(read(Linked, row) for row in await tx.all("messages_of_history", history_id=history_id))


async def forget(tx: Transaction, copy: Copy) -> None:
    """The message is no more."""
    await tx.run("message_forget", tag=tag_of(tx, copy.channel, copy.chat, copy.message))
