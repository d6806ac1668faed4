"""The ledger of the company as a workbook, as the bot makes it when it is sent: rows, seconds, memory."""

from __future__ import annotations

import argparse
from typing import Any

from bot.making.loading import file_maker
from storage import reports, tickets, units
from tests.benchmarks import sized
from tests.benchmarks.sized import NOW, Office, Stopwatch, peak_mb, short


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """How many rows."""
    sized.add_arguments(parser)
    parser.add_argument("--rows", type=int, default=50_000, help="at most so many, the newest")


def run(arguments: argparse.Namespace) -> dict[str, Any]:
    """Measure."""
    return sized.run("ledger", arguments)


async def measure(office: Office, arguments: argparse.Namespace) -> dict[str, Any]:
    """``peak_mb`` is the most that the whole process has held, ``over_base_mb`` what of it came with the ledger."""
    async with office.database.reading() as tx:
        unit = await units.by_code(tx, "HQ")
        assert unit is not None
        newest = (await tickets.open_below(tx, "/"))[-1]
        oldest = await tickets.find(tx, newest.id - arguments.rows)
    start = 0 if oldest is None else oldest.submitted_at
    facts = {"unit": unit.id, "start": start, "until": NOW, "now": NOW, "viewer": "secretary"}
    base, watch = peak_mb(), Stopwatch()
    with watch.of("ledger"):
        made = await file_maker(office.database, office.house)("ledger", facts)
    async with office.database.reading() as tx:
        rows = len(await reports.ledger_ids(tx, unit.path, start, NOW))
    return {
        "rows": rows,
        "seconds": short(watch.taken["ledger"][0]),
        "cpu_seconds": short(watch.cpu["ledger"]),
        "file_mb": short(len(made.content) / 1e6),
        "over_base_mb": short(peak_mb() - base),
    }
