"""Ten thousand updates that no person would send, with a valid word after each: what breaks, who is not answered."""

from __future__ import annotations

import argparse
import asyncio
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

import structlog

from tests.acceptance.kit import Box
from tests.acceptance.throwing import Throwing


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """How many, which."""
    parser.add_argument("--updates", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=1)


async def _throw(updates: int, seed: int) -> dict[str, Any]:
    with tempfile.TemporaryDirectory() as folder:
        box = Box(Path(folder))
        started = time.perf_counter()
        try:
            await box.start()
            throwing = Throwing(box, seed)
            await throwing.prepare()
            found = (await throwing.throw(updates)).as_json()
            found["mistakes"] = list(box.sandbox.tally.mistakes)[:5]
        finally:
            await box.stop()
            await box.sandbox.stop()
    return {**found, "seconds": round(time.perf_counter() - started, 1)}


def run(arguments: argparse.Namespace) -> dict[str, Any]:
    """The real program on the sandbox; the same seed throws the same."""
    structlog.configure(logger_factory=structlog.PrintLoggerFactory(sys.stderr))
    return asyncio.run(_throw(arguments.updates, arguments.seed))
