"""SQLite through aiosqlite: one writing connection, a few reading ones, every commit on the disk before it counts."""

from __future__ import annotations

import asyncio
import fcntl
import os
import re
import sqlite3
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager, suppress
from functools import cache
from pathlib import Path
from typing import Any

import aiosqlite

from storage.direct import DirectConnection, Fairness
from storage.errors import AlreadyRunning, Busy, StorageError
from storage.named import statement
from storage.room import Room, room_beside
from storage.rows import Row
from storage.schema import check_schema

READERS = 3
BUSY_MILLISECONDS = 10_000
_SYNCHRONOUS = {True: "PRAGMA synchronous=FULL", False: "PRAGMA synchronous=OFF"}
_PRAGMAS = (
    "PRAGMA journal_mode=WAL",
    "PRAGMA foreign_keys=ON",
    f"PRAGMA busy_timeout={BUSY_MILLISECONDS}",
    # Without it, text that was deleted stays readable in the file's free pages.
    "PRAGMA secure_delete=ON",
    "PRAGMA temp_store=MEMORY",
)
_PLAIN_INSERT = re.compile(r"(INSERT INTO .*\S)\s+RETURNING id;?\s*", re.DOTALL)
_AT_ONCE = ("SAVEPOINT", "RELEASE")
"""They neither wait for a lock nor touch the disk, and every event has one of each."""
_TEMPORARY = ("locked", "busy", "disk is full", "disk i/o error", "unable to open database file")


def _plain(error: sqlite3.OperationalError) -> Exception:
    """``Busy`` for what passes by itself, the error itself otherwise."""
    return Busy(str(error)) if any(word in str(error).lower() for word in _TEMPORARY) else error


@cache
def without_returning(query: str) -> str:
    """The text of a plain ``INSERT … RETURNING id``, with its end cut off.

    SQLite carries out RETURNING as a trigger, and a statement that has one may have to be undone half-way: it begins
    with a savepoint of its own. At each of these FTS5 writes what it holds in memory to the disk, so that an insert
    into any table costs a segment of the search index. The id is known without it.

    Raises:
        ValueError: the row that it adds need not be the last one that was added, or more is asked of it than the id.
    """
    text = statement("sqlite", "aiosqlite", query)
    plain = _PLAIN_INSERT.fullmatch(text)
    if plain is None or "ON CONFLICT" in text:
        raise ValueError(f"{query} is no plain INSERT … RETURNING id")
    return plain[1]


class SqliteConnection:
    """One transaction on a connection, by named queries."""

    __slots__ = ("_direct", "_fairness", "_undone")

    def __init__(self, direct: DirectConnection) -> None:
        self._direct = direct
        self._fairness = Fairness()
        self._undone = False

    async def fetch(self, query: str, parameters: Mapping[str, Any]) -> list[Row]:
        """The rows of a query."""
        await self._fairness.turn()
        self._check()
        try:
            return await self._direct.rows(query, statement("sqlite", "aiosqlite", query), parameters)
        except sqlite3.OperationalError as error:
            raise self._failed(error) from error

    async def run(self, query: str, parameters: Mapping[str, Any]) -> None:
        """A statement without rows."""
        await self.fetch(query, parameters)

    async def insert(self, query: str, parameters: Mapping[str, Any]) -> int:
        """A plain ``INSERT … RETURNING id``: the id of the row that it adds."""
        await self._fairness.turn()
        self._check()
        try:
            return self._direct.insert(without_returning(query), parameters)
        except sqlite3.OperationalError as error:
            raise self._failed(error) from error

    async def many(self, query: str, parameters: list[Mapping[str, Any]]) -> None:
        """One statement for many rows."""
        await self._fairness.turn()
        self._check()
        try:
            await self._direct.many(statement("sqlite", "aiosqlite", query), parameters)
        except sqlite3.OperationalError as error:
            raise self._failed(error) from error

    async def raw(self, text: str) -> None:
        """A statement of the engine itself."""
        self._check()
        try:
            if text.startswith(_AT_ONCE):
                await self._direct.rows("", text, {})
            else:
                await self._direct.thread.execute_fetchall(text)
        except sqlite3.OperationalError as error:
            raise self._failed(error) from error

    def _check(self) -> None:
        # What comes after would be committed by itself, statement by statement.
        if self._undone:
            raise Busy("the transaction was undone by an earlier error")

    def _failed(self, error: sqlite3.OperationalError) -> Exception:
        # A full disk ends the whole transaction, not only the statement.
        self._undone = not self._direct.thread.in_transaction
        return _plain(error)


def _make_private(path: Path) -> None:
    """A new file is for its owner alone: SQLite would go by the mask, and gives the log beside it the file's rights."""
    # One that is there keeps its rights, and what can't be made is SQLite's to say.
    with suppress(OSError):
        os.close(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))


class SqliteEngine:
    """The connections to one file."""

    name = "sqlite"

    def __init__(
        self, url: str, path: Path, writer: DirectConnection, lock_file: int | None, *, durable: bool = True
    ) -> None:
        self.url = url
        self.path = path
        self._durable = durable
        self._writer = writer
        self._turn = asyncio.Lock()
        self._readers: asyncio.LifoQueue[DirectConnection | None] = asyncio.LifoQueue()
        for _ in range(READERS):
            self._readers.put_nowait(None)
        self._opened: list[DirectConnection] = [writer]
        self._lock_file = lock_file

    @classmethod
    async def open(cls, url: str, *, exclusive: bool, durable: bool = True) -> SqliteEngine:
        """Open the file, bringing it to the newest schema; see :meth:`storage.engines.open_database`."""
        path = Path(url.removeprefix("sqlite:///"))
        if not path.parent.is_dir():
            raise StorageError(
                f"{path.parent}: 没有这个文件夹，数据库放不进去。请先建好，或改 mailbox.database。",
                f"no folder {path.parent}",
            )
        lock_file = lock(path) if exclusive else None
        try:
            _make_private(path)
            await cls._migrate(url, path, alone=exclusive)
            writer = await cls._connect(path, durable=durable)
        except BaseException:
            if lock_file is not None:
                os.close(lock_file)
            raise
        return cls(url, path, writer, lock_file, durable=durable)

    @staticmethod
    async def _migrate(url: str, path: Path, *, alone: bool) -> None:
        try:
            async with aiosqlite.connect(path) as connection:
                try:
                    rows = await connection.execute_fetchall("SELECT version_num FROM alembic_version")
                except sqlite3.OperationalError as error:
                    if "no such table" not in str(error):
                        raise StorageError(f"{path}: 数据库打不开（{error}）。", f"{path}: {error}") from error
                    rows = []
        except sqlite3.DatabaseError as error:
            raise StorageError(
                f"{path}: 这不是一个能读的 SQLite 数据库（{error}）。请恢复备份。", f"{path}: {error}"
            ) from error
        known = next((row[0] for row in rows), None)
        if not check_schema(known):
            return
        from storage.migrations.running import migrate  # noqa: PLC0415 - costs half a second, rarely needed

        # Under a program of the older version that still runs on it, nothing may be changed.
        held = None if alone or known is None else lock(path)
        try:
            await migrate(url)
        finally:
            if held is not None:
                os.close(held)

    @staticmethod
    async def _connect(path: Path, *, durable: bool) -> DirectConnection:
        connection = await DirectConnection.open(path, isolation_level=None, cached_statements=512)
        connection.thread.row_factory = sqlite3.Row
        try:
            for pragma in (*_PRAGMAS, _SYNCHRONOUS[durable]):
                await connection.thread.execute_fetchall(pragma)
        except BaseException as error:
            await connection.thread.close()
            if isinstance(error, sqlite3.OperationalError):
                raise _plain(error) from error
            raise
        return connection

    @asynccontextmanager
    async def writing(self) -> AsyncIterator[SqliteConnection]:
        """The one writing transaction."""
        async with self._turn:
            connection = SqliteConnection(self._writer)
            try:
                await connection.raw("BEGIN IMMEDIATE")
                yield connection
                await connection.raw("COMMIT")
            except BaseException:
                # Waits in line behind what a cancelled caller left running; does nothing where nothing is open.
                await self._writer.thread.rollback()
                raise

    @asynccontextmanager
    async def reading(self) -> AsyncIterator[SqliteConnection]:
        """A consistent read beside the writer."""
        reader = await self._readers.get()
        try:
            if reader is None:
                reader = await self._connect(self.path, durable=self._durable)
                self._opened.append(reader)
            try:
                await reader.thread.execute_fetchall("BEGIN")
                yield SqliteConnection(reader)
            finally:
                await reader.thread.rollback()
        finally:
            self._readers.put_nowait(reader)

    async def backup(self, path: str) -> None:
        """Copy the database in one go: in small steps it would begin again at every write."""
        source = await self._connect(self.path, durable=self._durable)
        try:
            async with aiosqlite.connect(path) as copy:
                await source.thread.backup(copy, pages=-1)
        except sqlite3.OperationalError as error:
            raise _plain(error) from error
        finally:
            await source.thread.close()

    async def room(self) -> Room | None:
        """The room on its disk; None if the disk can't be asked."""
        try:
            return await asyncio.to_thread(room_beside, self.path)
        except OSError:
            return None

    async def close(self) -> None:
        """Close every connection and let go of the lock."""
        for connection in self._opened:
            await connection.thread.close()
        if self._lock_file is not None:
            os.close(self._lock_file)
            self._lock_file = None


def lock(path: Path) -> int:
    """Hold ``<database>.lock`` until the returned descriptor is closed, at the latest with the process.

    Raises:
        AlreadyRunning: another process holds it.
    """
    descriptor = os.open(f"{path}.lock", os.O_RDWR | os.O_CREAT, 0o600)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        os.close(descriptor)
        raise AlreadyRunning(
            f"{path}: 另一个信箱进程正在使用这个数据库。一个 SQLite 文件只能由一个进程使用；请先停掉那一个。", str(path)
        ) from None
    return descriptor
