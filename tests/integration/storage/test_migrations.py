"""From every schema that there has been to the newest: nothing is lost, and the result is like a new database."""

from __future__ import annotations

import os
import sqlite3
import stat
from collections.abc import Callable
from contextlib import closing
from contextvars import ContextVar
from graphlib import TopologicalSorter
from pathlib import Path
from typing import Any, TypeVar

import asyncpg
import pytest
from sqlalchemy import Connection, create_engine, inspect, text
from sqlalchemy.ext.asyncio import create_async_engine
from sqlalchemy.pool import NullPool

from storage import identities, people, tickets
from storage.engines import open_database
from storage.errors import AlreadyRunning, StorageError
from storage.migrations.running import migrate, versions
from storage.schema import SCHEMA
from storage.sealing import Sealer
from storage.sqlite import lock
from tests.engines import ENGINES, Engines
from tests.integration.storage.rows import a_ticket

T = TypeVar("T")
OLDER = versions()[:-1]
ROWS = 3
Rows = dict[str, list[dict[str, Any]]]


AT: ContextVar[str] = ContextVar("where the two below connect to")
# One of each for all tests: what they ask a database about its tables is put together once.
_SQLITE = create_engine("sqlite://", creator=lambda: sqlite3.connect(AT.get()), poolclass=NullPool)
_POSTGRESQL = create_async_engine(
    "postgresql+asyncpg://", async_creator=lambda: asyncpg.connect(AT.get()), poolclass=NullPool
)


async def on(url: str, work: Callable[[Connection], T]) -> T:
    """Do something with the tables themselves, on either engine."""
    AT.set(url.removeprefix("sqlite:///"))
    if url.startswith("sqlite:///"):
        with _SQLITE.begin() as connection:
            return work(connection)
    async with _POSTGRESQL.begin() as begun:
        return await begun.run_sync(work)


def tables(connection: Connection) -> list[str]:
    """The mailbox's own tables, those that others name first; not what a search index is made of."""
    apart = {"alembic_version"}
    looked = inspect(connection)
    if connection.dialect.name == "sqlite":
        virtual = connection.execute(text("SELECT name FROM sqlite_master WHERE sql LIKE 'CREATE VIRTUAL%'")).scalars()
        names = looked.get_table_names()
        apart |= {name for each in virtual for name in names if name == each or name.startswith(f"{each}_")}
    named = {
        name: {each["referred_table"] for each in keys} - {name}
        for (_, name), keys in looked.get_multi_foreign_keys().items()
        if name not in apart
    }
    return list(TopologicalSorter(named).static_order())


def fill(connection: Connection) -> None:
    """A few rows in every table, each naming rows that are there."""
    columns = {name: found for (_, name), found in inspect(connection).get_multi_columns().items()}
    for table in tables(connection):
        given = [each for each in columns[table] if "computed" not in each]
        names = [each["name"] for each in given]
        rows = [{each["name"]: _value(each, number) for each in given} for number in range(1, ROWS + 1)]
        values = ", ".join(f":{name}" for name in names)
        connection.execute(text(f"INSERT INTO {table} ({', '.join(names)}) VALUES ({values})"), rows)


def _value(column: Any, number: int) -> Any:
    kind, name = column["type"].python_type, column["name"]
    if kind is int:
        return number
    return f"{name} {number}".encode() if kind is bytes else f"{name} {number}"


def content(connection: Connection) -> Rows:
    keys = {
        name: found["constrained_columns"] for (_, name), found in inspect(connection).get_multi_pk_constraint().items()
    }
    ordered = {name: f" ORDER BY {', '.join(keys[name])}" if keys[name] else "" for name in tables(connection)}
    return {
        name: [dict(row) for row in connection.execute(text(f"SELECT * FROM {name}{order}")).mappings()]
        for name, order in ordered.items()
    }


def shape(connection: Connection) -> dict[str, Any]:
    """Columns and indexes of every table."""
    looked = inspect(connection)
    indexes, keys = looked.get_multi_indexes(), looked.get_multi_foreign_keys()
    return {
        place[1]: (
            [(each["name"], str(each["type"]), each["nullable"]) for each in columns],
            sorted(str((each["name"], each["column_names"], each["unique"])) for each in indexes[place]),
            sorted(str((each["constrained_columns"], each["referred_table"])) for each in keys[place]),
        )
        for place, columns in looked.get_multi_columns().items()
    }


NEWEST: dict[str, dict[str, Any]] = {}
"""The newest schema on each engine, as it was looked up."""


async def newest(engines: Engines, engine: str, folder: Path) -> dict[str, Any]:
    """The shape of a new database: made at once from the first schema, nothing in between."""
    if engine not in NEWEST:
        url = await engines.empty(engine, folder)
        await migrate(url)
        NEWEST[engine] = await on(url, shape)
    return NEWEST[engine]


BEFORE_ACCOUNTS = max(each for each in versions() if each < "0016")
ACCOUNT = frozenset({"tag", "sealed", "language", "started", "reachable"})
"""What stood with the person until each of their accounts got a row."""


def kept(before: Rows, after: Rows) -> bool:
    """Whether every row is there with what it had; what is gone needs a sentence here on where it is."""
    accounts = {row["person_id"]: {name: row[name] for name in ACCOUNT} for row in after["accounts"]}
    now = after | {"people": [accounts[row["id"]] | row for row in after["people"]]}
    return all({**new, **old} == new for name, rows in before.items() for old, new in zip(rows, now[name], strict=True))


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("version", versions())
async def test_from_every_version(engines: Engines, tmp_path: Path, engine: str, version: str) -> None:
    url = await engines.of_version(engine, tmp_path, version)
    await on(url, fill)
    before = await on(url, content)
    assert all(len(rows) == ROWS for rows in before.values())
    await migrate(url)
    assert kept(before, await on(url, content))
    assert await on(url, shape) == await newest(engines, engine, tmp_path)


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("version", OLDER)
async def test_a_mailbox_goes_on_after_an_upgrade(
    engines: Engines, tmp_path: Path, sealer: Sealer, engine: str, version: str
) -> None:
    url = await engines.of_version(engine, tmp_path, version)
    database = await open_database(url, sealer)
    async with database.writing() as tx:
        ticket = await a_ticket(tx)
        await people.meet(tx, "telegram", "7", name="张三", private_chat="7")
    await database.close()
    again = await open_database(url, sealer)
    async with again.reading() as tx:
        assert await tickets.by_number(tx, ticket.number) == ticket
        assert await people.find(tx, "telegram", "7") is not None
    await again.close()


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("version", [OLDER[0], BEFORE_ACCOUNTS])
async def test_who_had_one_account_has_it_after_the_upgrade(
    engines: Engines, tmp_path: Path, sealer: Sealer, engine: str, version: str
) -> None:
    """Who wrote to a mailbox of that time, and raised something in it."""
    url = await engines.of_version(engine, tmp_path, version)
    tag = sealer.tag("person", "telegram", "7")
    account = {"channel": "telegram", "user": "7", "private": "7", "name": "张三", "username": "zhang"}

    def write(connection: Connection) -> None:
        row = {"tag": tag, "sealed": sealer.seal(account, "person:" + tag.hex())}
        row["raised"] = sealer.seal([3, 5], "raised:40")
        connection.execute(
            text(
                "INSERT INTO people (id, tag, sealed, raised, language, started, reachable)"
                " VALUES (40, :tag, :sealed, :raised, 'zh', 1, 0)"
            ),
            row,
        )

    await on(url, write)
    database = await open_database(url, sealer)
    async with database.writing() as tx:
        person = await people.find(tx, "telegram", "7")
        assert person is not None
        assert (person.id, person.name, person.username, person.chat) == (40, "张三", "zhang", "7")
        assert (person.language, person.started, person.reachable, person.in_use) == ("zh", True, False, True)
        assert await people.get(tx, 40) == person
        assert await identities.raised(tx, 40) == (3, 5)
        if engine == "sqlite":
            # PostgreSQL's own sequence was not asked for the row above.
            assert (await people.meet(tx, "telegram", "8", name="李四")).id == 41
    await database.close()


@pytest.fixture
async def older(engines: Engines, tmp_path: Path) -> Path:
    """A SQLite mailbox of the first schema with something in it."""
    url = await engines.of_version("sqlite", tmp_path, versions()[0])
    await on(url, fill)
    return Path(url.removeprefix("sqlite:///"))


def version_of(path: Path) -> str:
    with closing(sqlite3.connect(path)) as connection:
        return str(connection.execute("SELECT version_num FROM alembic_version").fetchone()[0])


def content_of(path: Path) -> bytes:
    return path.read_bytes()


def beside(path: Path) -> list[str]:
    return sorted(each.name for each in path.parent.glob(f"{path.name}.*") if not each.name.endswith(".lock"))


@pytest.mark.skipif(not OLDER, reason="there is only one schema")
async def test_as_it_was_it_stays_beside_the_upgraded_one(older: Path) -> None:
    await migrate(f"sqlite:///{older}")
    assert version_of(older) == SCHEMA
    assert beside(older) == [f"{older.name}.before-{SCHEMA}"]
    before = older.with_name(f"{older.name}.before-{SCHEMA}")
    assert version_of(before) == versions()[0]
    assert stat.S_IMODE(before.stat().st_mode) == 0o600


@pytest.mark.skipif(not OLDER, reason="there is only one schema")
async def test_an_upgrade_that_fails_changes_nothing(older: Path, engines: Engines, tmp_path: Path) -> None:
    """Here because the tables that it would make are there already."""
    new = await on(await engines.ready("sqlite", tmp_path), lambda connection: set(tables(connection)))
    old = await on(f"sqlite:///{older}", lambda connection: set(tables(connection)))
    with closing(sqlite3.connect(older)) as connection:
        for name in new - old:
            connection.execute(f"CREATE TABLE {name} (x)")
    whole = content_of(older)
    with pytest.raises(StorageError, match="没有改动"):
        await migrate(f"sqlite:///{older}")
    assert content_of(older) == whole
    assert beside(older) == []


@pytest.mark.skipif(not OLDER, reason="there is only one schema")
async def test_nothing_is_upgraded_under_a_program_that_runs_on_it(older: Path, sealer: Sealer) -> None:
    held = lock(older)
    with pytest.raises(AlreadyRunning, match="另一个信箱进程"):
        await open_database(f"sqlite:///{older}", sealer)
    os.close(held)
    assert version_of(older) == versions()[0]
    await (await open_database(f"sqlite:///{older}", sealer)).close()
    assert version_of(older) == SCHEMA


@pytest.mark.parametrize("engine", ENGINES)
async def test_what_waited_at_the_desk_with_an_owner_is_theirs_again(
    engines: Engines, tmp_path: Path, engine: str
) -> None:
    mine = "0012"
    url = await engines.of_version(engine, tmp_path, versions()[versions().index(mine) - 1])
    await on(url, fill)
    states = {1: "accepted", 2: "in_progress", 3: "accepted"}

    def put(connection: Connection) -> None:
        if connection.dialect.name == "postgresql":
            # The rows were given their numbers, which its own count does not know.
            connection.execute(text("ALTER TABLE history ALTER COLUMN id RESTART WITH 100"))
        for number, state in states.items():
            owner = None if number == 3 else number
            values = {"id": number, "state": state, "owner": owner}
            connection.execute(text("UPDATE tickets SET state = :state, owner_id = :owner WHERE id = :id"), values)

    def look(connection: Connection) -> list[Any]:
        entries = text("SELECT ticket_id, old_state, new_state FROM history WHERE role = 'system'")
        found = connection.execute(text("SELECT state FROM tickets ORDER BY id")).scalars().all()
        return [list(found), [tuple(row) for row in connection.execute(entries)]]

    await on(url, put)
    await migrate(url)
    assert await on(url, look) == [["assigned", "in_progress", "accepted"], [(1, "accepted", "assigned")]]
