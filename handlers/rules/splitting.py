"""Long texts in parts that a channel takes: in order, at sentence ends, nothing left out."""

from __future__ import annotations

_ENDS = ("\n\n", "\n", "。", "！", "？", "；", ". ", "! ", "? ", "，", ", ", " ")
MARK_UNITS = 12
"""Room for the mark “（12/34）” and its line break."""


def units(text: str) -> int:
    """How long Telegram says a text is: UTF-16 code units."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def _fitting(text: str, limit: int) -> int:
    """How many characters from the start fit into ``limit`` units."""
    if units(text[:limit]) <= limit:
        return min(len(text), limit)
    used = 0
    for position, character in enumerate(text):
        used += 2 if ord(character) > 0xFFFF else 1
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


def split(text: str, limit: int) -> tuple[str, ...]:
    """Parts of at most ``limit`` UTF-16 units, cut after a paragraph, sentence, clause or word where there is one.

    Joined, the parts are the text again.
    """
    parts: list[str] = []
    rest = text
    while units(rest) > limit:
        room = _fitting(rest, limit)
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


def marked(text: str, limit: int) -> tuple[str, ...]:
    """Like :func:`split`, each part of several ending with its place, such as （1/3）."""
    if units(text) <= limit:
        return (text,)
    parts = split(text, limit - MARK_UNITS)
    return tuple(f"{part.rstrip()}\n（{n}/{len(parts)}）" for n, part in enumerate(parts, 1))
