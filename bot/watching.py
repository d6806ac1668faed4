"""Looking every half minute how the flow is doing, and telling the admins what is wrong.

They are told by way of the inbox and the outbox, like everything that is said. Where those can't be written (a full
disk, a database server that is away) that is the very thing to tell: then they are written to straight through the
channel, from what was known of them while the database could be read.
"""

from __future__ import annotations

from collections.abc import Mapping

import structlog

from bot.channels.base import Result, Work
from bot.engine import Engine
from bot.flow.trouble import place_of
from handlers.clock.alarms import kind_of, words
from handlers.core.admins import admins
from handlers.core.texts import locale_for
from handlers.core.vocabulary import OutKind
from storage.errors import StorageError
from storage.people import Person

ALARM = "alarm"
"""The tick that brings problems to the admins."""
_EVERY = 3600
"""Who is told every half minute stops reading. What is new is told at once."""
_TWICE = frozenset({"sweeps_late", "database_away"})
"""What is a problem at the second look only: a machine that slept wakes up with late looks and takes them at once, and
a database server that is started anew is back in a moment. The health page says both at once."""
_IN_THE_WAY = frozenset({"database_away", "unkept", "inbox_old"})
"""What may keep an alarm from being handled."""
_PATIENCE_SECONDS = 20

log = structlog.get_logger("watch")


class Watch:
    """Looks at an engine's vitals."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._before: frozenset[str] = frozenset()
        self._admins: tuple[Person, ...] = ()
        self._told: dict[str, int] = {}
        """When each problem was told straight through the channel."""

    async def look(self) -> None:
        """Look, and let the admins be told if something is wrong."""
        vitals = await self._engine.vitals()
        found, before = vitals.problems, self._before
        self._before = frozenset(found)
        await self._remember_admins()
        problems = {name: number for name, number in found.items() if name not in _TWICE or name in before}
        if not problems:
            return
        log.warning("needs attention", **problems)
        await self.tell(problems)
        if vitals.unhandled >= _PATIENCE_SECONDS:
            # An alarm is so small that it may be stored where nothing else is, and then lie there.
            lasting = {name: number for name, number in problems.items() if name in _IN_THE_WAY and name in before}
            await self._tell_straight_away(lasting)

    async def tell(self, problems: Mapping[str, int], *, every: int = _EVERY) -> None:
        """Let the admins be told of these, each with its number; the same ones once in so many seconds."""
        try:
            await self._engine.tick(ALARM, dict(problems), every=every, about=",".join(sorted(problems)))
        except StorageError as error:
            log.warning("alarm not stored, told straight away", error=type(error).__name__)
            await self._tell_straight_away(problems)

    async def _remember_admins(self) -> None:
        try:
            async with self._engine.database.reading() as tx:
                self._admins = await admins(tx)
        except StorageError as error:
            log.warning("watch could not look", error=type(error).__name__)

    async def _tell_straight_away(self, problems: Mapping[str, int]) -> None:
        now = self._engine.clock.now()
        for name, number in problems.items():
            last = self._told.get(name)
            if last is not None and now - last < kind_of(name).every:
                continue
            told = [await self._send(person, name, number) for person in self._admins]
            if any(told):
                self._told[name] = now

    async def _send(self, person: Person, name: str, number: int) -> bool:
        channel = self._engine.channels.get(person.channel)
        if channel is None or person.private is None or not person.reachable:
            return False
        text = words(locale_for(person.language), name, number)
        try:
            outcome = await channel.perform(Work(OutKind.SEND, person.private, text=text))
        except Exception as error:  # noqa: BLE001 - best effort: the log and the health page say it too
            log.warning("admin not told", error=place_of(error))
            return False
        return outcome.result is Result.DELIVERED
