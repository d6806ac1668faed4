"""kill -9, a failing machine and a failing platform while an office talks to the mailbox: what became of every word."""

from __future__ import annotations

import argparse
import asyncio
import random
import tempfile
import time
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

from tests.faults.audit import Found
from tests.faults.story import Scene, kill_often, scene
from tests.faults.weather import Weather

SUPPLEMENTS = REPLIES = 5
EACH = 20
"""How much one raiser and the secretary of their ticket do in all."""
HOUR = 3600
COUNTS = (
    "handed_out",
    "said",
    "stored",
    "tickets",
    "delivered",
    "repeated",
    "lost",
    "undelivered",
    "reordered",
    "429s",
)
PATIENCE = 1800.0
"""Seconds until everything must have come to its end: after several unknown outcomes a call is made minutes later."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """How much, how often."""
    parser.add_argument("--kills", type=int, default=100)
    parser.add_argument(
        "--messages", type=int, default=2000, help="what people do while it is killed: write, press, rate"
    )
    parser.add_argument("--minute", type=float, default=60.0, help="seconds for which the disk is full")
    parser.add_argument("--share", type=float, default=0.2, help="of the calls that fail")
    parser.add_argument("--seed", type=int, default=1)


async def _play(
    arguments: argparse.Namespace, messages: int, work: Callable[[Scene, Path], Awaitable[Weather | None]]
) -> dict[str, Any]:
    started = time.monotonic()
    raisers = max(1, messages // EACH)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        options: dict[str, Any] = {"supplements": SUPPLEMENTS, "replies": REPLIES, "seed": arguments.seed}
        async with scene(folder, raisers=raisers, groups=4, **options) as play:
            weather = await work(play, folder)
            found: Found = await play.ends(PATIENCE, weather)
    return {**found.counts, "seconds": round(time.monotonic() - started), "wrong": found.wrong}


async def _go(arguments: argparse.Namespace) -> dict[str, Any]:
    dice = random.Random(arguments.seed)

    async def killed(play: Scene, _: Path) -> None:
        play.crowd.begin()
        await kill_often(play, arguments.kills, dice)

    async def failing_machine(play: Scene, _: Path) -> None:
        child, budget, portion = play.child, play.crowd.budget, play.crowd.actions // 6
        await child.start()
        play.crowd.begin()
        budget.allow(portion)
        await asyncio.sleep(2)
        child.fill_disk()
        budget.allow(portion)
        await asyncio.sleep(arguments.minute)
        child.fill_disk(False)
        with child.locked():
            budget.allow(portion)
            # Longer than the ten seconds for which a lock is simply waited for.
            await asyncio.sleep(arguments.minute / 5)
        for ahead in (HOUR, 0, -HOUR, 0):
            child.move_clock(ahead)
            budget.allow(portion // 2)
            await asyncio.sleep(3)

    async def failing_platform(play: Scene, _: Path) -> Weather:
        weather = Weather(arguments.share, dice, retry_after=(1, 3, 7, 20))
        play.sandbox.faults.choose = weather
        await play.child.start()
        play.crowd.begin()
        return weather

    parts = {
        "killed": await _play(arguments, arguments.messages, killed),
        "failing_machine": await _play(arguments, arguments.messages // 4, failing_machine),
        "failing_platform": await _play(arguments, arguments.messages // 2, failing_platform),
    }
    totals = {name: sum(part[name] for part in parts.values()) for name in COUNTS}
    return {"kills": parts["killed"]["kills"], **totals, **parts}


def run(arguments: argparse.Namespace) -> dict[str, Any]:
    """Three stories: a mailbox that is killed, one on a machine that fails, one on a platform that fails."""
    return asyncio.run(_go(arguments))
