"""A preview's button does what its preview showed: pressed on an older one, the newest is shown and nothing is sent."""

from __future__ import annotations

from tests.acceptance.kit import Box, Person, Place, Shown
from tests.acceptance.test_broadcast import send_button, writes
from tests.acceptance.test_campaigns import opened
from tests.acceptance.test_manager_instructing import assigned
from tests.acceptance.test_tasks import one
from tests.acceptance.test_visits import box_at_the_gate

CHANGED = "最新的在下面"


async def old(person: Person, label: str, on: Shown, place: Place | None = None) -> Shown:
    """What comes of pressing an older preview's button: the newest preview."""
    toast = await person.press(label, on=on)
    assert CHANGED in toast
    newest = (place or person).last
    assert newest.id != on.id
    return newest


async def test_an_announcement_a_proposal_and_progress_go_out_as_they_were_last_shown(box: Box) -> None:
    await opened(box)
    await box.zhang.press("我要提建议")
    await box.zhang.says("修车棚")
    first = box.zhang.last
    await box.zhang.says("还要装灯")
    newest = await old(box.zhang, "提交", first)
    assert "装灯" in newest.text
    assert "改为实名" in (await old(box.zhang, "改为实名", first)).buttons, "nothing was changed by an old button"
    await box.zhang.press("提交")
    await box.li.says("/campaign")
    await box.li.press("1. 我为群众办实事")
    assert box.li.mentions("装灯")

    await writes(box, box.he, "一分厂")
    review, send = box.he.last, send_button(box.he)
    await box.he.says("补一句：周五停水")
    assert "周五停水" in (await old(box.he, send, review)).text
    assert not box.wang.mentions("周五停水")
    await box.he.press("取消")

    await one(box)
    await box.wang.press("进展")
    await box.wang.says("电线已经买了")
    shown = box.wang.last
    await box.wang.says("等电工来装")
    assert "等电工来装" in (await old(box.wang, "发出", shown)).text
    assert not box.plant.mentions("电线已经买了")
    await box.wang.press("发出")
    assert box.plant.mentions("等电工来装")


async def test_an_instruction_a_call_and_a_round_end_as_they_were_last_shown(box: Box) -> None:
    number = await assigned(box)
    await box.lin.says("/digest")
    await box.lin.press("逐件查看")
    await box.lin.press("全部在办 1")
    await box.lin.press(number)
    matter = box.lin.last
    await box.lin.says("这件事本周必须解决", reply_to=matter)
    shown = box.lin.last
    await box.lin.says("下周一当面报告", reply_to=matter)
    newest = await old(box.lin, "作为督办发出", shown)
    assert "下周一当面报告" in newest.text
    assert not box.wang.mentions("下周一当面报告")

    await box.zhao.says("/log 专线 张师傅", box.plant)
    await box.zhao.says("澡堂没有热水", box.plant)
    shown = box.plant.last
    await box.zhao.says("已经三天了", box.plant)
    assert "已经三天了" in (await old(box.zhao, "提交", shown, box.plant)).text
    await box.zhao.press("提交", box.plant)

    await box_at_the_gate(box)
    await box.zhao.says("/open", box.plant)
    await box.zhao.press("大门意见箱", box.plant)
    await box.zhao.says("2 | 李明 | 完好", box.plant)
    await box.zhao.says("食堂的菜太咸了", box.plant)
    await box.zhao.press("完成", box.plant)
    shown = box.plant.last
    await box.zhao.says("班车太早", box.plant)
    assert "班车太早" in (await old(box.zhao, "确认结束", shown, box.plant)).text
    assert not any("班车" in each.name for each in box.plant.topics)


async def test_a_survey_is_sent_as_it_was_last_shown(box: Box) -> None:
    await box.zhang.starts()
    await box.li.says("/survey")
    await box.li.press("新的问卷")
    await box.li.says("食堂满意度")
    await box.li.says("1. 菜怎么样？（单选）\nA. 好\nB. 不好")
    await box.li.press("选择范围")
    await box.li.press(next(each for each in box.li.last.buttons if "集团公司" in each))
    units = box.li.last
    await box.li.says("/survey")
    await box.li.press("1. 食堂满意度")
    await box.li.press("改为实名")
    newest = await old(box.li, "发出", units)
    assert "实名" in newest.text
    assert not box.zhang.mentions("食堂满意度")


async def test_a_draft_of_the_desk_is_sent_as_it_was_shown_and_waits_while_another_is_written(box: Box) -> None:
    topic = box.plant.topic(await box.raises(box.zhang, "食堂的菜太咸了"))
    await box.zhao.press("答复", topic)
    await box.zhao.says("已换厨师", topic)
    first, data = topic.last, str(topic.last.button("支持")["callback_data"])
    await box.zhao.press("取消", topic)
    await box.zhao.press("答复", topic)
    await box.zhao.says("已换供货商", topic)
    heard = len(box.zhang.texts)
    assert "最新一条" in (await box.zhao.presses_data(data, on=first)).text
    assert len(box.zhang.texts) == heard
    # Another is begun: the words stand aside, and are there again when that is put away.
    await box.zhao.press("不予受理", topic)
    await box.zhao.press("不属于本信箱受理范围", topic)
    assert topic.mentions("前一份没有写完，已替您留着：SJ-2026-0001 已换供货商")
    await box.zhao.press("收起", on=topic.with_button("发出，不予受理"))
    await box.zhao.press("继续：SJ-2026-0001 已换供货商", topic)
    assert "已换供货商" in topic.last.text
    await box.zhao.press("支持", topic)
    assert box.zhang.mentions("已换供货商")
    # So does an extension; once nothing can come of it, it is offered no more.
    other = box.plant.topic(await box.raises(box.chen, "班车太早"))
    await box.zhao.press("受理", other)
    await box.zhao.press("更多", other)
    await box.zhao.press("延期", other)
    await box.zhao.says("等车队排班，3天", other)
    await box.zhao.press("答复", other)
    assert other.mentions("已替您留着：SJ-2026-0002 等车队排班")
    await box.zhao.says("已调整", other)
    await box.zhao.press("支持", other)
    assert box.chen.mentions("已调整")
    assert not other.mentions("还有没写完的")
