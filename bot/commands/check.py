"""``shuji check``: everything that can be looked at from outside; exit code 1 if anything is wrong."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Iterable
from pathlib import Path

import click

from bot.assembly import NoToken, telegram_channel
from bot.clock import SystemClock
from bot.commands.frame import Stop, Terminal, command, sqlite_file
from bot.commands.frame import words as said
from bot.commands.trouble import sentence
from bot.commands.waiting import while_it_lasts
from bot.inspecting import ground, life
from bot.inspecting.findings import Finding, Level, Words, of_channel
from bot.settings import Settings
from storage.backup import look
from storage.engines import open_database
from storage.errors import StorageError
from storage.schema import SCHEMA
from storage.sealing import Sealer

_COLOURS = {Level.FINE: "green", Level.NOTE: "yellow", Level.WRONG: "red"}


@command("check")
async def check(terminal: Terminal) -> None:
    """Look at everything and show it line by line."""
    settings = terminal.settings()
    counts = dict.fromkeys(Level, 0)
    async for finding in _all(terminal, settings):
        counts[finding.level] += 1
        click.secho(finding.level, fg=_COLOURS[finding.level], nl=False)
        click.echo(f" {finding.text}")
        if finding.remedy:
            click.echo(f"    → {finding.remedy}")
    click.echo()
    if counts[Level.WRONG]:
        raise Stop(said("cli-check-result-wrong", wrong=counts[Level.WRONG], notes=counts[Level.NOTE]))
    terminal.tell("cli-check-result-fine", notes=counts[Level.NOTE])


async def _all(terminal: Terminal, settings: Settings) -> AsyncIterator[Finding]:
    words, now = Words(terminal.locale), SystemClock().now()
    for finding in ground.configuration(settings, terminal.config, words):
        yield finding
    sealer, found = ground.key(settings, sqlite_file(settings), words)
    for finding in found:
        yield finding
    with while_it_lasts(said("cli-check-looking")):
        found = await _database(settings, sealer, words, now)
    for finding in found:
        yield finding
    with while_it_lasts(said("cli-check-asking")):
        found = [
            *await life.of_the_running(settings, words),
            await ground.clock(settings, words, now),
            *await _telegram(settings, words),
        ]
    for finding in found:
        yield finding


async def _database(settings: Settings, sealer: Sealer | None, words: Words, now: int) -> list[Finding]:
    path = sqlite_file(settings)
    found: list[Finding] = []
    if path is not None:
        found += await ground.database_findings(path, sealer, settings, words, now)
        # Opening it would bring an older one up to date, under a program of the older version that may still run.
        if any(each.level is Level.WRONG for each in found) or not await asyncio.to_thread(_is_of_today, path):
            return found + ([] if await asyncio.to_thread(path.exists) else life.of_settings(settings, words))
    if sealer is None:
        return found
    try:
        database = await open_database(settings.mailbox.database, sealer)
    except StorageError as error:
        return [*found, Finding(Level.WRONG, (sentence(error) or ("", 1))[0])]
    try:
        if path is None:
            found.append(words.fine("postgresql"))
        found += await life.of_database(database, settings, words, now)
    except StorageError as error:
        found.append(Finding(Level.WRONG, (sentence(error) or ("", 1))[0]))
    finally:
        await database.close()
    return found


def _is_of_today(path: Path) -> bool:
    return path.exists() and look(path).schema == SCHEMA


async def _telegram(settings: Settings, words: Words) -> list[Finding]:
    chats = [str(each) for each in groups_of(settings)]
    found: list[Finding] = []
    if not chats:
        found.append(words.wrong("no-group"))
    try:
        channel = telegram_channel(settings, words.locale)
    except NoToken:
        return [*found, words.wrong("no-token")]
    await channel.start()
    try:
        boards = dict.fromkeys(str(each.board) for each in settings.units if each.board is not None)
        return [*found, *of_channel(await channel.inspect(chats, tuple(boards)))]
    finally:
        await channel.stop()


def groups_of(settings: Settings) -> Iterable[int]:
    """Every group that the configuration names, once."""
    named = [
        *(each for unit in settings.units for each in (unit.telegram_group, unit.restricted_group)),
        *(category.telegram_group for category in settings.categories),
    ]
    return dict.fromkeys(each for each in named if each is not None)
