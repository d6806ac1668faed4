"""What can't be done, said plainly; raising it undoes what the event had changed."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from handlers.core.turn import Turn


class Refused(Exception):
    """What can't be done, with the plain sentence that says why and what to do.

    Raising it undoes all that the event had changed and said so far. ``after``: what is done all the same, once the
    rest is undone (a question is closed that can't be answered any more).
    """

    def __init__(self, text: str, *, after: Callable[[Turn], Awaitable[object]] | None = None) -> None:
        super().__init__(text)
        self.text = text
        self.after = after
