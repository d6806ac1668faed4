"""From the start of the process to its first answer, from SIGTERM to its end, and the memory that it holds."""

from __future__ import annotations

import argparse
import asyncio
import os
import statistics
import tempfile
import time
from pathlib import Path
from typing import Any

from storage.sealing import Sealer
from tests.benchmarks.processes import ask, platform, process, resident_mb
from tests.benchmarks.seeding import fill

FIRST = 100_000


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """How often, with how much."""
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--tickets", type=int, default=0, help="so many are there when it starts anew")


def _once(port: int, folder: str, raiser: int) -> tuple[float, float, float]:
    """Seconds to the first answer, seconds to the end, megabytes."""
    started = time.perf_counter()
    with process("tests.benchmarks.bots", "ours", str(port), folder) as bot:
        ask(port, "raise", first=raiser, raisers=1)
        answered = time.perf_counter() - started
        memory = resident_mb(bot.pid)
        asked = time.perf_counter()
        bot.terminate()
        if bot.wait(15):
            raise RuntimeError("it did not end in order")
    return answered, time.perf_counter() - asked, memory


def _seed(folder: str, tickets: int) -> float:
    begun = time.perf_counter()
    where = Path(folder)
    url = os.environ.get("SHUJI_MAILBOX__DATABASE", f"sqlite:///{where / 'mailbox.db'}")
    asyncio.run(fill(url, Sealer.load(where / "mailbox.key"), tickets))
    return time.perf_counter() - begun


def run(arguments: argparse.Namespace) -> dict[str, Any]:
    """Start on a fresh database, let tickets come, then start anew on the same one."""
    first: list[tuple[float, float, float]] = []
    again: list[tuple[float, float, float]] = []
    seeding = 0.0
    with tempfile.TemporaryDirectory() as folder, platform() as port:
        for number in range(arguments.runs):
            with tempfile.TemporaryDirectory() as fresh:
                first.append(_once(port, fresh if number else folder, FIRST + number))
        if arguments.tickets:
            seeding = _seed(folder, arguments.tickets)
        for number in range(arguments.runs):
            again.append(_once(port, folder, FIRST + arguments.runs + number))
    return {
        "runs": arguments.runs,
        "tickets": arguments.tickets,
        "first_start_seconds": round(statistics.median(each[0] for each in first), 2),
        "start_seconds": round(statistics.median(each[0] for each in again), 2),
        "start_seconds_longest": round(max(each[0] for each in again), 2),
        "stop_seconds_longest": round(max(each[1] for each in (*first, *again)), 2),
        "memory_mb": round(statistics.median(each[2] for each in again), 1),
        "seeding_seconds": round(seeding, 1),
    }
