"""``shuji`` for measurements: the same command line, with a pace and a clock that can be chosen.

``python -m tests.faults.program run --config …``. The environment says how it differs: ``FAULTS_PACE=free`` (no limits
of our own), ``FAULTS_CLOCK=file`` (the file holds how many seconds the clock is ahead), ``FAULTS_QUICK=1`` (after an
unknown outcome the pauses stay short, and a locked database is waited for a second at a time).
"""

from __future__ import annotations

import importlib
import os
import time
from functools import partial
from pathlib import Path
from typing import Any

from bot.__main__ import main
from bot.assembly import assemble
from bot.flow import record
from bot.flow.pace import FREE
from storage import sqlite


class FileClock:
    """The machine's clock, moved by as many seconds as a file says: whoever writes the file moves it."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._written = -1
        self._ahead = 0

    def now(self) -> int:
        """UTC epoch seconds."""
        try:
            written = self._path.stat().st_mtime_ns
            if written != self._written:
                self._ahead, self._written = int(self._path.read_text("ascii") or "0"), written
        except (OSError, ValueError):
            # It is just being written: what it said before counts for a moment longer.
            pass
        return int(time.time()) + self._ahead


def _prepare() -> None:
    given: dict[str, Any] = {}
    if os.environ.get("FAULTS_PACE") == "free":
        given["pace"] = FREE
    if clock := os.environ.get("FAULTS_CLOCK"):
        given["clock"] = FileClock(Path(clock))
    if os.environ.get("FAULTS_QUICK"):
        record.UNKNOWN_PAUSES = (1, 1, 2, 2, 5)
        vars(sqlite)["_PRAGMAS"] = (*sqlite._PRAGMAS, "PRAGMA busy_timeout=1000")
    vars(importlib.import_module("bot.commands.run"))["assemble"] = partial(assemble, **given)


if __name__ == "__main__":
    _prepare()
    main()
