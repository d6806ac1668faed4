"""The weekly digest: of the top unit, as its manager opens it; and told to the managers of all units at once.

Meanwhile people go on writing: how long they wait for their answer is measured too (``answer_p99_ms``, from the message
until it is decided and waits to be sent).
"""

from __future__ import annotations

import argparse
import asyncio
import time
from typing import Any

from bot.making.loading import file_maker
from bot.schedule import DIGEST
from handlers.reports.digest import dispatch
from handlers.reports.digest.screen import screen
from handlers.reports.digest.weeks import told_last
from storage import units
from tests.benchmarks import sized
from tests.benchmarks.letters import letter
from tests.benchmarks.sized import NOW, Office, Stopwatch, short

FIRST = 9_900_000
_EVERY_SECONDS = 0.05


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Sizes, and how many units."""
    sized.add_arguments(parser)
    parser.add_argument(
        "--book", action="store_true", help="make the workbook too: it holds the ledger, and takes long"
    )


def run(arguments: argparse.Namespace) -> dict[str, Any]:
    """Measure."""
    return sized.run("digest", arguments, ("top",))


async def measure(office: Office, arguments: argparse.Namespace) -> dict[str, Any]:
    """``top``: reckoned and in words. ``picture``, ``book``: its files. ``all``: told to every manager of a unit."""
    watch, calendar = Stopwatch(), office.house.calendar
    week = told_last(calendar, office.house.digest, NOW)
    for _round in range(3):
        async with office.database.reading() as tx:
            unit = await units.by_code(tx, "HQ")
            assert unit is not None
            with watch.of("top"):
                look = await dispatch.look_at(tx, office.house, unit, week, NOW)
                screen("zh-CN", look, office.house)
    made = dispatch.files("zh-CN", look, office.house)
    for name, file in zip(("picture", "book") if arguments.book else ("picture",), made, strict=False):
        with watch.of(name):
            await file_maker(office.database, office.house)(str(file.made), file.facts)
    done, waits = asyncio.Event(), list[float]()
    talking = asyncio.create_task(_talk(office, waits, done))
    await asyncio.sleep(0.2)
    with watch.of("all"):
        said = await office.tick(DIGEST)
    done.set()
    await talking
    waits.sort()
    figures = {key: each for key, each in watch.figures().items() if not key.endswith("p95_ms")}
    return {
        **figures,
        **{f"{name}_cpu_seconds": short(used) for name, used in watch.cpu.items()},
        "new_in_the_week": look.now.new,
        "digests_told": len(said),
        "answers_meanwhile": len(waits),
        "answer_p99_ms": short(1000 * waits[int(len(waits) * 0.99)]),
    }


async def _talk(office: Office, waits: list[float], done: asyncio.Event) -> None:
    """Somebody writes every now and then, whether or not the one before has been answered."""
    asked: set[asyncio.Task[None]] = set()
    while not done.is_set():
        asked.add(asyncio.create_task(_ask(office, len(asked), waits)))
        await asyncio.sleep(_EVERY_SECONDS)
    await asyncio.gather(*asked)


async def _ask(office: Office, number: int, waits: list[float]) -> None:
    began = time.monotonic()
    await office.says(FIRST + number, letter(number))
    waits.append(time.monotonic() - began)
