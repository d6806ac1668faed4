"""Words of which some are emphasised: a number, a matter or a deadline within a sentence."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Self

Span = tuple[int, int]
"""From this character to before that one."""


class Phrase(str):
    """A string like any other that also knows which of its characters are emphasised.

    What is done with it as a string (added to another, cut, formatted) gives plain words: emphasis may get lost on the
    way and can't come to stand in a wrong place. :func:`join` keeps it. What people typed can't be taken for emphasis,
    because nothing in the characters says it. Two are the same when words and emphasis are; beside a plain string the
    words alone count.
    """

    __slots__ = ("strong",)
    strong: tuple[Span, ...]

    def __new__(cls, text: str, strong: Iterable[Span] = ()) -> Self:
        """These words, those of them emphasised."""
        made = super().__new__(cls, text)
        made.strong = tuple((begin, end) for begin, end in strong if begin < end)
        return made

    def __eq__(self, other: object) -> bool:
        if isinstance(other, Phrase) and self.strong != other.strong:
            return False
        return str.__eq__(self, other) if isinstance(other, str) else NotImplemented

    def __ne__(self, other: object) -> bool:
        return not self == other

    __hash__ = str.__hash__


def strong(text: str) -> Phrase:
    """All of it emphasised."""
    return Phrase(text, [(0, len(text))])


def spans_of(text: str) -> tuple[Span, ...]:
    """What of a string is emphasised."""
    return text.strong if isinstance(text, Phrase) else ()


def join(separator: str, pieces: Iterable[str]) -> str:
    """Like ``separator.join(pieces)``, with the emphasis of each kept."""
    texts = tuple(pieces)
    spans: list[Span] = []
    at = 0
    for each in texts:
        spans.extend((at + begin, at + end) for begin, end in spans_of(each))
        at += len(each) + len(separator)
    text = separator.join(texts)
    return Phrase(text, spans) if spans else text
