"""``shuji retry``: what was set aside or could not be delivered is tried once more."""

from __future__ import annotations

from bot.clock import SystemClock
from bot.commands.frame import Terminal, command
from storage import inbox, outbox


@command("retry")
async def retry(terminal: Terminal) -> None:
    """Put set-aside events and failed messages back in line; a running mailbox takes them up within seconds."""
    settings = terminal.settings()
    now = SystemClock().now()
    async with terminal.database(settings) as database, database.writing() as tx:
        events = await inbox.again(tx, now)
        messages = await outbox.again(tx, now)
    if events or messages:
        terminal.tell("cli-retry-done", events=events, messages=messages)
    else:
        terminal.tell("cli-retry-nothing")
