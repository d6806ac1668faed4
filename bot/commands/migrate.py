"""``shuji migrate``: the database brought to this version's schema, without starting the mailbox."""

from __future__ import annotations

from bot.commands.frame import Terminal, command, sqlite_file
from storage.backup import look
from storage.schema import SCHEMA


@command("migrate")
async def migrate(terminal: Terminal) -> None:
    """Bring the database to the newest schema; what is up to date stays as it is."""
    settings = terminal.settings()
    file = sqlite_file(settings)
    before = look(file).schema if file is not None and file.exists() and file.stat().st_size else None
    async with terminal.database(settings, exclusive=True):
        pass
    if before == SCHEMA:
        terminal.tell("cli-migrate-same", schema=SCHEMA)
    else:
        terminal.tell("cli-migrate-done", schema=SCHEMA, before=before or "–")
