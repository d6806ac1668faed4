"""SQLite statements where they are asked for: what takes long gives the same, and keeps nobody waiting."""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from storage.direct import DirectConnection, Fairness

LONG = """WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 400000) SELECT sum(i) FROM n"""
SUM = 400_000 * 400_001 // 2


@pytest.fixture
async def connection(tmp_path: Path) -> AsyncIterator[DirectConnection]:
    opened = await DirectConnection.open(tmp_path / "some.db", isolation_level=None)
    await opened.thread.execute_fetchall("CREATE TABLE kept (id INTEGER PRIMARY KEY, word TEXT)")
    yield opened
    await opened.thread.close()


async def test_a_long_query_goes_to_the_thread_and_others_go_on(connection: DirectConnection) -> None:
    turns = 0

    async def others() -> None:
        nonlocal turns
        while True:
            await asyncio.sleep(0)
            turns += 1

    going = asyncio.create_task(others())
    for _ in range(2):
        turns = 0
        rows = await connection.rows("long", LONG, {})
        assert rows[0][0] == SUM  # type: ignore[index]
        assert turns > 0
    going.cancel()


async def test_what_was_written_before_a_long_query_is_kept(connection: DirectConnection) -> None:
    await connection.thread.execute_fetchall("BEGIN IMMEDIATE")
    await connection.rows("add", "INSERT INTO kept (word) VALUES (:word)", {"word": "一"})
    await connection.rows("long", LONG, {})
    await connection.many("INSERT INTO kept (word) VALUES (:word)", [{"word": "二"}] * 1000)
    assert connection.thread.in_transaction
    await connection.thread.execute_fetchall("COMMIT")
    assert (await connection.rows("count", "SELECT count(*) FROM kept", {}))[0][0] == 1001  # type: ignore[index]


async def test_a_long_change_is_not_broken_off(connection: DirectConnection) -> None:
    # Broken off, SQLite would undo the whole transaction.
    await connection.rows("add", f"INSERT INTO kept (word) {LONG}", {})
    assert (await connection.rows("get", "SELECT word FROM kept", {}))[0][0] == str(SUM)  # type: ignore[index]


async def test_errors_are_sqlites_own(connection: DirectConnection) -> None:
    with pytest.raises(sqlite3.OperationalError):
        await connection.rows("wrong", "SELECT * FROM nothing", {})
    with pytest.raises(sqlite3.IntegrityError):
        await connection.many("INSERT INTO kept (id) VALUES (:id)", [{"id": 1}, {"id": 1}])


async def test_who_waits_for_nothing_lets_others_have_their_turn() -> None:
    turns = 0

    async def others() -> None:
        nonlocal turns
        turns += 1

    waiting = asyncio.create_task(others())
    fairness = Fairness()
    while not waiting.done():
        await fairness.turn()
    assert turns == 1
