"""``shuji export``: the ledger (台账) of a unit and those below it as a workbook."""

from __future__ import annotations

import asyncio
from pathlib import Path

import click

from bot.clock import SystemClock
from bot.commands.frame import Terminal, command, stop, words
from bot.commands.reading import chosen_unit, house_of, language_option, midnight, read_day, write_out
from bot.commands.waiting import while_it_lasts
from bot.making import maker
from storage import reports


@command("export")
@click.argument("file", required=False, type=click.Path(path_type=Path), metavar="[OUT.xlsx]")
@click.option("--unit", metavar="UNIT", help=words("cli-export-unit"))
@click.option("--from", "first", metavar="DAY", help=words("cli-export-from"))
@click.option("--to", "last", metavar="DAY", help=words("cli-export-to"))
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
    viewer: str,
    language: str,
) -> None:
    """Write the workbook; names of raisers only where ``viewer`` is one who may see them."""
    settings = terminal.settings()
    from_day, to_day = (None if each is None else read_day(each) for each in (first, last))
    if from_day and to_day and from_day > to_day:
        stop("cli-export-order")
    now = SystemClock().now()
    async with terminal.database(settings) as database:
        async with database.reading() as tx:
            place, house = await chosen_unit(tx, unit), await house_of(tx, settings)
            start = 0 if from_day is None else midnight(house.calendar, from_day)
            until = now + 1 if to_day is None else midnight(house.calendar, to_day, after=True)
            count = len(await reports.ledger_ids(tx, place.path, start, until))
        if not count:
            stop("cli-export-none", unit=place.name)
        facts = {
            "unit": place.id,
            "start": start,
            "until": until,
            "now": now,
            "viewer": viewer,
            "locale": language,
        }
        with while_it_lasts(words("cli-export-working", count=count)):
            made = await maker(database, house)("ledger", facts)
    out = file or Path(made.name)
    await asyncio.to_thread(write_out, out, made.content)
    terminal.tell("cli-export-done", file=str(out), count=count, unit=place.name)
    terminal.tell("cli-export-names" if viewer == "secretary" else "cli-export-no-names")
