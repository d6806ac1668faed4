"""Somebody who presses and writes whatever comes to mind: there is one preview at most, and nothing breaks."""

from __future__ import annotations

import random

import pytest

from sandbox.talk import buttons
from tests.acceptance.kit import Box, Shown
from tests.acceptance.test_raising_gathering import previews

WORDS = (
    "食堂的菜太咸了",
    "一分厂",
    "车间",
    "提交",
    "举报他收回扣",
    "我叫张三，电话 13812345678",
    "感谢",
    "/my",
    "/code",
    "/start u-WS1",
    "/start nonsense",
    "/cancel",
    "ABCD EFGH JKMN",
    "SJ-2026-0001",
    "。",
    "长" * 3000,
)


class Anything:
    """One person and their whims, the same for the same number."""

    def __init__(self, box: Box, seed: int) -> None:
        self.box = box
        self.random = random.Random(seed)
        self.seen: list[tuple[Shown, str]] = []

    async def act(self) -> None:
        person, choose = self.box.zhang, self.random
        self.seen += [
            (each, button["callback_data"])
            for each in person.shown[-4:]
            for button in buttons(each.message)
            if "callback_data" in button
        ]
        what = choose.random()
        if what < 0.35 or not self.seen:
            await person.says(choose.choice(WORDS))
        elif what < 0.75:
            shown, data = choose.choice(self.seen[-12:])
            await self._press(shown, data)
        elif what < 0.85:
            shown, data = choose.choice(self.seen)
            await self._press(shown, data)
        elif what < 0.9:
            mine = [each for each in person.said if not each.by_bot and each.message.text]
            if mine:
                await person.edits(choose.choice(mine), choose.choice(WORDS[:7]))
        elif what < 0.94:
            await person.sends_album(2)
        elif what < 0.97:
            await person.sends_sticker()
        else:
            await self.box.restart()

    async def _press(self, shown: Shown, data: str) -> None:
        if not shown.gone:
            await self.box.zhang.presses_data(data, on=shown)


@pytest.mark.parametrize("seed", range(6))
async def test_whatever_is_pressed_and_written(box: Box, seed: int) -> None:
    await box.zhang.says("食堂的菜太咸了")
    anything = Anything(box, seed)
    for _ in range(60):
        await anything.act()
        assert len(previews(box.zhang)) <= 1
    # However it went, words are words of a concern once no question is open.
    await box.zhang.says("/cancel")
    await box.zhang.says("最后一件事，宿舍没有热水")
    assert "最后一件事，宿舍没有热水" in box.zhang.last.text
    assert {"提交", "新反映"} & set(box.zhang.last.buttons)
