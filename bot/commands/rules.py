"""``shuji rules``: which limits, reminder times and weights count at a unit, since when, and what a version says."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime
from zoneinfo import ZoneInfo

import click

from bot.commands.frame import Terminal, command, stop, words
from bot.commands.reading import chosen_unit
from bot.settings.rules import KINDS
from storage import rules as register
from storage import units
from storage.database import Transaction
from storage.rules import InForce
from storage.units import Unit


@command("rules")
@click.option("--unit", "code", metavar="CODE", help=words("cli-rules-unit"))
@click.option("--version", "version", metavar="VERSION", help=words("cli-rules-version"))
async def rules(terminal: Terminal, code: str | None, version: str | None) -> None:
    """What counts now; for one unit since ever; or one version by its name."""
    settings = terminal.settings()
    zone = ZoneInfo(settings.mailbox.timezone)
    async with terminal.database(settings) as database, database.reading() as tx:
        if version is not None:
            lines = await _of_version(tx, version)
            if not lines:
                stop("cli-rules-no-version", version=version)
        else:
            wanted = await units.everyone(tx) if code is None else (await chosen_unit(tx, code),)
            lines = [
                line
                for unit in wanted
                for line in _of_unit(unit, await register.of_unit(tx, unit.id), zone, only_now=code is None)
            ]
    for line in lines:
        click.echo(line)


def _of_unit(unit: Unit, found: tuple[InForce, ...], zone: ZoneInfo, *, only_now: bool) -> Iterator[str]:
    yield f"{unit.code}  {unit.shown}"
    for kind in KINDS:
        of_kind = [each for each in found if each.kind == kind]
        for each in of_kind[-1:] if only_now else of_kind:
            since = f"{datetime.fromtimestamp(each.since, zone):%Y-%m-%d %H:%M}"
            yield "  " + words("cli-rules-line", kind=kind, version=each.version, since=since)


async def _of_version(tx: Transaction, version: str) -> list[str]:
    lines: list[str] = []
    for kind in KINDS:
        said: Mapping[str, object] | None = await register.said(tx, kind, version)
        if said is not None:
            lines.append(f"[{kind}] {version}")
            lines += [f"  {name} = {_value(value)}" for name, value in said.items()]
    return lines


def _value(value: object) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)
