"""``shuji run``: the mailbox, until it is told to stop."""

from __future__ import annotations

from typing import Any

import structlog

from bot.assembly import Program, assemble
from bot.commands.frame import Terminal, command
from bot.logs import start_logging
from bot.running import note
from bot.running import run as run_program
from bot.settings import Settings
from storage.errors import WrongKey
from storage.sealing import Sealer

log = structlog.get_logger("run")


async def _assembled(terminal: Terminal, settings: Settings) -> Program:
    """The program; a mailbox that starts for the first time is given its key.

    Raises:
        NoKeyFile: the database has been used with one.
    """
    path = settings.mailbox.key_file
    if path.exists():
        return await assemble(settings, terminal.sealer(settings))
    sealer = Sealer.create(path)
    try:
        program = await assemble(settings, sealer)
    except BaseException as error:
        path.unlink()
        if isinstance(error, WrongKey):
            terminal.sealer(settings)
        raise
    log.info("key made", file=str(path))
    _say(terminal, settings, "cli-init-key-made", file=str(path))
    return program


def _say(terminal: Terminal, settings: Settings, key: str, /, **facts: Any) -> None:
    """Something in words, where people read the log; for a program it is one of the log's own lines."""
    if settings.logging.format == "text":
        terminal.warn(key, **facts)


@command("run")
async def run(terminal: Terminal) -> None:
    """Run the mailbox."""
    settings = terminal.settings()
    start_logging(settings)
    program = await _assembled(terminal, settings)
    for change in program.changes:
        if settings.logging.format == "json":
            note(change)
        _say(terminal, settings, f"cli-applied-{change.what}", name=change.name)
    _say(terminal, settings, "cli-run-started", name=settings.mailbox.name)
    await run_program(program, terminal.settings, lambda: _say(terminal, settings, "cli-run-stopping"))
    _say(terminal, settings, "cli-run-stopped")
