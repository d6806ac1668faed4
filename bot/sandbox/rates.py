"""How fast a bot may speak: about 30 messages a second overall, one a second to a chat, 20 a minute to a group."""

from __future__ import annotations

import math
import time
from collections import defaultdict, deque
from dataclasses import dataclass, field

from bot.sandbox.records import Chat
from bot.sandbox.refusal import too_many

SPEAKING = ("send", "copy", "forward", "edit", "createForum", "closeForum", "reopenForum", "deleteForum")
"""Beginnings of the methods that count."""


@dataclass(slots=True)
class Rates:
    """Off unless ``on``. Measured on a clock that nobody moves; ``burst`` messages at once to a rested chat pass."""

    on: bool = False
    overall: int = 30
    chat: float = 1.0
    burst: int = 3
    group: int = 20
    _all: deque[float] = field(default_factory=deque)
    _chats: dict[int, deque[float]] = field(default_factory=lambda: defaultdict(deque))

    def check(self, method: str, chat: Chat | None, count: int = 1) -> None:
        """Count a call.

        Raises:
            Refusal: 429, it is too many.
        """
        if not self.on or chat is None or not method.startswith(SPEAKING):
            return
        now = time.monotonic()
        mine = self._chats[chat.id]
        wait = _wait(self._all, now, self.overall, 1.0, count)
        if chat.private:
            wait = max(wait, _wait(mine, now, self.burst, self.burst / self.chat, count))
        else:
            wait = max(wait, _wait(mine, now, self.group, 60.0, count))
        if wait > 0:
            raise too_many(math.ceil(wait))
        for times in (self._all, mine):
            times.extend([now] * count)


def _wait(times: deque[float], now: float, most: int, seconds: float, count: int) -> float:
    while times and times[0] <= now - seconds:
        times.popleft()
    if len(times) + min(count, most) <= most:
        return 0.0
    return times[len(times) + min(count, most) - most - 1] + seconds - now
