"""Which lane may go next: the lanes of one channel that have something waiting, the most urgent first.

A hint in memory of what the outbox says: a lane too many costs one empty look, and a lane too few is found by the
next sweep over the outbox. A lane is in one pair of hands at a time, so its rows leave in order.
"""

from __future__ import annotations

import heapq
from collections.abc import Iterator
from dataclasses import dataclass, field

from bot.flow.pace import Call, Pace

PRIORITIES = 3


@dataclass(slots=True)
class LaneState:
    """One lane in memory: ``chat`` is where it leads, ``waiting`` how many rows of each priority wait, if known."""

    id: int
    channel: str
    chat: str
    group: bool
    ticket: int | None = None
    """The ticket whose thread this lane is."""
    waiting: list[int] = field(default_factory=lambda: [0] * PRIORITIES)
    busy: bool = False
    not_before: float = 0.0
    slowed: bool = False
    """The chat's own rate was the bottleneck, so that what waits may be gathered."""
    troubles: int = 0
    """How often in a row the platform could not be asked or did not answer."""
    reopen: bool = False
    """The thread was found closed: open it first."""
    threadless: bool = False
    """No thread could be made for this ticket: send without."""
    call: Call | None = None
    """The call that it may make, as the pace counts it."""
    key: tuple[int, int] | None = None
    """Where it stands in the queue; None when it doesn't."""
    place: tuple[int, int] = (0, 0)
    """Where it stood when it was picked."""

    @property
    def priority(self) -> int | None:
        """The most urgent that waits."""
        return next((priority for priority, count in enumerate(self.waiting) if count), None)


class ReadyLanes:
    """The lanes of one channel, and which of them may go now."""

    def __init__(self, pace: Pace) -> None:
        self.pace = pace
        self._lanes: dict[int, LaneState] = {}
        self._ready: list[tuple[int, int, int]] = []
        self._timers: list[tuple[float, int, int]] = []
        self._order = 0
        self._wait_until: float | None = None

    def __len__(self) -> int:
        return len(self._lanes)

    def __iter__(self) -> Iterator[LaneState]:
        return iter(self._lanes.values())

    def get(self, lane_id: int) -> LaneState | None:
        """A lane that has something waiting."""
        return self._lanes.get(lane_id)

    def add(self, state: LaneState, priority: int, count: int = 1) -> None:
        """So many rows more wait in this lane."""
        known = self._lanes.setdefault(state.id, state)
        known.waiting[priority] += count
        self._queue(known)

    def at_least(self, state: LaneState, priority: int, count: int) -> None:
        """The outbox says that so many rows wait in this lane."""
        known = self._lanes.setdefault(state.id, state)
        known.waiting[priority] = max(known.waiting[priority], count)
        self._queue(known)

    def _queue(self, state: LaneState) -> None:
        priority = state.priority
        if state.busy or priority is None or (state.key is not None and state.key[0] <= priority):
            return
        self._order += 1
        state.key = (priority, self._order)
        heapq.heappush(self._ready, (*state.key, state.id))

    def _park(self, state: LaneState, until: float) -> None:
        # It keeps its place, so that whoever waited longest goes first when the chat is free again.
        assert state.key is not None
        heapq.heappush(self._timers, (until, state.key[1], state.id))

    def pick(self, now: float, room: int, patient_room: int | None = None) -> list[LaneState]:
        """At most ``room`` lanes that may each make one call now; each call is counted, each lane is in hand.

        At most ``patient_room`` of them with nothing that somebody waits for.
        """
        while self._timers and self._timers[0][0] <= now:
            _, order, lane_id = heapq.heappop(self._timers)
            state = self._lanes.get(lane_id)
            if state is not None and state.key is not None and state.key[1] == order:
                heapq.heappush(self._ready, (*state.key, lane_id))
        self._wait_until = None
        picked: list[LaneState] = []
        patient = 0
        while self._ready and len(picked) < room:
            priority, order, lane_id = self._ready[0]
            state = self._lanes.get(lane_id)
            if state is None or state.key != (priority, order):
                heapq.heappop(self._ready)
                continue
            if priority > 0 and patient_room is not None and patient_room <= patient:
                break
            overall = self.pace.overall_at(now, spaced=priority > 0)
            if overall > now:
                self._wait_until = overall
                break
            heapq.heappop(self._ready)
            free = max(state.not_before, self.pace.chat_at(state.chat, now, group=state.group))
            if free > now:
                state.slowed = state.slowed or state.not_before <= now
                self._park(state, free)
                continue
            state.call = self.pace.spend(state.chat, now, group=state.group)
            state.busy, state.key, state.place = True, None, (priority, order)
            patient += priority > 0
            picked.append(state)
        return picked

    def next_at(self) -> float | None:
        """When the next lane may go, None when nothing waits for a time."""
        times = [at for at in (self._wait_until, self._timers[0][0] if self._timers else None) if at is not None]
        return min(times) if times else None

    def finish(self, state: LaneState, spent: dict[int, int], *, slowed: bool = False) -> None:
        """The lane is out of hand; ``spent`` rows of each priority no longer wait."""
        for priority, count in spent.items():
            state.waiting[priority] = max(0, state.waiting[priority] - count)
        state.busy = False
        state.slowed = slowed
        if state.priority is None and not state.troubles:
            self._lanes.pop(state.id, None)
        else:
            self._queue(state)

    def reckon(self, state: LaneState, heavy: int, now: float) -> bool:
        """Count the lane's call as so many (0: it is none that counts). False: that is too much for now.

        Then the lane is out of hand and keeps its place, and nothing else goes to its chat before.
        """
        call = state.call
        if call is None:
            return True
        until = self.pace.room_for(state.chat, heavy - 1, now, group=state.group) if heavy > 1 else now
        if heavy and until <= now:
            self.pace.spend_more(state.chat, call, heavy - 1, group=state.group)
            return True
        self.pace.spare(state.chat, call, group=state.group)
        state.call = None
        if not heavy:
            return True
        self.pace.block(state.chat, until)
        state.busy, state.slowed, state.key = False, True, state.place
        self._park(state, until)
        return False

    def not_now(self, state: LaneState, now: float, until: float) -> None:
        """Nothing could be looked up for the lane: it made no call, and is asked again then."""
        self.reckon(state, 0, now)
        state.not_before = until
        self.finish(state, {})

    def drop(self, state: LaneState) -> None:
        """The lane is held: nothing leaves until it is released."""
        state.busy, state.key = False, None
        self._lanes.pop(state.id, None)

    def hurry(self, chat: str) -> None:
        """Something changed in this chat: its lanes don't wait any longer, unless the platform asked to."""
        self.pace.unblock(chat)
        for state in self._lanes.values():
            if state.chat == chat and not state.busy:
                state.not_before, state.troubles = 0.0, 0
                if state.key is not None:
                    heapq.heappush(self._ready, (*state.key, state.id))

    def pause_ends(self, chat: str, at: float) -> None:
        """What this chat waits for ends then, and earlier than was thought."""
        self.pace.unblock(chat, asked=True)
        self.pace.block(chat, at, asked=True)
        self.hurry(chat)
        for state in self._lanes.values():
            if state.chat == chat and not state.busy:
                state.not_before = at
