"""The kit itself: people, places and time."""

from __future__ import annotations

import sqlite3
import traceback
from contextlib import closing

import pytest

from tests.acceptance.kit import Box


async def test_help_is_answered(box: Box) -> None:
    await box.li.says("/nosuchthing")
    assert box.li.texts


async def test_the_clock_stands_until_it_is_moved(box: Box) -> None:
    before = box.clock.now()
    await box.zhang.says("/help")
    assert box.clock.now() - before < 60
    await box.passes(days=1)
    assert box.clock.now() - before >= 86_400


async def test_what_is_not_there_is_named(box: Box) -> None:
    with pytest.raises(AssertionError, match="没有这个"):
        box.zhang.with_button("没有这个")


async def test_a_concern_has_its_number_its_topic_and_its_card(box: Box) -> None:
    number = await box.raises(box.zhang, "食堂太贵，吃不起了", "匿名")
    topic = box.plant.topic(number)
    assert number in topic.name
    assert "受理" in topic.card.buttons
    assert not box.hq.has_topic(number)
    again = await box.raises(box.zhang, "宿舍没有热水", "实名")
    assert again != number
    await box.restart()
    toast = await box.zhao.press("受理", topic)
    assert toast.text
    assert "受理" not in topic.card.buttons


async def test_a_handler_that_raises_fails_the_action_and_is_seen(box: Box) -> None:
    await box.raises(box.zhang, "食堂太贵，吃不起了", "实名")
    with closing(sqlite3.connect(box.folder / "mailbox.db")) as broken:
        broken.execute("UPDATE tickets SET state = 'nonsense'")
        broken.commit()
    with pytest.raises(AssertionError, match=r"a handler raised .*nonsense") as found:
        await box.zhang.says("/my")
    assert "handlers/" in "".join(traceback.format_exception(found.value))
    # It is said once, and a test that expects it goes on.
    await box.chen.says("/help")
    box.errors_expected = True
    await box.zhang.says("/my")
    assert "您的消息已经保存" in box.zhang.last.text
