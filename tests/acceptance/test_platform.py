"""The platform at its worst: calls that get lost, webhooks, restarts, rates. A concern arrives all the same."""

from __future__ import annotations

import socket

import pytest

from bot.channels.telegram.webhook import Hook
from bot.flow.pace import PaceRules
from sandbox.faults import Fault, Planned
from tests.acceptance.kit import Box, Thread

AMBIGUOUS = (Fault.DROP_AFTER, Fault.ERROR_AFTER, Fault.BROKEN)


@pytest.mark.parametrize("fault", [Fault.DROP_BEFORE, Fault.ERROR_BEFORE, Fault.RATE, *AMBIGUOUS])
@pytest.mark.parametrize("method", ["sendMessage", "createForumTopic"])
async def test_a_call_that_gets_lost_is_made_up_for(box: Box, fault: Fault, method: str) -> None:
    await box.drafts(box.zhang, "食堂太贵，吃不起了")
    box.sandbox.faults.plan(method, Planned(fault, retry_after=1))
    await box.zhang.press("提交")
    for _ in range(3):
        await box.passes(minutes=2)
    receipts = [each for each in box.zhang.texts if "最迟" in each]
    assert 1 <= len(receipts) <= (2 if fault in AMBIGUOUS else 1)
    # A topic that was made without the bot being told is found by the platform's word of it, and used.
    made = [each for each in box.plant.topics if "SJ-2026-0001" in each.name]
    assert len(made) == 1
    assert "受理" in made[0].card.buttons


async def stray(box: Box, number: str) -> Thread:
    """A topic that we made for a ticket which has one: as if an earlier start had, and had ended before the answer."""
    topic = box.world.open_topic(box.plant.chat, box.world.bot, box.plant.topic(number).name, 0x6FB9F0)
    await box.settled()
    return Thread(box, box.plant.chat, topic)


async def test_a_topic_made_once_too_often_is_closed_with_a_note(box: Box) -> None:
    number = await box.raises(box.zhang, "食堂太贵，吃不起了")
    topic = box.plant.topic(number)
    other = await stray(box, number)
    assert other.closed
    assert number in other.last.text
    assert not topic.closed
    # Who runs the group can write there all the same, and is told where to.
    await box.li.says("已经联系食堂", other)
    assert "同名的话题" in other.last.text
    assert not box.zhang.mentions("已经联系食堂")
    await box.zhao.says("马上去看", topic)
    assert box.zhang.mentions("马上去看")


async def test_a_topic_that_nobody_was_told_of_is_used_by_the_next_start(box: Box) -> None:
    box.sandbox.faults.plan("createForumTopic", *[Fault.DROP_BEFORE] * 20)
    number = await box.raises(box.zhang, "食堂太贵，吃不起了")
    await box.stop()
    box.sandbox.faults.clear()
    topic = box.world.open_topic(box.plant.chat, box.world.bot, f"{number} 食堂 · 待受理", 0x6FB9F0)
    await box.start()
    for _ in range(3):
        await box.passes(minutes=2)
    assert [each.topic.id for each in box.plant.topics] == [topic.id]
    assert "受理" in box.plant.topic(number).card.buttons


async def test_a_topic_that_people_made_is_theirs(box: Box) -> None:
    number = await box.raises(box.zhang, "食堂太贵，吃不起了")
    topic = box.world.topic_open(box.zhao.user, box.plant.chat, f"{number} 内部讨论")
    await box.settled()
    mine = Thread(box, box.plant.chat, topic)
    await box.zhao.says("大家怎么看", mine)
    assert mine.shown == []
    assert not mine.closed


async def test_updates_that_are_brought_do_as_well_as_fetched_ones(box: Box) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    await box.stop()
    await box.start(Hook(f"http://127.0.0.1:{port}/hook", "127.0.0.1", port, "s-1"))
    number = await box.raises(box.zhang, "食堂太贵，吃不起了")
    assert "受理" in box.plant.topic(number).card.buttons
    assert box.sandbox.tally.calls["setWebhook"] == 1
    await box.restart()
    await box.zhao.press("受理", box.plant.topic(number))
    assert box.zhang.mentions("已受理")


async def test_what_is_written_while_the_program_is_down_is_read_when_it_is_back(box: Box) -> None:
    number = await box.raises(box.zhang, "食堂太贵，吃不起了")
    await box.stop()
    world, topic = box.world, box.plant.topic(number)
    world.say(box.zhao.user, box.plant.chat, "已经联系食堂", thread=topic.thread)
    world.say(box.chen.user, box.chen.chat, "宿舍没有热水")
    await box.start()
    assert box.zhang.mentions("已经联系食堂")
    assert box.chen.has_button("提交")


async def test_no_call_is_made_faster_than_telegram_allows(box: Box) -> None:
    box.pace = PaceRules()
    await box.restart()
    box.sandbox.rates.on = True
    number = await box.raises(box.zhang, "食堂太贵，吃不起了")
    assert box.plant.has_topic(number)
    assert box.sandbox.tally.refusals[429] == 0


async def test_a_whole_story_repeats_nothing_and_says_nothing_wrong(box: Box) -> None:
    number = await box.raises(box.zhang, "食堂太贵，吃不起了")
    topic = box.plant.topic(number)
    before = len(box.zhang.texts), len(topic.texts)
    for _ in range(2):
        await box.restart()
    assert (len(box.zhang.texts), len(topic.texts)) == before


async def test_what_waits_for_a_thread_while_the_group_may_not_be_written_to_comes_as_one_message(box: Box) -> None:
    number = await box.raises(box.zhang, "食堂太贵，吃不起了", naming="匿名")
    topic = box.plant.topic(number)
    await box.zhao.press("受理", topic)
    await box.zhao.says("正在核实", topic)
    told = next(each for each in reversed(box.zhang.shown) if "正在核实" in each.text)
    before = len(topic.texts)
    box.sandbox.faults.plan("sendMessage", Planned(Fault.RATE, retry_after=2))
    edits = box.sandbox.tally.calls["editMessageText"]
    for text in ("早饭也贵", "晚饭也贵", "夜宵也贵"):
        box.world.say(box.zhang.user, box.zhang.chat, text, reply_to=told.id)
    await box.settled()
    await box.passes(minutes=1)
    said = topic.texts[before:]
    assert len(said) < 3
    for text in ("早饭也贵", "晚饭也贵", "夜宵也贵"):
        assert sum(text in each for each in said) == 1
    joined = next(each for each in said if "夜宵也贵" in each)
    assert joined.count("▪ 反映人 3月2日（周一）09:") > 1
    assert "张三" not in joined
    assert box.sandbox.tally.calls["editMessageText"] - edits <= 3
