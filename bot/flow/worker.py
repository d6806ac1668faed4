"""Handling what was kept: many events to one commit, each by itself, in the order of arrival.

A batch shares one transaction, because events rarely fail and a savepoint for each costs two statements. When one
raises, the batch is undone and handled again with a transaction for each: handlers change nothing but rows, so nothing
has happened yet. What fails is tried again with growing pauses, then set aside; what is behind it goes on.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol

import structlog

from bot.channels.base import Channel, UnreadableEvent
from bot.clock import Clock
from bot.flow.absence import Absence
from bot.flow.apart import read_apart
from bot.flow.enqueue import Prepared, Wake, committed, prepare, store
from bot.flow.own_events import CLOCK, OWN, read_own
from bot.flow.places import Places
from bot.flow.trouble import is_busy, place_of
from bot.flow.wake import Bell
from handlers.core.house import House
from handlers.core.presentation import answer_press
from handlers.core.routing import Ahead
from handlers.core.turn import Toast, Turn
from handlers.core.vocabulary import EventKind, Incoming
from storage import inbox, outbox
from storage.database import Database, Transaction
from storage.errors import Busy
from storage.inbox import Kept

PAUSES = (1, 5, 30, 120, 600)
"""Seconds before an event whose handling raised is tried again; after the last it is set aside."""
BATCH = 100
POLL_SECONDS = 3.0
_CLOCK_SET_BACK = 30
_TOASTS_AT_ONCE = 16

log = structlog.get_logger("worker")


class Door(Protocol):
    """Where events enter the handlers: the module ``handlers.front_door``."""

    async def handle(self, turn: Turn, /) -> None:
        """Decide one event."""
        ...

    async def trouble(self, turn: Turn, /) -> None:
        """Tell whoever wrote that their event is kept and will be tried again."""
        ...

    def ahead(self, event: Incoming, /) -> Ahead | None:
        """What is to be read for this event before its turn."""
        ...


@dataclass(slots=True)
class Batch:
    """What one transaction did."""

    prepared: Prepared = field(default_factory=Prepared)
    done: list[int] = field(default_factory=list)
    events: list[Incoming] = field(default_factory=list)
    toasts: list[tuple[Incoming, Toast | None]] = field(default_factory=list)
    retried: int = 0
    set_aside: int = 0


class Worker:
    """Takes kept events to the handlers. ``changed`` is told of chats whose pauses may be over."""

    def __init__(
        self,
        database: Database,
        *,
        channels: Mapping[str, Channel],
        house: House,
        clock: Clock,
        door: Door,
        places: Places,
        wake: Wake,
        changed: Callable[[Sequence[Incoming]], None],
        looks: Sequence[str] = (),
    ) -> None:
        self._database = database
        self._channels = channels
        self.house = house
        """Given to every turn; another one counts from the next event on."""
        self._clock = clock
        self._door = door
        self._places = places
        self._wake = wake
        self._changed = changed
        self._looks = frozenset(looks)
        self.bell = Bell()
        self.idle = False
        self.handled = 0
        self.set_aside = 0
        self.retried = 0
        self.looked: dict[str, int] = {}
        """When each sweep has last taken its look, by its name."""
        self._stopping = False
        self._toasts: set[asyncio.Task[None]] = set()
        self._reading: dict[int, asyncio.Task[None]] = {}
        """Events for which something is read ahead, by their rows."""
        self._toast_room = asyncio.Semaphore(_TOASTS_AT_ONCE)
        self._clock_seen: int | None = None
        self._absence = Absence("worker")
        self._absence_beside = Absence("reading ahead")
        self.after: Callable[[], None] = lambda: None
        """Called after each look at the inbox."""
        self.set_back: Callable[[], None] = lambda: None
        """Called when the clock was set back, and what waits in the outbox with it."""
        self.raised: Callable[[Exception], None] = lambda _: None
        """Called with what a handler raised; its event is tried again all the same."""

    async def run(self) -> None:
        """Handle events until :meth:`stop`."""
        while not self._stopping:
            try:
                count, pause = await self._one_batch()
            except Busy as error:
                count, pause = 0, self._absence.lost(error)
            else:
                self._absence.over()
            if count == 0:
                self.idle = not self._reading
                self.after()
                await self.bell.wait(pause)
                self.idle = False
        for task in self._reading.values():
            task.cancel()
        ending = {*self._toasts, *self._reading.values()}
        if ending:
            await asyncio.wait(ending)

    def stop(self) -> None:
        """Finish the batch in hand, and no more."""
        self._stopping = True
        self.bell.ring()

    @property
    def toasting(self) -> bool:
        """Presses are being answered."""
        return bool(self._toasts)

    async def _one_batch(self) -> tuple[int, float]:
        now = self._clock.now()
        await self._mind_the_clock(now)
        # An event that is read beside may be done between this look and its answer: the answer would show it as due.
        beside = frozenset(self._reading)
        async with self._database.reading() as tx:
            rows = await inbox.due(tx, now, BATCH)
            if not rows:
                next_due = await inbox.next_due(tx)
                return 0, POLL_SECONDS if next_due is None else min(POLL_SECONDS, max(0.05, next_due - now))
        here = tuple(row for row in rows if row.id not in beside and not self._read_ahead(row))
        if not here:
            return 0, POLL_SECONDS
        try:
            await self._handle(here, now)
        except Exception as error:
            if is_busy(error):
                raise Busy(type(error).__name__) from error
            await self._one_by_one(here, now)
        return len(here), 0.0

    def _read_ahead(self, row: Kept) -> bool:
        """Whether something is read for this event before its turn: then it is handled beside the others."""
        if row.id in self._reading:
            return True
        event = next(iter(read_own(row.raw, row.received_at)), None) if row.channel in OWN else None
        wanted = None if event is None else self._door.ahead(event)
        if event is None or wanted is None:
            return False
        self._reading[row.id] = asyncio.create_task(self._beside(row, event, wanted))
        return True

    async def _beside(self, row: Kept, event: Incoming, wanted: Ahead) -> None:
        try:
            parts: Sequence[Any] = ()
            async with self._database.reading() as tx:
                needed = await wanted.wanted(tx, event, self.house)
            if needed:
                house = self.house
                parts = await read_apart(self._database, lambda tx: wanted.read(tx, event, house))
            for number in range(max(1, len(parts))):
                last = number + 1 >= len(parts)
                await self._handle((row,), self._clock.now(), ahead=parts[number : number + 1], last=last)
            self._absence_beside.over()
        except Exception as error:  # noqa: BLE001 - what fails is tried again, then set aside
            await self._not_read(row, error)
        finally:
            del self._reading[row.id]
            self.bell.ring()

    async def _not_read(self, row: Kept, error: Exception) -> None:
        try:
            if is_busy(error):
                raise error
            self.raised(error)
            await self._failed(row, place_of(error), self._clock.now(), again=row.tries < len(PAUSES))
        except Exception as found:  # noqa: BLE001 - the event stays due, and is taken up again
            if not is_busy(found):
                log.warning("failure not noted", row=row.id, error=place_of(found))
            await asyncio.sleep(self._absence_beside.lost(found))

    async def _mind_the_clock(self, now: int) -> None:
        """What waits for a time by a clock that was set back would wait too long. It may have been while we slept."""
        if self._clock_seen is None:
            async with self._database.reading() as tx:
                self._clock_seen = await inbox.newest(tx) or now
        if now < self._clock_seen - _CLOCK_SET_BACK:
            log.warning("clock set back", seconds=self._clock_seen - now)
            async with self._database.writing() as tx:
                await inbox.hurry(tx)
                await outbox.hurry(tx, now)
            self.set_back()
        self._clock_seen = now

    async def _handle(
        self, rows: Sequence[Kept], now: int, *, ahead: Sequence[Any] | None = None, last: bool = True
    ) -> None:
        """``ahead``: what was read for the event; it is done with the ``last`` part of that."""
        batch = Batch()
        async with self._database.writing() as tx:
            for row in rows:
                await self._event(tx, row, now, batch, ahead=ahead)
            if not last:
                batch.done.clear()
            await store(tx, batch.prepared, now)
            await inbox.done(tx, batch.done, now)
        self._committed(batch, now)

    async def _one_by_one(self, rows: Sequence[Kept], now: int) -> None:
        for row in rows:
            try:
                await self._handle((row,), now)
            except UnreadableEvent as error:
                await self._failed(row, str(error), now, again=False)
            except Exception as error:
                if is_busy(error):
                    raise Busy(type(error).__name__) from error
                self.raised(error)
                await self._failed(row, place_of(error), now, again=row.tries < len(PAUSES))

    def _read(self, row: Kept) -> tuple[Incoming, ...]:
        if row.channel in OWN:
            return read_own(row.raw, row.received_at)
        channel = self._channels.get(row.channel)
        if channel is None:
            raise UnreadableEvent(f"no channel named {row.channel}")
        return channel.read(row.raw, row.received_at)

    async def _event(
        self, tx: Transaction, row: Kept, now: int, batch: Batch, *, ahead: Sequence[Any] | None = None
    ) -> None:
        for event in self._read(row):
            turn = Turn(tx, event, self.house, ahead=ahead)
            await self._door.handle(turn)
            toast = answer_press(turn, event)
            await prepare(self._places, turn, event=event, now=now, into=batch.prepared)
            if event.kind is EventKind.CHAT_MOVED and event.moved_to:
                await self._places.moved(tx, event.channel, event.chat, event.moved_to, batch.prepared.found)
            if event.press is not None:
                batch.toasts.append((event, toast))
            batch.events.append(event)
            if event.kind is EventKind.TICK and event.text in self._looks:
                # What an earlier one did not get to see, this one has seen.
                await inbox.made_up_for(tx, row.channel, event.text, now)
        batch.done.append(row.id)

    async def _failed(self, row: Kept, error: str, now: int, *, again: bool) -> None:
        tries = row.tries + 1
        look = self._look_of(row)
        if look is not None:
            error = f"{look}: {error}"
        batch = Batch()
        async with self._database.writing() as tx:
            if again:
                log.warning("event failed", row=row.id, channel=row.channel, tries=tries, error=error)
                await inbox.retry(tx, row.id, tries=tries, due_at=now + PAUSES[row.tries], error=error)
                batch.retried = 1
                if row.tries == 0:
                    await self._apologise(tx, row, now, batch)
            else:
                log.error("event set aside", row=row.id, channel=row.channel, tries=tries, error=error)
                if look in self._looks:
                    # It fails every few minutes for as long as it does: the newest alone says so.
                    await inbox.made_up_for(tx, row.channel, look, now)
                await inbox.set_aside(tx, row.id, tries=tries, error=error, now=now)
                batch.set_aside = 1
        self._committed(batch, now)

    def _look_of(self, row: Kept) -> str | None:
        """Which look of the clock this is; None: it is something else."""
        if row.channel != CLOCK:
            return None
        try:
            return next(iter(read_own(row.raw, row.received_at))).text
        except UnreadableEvent:
            return None

    async def _apologise(self, tx: Transaction, row: Kept, now: int, batch: Batch) -> None:
        prepared = Prepared()
        toasts: list[tuple[Incoming, Toast | None]] = []
        try:
            async with tx.savepoint():
                for event in self._read(row):
                    turn = Turn(tx, event, self.house)
                    await self._door.trouble(turn)
                    toast = answer_press(turn, event)
                    await prepare(self._places, turn, event=event, now=now, into=prepared)
                    if event.press is not None:
                        toasts.append((event, toast))
                await store(tx, prepared, now)
        except Exception as error:
            if is_busy(error):
                raise
            # Whatever broke the event may break the apology: the event is kept all the same.
            self.raised(error)
            log.warning("could not tell the sender", row=row.id, error=place_of(error))
        else:
            batch.prepared, batch.toasts = prepared, toasts

    def _committed(self, batch: Batch, now: int) -> None:
        self.handled += len(batch.done)
        self.retried += batch.retried
        self.set_aside += batch.set_aside
        committed(batch.prepared, self._places, now, self._wake)
        self._changed(batch.events)
        self.looked |= {event.text: now for event in batch.events if event.kind is EventKind.TICK}
        for event, toast in batch.toasts:
            task = asyncio.create_task(self._answer(event, toast))
            self._toasts.add(task)
            task.add_done_callback(self._toasts.discard)

    async def _answer(self, event: Incoming, toast: Toast | None) -> None:
        channel = self._channels.get(event.channel)
        if channel is None or event.press is None:
            return
        async with self._toast_room:
            try:
                text, alert = (toast.text, toast.alert) if toast else ("", False)
                await channel.answer_press(event.press, text, alert=alert)
            except Exception as error:  # noqa: BLE001 - best effort by contract: the press has been handled
                log.warning("press not answered", channel=event.channel, error=place_of(error))
        self.after()
