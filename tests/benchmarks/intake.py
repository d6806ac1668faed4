"""Supplements to open tickets: kept, put on the history, relayed into the ticket's thread, receipt to the raiser.

Two calls and a durable commit each, beside echo bots that answer with one call and keep nothing, alternating in one
run. Before them the raisers raise their concerns: message, preview, 提交, ticket, topic, card, receipt.
"""

from __future__ import annotations

import argparse
import statistics
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from tests.benchmarks.processes import ask, cpu_seconds, platform, process, written_bytes

FIRST = 100_000


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """How much, how often."""
    parser.add_argument("--raisers", type=int, default=300)
    parser.add_argument("--messages", type=int, default=3000)
    parser.add_argument("--runs", type=int, default=5)


class _Meter:
    """What a process used while something was done ``times`` times."""

    def __init__(self, pid: int) -> None:
        self._pid = pid
        self._cpu, self._written = cpu_seconds(pid), written_bytes(pid)

    def of(self, times: int) -> dict[str, float]:
        """Processor seconds and bytes written for each since the meter was made."""
        return {
            "cpu_seconds": (cpu_seconds(self._pid) - self._cpu) / times,
            "bytes_written": (written_bytes(self._pid) - self._written) / times,
        }


def _rates(found: Mapping[str, float], times: int, used: Mapping[str, float], what: str) -> dict[str, float]:
    return {
        f"{what}s_per_second": times / found["seconds"],
        **({"calls_per_message": found["calls"] / times} if "calls" in found else {}),
        ("p50" if what == "message" else f"{what}_p50"): found["p50"],
        ("p99" if what == "message" else f"{what}_p99"): found["p99"],
        f"cpu_seconds_per_{what}": used["cpu_seconds"],
        f"bytes_written_per_{what}": used["bytes_written"],
    }


def _ours(arguments: argparse.Namespace) -> dict[str, float]:
    with (
        tempfile.TemporaryDirectory() as folder,
        platform() as port,
        process("tests.benchmarks.bots", "ours", str(port), folder) as bot,
    ):
        # One to begin with: what a process loads when it is first used is measured by "start".
        ask(port, "raise", first=FIRST - 1, raisers=1)
        meter = _Meter(bot.pid)
        raised = ask(port, "raise", first=FIRST, raisers=arguments.raisers)
        concerns = _rates(raised, arguments.raisers, meter.of(arguments.raisers), "concern")
        meter = _Meter(bot.pid)
        found = ask(port, "inject", first=FIRST, raisers=arguments.raisers, messages=arguments.messages)
        size = sum(each.stat().st_size for each in Path(folder).glob("mailbox.db*")) / 1e6
        messages = _rates(found, arguments.messages, meter.of(arguments.messages), "message")
        return {**messages, **concerns, "database_mb": size}


def _echo(kind: str, arguments: argparse.Namespace) -> tuple[float, float]:
    """Messages a second, and processor seconds for each."""
    with (
        tempfile.TemporaryDirectory() as folder,
        platform() as port,
        process("tests.benchmarks.bots", kind, str(port), folder) as bot,
    ):
        ask(port, "inject", first=FIRST, raisers=arguments.raisers, messages=arguments.raisers)
        meter = _Meter(bot.pid)
        found = ask(port, "inject", first=FIRST, raisers=arguments.raisers, messages=arguments.messages)
        return arguments.messages / found["seconds"], meter.of(arguments.messages)["cpu_seconds"]


def run(arguments: argparse.Namespace) -> dict[str, Any]:
    """Alternate the three bots; medians, each with its smallest and largest beside it (``…_spread``)."""
    ours: list[dict[str, float]] = []
    echoes: dict[str, list[tuple[float, float]]] = {"aiogram": [], "ptb": []}
    for _ in range(arguments.runs):
        ours.append(_ours(arguments))
        for kind, found in echoes.items():
            found.append(_echo(kind, arguments))
    made: dict[str, Any] = {}
    for key in ours[0]:
        made |= _spread(key, [each[key] for each in ours])
    for kind, found in echoes.items():
        ratios = [each["messages_per_second"] / rate for each, (rate, _) in zip(ours, found, strict=True)]
        made |= _spread(f"{kind}_per_second", [rate for rate, _ in found])
        made |= _spread(f"{kind}_cpu_seconds_per_message", [used for _, used in found])
        made |= _spread(f"ratio_{kind}", ratios)
    return {"runs": arguments.runs, "messages": arguments.messages, "raisers": arguments.raisers, **made}


def _spread(key: str, values: Sequence[float]) -> dict[str, Any]:
    return {key: _short(statistics.median(values)), f"{key}_spread": [_short(min(values)), _short(max(values))]}


def _short(value: float) -> float:
    return float(f"{value:.4g}")
