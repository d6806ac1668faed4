"""``shuji calendar``: which years' notice on 调休 is known, the days that differ, and importing a notice."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from pathlib import Path

import click

from bot.assembly import RECOMPUTE, calendar_of
from bot.clock import SystemClock
from bot.commands.files import text_of
from bot.commands.frame import Stop, Terminal, command, words
from bot.commands.own_events import leave
from bot.settings import Settings
from handlers.rules.calendar import LAST_NOTICE, WorkCalendar
from handlers.rules.notices import BadNotice, read_notice
from storage import units
from storage.database import Transaction

_WEEKEND = 5
_NOTICE = {
    "imported": "cli-calendar-imported-year",
    "built-in": "cli-calendar-built-in",
    "none": "cli-calendar-none",
}


@command("calendar")
@click.option("--import", "file", type=click.Path(path_type=Path), metavar="FILE", help=words("cli-calendar-import"))
@click.option("--dry-run", is_flag=True, help=words("cli-calendar-dry-run"))
@click.option("--forget", type=click.IntRange(2000, 2200), metavar="YEAR", help=words("cli-calendar-forget"))
async def calendar(terminal: Terminal, file: Path | None, dry_run: bool, forget: int | None) -> None:
    """Show the calendar; import or forget a notice."""
    settings = terminal.settings()
    days = None if file is None else await asyncio.to_thread(_read, file)
    now = SystemClock().now()
    async with terminal.database(settings) as database:
        async with database.writing() as tx:
            before = await _calendar(tx, settings)
            if days is not None:
                await _import(terminal, tx, days, before, dry_run=dry_run, source=str(file and file.name), now=now)
            elif forget is not None:
                count = await units.drop_calendar_days(tx, str(forget))
                await leave(tx, RECOMPUTE, now)
                terminal.tell("cli-calendar-forgotten", year=str(forget), count=count)
        async with database.reading() as tx:
            after = await _calendar(tx, settings)
    for line in _shown(after, after.local(now)):
        click.echo(line)


def _read(file: Path) -> dict[date, bool]:
    try:
        return read_notice(text_of(file))
    except BadNotice as bad:
        lines = []
        for each in bad.problems:
            what = words(f"notice-wrong-{each.mistake}", found=each.found)
            lines.append(words("notice-line", line=str(each.line), what=what) if each.line else what)
        raise Stop("\n".join((words("cli-calendar-bad", file=str(file), count=len(lines)), *lines))) from bad


async def _calendar(tx: Transaction, settings: Settings) -> WorkCalendar:
    notice = {date.fromisoformat(day): working for day, working in (await units.calendar_days(tx)).items()}
    return calendar_of(settings.hours, settings.mailbox.timezone, notice)


async def _import(
    terminal: Terminal,
    tx: Transaction,
    days: dict[date, bool],
    before: WorkCalendar,
    *,
    dry_run: bool,
    source: str,
    now: int,
) -> None:
    changed = sorted(day for day, worked in days.items() if before.is_workday(day) != worked)
    for day in changed:
        terminal.tell("cli-calendar-day", day=_day(day), what=words(_what(days[day])))
    years = ", ".join(str(year) for year in sorted({day.year for day in days}))
    if dry_run:
        terminal.tell("cli-calendar-would", count=len(days), years=years, changed=len(changed))
        return
    await units.set_calendar_days(tx, {day.isoformat(): worked for day, worked in days.items()}, source)
    await leave(tx, RECOMPUTE, now)
    terminal.tell("cli-calendar-imported", count=len(days), years=years, changed=len(changed))


def _what(worked: bool) -> str:
    return "cli-calendar-worked" if worked else "cli-calendar-rest"


def _day(day: date) -> str:
    weekday = words("weekday-" + ("mon", "tue", "wed", "thu", "fri", "sat", "sun")[day.weekday()])
    return words("cli-calendar-date", date=day.isoformat(), weekday=weekday)


def notice_of(calendar: WorkCalendar, year: int) -> str:
    """Where the notice of a year is from: ``imported``, ``built-in``, or ``none``."""
    if year in calendar.noticed:
        return "imported"
    return "built-in" if year <= LAST_NOTICE else "none"


def _shown(calendar: WorkCalendar, now: datetime) -> Iterator[str]:
    for year in (now.year, now.year + 1):
        yield words(_NOTICE[notice_of(calendar, year)], year=str(year))
    yield words("cli-calendar-ahead")
    day = now.date()
    while day <= now.date() + timedelta(days=366):
        if calendar.is_workday(day) != (day.weekday() < _WEEKEND):
            yield "  " + words("cli-calendar-day", day=_day(day), what=words(_what(calendar.is_workday(day))))
        day += timedelta(days=1)
