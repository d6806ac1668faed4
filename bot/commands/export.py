"""``shuji export``: the ledger (台账) of a unit and those below it, or 督办事项清单, narrowed as in the chat."""

from __future__ import annotations

import asyncio
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import click

from bot.clock import SystemClock
from bot.commands.frame import Terminal, command, stop, words
from bot.commands.reading import chosen_unit, house_of, language_option, midnight, read_day, stop_several, write_out
from bot.commands.waiting import while_it_lasts
from bot.making.loading import file_maker
from handlers.components import narrowing
from handlers.components.narrowing import Reach
from handlers.core.house import House
from handlers.practices.supervision import task_filters as tasks_narrowing
from handlers.practices.supervision import task_registers
from handlers.rules.directory import FitsSeveral
from handlers.rules.filters import NotUnderstood
from handlers.rules.lifecycle import Role
from storage import reports, roles, units
from storage.database import Transaction
from storage.units import Unit


@dataclass(frozen=True, slots=True)
class Asked:
    """What was asked for: ``first`` and ``last`` as days were typed, ``where`` as filters are in the chat."""

    unit: str | None
    first: str | None
    last: str | None
    where: str
    viewer: str
    language: str
    now: int


@dataclass(frozen=True, slots=True)
class Found:
    """A file that can be made: ``made`` by ``facts``, of a unit, with ``count`` rows."""

    made: str
    facts: dict[str, Any]
    unit: Unit
    count: int


@command("export")
@click.argument("file", required=False, type=click.Path(path_type=Path), metavar="[OUT.xlsx]")
@click.option("--unit", metavar="UNIT", help=words("cli-export-unit"))
@click.option("--from", "first", metavar="DAY", help=words("cli-export-from"))
@click.option("--to", "last", metavar="DAY", help=words("cli-export-to"))
@click.option("--where", default="", metavar="WORDS", help=words("cli-export-where"))
@click.option("--tasks", is_flag=True, help=words("cli-export-tasks"))
@click.option(
    "--as", "viewer", type=click.Choice(("manager", "secretary")), default="manager", help=words("cli-export-as")
)
@language_option
async def export(
    terminal: Terminal,
    *,
    file: Path | None,
    unit: str | None,
    first: str | None,
    last: str | None,
    where: str,
    tasks: bool,
    viewer: str,
    language: str,
) -> None:
    """Write the workbook; names of raisers only where ``viewer`` is one who may see them."""
    settings = terminal.settings()
    asked = Asked(unit, first, last, " ".join(where.split()), viewer, language, SystemClock().now())
    async with terminal.database(settings) as database:
        async with database.reading() as tx:
            house = await house_of(tx, settings)
            found = await (_tasks if tasks else _ledger)(tx, house, asked)
        with while_it_lasts(words("cli-export-working", count=found.count)):
            made = await file_maker(database, house)(found.made, found.facts)
    out = file or Path(made.name)
    await asyncio.to_thread(write_out, out, made.content)
    terminal.tell("cli-export-done", file=str(out), count=found.count, unit=found.unit.shown)
    if not tasks:
        terminal.tell("cli-export-names" if viewer == "secretary" else "cli-export-no-names")


async def _below(tx: Transaction, asked: Asked) -> tuple[Unit, Reach]:
    unit, everyone = await chosen_unit(tx, asked.unit), await units.everyone(tx, retired=True)
    return unit, Reach([each for each in everyone if each.path.startswith(unit.path)], everyone)


def _days(house: House, asked: Asked) -> tuple[int | None, int | None]:
    """The time of ``--from`` and ``--to``, the last day included.

    Raises:
        Stop: no days, or in the wrong order.
    """
    first, last = (None if each is None else read_day(each) for each in (asked.first, asked.last))
    if first and last and first > last:
        stop("cli-export-order")
    start = None if first is None else midnight(house.calendar, first)
    return start, None if last is None else midnight(house.calendar, last, after=True)


async def _ledger(tx: Transaction, house: House, asked: Asked) -> Found:
    unit, reach = await _below(tx, asked)
    start, until = _days(house, asked)
    try:
        wanted = await narrowing.read(tx, asked.where, reach, asked.now, house.calendar)
    except NotUnderstood as wrong:
        stop("cli-export-filter", word=wrong.word)
    except FitsSeveral as several:
        stop_several(several)
    unit = wanted.unit or unit
    since = max(start or 0, wanted.start or 0)
    before = min(each for each in (asked.now + 1, until, wanted.until) if each is not None)
    count = len(await reports.ledger_ids(tx, unit.path, since, before, wanted.narrow))
    if not count:
        stop("cli-export-none", unit=unit.shown)
    facts = {
        "unit": unit.id,
        "start": since,
        "until": before,
        "now": asked.now,
        "viewer": asked.viewer,
        "locale": asked.language,
        "narrow": wanted.narrow.write(),
        "narrowed": asked.where,
    }
    return Found("ledger", facts, unit, count)


async def _tasks(tx: Transaction, house: House, asked: Asked) -> Found:
    """督办事项清单; ``--from`` and ``--to`` are about when a matter was given out."""
    unit, reach = await _below(tx, asked)
    start, until = _days(house, asked)
    try:
        owners = await roles.around(tx, Role.OWNER, unit.path)
        chosen, wanted = tasks_narrowing.read(asked.where, reach, owners, asked.now, house.calendar)
    except NotUnderstood as wrong:
        stop("cli-export-filter-tasks", word=wrong.word)
    except FitsSeveral as several:
        stop_several(several)
    unit = chosen or unit
    wanted = wanted.between(start, until)
    table = await task_registers.supervised(tx, house, unit, asked.language, wanted)
    if not table.rows:
        stop("cli-export-none-tasks", unit=unit.shown)
    facts = {
        "unit": unit.id,
        "now": asked.now,
        "locale": asked.language,
        "wanted": asdict(wanted),
        "narrowed": asked.where,
    }
    return Found("task_book", facts, unit, len(table.rows))
