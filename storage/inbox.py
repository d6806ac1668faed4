"""What came in and is not handled yet. Kept before the channel is told that it arrived; emptied once handled."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from storage.database import Transaction
from storage.rows import read


@dataclass(frozen=True, slots=True)
class NewEvent:
    """An event to keep; ``lane`` is the chat that it belongs to in order."""

    channel: str
    external_id: str
    lane: str
    raw: str


@dataclass(frozen=True, slots=True)
class Kept:
    """An event that waits; ``tries`` is how often its handling has failed."""

    id: int
    channel: str
    received_at: int
    raw: str
    tries: int


@dataclass(frozen=True, slots=True)
class SetAside:
    """An event whose handling failed too often."""

    id: int
    channel: str
    received_at: int
    tries: int
    error: str
    done_at: int


@dataclass(frozen=True, slots=True)
class Depth:
    """How much waits, and since when the oldest does."""

    depth: int
    oldest: int | None


def _where(channel: str) -> str:
    return "inbox:" + channel


async def keep(tx: Transaction, events: Sequence[NewEvent], now: int) -> None:
    """Store a batch; an event that is already there stays as it is."""
    await tx.many(
        "inbox_keep",
        (
            {
                "channel": event.channel,
                "external_id": event.external_id,
                "lane": tx.sealer.tag("lane", event.channel, event.lane),
                "received_at": now,
                "raw": tx.sealer.seal(event.raw, _where(event.channel)),
            }
            for event in events
        ),
    )


async def due(tx: Transaction, now: int, most: int) -> tuple[Kept, ...]:
    """The next events in the order of arrival."""
    rows = await tx.all("inbox_due", now=now, most=most)
    return tuple(
        Kept(
            row["id"],
            row["channel"],
            row["received_at"],
            tx.sealer.open(bytes(row["raw"]), _where(row["channel"])),
            row["tries"],
        )
        for row in rows
    )


async def next_due(tx: Transaction) -> int | None:
    """When the next event is to be handled, None if none waits."""
    value = await tx.value("inbox_next_due")
    return None if value is None else int(value)


async def waits_since(tx: Transaction) -> int | None:
    """Since when the event that could have been handled longest ago waits; None if none does."""
    value = await tx.value("inbox_waits_since")
    return None if value is None else int(value)


async def hurry(tx: Transaction) -> None:
    """The clock was set back: what waits to be tried again is due now."""
    await tx.run("inbox_hurry")


async def newest(tx: Transaction) -> int | None:
    """When the newest event or message came that still waits, by the clock of that time."""
    value = await tx.value("flow_newest")
    return None if value is None else int(value)


async def done(tx: Transaction, ids: Sequence[int], now: int) -> None:
    """These are handled."""
    await tx.many("inbox_done", ({"id": each, "now": now} for each in ids))


async def retry(tx: Transaction, event_id: int, *, tries: int, due_at: int, error: str) -> None:
    """Handling failed; it is tried again at ``due_at``."""
    await tx.run("inbox_retry", id=event_id, tries=tries, due_at=due_at, error=error)


async def set_aside(tx: Transaction, event_id: int, *, tries: int, error: str, now: int) -> None:
    """Handling failed too often; it is kept where the admin sees it."""
    await tx.run("inbox_set_aside", id=event_id, tries=tries, error=error, now=now)


async def made_up_for(tx: Transaction, channel: str, lane: str, now: int) -> None:
    """What was set aside in this lane is done: another event of it has done the same since, or says that it fails."""
    await tx.run("inbox_made_up_for", channel=channel, lane=tx.sealer.tag("lane", channel, lane), now=now)


async def set_asides(tx: Transaction) -> tuple[SetAside, ...]:
    """Every event that was set aside."""
    return tuple(read(SetAside, row) for row in await tx.all("inbox_set_asides"))


async def again(tx: Transaction, now: int) -> int:
    """Try what was set aside once more; returns how many."""
    return len(await tx.all("inbox_again", now=now))


async def depth(tx: Transaction) -> Depth:
    """How much waits."""
    row = await tx.one("inbox_depth")
    return Depth(0, None) if row is None else read(Depth, row)


async def forget(tx: Transaction, before: int) -> None:
    """Drop what was handled before ``before`` (an event is handed out again for a day at most)."""
    await tx.run("inbox_forget", before=before)
