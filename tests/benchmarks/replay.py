"""Real letters replayed as a year of a mailbox: its digests beside figures reckoned from the letters alone.

Letters are JSON lines, gzipped or not, with ``id``, ``user``, ``title``, ``text``, ``at``, ``reply`` and ``replied_at``
(and ``category`` where it is known). They are no part of the project: without files a folder of them is looked for, and
where there is none, a few invented ones are played. See :mod:`tests.benchmarks.year` for what is played, and
:mod:`tests.benchmarks.reckoning` for the other figures.
"""

from __future__ import annotations

import argparse
import asyncio
import gzip
import json
import logging
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import structlog

from bot.assembly import Program, assemble
from bot.channels.telegram.channel import TelegramChannel
from bot.flow.pace import FREE
from handlers import routes
from handlers.components.command_menu import everyones_menus
from handlers.reports.digest import dispatch, figures
from handlers.reports.digest.figures import Figures
from handlers.reports.digest.weeks import Week, earlier, span_of, week_of
from sandbox import Sandbox, SandboxClock
from sandbox.sample.stage import Stage
from storage import digests, units
from storage.sealing import Sealer
from tests.benchmarks import reckoning
from tests.benchmarks.reckoning import ZONE, Fate
from tests.benchmarks.year import (
    GROUP,
    MANAGER,
    REMINDERS,
    SECRETARY,
    TREE,
    Course,
    Letter,
    Play,
    beats_of,
    letters_of,
    looks,
    settings,
)

LETTERS = Path(__file__).parents[3] / "shared" / "data" / "concerns_replied.jsonl.gz"
OWN = Path(__file__).with_name("letters.jsonl")
_WEEK = 7 * 86_400


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Which letters, and how many."""
    parser.add_argument("--data", type=Path, nargs="+", metavar="FILE", help="letters with their replies")
    parser.add_argument("--letters", type=int, default=0, metavar="N", help="the first N of the year alone (0: all)")


def read(paths: Sequence[Path]) -> list[dict[str, Any]]:
    """The letters of some files that were answered."""
    found = []
    for path in paths:
        if not path.exists():
            sys.exit(f"There are no letters at {path}.")
        content = path.read_bytes()
        text = (gzip.decompress(content) if path.suffix == ".gz" else content).decode("utf-8")
        found += [json.loads(line) for line in text.splitlines() if line.strip()]
    lacking = [each for each in found if not {"at", "reply", "replied_at"} <= each.keys()]
    if lacking or not found:
        sys.exit("Each letter needs at, reply and replied_at: name files such as concerns_replied.jsonl.gz.")
    return found


@dataclass
class Compared:
    """What the digest has beside what the letters say. ``different``: unit, span, figure and both numbers."""

    spans: Counter[str]
    count: int
    different: list[str]
    told: Counter[str]
    reckoned: Counter[str]
    units: dict[str, tuple[int, int]]
    categories: dict[str, tuple[int, int]]


NAMED = tuple(each for each in Figures.__dataclass_fields__)
_STANDS = ("open", "overdue")
"""What is true of an instant, and does not add up from week to week."""
_BASE = ("raised", "heard", "settled")


async def compare(program: Program, fates: Sequence[Fate], start: int, until: int) -> Compared:
    """Every figure of every unit in every digest that was told, and the new ones of every category."""
    house, found = program.engine.house, Compared(Counter(), 0, [], Counter(), Counter(), {}, {})
    times = [at for at, sweeps in looks(start, until) if REMINDERS in sweeps and reckoning.is_workday(_day(at))]
    async with program.database.reading() as tx:
        everyone = await units.everyone(tx)
        names = {each.id: each.name for each in await units.categories(tx)}
        for week in spans(program, start, until):
            kept = await digests.of_all(tx, week.period, week.start)
            found.spans[week.period] += 1
            theirs = {each.code: [fate for fate in fates if each.code in _line(fate.unit)] for each in everyone}
            for unit in everyone:
                told = figures.write(figures.read(kept[unit.id].figures)) if unit.id in kept else {}
                here = reckoning.week_of(theirs[unit.code], week.start, week.until, times)
                _beside(found, f"{week.period} {_day(week.start)} {unit.code}", told, here)
                if week.period == "week":
                    _add_up(found, unit.code, told, here)
            if week.period == "week":
                look = await dispatch.look_at(tx, house, everyone[0], week, until)
                for unit in everyone:
                    shown = {names[key]: count for key, count in look.by_unit[unit.id].items()}
                    raised = Counter(
                        each.category for each in theirs[unit.code] if week.start <= each.raised < week.until
                    )
                    _beside(found, f"category {_day(week.start)} {unit.code}", shown, raised, {*shown, *raised})
                    if unit.parent_id is None:
                        for name in raised:
                            one, other = found.categories.get(name, (0, 0))
                            found.categories[name] = (one + shown.get(name, 0), other + raised[name])
    return found


def spans(program: Program, start: int, until: int) -> Iterator[Week]:
    """The weeks, months and quarters from ``start`` on whose digests were told by ``until``."""
    calendar, rules = program.engine.house.calendar, program.engine.house.digest
    for first in (
        week_of(calendar, rules, start),
        span_of(calendar, "month", start),
        span_of(calendar, "quarter", start),
    ):
        week = first
        while reckoning.next_workday(_day(week.until) - timedelta(days=1)) < _day(until):
            yield week
            week = earlier(calendar, week, -1)


def _day(at: int) -> date:
    return datetime.fromtimestamp(at, ZONE).date()


def _line(code: str | None) -> Iterator[str]:
    while code is not None:
        yield code
        code = TREE[code]


def _beside(
    found: Compared, where: str, told: dict[str, int], reckoned: Counter[str], keys: Iterable[str] = NAMED
) -> None:
    for key in keys:
        found.count += 1
        if told.get(key, -1) != reckoned[key] and (told.get(key) or reckoned[key]):
            found.different.append(f"{where} {key}: digest {told.get(key)}, letters {reckoned[key]}")


def _add_up(found: Compared, code: str, told: dict[str, int], reckoned: Counter[str]) -> None:
    one, other = found.units.get(code, (0, 0))
    found.units[code] = (one + told.get("new", 0), other + reckoned["new"])
    if TREE[code] is not None:
        return
    for sums, week in ((found.told, Counter(told)), (found.reckoned, reckoned)):
        for key in NAMED:
            sums[key] = week[key] if key in (*_STANDS, *_BASE) else sums[key] + week[key]


async def replay(
    folder: Path,
    letters: Sequence[Letter],
    progress: Callable[[int, int], None] | None = None,
    *,
    against: Sequence[Fate] | None = None,
) -> tuple[Compared, Stage, int]:
    """Play letters in a folder of their own; gives what was compared, the stage, and how many beats there were.

    ``against``: compare with these fates instead of the letters' own, to see that a difference is found.
    """
    first, last = letters[0].fate.raised, letters[-1].fate.raised
    start = first - _WEEK
    # A digest or two after the last letter, and the month that it was in.
    end = datetime.fromtimestamp(last, ZONE).replace(hour=9, minute=0) + timedelta(days=38)
    until = int(end.timestamp())
    sandbox = Sandbox(clock=SandboxClock(start, running=False))
    world = sandbox.world
    for number in {SECRETARY, MANAGER, *(each.user for each in letters)}:
        world.add_user(number, f"P{number}", language="zh-hans")
    world.add_group("市长信箱", [SECRETARY], chat_id=GROUP)
    world.let_bot_in(GROUP)
    await sandbox.start()
    sandbox.feed.gather_seconds = 0.0
    channel = TelegramChannel(sandbox.token, base_url=sandbox.base_url, menus=everyones_menus(routes.COMMANDS))
    key = Sealer(bytes(range(64)))
    program = await assemble(settings(folder), key, channel=channel, clock=sandbox.clock, pace=FREE, durable=False)
    play = Play(program, sandbox)
    try:
        await program.engine.start()
        beats = beats_of([Course(each) for each in letters], program, start, until)
        await play.go(beats, progress)
        known = [_known(each, until) for each in against or [one.fate for one in letters]]
        return await compare(program, known, start, until), play.stage, len(beats)
    finally:
        await program.engine.stop(grace=2.0)
        await program.database.close()
        await sandbox.stop()


def _known(fate: Fate, until: int) -> Fate:
    """What had happened when the play ended."""
    late: dict[str, Any] = {key: None for key in ("answered", "rated", "second") if (getattr(fate, key) or 0) >= until}
    return replace(fate, **late)


def run(arguments: argparse.Namespace) -> dict[str, Any]:
    """``equal``: whether every figure of every digest is the one that the letters give."""
    paths = arguments.data or [LETTERS if LETTERS.exists() else OWN]
    letters = letters_of(read(paths))
    letters = letters[: arguments.letters or len(letters)]

    def progress(done: int, of: int) -> None:
        if not arguments.json:
            print(f"{done} of {of}", file=sys.stderr)

    structlog.configure(
        wrapper_class=structlog.make_filtering_bound_logger(logging.ERROR),
        logger_factory=structlog.PrintLoggerFactory(sys.stderr),
    )
    began = time.perf_counter()
    with tempfile.TemporaryDirectory() as folder:
        found, _, beats = asyncio.run(replay(Path(folder), letters, progress))
    return {
        "letters": len(letters),
        "files": [each.name for each in paths],
        "beats": beats,
        "seconds": round(time.perf_counter() - began, 1),
        "digests": dict(found.spans),
        "compared": found.count,
        "equal": not found.different,
        "different": found.different[:20],
        **{f"digest_{name}": found.told[name] for name in NAMED},
        **{f"letters_{name}": found.reckoned[name] for name in NAMED},
        "digest_rates": _rates(found.told),
        "letters_rates": _rates(found.reckoned),
        "by_unit": {key: list(value) for key, value in found.units.items()},
        "by_category": {key: list(value) for key, value in found.categories.items()},
    }


def _rates(counts: Counter[str]) -> dict[str, str]:
    """Each rate with its numerator, over the whole year."""
    pairs = {
        "contacted": (counts["contacted"], counts["rated"]),
        "solved": (counts["solved"], counts["rated"]),
        "satisfied": (round(counts["satisfied"] + figures.FAIR_SHARE * counts["fair"], 1), counts["rated"]),
        "on_time": (counts["kept"], counts["limits"]),
        "heard": (counts["heard"], counts["raised"]),
        "settled": (counts["settled"], counts["raised"]),
    }
    return {name: f"{part:g}/{of} = {part / of:.4f}" if of else "—" for name, (part, of) in pairs.items()}
