"""Bringing a database to the newest schema with Alembic; imported only when there is something to do.

A SQLite file that has been used is upgraded on a copy first, and looked at; as it was it stays beside the upgraded one
(``mailbox.db.before-0002``). PostgreSQL undoes a migration that fails, tables and all, and has tools of its own.
"""

from __future__ import annotations

import asyncio
import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from functools import cache
from pathlib import Path
from uuid import uuid4

import asyncpg
from alembic.config import Config
from alembic.runtime.environment import EnvironmentContext
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, create_engine, event
from sqlalchemy.exc import DatabaseError
from sqlalchemy.ext.asyncio import create_async_engine
from sqlalchemy.pool import NullPool

from storage.errors import Busy, NoRights, StorageError

_LOCK = 0x4D494752
"""The advisory lock of migrating ("MIGR")."""


@cache
def _scripts() -> ScriptDirectory:
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent))
    return ScriptDirectory.from_config(config)


def versions() -> tuple[str, ...]:
    """Every schema that there has been, the oldest first."""
    return tuple(reversed([each.revision for each in _scripts().walk_revisions()]))


def _upgrade(connection: Connection, target: str) -> None:
    scripts = _scripts()

    def steps(revision: str, _: MigrationContext) -> list[object]:
        return list(scripts._upgrade_revs(target, revision))

    with EnvironmentContext(Config(), scripts, fn=steps, destination_rev=target) as environment:
        environment.configure(connection=connection, transaction_per_migration=False)
        with environment.begin_transaction():
            environment.run_migrations()


def _sqlite(path: Path, target: str) -> None:
    newest = str(_scripts().as_revision_number(target))
    if _version(path) in (None, newest):
        _upgrade_file(path, target)
        return
    try:
        with _copy(path) as kept:
            with _copy(kept) as trial:
                _upgrade_file(trial, target)
                _look_over(trial, kept)
            _upgrade_file(path, target)
            kept.rename(path.with_name(f"{path.name}.before-{newest}"))
    except sqlite3.OperationalError as error:
        raise Busy(str(error)) from error


def _version(path: Path) -> str | None:
    """Which schema a file has; None: it is new."""
    if not path.exists():
        return None
    with closing(sqlite3.connect(path)) as connection:
        if connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'alembic_version'").fetchone() is None:
            return None
        row = connection.execute("SELECT version_num FROM alembic_version").fetchone()
    return None if row is None else str(row[0])


@contextmanager
def _copy(path: Path) -> Iterator[Path]:
    """A copy beside the file, for its owner alone; gone afterwards, unless it got another name."""
    copy = path.with_name(f"{path.name}.{uuid4().hex[:8]}.part")
    os.close(os.open(copy, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
    try:
        with closing(sqlite3.connect(path)) as source, closing(sqlite3.connect(copy)) as target:
            source.backup(target, pages=-1)
        yield copy
    finally:
        for end in ("", "-wal", "-shm", "-journal"):
            copy.with_name(copy.name + end).unlink(missing_ok=True)


def _look_over(path: Path, before: Path) -> None:
    """Whether the upgraded copy is whole, and every row that another one names is there as it was before.

    Raises:
        StorageError: it is not; the database itself has not been touched.
    """
    with closing(sqlite3.connect(path)) as connection:
        found = [str(row[0]) for row in connection.execute("PRAGMA quick_check(5)")]
    stray = sorted(_strays(path) - _strays(before))
    if found != ["ok"] or stray:
        raise _failed(before.name.partition(".")[0], "; ".join([*(each for each in found if each != "ok"), *stray[:5]]))


def _strays(path: Path) -> set[str]:
    with closing(sqlite3.connect(path)) as connection:
        return {f"{row[0]} {row[1]}: {row[2]}" for row in connection.execute("PRAGMA foreign_key_check")}


def _failed(name: str, about: str) -> StorageError:
    return StorageError(
        f"{name}: 数据库升级不成功（{about}）。数据库没有改动，旧版本的程序还可以照常使用；请联系维护者。",
        f"{name}: {about}",
    )


def _upgrade_file(path: Path, target: str) -> None:
    engine = create_engine(f"sqlite:///{path}", poolclass=NullPool)

    # Python's driver commits before DDL of its own accord; taking transactions into our own hands makes a failed
    # migration leave nothing behind.
    @event.listens_for(engine, "connect")
    def _no_own_transactions(connection: object, _record: object) -> None:
        connection.isolation_level = None  # type: ignore[attr-defined]

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        connection.exec_driver_sql("BEGIN IMMEDIATE")

    with engine.begin() as connection:
        _upgrade(connection, target)
    engine.dispose()


async def _postgresql(url: str, target: str) -> None:
    # Connected as the mailbox itself connects: whatever an address may say (``?sslmode=…``) means the same here.
    engine = create_async_engine(
        "postgresql+asyncpg://", async_creator=lambda: asyncpg.connect(url), poolclass=NullPool
    )
    async with engine.begin() as connection:
        # Two that start at once: the second waits, and finds nothing left to do.
        await connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({_LOCK})")
        await connection.run_sync(_upgrade, target)
    await engine.dispose()


async def migrate(url: str, target: str = "head") -> None:
    """Bring the database at ``url`` to ``target``, all or nothing.

    Raises:
        StorageError: that is impossible; the database is as it was.
    """
    try:
        if url.startswith("sqlite:///"):
            await asyncio.to_thread(_sqlite, Path(url.removeprefix("sqlite:///")), target)
        else:
            await _postgresql(url, target)
    except DatabaseError as error:
        if getattr(error.orig, "sqlstate", None) == asyncpg.InsufficientPrivilegeError.sqlstate:
            raise NoRights("PostgreSQL 的用户没有建表的权限。", str(error.orig).rpartition(": ")[2]) from error
        # The first line alone: the statement that failed may hold what people wrote.
        raise _failed(url.rpartition("/")[2].partition("?")[0], str(error.orig).partition("\n")[0]) from error
