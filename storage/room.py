"""How much room the disk below a database has, and how much it should have."""

from __future__ import annotations

import os
import shutil
import tempfile
from dataclasses import dataclass
from pathlib import Path

LEAST_BYTES = 500 * 1024 * 1024
"""Weeks of a busy mailbox: a ticket with its messages and history takes some 20 kB."""
LEAST_SHARE = 10
"""On a small disk, where 500 MB may never be free, one part in so many is enough of a warning."""


@dataclass(frozen=True, slots=True)
class Room:
    """In bytes; ``needed`` is what should be free."""

    free: int
    needed: int

    @property
    def low(self) -> bool:
        """Whether somebody should make room, before nothing can be kept."""
        return self.free < self.needed


def room_beside(path: Path) -> Room:
    """The room on the disk that ``path`` is on, or will be.

    A copy of the file must fit at least: the nightly backup is one, and an upgrade makes two.

    Raises:
        OSError: the disk can't be asked.
    """
    usage = shutil.disk_usage(path.parent)
    size = path.stat().st_size if path.exists() else 0
    return Room(usage.free, max(min(LEAST_BYTES, usage.total // LEAST_SHARE), size))


_TRIED_BYTES = 1024 * 1024


def why_not_writable(folder: Path) -> OSError | None:
    """What stands in the way of writing into a folder; None if a megabyte could be written. Nothing of it stays.

    Free space is not enough to know: a quota, a read-only mount and rights say nothing beforehand.
    """
    try:
        with tempfile.TemporaryFile(dir=folder, prefix=".shuji-") as file:
            file.write(bytes(_TRIED_BYTES))
            file.flush()
            os.fsync(file.fileno())
    except OSError as error:
        return error
    return None
