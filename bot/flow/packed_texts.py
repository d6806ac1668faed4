"""What a message says as JSON values and back. A string stays a string; what has looks or parts is a table."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from handlers.core.message import (
    Body,
    Bullet,
    Facts,
    Laid,
    Listing,
    Look,
    Mark,
    Paragraph,
    Part,
    Quotation,
    Text,
    Title,
)
from handlers.core.phrases import Phrase


def pack_text(text: Text) -> Any:
    """A text as JSON values."""
    return {"parts": [_part(each) for each in text.parts]} if isinstance(text, Body) else _words(text)


def unpack_text(packed: Any) -> Text:
    """The text of :func:`pack_text`.

    Raises:
        KeyError, TypeError, ValueError: damaged, or with a part that this version does not know.
    """
    if isinstance(packed, dict) and "parts" in packed:
        return Body(tuple(_READERS[each["is"]](each) for each in packed["parts"]))
    return _read_words(packed)


def _words(words: str) -> Any:
    if isinstance(words, Phrase) and words.strong:
        return {"words": str(words), "strong": [list(each) for each in words.strong]}
    return str(words)


def _read_words(packed: Any) -> str:
    if isinstance(packed, str):
        return packed
    return Phrase(packed["words"], [(int(begin), int(end)) for begin, end in packed["strong"]])


def _part(part: Part) -> dict[str, Any]:
    match part:
        case Title(text):
            return {"is": "title", "text": _words(text)}
        case Paragraph(text):
            return {"is": "paragraph", "text": _words(text)}
        case Quotation(text):
            return {"is": "quotation", "text": _words(text)}
        case Facts(rows):
            return {"is": "facts", "rows": [[_words(label), _words(value)] for label, value in rows]}
        case Listing(items, bullet):
            return {"is": "listing", "items": [_words(each) for each in items], "bullet": bullet.value}
        case Laid(text, marks):
            return {"is": "laid", "text": text, "marks": [[each.look.value, each.begin, each.end] for each in marks]}


_READERS: Mapping[str, Callable[[Mapping[str, Any]], Part]] = {
    "title": lambda packed: Title(_read_words(packed["text"])),
    "paragraph": lambda packed: Paragraph(_read_words(packed["text"])),
    "quotation": lambda packed: Quotation(_read_words(packed["text"])),
    "facts": lambda packed: Facts(tuple((_read_words(label), _read_words(value)) for label, value in packed["rows"])),
    "listing": lambda packed: Listing(tuple(map(_read_words, packed["items"])), Bullet(packed["bullet"])),
    "laid": lambda packed: Laid(
        packed["text"], tuple(Mark(Look(look), int(a), int(b)) for look, a, b in packed["marks"])
    ),
}
