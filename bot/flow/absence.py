"""The database can't be had for a while (it is away, locked, its disk is full): said once, asked ever more rarely."""

from __future__ import annotations

import structlog

PAUSES = (1.0, 1.0, 2.0, 3.0, 5.0)
"""Seconds between tries; the last for as long as it lasts."""

log = structlog.get_logger("database")


class Absence:
    """How long one part of the flow leaves the database alone. ``who`` is that part, for the log."""

    def __init__(self, who: str) -> None:
        self._who = who
        self._times = 0

    def lost(self, error: BaseException) -> float:
        """It can't be had; seconds to wait before the next try."""
        self._times += 1
        if self._times == 1:
            log.warning("database busy", part=self._who, error=type(error).__name__)
        return PAUSES[min(self._times, len(PAUSES)) - 1]

    def over(self) -> None:
        """It answered."""
        if self._times:
            log.info("database answers again", part=self._who, tries=self._times)
        self._times = 0
