"""The box that every story starts from."""

from __future__ import annotations

import asyncio
import logging
import shutil
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest
import structlog

from bot.applying import apply
from storage import people
from storage.engines import open_database
from storage.sealing import Sealer
from tests.acceptance import standard
from tests.acceptance.kit import KEY, START, Box
from tests.place import made_once


@pytest.fixture(scope="session")
def template() -> Path:
    """A database with the standard mailbox in it, whose staff have started the bot, to copy for each story."""

    async def prepare(path: Path) -> None:
        url = f"sqlite:///{path}"
        database = await open_database(url, Sealer(KEY))
        async with database.writing() as tx:
            await apply(standard.settings(url), tx, START)
            for name in standard.STAFF:
                number, called, _ = standard.PEOPLE[name]
                await people.meet(
                    tx, "telegram", str(number), name=called, language="zh-hans", private_chat=str(number)
                )
        await database.close()

    return made_once("standard.db", lambda path: asyncio.run(prepare(path)))


@pytest.fixture(autouse=True)
def logs() -> Iterator[list[Any]]:
    """What is noted, for tests to look at; a command's own notes are none of its words."""
    structlog.reset_defaults()
    with structlog.testing.capture_logs() as noted:
        yield noted


@asynccontextmanager
async def running(
    folder: Path, template: Path, caplog: pytest.LogCaptureFixture, logs: list[Any]
) -> AsyncIterator[Box]:
    """The real program on the sandbox, at nine on Monday 2026-03-02. Nothing may break, and no call may be wrong."""
    shutil.copyfile(template, folder / "mailbox.db")
    made = Box(folder)
    try:
        await made.start()
        yield made
    finally:
        await made.stop()
        await made.sandbox.stop()
    assert list(made.sandbox.tally.mistakes) == []
    if not made.errors_expected:
        assert [each for each in logs if each["log_level"] in ("error", "critical")] == []
        loud = [
            each for when in ("setup", "call") for each in caplog.get_records(when) if each.levelno >= logging.ERROR
        ]
        assert [each.getMessage() for each in loud] == []


@pytest.fixture
async def box(tmp_path: Path, template: Path, caplog: pytest.LogCaptureFixture, logs: list[Any]) -> AsyncIterator[Box]:
    """A box of one's own."""
    async with running(tmp_path, template, caplog, logs) as made:
        yield made
