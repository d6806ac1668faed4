"""The database: one writing transaction at a time, a few readers, queries by their names.

Queries live in ``storage/sql``: text that both engines understand in its own folder, the few that differ in
``sqlite/`` and ``postgresql/``. Handlers see only :class:`Transaction`, through the typed functions beside this file.
The engines know nothing of it; what an address opens is in ``engines.py``.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterable, Mapping
from contextlib import asynccontextmanager
from typing import Any, Protocol, TypeVar

from storage.errors import WrongKey
from storage.room import Room
from storage.rows import Row
from storage.sealing import Sealer


class Engine(Protocol):
    """What the two engines have in common."""

    name: str
    url: str

    def writing(self) -> Any:
        """A context in which one connection holds the writing transaction; commits at its end."""

    def reading(self) -> Any:
        """A context with a connection for a consistent read."""

    async def close(self) -> None:
        """Close every connection."""

    async def backup(self, path: str) -> None:
        """Copy the whole database to the file ``path`` while it goes on."""

    async def room(self) -> Room | None:
        """The room on its disk; None where that is not ours to see."""


class Connection(Protocol):
    """One connection of an engine, by named queries."""

    async def fetch(self, query: str, parameters: Mapping[str, Any]) -> list[Row]:
        """The rows of a query."""

    async def run(self, query: str, parameters: Mapping[str, Any]) -> None:
        """A statement without rows."""

    async def insert(self, query: str, parameters: Mapping[str, Any]) -> int:
        """A plain ``INSERT … RETURNING id``: the id of the row that it adds."""

    async def many(self, query: str, parameters: list[Mapping[str, Any]]) -> None:
        """One statement for many rows."""

    async def raw(self, statement: str) -> None:
        """A statement of the engine itself (SAVEPOINT …)."""


class Gathered(Protocol):
    """Changes of one kind that are made in memory, and are in the database when they have been written."""

    async def write(self, tx: Transaction, /) -> None:
        """Write them."""

    def copy(self) -> Gathered:
        """The same changes; what is added to these is not in the copy."""


G = TypeVar("G", bound=Gathered)


class Transaction:
    """Queries by name inside one transaction, and the sealer that goes with the database."""

    __slots__ = ("_connection", "_depth", "_gathered", "engine", "known", "sealer")

    def __init__(self, connection: Connection, sealer: Sealer, engine: str) -> None:
        self._connection = connection
        self._depth = 0
        self._gathered: dict[type[Any], Any] = {}
        self.known: dict[str, Any] = {}
        """What a module has read and would read again and again; it takes it out where it changes the rows itself."""
        self.sealer = sealer
        self.engine = engine

    async def all(self, query: str, /, **parameters: Any) -> list[Row]:
        """Every row of the named query."""
        return await self._connection.fetch(query, parameters)

    async def one(self, query: str, /, **parameters: Any) -> Row | None:
        """The first row of the named query, or None."""
        rows = await self._connection.fetch(query, parameters)
        return rows[0] if rows else None

    async def value(self, query: str, /, **parameters: Any) -> Any:
        """The first column of the first row, or None."""
        row = await self.one(query, **parameters)
        return None if row is None else next(iter(tuple(row.values() if isinstance(row, dict) else row)))

    async def run(self, query: str, /, **parameters: Any) -> None:
        """Carry out the named statement."""
        await self._connection.run(query, parameters)

    async def insert(self, query: str, /, **parameters: Any) -> int:
        """The id of the row that the named statement adds; it is a plain ``INSERT … RETURNING id``."""
        return await self._connection.insert(query, parameters)

    async def many(self, query: str, parameters: Iterable[Mapping[str, Any]]) -> None:
        """Carry out the named statement for each of ``parameters``."""
        batch = list(parameters)
        if batch:
            await self._connection.many(query, batch)

    def gathered(self, kind: type[G]) -> G:
        """The changes of a kind that are still to be written, for more to be added: what is cheaper all at once."""
        found: G = self._gathered.setdefault(kind, kind())
        return found

    async def settle(self) -> None:
        """Write what was gathered. Done before the commit; before that by whoever is to find it in the database."""
        while self._gathered:
            await self._gathered.popitem()[1].write(self)

    @asynccontextmanager
    async def savepoint(self, *, settle: bool = True) -> AsyncIterator[None]:
        """A part that is undone alone when it raises, with what was gathered in it and nothing from before.

        ``settle=False``: what is gathered in it is written with what follows, so that many parts cost one writing; what
        the database has against it is then heard there and not here.
        """
        if settle:
            await self.settle()
        before = {kind: each.copy() for kind, each in self._gathered.items()}
        self._depth += 1
        name = f"part{self._depth}"
        await self._connection.raw(f"SAVEPOINT {name}")
        try:
            yield
            if settle:
                await self.settle()
        except BaseException:
            # If it was written meanwhile, that is undone too, and it still waits.
            self._gathered = before
            self.known.clear()
            await self._connection.raw(f"ROLLBACK TO SAVEPOINT {name}")
            await self._connection.raw(f"RELEASE SAVEPOINT {name}")
            raise
        else:
            await self._connection.raw(f"RELEASE SAVEPOINT {name}")
        finally:
            self._depth -= 1


class Database:
    """An open database with its key."""

    def __init__(self, engine: Engine, sealer: Sealer) -> None:
        self._engine = engine
        self.sealer = sealer

    @property
    def url(self) -> str:
        """Where it is, as it was opened."""
        return self._engine.url

    @property
    def engine(self) -> str:
        """``sqlite`` or ``postgresql``."""
        return self._engine.name

    async def check_key(self) -> None:
        """Hold the key against the one that the database was made with; a new database remembers it.

        Raises:
            WrongKey: it is another.
        """
        async with self.writing() as tx:
            kept = await tx.value("fact_get", key="key-check")
            mine = self.sealer.tag("key-check").hex()
            if kept is None:
                await tx.run("fact_set", key="key-check", value=mine)
            elif kept != mine:
                raise WrongKey("密钥文件与这个数据库不配套：请用建库时的密钥文件（或它的备份）。")

    @asynccontextmanager
    async def writing(self) -> AsyncIterator[Transaction]:
        """The one writing transaction: committed at the end, undone if the block raises.

        Raises:
            Busy: it could not begin or commit; nothing was changed.
        """
        async with self._engine.writing() as connection:
            tx = Transaction(connection, self.sealer, self._engine.name)
            yield tx
            await tx.settle()

    @asynccontextmanager
    async def reading(self) -> AsyncIterator[Transaction]:
        """A transaction that only reads."""
        async with self._engine.reading() as connection:
            yield Transaction(connection, self.sealer, self._engine.name)

    async def backup(self, path: str) -> None:
        """A consistent copy into the file ``path`` while the mailbox goes on."""
        await self._engine.backup(path)

    async def room(self) -> Room | None:
        """The room on the disk that it is on; None for PostgreSQL, whose disk is not ours to see."""
        return await self._engine.room()

    async def close(self) -> None:
        """Close every connection."""
        await self._engine.close()
