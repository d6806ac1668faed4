"""How fast a bot may speak: about 30 messages a second overall, one a second to a chat, 20 a minute to a group."""

from __future__ import annotations

import math
import time
from collections import defaultdict, deque
from collections.abc import Callable
from dataclasses import dataclass, field

from sandbox.records import Chat
from sandbox.refusal import too_many

SPEAKING = ("send", "copy", "forward", "edit", "createForum", "closeForum", "reopenForum", "deleteForum")
"""Beginnings of the methods that count: all that everyone in the chat gets to see."""
_SLACK = 0.01


@dataclass(slots=True)
class Rates:
    """Off unless ``on``. Measured on a clock that nobody moves.

    A chat that rested is given ``burst`` messages at once; they come back one by one, ``chat`` a second.
    """

    on: bool = False
    overall: int = 30
    chat: float = 1.0
    burst: int = 3
    group: int = 20
    monotonic: Callable[[], float] = time.monotonic
    _all: deque[float] = field(default_factory=deque)
    _groups: dict[int, deque[float]] = field(default_factory=lambda: defaultdict(deque))
    _whole_at: dict[int, float] = field(default_factory=dict)
    """When a person's chat has its whole burst again."""

    def check(self, method: str, chat: Chat | None, count: int = 1) -> None:
        """Count a call of ``count`` messages.

        Raises:
            Refusal: 429, it is too many.
        """
        if not self.on or chat is None or not method.startswith(SPEAKING):
            return
        now = self.monotonic()
        wait = _wait(self._all, now, self.overall, 1.0, count)
        if chat.private:
            whole = max(self._whole_at.get(chat.id, now), now)
            wait = max(wait, whole - now - (self.burst - 1) / self.chat - _SLACK)
            if wait <= 0:
                self._whole_at[chat.id] = whole + 1 / self.chat
        else:
            wait = max(wait, _wait(self._groups[chat.id], now, self.group, 60.0, count))
            if wait <= 0:
                self._groups[chat.id].extend([now] * count)
        if wait > 0:
            raise too_many(math.ceil(wait))
        self._all.extend([now] * count)


def _wait(times: deque[float], now: float, most: int, seconds: float, count: int) -> float:
    """How long until ``count`` more fit among the ``most`` of a window."""
    while times and times[0] <= now - seconds:
        times.popleft()
    count = min(count, most)
    return 0.0 if len(times) + count <= most else times[len(times) + count - most - 1] + seconds - now
