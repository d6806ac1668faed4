"""The whole mailbox on this machine alone: the sandbox as its platform, the real program on it, a clock to move."""

from __future__ import annotations

import asyncio
import os
from collections.abc import AsyncIterator, Callable, Iterator, Mapping
from contextlib import asynccontextmanager, suppress
from datetime import datetime, time, timedelta
from pathlib import Path
from typing import Any

import structlog
from pydantic import SecretStr

from bot.assembly import Program, assemble, calendar_of
from bot.flow.pace import FREE
from bot.schedule import DIGEST, LOOKS, NIGHTLY
from bot.settings import Settings, load_settings
from handlers.rules.calendar import WorkCalendar
from sandbox import Impossible, Sandbox, SandboxClock, sample
from storage.sealing import Sealer

RHYTHM = sample.Looks(often=LOOKS, nightly=NIGHTLY, weekly=(DIGEST,))
"""What the played half-year has the clock look at."""
LOOK_SECONDS = 30
"""How often the clock looks at what is due, by the machine's own time."""
_REST_SECONDS = 60.0
_LOOKS = (time(3, 40), time(8, 30), time(8, 31), time(14, 1))
"""When it looks on the days that are skipped: housekeeping, the digest, reminders."""
_HOUR = 3600
_WEEK = 7 * 86_400

log = structlog.get_logger("demo")


class PortTaken(Exception):
    """Something else listens on the port."""


def demo_settings(folder: Path, sandbox: Sandbox) -> Settings:
    """The sample mailbox in ``folder``, on ``sandbox`` and nowhere else, whatever the environment says."""
    for name in [name for name in os.environ if name.startswith("SHUJI_")]:
        del os.environ[name]
    settings = load_settings(sample.SETTINGS)
    mailbox = settings.mailbox.model_copy(
        update={"database": f"sqlite:///{folder / 'mailbox.db'}", "key_file": folder / "mailbox.key"}
    )
    telegram = settings.telegram.model_copy(
        update={"token": SecretStr(sandbox.token), "base_url": sandbox.base_url, "mode": "polling"}
    )
    return settings.model_copy(
        update={
            "mailbox": mailbox,
            "telegram": telegram,
            "health": settings.health.model_copy(update={"listen": None}),
            "backup": settings.backup.model_copy(update={"keep": 0}),
        }
    )


class Demonstration:
    """A sandbox and a program on it. ``empty``: without the half-year of tickets."""

    def __init__(self, folder: Path, port: int, *, empty: bool, now: int) -> None:
        self._folder = folder
        self._empty = empty
        self._now = now
        self.sandbox = Sandbox(port=port, clock=SandboxClock(now))
        self.settings = demo_settings(folder, self.sandbox)
        self._program: Program | None = None
        self._busy = False

    @property
    def program(self) -> Program:
        """The program, once it was started."""
        assert self._program is not None
        return self._program

    async def start(self) -> None:
        """Listen, and start the program.

        Raises:
            PortTaken: something else is there.
        """
        calendar = calendar_of(self.settings.hours, self.settings.mailbox.timezone, {})
        if not self._empty:
            self.sandbox.clock.set(sample.beginning(calendar, self._now))
            self.sandbox.clock.run(False)
        sample.populate(self.sandbox.world)
        self.sandbox.seats[:] = sample.seats()
        self.sandbox.hooks["clock"] = self.move
        self.sandbox.hooks["digest"] = self.digest
        try:
            await self.sandbox.start()
        except OSError as error:
            raise PortTaken from error
        self.settings = demo_settings(self._folder, self.sandbox)
        key = self.settings.mailbox.key_file
        self._program = await assemble(
            self.settings, Sealer.create(key), clock=self.sandbox.clock, pace=FREE, durable=False
        )
        await self.program.engine.start()

    async def play(self, progress: Callable[[int, int, str], None]) -> sample.Played | None:
        """Play the half-year, or for an empty one only its first day, of which there is nothing to tell."""
        if self._empty:
            # Whoever has a part to play has opened the bot's chat, or nothing could be said to them.
            for each in dict.fromkeys(each.telegram for each in self.settings.people if each.telegram is not None):
                self.sandbox.world.start(self.sandbox.world.users[each])
            await self._settled()
            return None
        self._busy = True
        engine = self.program.engine
        try:
            return await sample.play(engine, self.sandbox, engine.house.calendar, RHYTHM, progress, now=self._now)
        finally:
            self._busy = False
            self.sandbox.status("")

    async def run(self) -> None:
        """Let the clock look every now and then, until cancelled; a part that breaks ends it.

        Raises:
            Exception: a part of the program broke.
        """
        while True:
            await asyncio.sleep(LOOK_SECONDS)
            if not self._busy:
                await self.program.engine.tick_all()
            await self.program.engine.settled(_REST_SECONDS)

    async def stop(self) -> None:
        """Stop the program, then what it runs on."""
        if self._program is not None:
            await self._program.engine.stop(grace=2.0)
            await self._program.database.close()
        await self.sandbox.stop()

    # What the page's bar asks for.

    async def move(self, wish: Mapping[str, Any]) -> None:
        """Let time pass: ``add`` seconds, or ``skip`` an ``hour``, a ``workday`` or a ``week``, looking on the way."""
        async with self._alone():
            calendar = self.program.engine.house.calendar
            now = self.sandbox.clock.now()
            end = until(wish, now, calendar)
            stops = [*looks(now, end, calendar), end]
            for count, at in enumerate(stops):
                self.sandbox.status(f"{calendar.local(at):%m-%d %H:%M}", count / len(stops))
                self.sandbox.clock.set(at)
                await self.program.engine.tick_all()
                await self._settled()
            self.sandbox.status("")

    async def digest(self) -> None:
        """Send the digest to every manager now."""
        async with self._alone():
            await self.program.engine.tick(DIGEST, {"to": "managers"}, every=1)
            await self._settled()

    @asynccontextmanager
    async def _alone(self) -> AsyncIterator[None]:
        """Nobody else moves the clock meanwhile."""
        if self._busy:
            raise Impossible("正在准备，请稍候再试")
        self._busy = True
        try:
            yield
        finally:
            self._busy = False

    async def _settled(self) -> None:
        with suppress(TimeoutError):
            async with asyncio.timeout(_REST_SECONDS):
                await self.sandbox.feed.drained()
            await self.program.engine.settled(_REST_SECONDS)


def until(wish: Mapping[str, Any], now: int, calendar: WorkCalendar) -> int:
    """When it is to be: ``skip`` an hour, a workday or a week, or ``add`` seconds.

    Raises:
        Impossible: back, or further than a year.
    """
    skip, added = wish.get("skip"), wish.get("add")
    if skip == "workday":
        return calendar.add_workdays(now, 1).at
    if skip == "week":
        return now + _WEEK
    if skip == "hour":
        return now + _HOUR
    if isinstance(added, int | float) and not isinstance(added, bool) and 0 < added <= 400 * 86_400:
        return now + int(added)
    raise Impossible("时钟只能往前走，一次最多一年")


def looks(now: int, end: int, calendar: WorkCalendar) -> Iterator[int]:
    """The instants between the two at which the clock of a running mailbox would look, a few a day."""
    day = calendar.local(now).date()
    while day <= calendar.local(end).date():
        for each in _LOOKS:
            at = int(datetime.combine(day, each, calendar.tz).timestamp())
            if now < at < end:
                yield at
        day += timedelta(days=1)
