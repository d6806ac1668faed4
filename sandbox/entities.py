"""What the platform itself marks in a text: commands and addresses. Offsets count UTF-16 units."""

from __future__ import annotations

import re

from sandbox.records import Json

_MARKS = (
    ("bot_command", re.compile(r"(?<![\w/])/[A-Za-z0-9_]{1,64}(?:@[A-Za-z0-9_]{4,32})?")),
    ("url", re.compile(r"https?://[^\s<>\"）】》，。]+")),
    ("mention", re.compile(r"(?<![\w@])@[A-Za-z][A-Za-z0-9_]{4,31}")),
)


def units(text: str) -> int:
    """Length in UTF-16 units, in which every limit and offset of the Bot API counts."""
    return len(text) + sum(character > "\uffff" for character in text)


def marks(text: str) -> list[Json]:
    """The entities that the server finds by itself."""
    if "/" not in text and "@" not in text:
        return []
    found: list[Json] = []
    for kind, pattern in _MARKS:
        for match in pattern.finditer(text):
            offset = units(text[: match.start()])
            if all(offset >= each["offset"] + each["length"] or offset < each["offset"] for each in found):
                found.append({"type": kind, "offset": offset, "length": units(match[0])})
    return sorted(found, key=lambda each: int(each["offset"]))
