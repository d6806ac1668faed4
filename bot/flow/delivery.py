"""Letting messages leave: lanes side by side, each in order, one call at a time for each lane.

A lane's next call starts after the last one is recorded, so that a crash repeats at most one message in a chat. What
came back is recorded in batches: while one batch is being written, the next gathers.
"""

from __future__ import annotations

import asyncio
import time
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace

from bot.channels.base import Channel, NotFetched, Outcome, Result
from bot.clock import Clock
from bot.flow.absence import Absence
from bot.flow.calling import Parts, call
from bot.flow.earlier import Earlier
from bot.flow.files import FileBroke
from bot.flow.gather import MOST, gather
from bot.flow.lanes import LaneState, ReadyLanes
from bot.flow.ledger import Effect, Finished, Job, Ledger
from bot.flow.openings import Openings
from bot.flow.pace import Pace, PaceRules
from bot.flow.packing import progress_of, unpack
from bot.flow.places import Places
from bot.flow.record import WORTH_KEEPING, growing, record
from bot.flow.resolve import Nothing, Perform, Row, apportion, counts, resolve, weight
from bot.flow.trouble import place_of
from bot.flow.wake import Bell
from handlers.core.vocabulary import Address, ChatKind, EventKind, Incoming, Outgoing, OutKind, Refusal
from storage import outbox
from storage.database import Database, Transaction
from storage.errors import Busy
from storage.outbox import Lane, Waiting

SWEEP_SECONDS = 5.0
"""How often the outbox itself is looked through, behind the wake-ups."""
LONGEST_PAUSE = 3600.0
SILENT_AFTER = 5
"""After so many calls in a row without an answer the platform is taken to be away."""
_BUSY_SECONDS = 1.0


class Delivery:
    """Carries out what waits in the outbox."""

    def __init__(
        self,
        database: Database,
        *,
        channels: Mapping[str, Channel],
        clock: Clock,
        places: Places,
        pace: Mapping[str, PaceRules],
        parts: Parts,
    ) -> None:
        self._database = database
        self._channels = channels
        self._abilities = {name: channel.abilities for name, channel in channels.items()}
        self._clock = clock
        self._places = places
        self._parts = parts
        self._openings = Openings(database)
        self.told: Callable[[], None] = lambda: None
        """Called when outcomes were put into the inbox."""
        self._ready = {name: ReadyLanes(Pace(pace.get(name, PaceRules()))) for name in channels}
        self._in_flight: dict[str, int] = dict.fromkeys(channels, 0)
        self._patient: dict[str, int] = dict.fromkeys(channels, 0)
        """How many of those nobody waits for: half the room stays free for answers while files are being made."""
        self._troubled: dict[str, int] = dict.fromkeys(channels, 0)
        self._away: dict[str, tuple[int, float]] = dict.fromkeys(channels, (0, 0.0))
        self._tasks: set[asyncio.Task[None]] = set()
        self._finished: list[Finished] = []
        self._since_sweep: set[int] = set()
        self._earlier = Earlier(database, places, {name: ready.pace for name, ready in self._ready.items()})
        self._bell = Bell()
        self._back = Bell()
        self._sweep_asked = True
        self._absence = Absence("delivery")
        self._absence_recording = Absence("recording")
        self._stopping = False
        self._looking = False
        self._recording = False
        self.outcomes: Counter[tuple[str, str]] = Counter()  # Calls by channel and result, for the metrics.
        self.after: Callable[[], None] = lambda: None  # When something was recorded, or there was nothing to do.

    @property
    def idle(self) -> bool:
        """Nothing is in flight, being looked at or being recorded."""
        return not (self._tasks or self._finished or self._looking or self._recording or self._sweep_asked)

    @property
    def troubled(self) -> tuple[str, ...]:
        """Channels whose platform does not answer."""
        return tuple(name for name, times in self._troubled.items() if times >= SILENT_AFTER)

    def waits(self, lane: Lane) -> bool:
        """Whether the platform asked for more than a moment's patience in this lane's chat, maybe through another."""
        ready = self._ready.get(lane.channel)
        return ready is not None and ready.pace.asked(self._places.state(lane).chat, time.monotonic() + WORTH_KEEPING)

    def wake(self, lane: Lane, priority: int) -> None:
        """A row was put into this lane and may go now."""
        ready = self._ready.get(lane.channel)
        if ready is not None:
            ready.add(self._places.state(lane), priority)
            self._bell.ring()

    def sweep_soon(self) -> None:
        """Look through the outbox: the clock was moved, or rows were put back."""
        self._sweep_asked = True
        self._bell.ring()

    def changed(self, events: Sequence[Incoming]) -> None:
        """These events were handled: what they say about chats may end pauses."""
        if any((event.channel, event.chat) in self._places.held for event in events):
            self.sweep_soon()
        for event in events:
            ready = self._ready.get(event.channel)
            if ready is None:
                continue
            by_people = event.kind is EventKind.THREAD and event.member != "made"
            if event.kind is EventKind.MEMBERSHIP and event.chat_kind is ChatKind.GROUP:
                self._earlier.rights_changed()
                self._sweep_asked = True
            if event.kind is EventKind.MEMBERSHIP or by_people:
                self._places.forget_threads(event.channel, event.chat)
                ready.hurry(event.chat)
                self._bell.ring()
            if event.kind is EventKind.CHAT_MOVED:
                self._follow_moves()

    async def run(self) -> None:
        """Deliver until :meth:`stop`."""
        async with asyncio.TaskGroup() as group:
            recorder = group.create_task(self._record_all())
            await self._dispatch()
            if self._tasks:
                await asyncio.wait(self._tasks)
            self._back.ring()
            await recorder

    def stop(self) -> None:
        """Begin nothing new; what is in flight is finished and recorded."""
        self._stopping = True
        self._bell.ring()
        self._back.ring()

    def abandon(self) -> None:
        """Don't wait any longer for what is in flight: its rows stay and go again next time."""
        for task in self._tasks:
            task.cancel()

    async def _dispatch(self) -> None:
        swept = 0.0
        while not self._stopping:
            now = time.monotonic()
            self._looking = True
            try:
                if self._sweep_asked or now - swept >= SWEEP_SECONDS:
                    self._sweep_asked = False
                    await self._sweep()
                    swept = now = time.monotonic()
                busy = await self._pick_and_start(now)
            except Busy as error:
                # What was due when it went away stays due: without a pause it would be asked for without end.
                busy, pause = False, self._absence.lost(error)
                self._sweep_asked = True
            else:
                self._absence.over()
                times = [at for ready in self._ready.values() if (at := ready.next_at()) is not None]
                pause = min([swept + SWEEP_SECONDS, *times]) - time.monotonic()
            finally:
                self._looking = False
            if not busy:
                self.after()
                await self._bell.wait(pause)

    async def _sweep(self) -> None:
        self._since_sweep.clear()
        await self._earlier.unpark()
        now, clock = self._clock.now(), time.monotonic()
        async with self._database.reading() as tx:
            await self._places.look_who_is_held(tx)
            found = await outbox.ready(tx, now, self._places.by_id)
        await self._earlier.recall([each.lane for each in found], now)
        for each in found:
            ready = self._ready.get(each.lane.channel)
            if ready is None or each.lane.id in self._since_sweep:
                continue
            known = ready.get(each.lane.id)
            if known is not None and known.busy:
                continue
            self._places.by_id[each.lane.id] = each.lane
            state = known or self._places.state(each.lane)
            if each.paused_until is not None:
                left = min(max(0, each.paused_until - now), LONGEST_PAUSE)
                if known is None:
                    # Noted by an earlier run: most likely the platform asked it of the whole chat.
                    state.not_before = clock + left
                    ready.pace.block(state.chat, clock + left, asked=True)
                elif known.not_before - clock > left + WORTH_KEEPING:
                    # The machine slept, or its clock was moved: what the outbox notes counts.
                    ready.pause_ends(state.chat, clock + left)
                    self._channels[state.channel].pause_ended(state.chat)
            ready.at_least(state, each.priority, each.count)

    async def _pick_and_start(self, now: float) -> bool:
        picked: list[LaneState] = []
        for name, ready in self._ready.items():
            # While the platform does not answer, one call at a time asks whether it does again.
            room = (1 if self._troubled[name] >= SILENT_AFTER else self._parts.at_once) - self._in_flight[name]
            if room > 0:
                picked += ready.pick(now, room, (self._parts.at_once + 1) // 2 - self._patient[name])
        if not picked:
            return False
        looked = {state.id: tuple(state.waiting) for state in picked}
        try:
            jobs = await self._look(picked)
        except BaseException:
            for state in picked:
                self._ready[state.channel].not_now(state, now, now + _BUSY_SECONDS)
            raise
        for state in picked:
            job = jobs.get(state.id)
            heavy = weight(job.step) if isinstance(job, Job) and counts(job.step) else 0
            if not self._ready[state.channel].reckon(state, heavy, now):
                continue
            if job is None:
                self._ready[state.channel].finish(state, dict(enumerate(looked[state.id])))
            else:
                self._start(job)
        return True

    async def _look(self, picked: Sequence[LaneState]) -> dict[int, Job | Finished]:
        now = self._clock.now()
        states = {state.id: state for state in picked}
        jobs: dict[int, Job | Finished] = {}
        async with self._database.reading() as tx:
            for waiting in await outbox.heads(tx, list(states), now):
                state = states[waiting.lane_id]
                jobs[state.id] = await self._job(tx, state, waiting, now)
        return jobs

    async def _job(self, tx: Transaction, state: LaneState, waiting: Waiting, now: int) -> Job | Finished:
        row: Row | None = None
        abilities = self._channels[state.channel].abilities
        try:
            row = Row(waiting, unpack(waiting.payload), progress_of(waiting.payload))
            rows: tuple[Row, ...] = (row,)
            message = row.message
            if state.slowed and message.gather is not None:
                behind = [Row(each, unpack(each.payload)) for each in await outbox.of_lane(tx, state.id, now, MOST)]
                message, count = gather([each.message for each in behind], abilities)
                rows = tuple(behind[:count])
            return Job(state, rows, apportion(await resolve(tx, message, state, abilities, self._places), row))
        except (LookupError, ValueError, TypeError, AttributeError, ArithmeticError) as error:
            # One row that makes no sense must not stop the others.
            if row is None:
                row = Row(waiting, Outgoing(OutKind.SEND, to=Address(state.channel, state.chat)))
            broken = place_of(error)
            return Finished(Job(state, (row,), Nothing(Refusal.REFUSED)), Outcome(Result.REFUSED), broken)

    def _start(self, job: Job | Finished) -> None:
        if isinstance(job, Finished):
            self._came_back(job)
            return
        if isinstance(job.step, Nothing):
            refusal = job.step.refusal
            result = Result.DELIVERED if refusal is None else Result.REFUSED
            self._came_back(Finished(job, Outcome(result, refusal=refusal)))
            return
        self._in_flight[job.state.channel] += 1
        self._patient[job.state.channel] += job.rows[0].waiting.priority > 0
        task = asyncio.create_task(self._carry_out(job))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    def _came_back(self, finished: Finished) -> None:
        self._finished.append(finished)
        self._back.ring()

    async def _carry_out(self, job: Job) -> None:
        name = job.state.channel
        sent = time.monotonic()
        try:
            async with self._openings.counted(job, self._parts) as parts:
                outcome = await call(self._channels[name], job, parts)
        except asyncio.CancelledError:
            raise
        except NotFetched as error:
            finished = Finished(job, error.outcome)
        except FileBroke as error:
            where = place_of(error.__cause__ or error)
            finished = Finished(job, Outcome(Result.REFUSED, at_fault=(error.part,)), where)
        except Exception as error:  # noqa: BLE001 - whatever breaks in making or sending one row is that row's own
            finished = Finished(job, Outcome(Result.REFUSED), place_of(error))
        else:
            finished = Finished(job, outcome)
        finally:
            if job.state.call is not None:
                self._ready[name].pace.answered(job.state.call, sent, time.monotonic())
            self._in_flight[name] -= 1
            self._patient[name] -= job.rows[0].waiting.priority > 0
        outcome = finished.outcome
        if outcome.result is Result.LATER and outcome.retry_after > 0 and not outcome.whole_channel:
            # At once: until it is written down, other lanes of this chat would go on asking.
            self._ready[name].pace.block(job.state.chat, time.monotonic() + outcome.retry_after, asked=True)
        self._came_back(finished)

    async def _record_all(self) -> None:
        while True:
            if not self._finished:
                if self._stopping and not self._tasks and not self._looking:
                    return
                await self._back.wait(SWEEP_SECONDS)
                continue
            batch, self._finished = self._finished, []
            self._recording = True
            try:
                await self._record(batch)
            finally:
                self._recording = False
            self.after()

    async def _record(self, batch: list[Finished]) -> None:
        while True:
            try:
                async with self._database.writing() as tx:
                    ledger = await record(tx, batch, self._places, self._clock.now(), self._abilities)
            except Busy as error:
                # Until it can be written down, these lanes stay in hand: nothing is sent that could not be recorded.
                await asyncio.sleep(self._absence_recording.lost(error))
            except Exception as error:
                if len(batch) > 1:
                    for each in batch:
                        await self._record([each])
                    return
                if batch[0].broken:
                    raise
                # It may well have been sent: setting it aside is better than sending it for ever.
                batch = [replace(batch[0], broken=place_of(error), final=True)]
            else:
                self._absence_recording.over()
                self._count(batch)
                self._apply(ledger)
                return

    def _apply(self, ledger: Ledger) -> None:
        self._places.adopt(ledger.found)
        if ledger.found.moves:
            self._follow_moves()
        for effect in ledger.effects:
            self._release(effect)
        if ledger.events:
            self.told()
        self._bell.ring()

    def _release(self, effect: Effect) -> None:
        job, now = effect.job, time.monotonic()
        state, ready = job.state, self._ready[job.state.channel]
        if state.ticket is not None and not (effect.gone and isinstance(job.step, Perform)):
            self._places.forget_threads(state.channel, state.chat, state.ticket)
        self._since_sweep.add(state.id)
        self._troubled[state.channel] = 0 if effect.works else self._troubled[state.channel] + 1
        if effect.works:
            self._away[state.channel] = (0, 0.0)
        elif effect.channel_pauses:
            self._leave_alone(state.channel, effect.channel_pauses, now)
        state.troubles = state.troubles + 1 if effect.lane_pause else 0
        if effect.hold:
            self._places.held.add((state.channel, state.chat))
            ready.drop(state)
            self._sweep_asked = self._sweep_asked or effect.moved
            return
        if effect.lane_pause:
            state.not_before = now + effect.lane_pause
        if effect.chat_pause:
            ready.pace.block(state.chat, now + effect.chat_pause)
        if effect.channel_pause:
            ready.pace.block_all(now + effect.channel_pause)
        ready.finish(state, job.spent if effect.gone else {}, slowed=effect.chat_pause > 0)

    def _leave_alone(self, channel: str, pauses: tuple[int, ...], now: float) -> None:
        times, until = self._away[channel]
        # Many calls fail together when a platform goes away: they are one failure.
        if now >= until:
            until = now + growing(pauses, times)
            self._away[channel] = (times + 1, until)
        self._ready[channel].pace.block_all(until)

    def _count(self, finished: Iterable[Finished]) -> None:
        self.outcomes.update((each.job.state.channel, each.result) for each in finished)

    def _follow_moves(self) -> None:
        for ready in self._ready.values():
            for state in ready:
                state.chat = self._places.now_at(state.channel, state.chat)
