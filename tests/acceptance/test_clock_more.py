"""What else the clock brings up: instructions, followers; menus that fit the role."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from storage import people
from tests.acceptance.kit import Box, Person, Thread

HEAD_OWNER = "今天请留意您承办的"
HEAD_GROUP = "今日提醒"


async def until(box: Box, month: int, day: int, hour: int = 9, minute: int = 0) -> None:
    tz = box.engine.house.calendar.tz
    await box.passes(seconds=datetime(2026, month, day, hour, minute, tzinfo=tz).timestamp() - box.clock.now())


async def assigned(box: Box, text: str) -> Thread:
    topic = box.plant.topic(await box.raises(box.zhang, text))
    await box.zhao.press("转办/派单", topic)
    await box.zhao.press(next(each for each in topic.last.buttons if "王建国" in each), topic)
    return topic


async def answer(box: Box, topic: Thread, words: str) -> None:
    await box.zhao.press("答复", topic)
    await box.zhao.says(words, topic)
    await box.zhao.press("支持", topic)


async def merge(box: Box, follower: Thread, main: Thread) -> None:
    await box.zhao.press("并案", follower)
    number = main.name.split()[0]
    await box.zhao.press(next(each for each in follower.last.buttons if number in each), follower)
    await box.zhao.press("确认并案", follower)
    assert "并案" in follower.name


def commands(box: Box, person: Person) -> list[str]:
    """The menu that a person sees in their private chat."""
    return [each["command"] for each in box.world.menu(person.chat, person.user)]


async def test_an_instruction_is_urged_every_seven_days_until_it_is_answered(box: Box) -> None:
    topic = await assigned(box, "食堂的菜太咸了")
    await box.wang.press("签收")
    number = topic.name.split()[0]
    await until(box, 3, 4, 8, 31)
    await box.he.says("/help")
    await box.he.presses_data("man_open:1", on=box.he.last)
    await box.he.press("督办")
    await box.he.says("请厂长室牵头，两周内整改")
    assert box.wang.mentions("两周内整改")
    told = []
    for day in range(5, 28):
        if not box.engine.house.calendar.is_workday(date(2026, 3, day)):
            continue
        before = len(box.wang.texts)
        await until(box, 3, day, 8, 31)
        if any("督办答复" in each and number in each for each in box.wang.texts[before:]):
            told.append(day)
    assert told == [11, 18, 25]
    assert box.plant.mentions("督办答复")
    assert any("督办答复" in each for each in box.he.texts)


async def test_followers_end_with_their_main_ticket_and_are_nudged_as_their_own(box: Box) -> None:
    main = box.plant.topic(await box.raises(box.zhang, "食堂的菜太咸了"))
    follower = box.plant.topic(await box.raises(box.chen, "食堂的菜咸得没法吃"))
    await merge(box, follower, main)
    assert "并案" in follower.name
    await answer(box, main, "今天起少放盐。")
    assert box.chen.mentions("今天起少放盐")
    for label in ("联系过", "解决了", "满意"):
        await box.zhang.press(label)
    assert "已办结" in main.name
    await box.passes(workdays=2.5)
    assert box.chen.mentions("想听听您的看法")
    await box.passes(workdays=3.5)
    assert "已办结" in follower.name
    assert "没有解决，重新办理" in box.chen.last.buttons


async def test_a_follower_is_not_ended_while_the_main_ticket_is_worked_on_again(box: Box) -> None:
    main = box.plant.topic(await box.raises(box.zhang, "食堂的菜太咸了"))
    follower = box.plant.topic(await box.raises(box.chen, "食堂的菜咸得没法吃"))
    await merge(box, follower, main)
    await answer(box, main, "今天起少放盐。")
    for label in ("联系过", "没有解决", "不满意"):
        await box.zhang.press(label)
    await box.passes(workdays=6, step_hours=8)
    assert "并案" in follower.name


async def test_menus_fit_the_role(box: Box) -> None:
    await box.passes(minutes=1)
    # Whoever never pressed anything has everyone's menu.
    assert commands(box, box.chen) == ["start", "my", "code", "faq", "board", "menu", "help", "cancel"]
    await box.chen.starts()
    assert "todo" not in commands(box, box.chen)
    assert "my" in commands(box, box.chen)
    assert "todo" in commands(box, box.wang)
    assert "digest" not in commands(box, box.wang)
    assert "digest" in commands(box, box.he)
    group = [each["command"] for each in box.world.menu(box.plant.chat, box.zhao.user)]
    assert {"todo", "find", "log"} <= set(group)
    assert "digest" not in group
    # A manager has said nothing to a raiser that could be taken back.
    await box.he.says("/help", box.plant)
    assert "/find" in box.plant.last.text
    assert "/recall" not in box.plant.last.text


async def test_a_restart_in_the_middle_of_a_report_loses_nothing(box: Box) -> None:
    topic = await assigned(box, "食堂的菜太咸了")
    await box.wang.press("签收")
    await box.wang.press("报结")
    await box.wang.says("第一段")
    await box.restart()
    await box.wang.says("第二段")
    await box.restart()
    await box.wang.press("确认报结")
    assert "第一段\n第二段" in topic.find("报结，请审核").text


@pytest.mark.parametrize("size", [9_000])
async def test_a_long_report_arrives_whole(box: Box, size: int) -> None:
    topic = await assigned(box, "食堂的菜太咸了")
    await box.wang.press("签收")
    await box.wang.press("报结")
    sentence = "我们已到现场逐项核实并当场整改。"
    text = (sentence * (size // len(sentence)))[:4000]
    await box.wang.says(text)
    await box.wang.says(text)
    await box.wang.press("确认报结")
    assert "待审核" in topic.name
    joined = "".join(topic.texts)
    assert joined.count("我们已到现场") >= 2 * (4000 // len(sentence))


async def test_an_english_owner_reads_english(box: Box) -> None:
    async with box.database.writing() as tx:
        person = await people.find(tx, "telegram", str(box.wang.id))
        assert person is not None
        await people.speaks(tx, person, "en")
    await assigned(box, "食堂的菜太咸了")
    await box.wang.press("Sign")
    assert "signed for" in box.wang.last.text
    await until(box, 3, 6, 8, 31)
    assert "to look at today" in box.wang.last.text


async def test_each_step_of_a_plan_is_reminded_by_its_name(box: Box) -> None:
    topic = await assigned(box, "宿舍楼管道老化")
    await box.wang.press("签收")
    await box.zhao.press("挂账", topic)
    await box.zhao.says("列入改造计划", topic)
    await box.zhao.says("4月10日", topic)
    await box.zhao.says("勘察 3月20日\n报批 3月27日", topic)
    await box.zhao.press("挂账", topic, on=topic.last)
    assert "挂账" in topic.name
    await until(box, 3, 20, 8, 31)
    assert "挂账节点“勘察”" in box.wang.find(HEAD_OWNER).text
    assert "挂账节点“勘察”" in box.plant.find(HEAD_GROUP).text
    await box.zhao.press("更多", topic)
    await box.zhao.press("节点完成", topic)
    await box.zhao.press(next(each for each in topic.last.buttons if "勘察" in each), topic)
    await box.zhao.says("勘察完成", topic)
    before = len(box.wang.texts)
    for day in (23, 24, 25, 26, 27):
        await until(box, 3, day, 8, 31)
    newer = box.wang.texts[before:]
    assert any("报批" in each for each in newer)
    assert not any("“勘察”" in each for each in newer)


async def test_an_open_question_is_dropped_and_a_draft_is_kept(box: Box) -> None:
    topic = await assigned(box, "食堂的菜太咸了")
    await box.chen.says("宿舍没有热水")
    await box.wang.press("退回")
    await box.passes(days=6, step_hours=24)
    await box.wang.says("我想反映停车位不够")
    assert "待签收" in topic.name
    await box.passes(days=40, step_hours=24 * 5)
    await box.chen.starts()
    assert any("热水" in each for each in box.chen.texts[-2:])
