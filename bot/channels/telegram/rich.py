"""Rich messages (Bot API 10.1 and later): headings, lists, tables, pictures between paragraphs.

The mailbox keeps texts and files: what a rich message says in words, line by line, and the files that are in it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from bot.channels.telegram.attachments import attachment_of
from bot.channels.telegram.fields import Fields, clean, items, part, words
from handlers.core.vocabulary import Attachment

_DEEPEST = 32
"""Nobody writes lists within lists deeper than this; a forged message may."""


def _inline(value: Any, depth: int = 0) -> str:
    """The words of a text: a string, a list of texts, or a text with a look."""
    if isinstance(value, str):
        return clean(value)
    if depth > _DEEPEST:
        return ""
    if isinstance(value, list):
        return "".join(_inline(each, depth + 1) for each in value)
    if not isinstance(value, dict):
        return ""
    if isinstance(value.get("button"), dict):
        return _inline(value["button"].get("text"), depth + 1)
    said = _inline(value.get("text"), depth + 1) or words(value, "alternative_text") or words(value, "expression") or ""
    url = words(value, "url")
    return f"{said} ({url})" if url and url.rstrip("/") != said.rstrip("/") else said


def _row(cells: Any) -> str:
    return " | ".join(_inline(each.get("text")) for each in cells if isinstance(each, dict))


def _item(item: Fields, depth: int) -> Iterator[str]:
    lines = list(_lines(items(item, "blocks"), depth))
    label = words(item, "label")
    yield " ".join(each for each in (label, lines[0] if lines else "") if each)
    yield from lines[1:]


def _own_lines(block: Fields) -> Iterator[str]:
    for name in ("summary", "text", "expression"):
        yield _inline(block.get(name))
    cells = block.get("cells")
    for row in cells if isinstance(cells, list) else ():
        yield _row(row) if isinstance(row, list) else ""
    yield _inline(block.get("caption"))
    caption = part(block, "caption")
    for holder in (block, caption or {}):
        yield _inline(holder.get("credit"))


def _lines(blocks: tuple[Fields, ...], depth: int = 0) -> Iterator[str]:
    if depth > _DEEPEST:
        return
    for block in blocks:
        yield from (line for line in _own_lines(block) if line)
        for item in items(block, "items"):
            yield from _item(item, depth + 1)
        yield from _lines(items(block, "blocks"), depth + 1)


def _files(blocks: tuple[Fields, ...], depth: int = 0) -> Iterator[Attachment]:
    if depth > _DEEPEST:
        return
    for block in blocks:
        found = attachment_of({**block, "voice": block["voice_note"]} if "voice_note" in block else block)
        if found is not None:
            yield found
        for item in items(block, "items"):
            yield from _files(items(item, "blocks"), depth + 1)
        yield from _files(items(block, "blocks"), depth + 1)


def rich_content(message: Fields) -> tuple[str, tuple[Attachment, ...]]:
    """The words and the files of a rich message; nothing of either for any other."""
    rich = part(message, "rich_message")
    if rich is None:
        return "", ()
    blocks = items(rich, "blocks")
    return "\n".join(_lines(blocks)), tuple(_files(blocks))
