"""``shuji restore``: a backup in the place of the database, the old one kept beside it."""

from __future__ import annotations

import asyncio
import json
import sys
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import click

from bot.clock import SystemClock
from bot.commands.frame import Terminal, command, sqlite_file, stop, words
from bot.commands.waiting import while_it_lasts
from bot.settings import Settings
from handlers.cases.submission import RESTRICTED_SERIES
from handlers.rules.codes import find_number
from storage import backup, facts, lost, outbox
from storage.backup import Contents
from storage.database import Database
from storage.errors import DamagedCopy
from storage.schema import check_schema

_SHOWN = 30


@command("restore")
@click.argument("file", type=click.Path(path_type=Path), metavar="FILE")
@click.option("--yes", is_flag=True, help=words("cli-restore-yes"))
@click.option("--drop-waiting", is_flag=True, help=words("cli-restore-drop"))
@click.option("--numbers-from", "first", multiple=True, metavar="NUMBER", help=words("cli-restore-numbers-from"))
async def restore(terminal: Terminal, file: Path, yes: bool, drop_waiting: bool, first: tuple[str, ...]) -> None:
    """Check the backup, ask, then put it in the place of the database."""
    settings = terminal.settings()
    path = sqlite_file(settings)
    if path is None:
        stop("cli-restore-postgresql")
    _must_be_another(file, path)
    sealer = terminal.sealer(settings)
    given = _given(settings, first)
    with while_it_lasts(words("cli-restore-looking")):
        contents = await asyncio.to_thread(backup.look, file)
    check_schema(contents.schema)
    if not backup.fits(contents, sealer):
        stop("cli-restore-key", file=str(file), key=str(settings.mailbox.key_file))
    _show(terminal, "cli-restore-backup", file, contents, settings)
    now = _present(path)
    if path.exists():
        if now is None:
            terminal.tell("cli-restore-unreadable", file=str(path))
        else:
            _show(terminal, "cli-restore-present", path, now, settings)
            if (now.written_at or 0) > (contents.written_at or 0):
                terminal.tell("cli-restore-older")
        _ask(yes)
    with while_it_lasts(words("cli-restore-working")):
        kept = await asyncio.to_thread(backup.put_back, file, path, _aside(settings))
    async with terminal.database(settings, exclusive=True) as database:
        later = kept if now is not None and now.key == contents.key else None
        dropped, left = await _settle_waiting(database, path, later, drop_waiting)
        at = SystemClock().now()
        async with database.writing() as tx:
            await facts.put(tx, lost.RESTORED, json.dumps({"at": at, "of": contents.written_at}))
        gone: tuple[str, ...] = ()
        if later is not None:
            gone = await asyncio.to_thread(
                backup.carry_over, later, path, waiting=not drop_waiting, at=at, of=contents.written_at
            )
        # A file that is damaged may still tell which numbers it had given.
        known = None if kept is None or now is not None else await asyncio.to_thread(backup.counters, kept)
        series = await asyncio.to_thread(backup.go_on_from, path, {**(known or {}), **given}, apart=later is None)
    terminal.tell("cli-restore-done", file=str(path))
    if gone:
        more = "" if len(gone) <= _SHOWN else " …"
        terminal.tell("cli-restore-lost", count=len(gone), numbers=", ".join(gone[:_SHOWN]) + more)
    if later is None and known is None and not given:
        following = ", ".join(f"{name}-{last + 1:04d}" for name, last in sorted(series.items())) or "–"
        terminal.tell("cli-restore-numbers-unknown", numbers=following, file=str(file))
    if kept is not None:
        terminal.tell("cli-restore-kept", file=str(kept))
    if dropped:
        terminal.tell("cli-restore-dropped", count=dropped)
    if left:
        terminal.tell("cli-restore-waiting", count=left)


def _given(settings: Settings, first: tuple[str, ...]) -> dict[str, int]:
    """The last number that each series is taken to have given, from the first that it is to give now.

    Raises:
        Stop: one of them is no number of this mailbox.
    """
    plain = {settings.mailbox.prefix, *(each.prefix for each in settings.units if each.prefix)}
    prefixes = sorted(plain | {f"{each}{RESTRICTED_SERIES}" for each in plain})
    given: dict[str, int] = {}
    for word in first:
        number = find_number(word)
        if number is None or number.split("-")[0] not in prefixes or len(number) < len(word.strip()):
            stop("cli-restore-number", found=word, prefixes=", ".join(prefixes))
        name, _, count = number.rpartition("-")
        given[name] = int(count) - 1
    return given


def _must_be_another(file: Path, path: Path) -> None:
    if path.exists() and file.exists() and file.samefile(path):
        stop("cli-restore-same")


def _present(path: Path) -> Contents | None:
    try:
        return backup.look(path)
    except (FileNotFoundError, DamagedCopy):
        return None


def _ask(yes: bool) -> None:
    if yes:
        return
    if not sys.stdin.isatty():
        stop("cli-restore-needs-yes")
    if not click.confirm(words("cli-restore-ask")):
        stop("cli-restore-left")


def _show(terminal: Terminal, key: str, file: Path, contents: Contents, settings: Settings) -> None:
    zone = ZoneInfo(settings.mailbox.timezone)
    written = contents.written_at
    when = f"{datetime.fromtimestamp(written, zone):%Y-%m-%d %H:%M}" if written is not None else "–"
    terminal.tell(key, file=str(file), tickets=contents.tickets, when=when)


def _aside(settings: Settings) -> str:
    now = datetime.fromtimestamp(SystemClock().now(), ZoneInfo(settings.mailbox.timezone))
    return f".before-restore-{now:%Y%m%d-%H%M%S}"


async def _settle_waiting(database: Database, path: Path, kept: Path | None, drop: bool) -> tuple[int, int]:
    """Drop from what waits in the backup what was said since; returns how many rows that were, and how many stay.

    What the replaced database no longer has was said. Without one nobody knows: it stays, for a message that comes
    twice is better than one that never comes.
    """
    before = await asyncio.to_thread(backup.waiting, path)
    if drop:
        async with database.writing() as tx:
            await outbox.drop_waiting(tx, SystemClock().now())
        return len(before), 0
    if kept is None:
        return 0, len(before)
    said = before - await asyncio.to_thread(backup.waiting, kept)
    async with database.writing() as tx:
        await outbox.sent(tx, [row for row, _ in said])
    return len(said), len(before) - len(said)
