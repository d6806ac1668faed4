"""A fifth of all calls fail, in every way that calls can: all is delivered, in order, and nobody is hammered."""

from __future__ import annotations

import random
from pathlib import Path

from tests.faults.story import scene
from tests.faults.weather import Weather


async def test_a_fifth_of_the_calls_fails_and_nothing_is_lost(tmp_path: Path) -> None:
    async with scene(tmp_path, raisers=6, supplements=2, replies=2, quick=True) as play:
        weather = Weather(0.2, random.Random(5), retry_after=(1, 2))
        play.sandbox.faults.choose = weather
        await play.child.start()
        play.crowd.begin()
        found = await play.ends(90, weather)
    assert found.wrong == []
    assert weather.hammered == 0
    assert len(weather.happened) == 7
