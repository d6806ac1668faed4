"""An announcement to thousands on a server that enforces Telegram's rates, while people go on talking to the mailbox.

Counts: refused for speed (429), share of the allowed rate used, how long people waited for an answer meanwhile.
"""

from __future__ import annotations

import argparse
import asyncio
import time
from pathlib import Path
from statistics import quantiles
from tempfile import TemporaryDirectory
from typing import Any

from bot.applying import apply
from sandbox import Sandbox, SandboxClock, World
from sandbox.rates import SPEAKING
from sandbox.records import Message, User
from storage import broadcasts, people, units
from storage.database import Database
from storage.engines import open_database
from storage.sealing import Sealer
from tests.acceptance import standard
from tests.benchmarks.announcing import KEY
from tests.benchmarks.processes import process

WORDS = "明天 8 点停水两小时，请提前储水"
TALKERS = 40
"""People who talk meanwhile, by turns; each writes a draft and adds to it."""
_EVERY_SECONDS = 0.8
_FIRST = 100_001


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What can be set."""
    parser.add_argument("--recipients", type=int, default=10_000)
    parser.add_argument("--rate", type=int, default=30, help="messages a second that the server allows")


def run(arguments: argparse.Namespace) -> dict[str, Any]:
    """Measure."""
    with TemporaryDirectory() as folder:
        return asyncio.run(_measure(Path(folder), arguments.recipients, arguments.rate))


async def _fill(url: str, world: World, count: int, now: int) -> None:
    database = await open_database(url, Sealer(KEY))
    async with database.writing() as tx:
        await apply(standard.settings(url), tx, now)
        for name in standard.STAFF:
            number, called, _ = standard.PEOPLE[name]
            await people.meet(tx, "telegram", str(number), name=called, private_chat=str(number))
        plant = await units.by_code(tx, "PLANT")
        assert plant is not None
        for number in range(_FIRST, _FIRST + count):
            user = world.add_user(number, f"职工{number}")
            user.started = user.met = True
            known = await people.meet(tx, "telegram", str(number), name=user.name, private_chat=str(number))
            await people.belongs_to(tx, known.id, plant.id)
    await database.close()


class _Author:
    """The manager who sends the announcement, by the page's own means."""

    def __init__(self, world: World, user: User) -> None:
        self._world, self._user, self._chat = world, user, world.chats[user.id]

    def messages(self) -> list[Message]:
        return [each for each in self._chat.messages.values() if each.sender != self._user]

    async def until(self, word: str, seconds: float = 20.0) -> Message:
        """The message of the bot with a button or text that holds ``word``."""
        ends = time.monotonic() + seconds
        while time.monotonic() < ends:
            for each in reversed(self.messages()):
                if word in each.text or any(word in b["text"] for b in _buttons(each)):
                    return each
            await asyncio.sleep(0.05)
        raise TimeoutError(word)

    def says(self, text: str) -> None:
        self._world.say(self._user, self._chat, text)

    async def press(self, word: str) -> None:
        shown = await self.until(word)
        data = next(each["callback_data"] for each in _buttons(shown) if word in each["text"])
        self._world.press(self._user, self._chat, shown.id, data)


def _buttons(message: Message) -> list[dict[str, Any]]:
    return [each for row in (message.markup or {}).get("inline_keyboard", ()) for each in row]


async def _talk(world: World, waits: list[float], done: asyncio.Event) -> None:
    """Somebody writes every now and then; measured until the next message of the bot in their chat."""
    users = [world.add_user(number, f"反映人{number}") for number in range(9001, 9001 + TALKERS)]
    asked: set[asyncio.Task[None]] = set()
    for turn in range(10_000_000):
        if done.is_set():
            break
        user = users[turn % TALKERS]
        task = asyncio.create_task(_ask(world, user, turn, waits))
        asked.add(task)
        await asyncio.sleep(_EVERY_SECONDS)
    await asyncio.gather(*asked)


async def _ask(world: World, user: User, turn: int, waits: list[float]) -> None:
    chat = world.chats[user.id]
    user.started = True
    began, before = time.monotonic(), _answers(world, user)
    world.say(user, chat, f"食堂太贵，第 {turn} 次说")
    while _answers(world, user) == before:
        if time.monotonic() - began > 60:
            break
        await asyncio.sleep(0.005)
    waits.append(time.monotonic() - began)


def _answers(world: World, user: User) -> list[tuple[int, str]]:
    return [(each.id, each.text) for each in world.chats[user.id].messages.values() if each.sender != user]


async def _ended(database: Database) -> bool:
    async with database.reading() as tx:
        found = await broadcasts.get(tx, 1)
    return found is not None and found.ended_at is not None


async def _announced(sandbox: Sandbox, database: Database, waits: list[float]) -> tuple[int, float]:
    """What the server counted until the announcement was with everyone, and the seconds that it took."""
    world, done = sandbox.world, asyncio.Event()
    author = _Author(world, world.users[standard.PEOPLE["he"][0]])
    author.says("/broadcast")
    await author.until("请写下要通知的内容", 60)
    author.says(WORDS)
    for word in ("选择范围", "一分厂", "看一遍再发", "发送给"):
        await author.press(word)
    before, began = _spoken(sandbox), time.monotonic()
    talking = asyncio.create_task(_talk(world, waits, done))
    ended = False
    while not ended:
        await asyncio.sleep(0.1)
        ended = await _ended(database)
    counted = _spoken(sandbox) - before, time.monotonic() - began
    done.set()
    await talking
    return counted


async def _measure(folder: Path, count: int, rate: int) -> dict[str, Any]:
    url = f"sqlite:///{folder / 'mailbox.db'}"
    clock = SandboxClock(time.time())
    world = World(clock)
    standard.fill(world)
    await _fill(url, world, count, clock.now())
    sandbox = Sandbox(world=world)
    sandbox.rates.on, sandbox.rates.overall = True, rate
    await sandbox.start()
    waits: list[float] = []
    try:
        # The mailbox is a process of its own, as it is anywhere: the platform's work is none of its own.
        with process("tests.benchmarks.announcing", url, sandbox.base_url, sandbox.token, str(rate)):
            database = await open_database(url, Sealer(KEY))
            spoken, seconds = await _announced(sandbox, database, waits)
            await database.close()
    finally:
        await sandbox.stop()
    got = [
        sum(WORDS in each.text for each in world.chats[number].messages.values())
        for number in range(_FIRST, _FIRST + count)
    ]
    return {
        "recipients": count,
        "told once": got.count(1),
        "told twice": sum(each > 1 for each in got),
        "not told": got.count(0),
        "seconds": round(seconds, 1),
        "calls counted by the server": spoken,
        "share of the allowed rate": round(spoken / (seconds * rate), 3),
        "refused for speed (429)": sandbox.tally.refusals[429],
        "answers meanwhile": len(waits),
        "answer p50 ms": round(1000 * quantiles(waits, n=100, method="inclusive")[49]),
        "answer p99 ms": round(1000 * quantiles(waits, n=100, method="inclusive")[98]),
        "answer longest ms": round(1000 * max(waits)),
    }


def _spoken(sandbox: Sandbox) -> int:
    return sum(number for method, number in sandbox.tally.calls.items() if method.startswith(SPEAKING))
