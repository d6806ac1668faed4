"""What commands that read the mailbox share: its house without a channel, a unit by what was typed, days, languages."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import NoReturn

import click

from bot.assembly import build_house
from bot.commands.files import PRIVATE
from bot.commands.frame import stop, words
from bot.settings import Settings
from handlers.components.narrowing import Reach
from handlers.core.house import House
from handlers.core.texts import OTHERS, SOURCE
from handlers.rules.calendar import WorkCalendar
from handlers.rules.days import written_day
from handlers.rules.directory import FitsSeveral
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
    """The unit of a code, path or name; without a word the topmost one, where there is one.

    Raises:
        Stop: there is none, or it is not clear which.
    """
    there = await units.everyone(tx, retired=True)
    if word is None:
        tops = [each for each in there if each.parent_id is None and each.retired_at is None]
        if len(tops) != 1:
            stop("cli-unit-which", units=listed(tops))
        return tops[0]
    try:
        found = Reach(there, there).named(word)
    except FitsSeveral as several:
        stop_several(several)
    if found is None:
        stop("cli-unit-none", unit=word, units=listed([each for each in there if each.retired_at is None]))
    return found


def stop_several(several: FitsSeveral) -> NoReturn:
    """End the command: a name fits several, which are listed with their codes and paths."""
    choices = (f"{several.codes.get(key, '')}  {label}".strip() for key, label in several.choices.items())
    stop("cli-several", word=several.word, choices="\n".join(choices))


def listed(found: Sequence[Unit]) -> str:
    """Units by code and name, in a line."""
    return ", ".join(f"{each.code} {each.shown}" for each in found[:30]) or "–"


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
