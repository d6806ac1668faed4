"""SQLite through aiosqlite: one writing connection, a few reading ones, every commit on the disk before it counts."""

from __future__ import annotations

import asyncio
import fcntl
import os
import sqlite3
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import aiosqlite

from storage.database import check_schema
from storage.errors import AlreadyRunning, Busy, StorageError
from storage.named import statement
from storage.rows import Row

READERS = 3
BUSY_MILLISECONDS = 10_000
_PRAGMAS = (
    "PRAGMA journal_mode=WAL",
    "PRAGMA synchronous=FULL",
    "PRAGMA foreign_keys=ON",
    f"PRAGMA busy_timeout={BUSY_MILLISECONDS}",
    # Without it, text that was deleted stays readable in the file's free pages.
    "PRAGMA secure_delete=ON",
    "PRAGMA temp_store=MEMORY",
)
_TEMPORARY = ("locked", "busy", "disk is full", "disk i/o error", "unable to open database file")


def _plain(error: sqlite3.OperationalError) -> Exception:
    """``Busy`` for what passes by itself, the error itself otherwise."""
    return Busy(str(error)) if any(word in str(error) for word in _TEMPORARY) else error


class SqliteConnection:
    """One aiosqlite connection by named queries; one thread hop for each statement."""

    __slots__ = ("raw_connection",)

    def __init__(self, connection: aiosqlite.Connection) -> None:
        self.raw_connection = connection

    async def fetch(self, query: str, parameters: Mapping[str, Any]) -> list[Row]:
        """The rows of a query."""
        try:
            rows = await self.raw_connection.execute_fetchall(statement("sqlite", "aiosqlite", query), dict(parameters))
        except sqlite3.OperationalError as error:
            raise _plain(error) from error
        return list(rows)  # type: ignore[arg-type]

    async def run(self, query: str, parameters: Mapping[str, Any]) -> None:
        """A statement without rows."""
        await self.fetch(query, parameters)

    async def many(self, query: str, parameters: list[Mapping[str, Any]]) -> None:
        """One statement for many rows."""
        try:
            cursor = await self.raw_connection.executemany(
                statement("sqlite", "aiosqlite", query), [dict(each) for each in parameters]
            )
        except sqlite3.OperationalError as error:
            raise _plain(error) from error
        await cursor.close()

    async def raw(self, text: str) -> None:
        """A statement of the engine itself."""
        await self.raw_connection.execute_fetchall(text)


class SqliteEngine:
    """The connections to one file."""

    name = "sqlite"

    def __init__(self, url: str, path: Path, writer: aiosqlite.Connection, lock_file: int | None) -> None:
        self.url = url
        self.path = path
        self._writer = writer
        self._turn = asyncio.Lock()
        self._readers: asyncio.LifoQueue[aiosqlite.Connection | None] = asyncio.LifoQueue()
        for _ in range(READERS):
            self._readers.put_nowait(None)
        self._opened: list[aiosqlite.Connection] = [writer]
        self._lock_file = lock_file

    @classmethod
    async def open(cls, url: str, *, exclusive: bool) -> SqliteEngine:
        """Open the file, bringing it to the newest schema; see :meth:`storage.database.Database.open`."""
        path = Path(url.removeprefix("sqlite:///"))
        if not path.parent.is_dir():
            raise StorageError(f"{path.parent}: 没有这个文件夹，数据库放不进去。请先建好，或改 mailbox.database。")
        lock_file = _lock(path) if exclusive else None
        try:
            await cls._migrate(url, path)
            writer = await cls._connect(path)
        except BaseException:
            if lock_file is not None:
                os.close(lock_file)
            raise
        return cls(url, path, writer, lock_file)

    @staticmethod
    async def _migrate(url: str, path: Path) -> None:
        try:
            async with aiosqlite.connect(path) as connection:
                try:
                    rows = await connection.execute_fetchall("SELECT version_num FROM alembic_version")
                except sqlite3.OperationalError as error:
                    if "no such table" not in str(error):
                        raise StorageError(f"{path}: 数据库打不开（{error}）。") from error
                    rows = []
        except sqlite3.DatabaseError as error:
            raise StorageError(f"{path}: 这不是一个能读的 SQLite 数据库（{error}）。请恢复备份。") from error
        if check_schema(next((row[0] for row in rows), None)):
            from storage.migrations.running import migrate  # noqa: PLC0415 - costs half a second, rarely needed

            await migrate(url)

    @staticmethod
    async def _connect(path: Path) -> aiosqlite.Connection:
        connection = await aiosqlite.connect(path, isolation_level=None, cached_statements=512)
        connection.row_factory = sqlite3.Row
        for pragma in _PRAGMAS:
            await connection.execute_fetchall(pragma)
        return connection

    @asynccontextmanager
    async def writing(self) -> AsyncIterator[SqliteConnection]:
        """The one writing transaction."""
        async with self._turn:
            try:
                await self._writer.execute_fetchall("BEGIN IMMEDIATE")
            except sqlite3.OperationalError as error:
                raise _plain(error) from error
            try:
                yield SqliteConnection(self._writer)
                await self._writer.execute_fetchall("COMMIT")
            except BaseException as error:
                if self._writer.in_transaction:
                    await self._writer.execute_fetchall("ROLLBACK")
                if isinstance(error, sqlite3.OperationalError):
                    raise _plain(error) from error
                raise

    @asynccontextmanager
    async def reading(self) -> AsyncIterator[SqliteConnection]:
        """A consistent read beside the writer."""
        reader = await self._readers.get()
        try:
            if reader is None:
                reader = await self._connect(self.path)
                self._opened.append(reader)
            await reader.execute_fetchall("BEGIN")
            try:
                yield SqliteConnection(reader)
            finally:
                await reader.execute_fetchall("ROLLBACK")
        finally:
            self._readers.put_nowait(reader)

    async def backup(self, path: str) -> None:
        """Copy the database in one go: in small steps it would begin again at every write."""
        async with aiosqlite.connect(path) as copy:
            source = await self._connect(self.path)
            try:
                await source.backup(copy, pages=-1)
            finally:
                await source.close()

    async def close(self) -> None:
        """Close every connection and let go of the lock."""
        for connection in self._opened:
            await connection.close()
        if self._lock_file is not None:
            os.close(self._lock_file)
            self._lock_file = None


def _lock(path: Path) -> int:
    """Hold ``<database>.lock`` for as long as the process lives."""
    descriptor = os.open(f"{path}.lock", os.O_RDWR | os.O_CREAT, 0o600)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        os.close(descriptor)
        raise AlreadyRunning(
            f"{path}: 另一个信箱进程正在使用这个数据库。一个 SQLite 文件只能由一个进程使用；请先停掉那一个。"
        ) from None
    return descriptor
