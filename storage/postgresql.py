"""PostgreSQL through asyncpg: a pool, one writing transaction at a time in this process."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from functools import cache
from typing import Any

import asyncpg

from storage.database import check_schema
from storage.errors import AlreadyRunning, Busy, StorageError
from storage.named import queries, statement
from storage.room import Room
from storage.rows import Row

POOL = 6
LOCK = 0x5348554A
"""The advisory lock of the mailbox's single process ("SHUJ")."""


_PASSING = (
    asyncpg.PostgresConnectionError,
    asyncpg.OperatorInterventionError,
    asyncpg.InsufficientResourcesError,
    asyncpg.LockNotAvailableError,
    asyncpg.DeadlockDetectedError,
    asyncpg.SerializationError,
)
"""The server is away, restarting, full, or someone else was faster: what passes by itself."""
_LOST = ("connection is closed", "released back to the pool")
"""How asyncpg says that the connection was lost before the call."""


@cache
def _order(query: str) -> tuple[str, ...]:
    """The parameters of a query in the order of their numbers."""
    adapter: Any = queries("postgresql", "asyncpg").driver_adapter
    return tuple(adapter.var_sorted[query])


class PostgresqlConnection:
    """One asyncpg connection by named queries."""

    __slots__ = ("raw_connection",)

    def __init__(self, connection: Any) -> None:
        self.raw_connection = connection

    async def fetch(self, query: str, parameters: Mapping[str, Any]) -> list[Row]:
        """The rows of a query."""
        text = statement("postgresql", "asyncpg", query)
        return list(await self.raw_connection.fetch(text, *(parameters[name] for name in _order(query))))

    async def run(self, query: str, parameters: Mapping[str, Any]) -> None:
        """A statement without rows."""
        text = statement("postgresql", "asyncpg", query)
        await self.raw_connection.execute(text, *(parameters[name] for name in _order(query)))

    async def insert(self, query: str, parameters: Mapping[str, Any]) -> int:
        """A plain ``INSERT … RETURNING id``: the id of the row that it adds."""
        text = statement("postgresql", "asyncpg", query)
        return int(await self.raw_connection.fetchval(text, *(parameters[name] for name in _order(query))))

    async def many(self, query: str, parameters: list[Mapping[str, Any]]) -> None:
        """One statement for many rows."""
        text, order = statement("postgresql", "asyncpg", query), _order(query)
        await self.raw_connection.executemany(text, [[each[name] for name in order] for each in parameters])

    async def raw(self, text: str) -> None:
        """A statement of the engine itself."""
        await self.raw_connection.execute(text)


class PostgresqlEngine:
    """The connections to one database."""

    name = "postgresql"

    def __init__(self, url: str, pool: Any, holder: Any) -> None:
        self.url = url
        self._pool = pool
        self._holder = holder
        self._turn = asyncio.Lock()

    @classmethod
    async def open(cls, url: str, *, exclusive: bool) -> PostgresqlEngine:
        """Connect, bringing the database to the newest schema; see :meth:`storage.database.Database.open`."""
        holder = None
        try:
            connection = await asyncpg.connect(url)
        except (OSError, asyncpg.PostgresError, asyncpg.InterfaceError) as error:
            why = type(error).__name__
            raise StorageError(
                f"连不上 PostgreSQL（{why}）。请检查 mailbox.database。", f"PostgreSQL, {why}"
            ) from error
        if exclusive:
            if not await connection.fetchval("SELECT pg_try_advisory_lock($1)", LOCK):
                await connection.close()
                raise AlreadyRunning("另一个信箱进程正在使用这个数据库，请先停掉那一个。", "PostgreSQL")
            holder = connection
        try:
            found = await connection.fetchval("SELECT version_num FROM alembic_version")
        except asyncpg.UndefinedTableError:
            found = None
        if check_schema(found):
            from storage.migrations.running import migrate  # noqa: PLC0415 - costs half a second, rarely needed

            await migrate(url)
        if holder is None:
            await connection.close()
        return cls(url, await asyncpg.create_pool(url, min_size=1, max_size=POOL), holder)

    @asynccontextmanager
    async def _connected(self) -> AsyncIterator[Any]:
        try:
            connection = await self._pool.acquire()
        except (OSError, *_PASSING) as error:
            raise Busy(f"PostgreSQL: {error}") from error
        try:
            yield connection
        except _PASSING as error:
            raise Busy(f"{type(error).__name__}: {error}") from error
        except asyncpg.InterfaceError as error:
            if any(words in str(error) for words in _LOST):
                raise Busy(f"PostgreSQL: {error}") from error
            raise
        except asyncpg.InternalClientError as error:
            # The news that the server is gone came in while the connection rested in the pool.
            connection.terminate()
            raise Busy(f"PostgreSQL: {error}") from error
        finally:
            await self._pool.release(connection)

    @asynccontextmanager
    async def writing(self) -> AsyncIterator[PostgresqlConnection]:
        """The one writing transaction of this process."""
        async with self._turn, self._connected() as connection, connection.transaction():
            yield PostgresqlConnection(connection)

    @asynccontextmanager
    async def reading(self) -> AsyncIterator[PostgresqlConnection]:
        """A consistent read."""
        async with (
            self._connected() as connection,
            connection.transaction(isolation="repeatable_read", readonly=True),
        ):
            yield PostgresqlConnection(connection)

    async def backup(self, path: str) -> None:
        """Not ours to do: PostgreSQL has its own tools."""
        raise StorageError(f"PostgreSQL 的备份请用 pg_dump，不能写到 {path}；密钥文件要另外保存。")

    async def room(self) -> Room | None:
        """Unknown: the disk is the server's."""
        return None

    async def close(self) -> None:
        """Close every connection and let go of the lock."""
        await self._pool.close()
        if self._holder is not None:
            await self._holder.close()
