"""Keeping what a channel hands over before the channel acknowledges it: sealed, once, whole batches at a time."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from bot.channels.base import Keep, RawEvent
from bot.clock import Clock
from storage import inbox
from storage.database import Database, Transaction


async def put_in(tx: Transaction, channel: str, events: Sequence[RawEvent], now: int) -> None:
    """Store events inside a transaction that does something else too."""
    await inbox.keep(tx, [inbox.NewEvent(channel, each.external_id, each.chat, each.raw) for each in events], now)


class Intake:
    """Where channels, the clock and the command line put their events."""

    def __init__(self, database: Database, clock: Clock, kept: Callable[[], None]) -> None:
        self._database = database
        self._clock = clock
        self._kept = kept
        self.last: dict[str, int] = {}
        """When each channel's platform last answered and what it had is stored, whether or not that was anything."""
        self.unkept: dict[str, int] = {}
        """Since when what a channel hands over can't be stored; gone when something of it is."""

    async def keep(self, channel: str, events: Sequence[RawEvent]) -> None:
        """Store a batch durably; what is there already stays as it is.

        Raises:
            Busy: it could not be stored; the channel does not acknowledge and asks its platform again.
        """
        now = self._clock.now()
        if events:
            try:
                async with self._database.writing() as tx:
                    await put_in(tx, channel, events, now)
            except Exception:
                self.unkept.setdefault(channel, now)
                raise
            self.unkept.pop(channel, None)
            self._kept()
        self.last[channel] = now

    def keeper(self, channel: str) -> Keep:
        """What a channel is given to keep its events with. Called with nothing, it notes that the platform answers."""

        async def keep(events: Sequence[RawEvent]) -> None:
            await self.keep(channel, events)

        return keep
