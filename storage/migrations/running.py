"""Bringing a database to the newest schema with Alembic; imported only when there is something to do."""

from __future__ import annotations

import asyncio
from pathlib import Path

from alembic.config import Config
from alembic.runtime.environment import EnvironmentContext
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, create_engine, event
from sqlalchemy.ext.asyncio import create_async_engine
from sqlalchemy.pool import NullPool

_LOCK = 0x4D494752
"""The advisory lock of migrating ("MIGR")."""


def _upgrade(connection: Connection, target: str) -> None:
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent))
    scripts = ScriptDirectory.from_config(config)

    def steps(revision: str, _: MigrationContext) -> list[object]:
        return list(scripts._upgrade_revs(target, revision))

    with EnvironmentContext(config, scripts, fn=steps, destination_rev=target) as environment:
        environment.configure(connection=connection, transaction_per_migration=False)
        with environment.begin_transaction():
            environment.run_migrations()


def _sqlite(path: str, target: str) -> None:
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
    engine = create_async_engine(url.replace("postgresql://", "postgresql+asyncpg://", 1), poolclass=NullPool)
    async with engine.begin() as connection:
        # Two that start at once: the second waits, and finds nothing left to do.
        await connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({_LOCK})")
        await connection.run_sync(_upgrade, target)
    await engine.dispose()


async def migrate(url: str, target: str = "head") -> None:
    """Bring the database at ``url`` to ``target``, all or nothing."""
    if url.startswith("sqlite:///"):
        await asyncio.to_thread(_sqlite, url.removeprefix("sqlite:///"), target)
    else:
        await _postgresql(url, target)
