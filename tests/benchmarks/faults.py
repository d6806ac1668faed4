"""kill -9 at random moments while concerns and supplements flow in: what is stored, once each, and what is answered."""

from __future__ import annotations

import argparse
import random
import signal
import sqlite3
import subprocess
import sys
import tempfile
import threading
import time
from contextlib import closing
from pathlib import Path
from typing import Any

from tests.benchmarks.processes import ROOT, ask, platform, process

FIRST = 100_000
SHORTEST, LONGEST = 0.05, 0.8
"""Seconds that a process works, after it has begun to answer, before it is killed."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """How much, how often."""
    parser.add_argument("--kills", type=int, default=100)
    parser.add_argument("--raisers", type=int, default=200)
    parser.add_argument("--messages", type=int, default=1800)
    parser.add_argument("--seed", type=int, default=1)


def _start(port: int, folder: str) -> subprocess.Popen[bytes]:
    words = [sys.executable, "-m", "tests.benchmarks.bots", "ours", str(port), folder]
    return subprocess.Popen(words, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def _calls(port: int) -> int:
    found = ask(port, "counts")
    return sum(count for name, count in found.items() if name not in ("updates", "waiting", "receipts"))


def _kill_while(port: int, folder: str, work: threading.Thread, kills: int, choose: random.Random) -> int:
    """Start, wait until it works, kill, start anew; at last let it finish. How often it was killed."""
    done = 0
    work.start()
    while work.is_alive() and done < kills:
        bot, before = _start(port, folder), _calls(port)
        while _calls(port) == before and work.is_alive():
            time.sleep(0.01)
        time.sleep(choose.uniform(SHORTEST, LONGEST))
        if not work.is_alive():
            bot.send_signal(signal.SIGTERM)
            bot.wait()
            break
        bot.kill()
        bot.wait()
        done += 1
    with process("tests.benchmarks.bots", "ours", str(port), folder):
        work.join(300)
        if work.is_alive():
            raise TimeoutError("an answer never came")
        # What was only sent again is sent by now, and what is in the lanes of the group.
        until, last = time.monotonic() + 60, -1
        while (now := _calls(port)) != last and time.monotonic() < until:
            last = now
            time.sleep(1.5)
    return done


def run(arguments: argparse.Namespace) -> dict[str, Any]:
    """Half of the kills while concerns are raised, half while supplements are written."""
    choose = random.Random(arguments.seed)
    raising = {"first": FIRST, "raisers": arguments.raisers}
    with tempfile.TemporaryDirectory() as folder, platform() as port:
        first = threading.Thread(target=ask, args=(port, "raise"), kwargs=raising)
        kills = _kill_while(port, folder, first, arguments.kills // 2, choose)
        before = ask(port, "counts")["receipts"]
        adding = raising | {"messages": arguments.messages}
        second = threading.Thread(target=ask, args=(port, "inject"), kwargs=adding)
        kills_adding = _kill_while(port, folder, second, arguments.kills - kills, choose)
        counts = ask(port, "counts")
        with closing(sqlite3.connect(Path(folder) / "mailbox.db")) as database:

            def one(statement: str) -> int:
                return int(database.execute(statement).fetchone()[0])

            stored = one("SELECT count(*) FROM history WHERE action = 'supplement'")
            different = one("SELECT count(DISTINCT text) FROM history WHERE action = 'supplement'")
            tickets = one("SELECT count(*) FROM tickets")
            raised = one("SELECT count(DISTINCT body) FROM tickets")
            return {
                "kills": kills + kills_adding,
                "handed_out": counts["updates"],
                "concerns": arguments.raisers,
                "tickets": tickets,
                "supplements": arguments.messages,
                "stored": stored,
                "lost": arguments.raisers - raised + arguments.messages - different,
                "twice": tickets - raised + stored - different,
                "repeated_answers": counts["receipts"] - before - arguments.messages,
                "topics": counts.get("createForumTopic", 0),
                "set_aside": one("SELECT count(*) FROM inbox WHERE state = 'set_aside'"),
                "waiting": one("SELECT count(*) FROM outbox WHERE state = 'waiting'"),
            }
