"""Updates that wait for the bot: handed out and forgotten exactly as the Bot API's server does it.

Source: ``Client.cpp`` of tdlib/telegram-bot-api (``process_get_updates_query``, ``do_get_updates``, ``add_update``).
"""

from __future__ import annotations

import asyncio
import time
from collections import deque
from collections.abc import Callable, Collection
from dataclasses import dataclass
from itertools import islice

from sandbox.records import Json
from sandbox.refusal import Refusal, conflict
from sandbox.tally import Tally

MAX_TIMEOUT = 50
MAX_LIMIT = 100
KINDS = frozenset(
    {
        "message",
        "edited_message",
        "callback_query",
        "my_chat_member",
        "chat_member",
        "message_reaction",
        "message_reaction_count",
    }
)
"""What the sandbox can tell; others may be asked for and never come."""
UNASKED = KINDS - {"chat_member", "message_reaction", "message_reaction_count"}
"""What comes when nothing is asked for: the rest must be named."""
KEPT_SECONDS = 86_400
"""Updates that nobody fetches are dropped after a day."""
_GATHER_SECONDS = 0.002
_CONFLICT_SECONDS = 3.0


@dataclass(frozen=True, slots=True)
class Update:
    """One waiting update. ``lane``: updates of one lane are brought to a webhook one after another."""

    id: int
    kind: str
    body: Json
    lane: int
    date: float

    def render(self) -> Json:
        """The Bot API's Update."""
        return {"update_id": self.id, self.kind: self.body}


class Feed:
    """The queue of one bot. ``expires``: unfetched updates are dropped after a day of the sandbox's clock."""

    def __init__(self, now: Callable[[], float], tally: Tally, *, first_id: int = 1, expires: bool = False) -> None:
        self._now = now
        self._tally = tally
        self._expires = expires
        self.pending: deque[Update] = deque()
        self.next_id = first_id
        self.allowed: frozenset[str] | None = None
        self.webhook_active = False
        self.added: Callable[[], None] | None = None
        self._poll: asyncio.Future[bool] | None = None
        self._wake_planned = False
        self._previous_offset = -1
        self._previous_start = 0.0
        self._next_conflict = 0.0
        self._less = asyncio.Event()
        self.gather_seconds = _GATHER_SECONDS
        """How long a question that was held waits for more updates, once there is one."""

    def wants(self, kind: str) -> bool:
        """Whether this kind of update is asked for."""
        return kind in (UNASKED if self.allowed is None else self.allowed)

    def allow(self, kinds: Collection[str] | None) -> None:
        """Remember what is asked for; None: as before, an empty list: what comes unasked."""
        if kinds is not None:
            self.allowed = frozenset(kinds) or None

    def add(self, kind: str, body: Json, lane: int) -> None:
        """Let the bot know, if it asked for this kind."""
        if self.wants(kind):
            self.append(kind, body, lane)

    def append(self, kind: str, body: Json, lane: int) -> int:
        """Put an update at the end whether or not it is asked for; returns its id."""
        update_id = self.next_id
        self.next_id += 1
        self.pending.append(Update(update_id, kind, body, lane, self._now()))
        self._tally.made += 1
        if self.added is not None:
            self.added()
        if self._poll is not None and not self._wake_planned:
            self._wake_planned = True
            # The server waits a moment for more before it answers a question that it held.
            asyncio.get_running_loop().call_later(self.gather_seconds, self._wake)
        return update_id

    def _wake(self) -> None:
        self._wake_planned = False
        if self._poll is not None and not self._poll.done():
            self._poll.set_result(True)

    async def get(self, offset: int, limit: int, timeout: int) -> list[Json]:
        """``getUpdates``: forget what is before ``offset``, wait if there is nothing, hand out what there is.

        Raises:
            Refusal: 409 with a webhook set, or when another reader came.
        """
        if self.webhook_active:
            raise await self._conflict(
                "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"
            )
        limit = limit if 1 <= limit <= MAX_LIMIT else MAX_LIMIT
        timeout = min(max(timeout, 0), MAX_TIMEOUT)
        now = time.monotonic()
        if offset == self._previous_offset:
            if timeout < 3 and now < self._previous_start + 3.0:
                timeout = 3
            if now < self._previous_start + 0.5:
                limit = 1
        self._previous_offset, self._previous_start = offset, now
        found = self._take(offset, limit)
        if found or not timeout:
            return found
        await self._hold(timeout)
        return self._take(offset, limit)

    async def _hold(self, timeout: float) -> None:
        loop = asyncio.get_running_loop()
        if self._poll is not None and not self._poll.done():
            self._poll.set_result(False)
        poll = self._poll = loop.create_future()
        handle = loop.call_later(timeout, _end, poll)
        try:
            ours = await poll
        finally:
            handle.cancel()
            if self._poll is poll:
                self._poll = None
        if not ours:
            raise await self._conflict(
                "terminated by other getUpdates request; make sure that only one bot instance is running"
            )

    async def _conflict(self, words: str) -> Refusal:
        now = time.monotonic()
        if now >= self._next_conflict:
            self._next_conflict = now + _CONFLICT_SECONDS
        else:
            await asyncio.sleep(_CONFLICT_SECONDS)
        return conflict(words)

    def _take(self, offset: int, limit: int) -> list[Json]:
        self.expire()
        if offset < 0:
            self.forget(len(self.pending) + offset)
        # An offset far in the future is taken for a mistake, and nothing is forgotten.
        elif offset <= self.next_id + 10:
            count = 0
            for update in self.pending:
                if update.id >= offset:
                    break
                count += 1
            self._tally.acknowledged += count
            self.forget(count)
        found = [update.render() for update in islice(self.pending, limit)]
        self._tally.handed_out += len(found)
        return found

    def forget(self, count: int) -> None:
        """Drop the oldest ``count``."""
        for _ in range(min(max(count, 0), len(self.pending))):
            self.pending.popleft()
        if count > 0:
            self._told_of_less()

    def brought(self, update: Update) -> None:
        """The webhook took this one."""
        self._tally.handed_out += 1
        self._tally.acknowledged += 1
        if update in self.pending:
            self.pending.remove(update)
        self._told_of_less()

    async def drained(self) -> None:
        """Until nothing waits: all of it was acknowledged."""
        while self.pending:
            less = self._less
            await less.wait()

    def _told_of_less(self) -> None:
        self._less.set()
        self._less = asyncio.Event()

    def expire(self) -> None:
        """Drop what nobody fetched within a day."""
        if self._expires:
            before = self._now() - KEPT_SECONDS
            while self.pending and self.pending[0].date <= before:
                self.pending.popleft()
                self._tally.expired += 1

    def release(self) -> None:
        """Answer a held question with nothing (the server stops)."""
        if self._poll is not None and not self._poll.done():
            self._poll.set_result(True)


def _end(poll: asyncio.Future[bool]) -> None:
    if not poll.done():
        poll.set_result(True)
