"""What commands that read the mailbox share: its house without a channel, a unit by what was typed, days, languages."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta
from pathlib import Path

import click

from bot.assembly import build_house
from bot.commands.files import PRIVATE
from bot.commands.frame import stop, words
from bot.settings import Settings
from handlers.house import House
from handlers.rules.calendar import WorkCalendar
from handlers.rules.days import written_day
from handlers.texts import OTHERS, SOURCE
from storage import units
from storage.database import Transaction
from storage.units import Unit

_WEEK = re.compile(r"(\d{4})-?W(\d{1,2})", re.IGNORECASE)

language_option = click.option(
    "--language", type=click.Choice((SOURCE, *OTHERS)), default=SOURCE, help=words("cli-language")
)


async def house_of(tx: Transaction, settings: Settings) -> House:
    """What the rules are, for reading only: there is no channel to say anything on."""
    return await build_house(settings, tx, lambda _, payload: payload, {})


async def chosen_unit(tx: Transaction, word: str | None) -> Unit:
    """The unit of a code or name; without a word the topmost one, where there is one.

    Raises:
        Stop: there is none, or it is not clear which.
    """
    there = await units.everyone(tx, retired=True)
    if word is None:
        tops = [each for each in there if each.parent_id is None and each.retired_at is None]
        if len(tops) != 1:
            stop("cli-unit-which", units=_listed(tops))
        return tops[0]
    found = [each for each in there if each.code == word] or [each for each in there if each.name == word]
    if len(found) > 1:
        stop("cli-unit-several", unit=word, codes=", ".join(each.code for each in found))
    if not found:
        stop("cli-unit-none", unit=word, units=_listed([each for each in there if each.retired_at is None]))
    return found[0]


def _listed(found: list[Unit]) -> str:
    return ", ".join(f"{each.code} {each.name}" for each in found[:30]) or "–"


def read_day(text: str) -> date:
    """A day such as 2026-03-02, or the Monday of a week such as 2026-W10.

    Raises:
        Stop: it is neither.
    """
    try:
        week = _WEEK.fullmatch(text.strip())
        day = written_day(text) if week is None else date.fromisocalendar(int(week[1]), int(week[2]), 1)
    except ValueError:
        day = None
    if day is None:
        stop("cli-bad-day", found=text)
    return day


def midnight(calendar: WorkCalendar, day: date, *, after: bool = False) -> int:
    """When a day begins (``after``: when the next one does), UTC epoch seconds."""
    return int(datetime.combine(day + timedelta(days=after), time(), calendar.tz).timestamp())


def write_out(file: Path, content: bytes) -> None:
    """Write a file that only its owner may read: it may hold names.

    Raises:
        FileExistsError: there is one already.
        OSError: it can't be written.
    """
    with file.open("xb") as opened:
        file.chmod(PRIVATE)
        opened.write(content)
