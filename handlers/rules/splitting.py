"""Long texts in parts that a channel takes: in order, at sentence ends, nothing left out."""

from __future__ import annotations

from enum import StrEnum

_ENDS = ("\n\n", "\n", "。", "！", "？", "；", ". ", "! ", "? ", "，", ", ", " ")
MARK_UNITS = 12
"""Room for the mark “（12/34）” and its line break."""


class Measure(StrEnum):
    """What a channel counts when it says how long a text may be."""

    UTF16 = "utf-16"
    """Units of UTF-16: most characters are one, emoji two."""
    UTF8 = "utf-8"
    """Bytes of UTF-8: a Chinese character is three."""


def units(text: str) -> int:
    """How long a text is in units of UTF-16."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def size(text: str, measure: Measure) -> int:
    """How long a text is by this measure."""
    return units(text) if measure is Measure.UTF16 else len(text.encode("utf-8", "surrogatepass"))


def _fitting(text: str, limit: int, measure: Measure) -> int:
    """How many characters from the start fit into ``limit``."""
    if size(text[:limit], measure) <= limit:
        return min(len(text), limit)
    used = 0
    for position, character in enumerate(text):
        used += size(character, measure)
        if used > limit:
            return position
    return len(text)


def _joined(text: str, cut: int) -> bool:
    """Whether a cut here would tear one visible character apart."""
    after, before = text[cut], text[cut - 1]
    return (
        after in "\u200d\ufe0f\u20e3"
        or before == "\u200d"
        or 0x300 <= ord(after) <= 0x36F
        or (0x1F3FB <= ord(after) <= 0x1F3FF)
    )


def split(text: str, limit: int, measure: Measure = Measure.UTF16) -> tuple[str, ...]:
    """Parts of at most ``limit`` by the measure, cut after a paragraph, sentence, clause or word where there is one.

    Joined, the parts are the text again.
    """
    parts: list[str] = []
    rest = text
    while size(rest, measure) > limit:
        room = max(1, _fitting(rest, limit, measure))
        cut = room
        for end in _ENDS:
            found = rest.rfind(end, room // 3, room)
            if found >= 0:
                cut = found + len(end)
                break
        while cut > 1 and _joined(rest, cut):
            cut -= 1
        parts.append(rest[:cut])
        rest = rest[cut:]
    parts.append(rest)
    return tuple(parts)
