"""A scripted server and the channel that talks to it."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from bot.channels.base import Channel
from bot.channels.telegram.channel import TelegramChannel
from bot.channels.telegram.polling import Pauses
from tests.integration.telegram.scripted import TOKEN, Scripted, scripted

SOON = Pauses(commit=(0.01,), network=(0.01,), second_reader=(0.01,), rejected=(0.01,), idle=0.01)


@pytest.fixture
async def server() -> AsyncIterator[Scripted]:
    async with scripted() as running:
        yield running


@pytest.fixture
async def telegram(server: Scripted) -> AsyncIterator[TelegramChannel]:
    channel = TelegramChannel(TOKEN, base_url=server.base_url, pauses=SOON, poll_seconds=1)
    as_contract: Channel = channel
    await as_contract.start()
    server.asked.clear()
    yield channel
    await channel.stop()
