"""When the clock says "look now". Deciding what is due is the sweeps' own: a tick missed or doubled changes nothing."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass

import structlog
from apscheduler.schedulers.asyncio import AsyncIOScheduler
from apscheduler.triggers.cron import CronTrigger
from apscheduler.triggers.interval import IntervalTrigger

from bot.engine import Engine
from bot.flow.trouble import place_of
from bot.flow.vitals import LOOK_SECONDS
from bot.watching import Watch
from handlers import routes
from storage.errors import StorageError

LOOKS = tuple(routes.LOOKS)
"""What is looked at every few minutes. Each name is the text of a TICK event."""
NIGHTLY = tuple(routes.NIGHTLY)
DIGEST = "digest"
_MIND_SECONDS = 15.0
_ONCE_SECONDS = 60
SWEEPS = (*LOOKS, *NIGHTLY, DIGEST)
"""What ``tick_all`` looks at."""

log = structlog.get_logger("schedule")


@dataclass(frozen=True, slots=True)
class Times:
    """When to look: crontab lines in the mailbox's zone, ``reminders_minutes`` between looks at what is due."""

    zone: str
    digest: str
    backup: str
    reminders_minutes: int = LOOK_SECONDS // 60
    housekeeping: str = "40 3 * * *"
    watch_seconds: int = 30


class Schedule:
    """Puts ticks into the engine's inbox; ``backup`` is called daily if there is one."""

    def __init__(self, engine: Engine, times: Times, backup: Callable[[], Awaitable[None]] | None = None) -> None:
        self._engine = engine
        self._backup = backup
        self._watch = Watch(engine)
        self._minding: asyncio.Task[None] | None = None
        # A look that was missed is made up for once, however late and however often it was missed.
        self._scheduler = AsyncIOScheduler(
            timezone=times.zone, job_defaults={"misfire_grace_time": None, "coalesce": True, "max_instances": 1}
        )
        zone = times.zone
        every = IntervalTrigger(minutes=times.reminders_minutes, timezone=zone)
        nightly = CronTrigger.from_crontab(times.housekeeping, timezone=zone)
        weekly = CronTrigger.from_crontab(times.digest, timezone=zone)
        for trigger, names in ((every, LOOKS), (nightly, NIGHTLY), (weekly, (DIGEST,))):
            for name in names:
                self._scheduler.add_job(self._tick, trigger, [name], id=name)
        watch = IntervalTrigger(seconds=times.watch_seconds, timezone=zone)
        self._scheduler.add_job(self.watch, watch, id="watch")
        if backup is not None:
            self._scheduler.add_job(self.back_up, CronTrigger.from_crontab(times.backup, timezone=zone), id="backup")

    async def start(self) -> None:
        """Begin, with one look at everything: the program may have been down for days."""
        await self._engine.tick_all()
        self._scheduler.start()
        self._minding = asyncio.create_task(self._mind_the_clock())

    async def _mind_the_clock(self) -> None:
        """A clock that was set back would have every look wait as much longer."""
        ahead = time.time() - time.monotonic()
        while True:
            await asyncio.sleep(_MIND_SECONDS)
            now = time.time() - time.monotonic()
            if now < ahead - _MIND_SECONDS:
                self.set_back()
            ahead = now

    @property
    def next_look(self) -> float:
        """When the next job is due, in UTC epoch seconds."""
        return min(float(job.next_run_time.timestamp()) for job in self._scheduler.get_jobs())

    def set_back(self) -> None:
        """The clock was set back: reckon anew from what it says now when to look."""
        for job in self._scheduler.get_jobs():
            job.reschedule(job.trigger)

    def stop(self) -> None:
        """No more ticks."""
        if self._minding is not None:
            self._minding.cancel()
        if self._scheduler.running:
            self._scheduler.shutdown(wait=False)

    @property
    def jobs(self) -> Mapping[str, str]:
        """When each look is taken, by its name."""
        return {job.id: str(job.trigger) for job in self._scheduler.get_jobs()}

    async def _tick(self, sweep: str) -> None:
        try:
            await self._engine.tick(sweep)
        except StorageError as error:
            # The next tick finds whatever this one would have found.
            log.warning("tick not kept", sweep=sweep, error=type(error).__name__)

    async def watch(self) -> None:
        """Look how the flow is doing, and let the admins be told if it is not well."""
        await self._watch.look()

    async def tell(self, problems: Mapping[str, int]) -> None:
        """Let the admins be told of what somebody has just done or will need, each with its number."""
        await self._watch.tell(problems, every=_ONCE_SECONDS)

    async def back_up(self) -> None:
        """Make today's copy; if that fails, let the admin be told."""
        assert self._backup is not None
        try:
            await self._backup()
        except (StorageError, OSError) as error:
            log.error("backup failed", error=place_of(error))
            await self._watch.tell({"backup_failed": 1})
