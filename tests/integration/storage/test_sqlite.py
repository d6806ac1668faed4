"""What is short happens on the loop, what is long beside it: with the same rows, in the same transaction, in order."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from storage import facts
from storage.database import Database
from storage.sealing import Sealer
from storage.sqlite import Line, SqliteEngine, _connect

COUNTED = 200_000
LONG = (
    f"SELECT count(*) FROM (WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {COUNTED}) "
    "SELECT i FROM n)"
)


@pytest.fixture
async def line(tmp_path: Path) -> AsyncIterator[Line]:
    opened = Line(_connect(tmp_path / "some.db", False))
    yield opened
    await opened.close()


async def test_a_long_query_does_not_hold_up_the_others(line: Line) -> None:
    turns = 0

    async def others() -> None:
        nonlocal turns
        while True:
            turns += 1
            await asyncio.sleep(0)

    beside = asyncio.create_task(others())
    rows = await line.fetch(LONG, {})
    beside.cancel()
    assert rows[0][0] == COUNTED
    assert turns > 10


async def test_a_short_one_does_not_give_up_its_turn(line: Line) -> None:
    turns = 0

    async def others() -> None:
        nonlocal turns
        turns += 1

    beside = asyncio.create_task(others())
    rows = await line.fetch("SELECT :n + 1", {"n": 1})
    assert (rows[0][0], turns) == (2, 0)
    await beside


async def test_what_was_written_before_a_long_query_is_kept(line: Line) -> None:
    await line.at_once(line.connection.execute, "CREATE TABLE t (n)")
    await line.aside(line.connection.execute, "BEGIN IMMEDIATE")
    await line.fetch("INSERT INTO t VALUES (:n) RETURNING n", {"n": 1})
    assert (await line.fetch(LONG, {}))[0][0] == COUNTED
    assert line.connection.in_transaction
    await line.fetch("INSERT INTO t VALUES (:n) RETURNING n", {"n": 2})
    await line.aside(line.connection.execute, "COMMIT")
    assert [row[0] for row in await line.fetch("SELECT n FROM t ORDER BY n", {})] == [1, 2]


async def test_a_writing_statement_is_never_broken_off(line: Line) -> None:
    await line.at_once(line.connection.execute, "CREATE TABLE t (n)")
    rows = await line.fetch(f"INSERT INTO t {LONG} RETURNING n", {})
    assert rows[0][0] == COUNTED


async def test_whoever_is_cancelled_in_a_long_query_leaves_the_next_one_in_line(line: Line) -> None:
    task = asyncio.create_task(line.fetch(LONG, {}))
    await asyncio.sleep(0)
    assert line._last is not None
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert not line._last.done()
    rows = await line.fetch("SELECT 1", {})
    assert rows[0][0] == 1
    assert line._last.done()


async def test_many_rows_and_long_sweeps_go_beside_the_loop_in_one_transaction(
    tmp_path: Path, sealer: Sealer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("storage.sqlite._MANY", 3)
    database = await Database.open(f"sqlite:///{tmp_path / 'some.db'}", sealer)
    assert isinstance(database._engine, SqliteEngine)
    try:
        async with database.writing() as tx:
            await tx.many("fact_set", ({"key": f"k{n}", "value": "1"} for n in range(10)))
            await facts.forget_attempts(tx, 0)
            await facts.put(tx, "k3", "2")
        async with database.reading() as tx:
            assert [await facts.get(tx, f"k{n}") for n in (0, 3, 9)] == ["1", "2", "1"]
    finally:
        await database.close()
