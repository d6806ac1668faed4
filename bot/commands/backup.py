"""``shuji backup``: a checked copy of the database while the mailbox goes on."""

from __future__ import annotations

import asyncio
from pathlib import Path

import click

from bot.backups import Keeping
from bot.clock import SystemClock
from bot.commands.frame import Terminal, command, sqlite_file, stop, words
from bot.commands.waiting import while_it_lasts
from storage import backup as copies


@command("backup")
@click.argument("file", required=False, type=click.Path(path_type=Path), metavar="[FILE]")
async def backup(terminal: Terminal, file: Path | None) -> None:
    """Copy the database into ``file``, or into the folder of ``[backup]`` under the time as its name."""
    settings = terminal.settings()
    _check(sqlite_file(settings), file)
    async with terminal.database(settings) as database:
        keeping = Keeping(database, settings, SystemClock())
        with while_it_lasts(words("cli-backup-working")):
            if file is None:
                path, contents = await keeping.make()
            else:
                path, contents = file, await copies.make(database, file)
        size = (await asyncio.to_thread(path.stat)).st_size
    terminal.tell("cli-backup-done", file=str(path), tickets=contents.tickets, size=f"{size / 1_048_576:.1f}")
    terminal.tell("cli-backup-key", key=str(settings.mailbox.key_file))


def _check(database: Path | None, file: Path | None) -> None:
    if database is None:
        stop("cli-backup-postgresql")
    if not database.exists():
        stop("cli-no-database", file=str(database))
    if file is not None and file.is_dir():
        stop("cli-error-folder", file=str(file))
