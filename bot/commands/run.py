"""``shuji run``: the mailbox, until it is told to stop."""

from __future__ import annotations

import click
import structlog

from bot.assembly import Program, assemble
from bot.commands.frame import Terminal, command, words
from bot.logs import start_logging
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
    terminal.warn("cli-init-key-made", file=str(path))
    return program


@command("run")
async def run(terminal: Terminal) -> None:
    """Run the mailbox."""
    settings = terminal.settings()
    start_logging(settings)
    program = await _assembled(terminal, settings)
    for change in program.changes:
        click.echo(words(f"cli-applied-{change.what}", name=change.name), err=True)
    terminal.warn("cli-run-started", name=settings.mailbox.name)
    await run_program(program, terminal.settings, lambda: terminal.warn("cli-run-stopping"))
    terminal.warn("cli-run-stopped")
