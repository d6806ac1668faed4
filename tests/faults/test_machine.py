"""The machine fails: its disk is full, another program holds the database, its clock jumps. Then it goes on."""

from __future__ import annotations

import asyncio
import itertools
import random
from pathlib import Path

from sandbox.faults import Planned
from tests.acceptance.kit import NUMBER, START
from tests.faults.story import Scene, scene

HOUR, DAY = 3600, 86_400


async def test_a_full_disk_a_locked_database_and_a_clock_that_jumps(tmp_path: Path) -> None:
    async with scene(tmp_path, raisers=6, supplements=4, replies=4, quick=True) as play:
        child, budget = play.child, play.crowd.budget
        portion = play.crowd.actions // 6
        await child.start()
        play.crowd.begin()
        budget.allow(portion)
        await asyncio.sleep(1)
        # Answers that come while the disk is full can't be noted.
        play.sandbox.faults.plan("*", *[Planned(seconds=1.0)] * 20)
        budget.allow(portion)
        await asyncio.sleep(0.3)
        child.fill_disk()
        budget.allow(portion)
        await asyncio.sleep(2)
        child.fill_disk(False)
        assert child.noted["database busy"] >= 1
        with child.locked():
            budget.allow(portion)
            await asyncio.sleep(2.5)
        child.move_clock(HOUR)
        budget.allow(portion)
        await asyncio.sleep(1)
        child.move_clock(-HOUR)
        budget.allow(portion)
        await asyncio.sleep(1)
        # Set back once more while nothing runs.
        await child.kill()
        child.move_clock(-2 * HOUR)
        await child.start()
        found = await play.ends(60)
    assert found.wrong == []
    # It was hindered indeed.
    assert child.noted["updates not stored, nothing acknowledged"] + child.noted["database busy"] >= 2
    assert child.noted["clock set back"] >= 1


async def _live_through(play: Scene, instant: int, dice: random.Random) -> None:
    """A morning: the clock says so, and the power fails while the mailbox looks at what is due."""
    child = play.child
    child.set_clock(instant)
    await child.kill()
    await child.start()
    await asyncio.sleep(dice.uniform(0.0, 0.4))
    await child.kill()
    await child.start()
    await child.settled()
    # The clock is put right by an hour, and goes wrong again; nothing that was said is said again.
    child.set_clock(instant - HOUR)
    await child.kill()
    child.set_clock(instant)
    await child.start()
    await child.settled()


async def test_reminders_neither_repeat_nor_go_missing(tmp_path: Path) -> None:
    async with scene(tmp_path, raisers=5, supplements=0, replies=0, quick=True) as play:
        child, dice = play.child, random.Random(2)
        child.set_clock(START)
        await child.start()
        play.crowd.begin(tended=False)
        play.crowd.budget.open()
        assert await play.crowd.finished(60) == []
        await child.settled()
        for day in (1, 2):
            await _live_through(play, START + day * DAY, dice)
        found = await play.ends(30)
        claims = child.look("SELECT subject, created_at FROM reminders WHERE kind LIKE '%:secretary'")
        numbers = dict(child.look("SELECT CAST(id AS TEXT), number FROM tickets"))
    assert found.wrong == []
    said = [
        each.text
        for each in play.crowd.groups[0].messages.values()
        if each.sender.is_bot and each.text.startswith("今日提醒")
    ]
    # A kill may have said one again: right behind itself.
    gathered = [set(NUMBER.findall(text)) for text, _ in itertools.groupby(said)]
    due = [{numbers[each] for each, at in claims if at == look} for look in sorted({at for _, at in claims})]
    assert gathered == due
    assert len(gathered) >= 2
    assert gathered[-1] == set(numbers.values())
