"""A bell between the parts of the flow: rung when there is something to do, with a look every few seconds behind it."""

from __future__ import annotations

import asyncio


class Bell:
    """Wakes one waiting loop; rung while the loop is busy, it is heard at the next wait."""

    __slots__ = ("_event",)

    def __init__(self) -> None:
        self._event = asyncio.Event()

    def ring(self) -> None:
        """There is something to do."""
        self._event.set()

    async def wait(self, seconds: float) -> None:
        """Until rung, or for so many seconds."""
        if not self._event.is_set():
            try:
                async with asyncio.timeout(max(0.0, seconds)):
                    await self._event.wait()
            except TimeoutError:
                return
        self._event.clear()
