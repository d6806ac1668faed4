"""kill -9 while people write, press, answer and rate: everything is kept once and arrives, in order."""

from __future__ import annotations

import random
from pathlib import Path

from tests.faults.story import kill_often, scene


async def test_killed_at_any_moment_it_loses_nothing_and_goes_on(tmp_path: Path) -> None:
    async with scene(tmp_path, raisers=8) as play:
        play.crowd.begin()
        await kill_often(play, 8, random.Random(7))
        found = await play.ends(60)
    assert found.wrong == []
