"""How the flow is doing, in numbers: what waits, what became of calls, when platforms last answered."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from handlers.core.vocabulary import OutKind, Priority, Refusal
from storage import groups, inbox, outbox, tickets
from storage.database import Database, Transaction
from storage.errors import StorageError
from storage.outbox import Failure
from storage.room import Room

INBOX_LIMIT_SECONDS = 120
"""What came in may wait so long to be handled before the admin is told; a big digest takes a good part of that."""
OUTBOX_LIMIT_SECONDS = 60
"""The oldest answer that somebody waits for may be this old before the admin is told."""
FETCH_LIMIT_SECONDS = 300
"""A platform may be silent for so long before the admin is told (unfetched messages are kept for a day)."""

SWEEP_LIMIT_SECONDS = 3600
"""The look at what is due may be this late before the admin is told."""
LOOK_SECONDS = 300
"""How often what is due is looked at."""
_MEGABYTE = 1024 * 1024
_WRONG = frozenset({Refusal.GROUP_GONE, Refusal.NO_RIGHTS})
"""A group without topics is used all the same: that is no problem of this kind."""


@dataclass(frozen=True, slots=True)
class Queue:
    """How much waits, and how old the oldest is in seconds."""

    depth: int
    age: int


_NOTHING = Queue(0, 0)


@dataclass(frozen=True, slots=True)
class Vitals:
    """``outbox`` by priority word; ``outcomes`` of calls by channel and result; ``fetch_age`` by channel in seconds.

    ``away``: the database can't be reached; what it alone knows is then as if there were nothing.
    ``unkept``: for how many seconds something that arrives can't be stored. ``room``: on the database's disk.
    ``unhandled``: for how many seconds the event that waits longest could have been handled.
    ``set_aside``: events that could not be handled; ``unsent``: messages that could not be sent. Both wait for
    ``shuji retry``. ``oldest_ticket``: for how many seconds the ticket that waits longest for its answer does.
    ``looks_late``: by how many seconds each look at what is due is overdue, by its name; one that fails is not taken.
    ``troubles``: what channels say of themselves. ``groups_wrong``: groups that put us out or took our rights.
    """

    handled: int
    retried: int
    outcomes: Mapping[tuple[str, str], int]
    fetch_age: Mapping[str, int]
    silent: tuple[str, ...]
    away: bool = False
    unkept: int = 0
    room: Room | None = None
    inbox: Queue = _NOTHING
    outbox: Mapping[str, Queue] = field(default_factory=dict)
    unhandled: int = 0
    held: int = 0
    set_aside: int = 0
    unsent: int = 0
    oldest_ticket: int = 0
    looks_late: Mapping[str, int] = field(default_factory=dict)
    troubles: tuple[str, ...] = ()
    groups_wrong: int = 0

    @property
    def sweeps_late(self) -> int:
        """By how many seconds the latest of the looks is overdue."""
        return max(self.looks_late.values(), default=0)

    @property
    def problems(self) -> Mapping[str, int]:
        """What the admin should know, by name, with the number that shows it; empty when all is well."""
        found: dict[str, int] = {}
        if self.away:
            found["database_away"] = 1
        if self.unkept:
            found["unkept"] = self.unkept
        if self.room is not None and self.room.low:
            found["room_low"] = self.room.free // _MEGABYTE
        if self.unhandled > INBOX_LIMIT_SECONDS:
            found["inbox_old"] = self.unhandled
        waiting = self.outbox.get(Priority.INTERACTIVE.name.lower())
        if waiting is not None and waiting.age > OUTBOX_LIMIT_SECONDS:
            found["outbox_old"] = waiting.age
        late = max(self.fetch_age.values(), default=0)
        if late > FETCH_LIMIT_SECONDS:
            found["fetch_old"] = late
        found |= dict.fromkeys(self.troubles, 1)
        if self.sweeps_late > SWEEP_LIMIT_SECONDS:
            found["sweeps_late"] = self.sweeps_late
        if self.set_aside:
            found["set_aside"] = self.set_aside
        if self.unsent:
            found["unsent"] = self.unsent
        if self.groups_wrong:
            found["groups_wrong"] = self.groups_wrong
        return found


_TOLD = (
    *(Refusal.FILE_LOST, Refusal.TOO_BIG, Refusal.TOO_BIG_TO_FETCH, Refusal.ODD_PICTURE, Refusal.BARRED),
    *(Refusal.UNCLEAN_KIND, Refusal.DAMAGED, Refusal.TOO_LARGE, Refusal.TOO_LONG),
)


def _is_missed(failure: Failure) -> bool:
    """Not a mark on a message that is gone, nor a file that its sender was told about and nobody can mend.

    A file that could not be opened three times is one to know of, whatever it was opened for.
    """
    if failure.error.startswith(Refusal.UNOPENED):
        return True
    return failure.kind == OutKind.SEND and not failure.error.startswith(_TOLD)


async def measure(
    database: Database,
    now: int,
    *,
    handled: int,
    retried: int,
    outcomes: Mapping[tuple[str, str], int],
    fetched: Mapping[str, int],
    unkept: Mapping[str, int],
    silent: tuple[str, ...],
    looked: Mapping[str, int | None] | None = None,
    troubles: tuple[str, ...] = (),
) -> Vitals:
    """Read what waits; the rest is what the running parts know of themselves. ``looked``: when each look was taken.

    ``fetched`` and ``unkept`` are instants by channel.
    """
    away, waits = False, {}
    try:
        async with database.reading() as tx:
            waits = await _waits(tx, now)
    except StorageError:
        away = True
    return Vitals(
        handled=handled,
        retried=retried,
        outcomes=outcomes,
        fetch_age={channel: max(0, now - at) for channel, at in fetched.items()},
        silent=silent,
        away=away,
        # What has just begun is a problem too.
        unkept=max((max(1, now - at) for at in unkept.values()), default=0),
        room=await database.room(),
        troubles=troubles,
        looks_late={name: max(0, now - at - LOOK_SECONDS) for name, at in (looked or {}).items() if at is not None},
        **waits,
    )


async def _waits(tx: Transaction, now: int) -> dict[str, Any]:
    """What only the database knows."""

    def since(at: int | None) -> int:
        return 0 if at is None else max(0, now - at)

    kept = await inbox.depth(tx)
    names = {int(each): each.name.lower() for each in Priority}
    return {
        "inbox": Queue(kept.depth, since(kept.oldest)),
        "outbox": {
            names.get(each.priority, str(each.priority)): Queue(each.depth, since(each.oldest))
            for each in await outbox.depths(tx, now)
        },
        "unhandled": since(await inbox.waits_since(tx)),
        "held": await outbox.held(tx),
        "set_aside": len(await inbox.set_asides(tx)),
        "unsent": sum(_is_missed(each) for each in await outbox.failures(tx, 0)),
        "oldest_ticket": since(await tickets.unanswered_since(tx)),
        "groups_wrong": sum(each.problem in _WRONG and each.purpose != "former" for each in await groups.everyone(tx)),
    }
