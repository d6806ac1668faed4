"""Announcements to everyone of some units: what is said, to whom, and how far it is.

Who has got one is not kept, only the place in the list of people that it has come to and how many.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from storage.database import Transaction
from storage.rows import Row


@dataclass(frozen=True, slots=True)
class Broadcast:
    """``body``: what is said and to which units, as its author's conversation wrote it.

    ``state``: ``running``, ``paused``, ``stopped``, ``done``. ``cursor`` is the last person reached by going through
    the list, ``listed`` whether that is all of it, ``queued`` how many were taken from it. ``message`` in ``chat``
    shows its progress, last at ``shown_at``; ``moved_at`` is when something became of it.
    """

    id: int
    author_id: int
    body: Mapping[str, Any]
    state: str
    cursor: int
    listed: bool
    total: int
    queued: int
    sent: int
    blocked: int
    failed: int
    channel: str
    chat: str
    message: str | None
    made_at: int
    moved_at: int
    shown_at: int
    ended_at: int | None

    @property
    def under_way(self) -> int:
        """How many were taken from the list and are neither here nor there."""
        return self.queued - self.sent - self.blocked - self.failed


@dataclass(frozen=True, slots=True)
class Scope:
    """Everyone who belongs to one of ``units`` or has a part to play there, but the author, who has seen it.

    ``unplaced``: with those who have not said their unit.
    """

    author: int
    units: tuple[int, ...]
    unplaced: bool

    @property
    def parameters(self) -> dict[str, Any]:
        """As the queries want it."""
        return {"author": self.author, "units": json.dumps(self.units), "unplaced": int(self.unplaced)}


@dataclass(frozen=True, slots=True)
class Recipient:
    """Somebody who can be written to, and their language."""

    id: int
    language: str | None


def _where(author_id: int, made_at: int) -> str:
    return f"broadcast:{author_id}:{made_at}"


def _read(tx: Transaction, row: Row) -> Broadcast:
    known = dict(row)
    sealed = bytes(known.pop("sealed"))
    body = tx.sealer.open(sealed, _where(known["author_id"], known["made_at"]))
    return Broadcast(**{**known, "listed": bool(known["listed"]), "body": body})


async def add(
    tx: Transaction,
    author_id: int,
    body: Mapping[str, Any],
    *,
    total: int,
    place: tuple[str, str, str | None],
    now: int,
) -> Broadcast:
    """Begin one. ``place``: channel, chat and message that show its progress."""
    channel, chat, message = place
    added = await tx.insert(
        "broadcast_add",
        author_id=author_id,
        sealed=tx.sealer.seal(dict(body), _where(author_id, now)),
        total=total,
        channel=channel,
        chat=chat,
        message=message,
        now=now,
    )
    found = await get(tx, added)
    assert found is not None
    return found


async def get(tx: Transaction, broadcast_id: int) -> Broadcast | None:
    """The one of a row."""
    row = await tx.one("broadcast_get", id=broadcast_id)
    return None if row is None else _read(tx, row)


async def unfinished(tx: Transaction) -> tuple[Broadcast, ...]:
    """All that go on or are paused."""
    return tuple(_read(tx, row) for row in await tx.all("broadcasts_open"))


async def save(tx: Transaction, broadcast: Broadcast) -> None:
    """Bring the row to this; what is said and where never changes."""
    await tx.run(
        "broadcast_save",
        id=broadcast.id,
        state=broadcast.state,
        cursor=broadcast.cursor,
        listed=int(broadcast.listed),
        total=broadcast.total,
        queued=broadcast.queued,
        sent=broadcast.sent,
        blocked=broadcast.blocked,
        failed=broadcast.failed,
        message=broadcast.message,
        moved_at=broadcast.moved_at,
        shown_at=broadcast.shown_at,
        ended_at=broadcast.ended_at,
    )


async def forget(tx: Transaction, before: int) -> None:
    """Drop what ended before ``before``."""
    await tx.run("broadcasts_forget", before=before)


async def reach(tx: Transaction, scope: Scope) -> int:
    """How many can be written to."""
    return int(await tx.value("people_reached", **scope.parameters) or 0)


async def recipients(tx: Transaction, scope: Scope, after: int, most: int) -> tuple[Recipient, ...]:
    """The next of them behind the person ``after``."""
    rows = await tx.all("people_after", after=after, most=most, **scope.parameters)
    return tuple(Recipient(row["id"], row["language"]) for row in rows)


async def all_gone(tx: Transaction) -> bool:
    """Nothing that nobody waits for is left in the outbox, but for people who can't be reached."""
    return not await tx.value("outbox_bulk_waiting")
