"""What the search index says of each ticket: changed in memory, written once a transaction, ticket after ticket.

FTS5 gathers what is written to it in memory as long as the rows ascend, and begins a new segment on the disk at each
row that comes before the last one. Supplements come to tickets in any order, and many of them share a transaction:
written at once, every other one would cost a segment.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from storage.database import Transaction
from storage.rows import Row


@dataclass(frozen=True, slots=True)
class Words:
    """The terms of a ticket, with spaces between."""

    title: str
    body: str


@dataclass(frozen=True, slots=True)
class _Change:
    """What is in the database, and what is to be; None: nothing. Whatever is in the index stays there."""

    written: Words | None
    wanted: Words | None


class Changes:
    """The changes of a transaction that are not written yet, by ticket."""

    def __init__(self) -> None:
        self.of: dict[int, _Change] = {}

    def copy(self) -> Changes:
        """The same changes, to go back to."""
        same = Changes()
        same.of = dict(self.of)
        return same

    async def write(self, tx: Transaction) -> None:
        """Write them in the order of the tickets."""
        changed = {ticket_id: each for ticket_id, each in sorted(self.of.items()) if each.written != each.wanted}
        if tx.engine == "sqlite":
            await tx.many("terms_index_write", _steps(changed))
        await tx.many("terms_set", (_row(ticket_id, each.wanted) for ticket_id, each in changed.items() if each.wanted))


def _steps(changed: Mapping[int, _Change]) -> Iterator[dict[str, Any]]:
    """What the index is told: for each ticket what stood there, then what is to stand there."""
    for ticket_id, each in changed.items():
        for command, words in (("delete", each.written), (None, each.wanted)):
            if words is not None:
                yield {"command": command, **_row(ticket_id, words)}


def _row(ticket_id: int, words: Words) -> dict[str, Any]:
    return {"ticket_id": ticket_id, "title": words.title, "body": words.body}


async def _change(tx: Transaction, ticket_id: int) -> _Change:
    changes = tx.gathered(Changes).of
    if ticket_id not in changes:
        row = await tx.one("terms_get", ticket_id=ticket_id)
        written = None if row is None else Words(row["title"], row["body"])
        changes[ticket_id] = _Change(written, written)
    return changes[ticket_id]


async def known(tx: Transaction, ticket_id: int) -> Words | None:
    """What the index says of a ticket after every change so far; None if it is not in it."""
    return (await _change(tx, ticket_id)).wanted


async def change(tx: Transaction, ticket_id: int, words: Words) -> None:
    """From now on the index says this of a ticket."""
    known_before = await _change(tx, ticket_id)
    tx.gathered(Changes).of[ticket_id] = replace(known_before, wanted=words)


async def rows(tx: Transaction, query: str, /, **parameters: Any) -> list[Row]:
    """The rows of a query that looks into the index, every change so far included."""
    await tx.settle()
    return await tx.all(query, **parameters)
