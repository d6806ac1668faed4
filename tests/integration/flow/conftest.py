"""Both engines, a running engine on a wire, and a door whose decisions a test writes itself."""

from __future__ import annotations

import os
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

import pytest

from bot.channels.base import RawEvent
from bot.clock import MovableClock
from bot.engine import Engine, Settings
from bot.flow.calling import Parts
from bot.flow.pace import FREE, PaceRules
from handlers.core.house import House
from handlers.core.routing import Ahead
from handlers.core.turn import Turn
from handlers.core.vocabulary import EventKind, Incoming
from handlers.rules.calendar import WorkCalendar
from handlers.rules.deadlines import DeadlineRules
from storage.database import Database
from storage.engines import open_database
from storage.sealing import Sealer
from tests.integration.flow.wire import ABILITIES, Wire

START = 1_800_000_000
Decide = Callable[[Turn], Awaitable[None]]


@pytest.fixture
def url(mailbox_url: str) -> str:
    """The address of a mailbox in which nothing has happened, once on each engine."""
    return mailbox_url


@pytest.fixture
def sealer() -> Sealer:
    return Sealer(os.urandom(64))


@dataclass
class ScriptedDoor:
    """``decide`` is the test's handler; ``apologies`` the events whose senders were told that it takes longer.

    ``readers``: what is read before the turn of a tick, by its name.
    """

    decide: Decide
    readers: dict[str, Ahead] = field(default_factory=dict)
    apologies: list[str] = field(default_factory=list)
    seen: list[str] = field(default_factory=list)

    async def handle(self, turn: Turn, /) -> None:
        self.seen.append(turn.event.text)
        await self.decide(turn)

    def ahead(self, event: Incoming, /) -> Ahead | None:
        return self.readers.get(event.text)

    async def trouble(self, turn: Turn, /) -> None:
        self.apologies.append(turn.event.text)
        if turn.event.kind is not EventKind.TICK:
            turn.reply("kept")


@dataclass
class Running:
    """A running mailbox without rules of its own."""

    engine: Engine
    database: Database
    wire: Wire
    clock: MovableClock
    door: ScriptedDoor

    async def receive(self, *events: RawEvent) -> None:
        await self.engine.intake.keep("wire", events)

    async def settled(self, timeout: float = 20) -> None:
        await self.engine.settled(timeout)


def house() -> House:
    return House(
        name="测试信箱",
        zone="Asia/Shanghai",
        prefix="SJ",
        calendar=WorkCalendar(),
        default_rules=DeadlineRules(),
        abilities={"wire": ABILITIES},
        link=lambda channel, payload: f"{channel}:{payload}",
    )


@asynccontextmanager
async def running(
    url: str,
    sealer: Sealer,
    decide: Decide,
    *,
    wire: Wire | None = None,
    clock: MovableClock | None = None,
    pace: PaceRules = FREE,
    parts: Parts | None = None,
    sweeps: Sequence[str] = (),
    looks: Sequence[str] = (),
) -> AsyncIterator[Running]:
    wire, clock = wire or Wire(), clock or MovableClock(fixed=START)
    database = await open_database(url, sealer)
    door = ScriptedDoor(decide)
    settings = Settings(pace={"wire": pace}, sweeps=sweeps, looks=looks, parts=parts or Parts())
    engine = Engine(database, [wire], house(), clock, door=door, settings=settings)
    await engine.start()
    try:
        yield Running(engine, database, wire, clock, door)
    finally:
        await engine.stop(grace=2)
        await database.close()
