"""How good the tests are: faults are planted one at a time, and those that the tests find are counted.

Where (``PACKAGES``): what is decided about people and tickets, and the way of a message. What: ``planting``. By which
tests: ``nearest`` declares them for each file, and of these run those that come to the function of a fault, all of them
for a fault outside of functions, the quickest first, until one fails. A fault that makes them run for ever is found
as well. ``EQUAL`` names what is no fault: a change that nobody could notice, with the reason; it doesn't count.

Each fault is planted in a copy of the checkout, one copy for each process that works at it (``trials``). In the end
every test that found something is run once more in the same way with nothing planted: where one fails then too, no
figure is given.

Why a small tool of our own: mutmut (3.8) plants nothing outside of functions and nothing in those with a decorator, and
the tables of rights and of the lifecycle are what matters most here; cosmic-ray (8.7) changes the files in place and
starts pytest anew for each fault; mutatest (3.1) had its last version in 2022. None of them draws a sample by a seed.
"""

from __future__ import annotations

import argparse
import json
import os
import queue
import random
import shutil
import subprocess
import sys
import tempfile
import time
import tomllib
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tests.benchmarks.nearest import nearest
from tests.benchmarks.planting import Fault, Place, Text
from tests.benchmarks.trials import RAN

ROOT = Path(__file__).parents[2]
PACKAGES = ("handlers/rules", "handlers/cases", "handlers/people", "bot/flow")
EQUAL = Path(__file__).parent / "equal.toml"
LEFT_OUT = (".git", ".venv", "__pycache__", ".mypy_cache", ".ruff_cache", ".pytest_cache", ".hypothesis", "pictures")
BASELINE_SECONDS = 1800


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """How many faults, and where."""
    parser.add_argument("--sample", type=int, default=150, help="so many places, one fault in each; 0: every place")
    parser.add_argument("--seed", type=int, default=1, help="which places, and which fault in each")
    parser.add_argument("--only", action="append", default=[], metavar="PATH", help="a file or folder; several times")
    parser.add_argument("--processes", type=int, default=2, help="so many faults are tried side by side")


@dataclass(frozen=True)
class Mutant:
    """One fault in one file; ``before`` and ``after``: the changed lines."""

    path: Path
    place: Place
    fault: Fault
    text: str
    before: str
    after: str

    @property
    def package(self) -> str:
        return str(self.path.parent)

    @property
    def named(self) -> dict[str, str]:
        """As it is told and kept: where, what was written, what is written instead."""
        return {"at": f"{self.path}:{self.place.line}", "before": self.before, "after": self.after}


@dataclass
class Seen:
    """What the tests do when nothing is wrong: seconds, and the functions that each comes to."""

    seconds: dict[str, float] = field(default_factory=dict)
    ran: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    tests: dict[str, list[str]] = field(default_factory=dict)

    def matter(self, mutant: Mutant) -> list[str]:
        """The nearest tests that come to where the fault is, the quickest first."""
        near = [test for each in _test_files(nearest(mutant.path)) for test in self.tests[each]]
        if mutant.place.function is not None:
            near = [each for each in near if f"{mutant.path}:{mutant.place.function}" in self.ran[each]]
        return sorted(near, key=lambda each: self.seconds[each])


class Copy:
    """A copy of the checkout and the process that runs tests in it."""

    def __init__(self, folder: Path) -> None:
        shutil.copytree(ROOT, folder, ignore=shutil.ignore_patterns(*LEFT_OUT), symlinks=True)
        (folder / ".venv").symlink_to((ROOT / ".venv").resolve())
        self.folder = folder
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.benchmarks.trials"],
            cwd=folder,
            env={**os.environ, "PYTHONPATH": str(folder)},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def ask(self, wanted: dict[str, Any]) -> dict[str, Any]:
        """What came of it."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(json.dumps(wanted) + "\n")
        self._process.stdin.flush()
        answer = self._process.stdout.readline()
        if not answer:
            sys.exit("The process that runs the tests has ended; its last words are above.")
        found: dict[str, Any] = json.loads(answer)
        return found

    def close(self) -> None:
        """End the process."""
        assert self._process.stdin is not None
        self._process.stdin.close()
        self._process.wait(60)


class Copies:
    """Several copies, each of which does one thing at a time."""

    def __init__(self, copies: Sequence[Copy]) -> None:
        self._free: queue.Queue[Copy] = queue.Queue()
        self._all = copies
        for each in copies:
            self._free.put(each)

    @classmethod
    @contextmanager
    def made(cls, count: int) -> Iterator[Copies]:
        """So many, for as long as they are needed."""
        with ExitStack() as stack:
            # A short name: a database server's socket lies below it.
            folder = stack.enter_context(tempfile.TemporaryDirectory(prefix="m", ignore_cleanup_errors=True))
            copies = [Copy(Path(folder) / str(number)) for number in range(count)]
            for each in copies:
                stack.callback(each.close)
            yield cls(copies)

    def load(self, names: Sequence[str]) -> None:
        """Have these libraries ready in every process, loaded in this order."""
        for each in self._all:
            each.ask({"load": names})

    def each(self, wanted: Sequence[dict[str, Any]]) -> Iterator[dict[str, Any]]:
        """What came of each, in their order, worked at side by side."""
        with ThreadPoolExecutor(len(self._all)) as pool:
            yield from pool.map(self._one, wanted)

    def _one(self, wanted: dict[str, Any]) -> dict[str, Any]:
        copy = self._free.get()
        try:
            found = copy.ask(wanted)
            # On a busy machine a story may fail for want of time: what fails for a fault fails again.
            if found["failed"] and copy.ask({**wanted, "tests": found["failed"][:1]})["ended"] == 0:
                found = copy.ask(wanted)
            return found
        finally:
            self._free.put(copy)


def _files(only: Sequence[str]) -> list[Path]:
    wanted = [Path(each) for each in only] or [Path(each) for each in PACKAGES]
    found: set[Path] = set()
    for each in wanted:
        path = each if each.is_absolute() else ROOT / each
        if not path.exists():
            sys.exit(f"There is no {each} in this checkout.")
        found |= set(path.rglob("*.py")) if path.is_dir() else {path}
    paths = sorted(each.relative_to(ROOT) for each in found)
    strange = [str(each) for each in paths if not nearest(each)]
    if strange:
        sys.exit(f"tests/benchmarks/nearest.py names no tests for {', '.join(strange)}.")
    return paths


def _drawn(paths: Sequence[Path], sample: int, seed: int) -> list[Mutant]:
    dice = random.Random(seed)
    everywhere = []
    for path in paths:
        text = Text((ROOT / path).read_text("utf-8"))
        everywhere += [(path, text, place) for place in text.places]
    drawn = dice.sample(everywhere, min(sample, len(everywhere))) if sample else everywhere
    found = []
    for path, text, place in drawn:
        fault = dice.choice(place.faults)
        before, after = text.change(fault)
        found.append(Mutant(path, place, fault, text.planted(fault), before, after))
    return found


def _equal() -> dict[tuple[str, str, str], str]:
    kept = tomllib.loads(EQUAL.read_text("utf-8"))
    return {(each["file"], each["before"], each["after"]): each["reason"] for each in kept.get("equal", [])}


def _test_files(tests: Iterable[str]) -> list[str]:
    found: set[Path] = set()
    for each in tests:
        path = ROOT / each
        if not path.exists():
            sys.exit(f"tests/benchmarks/nearest.py names {each}, which is not there.")
        found |= set(path.rglob("test_*.py")) if path.is_dir() else {path}
    return sorted(str(each.relative_to(ROOT)) for each in found)


def _without_faults(copies: Copies, mutants: Sequence[Mutant], seed: int) -> Seen:
    paths = sorted({each.path for each in mutants})
    marked = {str(each): Text((ROOT / each).read_text("utf-8")).marked(RAN, str(each)) for each in paths}
    wanted = _test_files({test for each in paths for test in nearest(each)})
    limits = {"texts": marked, "seed": seed, "cpu_seconds": None, "seconds": BASELINE_SECONDS}
    seen = Seen()
    loaded: dict[str, None] = {}
    for name, found in zip(wanted, copies.each([{"tests": [each], **limits} for each in wanted]), strict=True):
        if found["ended"] != 0:
            sys.exit(f"{name} fails without any fault:\n{found['words']}")
        seen.tests[name] = list(found["tests"])
        loaded |= dict.fromkeys(found["loaded"])
        for test, told in found["tests"].items():
            seen.seconds[test] = told["seconds"]
            seen.ran[test] = set(told["ran"])
        print(f"{name}: {len(found['tests'])} tests, {found['took']:.0f} s", file=sys.stderr)
    copies.load(tuple(loaded))
    return seen


def _trial(mutant: Mutant, seen: Seen, seed: int) -> dict[str, Any]:
    tests = seen.matter(mutant)
    usual = sum(seen.seconds[each] for each in tests)
    # Other work may slow the machine down, not the count of what the processor did.
    limits = {
        "cpu_seconds": int(20 + 4 * usual),
        "seconds": 60 + 10 * usual,
        "test_seconds": {each: 30 + 10 * seen.seconds[each] for each in tests},
    }
    return {"tests": tests, "seed": seed, "texts": {str(mutant.path): mutant.text}, **limits}


def _control(copies: Copies, tried: Sequence[tuple[Mutant, dict[str, Any]]], seen: Seen, seed: int) -> None:
    """Make sure that every test that found a fault finds none where there is none, run in the very same way."""
    tests: dict[str, set[str]] = defaultdict(set)
    for mutant, found in tried:
        if found["ended"] != 0:
            for test in found["failed"] or seen.matter(mutant):
                tests[test.partition("::")[0]].add(test)
    limits = {"texts": {}, "seed": seed, "cpu_seconds": None, "seconds": BASELINE_SECONDS}
    asked = [{"tests": sorted(each), **limits} for each in tests.values()]
    for found in copies.each(asked):
        if found["ended"] != 0:
            sys.exit(f"{', '.join(found['failed'])}: fails, though nothing is planted:\n{found['words']}")


def _tried(mutants: Sequence[Mutant], seed: int, processes: int) -> list[tuple[Mutant, dict[str, Any]]]:
    tried = []
    with Copies.made(processes) as copies:
        seen = _without_faults(copies, mutants, seed)
        asked = [_trial(each, seen, seed) for each in mutants]
        untouched = {"ended": 0, "failed": [], "took": 0.0, "tests": {}, "words": ""}
        answers = copies.each([each for each in asked if each["tests"]])
        for number, (mutant, wanted) in enumerate(zip(mutants, asked, strict=True), 1):
            found = next(answers) if wanted["tests"] else untouched
            says = "survived" if found["ended"] == 0 else "found"
            print(f"{number}/{len(mutants)} {says} {mutant.named} {found['took']:.1f} s", file=sys.stderr)
            tried.append((mutant, found))
        _control(copies, tried, seen, seed)
    return tried


def run(arguments: argparse.Namespace) -> dict[str, Any]:
    """For each package: planted, found, of these by running too long, survived, named as equal, the rate found."""
    began = time.monotonic()
    equal = _equal()
    drawn = _drawn(_files(arguments.only), arguments.sample, arguments.seed)
    key = {each: (str(each.path), each.before, each.after) for each in drawn}
    counted: dict[str, Counter[str]] = defaultdict(Counter)
    for each in drawn:
        counted[each.package]["equal" if key[each] in equal else "planted"] += 1
    survivors = []
    for mutant, found in _tried(
        [each for each in drawn if key[each] not in equal], arguments.seed, arguments.processes
    ):
        count = counted[mutant.package]
        if found["ended"] == 0:
            count["survived"] += 1
            survivors.append({**mutant.named, "tests": len(found["tests"])})
        else:
            count["found"] += 1
            count["by_time"] += found["ended"] is None
    return {
        "sample": arguments.sample,
        "seed": arguments.seed,
        "packages": {name: _figures(count) for name, count in sorted(counted.items())},
        **_figures(sum(counted.values(), Counter())),
        "survivors": sorted(survivors, key=lambda each: each["at"]),
        "seconds": round(time.monotonic() - began),
    }


def _figures(count: Counter[str]) -> dict[str, Any]:
    names = ("planted", "found", "by_time", "survived", "equal")
    return {each: count[each] for each in names} | {"rate": round(count["found"] / max(count["planted"], 1), 3)}
