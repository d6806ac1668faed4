"""``shuji run``: the mailbox, until it is told to stop."""

from __future__ import annotations

import click
import structlog

from bot.assembly import assemble
from bot.commands.frame import Terminal, command, words
from bot.logs import start_logging
from bot.running import run as run_program

log = structlog.get_logger("run")


@command("run")
async def run(terminal: Terminal) -> None:
    """Run the mailbox."""
    settings = terminal.settings()
    start_logging(settings)
    program = await assemble(settings, terminal.sealer(settings))
    for change in program.changes:
        click.echo(words(f"cli-applied-{change.what}", name=change.name), err=True)
    terminal.warn("cli-run-started", name=settings.mailbox.name)
    await run_program(program, terminal.settings, lambda: terminal.warn("cli-run-stopping"))
    terminal.warn("cli-run-stopped")
