"""Backups: whole while the mailbox goes on writing, checked, and told apart from what is no backup."""

from __future__ import annotations

import asyncio
import os
import sqlite3
import stat
from collections.abc import AsyncIterator
from contextlib import closing
from pathlib import Path

import pytest

from storage import backup, facts, inbox
from storage.database import Database
from storage.engines import open_database
from storage.errors import DamagedCopy, StorageError
from storage.inbox import NewEvent
from storage.schema import SCHEMA
from storage.sealing import Sealer
from tests.engines import Engines
from tests.integration.storage.rows import NOW, a_ticket


@pytest.fixture
async def mailbox(engines: Engines, tmp_path: Path, sealer: Sealer) -> AsyncIterator[Database]:
    opened = await open_database(await engines.ready("sqlite", tmp_path), sealer)
    async with opened.writing() as tx:
        await a_ticket(tx)
    yield opened
    await opened.close()


async def test_a_backup_is_whole_and_opens_as_a_mailbox(mailbox: Database, tmp_path: Path, sealer: Sealer) -> None:
    target = tmp_path / "backup.db"
    made = await backup.make(mailbox, target)
    assert made == backup.look(target)
    assert (made.schema, made.tickets, made.written_at) == (SCHEMA, 1, NOW)
    assert stat.S_IMODE(target.stat().st_mode) == 0o600
    assert backup.fits(made, sealer)
    assert not backup.fits(made, Sealer(bytes(64)))
    assert not left_over(tmp_path)
    restored = await open_database(f"sqlite:///{target}", sealer)
    async with restored.reading() as tx:
        assert await facts.get(tx, "key-check") == made.key
    await restored.close()


async def test_a_backup_under_writes_is_one_moment(mailbox: Database, tmp_path: Path) -> None:
    """Each transaction keeps two events: the copy never has one of them alone."""
    written = asyncio.Event()
    going = True

    async def write() -> None:
        number = 0
        while going:
            number += 1
            async with mailbox.writing() as tx:
                for part in "ab":
                    await inbox.keep(tx, [NewEvent("telegram", f"{number}{part}", "c", "x" * 500)], NOW + number)
            if number == 20:
                written.set()

    writer = asyncio.create_task(write())
    await written.wait()
    copies = [await backup.make(mailbox, tmp_path / f"{n}.db") for n in range(3)]
    going = False
    await writer
    counts = [rows(tmp_path / f"{n}.db") for n in range(3)]
    assert all(count >= 40 and count % 2 == 0 for count in counts)
    assert [each.written_at for each in copies] == [NOW + count // 2 for count in counts]


def rows(path: Path) -> int:
    with closing(sqlite3.connect(path)) as connection:
        return int(connection.execute("SELECT count(*) FROM inbox").fetchone()[0])


async def test_the_running_database_can_be_looked_at_too(mailbox: Database) -> None:
    assert backup.look(Path(mailbox._engine.url.removeprefix("sqlite:///"))).tickets == 1


async def test_nothing_is_overwritten_and_nothing_half_is_left(mailbox: Database, tmp_path: Path) -> None:
    (tmp_path / "there.db").write_text("mine")
    with pytest.raises(FileExistsError):
        await backup.make(mailbox, tmp_path / "there.db")
    assert (tmp_path / "there.db").read_text() == "mine"
    with pytest.raises(OSError, match="nowhere"):
        await backup.make(mailbox, tmp_path / "nowhere" / "x.db")
    (tmp_path / "again.db.part").write_text("left over")
    await backup.make(mailbox, tmp_path / "again.db")
    assert not left_over(tmp_path)


def left_over(folder: Path) -> list[Path]:
    return list(folder.glob("*.part*"))


def damaged(source: Path, target: Path) -> None:
    content = bytearray(source.read_bytes())
    middle = len(content) // 2
    content[middle : middle + 9000] = os.urandom(9000)
    target.write_bytes(content)


async def test_what_is_damaged_is_not_taken_for_a_backup(mailbox: Database, tmp_path: Path) -> None:
    await backup.make(mailbox, tmp_path / "good.db")
    damaged(tmp_path / "good.db", tmp_path / "damaged.db")
    (tmp_path / "text.db").write_text("no database" * 100)
    (tmp_path / "empty.db").write_bytes(b"")
    with closing(sqlite3.connect(tmp_path / "other.db")) as connection:
        connection.execute("CREATE TABLE something (x)")
    for name in ("damaged", "text", "empty", "other"):
        with pytest.raises(DamagedCopy, match="备份"):
            backup.look(tmp_path / f"{name}.db")
    with pytest.raises(FileNotFoundError):
        backup.look(tmp_path / "none.db")


async def test_postgresql_has_its_own_tools(engines: Engines, tmp_path: Path, sealer: Sealer) -> None:
    database = await open_database(await engines.ready("postgresql", tmp_path), sealer)
    with pytest.raises(StorageError, match="pg_dump"):
        await backup.make(database, tmp_path / "x.db")
    await database.close()
    assert not left_over(tmp_path)
