"""A mailbox of some years in seconds: tickets with their history, deadlines, threads, receipts and search terms.

``python -m tests.benchmarks.seeding CONFIG N``: N tickets more in the database that a configuration names, on either
engine. It must have been started once, so that its unit and group are there. Most tickets are closed and rated; a few
in a hundred are open, with deadlines that are not due yet.
"""

from __future__ import annotations

import asyncio
import itertools
import sqlite3
import sys
import time
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import asyncpg

from bot.settings import load_settings
from handlers.rules.terms import terms
from storage.database import Database
from storage.sealing import Sealer

YEARS = 3
OPEN_EVERY = 50
TICKETS_EACH = 20
FIRST_USER = 7_000_000
Record = tuple[Any, ...]
_PLACES = (
    "二楼食堂",
    "三号宿舍",
    "北门车棚",
    "更衣室",
    "锅炉房",
    "东区澡堂",
    "机修车间",
    "培训中心",
    "停车场",
    "医务室",
)
_MATTERS = ("排队太长", "热水时有时无", "灯坏了很久", "空调不制冷", "价格涨得太快", "地面总是积水", "没有人打扫")
_WISHES = ("希望尽快安排人来看一看。", "已经反映过两次，请答复。", "大家都有意见，请予重视。")
TEXTS = tuple(f"{place}{matter}，{wish}" for place, matter, wish in itertools.product(_PLACES, _MATTERS, _WISHES))


@dataclass(frozen=True, slots=True)
class Base:
    """What is there already: the unit, the group, and the last ids."""

    unit: int
    path: str
    prefix: str
    group: int
    chat: str
    ticket: int
    history: int
    person: int


class Seeds:
    """The rows of ``count`` tickets, table by table. The same numbers give the same rows, but for what is sealed."""

    def __init__(self, sealer: Sealer, base: Base, count: int, now: int) -> None:
        self._sealer = sealer
        self._base = base
        self._count = count
        self._now = now
        self._begun = now - YEARS * 365 * 86_400

    def _at(self, number: int) -> int:
        return self._begun + (self._now - 86_400 - self._begun) * number // self._count

    def _numbers(self) -> range:
        return range(1, self._count + 1)

    def _people(self) -> range:
        return range(1, (self._count + TICKETS_EACH - 1) // TICKETS_EACH + 1)

    def people(self) -> Iterator[Record]:
        """Everyone has started the mailbox, and raised some tickets."""
        for number in self._people():
            user = str(FIRST_USER + self._base.person + number)
            tag = self._sealer.tag("person", "telegram", user)
            known = {"channel": "telegram", "user": user, "private": user, "name": f"员工{number}", "username": None}
            raised = [
                self._base.ticket + each
                for each in self._numbers()[(number - 1) * TICKETS_EACH : number * TICKETS_EACH]
            ]
            person = self._base.person + number
            sealed = self._sealer.seal(known, "person:" + tag.hex())
            yield person, tag, sealed, self._sealer.seal(raised, f"raised:{person}"), "zh-CN", self._base.unit, 1, 1

    def tickets(self) -> Iterator[Record]:
        """Numbered on from what is there."""
        for number in self._numbers():
            row, at, text = self._base.ticket + number, self._at(number), TEXTS[number % len(TEXTS)]
            is_open = number % OPEN_EVERY == 0
            raiser = self._sealer.seal(self._base.person + 1 + (number - 1) // TICKETS_EACH, f"raiser:{row}")
            ended = None if is_open else at + 5 * 86_400
            yield (
                *(row, f"{self._base.prefix}-{time.gmtime(at).tm_year}-{row:06}", self._base.unit, self._base.group),
                *("help", "normal", "accepted" if is_open else "closed", "hidden", "chat", text[:12], text, 0),
                *(raiser, "zh-CN", 0, at, at + 3600, at + 7200, ended, ended, ended or at + 7200),
                *(self._now + 5 * 86_400 if is_open else None, 0, "1", 0, 0, 0, 0, 0, 0, 0, 0),
                *((None, None, None) if is_open else ("supported", "已经处理。", "very")),
            )

    def history(self) -> Iterator[Record]:
        """Submitted, accepted, supplemented; answered and closed unless it is open."""
        row = self._base.history
        for number in self._numbers():
            ticket, at, text = self._base.ticket + number, self._at(number), TEXTS[number % len(TEXTS)]
            steps = [
                ("submit", "raiser", text, None, "submitted"),
                ("accept", "secretary", "", "submitted", "accepted"),
            ]
            steps.append(("supplement", "raiser", "今天又是这样。", "accepted", "accepted"))
            if number % OPEN_EVERY:
                steps.append(("answer", "secretary", "已经处理。", "accepted", "answered"))
                steps.append(("close", "system", "", "answered", "closed"))
            for hours, (action, role, said, old, new) in enumerate(steps):
                row += 1
                yield row, ticket, at + 3600 * hours, action, role, said, old, new, "{}"

    def deadlines(self) -> Iterator[Record]:
        """To accept, and to be done."""
        for number in self._numbers():
            ticket, at, is_open = self._base.ticket + number, self._at(number), number % OPEN_EVERY == 0
            yield ticket, "accept", "", at, at + 86_400, 0, "1", at + 3600
            yield (
                ticket,
                "done",
                "",
                at,
                *((self._now + 5 * 86_400) if is_open else at + 7 * 86_400, 0, "1"),
                *((None,) if is_open else (at + 5 * 86_400,)),
            )

    def threads(self) -> Iterator[Record]:
        """One each, in the group."""
        for number in self._numbers():
            ticket, title = self._base.ticket + number, f"{number} {TEXTS[number % len(TEXTS)][:12]}"
            state = "accepted" if number % OPEN_EVERY == 0 else "closed"
            is_open = int(number % OPEN_EVERY == 0)
            yield ticket, self._base.group, str(10_000_000 + ticket), title, state, is_open, title, state, is_open, 1, 0

    def messages(self) -> Iterator[Record]:
        """The receipt with its raiser, the card in its thread."""
        for number in self._numbers():
            ticket = self._base.ticket + number
            person = FIRST_USER + self._base.person + 1 + (number - 1) // TICKETS_EACH
            for side, role, chat in (("raiser", "receipt", str(person)), ("thread", "card", self._base.chat)):
                message = str(20_000_000 + ticket)
                tag = self._sealer.tag("message", "telegram", chat, message)
                sealed = self._sealer.seal(["telegram", chat, message], "message:" + tag.hex())
                yield tag, ticket, side, role, sealed, self._at(number)

    def terms(self) -> Iterator[Record]:
        """What is searched."""
        known = [(" ".join(terms(each[:12])), " ".join(terms(each))) for each in TEXTS]
        for number in self._numbers():
            yield self._base.ticket + number, *known[number % len(known)]


COLUMNS = {
    "people": "id tag sealed raised language unit_id started reachable",
    "tickets": "id number unit_id group_id kind grade state naming source title body restricted raiser language "
    "about_owner submitted_at accepted_at first_reply_at answered_at closed_at changed_at due_at provisional "
    "rule_version extensions handbacks assignments reopened urged appeals reviews supervised outcome answer "
    "satisfaction",
    "history": "id ticket_id at action role text old_state new_state detail",
    "deadlines": "ticket_id kind subject started_at due_at provisional rule_version met_at",
    "threads": "ticket_id group_id external title icon open actual_title actual_icon actual_open made_at lost",
    "messages": "tag ticket_id side role sealed at",
    "terms": "ticket_id title body",
}
_BASE = (
    "SELECT u.id, u.path, u.prefix, g.id, g.chat, (SELECT coalesce(max(id), 0) FROM tickets),"
    " (SELECT coalesce(max(id), 0) FROM history), (SELECT coalesce(max(id), 0) FROM people)"
    " FROM units u JOIN groups g ON g.unit_id = u.id ORDER BY u.id LIMIT 1"
)


def _base(row: Any) -> Base:
    assert row is not None, "start the mailbox once, so that its unit and group are there"
    return Base(row[0], row[1], row[2] or "SJ", *row[3:])


def _sqlite(path: Path, sealer: Sealer, count: int, now: int) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA synchronous=OFF")
        seeds = Seeds(sealer, _base(connection.execute(_BASE).fetchone()), count, now)
        for table, names in COLUMNS.items():
            columns = names.split()
            marks = ", ".join("?" * len(columns))
            rows = getattr(seeds, table)()
            connection.executemany(f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({marks})", rows)
        connection.execute("INSERT INTO terms_index (terms_index) VALUES ('rebuild')")
        connection.commit()
        connection.execute("ANALYZE")


async def _postgresql(url: str, sealer: Sealer, count: int, now: int) -> None:
    connection = await asyncpg.connect(url)
    try:
        async with connection.transaction():
            seeds = Seeds(sealer, _base(await connection.fetchrow(_BASE)), count, now)
            for table, names in COLUMNS.items():
                columns = names.split()
                await connection.copy_records_to_table(table, records=getattr(seeds, table)(), columns=columns)
            for table in ("people", "tickets", "history"):
                last = f"(SELECT max(id) FROM {table})"
                await connection.execute(f"SELECT setval(pg_get_serial_sequence('{table}', 'id'), {last})")
        await connection.execute("ANALYZE")
    finally:
        await connection.close()


async def fill(url: str, sealer: Sealer, count: int, now: int | None = None) -> None:
    """``count`` tickets more in the database at ``url``, which nobody uses meanwhile."""
    now = int(time.time()) if now is None else now
    await (await Database.open(url, sealer)).close()
    if url.startswith("sqlite:///"):
        await asyncio.to_thread(_sqlite, Path(url.removeprefix("sqlite:///")), sealer, count, now)
    else:
        await _postgresql(url, sealer, count, now)


if __name__ == "__main__":
    found = load_settings(Path(sys.argv[1]))
    asyncio.run(fill(found.mailbox.database, Sealer.load(found.mailbox.key_file), int(sys.argv[2])))
