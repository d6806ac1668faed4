"""From the start of the process to its first answer, and the memory that it holds afterwards."""

from __future__ import annotations

import argparse
import statistics
import tempfile
import time
from typing import Any

from tests.benchmarks.processes import ask, platform, process, resident_mb

FIRST = 100_000


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """How often."""
    parser.add_argument("--runs", type=int, default=5)


def run(arguments: argparse.Namespace) -> dict[str, Any]:
    """Start on a fresh database, then anew on the same one."""
    first: list[float] = []
    again: list[float] = []
    memory: list[float] = []
    for _ in range(arguments.runs):
        with tempfile.TemporaryDirectory() as folder, platform() as port:
            for number, times in enumerate((first, again)):
                started = time.perf_counter()
                with process("tests.benchmarks.bots", "ours", str(port), folder) as bot:
                    ask(port, "raise", first=FIRST + number, raisers=1)
                    times.append(time.perf_counter() - started)
                    memory.append(resident_mb(bot.pid))
    return {
        "runs": arguments.runs,
        "first_start_seconds": round(statistics.median(first), 2),
        "start_seconds": round(statistics.median(again), 2),
        "memory_mb": round(statistics.median(memory), 1),
    }
