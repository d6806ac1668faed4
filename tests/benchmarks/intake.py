"""Supplements to open tickets: kept, put on the history, relayed into the ticket's thread, receipt to the raiser.

Two calls and a durable commit each, beside echo bots that answer with one call and keep nothing, alternating.
"""

from __future__ import annotations

import argparse
import statistics
import tempfile
from pathlib import Path
from typing import Any

from tests.benchmarks.processes import ask, cpu_seconds, platform, process, written_bytes

FIRST = 100_000


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """How much, how often."""
    parser.add_argument("--raisers", type=int, default=300)
    parser.add_argument("--messages", type=int, default=3000)
    parser.add_argument("--runs", type=int, default=5)


def _ours(arguments: argparse.Namespace) -> dict[str, float]:
    with (
        tempfile.TemporaryDirectory() as folder,
        platform() as port,
        process("tests.benchmarks.bots", "ours", str(port), folder) as bot,
    ):
        raised = ask(port, "raise", first=FIRST, raisers=arguments.raisers)
        cpu, written = cpu_seconds(bot.pid), written_bytes(bot.pid)
        found = ask(port, "inject", first=FIRST, raisers=arguments.raisers, messages=arguments.messages)
        return {
            "concerns_per_second": arguments.raisers / raised["seconds"],
            "messages_per_second": arguments.messages / found["seconds"],
            "calls_per_message": found["calls"] / arguments.messages,
            "p50": found["p50"],
            "p99": found["p99"],
            "cpu_seconds_per_message": (cpu_seconds(bot.pid) - cpu) / arguments.messages,
            "bytes_written_per_message": (written_bytes(bot.pid) - written) / arguments.messages,
            "database_mb": sum(each.stat().st_size for each in Path(folder).glob("mailbox.db*")) / 1e6,
        }


def _echo(kind: str, arguments: argparse.Namespace) -> float:
    with (
        tempfile.TemporaryDirectory() as folder,
        platform() as port,
        process("tests.benchmarks.bots", kind, str(port), folder),
    ):
        ask(port, "inject", first=FIRST, raisers=arguments.raisers, messages=arguments.raisers)
        found = ask(port, "inject", first=FIRST, raisers=arguments.raisers, messages=arguments.messages)
        return float(arguments.messages / found["seconds"])


def run(arguments: argparse.Namespace) -> dict[str, Any]:
    """Alternate the three bots; medians, and the smallest and largest of the ratios."""
    ours: list[dict[str, float]] = []
    echoes: dict[str, list[float]] = {"aiogram": [], "ptb": []}
    for _ in range(arguments.runs):
        ours.append(_ours(arguments))
        for kind, found in echoes.items():
            found.append(_echo(kind, arguments))
    made: dict[str, Any] = {key: round(statistics.median(each[key] for each in ours), 5) for key in ours[0]}
    for kind, found in echoes.items():
        ratios = [each["messages_per_second"] / echo for each, echo in zip(ours, found, strict=True)]
        made[f"{kind}_per_second"] = round(statistics.median(found), 1)
        made[f"ratio_{kind}"] = round(statistics.median(ratios), 3)
        made[f"ratio_{kind}_spread"] = [round(min(ratios), 3), round(max(ratios), 3)]
    return {"runs": arguments.runs, "messages": arguments.messages, "raisers": arguments.raisers, **made}
