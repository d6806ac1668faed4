"""Tickets that a restored backup does not have: their numbers, and the messages in chats that still tell of them.

``storage/backup.py`` writes them down while it puts a backup in the place of a newer database.
"""

from __future__ import annotations

import json
from dataclasses import dataclass

from storage import facts
from storage.database import Transaction
from storage.messages import tag_of
from storage.rows import read

RESTORED = "restored"
"""The fact that a backup was put back: ``{"at": when, "of": the newest instant in it}``."""


@dataclass(frozen=True, slots=True)
class Lost:
    """A number that was given and is in no row: ``written_at`` is the newest instant that the backup had.

    ``side``: whose chat the message is in that led here, if one did.
    """

    number: str
    restored_at: int
    written_at: int | None
    side: str | None = None


async def by_number(tx: Transaction, number: str) -> Lost | None:
    """The lost ticket of a number."""
    row = await tx.one("lost_ticket", number=number)
    return None if row is None else read(Lost, row)


async def by_follow_code(tx: Transaction, code: str) -> Lost | None:
    """The lost ticket of a follow code."""
    row = await tx.one("lost_by_follow", follow_tag=tx.sealer.tag("follow", code))
    return None if row is None else read(Lost, row)


async def by_message(tx: Transaction, channel: str, chat: str, message: str) -> Lost | None:
    """The lost ticket that a message tells of."""
    row = await tx.one("lost_by_message", tag=tag_of(tx, channel, chat, message))
    return None if row is None else read(Lost, row)


async def restored(tx: Transaction, number: str) -> Lost | None:
    """A number as lost as the last restoring may have made it; None if nothing was ever restored."""
    told = await facts.get(tx, RESTORED)
    known = None if told is None else json.loads(told)
    return None if known is None else Lost(number, int(known["at"]), known["of"])
