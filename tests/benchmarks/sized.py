"""A company's mailbox with any number of tickets, measured in a process of its own: for the figures by size.

``./run bench card --tickets 10000 --tickets 1000000``: for each size a mailbox is filled (or that of an earlier run is
taken, with ``--keep FOLDER``), and a fresh process does what is measured on it. The past grows from size to size; what
is in hand does not: a thousand tickets are open in each.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import resource
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Awaitable, Callable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from bot.applying import apply
from bot.assembly import build_house
from bot.flow.apart import read_apart
from bot.flow.enqueue import Prepared, prepare, store
from bot.flow.places import Places
from bot.settings import Category, Mailbox, Person, RoleName, Settings, Telegram, Unit
from bot.settings.models import Health
from handlers import front_door
from handlers.core.abilities import ALWAYS, Abilities
from handlers.core.house import House
from handlers.core.turn import Turn
from handlers.core.vocabulary import (
    ChatKind,
    EventKind,
    Incoming,
    Outgoing,
    Sender,
)
from storage import people, units
from storage.database import Database
from storage.engines import open_database
from storage.sealing import Sealer
from tests.benchmarks.processes import ROOT
from tests.benchmarks.seeding import fill

NOW = 1_763_517_600
"""Wednesday, 19 November 2025, 10:00 in Shanghai: people are at work."""
IN_HAND = 1_000
DIVISIONS = 10
KEY = bytes(range(64))
CHANNEL = "telegram"
SECRETARY, MANAGER = 2_001, 4_001
HQ_GROUP = -1_001
ABILITIES = Abilities(
    threads=True,
    reactions=True,
    text=4096,
    caption=1024,
    album=10,
    buttons_in_row=8,
    buttons=100,
    button_bytes=64,
    toast=200,
    edit_seconds=ALWAYS,
    delete_seconds=48 * 3600,
)
_CATEGORIES = {
    "食堂": ("食堂", "饭菜"),
    "宿舍": ("宿舍", "热水"),
    "薪酬": ("工资", "奖金"),
    "设备": ("设备", "机器"),
    "交通": ("班车", "车棚"),
    "安全": ("安全", "隐患"),
    "医疗": ("医务", "体检"),
    "其他": ("其他",),
}

Measure = Callable[["Office", argparse.Namespace], Awaitable[dict[str, Any]]]


def settings(folder: Path, count: int) -> Settings:
    """Three levels: the company, ten divisions with groups of their own, and workshops below them, ``count`` in all."""
    divisions = [
        Unit(code=f"D{n}", name=f"{n}分厂", parent="HQ", telegram_group=HQ_GROUP - n)
        for n in range(1, min(DIVISIONS, count - 1) + 1)
    ]
    below = [
        Unit(code=f"W{n}", name=f"{n}车间", parent=f"D{n % DIVISIONS + 1}") for n in range(1, count - len(divisions))
    ]
    people = [
        Person(name="李梅", role=RoleName.SECRETARY, unit="HQ", telegram=SECRETARY),
        Person(name="林书记", role=RoleName.MANAGER, unit="HQ", telegram=MANAGER),
    ]
    for n, unit in enumerate((*divisions, *below), start=1):
        people.append(Person(name=f"厂长{n}", role=RoleName.MANAGER, unit=unit.code, telegram=MANAGER + n))
    people += [
        Person(name=f"承办{n}", role=RoleName.OWNER, unit=unit.code, telegram=3_001_000 + n)
        for n, unit in enumerate(divisions)
    ]
    return Settings(
        mailbox=Mailbox(database=f"sqlite:///{folder / 'mailbox.db'}"),
        telegram=Telegram(),
        units=(Unit(code="HQ", name="集团公司", telegram_group=HQ_GROUP), *divisions, *below),
        people=tuple(people),
        categories=tuple(Category(name=name, keywords=words) for name, words in _CATEGORIES.items()),
        health=Health(listen=None),
    )


@dataclass(slots=True)
class Office:
    """An open mailbox, and events brought to its front door as the worker brings them: one durable commit each."""

    database: Database
    house: House
    places: Places
    messages: int = field(default_factory=lambda: int(time.time()) * 1000)
    """The last message's id; in a mailbox that is kept, no id comes twice."""

    @classmethod
    async def open(cls, folder: Path, count: int) -> Office:
        """Open the mailbox of ``count`` units in a folder; a new one is set up."""
        known = settings(folder, count)
        database = await open_database(known.mailbox.database, Sealer(KEY))
        async with database.writing() as tx:
            await apply(known, tx, NOW)
            house = await build_house(known, tx, lambda _, payload: payload, {CHANNEL: ABILITIES})
        return cls(database, house, Places())

    async def turn(self, event: Incoming, ahead: Sequence[Any] | None = None) -> tuple[Outgoing, ...]:
        """Let the handlers decide an event; what is to be said waits in the outbox."""
        prepared = Prepared()
        async with self.database.writing() as tx:
            turn = Turn(tx, event, self.house, ahead=ahead)
            await front_door.handle(turn)
            await prepare(self.places, turn, event=event, now=event.at, into=prepared)
            await store(tx, prepared, event.at)
        self.places.adopt(prepared.found)
        return tuple(turn.outgoing)

    async def says(self, user: int, text: str, *, chat: int | None = None) -> tuple[Outgoing, ...]:
        """Somebody writes in private, or in a group."""
        self.messages += 1
        return await self.turn(self._event(EventKind.MESSAGE, user, chat, text=text))

    async def presses(self, user: int, button: str, *, chat: int | None = None) -> tuple[Outgoing, ...]:
        """Somebody presses a button."""
        return await self.turn(self._event(EventKind.PRESS, user, chat, button=button, press="1"))

    def _event(self, kind: EventKind, user: int, chat: int | None, **more: Any) -> Incoming:
        return Incoming(
            kind,
            NOW,
            CHANNEL,
            chat=str(user if chat is None else chat),
            chat_kind=ChatKind.PRIVATE if chat is None else ChatKind.GROUP,
            message=str(self.messages),
            sender=Sender(CHANNEL, str(user), f"员工{user}", language="zh-hans"),
            **more,
        )

    async def newcomer(self) -> int:
        """A new employee of the company itself; their user id."""
        self.messages += 1
        user = str(self.messages)
        async with self.database.writing() as tx:
            person = await people.meet(tx, CHANNEL, user, name=f"员工{user}", private_chat=user)
            unit = await units.by_code(tx, "HQ")
            assert unit is not None
            await people.belongs_to(tx, person.id, unit.id)
        return self.messages

    async def tick(self, sweep: str) -> tuple[Outgoing, ...]:
        """The clock says to look; what is read ahead is read apart, as the worker does it."""
        event = Incoming(EventKind.TICK, NOW, "clock", text=sweep)
        wanted = front_door.ahead(event)
        if wanted is None:
            return await self.turn(event)
        async with self.database.reading() as tx:
            needed = await wanted.wanted(tx, event, self.house)
        parts: Sequence[Any] = ()
        if needed:
            parts = await read_apart(self.database, lambda tx: wanted.read(tx, event, self.house))
        said: list[Outgoing] = []
        for each in parts:
            said += await self.turn(event, (each,))
        return tuple(said)


def button_of(said: tuple[Outgoing, ...], word: str) -> str:
    """What the button with ``word`` on it sends back."""
    for each in (button for message in said for row in message.buttons for button in row):
        if word in each.label and each.data is not None:
            return each.data
    raise LookupError(word)


class Stopwatch:
    """Seconds of what is done within it, by name."""

    def __init__(self) -> None:
        self.taken: dict[str, list[float]] = {}
        self.cpu: dict[str, float] = {}
        """Processor seconds of the last one, by name: what a machine that does other things too shows more truly."""

    @contextmanager
    def of(self, name: str) -> Iterator[None]:
        """Measure this."""
        began, used = time.perf_counter(), time.process_time()
        yield
        self.taken.setdefault(name, []).append(time.perf_counter() - began)
        self.cpu[name] = time.process_time() - used

    def figures(self) -> dict[str, float]:
        """``<name>_ms`` (the median) and ``<name>_p95_ms``."""
        found = {}
        for name, taken in self.taken.items():
            ordered = sorted(taken)
            found[f"{name}_ms"] = short(1000 * ordered[len(ordered) // 2])
            found[f"{name}_p95_ms"] = short(1000 * ordered[min(len(ordered) - 1, int(len(ordered) * 0.95))])
        return found


def short(value: float) -> float:
    """Four digits of it."""
    return float(f"{value:.4g}")


def peak_mb() -> float:
    """The most memory that this process has held so far."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def add_arguments(parser: argparse.ArgumentParser, *, of_units: int = 111) -> None:
    """Sizes, and where they are kept."""
    parser.add_argument("--tickets", type=int, action="append", help="how many are there; may be said several times")
    parser.add_argument("--units", type=int, default=of_units)
    parser.add_argument(
        "--keep", type=Path, metavar="FOLDER", help="keep the mailboxes there, and take those of before"
    )


def run(name: str, arguments: argparse.Namespace, growing: tuple[str, ...] = ()) -> dict[str, Any]:
    """What the module ``name`` measures for each size; for ``growing`` keys, the largest by the smallest."""
    sizes = sorted(arguments.tickets or [10_000])
    with tempfile.TemporaryDirectory() as temporary:
        found = {size: _sized(name, arguments, size, arguments.keep or Path(temporary)) for size in sizes}
    made: dict[str, Any] = {
        "units": arguments.units,
        "in_hand": IN_HAND,
        "tickets": {str(n): f for n, f in found.items()},
    }
    first, last = found[sizes[0]], found[sizes[-1]]
    if len(sizes) > 1:
        made |= {f"growth_{key}": round(last[f"{key}_ms"] / first[f"{key}_ms"], 2) for key in growing}
    return made


def _sized(name: str, arguments: argparse.Namespace, size: int, folder: Path) -> dict[str, Any]:
    place = folder / f"{size}-{arguments.units}"
    began = time.perf_counter()
    if not (place / "whole").exists():
        shutil.rmtree(place, ignore_errors=True)
        place.mkdir(parents=True)
        asyncio.run(_fill(place, size, arguments.units))
        (place / "whole").touch()
    seeded = time.perf_counter() - began
    words = json.dumps({**vars(arguments), "keep": None, "tickets": size})
    command = [sys.executable, "-m", "tests.benchmarks.sized", name, str(place), words]
    done = subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.PIPE)
    found: dict[str, Any] = json.loads(done.stdout)
    return {**found, "seeding_seconds": round(seeded, 1)}


async def _fill(place: Path, size: int, count: int) -> None:
    office = await Office.open(place, count)
    await office.database.close()
    await fill(f"sqlite:///{place / 'mailbox.db'}", Sealer(KEY), size, NOW, open_every=max(2, size // IN_HAND))


async def _measure(name: str, place: Path, words: Mapping[str, Any]) -> dict[str, Any]:
    import importlib  # noqa: PLC0415 - only the process that measures loads what is measured

    module = importlib.import_module(f"tests.benchmarks.{name}")
    arguments = argparse.Namespace(**words)
    # What was told in an earlier run on a mailbox that is kept is to be told again.
    with closing(sqlite3.connect(place / "mailbox.db")) as connection:
        connection.execute("DELETE FROM reminders")
        connection.commit()
    office = await Office.open(place, arguments.units)
    try:
        found: dict[str, Any] = await module.measure(office, arguments)
    finally:
        await office.database.close()
    return {**found, "peak_mb": short(peak_mb())}


if __name__ == "__main__":
    print(json.dumps(asyncio.run(_measure(sys.argv[1], Path(sys.argv[2]), json.loads(sys.argv[3])))))
