"""Work that would hold up everybody: read in a thread with a loop and a database connection of its own."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import TypeVar

from storage.database import Database, Transaction

T = TypeVar("T")


async def read_apart(database: Database, read: Callable[[Transaction], Awaitable[T]]) -> T:
    """What ``read`` finds in a reading transaction; nobody waits for it. Cancelled, it ends at its next statement.

    Raises:
        StorageError: as opening and reading do.
    """
    begun: list[tuple[asyncio.AbstractEventLoop, asyncio.Task[T] | None]] = []

    async def there() -> T:
        begun.append((asyncio.get_running_loop(), asyncio.current_task()))
        own = await Database.open(database.url, database.sealer)
        try:
            async with own.reading() as tx:
                return await read(tx)
        finally:
            await own.close()

    try:
        return await asyncio.to_thread(lambda: asyncio.run(there()))
    except asyncio.CancelledError:
        for loop, task in begun:
            if task is not None and not loop.is_closed():
                loop.call_soon_threadsafe(task.cancel)
        raise
