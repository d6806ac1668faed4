"""Something to look at while work takes long: a turning mark with the seconds, on a terminal only."""

from __future__ import annotations

import itertools
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

_EVERY = 0.2
_PATIENCE = 0.8
"""Seconds before anything is shown: what is quick needs no mark."""


@contextmanager
def while_it_lasts(text: str) -> Iterator[None]:
    """Show ``text`` with the seconds that have passed, until the block ends."""
    if not sys.stderr.isatty():
        yield
        return
    done = threading.Event()

    def show() -> None:
        begun = time.monotonic()
        if done.wait(_PATIENCE):
            return
        for mark in itertools.cycle("⠋⠙⠸⠴⠦⠇"):
            sys.stderr.write(f"\r{mark} {text} {time.monotonic() - begun:.0f} s ")
            sys.stderr.flush()
            if done.wait(_EVERY):
                break
        sys.stderr.write("\r\033[K")
        sys.stderr.flush()

    shower = threading.Thread(target=show, daemon=True)
    shower.start()
    try:
        yield
    finally:
        done.set()
        shower.join()
