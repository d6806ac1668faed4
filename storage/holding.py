"""Being the one process of the mailbox on a PostgreSQL database, and noticing when that is over.

An advisory lock on a connection of its own says who it is. The lock goes with its connection: when the server was
started anew, or the network took the connection away, nobody holds it, and a second process could begin. So each
transaction first asks whether the lock is still held, regains it where it was lost, and looks at the generation: a
number that whoever takes the lock counts up. A process that finds another generation than its own has been followed by
another one. It ends: what it remembers is out of date, and whatever it sent would be sent twice.
"""

from __future__ import annotations

import asyncio
from contextlib import suppress
from typing import Any

import asyncpg

from storage.errors import AlreadyRunning, Busy

LOCK = 0x5348554A
"""The advisory lock of the mailbox's single process ("SHUJ")."""
_CONNECT_SECONDS = 10.0
_GENERATION = "SELECT value FROM facts WHERE key = 'generation'"
_NEXT_GENERATION = """INSERT INTO facts (key, value) VALUES ('generation', '1')
    ON CONFLICT (key) DO UPDATE SET value = (facts.value::bigint + 1)::text RETURNING value"""
_BACKEND = "SELECT pid, backend_start FROM pg_stat_activity WHERE pid = pg_backend_pid()"
_END_BACKEND = """SELECT pg_terminate_backend(a.pid) FROM pg_stat_activity a JOIN pg_locks l ON l.pid = a.pid
    WHERE l.locktype = 'advisory' AND l.objid = $1 AND a.pid = $2 AND a.backend_start = $3"""


def _taken() -> AlreadyRunning:
    return AlreadyRunning("另一个信箱进程正在使用这个数据库，请先停掉那一个。", "PostgreSQL")


class Hold:
    """The lock of one process."""

    def __init__(self, url: str) -> None:
        self._url = url
        self._connection: Any = None
        self._backend: Any = None
        self._generation: str | None = None
        self._turn = asyncio.Lock()

    async def take(self, connection: Any) -> None:
        """Take the lock on ``connection``, which is kept from now on.

        Raises:
            AlreadyRunning: another process holds it.
        """
        if not await connection.fetchval("SELECT pg_try_advisory_lock($1)", LOCK):
            raise _taken()
        self._connection = connection
        self._backend = await connection.fetchrow(_BACKEND)

    async def begin(self) -> None:
        """Count the generation up, once the tables are there: whoever held the lock before us is no longer the one."""
        self._generation = await self._connection.fetchval(_NEXT_GENERATION)

    async def ensure(self) -> None:
        """Go on only as the holder; a lock that was lost is taken again.

        Raises:
            Busy: it can't be had now.
            AlreadyRunning: another process has taken it meanwhile.
        """
        if self._held():
            return
        async with self._turn:
            if not self._held():
                await self._regain()

    async def check(self, connection: Any) -> None:
        """In a transaction: whether nobody has followed us.

        Raises:
            AlreadyRunning: another process has.
        """
        if await connection.fetchval(_GENERATION) != self._generation:
            raise _taken()

    async def close(self) -> None:
        """Let go of the lock."""
        if self._connection is not None:
            with suppress(OSError, asyncpg.PostgresError, asyncpg.InterfaceError):
                await self._connection.close(timeout=_CONNECT_SECONDS)

    def _held(self) -> bool:
        return self._connection is not None and not self._connection.is_closed()

    async def _regain(self) -> None:
        connection = None
        try:
            connection = await asyncpg.connect(self._url, timeout=_CONNECT_SECONDS)
            await self.check(connection)
            # The server may not have noticed that our former connection is gone.
            await connection.fetch(_END_BACKEND, LOCK, self._backend["pid"], self._backend["backend_start"])
            await self.take(connection)
            # Somebody may have come and gone between the two.
            await self.check(connection)
        except AlreadyRunning:
            await self._give_up(connection)
            raise
        except (OSError, asyncpg.PostgresError, asyncpg.InterfaceError) as error:
            await self._give_up(connection)
            raise Busy(f"PostgreSQL: {type(error).__name__}") from error

    async def _give_up(self, connection: Any) -> None:
        self._connection = None
        if connection is not None:
            with suppress(OSError, asyncpg.PostgresError, asyncpg.InterfaceError):
                await connection.close(timeout=_CONNECT_SECONDS)
