"""``shuji units``: the tree of units as the configuration has it, and bringing units into it from a table."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import click

from bot.commands.frame import Terminal, command, stop, words
from bot.commands.unit_table import import_units
from bot.settings import Settings, Unit


@command("units")
@click.option("--import", "file", type=click.Path(path_type=Path), metavar="FILE.csv", help=words("cli-units-import"))
@click.option("--dry-run", is_flag=True, help=words("cli-units-dry-run"))
def units(terminal: Terminal, file: Path | None, dry_run: bool) -> None:
    """Show the tree, or import."""
    settings = terminal.settings()
    if file is not None:
        if "SHUJI_UNITS" in os.environ:
            stop("cli-units-environment")
        import_units(terminal, settings, file, dry_run=dry_run)
        return
    for line in tree(settings):
        click.echo(line)


def tree(settings: Settings) -> Iterator[str]:
    """One line a unit: code, name, and what serves it."""

    def below(parent: str | None, indent: str) -> Iterator[str]:
        children = [unit for unit in settings.units if unit.parent == parent]
        for place, unit in enumerate(children, 1):
            last = place == len(children)
            mark = "" if parent is None else ("└─ " if last else "├─ ")
            yield f"{indent}{mark}{_described(unit)}"
            yield from below(unit.code, indent if parent is None else indent + ("   " if last else "│  "))

    yield from below(None, "")


def _described(unit: Unit) -> str:
    notes = []
    if unit.telegram_group is not None:
        notes.append(words("cli-units-group", group=str(unit.telegram_group)))
    if unit.restricted_group is not None:
        notes.append(words("cli-units-restricted", group=str(unit.restricted_group)))
    if any(each is not None for each in (unit.deadlines, unit.reminders, unit.hours, unit.digest)):
        notes.append(words("cli-units-own"))
    return f"{unit.code}  {unit.name}" + (f"  ({'; '.join(notes)})" if notes else "")
