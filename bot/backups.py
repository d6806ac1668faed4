"""The daily copy of an SQLite mailbox, and how many of them stay."""

from __future__ import annotations

import asyncio
import re
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import structlog

from bot.clock import Clock
from bot.settings import Settings
from storage import backup
from storage.backup import Contents
from storage.database import Database
from storage.room import why_not_writable

_OURS = re.compile(r"mailbox-\d{8}-\d{6}\.db")

log = structlog.get_logger("backup")


class Keeping:
    """Copies in the folder of ``[backup]``, named by the time they were made; only those are ever deleted."""

    def __init__(self, database: Database, settings: Settings, clock: Clock) -> None:
        self._database = database
        self._settings = settings
        self._clock = clock

    @property
    def wanted(self) -> bool:
        """Whether the clock is to make copies: PostgreSQL has tools of its own."""
        return self._settings.backup.keep > 0 and self._database.engine == "sqlite"

    async def unready(self) -> OSError | None:
        """Why the next copy will fail; None if its folder is there, or could be made, and can be written to."""
        try:
            return await asyncio.to_thread(self._try_folder)
        except OSError as error:
            return error

    def _try_folder(self) -> OSError | None:
        folder = self._settings.backup.folder
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        return why_not_writable(folder)

    async def daily(self) -> None:
        """Make today's copy and drop the oldest.

        Raises:
            StorageError, OSError: see :func:`storage.backup.make`.
        """
        path, contents = await self.make()
        log.info("backup made", file=path.name, tickets=contents.tickets)

    async def make(self) -> tuple[Path, Contents]:
        """Make a copy under a name of its own, then keep the newest of them."""
        folder = self._settings.backup.folder
        path = folder / fresh_name(self._clock.now(), self._settings.mailbox.timezone)
        await asyncio.to_thread(folder.mkdir, mode=0o700, parents=True, exist_ok=True)
        contents = await backup.make(self._database, path)
        if self._settings.backup.keep:
            await asyncio.to_thread(drop_old, folder, self._settings.backup.keep)
        return path, contents


def fresh_name(now: int, zone: str) -> str:
    """The name of a copy made at ``now``."""
    return f"mailbox-{datetime.fromtimestamp(now, ZoneInfo(zone)):%Y%m%d-%H%M%S}.db"


def copies(folder: Path) -> list[Path]:
    """The copies in a folder, the oldest first."""
    if not folder.is_dir():
        return []
    return sorted(path for path in folder.iterdir() if _OURS.fullmatch(path.name))


def drop_old(folder: Path, keep: int) -> None:
    """Delete all but the newest ``keep`` copies."""
    for path in copies(folder)[:-keep]:
        path.unlink(missing_ok=True)
