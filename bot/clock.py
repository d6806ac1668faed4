"""What time it is for the mailbox: the machine's clock, or one that a demonstration moves forward."""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import Protocol


class Clock(Protocol):
    """Tells the time of day; pauses and rates are measured elsewhere, on a clock that nobody sets."""

    def now(self) -> int:
        """UTC epoch seconds."""
        ...


@dataclass(frozen=True, slots=True)
class SystemClock:
    """The machine's own clock."""

    def now(self) -> int:
        """UTC epoch seconds."""
        return int(time.time())


@dataclass(slots=True)
class MovableClock:
    """Runs on from the machine's clock, ``ahead`` seconds before or after it; or stands at ``fixed`` until moved."""

    ahead: int = 0
    fixed: int | None = None

    def now(self) -> int:
        """UTC epoch seconds."""
        return (int(time.time()) if self.fixed is None else self.fixed) + self.ahead

    def move(self, seconds: int) -> None:
        """Let ``seconds`` pass at once; a negative number goes back."""
        self.ahead += seconds

    def set(self, instant: int) -> None:
        """Make it ``instant`` now; the clock runs on, or stands, as it did before."""
        self.ahead += instant - self.now()
