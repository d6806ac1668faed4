"""PostgreSQL through asyncpg: a pool, one writing transaction at a time in this process."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from functools import cache
from typing import Any

import asyncpg

from storage.errors import Busy, StorageError, Unreachable, WrongEncoding
from storage.holding import Hold
from storage.named import queries, statement
from storage.room import Room
from storage.rows import Row
from storage.schema import check_schema

POOL = 6
_PASSING = (
    asyncpg.PostgresConnectionError,
    asyncpg.OperatorInterventionError,
    asyncpg.InsufficientResourcesError,
    asyncpg.LockNotAvailableError,
    asyncpg.DeadlockDetectedError,
    asyncpg.SerializationError,
    asyncpg.ReadOnlySQLTransactionError,
)
"""The server is away, restarting, full, a standby for now, or someone else was faster: what passes by itself."""
_LOST = ("connection is closed", "released back to the pool")
"""How asyncpg says that the connection was lost before the call."""


@cache
def _order(query: str) -> tuple[str, ...]:
    """The parameters of a query in the order of their numbers."""
    adapter: Any = queries("postgresql", "asyncpg").driver_adapter
    return tuple(adapter.var_sorted[query])


def _unreachable(error: Exception) -> Unreachable:
    # An address that makes no sense is quoted by its error, password and all: the kind alone is told, save for the part
    # whose error quotes only what it may be. And a socket that is missing is a server that does not run, not a file
    # that somebody should look for.
    said = str(error).partition("\n")[0]
    hidden = isinstance(error, ValueError | FileNotFoundError) and not said.startswith("`sslmode` parameter must be")
    told = "" if hidden else said
    kind = "no server" if isinstance(error, FileNotFoundError) else type(error).__name__
    about = ": ".join(each for each in (kind, told) if each)
    return Unreachable(f"PostgreSQL 用不了（{about}）。请检查 mailbox.database 和服务。", about)


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

    def __init__(self, url: str, pool: Any, hold: Hold | None) -> None:
        self.url = url
        self._pool = pool
        self._hold = hold
        self._turn = asyncio.Lock()

    @classmethod
    async def open(cls, url: str, *, exclusive: bool) -> PostgresqlEngine:
        """Connect, bringing the database to the newest schema; see :meth:`storage.engines.open_database`.

        Raises:
            Unreachable: the server is away, or does not let us in.
            WrongEncoding: the database can't hold Chinese.
        """
        connection, hold = None, Hold(url) if exclusive else None
        try:
            connection = await asyncpg.connect(url)
            encoding = await connection.fetchval("SHOW server_encoding")
            if encoding != "UTF8":
                raise WrongEncoding(f"数据库的编码是 {encoding}，应为 UTF8。", encoding)
            if hold is not None:
                await hold.take(connection)
            await cls._to_newest(url, connection)
            if hold is not None:
                await hold.begin()
            pool = await asyncpg.create_pool(url, min_size=1, max_size=POOL)
        except BaseException as error:
            if connection is not None:
                connection.terminate()
            if isinstance(error, OSError | ValueError | asyncpg.PostgresError | asyncpg.InterfaceError):
                raise _unreachable(error) from error
            raise
        if hold is None:
            await connection.close()
        return cls(url, pool, hold)

    @staticmethod
    async def _to_newest(url: str, connection: Any) -> None:
        try:
            found = await connection.fetchval("SELECT version_num FROM alembic_version")
        except asyncpg.UndefinedTableError:
            found = None
        if check_schema(found):
            from storage.migrations.running import migrate  # noqa: PLC0415 - costs half a second, rarely needed

            await migrate(url)

    @asynccontextmanager
    async def _connected(self) -> AsyncIterator[Any]:
        if self._hold is not None:
            await self._hold.ensure()
        try:
            connection = await self._pool.acquire()
        except (OSError, asyncpg.PostgresError, asyncpg.InterfaceError) as error:
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
            await self._check(connection)
            yield PostgresqlConnection(connection)

    @asynccontextmanager
    async def reading(self) -> AsyncIterator[PostgresqlConnection]:
        """A consistent read."""
        async with (
            self._connected() as connection,
            connection.transaction(isolation="repeatable_read", readonly=True),
        ):
            await self._check(connection)
            yield PostgresqlConnection(connection)

    async def _check(self, connection: Any) -> None:
        if self._hold is not None:
            await self._hold.check(connection)

    async def backup(self, path: str) -> None:
        """Not ours to do: PostgreSQL has its own tools."""
        raise StorageError(f"PostgreSQL 的备份请用 pg_dump，不能写到 {path}；密钥文件要另外保存。")

    async def room(self) -> Room | None:
        """Unknown: the disk is the server's."""
        return None

    async def close(self) -> None:
        """Close every connection and let go of the lock."""
        await self._pool.close()
        if self._hold is not None:
            await self._hold.close()
