"""From a concern to its answer, on the page."""

from __future__ import annotations

import pytest

from tests.acceptance.kit import NUMBER, Box
from tests.browser.screen import Screen

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]


async def test_a_concern_is_raised_reaches_the_desk_and_is_answered(box: Box, screen: Screen) -> None:
    await box.zhang.starts("u-PLANT")
    zhang, zhao = await screen.seat(box.zhang), await screen.seat(box.zhao)
    await zhang.types("食堂二楼中午排队要四十分钟，希望多开一个窗口。")
    await zhang.presses("提交")
    number = NUMBER.findall(" ".join(box.zhang.texts))[-1]
    await zhang.reads(number)
    await zhao.opens(number)
    await zhao.reads("食堂二楼中午排队要四十分钟")
    await zhao.types("已经请后勤今天中午到现场看，周三前答复您。")
    await zhang.reads("已经请后勤今天中午到现场看")
