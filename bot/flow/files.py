"""The files of an outgoing message: made by the program, cleaned of what would tell who sent them, or as they are."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import replace
from typing import Any

from bot.channels.base import Channel, MadeFile, WorkFile
from handlers.vocabulary import Attachment, FileKind, Refusal

Make = Callable[[str, Mapping[str, Any]], Awaitable[MadeFile]]
"""Makes the file of that name from its facts, off the loop."""
Clean = Callable[[Attachment, bytes], Awaitable[MadeFile | Refusal]]
"""The content without metadata and under a neutral name, or why that is impossible; off the loop."""

Read = Callable[[Attachment, bytes], Awaitable[Mapping[str, Any] | Refusal]]
"""The rows of a table that somebody sent, or the words of a text, or why there are none; off the loop.

It raises nothing for what is in it.
"""

_CARRY_NAMES = frozenset({FileKind.DOCUMENT, FileKind.VIDEO, FileKind.AUDIO, FileKind.ANIMATION})
"""Kinds that keep their name and metadata when sent again by the platform's handle."""


def is_opened(attachment: Attachment) -> bool:
    """Whether it is taken apart before it goes out."""
    return attachment.made is None and attachment.clean and attachment.kind in _CARRY_NAMES


class NoMaker(LookupError):
    """A message wants a file made or cleaned, and the program was started without that part."""


async def read_file(attachment: Attachment, channel: Channel, read: Read | None) -> Mapping[str, Any]:
    """What is in the file, or ``trouble``: why it can't be had.

    Raises:
        NoMaker: there is nothing to read it with.
        NotFetched: it can't be had now.
    """
    if read is None:
        raise NoMaker("read")
    content = await channel.fetch(attachment)
    found = content if isinstance(content, Refusal) else await read(attachment, content)
    return {"trouble": found.value} if isinstance(found, Refusal) else found


async def work_files(
    attachments: tuple[Attachment, ...], channel: Channel, make: Make | None, clean: Clean | None
) -> tuple[WorkFile, ...] | Refusal:
    """The files ready to go, or why one of them cannot be had.

    Raises:
        NoMaker: there is nothing to make or clean it with.
    """
    ready = []
    for each in attachments:
        if each.made is not None:
            if make is None:
                raise NoMaker(each.made)
            ready.append(WorkFile(each, await make(each.made, each.facts)))
        elif is_opened(each):
            if clean is None:
                raise NoMaker("clean")
            content = await channel.fetch(each)
            if isinstance(content, Refusal):
                return content
            cleaned = await clean(each, content)
            if isinstance(cleaned, Refusal):
                return cleaned
            ready.append(WorkFile(replace(each, name=cleaned.name, ref=None), cleaned))
        else:
            ready.append(WorkFile(each))
    return tuple(ready)
