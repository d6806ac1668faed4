"""From settings to a running mailbox: the house that every handler is given, channels, engine, schedule, pages."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

from bot.settings import Hours, Settings
from bot.settings.rules import deadline_rules, digest_rules, unit_rules
from handlers.house import House
from handlers.rules.calendar import WorkCalendar
from handlers.vocabulary import Abilities
from storage import units
from storage.database import Transaction


def calendar_of(hours: Hours, zone: str, notice: Mapping[date, bool]) -> WorkCalendar:
    """The working days and hours of one unit, with the imported notices."""
    own = {**dict.fromkeys(hours.rest_days, False), **dict.fromkeys(hours.work_days, True)}
    return WorkCalendar(zone=zone, start=hours.start, end=hours.end, own=own, notice=notice)


async def build_house(
    settings: Settings, tx: Transaction, link: Callable[[str, str], str], abilities: Mapping[str, Abilities]
) -> House:
    """What handlers go by: the settings, and the notices on 调休 that the database has."""
    zone = settings.mailbox.timezone
    notice = {date.fromisoformat(day): working for day, working in (await units.calendar_days(tx)).items()}
    hours = {unit.code: settings.hours_for(unit.code) for unit in settings.units}
    # Units with the same hours share one calendar, which remembers the days that it has worked out.
    made = {each: calendar_of(each, zone, notice) for each in {settings.hours, *hours.values()}}
    return House(
        name=settings.mailbox.name,
        zone=zone,
        prefix=settings.mailbox.prefix,
        calendar=made[settings.hours],
        default_rules=deadline_rules(settings.deadlines),
        abilities=abilities,
        link=link,
        rules=unit_rules(settings),
        digest=digest_rules(settings.digest),
        calendars={code: made[each] for code, each in hours.items()},
        owners={each.name: each.owner for each in settings.categories if each.owner is not None},
    )
