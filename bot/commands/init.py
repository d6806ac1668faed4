"""``shuji init``: a configuration and a key, asking only what nobody else can know."""

from __future__ import annotations

import asyncio
import os
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click
import tomlkit

from bot.channels.telegram.channel import TelegramChannel
from bot.commands.files import write_new
from bot.commands.frame import Stop, Terminal, command, stop, words
from bot.settings import Mailbox, Settings, SettingsError, Telegram, language_chosen, load_settings, terminal_locale
from handlers.core.texts import SOURCE, say
from storage.sealing import Sealer

_TOKEN = re.compile(r"\d{1,20}:[A-Za-z0-9_-]{1,200}(/test)?")
_GROUP = re.compile(r"-\d{5,20}")
_MAILBOX, _TELEGRAM = Mailbox.model_fields, Telegram.model_fields


@dataclass(slots=True)
class Answers:
    """What the configuration is made of; None: not said."""

    token: str | None
    name: str | None
    unit: str | None
    code: str
    group: str | None
    timezone: str
    database: str
    base_url: str


@command("init")
@click.option("--non-interactive", is_flag=True, help=words("cli-init-non-interactive"))
@click.option("--token", metavar="TOKEN", help=words("cli-init-token"))
@click.option("--name", metavar="TEXT", help=words("cli-init-name"))
@click.option("--unit", metavar="TEXT", help=words("cli-init-unit"))
@click.option("--code", metavar="CODE", default="HQ", help=words("cli-init-code"))
@click.option("--group", metavar="ID", help=words("cli-init-group"))
@click.option("--timezone", metavar="ZONE", default=_MAILBOX["timezone"].default, help=words("cli-init-timezone"))
@click.option("--database", metavar="URL", default=_MAILBOX["database"].default, help=words("cli-init-database"))
@click.option("--base-url", metavar="URL", default=_TELEGRAM["base_url"].default, help=words("cli-init-base-url"))
def init(terminal: Terminal, non_interactive: bool, **given: Any) -> None:
    """Ask, write the configuration and the key, and say what comes next."""
    file = terminal.config
    if file.exists():
        stop("cli-init-exists", file=str(file))
    answers = Answers(**given)
    if not non_interactive:
        _ask(terminal, answers)
    answers.name = answers.name or _usual("name")
    answers.unit = answers.unit or _usual("unit")
    settings = _write(file, _text(answers))
    made = _key(settings, file)
    terminal.tell("cli-init-written", file=str(file))
    terminal.tell("cli-init-key-made" if made else "cli-init-key-kept", file=str(settings.mailbox.key_file))
    terminal.tell("cli-init-next", code=answers.code)


def _usual(what: str) -> str:
    """The usual name of the mailbox or of its first unit, as employees read it.

    They read Chinese, unless whoever sets it up has chosen another language: a system without one (``LANG=C``, as under
    ``sudo`` or in a container) has chosen none.
    """
    return say(terminal_locale() if language_chosen() else SOURCE, f"cli-init-default-{what}")


def _ask(terminal: Terminal, answers: Answers) -> None:
    terminal.tell("cli-init-hello")
    if answers.token is None and "SHUJI_TELEGRAM__TOKEN" not in os.environ:
        answers.token = _ask_token(terminal, answers.base_url)
    if answers.name is None:
        answers.name = _prompt("cli-init-ask-name", _usual("name"))
    if answers.unit is None:
        answers.unit = _prompt("cli-init-ask-unit", _usual("unit"))
    if answers.group is None:
        answers.group = _ask_group(terminal)


def _prompt(key: str, default: str = "") -> str:
    click.echo()
    answer: str = click.prompt(words(key), default=default, show_default=bool(default), prompt_suffix=" ")
    return answer.strip()


def _ask_token(terminal: Terminal, base_url: str) -> str | None:
    while True:
        token = _prompt("cli-init-ask-token")
        if not token:
            return None
        if not _TOKEN.fullmatch(token):
            terminal.tell("cli-init-bad-token")
            continue
        health = asyncio.run(_look(token, base_url))
        if not health.problem:
            terminal.tell("cli-init-bot", bot=health.subject)
            return token
        terminal.tell("cli-init-token-problem", problem=health.problem, remedy=health.remedy)
        if click.confirm(words("cli-init-use-anyway"), default=False):
            return token


async def _look(token: str, base_url: str) -> Any:
    channel = TelegramChannel(token, base_url=base_url, locale=Terminal().locale)
    await channel.start()
    try:
        return (await channel.inspect(()))[0]
    finally:
        await channel.stop()


def _ask_group(terminal: Terminal) -> str | None:
    while True:
        group = _prompt("cli-init-ask-group")
        # An address of the web client is pasted as often as the number alone.
        found = _GROUP.search(group)
        if not group:
            return None
        if found is not None:
            return found[0]
        terminal.tell("cli-init-bad-group")


def _text(answers: Answers) -> str:
    """The file, with a remark beside whatever is left to be written."""

    def line(key: str, value: str | None, example: str = "") -> str:
        return f"# {key} = {example}" if value is None else f"{key} = {value}"

    def quoted(value: str) -> str:
        return tomlkit.item(value).as_string()

    lines = [
        f"# {words('cli-init-file-head')}",
        "",
        "[mailbox]",
        line("name", quoted(answers.name or "")),
        line("timezone", quoted(answers.timezone)),
        line("database", quoted(answers.database)),
        line("key_file", quoted(str(_MAILBOX["key_file"].default))),
        "",
        "[telegram]",
        line(
            "token", None if answers.token is None else quoted(answers.token), f'"…"  # {words("cli-init-file-token")}'
        ),
    ]
    if answers.base_url != _TELEGRAM["base_url"].default:
        lines.append(line("base_url", quoted(answers.base_url)))
    lines += [
        "",
        "[[units]]",
        line("code", quoted(answers.code)),
        line("name", quoted(answers.unit or "")),
        line("telegram_group", answers.group, f"-1001234567890  # {words('cli-init-file-group')}"),
        "",
        f"# {words('cli-init-file-people')}",
        "",
    ]
    return "\n".join(lines)


def _write(file: Path, text: str) -> Settings:
    write_new(file, text)
    try:
        return load_settings(file, locale=Terminal().locale)
    except SettingsError as error:
        # A wrong option: nothing is left behind, so that the next try does not find a file in its way.
        file.unlink()
        raise Stop(str(error)) from error


def _key(settings: Settings, file: Path) -> bool:
    """Make the key unless there is one; True if it was made."""
    key, url = settings.mailbox.key_file, settings.mailbox.database
    if key.exists():
        Sealer.load(key)
        return False
    database = Path(url.removeprefix("sqlite:///"))
    if url.startswith("sqlite:///") and database.exists():
        file.unlink()
        stop("cli-init-key-lost", database=str(database), key=str(key))
    Sealer.create(key)
    return True
