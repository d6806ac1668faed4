"""The process that opens files: ``python -m bot.making.opening BYTES``. It is started by the mailbox alone."""

from __future__ import annotations

import json
import os
import signal
import sys
from collections.abc import Callable, Mapping
from importlib import import_module
from typing import Any

from PIL import Image

from bot.making.cleaning import clean
from bot.making.kinds import Unclean
from bot.making.opening.frames import Head, framed, next_of
from bot.making.opening.limits import give_seconds, restrict
from bot.making.tables import Limits, read_table, read_text
from handlers.core.vocabulary import Refusal

_LATE = ("email.parser", "pypdf.filters", "pypdf._codecs._codecs", "tempfile", "python_calamine")
"""Modules that the libraries load when they first need them, which then would be too late; and so with encodings."""
_ENCODINGS = (
    "utf-8-sig",
    "utf-16",
    "gb18030",
    "big5",
    "ascii",
    "latin-1",
    "cp437",
    "cp1252",
    "utf-16-be",
    "utf-16-le",
    "utf-32",
)


def _clean(head: Head, content: bytes) -> tuple[Head, bytes]:
    cleaned = clean(head["name"], head["mime"], content)
    return {"suffix": cleaned.suffix}, cleaned.content


def _table(head: Head, content: bytes) -> tuple[Head, bytes]:
    return _found(read_table(content, Limits(*head["limits"])))


def _text(head: Head, content: bytes) -> tuple[Head, bytes]:
    return _found(read_text(content, Limits(*head["limits"]).whole))


def _found(found: Mapping[str, Any]) -> tuple[Head, bytes]:
    return {"found": True}, json.dumps(found, ensure_ascii=False).encode()


_JOBS: Mapping[str, Callable[[Head, bytes], tuple[Head, bytes]]] = {"clean": _clean, "table": _table, "text": _text}


def _answer(head: Head, content: bytes) -> tuple[Head, bytes]:
    try:
        return _JOBS[head["job"]](head, content)
    except Unclean as unclean:
        return {"refusal": unclean.why.value}, b""
    except MemoryError:
        return {"refusal": Refusal.TOO_LARGE.value}, b""
    except Exception:  # noqa: BLE001 - a damaged file may break its library in any way: not opened, not passed on
        return {"refusal": Refusal.DAMAGED.value}, b""


def _load() -> None:
    """Everything that is loaded from a file: from here on none can be opened."""
    Image.init()
    for name in _LATE:
        import_module(name)
    for encoding in _ENCODINGS:
        "".encode(encoding)


def main() -> None:
    """Answer one question after the other, until there are no more."""
    # It ends with the program that asks, by its word: a stop lets what is in hand be finished.
    for each in (signal.SIGINT, signal.SIGTERM):
        signal.signal(each, signal.SIG_IGN)
    questions, answers = sys.stdin.buffer, os.fdopen(os.dup(1), "wb")
    # Whatever a library prints is no answer.
    os.dup2(2, 1)
    _load()
    unset = restrict(int(sys.argv[1]), (0, 1, 2, answers.fileno()))
    answers.write(framed({"ready": True, "unset": unset}))
    answers.flush()
    while (asked := next_of(questions)) is not None:
        give_seconds(int(asked[0]["seconds"]))
        answers.write(framed(*_answer(*asked)))
        answers.flush()


if __name__ == "__main__":
    main()
