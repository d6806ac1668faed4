"""A platform at its worst: a share of all calls fails, each time in another way, and what that makes of the caller."""

from __future__ import annotations

import math
import random
import time
from collections import Counter
from collections.abc import Sequence
from itertools import cycle

from sandbox.faults import Fault, Planned

SLOW_SECONDS = 1.0
IN_FLIGHT_SECONDS = 0.25
"""A call that comes so soon after a 429 had left before the caller can have heard of it."""
_TURNS = (
    Fault.RATE,
    Fault.ERROR_BEFORE,
    Fault.DROP_BEFORE,
    None,  # Slow, and right.
    Fault.BROKEN,
    Fault.ERROR_AFTER,
    Fault.DROP_AFTER,
)
_UNTOLD = (Fault.BROKEN, Fault.ERROR_AFTER, Fault.DROP_AFTER)
_SPEAKING = ("send", "copy")


class Weather:
    """``share`` of the calls fail, by turns; a chat that is given a 429 gets nothing else until its time is over."""

    def __init__(self, share: float, dice: random.Random, *, retry_after: Sequence[int] = (1, 2, 3)) -> None:
        self.share = share
        self.happened: Counter[str] = Counter()
        self.hammered = 0
        """Calls about a chat, or of a method without one, within the time that they were asked to wait."""
        self.forgotten = 0
        """The same, where it was told before a kill (short pauses are not kept) or before its clock was moved."""
        self.untold = 0
        """Messages that arrived while their sender was told otherwise, or nothing."""
        self._dice = dice
        self._turns = cycle(_TURNS)
        self._seconds = cycle(retry_after)
        self._began = 0.0
        self._asked: dict[int | str, tuple[float, float]] = {}

    def __call__(self, method: str, chat: int | None) -> Planned | None:
        """What happens to this call."""
        now, about = time.monotonic(), chat if chat is not None else method
        since, until = self._asked.get(about, (0.0, 0.0))
        if now < until:
            if now - since > IN_FLIGHT_SECONDS:
                self.hammered += since > self._began
                self.forgotten += since <= self._began
            return Planned(Fault.RATE, retry_after=math.ceil(until - now))
        if self._dice.random() >= self.share:
            return None
        fault = next(self._turns)
        self.happened[fault or "slow"] += 1
        if fault is None:
            return Planned(seconds=SLOW_SECONDS)
        if fault is Fault.RATE:
            self.ask_to_wait(about, next(self._seconds))
            return Planned(fault, retry_after=math.ceil(self._asked[about][1] - now))
        self.untold += fault in _UNTOLD and method.startswith(_SPEAKING)
        return Planned(fault)

    def forgotten_by_now(self) -> None:
        """It was killed, or its clock was moved: what it was told before it may not go by."""
        self._began = time.monotonic()

    def ask_to_wait(self, about: int | str, seconds: int) -> None:
        """From now on a chat answers every call with 429, for so many seconds."""
        now = time.monotonic()
        self._asked[about] = (now, now + seconds)
