"""PostgreSQL as it is promised: one process at a time whatever becomes of the server, and errors that speak of it."""

from __future__ import annotations

import asyncio
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import asyncpg
import pytest
from aiohttp.test_utils import TestClient, TestServer

from bot.commands import trouble
from bot.web.health import health_app
from storage import facts
from storage.database import Database
from storage.engines import open_database
from storage.errors import AlreadyRunning, Busy, NoRights, Unreachable, WrongEncoding
from storage.holding import LOCK
from storage.sealing import Sealer
from tests.engines import Engines, at, begin_server
from tests.integration.flow.conftest import running

pytestmark = pytest.mark.postgres


@pytest.fixture
def own_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    """A server that may be stopped under those who use it."""
    server = begin_server(tmp_path_factory.mktemp("own"))
    yield server
    server.cleanup()


async def opened(url: str, sealer: Sealer) -> Database:
    return await open_database(url, sealer, exclusive=True)


async def put(database: Database, key: str) -> None:
    async with database.writing() as tx:
        await facts.put(tx, key, "1")


async def goes_on(database: Database, key: str) -> None:
    """Each connection that rested meanwhile may be found lost, once."""
    for _ in range(10):
        try:
            await put(database, key)
        except Busy:
            continue
        return
    await put(database, key)


async def test_after_a_restart_of_the_server_it_is_still_the_only_one(own_server: Any, sealer: Sealer) -> None:
    url = own_server.get_uri()
    first = await opened(url, sealer)
    async with running(url, sealer, lambda _: _nothing()) as mailbox:
        own_server.stop()
        for _ in range(2):
            with pytest.raises(Busy):
                await put(first, "away")
        async with TestClient(TestServer(health_app(mailbox.engine.vitals))) as client:
            answer = await client.get("/healthz")
            assert answer.status == 503
            assert "database_away" in await answer.text()
            answer = await client.get("/metrics")
            assert answer.status == 200
            assert "shuji_database_up 0.0" in await answer.text()
        with pytest.raises(Unreachable) as refused:
            await opened(url, sealer)
        said = trouble.sentence(refused.value)
        assert said is not None
        assert "PostgreSQL" in said[0]
        assert not {"文件", "file"} & set(said[0].replace("，", " ").split())
        own_server.start()
    await goes_on(first, "again")
    with pytest.raises(AlreadyRunning):
        await opened(url, sealer)
    await first.close()


async def _nothing() -> None:
    return None


HELD = "FROM pg_locks WHERE locktype = 'advisory' AND objid = $1 AND granted"


async def loses_lock(server: Any) -> None:
    await server.fetch(f"SELECT pg_terminate_backend(pid) {HELD}", LOCK)
    async with asyncio.timeout(10):
        while await server.fetchval(f"SELECT count(*) {HELD}", LOCK):  # noqa: ASYNC110 - the server tells nobody
            await asyncio.sleep(0.01)


async def test_who_was_followed_by_another_does_nothing_more(engines: Engines, tmp_path: Path, sealer: Sealer) -> None:
    """The lock's connection alone is lost, and a second process is quicker than we."""
    url = await engines.ready("postgresql", tmp_path)
    first = await opened(url, sealer)
    await put(first, "before")
    server = await asyncpg.connect(url)
    # Alone, it takes its lock again.
    await loses_lock(server)
    while not await server.fetchval(f"SELECT count(*) {HELD}", LOCK):
        await goes_on(first, "regained")
    with pytest.raises(AlreadyRunning):
        await opened(url, sealer)
    # A second one that came while nobody held it, and is gone again: the first one's memory is out of date.
    await loses_lock(server)
    second = await opened(url, sealer)
    for _ in range(2):
        with pytest.raises(AlreadyRunning):
            await put(first, "too late")
        with pytest.raises(AlreadyRunning):
            async with first.reading():
                pass
    await put(second, "its own")
    await second.close()
    with pytest.raises(AlreadyRunning):
        await put(first, "too late")
    assert await server.fetchval("SELECT count(*) FROM facts WHERE key = 'too late'") == 0
    await first.close()
    await server.close()


async def test_an_address_means_the_same_at_the_first_start(engines: Engines, tmp_path: Path, sealer: Sealer) -> None:
    url = await engines.empty("postgresql", tmp_path)
    database = await opened(f"{url}&sslmode=prefer&application_name=shuji", sealer)
    await put(database, "there")
    await database.close()


@pytest.mark.parametrize(
    ("address", "named"),
    [
        ("postgresql://nobody:geheim@127.0.0.1:1/none", "PostgreSQL"),
        ("postgresql://nobody:geheim@127.0.0.1:x/none", "PostgreSQL"),
        ("postgresql://nobody:geheim@127.0.0.1:1/none?sslmode=perhaps", "sslmode"),
    ],
)
async def test_what_can_not_be_reached_is_named_without_its_password(address: str, named: str, sealer: Sealer) -> None:
    with pytest.raises(Unreachable) as refused:
        await opened(address, sealer)
    said = trouble.sentence(refused.value)
    assert said is not None
    assert "PostgreSQL" in said[0]
    assert named in said[0]
    assert "geheim" not in said[0] + str(refused.value)


async def test_a_database_that_can_not_hold_chinese_or_our_tables(engines: Engines, sealer: Sealer) -> None:
    server = await asyncpg.connect(engines.server)
    name = f"plain_{os.urandom(4).hex()}"
    await server.execute(f"CREATE DATABASE {name} ENCODING 'SQL_ASCII' LOCALE 'C' TEMPLATE template0")
    with pytest.raises(WrongEncoding, match="SQL_ASCII"):
        await opened(at(engines.server, name), sealer)
    with pytest.raises(Unreachable):
        await opened(at(engines.server, "nowhere"), sealer)
    await server.execute(f"CREATE DATABASE {name}u ENCODING 'UTF8' LOCALE 'C' TEMPLATE template0")
    await server.execute(f"CREATE ROLE {name}r LOGIN")
    address = at(engines.server, f"{name}u")
    with pytest.raises(NoRights):
        await opened(address.replace("//postgres", f"//{name}r", 1), sealer)
    await server.close()
