"""What can't be done, as a key and facts; raising it undoes what the event had changed."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

from handlers.core.texts import Words
from handlers.core.turn import Turn


class Refused(Exception):
    """What can't be done: the key of the plain sentence that says why and what to do, with its facts.

    The sentence is made where it is shown, in its reader's language (:meth:`said`). Several :class:`Words` are lines of
    one answer. Raising it undoes all that the event had changed and said so far. ``after``: what is done all the same,
    once the rest is undone (a question is closed that can't be answered any more).
    """

    def __init__(
        self, key: str | Words, /, *more: Words, after: Callable[[Turn], Awaitable[object]] | None = None, **facts: Any
    ) -> None:
        first = key if isinstance(key, Words) else Words(key, **facts)
        super().__init__(first.key)
        self.words = (first, *more)
        self.after = after

    def said(self, locale: str) -> str:
        """The sentence, or the lines."""
        return "\n".join(each.said(locale) for each in self.words)
