"""From settings to a running mailbox: the house that every handler is given, channels, engine, schedule, pages."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

import structlog

from bot.applying import CHANNEL as TELEGRAM
from bot.applying import Change, apply
from bot.backups import Keeping
from bot.channels.base import Channel, MadeFile
from bot.channels.telegram.channel import TelegramChannel
from bot.channels.telegram.webhook import Hook
from bot.clock import Clock, SystemClock
from bot.engine import Engine
from bot.engine import Settings as FlowSettings
from bot.flow.calling import Parts
from bot.flow.files import Make
from bot.flow.pace import PaceRules
from bot.making.announced import once_for_all
from bot.making.loading import file_maker
from bot.making.opening.opener import Opener
from bot.schedule import LOOKS, SWEEPS, Schedule, Times
from bot.settings import Hours, Settings
from bot.settings.named import category_owners
from bot.settings.rules import deadline_rules, digest_rules, unit_judging, unit_layouts, unit_rules
from handlers import front_door, routes
from handlers.components.command_menu import everyones_menus
from handlers.core.abilities import Abilities
from handlers.core.house import House
from handlers.core.routing import Ahead
from handlers.core.turn import Turn
from handlers.core.vocabulary import EventKind, Incoming
from handlers.rules.calendar import WorkCalendar
from handlers.rules.danger import DangerWords
from storage import units
from storage.database import Database, Transaction
from storage.engines import open_database
from storage.sealing import Sealer

RECOMPUTE = "recompute"
"""The tick that says: the calendar is another one, work out anew what is due."""

log = structlog.get_logger("assembly")


class NoToken(Exception):
    """There is no bot to run: ``[telegram] token`` is not set."""


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
        default_rules=deadline_rules(settings.deadlines, settings.reminders),
        abilities=abilities,
        link=link,
        rules=unit_rules(settings),
        digest=digest_rules(settings.digest),
        judging=unit_judging(settings),
        calendars={code: made[each] for code, each in hours.items()},
        boards={
            unit.code: (TELEGRAM, str(chat))
            for unit in settings.units
            if (chat := settings.board_for(unit.code)) is not None
        },
        layouts=unit_layouts(settings),
        danger=DangerWords(settings.danger.mind, settings.danger.body, settings.danger.harmless),
        owners=category_owners(settings),
    )


def telegram_channel(settings: Settings, locale: str = "zh-CN") -> TelegramChannel:
    """The channel to Telegram, or to the server that ``base_url`` names.

    Raises:
        NoToken: none is set.
    """
    telegram = settings.telegram
    if telegram.token is None:
        raise NoToken
    hook = None
    if telegram.mode == "webhook":
        assert telegram.webhook_url is not None  # The settings have been checked.
        assert telegram.secret is not None
        host, port = listening(telegram.listen)
        hook = Hook(url=telegram.webhook_url, host=host, port=port, secret=telegram.secret.get_secret_value())
    return TelegramChannel(
        telegram.token.get_secret_value(),
        base_url=telegram.base_url,
        hook=hook,
        locale=locale,
        menus=everyones_menus(routes.COMMANDS),
    )


def listening(address: str) -> tuple[str, int]:
    """Host and port of a ``listen`` setting."""
    host, _, port = address.rpartition(":")
    return host.strip("[]"), int(port)


def times(settings: Settings) -> Times:
    """When the schedule looks, by the mailbox's own clock."""
    digest, backup = settings.digest, settings.backup
    return Times(
        zone=settings.mailbox.timezone,
        digest=f"{digest.time.minute} {digest.time.hour} * * {digest.weekday[:3]}",
        backup=f"{backup.at.minute} {backup.at.hour} * * *",
    )


@dataclass(slots=True)
class Program:
    """A mailbox that is put together and not started yet; ``engine`` and ``schedule`` start and stop it.

    ``changes`` is what the settings changed in the database.
    """

    settings: Settings
    database: Database
    engine: Engine
    schedule: Schedule
    keeping: Keeping
    started: Settings
    """The settings that it was started with: some of them count until it is started anew."""
    changes: tuple[Change, ...] = ()

    async def take(self, settings: Settings) -> tuple[Change, ...]:
        """Go by other settings from the next event on: units, people, categories, limits, hours, names.

        What the program was started with (token, database, addresses, times of the schedule) counts until it is
        started again.
        """
        async with self.database.writing() as tx:
            changes = await apply(settings, tx, self.engine.clock.now())
            house = await self.house(settings, tx)
        self.settings = settings
        self.engine.move_in(house)
        await self.engine.tick(RECOMPUTE, every=1)
        return changes

    async def look_ahead(self) -> None:
        """Try what the clock will need at night, and let the admins hear by day of what would fail then."""
        error = await self.keeping.unready() if self.keeping.wanted else None
        if error is not None:
            log.error("backup folder can't be written", error=type(error).__name__)
            await self.schedule.tell({"backup_folder": 1})

    async def house(self, settings: Settings, tx: Transaction) -> House:
        """The house by ``settings`` and what the database has."""
        return await build_house(settings, tx, self.engine.house.link, self.engine.house.abilities)


class Doorkeeper:
    """The front door, with a new house first when an event says that the calendar is another one.

    Notices are imported by another process (``shuji calendar``); its event is the first that this one hears of it.
    """

    def __init__(self) -> None:
        self.program: Program | None = None

    async def handle(self, turn: Turn, /) -> None:
        """Decide one event."""
        if turn.event.kind is EventKind.TICK and turn.event.text == RECOMPUTE and self.program is not None:
            turn.house = await self.program.house(self.program.settings, turn.tx)
            self.program.engine.move_in(turn.house)
        await front_door.handle(turn)

    async def trouble(self, turn: Turn, /) -> None:
        """Tell whoever wrote that their event is kept and will be tried again."""
        await front_door.trouble(turn)

    def ahead(self, event: Incoming, /) -> Ahead | None:
        """What is to be read for this event before its turn."""
        return front_door.ahead(event)


async def assemble(
    settings: Settings,
    sealer: Sealer,
    *,
    channel: Channel | None = None,
    clock: Clock | None = None,
    pace: PaceRules | None = None,
    opener: Opener | None = None,
    durable: bool = True,
) -> Program:
    """Open the database, bring the settings into it, and put the program together.

    ``channel``: instead of the one that the settings name. ``pace``: how fast it may be spoken to, instead of
    Telegram's. ``opener``: what opens sent files, instead of one with the usual bounds. ``durable=False``: what happens
    may be lost with the machine (see ``storage.engines.open_database``).

    Raises:
        NoToken: no channel, and no token for one.
        StorageError: the database or its key can't be used; the text says what to do.
    """
    clock = clock or SystemClock()
    channel = channel or telegram_channel(settings)
    database = await open_database(settings.mailbox.database, sealer, exclusive=True, durable=durable)
    try:
        async with database.writing() as tx:
            changes = await apply(settings, tx, clock.now())
            house = await build_house(
                settings, tx, lambda _, payload: channel.link(payload), {channel.name: channel.abilities}
            )
    except BaseException:
        await database.close()
        raise
    door, opener = Doorkeeper(), opener or Opener()
    engine = Engine(
        database,
        [channel],
        house,
        clock,
        door=door,
        settings=FlowSettings(
            pace={} if pace is None else {channel.name: pace},
            sweeps=SWEEPS,
            looks=LOOKS,
            parts=Parts(make=_making(database, door), clean=opener.clean, read=opener.read, close=opener.aclose),
        ),
    )
    keeping = Keeping(database, settings, clock)
    schedule = Schedule(engine, times(settings), keeping.daily if keeping.wanted else None)
    door.program = Program(settings, database, engine, schedule, keeping, settings, changes)
    return door.program


def _making(database: Database, door: Doorkeeper) -> Make:
    """Makes files by the house that counts when they are made."""

    async def make(name: str, facts: Mapping[str, Any]) -> MadeFile:
        assert door.program is not None  # It is there before the engine starts.
        return await file_maker(database, door.program.engine.house)(name, facts)

    return once_for_all(make)
