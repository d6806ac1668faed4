"""Work that would hold up everybody: read in a thread with a loop and a database connection of its own."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Awaitable, Callable
from typing import TypeVar

from storage.database import Database, Transaction
from storage.engines import open_database

T = TypeVar("T")

TURN_SECONDS = 0.0001
"""How long a thread keeps the interpreter while others wait for it, as long as something is read apart.

Everybody else's queries take the interpreter anew for each row. At Python's own five milliseconds a query of a hundred
rows took half a second, and answers waited for two while the top unit's digest was read on a million tickets. Always as
short, all that does not read apart would be some per cent slower.
"""


class _ShortTurns:
    """Short turns for as long as somebody needs them."""

    def __init__(self) -> None:
        self._needed = 0
        self._usual = 0.0

    def __enter__(self) -> None:
        if self._needed == 0:
            self._usual = sys.getswitchinterval()
            sys.setswitchinterval(TURN_SECONDS)
        self._needed += 1

    def __exit__(self, *_: object) -> None:
        self._needed -= 1
        if self._needed == 0:
            sys.setswitchinterval(self._usual)


_short_turns = _ShortTurns()


async def read_apart(database: Database, read: Callable[[Transaction], Awaitable[T]]) -> T:
    """What ``read`` finds in a reading transaction; nobody waits for it. Cancelled, it ends at its next statement.

    Raises:
        StorageError: as opening and reading do.
    """
    begun: list[tuple[asyncio.AbstractEventLoop, asyncio.Task[T] | None]] = []

    async def there() -> T:
        begun.append((asyncio.get_running_loop(), asyncio.current_task()))
        own = await open_database(database.url, database.sealer)
        try:
            async with own.reading() as tx:
                return await read(tx)
        finally:
            await own.close()

    with _short_turns:
        try:
            return await asyncio.to_thread(lambda: asyncio.run(there()))
        except asyncio.CancelledError:
            for loop, task in begun:
                if task is not None and not loop.is_closed():
                    loop.call_soon_threadsafe(task.cancel)
            raise
