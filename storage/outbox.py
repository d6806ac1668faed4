"""What is to be said and is not said yet, in a lane for each chat: in order within a lane, side by side between lanes.

A lane's address and a row's content are sealed: neither tells who raised what. A row is gone once it is sent.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from storage.database import Transaction
from storage.rows import Row, read

PARKED = 1 << 52
"""The due time of a row that waits for no time, but for something to change."""


@dataclass(frozen=True, slots=True)
class Lane:
    """One queue. ``chat`` is the place that it leads to, as the flow names it (a chat, or a thread in one);

    ``held``: nothing is sent (the person can't be reached now).
    """

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
    openings: int
    """How often it was begun to open one of its files, without coming to an end."""


@dataclass(frozen=True, slots=True)
class Ready:
    """So many rows of one priority wait in a lane that may send from ``paused_until`` on (None: now)."""

    lane: Lane
    priority: int
    count: int
    paused_until: int | None


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
    await tx.many("outbox_supersede", ({"lane_id": lane_id, "replace_key": key} for lane_id, key in newest))
    kept = [
        p for n, p in enumerate(prepared) if p["replace_key"] is None or newest[p["lane_id"], p["replace_key"]] == n
    ]
    await tx.many("outbox_add", kept)


async def withdraw(tx: Transaction, place: Lane, words: Sequence[str]) -> None:
    """What was enqueued in this lane to replace one of ``words`` is not said after all, if it still waits."""
    tags = [tx.sealer.tag("replace", f"{place.id}:{word}") for word in words]
    await tx.many("outbox_supersede", ({"lane_id": place.id, "replace_key": tag} for tag in tags))


async def ready(tx: Transaction, now: int, known: Mapping[int, Lane]) -> tuple[Ready, ...]:
    """Every lane that has something to send now and is not held; lanes in ``known`` are not opened again."""
    found: dict[int, Lane] = {}
    result = []
    for row in await tx.all("outbox_ready", now=now):
        place = known.get(row["id"]) or found.get(row["id"])
        if place is None or place.held:
            place = found[row["id"]] = _lane(tx, row)
        result.append(Ready(place, row["priority"], row["count"], row["paused_until"]))
    return tuple(result)


async def heads(tx: Transaction, lane_ids: Sequence[int], now: int) -> tuple[Waiting, ...]:
    """The first row of each lane that may go now; a row for later does not stop those behind it."""
    rows = await tx.all("outbox_heads", lanes=json.dumps(list(lane_ids)), now=now)
    return tuple(_waiting(tx, row) for row in rows)


def _waiting(tx: Transaction, row: Row) -> Waiting:
    return Waiting(
        row["id"],
        row["lane_id"],
        row["kind"],
        row["priority"],
        row["due_at"],
        tx.sealer.open(bytes(row["payload"]), f"outbox:{row['lane_id']}"),
        row["tries"],
        row["enqueued_at"],
        row["openings"],
    )


async def of_lane(tx: Transaction, lane_id: int, now: int, most: int) -> tuple[Waiting, ...]:
    """The next rows of a lane that may go now, in order."""
    rows = await tx.all("outbox_of_lane", lane_id=lane_id, now=now, most=most)
    return tuple(_waiting(tx, row) for row in rows)


async def all_of_lane(tx: Transaction, lane_id: int) -> tuple[Waiting, ...]:
    """All rows of a lane in their order, those for later too."""
    return tuple(_waiting(tx, row) for row in await tx.all("outbox_all_of_lane", lane_id=lane_id))


async def sent(tx: Transaction, ids: Sequence[int]) -> None:
    """These are delivered, and forgotten."""
    await tx.many("outbox_sent", ({"id": each} for each in ids))


async def failed(tx: Transaction, row_id: int, error: str, now: int) -> None:
    """It can't be delivered as it is."""
    await tx.run("outbox_failed", id=row_id, error=error, now=now)


async def tried(tx: Transaction, row_id: int, *, tries: int, error: str) -> None:
    """It was tried and it is not known whether it went; it stays at the head of its lane."""
    await tx.run("outbox_tried", id=row_id, tries=tries, error=error)


async def opening(tx: Transaction, row_id: int, openings: int) -> None:
    """So often it was begun by now to open one of its files, without coming to an end."""
    await tx.run("outbox_opening", id=row_id, openings=openings)


async def add_failed(tx: Transaction, row: NewRow, error: str, now: int) -> None:
    """Keep a row that could not be delivered as :func:`failed` does one that waited."""
    await tx.run(
        "outbox_add_failed",
        lane_id=row.lane_id,
        kind=row.kind,
        priority=row.priority,
        due_at=row.due_at,
        payload=tx.sealer.seal(row.payload, f"outbox:{row.lane_id}"),
        error=error,
        now=now,
    )


async def park(tx: Transaction, row_id: int) -> None:
    """It can't go before something changes; what is behind it in its lane goes on."""
    await tx.run("outbox_park", id=row_id, parked=PARKED)


async def parked(tx: Transaction) -> int:
    """How many rows wait for something to change."""
    return int(await tx.value("outbox_parked", parked=PARKED) or 0)


async def unpark(tx: Transaction) -> None:
    """Something changed: what was parked is tried again."""
    await tx.run("outbox_unpark", parked=PARKED)


async def rewrite(tx: Transaction, row: Waiting, payload: Any) -> None:
    """What a waiting row says is now ``payload``."""
    await tx.run("outbox_rewrite", id=row.id, payload=tx.sealer.seal(payload, f"outbox:{row.lane_id}"))


async def pause(tx: Transaction, lane_id: int, until: int) -> None:
    """Send nothing into this lane before ``until``."""
    await tx.run("lane_pause", id=lane_id, until=until)


async def hurry(tx: Transaction, now: int) -> None:
    """The clock was set back to ``now``: what waits for a time, waits no longer than it would have."""
    await tx.run("outbox_hurry", now=now, parked=PARKED)
    await tx.run("lanes_hurry", now=now)


async def hold(tx: Transaction, lane_id: int, reason: str) -> None:
    """Send nothing into this lane until it is released; its rows are kept."""
    await tx.run("lane_hold", id=lane_id, reason=reason)


async def release(tx: Transaction, channel: str, chat: str) -> bool:
    """The chat can be reached again: what waited goes out. True if it could not be reached before."""
    tag = _tag(tx, channel, chat)
    # Asked for every message in a private chat, and nearly always there is nothing to write.
    return await tx.one("lane_is_held", tag=tag) is not None and bool(await tx.all("lane_release", tag=tag))


async def held_lanes(tx: Transaction) -> tuple[Lane, ...]:
    """The lanes of everyone who can't be reached now."""
    return tuple(_lane(tx, row) for row in await tx.all("lanes_held"))


async def depths(tx: Transaction, now: int) -> tuple[Depth, ...]:
    """What could go now and waits, by priority; not what waits for people who can't be reached."""
    return tuple(read(Depth, row) for row in await tx.all("outbox_depth", now=now))


async def held(tx: Transaction) -> int:
    """How many rows wait for people who can't be reached, or for a right that we lack."""
    return int(await tx.value("outbox_held", parked=PARKED) or 0)


async def failures(tx: Transaction, since: int) -> tuple[Failure, ...]:
    """What could not be delivered since then."""
    return tuple(read(Failure, row) for row in await tx.all("outbox_failures", since=since))


async def again(tx: Transaction, now: int) -> int:
    """Try failed rows once more; returns how many."""
    return len(await tx.all("outbox_again", now=now))


async def forget(tx: Transaction, before: int) -> None:
    """Drop what failed before ``before``: nobody tried it again."""
    await tx.run("outbox_forget", before=before)


async def drop_waiting(tx: Transaction, before: int) -> None:
    """After a restore: what waited in the backup was said long ago."""
    await tx.run("outbox_drop_waiting", before=before)
