"""``./run bench NAME [--json]``: one measurement; without a name, which ones there are."""

from __future__ import annotations

import argparse
import importlib
import json
import sys
from collections.abc import Mapping
from typing import Any

NAMES: Mapping[str, str] = {
    "intake": "supplements a second, every one durable, beside bots that keep nothing",
    "faults": "kill -9 at random moments: what is lost, stored twice, answered twice",
    "start": "from the start of the process to the first answer, and memory at rest",
}
"""Each is a module beside this file with ``add_arguments(parser)`` and ``run(arguments) -> dict``."""


def main() -> None:
    """Measure what the words of the command line ask for."""
    parser = argparse.ArgumentParser(prog="./run bench", description="Measurements of the mailbox.")
    commands = parser.add_subparsers(dest="name", metavar="NAME")
    modules = {}
    for name, says in NAMES.items():
        modules[name] = importlib.import_module(f"tests.benchmarks.{name}")
        command = commands.add_parser(name, help=says, description=says)
        command.add_argument("--json", action="store_true", help="print one JSON object and nothing else")
        modules[name].add_arguments(command)
    arguments = parser.parse_args()
    if arguments.name is None:
        parser.print_help()
        sys.exit(2)
    found: dict[str, Any] = modules[arguments.name].run(arguments)
    if arguments.json:
        print(json.dumps(found, ensure_ascii=False, indent=1))
        return
    for key, value in found.items():
        print(f"{key:28} {value}")


if __name__ == "__main__":
    main()
