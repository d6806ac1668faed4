"""``shuji health``: how the running mailbox says that it is; exit code 1 where it should be started anew, or is not."""

from __future__ import annotations

import click

from bot.commands.frame import Terminal, command, stop
from bot.web.asking import ask_health
from bot.web.health import is_failing
from handlers.clock.alarms import words


@command("health")
async def health(terminal: Terminal) -> None:
    """Ask the health page, wherever the settings put it."""
    address = terminal.settings().health.listen
    if address is None:
        terminal.tell("cli-health-off")
        return
    problems = await ask_health(address)
    if problems is None:
        stop("cli-health-silent", address=address)
    for name, number in problems.items():
        click.echo(words(terminal.locale, name, number))
    if is_failing(problems):
        stop("cli-health-failing", count=len(problems))
    if not problems:
        terminal.tell("cli-health-fine")
