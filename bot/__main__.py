"""``shuji``, or ``python -m bot``: the mailbox's command line."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

import click

from bot import VERSION
from bot.commands.called import how_called
from bot.commands.frame import Group, Terminal, config_option, words
from bot.logs import stay_quiet
from handlers.core.texts import call_program


def _version(ctx: click.Context, _parameter: click.Parameter, wanted: bool) -> None:
    if wanted and not ctx.resilient_parsing:
        click.echo(f"shuji {VERSION}")
        ctx.exit()


def build() -> Group:
    """The whole command line, in the language of the terminal."""

    def without_command() -> None:
        ctx = click.get_current_context()
        if ctx.invoked_subcommand is None:
            click.echo(ctx.get_help())

    version = click.Option(
        ["--version"], is_flag=True, is_eager=True, expose_value=False, callback=_version, help=words("cli-version")
    )
    return Group(
        "shuji",
        help=words("cli-shuji"),
        callback=without_command,
        invoke_without_command=True,
        params=[config_option(), version],
        context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    )


def answer(given: Sequence[str] | None = None, called: Callable[[Path | None], str] = lambda _: "shuji") -> int:
    """Do what the words of the command line say (those of this process by default); the exit code.

    ``called``: how hints name the program, by the configuration that it was given.

    Raises:
        BaseException: a mistake in the program; expected trouble has been said in a sentence.
    """
    program = called(None)
    call_program(program)
    try:
        code = build().main(given, prog_name=program, standalone_mode=False, obj=Terminal(called=called))
        sys.stdout.flush()
    except click.exceptions.Exit as end:
        code = end.exit_code
    except BrokenPipeError:
        # Whoever read our words has heard enough (``shuji units | head``).
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        code = 0
    except BaseException as error:
        from bot.commands.trouble import sentence  # noqa: PLC0415 - loads nearly everything

        said = sentence(error)
        if said is None:
            raise
        text, code = said
        click.echo(text, err=True)
    return code if isinstance(code, int) else 0


def main() -> None:
    """The process ``shuji``: it answers, and ends with an exit code."""
    stay_quiet()
    sys.exit(answer(called=how_called))


if __name__ == "__main__":
    main()
