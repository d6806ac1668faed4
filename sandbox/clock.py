"""The sandbox's own time, which can be moved; every date in its messages comes from here."""

from __future__ import annotations

import time
from collections.abc import Callable


class SandboxClock:
    """Runs on from where it was set, or stands still (``running=False``) until it is moved.

    It has what the mailbox wants of a clock, so that one program and its platform can share it.
    """

    def __init__(self, at: float | None = None, *, running: bool = True) -> None:
        self._running = running
        self._fixed = time.time() if at is None else at
        self._since = time.monotonic()
        self._moved: list[Callable[[], None]] = []

    def now(self) -> int:
        """UTC epoch seconds."""
        return int(self.exact())

    def exact(self) -> float:
        """UTC epoch seconds with their fraction."""
        return self._fixed + (time.monotonic() - self._since if self._running else 0.0)

    def advance(self, seconds: float) -> None:
        """Let ``seconds`` pass at once."""
        self.set(self.exact() + seconds)

    def set(self, epoch: float) -> None:
        """Make it ``epoch`` now."""
        self._fixed = epoch
        self._since = time.monotonic()
        for told in self._moved:
            told()

    @property
    def running(self) -> bool:
        """Whether time goes by by itself."""
        return self._running

    def run(self, running: bool) -> None:
        """Let it run on from now, or stand."""
        now = self.exact()
        # Before those who wait for moves are told: they pass on whether it runs.
        self._running = running
        self.set(now)

    def when_moved(self, told: Callable[[], None]) -> None:
        """Call ``told`` after every move."""
        self._moved.append(told)
