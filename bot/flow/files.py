"""The files of an outgoing message: made by the program, cleaned of what would tell who sent them, or as they are."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import replace
from typing import Any

from bot.channels.base import Channel, MadeFile, NotFetched, WorkFile
from handlers.core.vocabulary import Attachment, FileKind, Refusal

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


class FileBroke(Exception):
    """The program stumbled over file number ``part`` of a message, from 0; ``__cause__`` says where."""

    def __init__(self, part: int) -> None:
        super().__init__(part)
        self.part = part


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


Missing = tuple[int, Refusal]
"""Which file it is, and why it does not go."""


async def work_files(
    wanted: Mapping[int, Attachment], channel: Channel, make: Make | None, clean: Clean | None
) -> tuple[dict[int, WorkFile], tuple[Missing, ...]]:
    """The files that are ready to go, and those that can't be had or cleaned, each for a reason of its own.

    Raises:
        FileBroke: making or cleaning one of them raised.
        NotFetched: one of them can't be had now.
    """
    ready: dict[int, WorkFile] = {}
    missed: list[Missing] = []
    for part, each in wanted.items():
        try:
            found = await _work_file(each, channel, make, clean)
        except NotFetched:
            raise
        except Exception as error:
            raise FileBroke(part) from error
        if isinstance(found, Refusal):
            missed.append((part, found))
        else:
            ready[part] = found
    return ready, tuple(missed)


async def _work_file(each: Attachment, channel: Channel, make: Make | None, clean: Clean | None) -> WorkFile | Refusal:
    if each.made is not None:
        if make is None:
            raise NoMaker(each.made)
        return WorkFile(each, await make(each.made, each.facts))
    if not is_opened(each):
        return WorkFile(each)
    if clean is None:
        raise NoMaker("clean")
    content = await channel.fetch(each)
    if isinstance(content, Refusal):
        return Refusal.TOO_BIG_TO_FETCH if content is Refusal.TOO_BIG else content
    cleaned = await clean(each, content)
    if isinstance(cleaned, Refusal):
        return cleaned
    return WorkFile(replace(each, name=cleaned.name, ref=None), cleaned)
