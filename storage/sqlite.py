"""SQLite: one writing connection, a few reading ones, every commit on the disk before it counts.

A statement is carried out on the loop itself: finding a row by its key takes a few microseconds, a hop to a thread and
back twenty times that. What waits goes to the connection's own thread: beginning to write (another program may hold the
file), the commit (the disk), and a query that turns out to be long, which is broken off and begun again there.
"""

from __future__ import annotations

import asyncio
import fcntl
import os
import sqlite3
import time
from collections.abc import AsyncIterator, Callable, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import asynccontextmanager, closing, suppress
from functools import cache
from pathlib import Path
from typing import Any, ParamSpec, TypeVar

from storage.database import check_schema
from storage.errors import AlreadyRunning, Busy, StorageError
from storage.named import statement
from storage.rows import Row

READERS = 3
BUSY_MILLISECONDS = 10_000
SHORT_SECONDS = 0.004
"""A query that takes longer is begun again in the thread, so that the loop is never held up for long."""
_LOOK_EVERY = 1000
"""After so many steps of SQLite's machine it is asked whether a query has taken too long (about 0.1 ms)."""
_MANY = 500
"""So many rows of one statement are written on the loop."""
_SYNCHRONOUS = {True: "PRAGMA synchronous=FULL", False: "PRAGMA synchronous=OFF"}
_PRAGMAS = (
    "PRAGMA journal_mode=WAL",
    "PRAGMA foreign_keys=ON",
    f"PRAGMA busy_timeout={BUSY_MILLISECONDS}",
    # Without it, text that was deleted stays readable in the file's free pages.
    "PRAGMA secure_delete=ON",
    "PRAGMA temp_store=MEMORY",
)
_TEMPORARY = ("locked", "busy", "disk is full", "disk i/o error", "unable to open database file")

P = ParamSpec("P")
T = TypeVar("T")


def _plain(error: sqlite3.OperationalError) -> Exception:
    """``Busy`` for what passes by itself, the error itself otherwise."""
    return Busy(str(error)) if any(word in str(error) for word in _TEMPORARY) else error


@cache
def _only_reads(text: str) -> bool:
    # Only such a statement may be broken off: with one that writes, SQLite would undo the whole transaction.
    return text.lstrip().upper().startswith("SELECT")


class Line:
    """One connection with a thread behind it; what is asked of it is done in the order in which it was asked."""

    __slots__ = ("_last", "_thread", "_until", "connection")

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.connection = connection
        self._thread = ThreadPoolExecutor(1, "sqlite")
        self._last: Future[Any] | None = None
        self._until = 0.0
        self._watch()

    def _watch(self) -> None:
        self.connection.set_progress_handler(self._is_long, _LOOK_EVERY)

    def _is_long(self) -> bool:
        return 0.0 < self._until < time.monotonic()

    async def at_once(self, work: Callable[P, T], *words: P.args, **more: P.kwargs) -> T:
        """Do it here and now, or in the thread behind what it still has in hand for a caller that was cancelled."""
        if self._last is None or self._last.done():
            return work(*words, **more)
        return await self.aside(work, *words, **more)

    async def aside(self, work: Callable[P, T], *words: P.args, **more: P.kwargs) -> T:
        """Do it in the thread; once begun it is done to its end, even if the caller is cancelled."""
        self._last = future = self._thread.submit(work, *words, **more)
        return await asyncio.shield(asyncio.wrap_future(future))

    async def fetch(self, text: str, parameters: Mapping[str, Any]) -> list[Any]:
        """The rows of a statement."""
        if not _only_reads(text):
            return await self.at_once(self._all, text, parameters)
        if self._last is None or self._last.done():
            self._until = time.monotonic() + SHORT_SECONDS
            try:
                return self._all(text, parameters)
            except sqlite3.OperationalError as error:
                if error.sqlite_errorcode != sqlite3.SQLITE_INTERRUPT:
                    raise
            finally:
                self._until = 0.0
        return await self.aside(self._all_unwatched, text, parameters)

    def _all(self, text: str, parameters: Mapping[str, Any]) -> list[Any]:
        return self.connection.execute(text, parameters).fetchall()

    def _all_unwatched(self, text: str, parameters: Mapping[str, Any]) -> list[Any]:
        # Being asked again and again would make the thread wait for the loop each time.
        self.connection.set_progress_handler(None, 0)
        try:
            return self._all(text, parameters)
        finally:
            self._watch()

    async def close(self) -> None:
        """Close the connection and let the thread go."""
        await self.aside(self.connection.close)
        self._thread.shutdown(wait=False)


class SqliteConnection:
    """One transaction on a connection, by named queries."""

    __slots__ = ("_line", "_undone")

    def __init__(self, line: Line) -> None:
        self._line = line
        self._undone = False

    async def fetch(self, query: str, parameters: Mapping[str, Any]) -> list[Row]:
        """The rows of a query."""
        self._check()
        try:
            return await self._line.fetch(statement("sqlite", "sqlite3", query), parameters)
        except sqlite3.OperationalError as error:
            raise self._failed(error) from error

    async def run(self, query: str, parameters: Mapping[str, Any]) -> None:
        """A statement without rows."""
        await self.fetch(query, parameters)

    async def sweep(self, query: str, parameters: Mapping[str, Any]) -> None:
        """A statement that may change very many rows."""
        self._check()
        try:
            await self._line.aside(self._line.connection.execute, statement("sqlite", "sqlite3", query), parameters)
        except sqlite3.OperationalError as error:
            raise self._failed(error) from error

    async def many(self, query: str, parameters: list[Mapping[str, Any]]) -> None:
        """One statement for many rows."""
        self._check()
        where = self._line.at_once if len(parameters) <= _MANY else self._line.aside
        try:
            await where(self._line.connection.executemany, statement("sqlite", "sqlite3", query), parameters)
        except sqlite3.OperationalError as error:
            raise self._failed(error) from error

    async def raw(self, text: str) -> None:
        """A statement of the engine itself."""
        self._check()
        try:
            await self._line.at_once(self._line.connection.execute, text)
        except sqlite3.OperationalError as error:
            raise self._failed(error) from error

    async def begin(self) -> None:
        """Become the one that writes."""
        try:
            await self._line.aside(self._line.connection.execute, "BEGIN IMMEDIATE")
        except sqlite3.OperationalError as error:
            raise _plain(error) from error

    async def commit(self) -> None:
        """Everything is on the disk once this returns."""
        self._check()
        try:
            await self._line.aside(self._line.connection.execute, "COMMIT")
        except sqlite3.OperationalError as error:
            raise self._failed(error) from error

    def _check(self) -> None:
        # What comes after would be committed by itself, statement by statement.
        if self._undone:
            raise Busy("the transaction was undone by an earlier error")

    def _failed(self, error: sqlite3.OperationalError) -> Exception:
        # A full disk ends the whole transaction, not only the statement.
        self._undone = not self._line.connection.in_transaction
        return _plain(error)


def _make_private(path: Path) -> None:
    """A new file is for its owner alone: SQLite would go by the mask, and gives the log beside it the file's rights."""
    # One that is there keeps its rights, and what can't be made is SQLite's to say.
    with suppress(OSError):
        os.close(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))


def _connect(path: Path, durable: bool) -> sqlite3.Connection:
    connection = sqlite3.connect(path, isolation_level=None, cached_statements=512, check_same_thread=False)
    connection.row_factory = sqlite3.Row
    try:
        for pragma in (*_PRAGMAS, _SYNCHRONOUS[durable]):
            connection.execute(pragma).fetchall()
    except BaseException as error:
        connection.close()
        if isinstance(error, sqlite3.OperationalError):
            raise _plain(error) from error
        raise
    return connection


def _schema(path: Path) -> str | None:
    """Which schema the file has; None: it is new."""
    try:
        with closing(sqlite3.connect(path)) as connection:
            try:
                row = connection.execute("SELECT version_num FROM alembic_version").fetchone()
            except sqlite3.OperationalError as error:
                if "no such table" not in str(error):
                    raise StorageError(f"{path}: 数据库打不开（{error}）。", f"{path}: {error}") from error
                return None
    except sqlite3.DatabaseError as error:
        raise StorageError(
            f"{path}: 这不是一个能读的 SQLite 数据库（{error}）。请恢复备份。", f"{path}: {error}"
        ) from error
    return None if row is None else str(row[0])


class SqliteEngine:
    """The connections to one file."""

    name = "sqlite"

    def __init__(self, url: str, path: Path, writer: Line, lock_file: int | None, *, durable: bool = True) -> None:
        self.url = url
        self.path = path
        self._durable = durable
        self._writer = writer
        self._turn = asyncio.Lock()
        self._readers: asyncio.LifoQueue[Line | None] = asyncio.LifoQueue()
        for _ in range(READERS):
            self._readers.put_nowait(None)
        self._opened: list[Line] = [writer]
        self._lock_file = lock_file

    @classmethod
    async def open(cls, url: str, *, exclusive: bool, durable: bool = True) -> SqliteEngine:
        """Open the file, bringing it to the newest schema; see :meth:`storage.database.Database.open`."""
        path = Path(url.removeprefix("sqlite:///"))
        if not path.parent.is_dir():
            raise StorageError(
                f"{path.parent}: 没有这个文件夹，数据库放不进去。请先建好，或改 mailbox.database。",
                f"no folder {path.parent}",
            )
        lock_file = lock(path) if exclusive else None
        try:
            _make_private(path)
            if check_schema(await asyncio.to_thread(_schema, path)):
                from storage.migrations.running import migrate  # noqa: PLC0415 - costs half a second, rarely needed

                await migrate(url)
            writer = Line(await asyncio.to_thread(_connect, path, durable))
        except BaseException:
            if lock_file is not None:
                os.close(lock_file)
            raise
        return cls(url, path, writer, lock_file, durable=durable)

    @asynccontextmanager
    async def writing(self) -> AsyncIterator[SqliteConnection]:
        """The one writing transaction."""
        async with self._turn:
            connection = SqliteConnection(self._writer)
            try:
                await connection.begin()
                yield connection
                await connection.commit()
            except BaseException:
                # Waits in line behind what a cancelled caller left running; does nothing where nothing is open.
                await self._writer.aside(self._writer.connection.rollback)
                raise

    @asynccontextmanager
    async def reading(self) -> AsyncIterator[SqliteConnection]:
        """A consistent read beside the writer."""
        reader = await self._readers.get()
        try:
            if reader is None:
                reader = Line(await asyncio.to_thread(_connect, self.path, self._durable))
                self._opened.append(reader)
            try:
                await reader.at_once(reader.connection.execute, "BEGIN")
                yield SqliteConnection(reader)
            finally:
                await reader.at_once(reader.connection.rollback)
        finally:
            self._readers.put_nowait(reader)

    async def backup(self, path: str) -> None:
        """Copy the database in one go: in small steps it would begin again at every write."""

        def copy() -> None:
            with closing(_connect(self.path, self._durable)) as source, closing(sqlite3.connect(path)) as target:
                source.backup(target, pages=-1)

        try:
            await asyncio.to_thread(copy)
        except sqlite3.OperationalError as error:
            raise _plain(error) from error

    async def close(self) -> None:
        """Close every connection and let go of the lock."""
        for line in self._opened:
            await line.close()
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
