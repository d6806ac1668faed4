"""What comes from earlier: calls that whoever ran before us has made, and rows that were kept for want of a right."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Iterable, Mapping

from bot.flow.pace import Pace
from bot.flow.places import Found, Places
from storage import outbox
from storage.database import Database
from storage.outbox import Lane

PARKED_SECONDS = 1800.0
"""How often what a group gives us no right for is tried again, unless we hear that our rights there have changed."""


class Earlier:
    """Takes up what is from before. ``paces``: by channel."""

    def __init__(self, database: Database, places: Places, paces: Mapping[str, Pace]) -> None:
        self._database = database
        self._places = places
        self._paces = paces
        self._recalled = False
        self._unpark_at = 0.0

    def rights_changed(self) -> None:
        """What was kept may go now. A plain member of a group is not told: that is what the clock is for."""
        self._unpark_at = 0.0

    async def unpark(self) -> None:
        """Let what was kept be tried again, if it is time.

        Raises:
            Busy: the database can't be had.
        """
        clock = time.monotonic()
        if clock < self._unpark_at:
            return
        async with self._database.reading() as tx:
            some = await outbox.parked(tx) > 0
        if some:
            async with self._database.writing() as tx:
                await outbox.unpark(tx)
        self._unpark_at = clock + PARKED_SECONDS

    async def recall(self, waiting: Iterable[Lane], now: int) -> None:
        """Count, once, what was said of late: it was written down, or its row is among those in ``waiting`` lanes.

        What may have been said is written down as said: the next one to be started would know nothing of it.

        Raises:
            Busy: the database can't be had.
        """
        if self._recalled:
            return
        states = {lane.id: self._places.state(lane) for lane in waiting if lane.channel in self._paces}
        unknown = Counter((state.channel, state.chat, state.group) for state in states.values())
        learnt = Found()
        async with self._database.writing() as tx:
            for channel in self._paces:
                groups = {chat: n for (theirs, chat, group), n in unknown.items() if group and theirs == channel}
                await self._places.recall_calls(tx, channel, groups, now, learnt)
        self._places.adopt(learnt)
        clock = time.monotonic()
        for channel, pace in self._paces.items():
            for chat, times in self._places.calls_of(channel).items():
                pace.recall(chat, [now - at for at in times], clock, group=True)
        for channel, chat, group in unknown:
            if not group:
                self._paces[channel].recall(chat, [0.0], clock, group=False)
        self._recalled = True
