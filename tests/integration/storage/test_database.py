"""Transactions on both engines: all or nothing, in parts, beside each other, and after whatever interrupts them."""

from __future__ import annotations

import asyncio
import os
import stat
import subprocess
import sys
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import TypeVar

import asyncpg
import pytest

from storage import facts, units
from storage.database import Database, Transaction
from storage.engines import open_database
from storage.errors import AlreadyRunning, Busy, NewerSchema, StorageError, WrongKey
from storage.migrations.running import migrate, versions
from storage.postgresql import POOL
from storage.schema import SCHEMA, check_schema
from storage.sealing import Sealer
from tests.engines import Engines
from tests.integration.storage.rows import a_ticket

T = TypeVar("T")
ROOT = Path(__file__).resolve().parents[3]


class Oops(Exception):
    """Something goes wrong in the middle."""


async def kept(database: Database, key: str) -> str | None:
    async with database.reading() as tx:
        return await facts.get(tx, key)


async def put(database: Database, key: str, value: str = "1") -> None:
    async with database.writing() as tx:
        await facts.put(tx, key, value)


async def test_a_transaction_is_kept_whole_or_not_at_all(database: Database) -> None:
    await put(database, "a")
    with pytest.raises(Oops):
        async with database.writing() as tx:
            await facts.put(tx, "a", "2")
            await facts.put(tx, "b", "1")
            raise Oops
    assert await kept(database, "a") == "1"
    assert await kept(database, "b") is None


async def test_a_part_is_undone_alone(database: Database) -> None:
    async with database.writing() as tx:
        await facts.put(tx, "before", "1")
        with pytest.raises(Oops):
            async with tx.savepoint():
                await facts.put(tx, "outer", "1")
                async with tx.savepoint():
                    await facts.put(tx, "inner", "1")
                raise Oops
        with pytest.raises(Exception, match=r"(?i)null"):
            async with tx.savepoint():
                await tx.run("fact_set", key="broken", value=None)
        async with tx.savepoint():
            with pytest.raises(Oops):
                async with tx.savepoint():
                    await facts.put(tx, "undone", "1")
                    raise Oops
            await facts.put(tx, "after", "1")
    found = {key: await kept(database, key) for key in ("before", "outer", "inner", "broken", "undone", "after")}
    assert {key for key, value in found.items() if value} == {"before", "after"}


async def test_a_reader_sees_one_moment(database: Database) -> None:
    await put(database, "a", "1")
    async with database.reading() as tx:
        assert await facts.get(tx, "a") == "1"
        await put(database, "a", "2")
        assert await facts.get(tx, "a") == "1"
    assert await kept(database, "a") == "2"


async def test_writers_take_turns_and_lose_nothing(database: Database, mailbox_url: str) -> None:
    second = await open_database(mailbox_url, database.sealer)

    async def count(place: Database) -> None:
        async with place.writing() as tx:
            await tx.value("counter_next", name="n")
            await asyncio.sleep(0)
            await tx.value("counter_next", name="n")

    try:
        await asyncio.gather(*(count(place) for place in (database, second) * 20))
    finally:
        await second.close()
    async with database.writing() as tx:
        assert await tx.value("counter_next", name="n") == 81


async def test_many_readers_beside_a_writer(database: Database) -> None:
    async def read(n: int) -> str | None:
        return await kept(database, f"{n % 5}")

    results = await asyncio.gather(*(put(database, f"{n}") if n < 5 else read(n) for n in range(60)))
    assert len(results) == 60
    assert [await kept(database, f"{n}") for n in range(5)] == ["1"] * 5


@pytest.mark.parametrize("steps", range(1, 9))
async def test_whoever_is_interrupted_leaves_nothing_open(database: Database, steps: int) -> None:
    """Cancelled at each step of beginning, working and committing, the next writer and reader go on as before."""

    async def write() -> None:
        async with database.writing() as tx:
            await facts.put(tx, "half", "1")
            await facts.put(tx, "whole", "1")

    for work in (write(), kept(database, "half")):
        task = asyncio.create_task(work)
        for _ in range(steps):
            await asyncio.sleep(0)
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
    await put(database, "next")
    for _ in range(10):
        assert await kept(database, "next") == "1"
    assert await kept(database, "half") == await kept(database, "whole")


async def test_a_key_belongs_to_its_database(mailbox_url: str, sealer: Sealer) -> None:
    await (await open_database(mailbox_url, sealer)).close()
    with pytest.raises(WrongKey, match="密钥"):
        await open_database(mailbox_url, Sealer(bytes(64)))
    await (await open_database(mailbox_url, sealer)).close()


async def test_one_process_at_a_time_where_it_is_asked_for(mailbox_url: str, sealer: Sealer) -> None:
    first = await open_database(mailbox_url, sealer, exclusive=True)
    with pytest.raises(AlreadyRunning, match="另一个信箱进程"):
        await open_database(mailbox_url, sealer, exclusive=True)
    beside = await open_database(mailbox_url, sealer)
    await beside.close()
    await first.close()
    await (await open_database(mailbox_url, sealer, exclusive=True)).close()


async def test_an_empty_database_is_brought_up_to_date(database_url: str, sealer: Sealer) -> None:
    opened = await open_database(database_url, sealer)
    async with opened.reading() as tx:
        assert await units.everyone(tx) == ()
    await opened.close()
    await migrate(database_url)
    await (await open_database(database_url, sealer)).close()


async def test_two_that_start_at_once_bring_it_up_to_date_once(database_url: str, sealer: Sealer) -> None:
    async def start() -> None:
        while True:
            try:
                return await (await open_database(database_url, sealer)).close()
            except Busy:
                # A file that is being made ready by another is locked for that moment.
                continue

    await asyncio.gather(*(start() for _ in range(3)))


def test_the_newest_migration_is_the_schema_of_the_program() -> None:
    assert versions()[-1] == SCHEMA
    assert not check_schema(SCHEMA)
    with pytest.raises(NewerSchema, match="升级"):
        check_schema("9999")


async def test_a_current_schema_costs_no_migration_library(mailbox_url: str) -> None:
    code = (
        "import asyncio, sys\n"
        "from storage.engines import open_database\n"
        "from storage.sealing import Sealer\n"
        "async def main():\n"
        "    await (await open_database(sys.argv[1], Sealer(bytes(64)))).close()\n"
        "asyncio.run(main())\n"
        "assert not {'alembic', 'sqlalchemy'} & set(sys.modules)\n"
    )
    done = await asyncio.to_thread(
        subprocess.run, [sys.executable, "-c", code, mailbox_url], cwd=ROOT, capture_output=True, check=False, text=True
    )
    assert done.returncode == 0, done.stderr


async def test_history_can_only_grow(database: Database) -> None:
    async with database.writing() as tx:
        await a_ticket(tx, said="原话")
    async with database.writing() as tx:
        for statement in ("UPDATE history SET text = ''", "DELETE FROM history"):
            with pytest.raises(Exception, match="append-only"):
                async with tx.savepoint():
                    await tx._connection.raw(statement)


def _modes(folder: Path) -> dict[str, int]:
    return {each.name: stat.S_IMODE(each.stat().st_mode) for each in folder.glob("mailbox.db*")}


async def test_nobody_else_on_the_machine_can_read_a_new_database(tmp_path: Path, sealer: Sealer) -> None:
    """What people wrote is in it in plain words, whatever mask the program was started with."""
    mask = os.umask(0o022)
    try:
        database = await open_database(f"sqlite:///{tmp_path / 'mailbox.db'}", sealer)
        await put(database, "written")
        modes = _modes(tmp_path)
        await database.close()
    finally:
        os.umask(mask)
    assert {"mailbox.db", "mailbox.db-wal"} <= set(modes)
    assert set(modes.values()) == {0o600}


async def test_what_is_no_database_says_so(tmp_path: Path, sealer: Sealer) -> None:
    (tmp_path / "text.db").write_text("not a database, but long enough to be taken for one" * 100)
    with pytest.raises(StorageError, match="SQLite"):
        await open_database(f"sqlite:///{tmp_path / 'text.db'}", sealer)
    with pytest.raises(StorageError, match="文件夹"):
        await open_database(f"sqlite:///{tmp_path / 'nowhere' / 'x.db'}", sealer)
    with pytest.raises(StorageError, match="PostgreSQL"):
        await open_database("postgresql://nobody@127.0.0.1:1/none", sealer)


async def test_a_lost_connection_passes(engines: Engines, tmp_path: Path, sealer: Sealer) -> None:
    database = await open_database(await engines.ready("postgresql", tmp_path), sealer)
    try:
        for early in (True, False):
            with pytest.raises(Busy):
                async with database.writing() as tx:
                    await facts.put(tx, "a", "1")
                    await _terminate(engines.server)
                    if early:
                        # Time for the news of the end to come in.
                        await asyncio.sleep(0.05)
                    await facts.put(tx, "b", "1")
            with pytest.raises(Busy):
                async with database.reading() as tx:
                    await _terminate(engines.server)
                    await facts.get(tx, "a")
        await until_there(put, database, "c")
        assert (await until_there(kept, database, "a"), await until_there(kept, database, "c")) == (None, "1")
    finally:
        await database.close()


async def until_there(work: Callable[[Database, str], Awaitable[T]], database: Database, key: str) -> T:
    """Each connection that rested meanwhile may be found lost, once."""
    for _ in range(POOL):
        try:
            return await work(database, key)
        except Busy:
            continue
    return await work(database, key)


async def _terminate(server: str) -> None:
    connection = await asyncpg.connect(server)
    await connection.execute(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid() AND datname LIKE 'test_%'"
    )
    await connection.close()


async def test_statements_after_an_undone_transaction_are_refused(tmp_path: Path, sealer: Sealer) -> None:
    """A full disk ends SQLite's transaction: what would come after it must not be kept by itself."""
    database = await open_database(f"sqlite:///{tmp_path / 'small.db'}", sealer)
    try:
        async with database.writing() as tx:
            await _limit(tx, 1)
        with pytest.raises(Busy):
            async with database.writing() as tx:
                await facts.put(tx, "a", "1")
                with pytest.raises(Busy):
                    async with tx.savepoint():
                        await facts.put(tx, "large", "x" * 5_000_000)
                await facts.put(tx, "b", "1")
        async with database.writing() as tx:
            await _limit(tx, 1_000_000)
            assert [await facts.get(tx, key) for key in ("a", "b", "large")] == [None, None, None]
            await facts.put(tx, "c", "1")
        assert await kept(database, "c") == "1"
    finally:
        await database.close()


async def _limit(tx: Transaction, pages: int) -> None:
    await tx._connection.raw(f"PRAGMA max_page_count={pages}")


async def test_a_database_locked_by_another_program_is_busy(
    tmp_path: Path, sealer: Sealer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("storage.sqlite.BUSY_MILLISECONDS", 50)
    monkeypatch.setattr("storage.sqlite._PRAGMAS", ("PRAGMA journal_mode=WAL", "PRAGMA busy_timeout=50"))
    url = f"sqlite:///{tmp_path / 'locked.db'}"
    database, other = await open_database(url, sealer), await open_database(url, sealer)
    try:
        async with other.writing():
            with pytest.raises(Busy, match="locked"):
                await put(database, "a")
        await put(database, "a")
        assert await kept(database, "a") == "1"
    finally:
        await database.close()
        await other.close()
