"""A mailbox, its people, and the power cuts: what the tests and the measurements have in common."""

from __future__ import annotations

import asyncio
import random
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from sandbox import Sandbox
from tests.faults.audit import Found, audit
from tests.faults.child import Child
from tests.faults.crowd import Crowd
from tests.faults.weather import Weather

SHORTEST, LONGEST = 0.02, 0.6
"""Seconds that a process works, once it asks for updates, before it is killed."""


@dataclass(frozen=True)
class Scene:
    """Everything that a story needs."""

    sandbox: Sandbox
    crowd: Crowd
    child: Child

    async def ends(self, seconds: float, weather: Weather | None = None) -> Found:
        """Let everyone finish and everything settle, stop the mailbox, and count."""
        self.crowd.budget.open()
        stuck = await self.crowd.finished(seconds)
        try:
            await self.child.settled(seconds)
        except TimeoutError as error:
            stuck.append(str(error))
        self.sandbox.faults.clear()
        code = await self.child.stop()
        found = audit(self.child, self.crowd, self.sandbox, ambiguous=weather.untold if weather else 0)
        if weather is not None:
            found.check(not weather.hammered, f"{weather.hammered} calls within the time that was to be waited")
            found.counts |= {
                "faults": dict(weather.happened),
                "hammered": weather.hammered,
                "forgotten": weather.forgotten,
            }
        found.check(not stuck, f"never came to an end: {stuck[:5]}")
        found.check(code == 0, f"exit code {code}")
        return found


@asynccontextmanager
async def scene(
    folder: Path,
    *,
    raisers: int,
    groups: int = 1,
    supplements: int = 4,
    replies: int = 4,
    seed: int = 1,
    free: bool = True,
    quick: bool = False,
) -> AsyncIterator[Scene]:
    """A platform with people on it, and a mailbox that is configured and not started."""
    sandbox = Sandbox()
    crowd = Crowd(sandbox.world, groups, raisers, supplements=supplements, replies=replies, seed=seed)
    await sandbox.start()
    child = Child(folder, sandbox, free=free, quick=quick)
    child.configure(crowd.groups, crowd.staff)
    try:
        yield Scene(sandbox, crowd, child)
    finally:
        if child.running:
            await child.kill()
        await sandbox.stop()


async def kill_often(play: Scene, kills: int, dice: random.Random) -> None:
    """Start, let a part of all that people do happen, kill in the middle of it; the last start lives."""
    portion = -(-play.crowd.actions // (kills + 1))
    for _ in range(kills):
        await play.child.start()
        play.crowd.budget.allow(portion)
        await asyncio.sleep(dice.uniform(SHORTEST, LONGEST))
        await play.child.kill()
    await play.child.start()
