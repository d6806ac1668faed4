"""One thing to say as the messages that a channel can carry: long texts in parts, files in albums, fitting captions."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from handlers.core.vocabulary import Abilities, Attachment, FileKind, Outgoing, OutKind
from handlers.rules.splitting import marked, split, units

ALBUM = 10
"""Telegram's most for one album."""
_FAMILY = {
    FileKind.PHOTO: "pictures",
    FileKind.VIDEO: "pictures",
    FileKind.DOCUMENT: "documents",
    FileKind.AUDIO: "music",
}
"""Kinds that may share an album; all others go alone."""
_CAPTIONED = frozenset(
    {FileKind.PHOTO, FileKind.VIDEO, FileKind.DOCUMENT, FileKind.AUDIO, FileKind.VOICE, FileKind.ANIMATION}
)


def albums(files: tuple[Attachment, ...]) -> Iterator[tuple[Attachment, ...]]:
    """Files in the groups that one message can carry, in order."""
    group: list[Attachment] = []
    for each in files:
        family = _FAMILY.get(each.kind)
        if group and (family is None or family != _FAMILY.get(group[0].kind) or len(group) == ALBUM):
            yield tuple(group)
            group = []
        group.append(each)
    if group:
        yield tuple(group)


def compose(message: Outgoing, abilities: Abilities) -> tuple[Outgoing, ...]:
    """``message`` as one or several that fit the channel, in order; together they say all of it."""
    if message.kind is OutKind.EDIT:
        return (replace(message, text=_cut(message.text, abilities.text_limit)),)
    if message.kind is not OutKind.SEND:
        return (message,)
    if not message.attachments and units(message.text) <= abilities.text_limit:
        return (message,)
    texts = marked(message.text, abilities.text_limit) if message.text else ()
    groups = tuple(albums(message.attachments))
    one_file = len(groups) == 1 and len(groups[0]) == 1
    as_caption = (
        bool(groups)
        and len(texts) <= 1
        and units(message.text) <= abilities.caption_limit
        and groups[0][0].kind in _CAPTIONED
        and (one_file or not message.buttons)
    )
    parts: list[Outgoing] = []
    if not as_caption:
        parts.extend(replace(message, text=text, attachments=(), buttons=(), report=False) for text in texts)
        if parts:
            parts[-1] = replace(parts[-1], buttons=message.buttons)
    before = 0
    for position, group in enumerate(groups):
        first = as_caption and position == 0
        parts.append(
            replace(
                message,
                text=message.text if first else "",
                attachments=group,
                numbers=tuple(range(before + 1, before + 1 + len(group))),
                of=len(message.attachments),
                buttons=message.buttons if first else (),
                report=False,
                gather=None,
            )
        )
        before += len(group)
    if len(parts) > 1:
        # Only the first answers something and is pinned; only the last tells that all arrived.
        parts = [
            each if n == 0 else replace(each, reply_to=None, pin=False, replace=_numbered(each.replace, n))
            for n, each in enumerate(parts)
        ]
    if parts:
        parts[-1] = replace(parts[-1], report=message.report)
    return tuple(parts)


def _numbered(word: str | None, part: int) -> str | None:
    return None if word is None else f"{word}#{part}"


def _cut(text: str, limit: int) -> str:
    """An edited message can't become two: what does not fit is cut, with a mark."""
    return text if units(text) <= limit else split(text, limit - 1)[0] + "…"
