"""SQLite statements carried out where they are asked for, and in the connection's thread where they may take long.

By an index a statement takes some ten microseconds; the way to aiosqlite's thread and back takes fifty to a hundred,
and an event of the mailbox has fifteen to thirty statements. What waits for a lock or for the disk (BEGIN, COMMIT) and
what may read or change much goes to the thread as ever, so that nobody waits for it.
"""

from __future__ import annotations

import asyncio
import sqlite3
import time
from collections.abc import Mapping, Sequence
from functools import cache
from math import inf
from typing import Any

import aiosqlite

from storage.rows import Row

PATIENCE_SECONDS = 0.005
"""A query that takes longer is broken off and done anew in the thread; and so often at least others have their turn."""
_LOOK_EVERY = 2_000
"""Instructions of SQLite's machine between two looks at the clock: some ten microseconds."""
_MOST_AT_ONCE = 250
"""More rows than that are written in the thread."""
_CHANGE_MANY = ("_forget", "_hurry", "_again", "_drop_waiting", "units_move", "tickets_of_merged_unit")
"""Ends of the names of statements that may change any number of rows: begun, they can't be broken off."""


@cache
def _only_reads(text: str) -> bool:
    return text.lstrip()[:6].upper() in ("SELECT", "WITH R", "WITH\n")


class DirectConnection:
    """One connection, used by one coroutine at a time. ``thread`` is the same connection by way of its thread."""

    __slots__ = ("_connection", "_until", "thread")

    def __init__(self, thread: aiosqlite.Connection, connection: sqlite3.Connection) -> None:
        self.thread = thread
        self._connection = connection
        self._until = inf
        connection.set_progress_handler(self._is_too_long, _LOOK_EVERY)

    @classmethod
    async def open(cls, path: Any, **options: Any) -> DirectConnection:
        """Connect, as :func:`sqlite3.connect` does."""
        made: list[sqlite3.Connection] = []

        def connect() -> sqlite3.Connection:
            # SQLite guards the connection itself; that no two use it at once is the engine's part.
            made.append(sqlite3.connect(path, check_same_thread=False, **options))
            return made[0]

        return cls(await aiosqlite.Connection(connect, 64), made[0])

    def _is_too_long(self) -> bool:
        return time.perf_counter() > self._until

    async def rows(self, name: str, text: str, parameters: Mapping[str, Any]) -> list[Row]:
        """The rows of a statement; ``name`` is that of the query.

        Raises:
            sqlite3.Error: as SQLite does.
        """
        if name.endswith(_CHANGE_MANY):
            return await self._in_thread(text, parameters)
        if not _only_reads(text):
            return self._connection.execute(text, parameters).fetchall()
        self._until = time.perf_counter() + PATIENCE_SECONDS
        try:
            return self._connection.execute(text, parameters).fetchall()
        except sqlite3.OperationalError as error:
            if "interrupted" not in str(error):
                raise
        finally:
            self._until = inf
        return await self._in_thread(text, parameters)

    async def _in_thread(self, text: str, parameters: Mapping[str, Any]) -> list[Row]:
        # Looking at the clock takes the interpreter, for which the thread would wait in line each time.
        await self.thread.set_progress_handler(None, 0)  # type: ignore[arg-type]
        try:
            return list(await self.thread.execute_fetchall(text, parameters))  # type: ignore[arg-type]
        finally:
            await self.thread.set_progress_handler(self._is_too_long, _LOOK_EVERY)

    def insert(self, text: str, parameters: Mapping[str, Any]) -> int:
        """The row number of the row that an INSERT adds.

        Raises:
            sqlite3.Error: as SQLite does.
        """
        row = self._connection.execute(text, parameters).lastrowid
        assert row is not None
        return row

    async def many(self, text: str, parameters: Sequence[Mapping[str, Any]]) -> None:
        """A statement for many rows.

        Raises:
            sqlite3.Error: as SQLite does.
        """
        if len(parameters) <= _MOST_AT_ONCE:
            self._connection.executemany(text, parameters).close()
        else:
            await (await self.thread.executemany(text, parameters)).close()


class Fairness:
    """Lets others have their turn from time to time, where nothing is waited for."""

    __slots__ = ("_since",)

    def __init__(self) -> None:
        self._since = time.perf_counter()

    async def turn(self) -> None:
        """Give way if it has been a while."""
        if time.perf_counter() - self._since > PATIENCE_SECONDS:
            await asyncio.sleep(0)
            self._since = time.perf_counter()
