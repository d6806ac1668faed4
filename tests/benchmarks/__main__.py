"""``./run bench NAME [--json]``: one measurement; without a name, which ones there are."""

from __future__ import annotations

import argparse
import importlib
import json
import sys
from collections.abc import Mapping
from typing import Any

NAMES: Mapping[str, str] = {
    "intake": "supplements and concerns a second, every one durable, beside bots that keep nothing",
    "faults": "kill -9 at random moments, a failing machine, a failing platform: what is lost, repeated, out of order",
    "soak": "all of that by turns at Telegram's own rates, for as many minutes as are asked for",
    "broadcast": "an announcement to thousands at an enforced rate: 429s, share of the rate used, answers meanwhile",
    "generated": "updates that no person would send: what breaks, and who is not answered",
    "card": "a concern written, submitted and accepted, and a look at what is due, with any number of tickets",
    "find": "searching among any number of tickets",
    "digest": "the week of the top unit and of every unit, with any number of tickets; answers meanwhile",
    "ledger": "the ledger as a workbook: rows, seconds, memory",
    "text": "search, similar tickets and category on real letters",
    "replay": "real letters as a year of tickets: the digests' figures beside figures reckoned from the letters",
    "mutants": "faults planted in what decides, one at a time: how many of them the tests find, and which they don't",
    "start": "from the start of the process to the first answer, with any number of tickets, and to its end",
}
"""Each is a module beside this file with ``add_arguments(parser)`` and ``run(arguments) -> dict``."""


def _list() -> None:
    print("./run bench NAME [--json] [--help]\n")
    for name, says in NAMES.items():
        print(f"  {name:12} {says}")


def main() -> None:
    """Measure what the words of the command line ask for."""
    words = sys.argv[1:]
    if not words or words[0] in ("-h", "--help"):
        _list()
        return
    name = words[0]
    if name not in NAMES:
        _list()
        sys.exit(2)
    # Only the one that is asked for is loaded: they need different things.
    module = importlib.import_module(f"tests.benchmarks.{name}")
    parser = argparse.ArgumentParser(prog=f"./run bench {name}", description=f"{NAMES[name]}.")
    parser.add_argument("--json", action="store_true", help="print one JSON object and nothing else")
    module.add_arguments(parser)
    arguments = parser.parse_args(words[1:])
    found: dict[str, Any] = module.run(arguments)
    if arguments.json:
        print(json.dumps(found, ensure_ascii=False, indent=1))
        return
    for key, value in found.items():
        print(f"{key:28} {value}")


if __name__ == "__main__":
    main()
