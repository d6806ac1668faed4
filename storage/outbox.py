"""What is to be said and is not said yet, in a lane for each chat: in order within a lane, side by side between lanes.

A lane's address and a row's content are sealed: neither tells who raised what. A row's content is gone once it is sent.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from storage.database import Transaction
from storage.rows import Row, read


@dataclass(frozen=True, slots=True)
class Lane:
    """One chat's queue. ``held``: nothing is sent (the person can't be reached now)."""

    id: int
    channel: str
    chat: str
    kind: str
    held: bool


@dataclass(frozen=True, slots=True)
class Waiting:
    """A row that waits. ``payload`` is the outgoing message as the flow wrote it."""

    id: int
    lane_id: int
    kind: str
    priority: int
    due_at: int
    payload: Any
    tries: int
    enqueued_at: int


@dataclass(frozen=True, slots=True)
class NewRow:
    """A row to enqueue."""

    lane_id: int
    kind: str
    priority: int
    due_at: int
    payload: Any
    replace: str | None = None


@dataclass(frozen=True, slots=True)
class Failure:
    """A row that could not be delivered."""

    id: int
    kind: str
    error: str
    done_at: int


@dataclass(frozen=True, slots=True)
class Depth:
    """How much of one priority waits, and since when the oldest does."""

    priority: int
    depth: int
    oldest: int


def _tag(tx: Transaction, channel: str, chat: str) -> bytes:
    return tx.sealer.tag("lane", channel, chat)


def _lane(tx: Transaction, row: Row) -> Lane:
    chat = tx.sealer.open(bytes(row["sealed"]), "lane:" + row["channel"])
    return Lane(row["id"], row["channel"], chat, row["kind"], bool(row["held"]))


async def lane(tx: Transaction, channel: str, chat: str, kind: str) -> Lane:
    """The lane of a chat, made if there is none. ``kind``: ``private`` or ``group``."""
    tag = _tag(tx, channel, chat)
    row = await tx.one("lane_by_tag", tag=tag)
    if row is None:
        sealed = tx.sealer.seal(chat, "lane:" + channel)
        row = await tx.one("lane_add", channel=channel, tag=tag, sealed=sealed, kind=kind)
        assert row is not None
    return _lane(tx, row)


async def enqueue(tx: Transaction, rows: Sequence[NewRow], now: int) -> None:
    """Let rows wait in their lanes, in this order; a row with ``replace`` takes the place of a waiting one."""
    prepared = []
    for row in rows:
        replace = None if row.replace is None else tx.sealer.tag("replace", row.replace)
        prepared.append(
            {
                "lane_id": row.lane_id,
                "kind": row.kind,
                "priority": row.priority,
                "due_at": row.due_at,
                "replace_key": replace,
                "payload": tx.sealer.seal(row.payload, f"outbox:{row.lane_id}"),
                "now": now,
            }
        )
    newest = {(p["lane_id"], p["replace_key"]): n for n, p in enumerate(prepared) if p["replace_key"] is not None}
    await tx.many("outbox_supersede", ({"lane_id": lane_id, "replace_key": key, "now": now} for lane_id, key in newest))
    kept = [
        p for n, p in enumerate(prepared) if p["replace_key"] is None or newest[p["lane_id"], p["replace_key"]] == n
    ]
    await tx.many("outbox_add", kept)
    due: dict[int, int] = {}
    for p in kept:
        due[p["lane_id"]] = min(p["due_at"], due.get(p["lane_id"], p["due_at"]))
    await tx.many("lane_wake", ({"id": lane_id, "due_at": at} for lane_id, at in due.items()))


async def due_lanes(tx: Transaction, now: int, most: int) -> tuple[Lane, ...]:
    """Lanes that have something to send now, the longest waiting first."""
    return tuple(_lane(tx, row) for row in await tx.all("lanes_due", now=now, most=most))


async def next_due(tx: Transaction) -> int | None:
    """When the next lane has something to send, None if none has."""
    value = await tx.value("lanes_next_due")
    return None if value is None else int(value)


async def of_lane(tx: Transaction, lane_id: int, most: int) -> tuple[Waiting, ...]:
    """The next rows of a lane in order."""
    return tuple(
        Waiting(
            row["id"],
            row["lane_id"],
            row["kind"],
            row["priority"],
            row["due_at"],
            tx.sealer.open(bytes(row["payload"]), f"outbox:{row['lane_id']}"),
            row["tries"],
            row["enqueued_at"],
        )
        for row in await tx.all("outbox_of_lane", lane_id=lane_id, most=most)
    )


async def sent(tx: Transaction, ids: Sequence[int], now: int) -> None:
    """These are delivered: their content is forgotten."""
    await tx.many("outbox_sent", ({"id": each, "now": now} for each in ids))


async def failed(tx: Transaction, row_id: int, error: str, now: int) -> None:
    """It can't be delivered as it is."""
    await tx.run("outbox_failed", id=row_id, error=error, now=now)


async def later(tx: Transaction, row_id: int, *, tries: int, due_at: int, error: str) -> None:
    """It is tried again at ``due_at``, and what is behind it waits."""
    await tx.run("outbox_later", id=row_id, tries=tries, due_at=due_at, error=error)


async def settle(tx: Transaction, lane_ids: Sequence[int]) -> None:
    """Say of lanes that were worked on when their next row is due."""
    await tx.many("lane_settle", ({"id": each} for each in lane_ids))


async def hold(tx: Transaction, lane_id: int, reason: str) -> None:
    """Send nothing into this lane until it is released; its rows are kept."""
    await tx.run("lane_hold", id=lane_id, reason=reason)


async def release(tx: Transaction, channel: str, chat: str, now: int) -> None:
    """The chat can be reached again: what waited goes out."""
    await tx.run("lane_release", tag=_tag(tx, channel, chat), now=now)


async def readdress(tx: Transaction, channel: str, old: str, new: str) -> None:
    """The chat goes on under another id; what waits goes there."""
    row = await tx.one("lane_by_tag", tag=_tag(tx, channel, old))
    if row is not None and await tx.one("lane_by_tag", tag=_tag(tx, channel, new)) is None:
        sealed = tx.sealer.seal(new, "lane:" + channel)
        await tx.run("lane_readdress", id=row["id"], tag=_tag(tx, channel, new), sealed=sealed)


async def recover(tx: Transaction, now: int) -> None:
    """The safety net at start: no waiting row is without a due lane."""
    await tx.run("lanes_forgotten", now=now)


async def depths(tx: Transaction) -> tuple[Depth, ...]:
    """What waits, by priority."""
    return tuple(read(Depth, row) for row in await tx.all("outbox_depth"))


async def held(tx: Transaction) -> int:
    """How many rows wait for people who can't be reached."""
    return int(await tx.value("outbox_held") or 0)


async def failures(tx: Transaction, since: int) -> tuple[Failure, ...]:
    """What could not be delivered since then."""
    return tuple(read(Failure, row) for row in await tx.all("outbox_failures", since=since))


async def again(tx: Transaction, now: int) -> int:
    """Try failed rows once more; returns how many."""
    rows = await tx.all("outbox_again", now=now)
    await tx.many("lane_wake", ({"id": each, "due_at": now} for each in {row["lane_id"] for row in rows}))
    return len(rows)


async def forget(tx: Transaction, before: int) -> None:
    """Drop rows that were done with before ``before``."""
    await tx.run("outbox_forget", before=before)


async def drop_waiting(tx: Transaction, before: int, now: int) -> None:
    """After a restore: what waited in the backup was said long ago."""
    await tx.run("outbox_drop_waiting", before=before, now=now)
