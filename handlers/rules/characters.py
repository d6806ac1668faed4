"""Characters as they are read, whatever keyboard typed them: the one place where text is made comparable."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

_UNSEEN = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u2800\u3164"
    "\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb\U000e0000-\U000e0fff]"
)
"""What nobody sees: Unicode's Default_Ignorable_Code_Point, the marks of annotations, and Braille's empty cell."""


def unseen(character: str) -> bool:
    """Whether nobody sees it; a blank is seen by what stands around it."""
    return _UNSEEN.match(character) is not None


def plain(text: str) -> str:
    """Every form of a character as its usual one (NFKC: wide letters, ligatures), and nothing that nobody sees."""
    return unicodedata.normalize("NFKC", _UNSEEN.sub("", text))


def folded(text: str) -> str:
    """The same, with capitals and small letters alike."""
    return unicodedata.normalize("NFKC", plain(text).casefold())


def one_by_one(text: str) -> Iterator[tuple[int, str]]:
    """What each place of a text shows in its plain form: what must be found where it was written."""
    for place, character in enumerate(text):
        yield place, _plain(character)


@lru_cache(8192)
def _plain(character: str) -> str:
    return plain(character)
