"""The libraries that make files are a sixth of the program's memory and of its start: they come with the first file."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from importlib import import_module
from typing import Any

from bot.channels.base import MadeFile
from bot.flow.files import Make
from handlers.core.house import House
from storage.database import Database


def file_maker(database: Database, house: House) -> Make:
    """What makes the files of outgoing messages."""

    async def make(name: str, facts: Mapping[str, Any]) -> MadeFile:
        making = await asyncio.to_thread(import_module, "bot.making.maker")
        made: MadeFile = await making.maker(database, house)(name, facts)
        return made

    return make
