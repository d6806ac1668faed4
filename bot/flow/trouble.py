"""What is noted about an error: its kind and its place in the program, never its text.

An error's text may hold what people wrote.
"""

from __future__ import annotations

import traceback
from pathlib import Path

from storage.errors import Busy

_ROOT = Path(__file__).resolve().parents[2]


def place_of(error: BaseException) -> str:
    """``KeyError at handlers/cases/answers.py:88 in submit``: the innermost line of the program's own."""
    own = ""
    for frame in traceback.extract_tb(error.__traceback__):
        path = Path(frame.filename)
        if path.is_relative_to(_ROOT) and ".venv" not in path.parts:
            own = f" at {path.relative_to(_ROOT)}:{frame.lineno} in {frame.name}"
    return f"{type(error).__name__}{own}"


def is_busy(error: BaseException) -> bool:
    """The database could not be written just now: nobody's fault, and nothing was changed."""
    seen: BaseException | None = error
    while seen is not None:
        if isinstance(seen, Busy):
            return True
        seen = seen.__cause__ or seen.__context__
    return False
