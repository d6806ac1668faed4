"""Fetching updates by long polling: a batch is kept before the next question acknowledges it.

The server forgets everything before ``offset``. So the offset is named only after a batch is stored, and only until the
server has answered once: without one it hands out the oldest that it still has, whatever its number. (After a silent
week numbers start anywhere, and an offset remembered from before could skip them.)
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from typing import Any

import structlog
from telegram.error import TelegramError

from bot.channels.base import Keep, RawEvent
from bot.channels.telegram.api import POLL_SECONDS, Api
from bot.channels.telegram.arrivals import Pulse, raw_event
from bot.channels.telegram.fields import Fields, number
from bot.channels.telegram.kinds import ALLOWED_UPDATES
from bot.channels.telegram.request import Refused

LIMIT = 100
ANSWER_SECONDS = 10.0
"""How long an answer may take beyond the time that the server holds the question."""

_HELD_SECONDS = 0.5
"""An answer without news that comes sooner was not held."""

log = structlog.get_logger("telegram")


@dataclass(frozen=True, slots=True)
class Pauses:
    """Seconds to wait before asking again; the last of each for ever.

    ``commit`` is never below one second: asked again at once, the server hands out one update only.
    """

    commit: tuple[float, ...] = (1.0, 1.0, 2.0, 5.0, 10.0)
    network: tuple[float, ...] = (0.5, 1.0, 2.0, 5.0, 10.0, 15.0)
    second_reader: tuple[float, ...] = (3.0, 5.0, 10.0, 30.0)
    rejected: tuple[float, ...] = (5.0, 15.0, 30.0, 60.0)
    idle: float = 0.5
    """For a server that does not hold the question, or gives again what it was told has arrived."""


PAUSES = Pauses()


class Polling:
    """Asks for updates until cancelled. ``before`` is done before the first question, again while it fails."""

    def __init__(
        self,
        api: Api,
        pulse: Pulse,
        *,
        before: Callable[[], Awaitable[None]],
        pauses: Pauses = PAUSES,
        poll_seconds: int = POLL_SECONDS,
    ) -> None:
        self._api = api
        self._pulse = pulse
        self._before = before
        self._pauses = pauses
        self._poll_seconds = poll_seconds
        self._ready = False
        self._offset: int | None = None
        self._failures = 0
        self._caught_up_at: float | None = None

    def caught_up(self, seconds: float = 0.0) -> bool:
        """Whether all that waited for us at the start has been kept, and so many seconds ago."""
        return self._caught_up_at is not None and time.monotonic() - self._caught_up_at >= seconds

    async def run(self, keep: Keep) -> None:
        """Fetch and keep; nothing that the server or the network does ends it."""
        self._offset = None
        while True:
            pause = await self._round(keep)
            if pause:
                await asyncio.sleep(pause)

    async def _round(self, keep: Keep) -> float:
        """One question and the keeping of its answer; seconds to wait before the next."""
        try:
            if not self._ready:
                await self._before()
                self._ready = True
            asked = time.monotonic()
            answer = await self._ask()
        except TelegramError as error:
            return self._failed(error)
        updates = tuple(each for each in answer if isinstance(each, dict)) if isinstance(answer, list) else ()
        known, behind = self._offset, self._caught_up_at is None
        pause = await self._keep(keep, updates)
        news = self._gives_news(updates, known)
        if behind and not pause:
            if len(updates) < LIMIT or not news:
                self._caught_up_at = time.monotonic() if updates else 0.0
            return 0.0
        if pause or news or time.monotonic() - asked >= _HELD_SECONDS:
            return pause
        return self._pauses.idle

    def _gives_news(self, updates: tuple[Fields, ...], known: int | None) -> bool:
        ids = [found for each in updates if (found := number(each, "update_id")) is not None]
        return any(known is None or each >= known for each in ids)

    async def _ask(self) -> Any:
        parameters: dict[str, Any] = {
            "limit": LIMIT,
            # What waited while we were away is asked for first, without being kept waiting if there is nothing.
            "timeout": 0 if self._caught_up_at is None else self._poll_seconds,
            "allowed_updates": list(ALLOWED_UPDATES),
        }
        if self._offset is not None:
            parameters["offset"] = self._offset
        return await self._api.call("getUpdates", parameters, seconds=self._poll_seconds + ANSWER_SECONDS)

    async def _keep(self, keep: Keep, updates: tuple[Fields, ...]) -> float:
        events, last = _events(updates)
        try:
            await keep(events)
        except Exception as error:  # noqa: BLE001 - whatever stops the storing, nothing may be acknowledged
            return self._not_kept(error)
        self._offset = None if last is None else last + 1
        self._failures = 0
        if self._pulse.well(len(events)):
            log.info("updates arrive again")
        return 0.0

    def _not_kept(self, error: Exception) -> float:
        # The type alone: an error of the database may quote what it was given.
        text = f"not stored: {type(error).__name__}"
        if self._pulse.failed(text):
            log.error("updates not stored, nothing acknowledged", error=type(error).__name__)
        return self._pause(self._pauses.commit)

    def _failed(self, error: TelegramError) -> float:
        text = str(error)
        code = error.code if isinstance(error, Refused) else 0
        news = self._pulse.failed(text, second_reader=code == 409, rejected=code in (401, 404))
        if code == 409:
            # A webhook set meanwhile says the same code: taking it off is part of what is done before asking.
            self._ready = "webhook" not in text.lower() and self._ready
        if news:
            log.warning("no updates", code=code or None, says=text)
        if isinstance(error, Refused) and error.retry_after is not None:
            return error.retry_after
        pauses: Mapping[int, tuple[float, ...]] = {
            409: self._pauses.second_reader,
            401: self._pauses.rejected,
            404: self._pauses.rejected,
        }
        return self._pause(pauses.get(code, self._pauses.network))

    def _pause(self, pauses: tuple[float, ...]) -> float:
        self._failures += 1
        return pauses[min(self._failures, len(pauses)) - 1]


def _events(updates: tuple[Fields, ...]) -> tuple[tuple[RawEvent, ...], int | None]:
    events: list[RawEvent] = []
    last: int | None = None
    for update in updates:
        update_id = number(update, "update_id")
        if update_id is None:
            # Without a number it can be neither kept once nor acknowledged by itself.
            log.error("update without an id left out")
            continue
        events.append(raw_event(update))
        last = update_id if last is None else max(last, update_id)
    return tuple(events), last
