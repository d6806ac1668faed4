"""Danger to life or limb: help at once, urgent, the secretaries first and at any hour; a false alarm hurts nobody."""

from __future__ import annotations

from bot.settings.models import Danger
from tests.acceptance.kit import Box
from tests.acceptance.test_surveys import filled, sent

NIGHT = 14


async def test_who_writes_that_they_do_not_want_to_live_is_helped_at_once(box: Box) -> None:
    await box.passes(hours=NIGHT)
    await box.zhang.says("组长天天骂我，我真的不想活了")
    warm = box.zhang.find("12356")
    assert "120" in warm.text
    assert "110" in warm.text
    assert "现在还没有人看到您写的" in warm.text
    assert not box.zhao.mentions("特急"), "before it is submitted nobody knows"
    await box.zhang.says("就在宿舍楼顶")
    assert sum("12356" in each for each in box.zhang.texts) == 1, "said once, not at every message"
    await box.drafts(box.zhang, "请帮帮我", "匿名")
    await box.zhang.press("提交")
    topic = box.plant.topics[0]
    number = topic.name.split()[0]
    # At eleven at night: in the group with its sound, and in the secretary's own chat.
    alarm = topic.find("人身危险】")
    assert "特急" in alarm.text
    assert number in box.zhao.find("特急").text
    assert "特急" in topic.card.text
    assert "[人身危险]" in topic.card.text
    assert "已送到信箱专员" in box.zhang.last.text
    assert "12356" in box.zhang.last.text
    # Taken back with two presses, and nobody is told anything hurtful.
    await box.zhao.press("不是危险，改紧急程度", topic)
    await box.zhao.press(next(each for each in topic.last.buttons if each.startswith("一般")), topic)
    assert "[人身危险]" not in topic.card.text
    assert "误" not in "".join(box.zhang.texts)


async def test_danger_that_comes_later_or_by_phone_is_as_urgent(box: Box) -> None:
    topic = box.plant.topic(await box.raises(box.zhang, "班组排班不公平"))
    await box.zhao.press("受理", topic)
    assert "特急" not in topic.card.text
    await box.passes(hours=NIGHT)
    await box.zhang.press("补充")
    await box.zhang.says("车间刚才起火了，有人晕倒")
    assert "119" in box.zhang.find("着火打").text
    assert "特急" in topic.card.text
    assert "[人身危险]" in topic.card.text
    assert "正在发生的危险" in topic.texts[-1] or topic.mentions("正在发生的危险")
    assert box.zhao.mentions("正在发生的危险")
    # The number to call was asked for: it waits for no second press, of whoever is not named either.
    await box.zhang.says("打我电话 13812345678", reply_to=box.zhang.last)
    assert "13812345678" in topic.last.text
    await box.zhao.says("/log 专线 13800000000", box.plant)
    await box.zhao.says("来电人说想跳楼", box.plant)
    assert "12356" in box.plant.last.text
    await box.zhao.press("提交", box.plant)
    called = box.plant.topics[-1]
    assert "按留下的联系方式" in called.find("人身危险】").text


async def test_the_words_are_the_offices_and_idioms_hurt_nobody(box: Box) -> None:
    await box.zhang.says("食堂的饭难吃得要死，车间热死了")
    assert not box.zhang.mentions("12356")
    await box.zhang.says("/cancel")
    await box.zhang.press("取消")
    await box.program.take(box.settings.model_copy(update={"danger": Danger(mind=("心里堵得慌",))}))
    await box.chen.starts()
    await box.chen.says("最近心里堵得慌")
    assert box.chen.mentions("12356")


async def test_an_english_reader_is_helped_in_english(box: Box) -> None:
    someone = box.newcomer("Ann", language="en")
    await someone.starts()
    await someone.says("I can't sleep and I want to die")
    assert "psychological help is 12356" in someone.find("12356").text


async def test_where_nobody_reads_it_at_once_help_is_said_all_the_same(box: Box) -> None:
    await sent(box)
    await filled(box.chen, "活着没意思")
    assert "不会马上有人看到" in box.chen.find("12356").text
    assert not any("人身危险" in each for each in box.plant.texts)
