"""How a message begins, however a keyboard types it: a command, an internal note, words to a colleague, or neither.

A Chinese keyboard gives ``、`` for ``/``, a wide one ``／``, and some put a space between two of them or a character
that nobody sees before them. What begins with such a mark and is no clear case is doubtful: whoever wrote it is asked,
and nothing is taken for plain words by mistake.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum

from handlers.rules.characters import plain, unseen


class Mark(StrEnum):
    """What the beginning of a message says about it."""

    PLAIN = "plain"
    NOTE = "note"
    """Two strokes: for the desk alone."""
    COMMAND = "command"
    """One stroke and a word in Latin letters: a command, if there is one of that name."""
    COLLEAGUE = "colleague"
    """It begins with @somebody."""
    DOUBTFUL = "doubtful"
    """A mark where there should be none, or half a mark: it may be any of the above."""


@dataclass(frozen=True, slots=True)
class Opening:
    """``words``: what follows the mark. ``word``: the command, lower case, where it is one."""

    mark: Mark
    words: str
    word: str = ""

    @property
    def command(self) -> str:
        """The command as it would be typed on an English keyboard."""
        return f"/{self.word} {self.words}".rstrip()


_STROKES = frozenset("/、⁄∕⧸╱⟋丿")
"""What two of make a note, after NFKC: slashes, their look-alikes, and what a Chinese keyboard has on that key."""
_DOUBLE = frozenset("⫽")
_HALF_MARKS = frozenset("\\÷⧵∖╲⟍⑊丶")
"""The neighbouring key, and what the key gives on other keyboards: never a clear mark."""
_AT = frozenset("@")
_BLANK_KINDS = frozenset({"Cf", "Cc", "Zs", "Zl", "Zp", "Mn", "Me", "Cn", "Co", "Cs"})
_COMMAND = re.compile(r"([A-Za-z][A-Za-z0-9_]{0,31})(?:@[A-Za-z0-9_]*)?(?![^\s])")


def _blank(character: str) -> bool:
    return unseen(character) or unicodedata.category(character) in _BLANK_KINDS


def _skip(text: str, place: int) -> int:
    """The next place in this line that shows something."""
    while place < len(text) and text[place] != "\n" and _blank(text[place]):
        place += 1
    return place


def _is(text: str, place: int, marks: frozenset[str]) -> bool:
    return place < len(text) and plain(text[place]) in marks


def opening(text: str) -> Opening:
    """What a message is, by how it begins; a later line that begins with a mark makes it doubtful."""
    start = 0
    while start < len(text) and _blank(text[start]):
        start += 1
    found = _of_line(text, start)
    if found.mark is Mark.PLAIN and any(_of_line(line, _skip(line, 0)).marked for line in _lines(text[start:])[1:]):
        return Opening(Mark.DOUBTFUL, found.words)
    return Opening(found.mark, found.words, found.word)


def _lines(text: str) -> list[str]:
    return re.split(r"[\n\r\v\f\x85\u2028\u2029]+", text)


@dataclass(frozen=True, slots=True)
class _Found(Opening):
    @property
    def marked(self) -> bool:
        return self.mark in (Mark.NOTE, Mark.COMMAND, Mark.DOUBTFUL)


def _of_line(text: str, start: int) -> _Found:
    rest = text[start:].strip()
    if _is(text, start, _DOUBLE):
        return _Found(Mark.NOTE, _after(text, start + 1))
    if _is(text, start, _STROKES):
        second = _skip(text, start + 1)
        if _is(text, second, _STROKES | _DOUBLE):
            return _Found(Mark.NOTE, _after(text, second + 1))
        return _one_stroke(text, second, rest)
    if _is(text, start, _AT):
        # “@” alone, or two of them, is no colleague.
        named = start + 1 < len(text) and (text[start + 1].isalnum() or text[start + 1] == "_")
        return _Found(Mark.COLLEAGUE if named else Mark.DOUBTFUL, rest)
    return _Found(Mark.DOUBTFUL if _hidden(text, start) else Mark.PLAIN, rest)


def _one_stroke(text: str, place: int, rest: str) -> _Found:
    words = plain(text[place:])
    found = _COMMAND.match(words)
    if found is None:
        return _Found(Mark.DOUBTFUL, rest)
    # What follows the word is kept as it was written: only the command itself is made plain.
    length = 0
    while length < len(text) - place and len(plain(text[place : place + length])) < found.end():
        length += 1
    return _Found(Mark.COMMAND, _after(text, place + length), found[1].lower())


def _after(text: str, place: int) -> str:
    """What follows, without the rest of the mark: ``///`` is one too."""
    while place < len(text) and (_blank(text[place]) or _is(text, place, _STROKES | _HALF_MARKS)):
        place += 1
    return text[place:].strip()


def _hidden(text: str, start: int) -> bool:
    """Whether a mark stands before the first letter, behind quotes, dashes or a picture: “「//”, “-//”, “😀 //”."""
    place = start
    while place < len(text) and text[place] != "\n":
        shown = plain(text[place])
        if shown in _STROKES or shown in _HALF_MARKS or shown in _DOUBLE or shown in _AT:
            return True
        if shown.isalnum():
            return False
        place += 1
    return False


_MENTION = re.compile(r"(?:^|[^\w.+-])[@＠](?=[^\W_])")


def names_somebody(text: str) -> bool:
    """Whether “@somebody” stands anywhere in it; an e-mail address names nobody."""
    return _MENTION.search(text) is not None
