"""The running mailbox: channels, inbox, handlers, outbox and delivery, started, watched and stopped together."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any
from uuid import uuid4

import structlog

from bot.channels.base import Channel, RawEvent
from bot.clock import Clock
from bot.flow.calling import Parts
from bot.flow.delivery import Delivery
from bot.flow.intake import Intake
from bot.flow.own_events import CLOCK, COMMAND, tick
from bot.flow.pace import PaceRules
from bot.flow.packing import pack_event
from bot.flow.places import Places
from bot.flow.trouble import place_of
from bot.flow.vitals import Vitals, measure
from bot.flow.wake import Bell
from bot.flow.worker import Door, Worker
from handlers.core.house import House
from handlers.core.vocabulary import Incoming
from storage import inbox, outbox
from storage.database import Database

GRACE_SECONDS = 10.0
_LISTEN_AGAIN_SECONDS = 5.0
_LOOK_AGAIN_SECONDS = 0.5

log = structlog.get_logger("engine")


@dataclass(frozen=True, slots=True)
class Settings:
    """What can be set about the flow: the pace of each channel, the sweeps of the clock, files, calls at once.

    ``looks``: those of the ``sweeps`` that are taken every few minutes, and are late when they are not.
    """

    pace: Mapping[str, PaceRules] = field(default_factory=dict)
    sweeps: Sequence[str] = ()
    looks: Sequence[str] = ()
    parts: Parts = field(default_factory=Parts)


class Engine:
    """Everything that flows. ``door`` is where events enter the handlers: the module ``handlers.front_door``."""

    def __init__(
        self,
        database: Database,
        channels: Sequence[Channel],
        house: House,
        clock: Clock,
        *,
        door: Door,
        settings: Settings | None = None,
    ) -> None:
        settings = settings or Settings()
        self.database = database
        self.channels: Mapping[str, Channel] = {channel.name: channel for channel in channels}
        self.house = house
        self.clock = clock
        self._sweeps = tuple(settings.sweeps)
        self._looks = tuple(settings.looks)
        self._parts = settings.parts
        self._started: int | None = None
        self._places = Places()
        self._changed = Bell()
        self._ended = asyncio.Event()
        self._tasks: dict[str, asyncio.Task[None]] = {}
        self._listeners: list[asyncio.Task[None]] = []
        self._delivery = Delivery(
            database,
            channels=self.channels,
            clock=clock,
            places=self._places,
            pace=settings.pace,
            parts=settings.parts,
        )
        self._worker = Worker(
            database,
            channels=self.channels,
            house=house,
            clock=clock,
            door=door,
            places=self._places,
            wake=self._delivery.wake,
            changed=self._delivery.changed,
            looks=self._looks,
        )
        self._delivery.told = self._worker.bell.ring
        self.intake = Intake(database, clock, self._worker.bell.ring)
        self._worker.set_back = self._delivery.sweep_soon
        self._worker.after = self._delivery.after = self._changed.ring

    def watch(self, raised: Callable[[Exception], None]) -> None:
        """Tell ``raised`` what handlers raise; what becomes of their events does not hang on it."""
        self._worker.raised = raised

    async def start(self) -> None:
        """Take up what waits, and begin to listen. Returns when everything runs."""
        self._started = self.clock.now()
        async with self.database.reading() as tx:
            await self._places.load(tx, list(self.channels))
        for channel in self.channels.values():
            self.intake.last.setdefault(channel.name, self.clock.now())
            await channel.start()
        for name, work in (("worker", self._worker.run()), ("delivery", self._delivery.run())):
            task = asyncio.create_task(work, name=name)
            task.add_done_callback(self._part_ended)
            self._tasks[name] = task
        self._listeners = [
            asyncio.create_task(self._listen(channel), name=f"listen {name}") for name, channel in self.channels.items()
        ]
        log.info("started", channels=sorted(self.channels))

    async def run(self) -> None:
        """Start, and go on until :meth:`request_stop`; then finish what is in hand.

        Raises:
            Exception: a part of the flow broke; the process should end and be started anew. Nothing is lost by that.
        """
        try:
            await self.start()
            await self._ended.wait()
        finally:
            await self.stop()
        for task in self._tasks.values():
            if task.done() and not task.cancelled() and (error := task.exception()) is not None:
                raise error

    def request_stop(self) -> None:
        """Let :meth:`run` come to its end (for a signal)."""
        self._ended.set()

    async def stop(self, grace: float = GRACE_SECONDS) -> None:
        """Fetch nothing more, finish what is in hand within ``grace`` seconds, and close the channels.

        What is not finished by then stays in the inbox or the outbox and goes on at the next start.
        """
        self._ended.set()
        for task in self._listeners:
            task.cancel()
        await asyncio.gather(*self._listeners, return_exceptions=True)
        self._worker.stop()
        self._delivery.stop()
        running = [task for task in self._tasks.values() if not task.done()]
        if running:
            _, late = await asyncio.wait(running, timeout=grace)
            if late:
                self._delivery.abandon()
                _, late = await asyncio.wait(late, timeout=1.0)
            for task in late:
                task.cancel()
            await asyncio.gather(*late, return_exceptions=True)
        for channel in self.channels.values():
            await channel.stop()
        if self._parts.close is not None:
            await self._parts.close()
        self._listeners = []
        log.info("stopped")

    async def settled(self, timeout: float | None = None) -> None:
        """Until nothing waits that could be done now, and nothing is in flight.

        What waits for a later time, or for a person who can't be reached, does not count.

        Raises:
            TimeoutError: it did not come to rest within ``timeout`` seconds.
            Exception: a part of the flow broke.
        """
        async with asyncio.timeout(timeout):
            while True:
                for task in self._tasks.values():
                    if task.done():
                        task.result()
                if await self._at_rest():
                    return
                await self._changed.wait(_LOOK_AGAIN_SECONDS)

    def move_in(self, house: House) -> None:
        """From the next event on handlers go by ``house``: a notice was imported, or the settings were read anew."""
        self.house = self._worker.house = house

    async def inject(self, *events: Incoming) -> None:
        """Put events of the program's own into the inbox: actions of the command line, "send the digest now"."""
        await self.intake.keep(COMMAND, [RawEvent(uuid4().hex, event.chat, pack_event(event)) for event in events])

    async def tick(self, sweep: str, facts: dict[str, Any] | None = None, *, every: int = 60, about: str = "") -> None:
        """Say to one sweep: look now. Said twice within ``every`` seconds it is said once, by two processes too.

        ``about``: said of something else it is something else.
        """
        await self.intake.keep(CLOCK, [tick(sweep, self.clock.now(), facts, every=every, about=about)])

    async def tick_all(self) -> None:
        """Say so to every sweep, and look at everything that waited for its time: after the clock was moved."""
        now = self.clock.now()
        await self.intake.keep(CLOCK, [tick(sweep, now) for sweep in self._sweeps])
        self.look_again()

    def look_again(self) -> None:
        """Rows were put back by someone else, or the clock was moved: look at inbox and outbox now."""
        self._delivery.sweep_soon()
        self._worker.bell.ring()

    async def vitals(self) -> Vitals:
        """How the flow is doing, for the health page, the metrics and the watch."""
        return await measure(
            self.database,
            self.clock.now(),
            handled=self._worker.handled,
            retried=self._worker.retried,
            outcomes=dict(self._delivery.outcomes),
            fetched={name: at for name, at in self.intake.last.items() if name in self.channels},
            unkept=dict(self.intake.unkept),
            silent=self._delivery.troubled,
            troubles=tuple(dict.fromkeys(each for channel in self.channels.values() for each in channel.troubles)),
            looked={name: self._worker.looked.get(name, self._started) for name in self._looks},
        )

    async def _at_rest(self) -> bool:
        if not self._resting():
            return False
        now = self.clock.now()
        async with self.database.reading() as tx:
            due = await inbox.next_due(tx)
        return (due is None or due > now) and not await self.sends_within(0) and self._resting()

    async def sends_within(self, seconds: int) -> bool:
        """Whether something may be sent by then: not what a person or a platform that asked for patience must end."""
        until = self.clock.now() + seconds
        async with self.database.reading() as tx:
            found = await outbox.ready(tx, until, self._places.by_id)
        return any(
            each.paused_until <= until if each.paused_until else not self._delivery.waits(each.lane) for each in found
        )

    def _resting(self) -> bool:
        return self._worker.idle and not self._worker.toasting and self._delivery.idle

    async def _listen(self, channel: Channel) -> None:
        while True:
            try:
                await channel.listen(self.intake.keeper(channel.name))
                log.warning("listening ended", channel=channel.name)
            except Exception as error:  # noqa: BLE001 - a channel that stumbles is asked again, the others go on
                log.error("listening failed", channel=channel.name, error=place_of(error))
            with suppress(TimeoutError):
                await asyncio.wait_for(self._ended.wait(), _LISTEN_AGAIN_SECONDS)

    def _part_ended(self, task: asyncio.Task[None]) -> None:
        if not task.cancelled() and (error := task.exception()) is not None:
            log.critical("part broke", part=task.get_name(), error=place_of(error))
        self._ended.set()
        self._changed.ring()
