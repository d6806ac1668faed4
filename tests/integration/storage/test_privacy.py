"""What the database tells whoever holds it without the key: not who raised a ticket, nor that one person raised two."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import asyncpg
import pytest

from storage import conversations, history, identities, inbox, messages, outbox, people, tickets
from storage.database import Database
from storage.engines import open_database
from storage.inbox import NewEvent
from storage.messages import NewLink
from storage.outbox import NewRow
from storage.sealing import Sealer
from tests.engines import ENGINES, Engines
from tests.integration.storage.rows import NOW, a_unit, new_ticket


@dataclass(frozen=True)
class Someone:
    """A raiser, with everything about them that must not be readable. All are equally long in every way."""

    name: str
    user: str
    username: str
    phone: str

    @property
    def secrets(self) -> tuple[str, ...]:
        return (self.name, self.user, self.username, self.phone)


LI = Someone("李小梅", "7000000001", "limei_a", "13900001111")
ZHAO = Someone("赵大强", "7000000002", "zhaoq_b", "13700002222")
WORLDS = {"one": (LI, LI, ZHAO, ZHAO), "other": (LI, ZHAO, LI, ZHAO)}
"""Who raises the four concerns. Their words, times and order are the same in both worlds."""


async def play(database: Database, raisers: tuple[Someone, ...]) -> None:
    """Two people have started the mailbox; four concerns come in, are answered and rated; everything is delivered."""
    async with database.writing() as tx:
        unit = await a_unit(tx)
        for each in (LI, ZHAO):
            await people.meet(tx, "telegram", each.user, name=each.name, username=each.username, private_chat=each.user)
    for number, who in enumerate(raisers):
        at = NOW + 1000 * number
        async with database.writing() as tx:
            raw = f'{{"from":{who.user},"name":"{who.name}"}}'
            await inbox.keep(tx, [NewEvent("telegram", f"{number}", who.user, raw)], at)
            tag = tx.sealer.tag("conversation", "telegram", who.user, who.user)
            await conversations.save(tx, tag, "draft", {"text": "…", "who": who.name}, at)
        async with database.writing() as tx:
            person = await people.find(tx, "telegram", who.user)
            assert person is not None
            named = number % 2 == 0
            ticket = await tickets.add(
                tx,
                new_ticket(
                    unit,
                    naming="named" if named else "anonymous",
                    raiser_id=person.id,
                    contact={"name": who.name, "phone": who.phone} if named else None,
                    follow_code=None if named else f"CODE{number}",
                ),
                at,
            )
            entry = await history.append(tx, ticket.id, at=at, action="submit", role="raiser", text=ticket.body)
            await conversations.drop(tx, tag, "draft")
            await messages.link(
                tx, [NewLink("telegram", who.user, f"{number}", ticket.id, "raiser", "said", entry)], at
            )
            lane = await outbox.lane(tx, "telegram", who.user, "private")
            payload = {"to": who.user, "text": f"{who.name}，已收到 {ticket.number}"}
            await outbox.enqueue(
                tx, [NewRow(lane.id, "send", 0, 0, payload, "old"), NewRow(lane.id, "send", 0, 0, payload, "old")], at
            )
            await inbox.done(tx, [each.id for each in await inbox.due(tx, at, 9)], at)
        async with database.writing() as tx:
            waiting = await outbox.of_lane(tx, lane.id, at, 9)
            await outbox.sent(tx, [each.id for each in waiting])
            await messages.link(
                tx, [NewLink("telegram", who.user, f"r{number}", ticket.id, "raiser", "receipt", entry)], at + 1
            )


async def tables(url: str) -> dict[str, list[dict[str, Any]]]:
    """Every row of every table, as whoever holds the database reads it."""
    if url.startswith("sqlite"):
        with closing(sqlite3.connect(url.removeprefix("sqlite:///"))) as connection:
            connection.row_factory = sqlite3.Row
            names = [row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
            return {name: [dict(row) for row in connection.execute(f'SELECT * FROM "{name}"')] for name in names}
    server = await asyncpg.connect(url)
    try:
        found = await server.fetch("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")
        return {row[0]: [dict(each) for each in await server.fetch(f'SELECT * FROM "{row[0]}"')] for row in found}
    finally:
        await server.close()


def files_of(path: Path) -> bytes:
    """The database file and what is not yet in it."""
    return path.read_bytes() + path.with_name(path.name + "-wal").read_bytes()


def seen_without_the_key(found: dict[str, list[dict[str, Any]]]) -> dict[str, list[list[tuple[str, Any]]]]:
    """The rows with each sealed value or tag as "the n-th that differs", and how long it is."""
    numbers: dict[bytes, int] = {}
    shown = {}
    for table in sorted(found):
        rows = []
        for row in sorted(found[table], key=lambda row: repr([v for v in row.values() if not isinstance(v, bytes)])):
            rows.append(
                [
                    (
                        column,
                        (numbers.setdefault(value, len(numbers)), len(value)) if isinstance(value, bytes) else value,
                    )
                    for column, value in row.items()
                    if (table, column) != ("facts", "value")
                ]
            )
        shown[table] = rows
    return shown


@pytest.mark.parametrize("engine", ENGINES)
async def test_nobody_can_tell_which_tickets_one_person_raised(engine: str, engines: Engines, tmp_path: Path) -> None:
    """Two worlds that differ only in who raised what look the same: no column, no time and no length joins them."""
    shown = []
    for raisers in WORLDS.values():
        url = await engines.ready(engine, tmp_path)
        database = await open_database(url, Sealer(os.urandom(64)))
        await play(database, raisers)
        await database.close()
        shown.append(seen_without_the_key(await tables(url)))
    first, second = shown
    assert len(first["tickets"]) == 4
    for table in first:
        assert first[table] == second[table], table


@pytest.mark.parametrize("world", WORLDS)
async def test_no_name_number_or_address_can_be_read(database: Database, mailbox_url: str, world: str) -> None:
    await play(database, WORLDS[world])
    dump = b"".join(
        value if isinstance(value, bytes) else str(value).encode()
        for rows in (await tables(mailbox_url)).values()
        for row in rows
        for value in row.values()
    )
    if database.engine == "sqlite":
        dump += files_of(Path(mailbox_url.removeprefix("sqlite:///")))
    assert "食堂太贵".encode() in dump
    for secret in LI.secrets + ZHAO.secrets:
        assert secret.encode() not in dump
        assert secret.encode("utf-16-le") not in dump
    async with database.reading() as tx:
        person = await people.find(tx, "telegram", LI.user)
        assert person is not None
        raised = await tickets.by_ids(tx, await identities.raised(tx, person.id))
        assert len(raised) == 2
        assert [identities.raiser_of(tx, each) for each in raised] == [person.id] * 2
