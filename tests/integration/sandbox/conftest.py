"""A running sandbox with a few people and a divided group, and a stock bot that talks to it."""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Any

import aiohttp
import pytest
from telegram import Bot

from sandbox import Sandbox, SandboxClock
from sandbox.records import Chat

START = 1_772_413_200
ZHANG, CHEN, LI, STRANGER = 1001, 1002, 2001, 9009


@pytest.fixture
async def sandbox() -> AsyncIterator[Sandbox]:
    running = Sandbox(clock=SandboxClock(START, running=False))
    world = running.world
    world.add_user(ZHANG, "张三")
    world.add_user(CHEN, "陈静")
    world.add_user(LI, "李梅", role_hint="信箱专员")
    world.start(ZHANG)
    running.feed.forget(100)
    await running.start()
    yield running
    await running.stop()


@pytest.fixture
def group(sandbox: Sandbox) -> Chat:
    made = sandbox.world.add_group("集团信箱", (LI, CHEN))
    sandbox.world.let_bot_in(made)
    return made


@pytest.fixture
async def bot(sandbox: Sandbox) -> AsyncIterator[Bot]:
    files = sandbox.base_url.removesuffix("/bot") + "/file/bot"
    async with Bot(sandbox.token, base_url=sandbox.base_url, base_file_url=files) as stock:
        yield stock


class Raw:
    """Calls as they are, for what no library would send."""

    def __init__(self, session: aiohttp.ClientSession, sandbox: Sandbox) -> None:
        self._session = session
        self._sandbox = sandbox

    async def __call__(self, method: str, /, token: str | None = None, **parameters: Any) -> dict[str, Any]:
        address = f"{self._sandbox.base_url}{token or self._sandbox.token}/{method}"
        async with self._session.post(address, json=parameters) as answer:
            body: dict[str, Any] = await answer.json()
            assert answer.status == body.get("error_code", 200)
            return body

    async def refused(self, method: str, /, **parameters: Any) -> str:
        """The words of a refusal."""
        body = await self(method, **parameters)
        assert body["ok"] is False, body
        return str(body["description"])


@pytest.fixture
async def raw(sandbox: Sandbox) -> AsyncIterator[Raw]:
    async with aiohttp.ClientSession() as session:
        yield Raw(session, sandbox)
