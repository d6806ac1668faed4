"""A folder of one run of the tests, for what all its workers share; nothing of it is left when the run ends.

Several runs at once on one machine have nothing in common: pytest's own temporary folder is rotated by every run, this
one is touched by no other. What a run left that was ended by force is cleared away by the next one.
"""

from __future__ import annotations

import fcntl
import os
import shutil
import signal
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

WHERE = "MAILBOX_TESTS_PLACE"
"""How workers are told where it is."""
_PREFIX = f"mailbox-tests-{os.getuid()}-"
_END_SECONDS = 10.0
SERVER = "postgresql"
"""In it: the data of the run's PostgreSQL server."""


def place() -> Path:
    """The folder of this run."""
    return Path(os.environ[WHERE])


@contextmanager
def own_place() -> Iterator[None]:
    """Make it, for as long as this run lasts."""
    with _locked(Path(tempfile.gettempdir()) / f"{_PREFIX}lock"):
        for left in Path(tempfile.gettempdir()).glob(f"{_PREFIX}*/alive"):
            with left.open("wb") as other, suppress(BlockingIOError):
                fcntl.flock(other, fcntl.LOCK_EX | fcntl.LOCK_NB)
                _clear(left.parent)
        folder = Path(tempfile.mkdtemp(prefix=_PREFIX))
        alive = (folder / "alive").open("wb")
        fcntl.flock(alive, fcntl.LOCK_EX)
    os.environ[WHERE] = str(folder)
    try:
        yield
    finally:
        del os.environ[WHERE]
        _clear(folder)
        alive.close()


def made_once(name: str, make: Callable[[Path], None]) -> Path:
    """The file ``name`` in the run's place: ``make`` writes it for the first worker that asks, the others wait."""
    path = place() / name
    with locked(name):
        if not path.exists():
            begun = path.with_name(f"{name}.begun")
            make(begun)
            begun.rename(path)
    return path


@contextmanager
def locked(name: str) -> Iterator[None]:
    """Only one worker at a time does what ``name`` says."""
    with _locked(place() / f"{name}.lock"):
        yield


@contextmanager
def _locked(path: Path) -> Iterator[None]:
    with path.open("wb") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _clear(folder: Path) -> None:
    """End the server in it, if one runs, and take the folder away."""
    with suppress(OSError, ValueError, IndexError):
        server = int((folder / SERVER / "postmaster.pid").read_text("utf-8").splitlines()[0])
        # At once: nobody keeps what is in it.
        os.kill(server, signal.SIGQUIT)
        until = time.monotonic() + _END_SECONDS
        while time.monotonic() < until:
            os.kill(server, 0)
            time.sleep(0.02)
    shutil.rmtree(folder, ignore_errors=True)
