"""What the mailbox stands on: the configuration, the key, the database's file, the clock."""

from __future__ import annotations

import asyncio
import errno
import os
import stat
from collections.abc import Iterator
from datetime import datetime
from email.utils import parsedate_to_datetime
from pathlib import Path
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

import aiohttp

from bot.backups import copies
from bot.inspecting.findings import Finding, Words
from bot.settings import Settings
from storage import backup
from storage.errors import AlreadyRunning, BadKeyFile, DamagedCopy, NoKeyFile
from storage.room import room_beside, why_not_writable
from storage.schema import SCHEMA
from storage.sealing import Sealer
from storage.sqlite import lock

CLOCK_SECONDS = 60
"""How far the machine's clock may be from the server's: times of day are promised."""
FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
"""No room on the disk, in somebody's share of it, or for a file of this size."""
_ASK_SECONDS = 5.0
_STALE_DAYS = 2
_OTHERS = stat.S_IRWXG | stat.S_IRWXO


def configuration(settings: Settings, file: Path, words: Words) -> Iterator[Finding]:
    """The file itself."""
    yield words.fine(
        "config",
        file=str(file),
        units=len(settings.units),
        people=len(settings.people),
        categories=len(settings.categories),
    )
    if settings.telegram.token is not None and settings.telegram.token_file is None and _open_to_others(file):
        yield words.note("config-open", file=str(file))


def key(settings: Settings, database: Path | None, words: Words) -> tuple[Sealer | None, list[Finding]]:
    """The key file; None if it can't be used. ``database``: the SQLite file, if it is one."""
    path = settings.mailbox.key_file
    try:
        sealer = Sealer.load(path)
    except NoKeyFile:
        used = database is None or database.exists()
        return None, [(words.wrong if used else words.note)("no-key" if used else "key-none", file=str(path))]
    except BadKeyFile:
        return None, [words.wrong("key", file=str(path))]
    found = [words.fine("key-fine", file=str(path))]
    if _open_to_others(path):
        found.append(words.note("key-open", file=str(path)))
    return sealer, found


def _open_to_others(path: Path) -> bool:
    try:
        return bool(path.stat().st_mode & _OTHERS)
    except OSError:
        return False


def database_file(path: Path, sealer: Sealer | None, settings: Settings, words: Words, now: int) -> Iterator[Finding]:
    """An SQLite mailbox's file, looked at without changing it."""
    file = str(path)
    if not path.parent.is_dir():
        yield words.wrong("database-folder", file=str(path.parent))
        return
    yield from _room(path, words)
    if not path.exists():
        yield words.note("database-none", file=file)
        return
    try:
        contents = backup.look(path)
    except DamagedCopy as error:
        yield words.wrong("database-damaged", file=file, says=str(error))
        return
    except OSError as error:
        yield words.wrong("database-closed", file=file, says=error.strerror or "")
        return
    if contents.schema > SCHEMA:
        yield words.wrong("database-newer", file=file, schema=contents.schema)
        return
    if sealer is not None and not backup.fits(contents, sealer):
        yield words.wrong("database-key", file=file)
        return
    yield words.fine("database", file=file, tickets=contents.tickets)
    if contents.schema < SCHEMA:
        yield words.note("database-older", schema=contents.schema)
    yield words.fine("runs") if _is_running(path) else words.note("rests")
    zone = ZoneInfo(settings.mailbox.timezone)
    if contents.written_at is not None and contents.written_at > now + CLOCK_SECONDS:
        latest = f"{datetime.fromtimestamp(contents.written_at, zone):%Y-%m-%d %H:%M}"
        yield words.wrong("clock-behind", latest=latest)
    if settings.backup.keep:
        yield from _backups(path, settings, words)
        if contents.tickets:
            yield _last_backup(settings, words, now, zone)


def _room(path: Path, words: Words) -> Iterator[Finding]:
    """Whether more can be kept: what can't is lost after a day, so that little room is as wrong as none."""
    refused = why_not_writable(path.parent)
    if refused is not None and refused.errno in FULL:
        yield words.wrong("full", folder=str(path.parent))
    elif refused is not None:
        yield words.wrong("closed-folder", folder=str(path.parent), says=refused.strerror or "")
    elif (room := room_beside(path)).low:
        free, needed = (f"{each / 1_048_576:.0f}" for each in (room.free, room.needed))
        yield words.wrong("room", free=free, needed=needed)


def _backups(path: Path, settings: Settings, words: Words) -> Iterator[Finding]:
    """Whether tonight's copy will succeed."""
    folder = settings.backup.folder
    there = next(each for each in (folder, *folder.parents) if each.exists())
    refused = (
        why_not_writable(there) if there.is_dir() else NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR))
    )
    if refused is not None:
        yield words.wrong("backup-closed", folder=str(folder), says=refused.strerror or "")
    elif (room := room_beside(there / "copy")).free < path.stat().st_size:
        yield words.wrong("backup-room", folder=str(folder), free=f"{room.free / 1_048_576:.0f}")


def _last_backup(settings: Settings, words: Words, now: int, zone: ZoneInfo) -> Finding:
    made = copies(settings.backup.folder)
    if not made:
        return words.note("backup-none", folder=str(settings.backup.folder))
    at = int(made[-1].stat().st_mtime)
    when = f"{datetime.fromtimestamp(at, zone):%Y-%m-%d %H:%M}"
    stale = now - at > _STALE_DAYS * 86_400
    return words.note("backup-old", when=when) if stale else words.fine("backup", when=when, count=len(made))


def _is_running(path: Path) -> bool:
    held = path.with_name(path.name + ".lock")
    if not held.exists():
        return False
    try:
        os.close(lock(path))
    except AlreadyRunning:
        return True
    except OSError:
        return False
    return False


async def clock(settings: Settings, words: Words, now: int) -> Finding:
    """The machine's clock beside that of the Bot API server."""
    parts = urlsplit(settings.telegram.base_url)
    here = f"{datetime.fromtimestamp(now, ZoneInfo(settings.mailbox.timezone)):%Y-%m-%d %H:%M}"
    zone = settings.mailbox.timezone
    try:
        timeout = aiohttp.ClientTimeout(total=_ASK_SECONDS)
        async with (
            aiohttp.ClientSession(trust_env=True, timeout=timeout) as session,
            session.head(f"{parts.scheme}://{parts.netloc}/", allow_redirects=False) as answer,
        ):
            told = answer.headers.get("Date")
        there = int(parsedate_to_datetime(told).timestamp()) if told else None
    except (aiohttp.ClientError, TimeoutError, OSError, ValueError):
        there = None
    if there is None:
        return words.note("clock-alone", here=here, zone=zone)
    apart = abs(there - now)
    if apart > CLOCK_SECONDS:
        return words.wrong("clock-apart", here=here, zone=zone, seconds=apart)
    return words.fine("clock", here=here, zone=zone)


async def database_findings(
    path: Path, sealer: Sealer | None, settings: Settings, words: Words, now: int
) -> list[Finding]:
    """:func:`database_file`, off the loop."""
    return await asyncio.to_thread(lambda: list(database_file(path, sealer, settings, words, now)))
