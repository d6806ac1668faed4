"""Reading what people give to a command, and writing configuration so that a crash leaves the old or the new one."""

from __future__ import annotations

import os
from pathlib import Path

from bot.commands.frame import Stop, words

PRIVATE = 0o600


def text_of(file: Path) -> str:
    """A text file as a spreadsheet saves it: UTF-8, or the encoding that Chinese Windows still uses.

    Raises:
        Stop: it is neither.
        OSError: it can't be read.
    """
    content = file.read_bytes()
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise Stop(words("cli-no-text", file=str(file)))


def write_new(file: Path, text: str) -> None:
    """Write a file that only its owner may read.

    Raises:
        FileExistsError: there is one already.
        OSError: it can't be written.
    """
    file.parent.mkdir(parents=True, exist_ok=True)
    descriptor = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, PRIVATE)
    with os.fdopen(descriptor, "w", encoding="utf-8") as opened:
        opened.write(text)
        opened.flush()
        os.fsync(opened.fileno())


def replace(file: Path, part: Path, kept: Path) -> None:
    """Put ``part`` in the place of ``file``, with its rights; the old content stays as ``kept``.

    Raises:
        OSError: it can't be written; the file is as it was.
    """
    file = file.resolve()
    mode = file.stat().st_mode & 0o777
    kept.unlink(missing_ok=True)
    write_new(kept, file.read_text("utf-8"))
    part.chmod(mode)
    part.replace(file)
