"""What the commands share: their language, ``--config``, the settings and the database, and how they end."""

from __future__ import annotations

import asyncio
import importlib
import inspect
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NoReturn

import click

from bot.commands import COMMANDS
from bot.settings import Settings, load_settings, terminal_locale
from handlers.core.texts import call_program, say
from storage.database import Database
from storage.engines import open_database
from storage.sealing import Sealer

DEFAULT = Path("config.toml")
INDENT = "  "


def words(key: str, /, **facts: Any) -> str:
    """A text in the language of the terminal."""
    return say(terminal_locale(), key, **facts)


class Stop(Exception):
    """A command can't go on, for a reason that is nobody's mistake in the program: one sentence and an exit code."""

    def __init__(self, text: str, code: int = 1) -> None:
        super().__init__(text)
        self.text = text
        self.code = code


def stop(key: str, /, **facts: Any) -> NoReturn:
    """End the command with a text and exit code 1."""
    raise Stop(words(key, **facts))


@dataclass(slots=True)
class Terminal:
    """What every command is given: where the configuration is, and how to speak."""

    config: Path = DEFAULT
    called: Callable[[Path | None], str] = lambda _: "shuji"
    """How hints name the program, by the configuration that it was given."""

    @property
    def locale(self) -> str:
        """The language of whoever sits there."""
        return terminal_locale()

    def tell(self, key: str, /, **facts: Any) -> None:
        """Say something on standard output."""
        click.echo(words(key, **facts))

    def warn(self, key: str, /, **facts: Any) -> None:
        """Say something on standard error."""
        click.echo(words(key, **facts), err=True)

    def settings(self) -> Settings:
        """The settings.

        Raises:
            SettingsError: something is wrong with them.
        """
        return load_settings(self.config, locale=self.locale)

    def sealer(self, settings: Settings) -> Sealer:
        """The key.

        Raises:
            BadKeyFile: it can't be used.
        """
        return Sealer.load(settings.mailbox.key_file)

    @asynccontextmanager
    async def database(self, settings: Settings, *, exclusive: bool = False) -> AsyncIterator[Database]:
        """The database, which the running mailbox may use at the same time unless ``exclusive``.

        Raises:
            StorageError: it can't be used.
        """
        database = await open_database(settings.mailbox.database, self.sealer(settings), exclusive=exclusive)
        try:
            yield database
        finally:
            await database.close()


def sqlite_file(settings: Settings) -> Path | None:
    """The file of an SQLite mailbox, None for PostgreSQL."""
    url = settings.mailbox.database
    return Path(url.removeprefix("sqlite:///")) if url.startswith("sqlite:///") else None


class _Helped:
    """Help in the language of the terminal, its lines as they were written."""

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The line that shows how it is called."""
        command = ctx.command
        formatter.write_usage(ctx.command_path, " ".join(command.collect_usage_pieces(ctx)), words("cli-usage") + " ")

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """What it does."""
        if ctx.command.help:
            formatter.write_paragraph()
            for line in ctx.command.help.splitlines():
                formatter.write(f"{INDENT}{line}\n" if line else "\n")

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Its options, and for the group its commands."""
        options = [each for each in ctx.command.get_params(ctx) if isinstance(each, click.Option)]
        rows = [row for each in options if (row := each.get_help_record(ctx)) is not None]
        if isinstance(ctx.command, click.Group):
            ctx.command.format_commands(ctx, formatter)
        with formatter.section(words("cli-options")):
            formatter.write_dl(rows)


class Command(_Helped, click.Command):
    """One command."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """The words after the command; a mistake in them is this command's."""
        try:
            return super().parse_args(ctx, args)
        except click.UsageError as error:
            error.ctx = error.ctx or ctx
            raise

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """``--help``, in the language of the terminal."""
        return _translated(super().get_help_option(ctx))


class Group(_Helped, click.Group):
    """``shuji`` itself; a command's file is loaded when the command is asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        """Every command, in the order of the help."""
        return [name for names in COMMANDS.values() for name in names]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of a name."""
        if cmd_name not in self.list_commands(ctx):
            return None
        # A word of the language can't be the name of a function.
        module = "importing" if cmd_name == "import" else cmd_name
        found: click.Command = getattr(importlib.import_module(f"bot.commands.{module}"), module)
        return found

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002 - click's
        """The commands under their headings."""
        for heading, names in COMMANDS.items():
            with formatter.section(words(f"cli-heading-{heading}")):
                formatter.write_dl([(name, words(f"cli-{name}-short")) for name in names])

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """``--help``, in the language of the terminal."""
        return _translated(super().get_help_option(ctx))


def _translated(option: click.Option | None) -> click.Option | None:
    if option is not None:
        option.help = words("cli-help-option")
    return option


def _remember(ctx: click.Context, _parameter: click.Parameter, value: Path | None) -> None:
    terminal = ctx.ensure_object(Terminal)
    if value is not None:
        terminal.config = value
        call_program(terminal.called(None if value == DEFAULT else value))


def config_option() -> click.Option:
    """``--config FILE``, which may stand before or after the command."""
    return click.Option(
        ["--config"],
        type=click.Path(path_type=Path, dir_okay=False),
        metavar="FILE",
        help=words("cli-config-option"),
        expose_value=False,
        callback=_remember,
        envvar="SHUJI_CONFIG",
        is_eager=True,
    )


Function = Callable[..., Awaitable[None]] | Callable[..., None]


def command(name: str) -> Callable[[Function], click.Command]:
    """Makes the command ``name`` of a function, which is given a :class:`Terminal` first and may be asynchronous.

    Its help is the text ``cli-<name>``.
    """

    def made(function: Function) -> click.Command:
        def call(*given: Any, **named: Any) -> None:
            result = function(click.get_current_context().ensure_object(Terminal), *given, **named)
            if inspect.iscoroutine(result):
                asyncio.run(result)

        # Where click's decorators keep what they were given until the command is made.
        call.__click_params__ = getattr(function, "__click_params__", [])  # type: ignore[attr-defined]
        built = click.command(name, cls=Command, help=words(f"cli-{name}"))(call)
        built.params.append(config_option())
        return built

    return made
