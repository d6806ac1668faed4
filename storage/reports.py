"""What digest and ledger are read from: a whole unit with all below it at once, never one ticket after another.

Restricted tickets are in none of these.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from storage import indexing
from storage.database import Transaction
from storage.history import Deadline, Entry, Instruction
from storage.rows import Row, read
from storage.tickets import Ticket, match


@dataclass(frozen=True, slots=True)
class Limit:
    """A limit that fell in a time; ``met_at`` None: not kept until now."""

    ticket_id: int
    due_at: int
    met_at: int | None
    unit_id: int


@dataclass(frozen=True, slots=True)
class Missed:
    """A promise that was overdue at a moment."""

    ticket_id: int
    kind: str
    due_at: int


@dataclass(frozen=True, slots=True)
class Happened:
    """One thing that happened to a ticket, with the unit that the ticket is now with."""

    ticket_id: int
    at: int
    detail: Mapping[str, Any]
    unit_id: int


@dataclass(frozen=True, slots=True)
class Narrow:
    """Which tickets are wanted; what is empty narrows nothing. ``categories``: rows, 0 for tickets that have none.

    ``phrases``: runs of terms, as :func:`handlers.rules.terms.phrases` makes them, that must all have been said.
    """

    states: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    categories: tuple[int, ...] = ()
    phrases: tuple[tuple[str, ...], ...] = ()

    def write(self) -> dict[str, Any]:
        """As the facts of a file keep it."""
        return asdict(self)

    @classmethod
    def read(cls, kept: Mapping[str, Any] | None) -> Narrow:
        """As it was kept."""
        kept = kept or {}
        plain = {key: tuple(kept.get(key, ())) for key in ("states", "sources", "categories")}
        return cls(**plain, phrases=tuple(tuple(each) for each in kept.get("phrases", ())))


async def limits_between(tx: Transaction, kind: str, path: str, start: int, until: int) -> tuple[Limit, ...]:
    """The limits of one kind that fell in a time (``start`` included, ``until`` not)."""
    rows = await tx.all("deadlines_due_between", kind=kind, path=path, start=start, until=until)
    return tuple(read(Limit, row) for row in rows)


async def missed_at(tx: Transaction, path: str, moment: int) -> tuple[Missed, ...]:
    """What the raisers had been promised and not given at a moment, longest overdue first."""
    return tuple(read(Missed, row) for row in await tx.all("deadlines_missed_at", path=path, moment=moment))


async def happened_between(tx: Transaction, action: str, path: str, start: int, until: int) -> tuple[Happened, ...]:
    """Everything of one kind that happened in a time, in its order."""
    rows = await tx.all("history_between", action=action, path=path, start=start, until=until)
    return tuple(Happened(row["ticket_id"], row["at"], json.loads(row["detail"]), row["unit_id"]) for row in rows)


async def ledger_ids(
    tx: Transaction, path: str, start: int, until: int, narrow: Narrow | None = None
) -> tuple[int, ...]:
    """The tickets of a ledger, oldest first, or those of them that ``narrow`` leaves."""
    narrow = narrow or Narrow()
    facts = {
        "path": path,
        "start": start,
        "until": until,
        "states": _listed(narrow.states),
        "sources": _listed(narrow.sources),
        "categories": _listed(map(str, narrow.categories)),
    }
    if narrow.phrases:
        rows = await indexing.rows(tx, "ledger_ids_said", query=match(tx, narrow.phrases, every=True), **facts)
    else:
        rows = await tx.all("ledger_ids", **facts)
    return tuple(row["id"] for row in rows)


def _listed(values: Iterable[str]) -> str:
    """``,a,b,``: what LIKE on both engines finds one of; empty narrows nothing."""
    found = ",".join(values)
    return f",{found}," if found else ""


async def stories(tx: Transaction, ids: Sequence[int], actions: Iterable[str] = ()) -> dict[int, tuple[Entry, ...]]:
    """The histories of several tickets by ticket, or what of them are these ``actions``."""
    found: dict[int, list[Entry]] = {}
    for row in await _of(tx, "history_of_tickets", ids, actions=_listed(actions)):
        # By position, as the query names the columns, the detail last: a ledger may have several of these in every row.
        values: list[Any] = list(row)
        values[-1] = json.loads(values[-1])
        entry = Entry(*values)
        found.setdefault(entry.ticket_id, []).append(entry)
    return {ticket: tuple(entries) for ticket, entries in found.items()}


async def instructions(tx: Transaction, ids: Sequence[int]) -> dict[int, tuple[Instruction, ...]]:
    """The instructions about several tickets by ticket, soonest due first, answered ones included."""
    found: dict[int, list[Instruction]] = {}
    for row in await _of(tx, "instructions_of_tickets", ids):
        found.setdefault(row["ticket_id"], []).append(read(Instruction, row))
    return {ticket: tuple(each) for ticket, each in found.items()}


async def deadlines(tx: Transaction, ids: Sequence[int]) -> dict[int, tuple[Deadline, ...]]:
    """What is due on several tickets, soonest first, by ticket."""
    found: dict[int, list[Deadline]] = {}
    for row in await _of(tx, "deadlines_of_tickets", ids):
        found.setdefault(row["ticket_id"], []).append(read(Deadline, row))
    return {ticket: tuple(each) for ticket, each in found.items()}


async def following(tx: Transaction, ids: Sequence[int]) -> dict[int, tuple[Ticket, ...]]:
    """The tickets that follow each of several main tickets, by main ticket."""
    found: dict[int, list[Ticket]] = {}
    for row in await _of(tx, "tickets_following", ids):
        found.setdefault(row["merged_into"], []).append(read(Ticket, row))
    return {main: tuple(each) for main, each in found.items()}


async def _of(tx: Transaction, query: str, ids: Sequence[int], **more: str) -> list[Row]:
    return await tx.all(query, ids=json.dumps(list(ids)), **more) if ids else []
