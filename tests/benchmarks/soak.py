"""Everything at once, for as long as is asked for: a busy office, Telegram's rates, faults, kills, a bad machine."""

from __future__ import annotations

import argparse
import asyncio
import random
import tempfile
import time
from pathlib import Path
from typing import Any

from tests.benchmarks.processes import resident_mb
from tests.faults.story import Scene, scene
from tests.faults.weather import Weather

GROUPS = 8
A_MINUTE = 9
"""Concerns raised a minute in all: what the groups' twenty messages a minute let through, and their secretaries do."""
PATIENCE = 1800.0


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """How long, and how bad."""
    parser.add_argument("--minutes", type=float, default=10.0)
    parser.add_argument("--share", type=float, default=0.2, help="of the calls that fail")
    parser.add_argument("--every", type=float, default=30.0, help="seconds between two troubles of the machine")
    parser.add_argument("--seed", type=int, default=1)


async def _trouble(play: Scene, kind: str, weather: Weather) -> None:
    child = play.child
    match kind:
        case "kill":
            await child.kill()
            weather.forgotten_by_now()
            await child.start()
        case "full":
            child.fill_disk()
            await asyncio.sleep(15)
            child.fill_disk(False)
        case "lock":
            with child.locked():
                await asyncio.sleep(12)
        case "clock":
            child.move_clock(3600)
            # A machine that slept looks the same: what was to be waited for is over by its clock.
            weather.forgotten_by_now()
            await asyncio.sleep(5)
            child.move_clock(0)
            weather.forgotten_by_now()
        case "restart":
            await child.stop()
            weather.forgotten_by_now()
            await child.start()


async def _go(arguments: argparse.Namespace) -> dict[str, Any]:
    dice = random.Random(arguments.seed)
    raisers = max(1, round(A_MINUTE * arguments.minutes))
    troubles: dict[str, int] = {}
    memory: list[float] = []
    with tempfile.TemporaryDirectory() as name:
        options: dict[str, Any] = {"supplements": 3, "replies": 3, "seed": arguments.seed, "free": False}
        async with scene(Path(name), raisers=raisers, groups=GROUPS, **options) as play:
            play.sandbox.rates.on = True
            weather = Weather(arguments.share, dice, retry_after=(1, 3, 7, 20))
            play.sandbox.faults.choose = weather
            await play.child.start()
            play.crowd.budget.open()
            play.crowd.begin(over=arguments.minutes * 60)
            until = time.monotonic() + arguments.minutes * 60
            while time.monotonic() < until:
                await asyncio.sleep(arguments.every * dice.uniform(0.5, 1.5))
                kind = dice.choice(("kill", "kill", "kill", "full", "lock", "clock", "restart"))
                troubles[kind] = troubles.get(kind, 0) + 1
                memory.append(resident_mb(play.child.pid))
                await _trouble(play, kind, weather)
            found = await play.ends(PATIENCE, weather)
    return {**found.counts, "troubles": troubles, "most_mb": round(max(memory, default=0.0)), "wrong": found.wrong}


def run(arguments: argparse.Namespace) -> dict[str, Any]:
    """People talk, and all that can go wrong does, by turns; at the end every word is looked for."""
    return asyncio.run(_go(arguments))
