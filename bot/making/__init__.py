"""Files that the program makes or cleans: pictures, ledgers, posters; attachments without their metadata.

The libraries behind it are a sixth of the program's memory and of its start: they are loaded with the first file, in a
thread, so that no answer waits for them.
"""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from importlib import import_module
from typing import TYPE_CHECKING, Any

from bot.channels.base import MadeFile
from handlers.vocabulary import Attachment, Refusal

if TYPE_CHECKING:
    from bot.flow.files import Make
    from handlers.house import House
    from storage.database import Database


async def clean(attachment: Attachment, content: bytes) -> MadeFile | Refusal:
    """The file without metadata, under a neutral name; REFUSED where that can't be done for certain."""
    cleaning = await asyncio.to_thread(import_module, "bot.making.cleaning")
    cleaned: MadeFile | Refusal = await cleaning.clean(attachment, content)
    return cleaned


async def read(attachment: Attachment, content: bytes) -> Mapping[str, Any]:
    """The rows of a table that somebody sent, or the words of a text, or why there are none: ``bot.making.tables``."""
    tables = await asyncio.to_thread(import_module, "bot.making.tables")
    text = (attachment.name or "").lower().endswith(tables.TEXTS)
    found: Mapping[str, Any] = await asyncio.to_thread(tables.read_text if text else tables.read_table, content)
    return found


def file_maker(database: Database, house: House) -> Make:
    """What makes the files of outgoing messages. (Not ``maker``: the module of that name takes its place once loaded.)"""

    async def make(name: str, facts: Mapping[str, Any]) -> MadeFile:
        making = await asyncio.to_thread(import_module, "bot.making.maker")
        made: MadeFile = await making.maker(database, house)(name, facts)
        return made

    return make


__all__ = ["clean", "file_maker", "read"]
