"""``shuji digest``: a unit's digest of a week, on the screen, in a file, or sent to its managers."""

from __future__ import annotations

import asyncio
from pathlib import Path

import click

from bot.clock import SystemClock
from bot.commands.frame import Terminal, command, stop, words
from bot.commands.own_events import leave
from bot.commands.reading import chosen_unit, house_of, language_option, midnight, read_day, write_out
from bot.making.loading import file_maker
from bot.schedule import DIGEST
from bot.settings import Settings
from handlers.core.house import House
from handlers.reports.digest import dispatch
from handlers.reports.digest.screen import screen
from handlers.reports.digest.sections import in_words
from handlers.reports.digest.weeks import PERIODS, label, span_of, told_last, week_of
from storage import roles
from storage.database import Database

_MADE = {".png": "digest_picture", ".xlsx": "digest_book", ".docx": "digest_paper"}
_TEXT = ".txt"


@command("digest")
@click.option("--unit", metavar="UNIT", help=words("cli-digest-unit"))
@click.option("--week", metavar="DAY", help=words("cli-digest-week"))
@click.option("--period", type=click.Choice(PERIODS), default=PERIODS[0], help=words("cli-digest-period"))
@click.option("--file", type=click.Path(path_type=Path), metavar="FILE", help=words("cli-digest-file"))
@click.option("--send", is_flag=True, help=words("cli-digest-send"))
@language_option
async def digest(
    terminal: Terminal,
    *,
    unit: str | None,
    week: str | None,
    period: str,
    file: Path | None,
    send: bool,
    language: str,
) -> None:
    """Show, write or send."""
    settings = terminal.settings()
    kind = None if file is None else file.suffix.lower()
    if kind is not None and kind not in (*_MADE, _TEXT):
        stop("cli-digest-kind", file=str(file))
    async with terminal.database(settings) as database:
        if send:
            await _send(terminal, settings, database, unit, week)
            return
        text, made = await _made(settings, database, unit=unit, when=(week, period), language=language, kind=kind)
    if file is None:
        click.echo(text)
        return
    await asyncio.to_thread(write_out, file, made)
    terminal.tell("cli-digest-written", file=str(file))


async def _made(
    settings: Settings,
    database: Database,
    *,
    unit: str | None,
    when: tuple[str | None, str],
    language: str,
    kind: str | None,
) -> tuple[str, bytes]:
    now = SystemClock().now()
    week, period = when
    async with database.reading() as tx:
        house, place = await house_of(tx, settings), await chosen_unit(tx, unit)
        at = _instant(house, week, now)
        wanted = (
            week_of(house.calendar, house.digest, at)
            if period == PERIODS[0]
            else span_of(house.calendar, period, at if week else now, back=0 if week else 1)
        )
        if wanted.start > now:
            stop("cli-digest-future")
        look = await dispatch.look_at(tx, house, place, wanted, now)
    text = f"{screen(language, look, house)}\n\n{in_words(language, look, house)}"
    if kind is None or kind == _TEXT:
        return text, (text + "\n").encode()
    for each in (*dispatch.files(language, look, house), dispatch.paper(language, look)):
        if each.made == _MADE[kind]:
            return text, (await file_maker(database, house)(each.made, each.facts)).content
    raise LookupError(kind)


def _instant(house: House, week: str | None, now: int) -> int:
    """An instant in the week that is meant: the one of a day, else that of the last digest that was due."""
    return (
        told_last(house.calendar, house.digest, now).start if week is None else midnight(house.calendar, read_day(week))
    )


async def _send(terminal: Terminal, settings: Settings, database: Database, unit: str | None, week: str | None) -> None:
    now = SystemClock().now()
    async with database.writing() as tx:
        house = await house_of(tx, settings)
        place = None if unit is None else await chosen_unit(tx, unit)
        managers = [
            each
            for each in await roles.current(tx)
            if each.role == "manager" and (place is None or each.unit_id == place.id)
        ]
        if not managers:
            stop("cli-digest-no-manager")
        wanted = week_of(house.calendar, house.digest, _instant(house, week, now))
        if wanted.start > now:
            stop("cli-digest-future")
        facts = {"to": "managers", "starts_at": wanted.start} | ({} if place is None else {"unit": place.id})
        await leave(tx, DIGEST, now, facts)
    names = ", ".join(sorted({f"{each.unit_name} {each.name}" for each in managers}))
    terminal.tell("cli-digest-sent", week=label(terminal.locale, house.calendar, wanted), names=names)
