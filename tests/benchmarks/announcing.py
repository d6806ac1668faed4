"""The mailbox of the measurement of announcements, as a process of its own: ``DATABASE BASE_URL TOKEN RATE``."""

from __future__ import annotations

import asyncio
import signal
import sys

from bot.assembly import assemble
from bot.channels.telegram.channel import TelegramChannel
from bot.clock import SystemClock
from bot.flow.pace import PaceRules
from storage.sealing import Sealer
from tests.acceptance import standard

KEY = bytes(range(64))


async def _run(url: str, base_url: str, token: str, rate: float) -> None:
    channel = TelegramChannel(token, base_url=base_url)
    pace = PaceRules(overall=rate)
    program = await assemble(standard.settings(url), Sealer(KEY), channel=channel, clock=SystemClock(), pace=pace)
    ended = asyncio.Event()
    asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, ended.set)
    await program.engine.start()
    await ended.wait()
    await program.engine.stop()
    await program.database.close()


if __name__ == "__main__":
    database, address, secret, most = sys.argv[1:]
    asyncio.run(_run(database, address, secret, float(most)))
