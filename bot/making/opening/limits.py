"""What the process that opens files may not do, set by itself once its libraries are loaded."""

from __future__ import annotations

import math
import resource
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

_OWN_MEMORY = 512 * 1024 * 1024
"""What the libraries take of the address space where the system does not tell."""


def restrict(memory: int, streams: Iterable[int]) -> list[str]:
    """Open nothing beside these ``streams``, start nothing, write no file, take ``memory`` bytes beside what is taken.

    Returns the limits that this system does not set (macOS knows none on memory).
    """
    with suppress(OSError):
        # In a shortage this process goes, and not the mailbox.
        Path("/proc/self/oom_score_adj").write_text("1000", "ascii")
    limits = {
        "RLIMIT_AS": _taken() + memory,
        "RLIMIT_NPROC": 0,
        "RLIMIT_FSIZE": 0,
        # One byte is too small for any picture of the memory, and tells a program that would take it to let it be.
        "RLIMIT_CORE": 1,
        "RLIMIT_NOFILE": max(streams) + 1,
    }
    return [name for name, most in limits.items() if not _set(name, most)]


def give_seconds(seconds: int) -> None:
    """So many seconds of the processor from now on; then the system ends this process."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    soft = math.ceil(used.ru_utime + used.ru_stime) + seconds
    _, hard = resource.getrlimit(resource.RLIMIT_CPU)
    resource.setrlimit(resource.RLIMIT_CPU, (soft if hard == resource.RLIM_INFINITY else min(soft, hard), hard))


def _set(name: str, most: int) -> bool:
    kind = getattr(resource, name)
    _, hard = resource.getrlimit(kind)
    most = most if hard == resource.RLIM_INFINITY else min(most, hard)
    try:
        resource.setrlimit(kind, (most, most))
    except (ValueError, OSError):
        return False
    return True


def _taken() -> int:
    try:
        return int(Path("/proc/self/statm").read_text("ascii").split()[0]) * resource.getpagesize()
    except (OSError, ValueError):
        return _OWN_MEMORY
