"""A mailbox of some years in seconds: tickets with their history, deadlines, threads, receipts and search terms.

``python -m tests.benchmarks.seeding CONFIG N``: N tickets more in the database that a configuration names, on either
engine. It must have been started once, so that its unit and group are there. Most tickets are closed and rated; a few
in a hundred are open, with deadlines that are not due yet.
"""

from __future__ import annotations

import asyncio
import json
import sqlite3
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import asyncpg

from bot.settings import load_settings
from storage.engines import open_database
from storage.sealing import Sealer
from tests.benchmarks.letters import letter, terms_of, title

YEARS = 3
OPEN_EVERY = 50
RESTRICTED_EVERY = 210
TICKETS_EACH = 20
FIRST_USER = 7_000_000
Record = tuple[Any, ...]
_OPEN_STATES = ("submitted", "accepted", "assigned", "in_progress", "reported", "answered", "suspended")
_OWNED = frozenset({"assigned", "in_progress", "reported", "suspended"})
_RATINGS = ("satisfied",) * 6 + ("fair", "unsatisfied", "none", "none")
_HOUR, _DAY = 3600, 86_400
_SPREAD = 7919
"""A prime: tickets one after another are of different units and people."""


@dataclass(frozen=True, slots=True)
class Desk:
    """A unit, and the group whose secretaries serve it."""

    unit: int
    prefix: str
    group: int
    chat: str


@dataclass(frozen=True, slots=True)
class Base:
    """What is there already: units with their groups, categories, owners (person and unit), and the last ids."""

    desks: tuple[Desk, ...]
    categories: tuple[int, ...]
    owners: tuple[tuple[int, int], ...]
    ticket: int
    history: int
    person: int


class Seeds:
    """The rows of ``count`` tickets, table by table. The same numbers give the same rows, but for what is sealed."""

    def __init__(self, sealer: Sealer, base: Base, count: int, now: int, open_every: int = OPEN_EVERY) -> None:
        self._sealer = sealer
        self._base = base
        self._count = count
        self._now = now
        self._open_every = open_every
        self._begun = now - YEARS * 365 * _DAY

    def _at(self, number: int) -> int:
        return self._begun + (self._now - _DAY - self._begun) * number // self._count

    def _numbers(self) -> range:
        return range(1, self._count + 1)

    def _people(self) -> range:
        return range(1, (self._count + TICKETS_EACH - 1) // TICKETS_EACH + 1)

    def _desk(self, number: int) -> Desk:
        return self._base.desks[number * _SPREAD % len(self._base.desks)]

    def _state(self, number: int) -> str:
        if number % self._open_every:
            return "withdrawn" if number % 97 == 0 else "closed"
        state = _OPEN_STATES[number // self._open_every % len(_OPEN_STATES)]
        return "accepted" if state in _OWNED and not self._base.owners else state

    def _rating(self, number: int) -> str | None:
        return _RATINGS[number // 3 % len(_RATINGS)] if self._state(number) == "closed" else None

    def people(self) -> Iterator[Record]:
        """Everyone has started the mailbox, and raised some tickets."""
        for number in self._people():
            raised = [
                self._base.ticket + each
                for each in self._numbers()[(number - 1) * TICKETS_EACH : number * TICKETS_EACH]
            ]
            person = self._base.person + number
            yield person, self._sealer.seal(raised, f"raised:{person}"), self._base.desks[0].unit

    def accounts(self) -> Iterator[Record]:
        """One each."""
        for number in self._people():
            user = str(FIRST_USER + self._base.person + number)
            tag = self._sealer.tag("person", "telegram", user)
            known = {"channel": "telegram", "user": user, "private": user, "name": f"员工{number}", "username": None}
            sealed = self._sealer.seal(known, "person:" + tag.hex())
            yield self._base.person + number, tag, sealed, "zh-CN", 1, 1, 1

    def tickets(self) -> Iterator[Record]:
        """Numbered on from what is there."""
        for number in self._numbers():
            row, at, desk, state = self._base.ticket + number, self._at(number), self._desk(number), self._state(number)
            is_open, rating = state in _OPEN_STATES, self._rating(number)
            raiser = self._sealer.seal(self._base.person + 1 + (number - 1) // TICKETS_EACH, f"raiser:{row}")
            ended = None if is_open else at + 5 * _DAY
            answered = at + 2 * _DAY if state in ("answered", "closed") else None
            owners = self._base.owners
            owner, owner_unit = owners[number % len(owners)] if owners and state in _OWNED else (None, None)
            categories = self._base.categories
            rated: Record = (None, None, None, None)
            if rating in ("satisfied", "fair", "unsatisfied"):
                rated = ("yes", "no" if rating == "unsatisfied" else "yes", rating, at + 3 * _DAY)
            yield (
                *(row, f"{desk.prefix}-{time.gmtime(at).tm_year}-{row:06}", desk.unit, desk.group, "help"),
                *(categories[number // 5 % len(categories)] if categories else None, "normal", state, "hidden", "chat"),
                *(title(number), letter(number), int(number % RESTRICTED_EVERY == 0), raiser, "zh-CN"),
                *(owner, owner_unit, 0, at, at + _HOUR, at + _HOUR if owner else None, at + 2 * _HOUR, answered, ended),
                *(ended or at + 2 * _HOUR, self._now + 5 * _DAY if is_open else None, 0, "1", 0, 0, 0, 0, 0, 0, 0, 0),
                *(("supported", "已经处理。") if answered else (None, None)),
                *rated,
            )

    def history(self) -> Iterator[Record]:
        """Submitted, accepted, supplemented; answered, closed and rated unless it is open."""
        row = self._base.history
        for number in self._numbers():
            ticket, at, state = self._base.ticket + number, self._at(number), self._state(number)
            steps: list[tuple[int, str, str, str, str | None, str, dict[str, str]]] = [
                (0, "submit", "raiser", letter(number), None, "submitted", {}),
                (1, "accept", "secretary", "", "submitted", "accepted", {}),
                (2, "supplement", "raiser", "今天又是这样。", "accepted", "accepted", {}),
            ]
            if state == "closed":
                steps.append((48, "answer", "secretary", "已经处理。", "accepted", "answered", {}))
                rating = self._rating(number) or "none"
                if rating != "none":
                    rated = {
                        "contacted": "yes",
                        "solved": "no" if rating == "unsatisfied" else "yes",
                        "satisfaction": rating,
                    }
                    steps.append((72, "rate", "raiser", "", "answered", "answered", rated))
                steps.append((120, "close", "system", "", "answered", "closed", {}))
            for hours, action, role, said, old, new, detail in steps:
                row += 1
                words = json.dumps(detail) if detail else "{}"
                yield row, ticket, at + _HOUR * hours, action, role, said, old, new, words

    def deadlines(self) -> Iterator[Record]:
        """To accept, to answer, and to be done; in one ticket of twenty it was late."""
        for number in self._numbers():
            ticket, at, is_open = self._base.ticket + number, self._at(number), self._state(number) in _OPEN_STATES
            yield ticket, "accept", "", at, at + _DAY, 0, "1", at + _HOUR
            yield ticket, "first_answer", "", at, at + 3 * _DAY, 0, "1", at + (4 * _DAY if number % 20 == 1 else 2)
            due = (self._now + 5 * _DAY, None) if is_open else (at + 7 * _DAY, at + 5 * _DAY)
            yield ticket, "done", "", at, due[0], 0, "1", due[1]

    def threads(self) -> Iterator[Record]:
        """One each, in its group."""
        for number in self._numbers():
            ticket, state, name = self._base.ticket + number, self._state(number), f"{number} {title(number)}"
            is_open = int(state in _OPEN_STATES)
            group = self._desk(number).group
            yield ticket, group, str(10_000_000 + ticket), name, state, is_open, name, state, is_open, 1, 0

    def messages(self) -> Iterator[Record]:
        """The receipt with its raiser, the card in its thread."""
        for number in self._numbers():
            ticket = self._base.ticket + number
            person = FIRST_USER + self._base.person + 1 + (number - 1) // TICKETS_EACH
            for side, role, chat in (("raiser", "receipt", str(person)), ("thread", "card", self._desk(number).chat)):
                message = str(20_000_000 + ticket)
                tag = self._sealer.tag("message", "telegram", chat, message)
                sealed = self._sealer.seal(["telegram", chat, message], "message:" + tag.hex())
                yield tag, ticket, side, role, sealed, self._at(number)

    def terms(self) -> Iterator[Record]:
        """What is searched: not what is restricted."""
        for number in self._numbers():
            if number % RESTRICTED_EVERY:
                yield self._base.ticket + number, *terms_of(number)


COLUMNS = {
    "people": "id raised unit_id",
    "accounts": "person_id tag sealed language started reachable in_use",
    "tickets": "id number unit_id group_id kind category_id grade state naming source title body restricted raiser "
    "language owner_id owner_unit_id about_owner submitted_at accepted_at assigned_at first_reply_at answered_at "
    "closed_at changed_at due_at provisional rule_version extensions handbacks assignments reopened urged appeals "
    "reviews supervised outcome answer contacted solved satisfaction rated_at",
    "history": "id ticket_id at action role text old_state new_state detail",
    "deadlines": "ticket_id kind subject started_at due_at provisional rule_version met_at",
    "threads": "ticket_id group_id external title icon open actual_title actual_icon actual_open made_at lost",
    "messages": "tag ticket_id side role sealed at",
    "terms": "ticket_id title body",
}
_DESKS = (
    "SELECT u.id, u.prefix, g.id, g.chat, u.path FROM units u JOIN units a ON u.path LIKE a.path || '%'"
    " JOIN groups g ON g.unit_id = a.id AND g.purpose = 'desk' ORDER BY u.id, length(a.path)"
)
"""Every unit with the groups of it and of those above it, its own last."""
_CATEGORIES = "SELECT id FROM categories WHERE retired_at IS NULL ORDER BY id"
_OWNERS = "SELECT person_id, unit_id FROM roles WHERE role = 'owner' AND revoked_at IS NULL ORDER BY id"
_LAST = (
    "SELECT (SELECT coalesce(max(id), 0) FROM tickets), (SELECT coalesce(max(id), 0) FROM history),"
    " (SELECT coalesce(max(id), 0) FROM people)"
)


def _base(desks: Sequence[Any], categories: Sequence[Any], owners: Sequence[Any], *, last: Any) -> Base:
    assert desks, "start the mailbox once, so that its units and groups are there"
    nearest = {row[0]: Desk(row[0], row[1] or "SJ", row[2], row[3]) for row in desks}
    return Base(
        tuple(nearest.values()),
        tuple(row[0] for row in categories),
        tuple((row[0], row[1]) for row in owners),
        *last,
    )


def _sqlite(path: Path, sealer: Sealer, count: int, now: int, open_every: int) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA synchronous=OFF")
        desks, categories, owners = (connection.execute(each).fetchall() for each in (_DESKS, _CATEGORIES, _OWNERS))
        base = _base(desks, categories, owners, last=connection.execute(_LAST).fetchone())
        seeds = Seeds(sealer, base, count, now, open_every)
        for table, names in COLUMNS.items():
            columns = names.split()
            marks = ", ".join("?" * len(columns))
            rows = getattr(seeds, table)()
            connection.executemany(f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({marks})", rows)
        connection.execute("INSERT INTO terms_index (terms_index) VALUES ('rebuild')")
        connection.commit()
        connection.execute("ANALYZE")


async def _postgresql(url: str, sealer: Sealer, count: int, now: int, open_every: int) -> None:
    connection = await asyncpg.connect(url)
    try:
        async with connection.transaction():
            desks, categories, owners = [await connection.fetch(each) for each in (_DESKS, _CATEGORIES, _OWNERS)]
            base = _base(desks, categories, owners, last=await connection.fetchrow(_LAST))
            seeds = Seeds(sealer, base, count, now, open_every)
            for table, names in COLUMNS.items():
                columns = names.split()
                await connection.copy_records_to_table(table, records=getattr(seeds, table)(), columns=columns)
            for table in ("people", "tickets", "history"):
                last = f"(SELECT max(id) FROM {table})"
                await connection.execute(f"SELECT setval(pg_get_serial_sequence('{table}', 'id'), {last})")
        await connection.execute("ANALYZE")
    finally:
        await connection.close()


async def fill(url: str, sealer: Sealer, count: int, now: int | None = None, *, open_every: int = OPEN_EVERY) -> None:
    """``count`` tickets more in the database at ``url``, which nobody uses meanwhile; one of ``open_every`` is open."""
    now = int(time.time()) if now is None else now
    await (await open_database(url, sealer)).close()
    if url.startswith("sqlite:///"):
        await asyncio.to_thread(_sqlite, Path(url.removeprefix("sqlite:///")), sealer, count, now, open_every)
    else:
        await _postgresql(url, sealer, count, now, open_every)


if __name__ == "__main__":
    found = load_settings(Path(sys.argv[1]))
    asyncio.run(fill(found.mailbox.database, Sealer.load(found.mailbox.key_file), int(sys.argv[2])))
