"""The hotline, visits and paper boxes: written down in three messages, followed by code, answered by calling back."""

from __future__ import annotations

import re

from handlers.rules.codes import CodeState, read_follow_code
from tests.acceptance.kit import NUMBER, Box, Place


async def _logged(box: Box, place: Place, command: str, *words: str) -> tuple[str, str]:
    """The number and the follow code of what was written down."""
    await box.zhao.says(command, place)
    for each in words:
        await box.zhao.says(each, place)
    await box.zhao.press("提交", place)
    told = place.find("查询码")
    number = NUMBER.search(told.text)
    code = re.search(r"[2-9A-Z]{4} [2-9A-Z]{4} [2-9A-Z]{4}", told.text)
    assert number is not None
    assert code is not None
    assert read_follow_code(code[0])[0] is CodeState.VALID
    return number[0], code[0]


async def test_a_call_is_written_down_in_three_messages(box: Box) -> None:
    number, code = await _logged(box, box.plant, "/log 专线 张师傅 13800000000", "食堂的菜太咸了")
    topic = box.plant.topic(number)
    assert "专线电话" in topic.card.text
    assert "张师傅 13800000000" in topic.card.text
    assert "食堂" in topic.name
    await box.sun.says("/code " + code)
    assert number in "".join(box.sun.texts)
    assert "13800000000" not in "".join(box.sun.texts)
    assert sum(code in each for each in box.plant.texts) == 1


async def test_an_answer_to_somebody_without_a_chat_says_to_call_them(box: Box) -> None:
    number, _ = await _logged(box, box.zhao, "/log 来访 李师傅", "宿舍没有热水")
    topic = box.plant.topic(number)
    said = await box.zhao.says("我们问问后勤", topic)
    assert said.reactions == ["🤷"]
    assert "没有聊天账号" in topic.last.text
    await box.zhao.press("答复", topic)
    await box.zhao.says("热水已恢复", topic)
    await box.zhao.press("支持", topic)
    assert topic.mentions("请按留下的联系方式转告答复")
    await box.zhao.press("更多", topic)
    await box.zhao.press("代为评价", topic)
    await box.zhao.press("联系过", topic)
    await box.zhao.press("解决了", topic)
    await box.zhao.press("满意", topic)
    assert "已办结" in topic.name
    await box.zhao.press("更多", topic)
    await box.zhao.press("代请重新办理", topic)
    await box.zhao.says("又没热水了", topic)
    assert "已受理" in topic.name


async def test_a_slip_with_photos_from_a_box(box: Box) -> None:
    await box.zhao.says("/boxes + 东门意见箱 王师傅", box.plant)
    assert "已登记意见箱" in box.plant.last.text
    await box.zhao.says("/log 意见箱 东门意见箱", box.plant)
    await box.zhao.sends_album(2, box.plant, caption="班车总晚点")
    assert "附件 2 个" in box.plant.last.text
    await box.zhao.press("提交", box.plant)
    number = NUMBER.search(box.plant.find("查询码").text)
    assert number is not None
    topic = box.plant.topic(number[0])
    assert "意见箱（东门意见箱）" in topic.card.text
    assert sum(bool(each.files) for each in topic.shown) == 2


async def test_everything_in_the_preview_can_be_changed(box: Box) -> None:
    await box.zhao.says("/log 老刘 13811112222\n机器总坏", box.plant)
    shown = box.plant.last
    assert "专线电话" in shown.text
    await box.zhao.press("来源：专线电话", box.plant)
    await box.zhao.press("来信", box.plant)
    await box.zhao.press(next(each for each in shown.buttons if each.startswith("单位")), box.plant)
    await box.zhao.press(next(each for each in shown.buttons if "一车间" in each), box.plant)
    await box.zhao.press(next(each for each in shown.buttons if each.startswith("类别")), box.plant)
    await box.zhao.press("宿舍", box.plant)
    await box.zhao.press(next(each for each in shown.buttons if each.startswith("性质")), box.plant)
    await box.zhao.press("求助", box.plant)
    await box.zhao.press("不留姓名", box.plant)
    assert "老刘" not in shown.text
    await box.zhao.press("提交", box.plant)
    number = NUMBER.search(box.plant.find("查询码").text)
    assert number is not None
    card = box.plant.topic(number[0]).card.text
    for word in ("来信", "一车间", "宿舍", "求助", "匿名"):
        assert word in card
    assert "13811112222" not in "".join(box.plant.topic(number[0]).texts)


async def test_only_a_secretary_writes_down(box: Box) -> None:
    await box.zhang.says("/log 专线 张三")
    assert "信箱专员" in box.zhang.last.text
    await box.he.says("/log 专线 张三", box.plant)
    assert "信箱专员" in box.plant.last.text
    await box.zhao.says("/log 专线 张三", box.plant)
    await box.zhao.says("食堂的菜太咸了", box.plant)
    assert (await box.li.press("提交", box.plant)).alert


async def test_the_follow_code_can_be_given_anew(box: Box) -> None:
    number, code = await _logged(box, box.plant, "/log 专线", "食堂的菜太咸了")
    topic = box.plant.topic(number)
    await box.zhao.press("更多", topic)
    await box.zhao.press("重发查询码", topic)
    await box.zhao.press("重发", topic)
    fresh = re.search(r"[2-9A-Z]{4} [2-9A-Z]{4} [2-9A-Z]{4}", topic.last.text)
    assert fresh is not None
    assert fresh[0] != code
    await box.sun.says("/code " + code)
    assert "食堂的菜太咸了" not in "".join(box.sun.texts)
    await box.sun.says("/code " + fresh[0])
    assert number in "".join(box.sun.texts)


async def test_boxes_are_listed_added_and_taken_off(box: Box) -> None:
    await box.zhao.says("/boxes", box.plant)
    await box.zhao.press("添加", box.plant)
    await box.zhao.says("食堂门口 地点 一车间 刘师傅", box.plant)
    assert "一车间" in box.plant.last.text
    await box.zhao.says("/boxes + 食堂门口 一车间", box.plant)
    assert "已经有" in box.plant.last.text
    await box.zhao.says("/boxes 食堂", box.plant)
    assert "添加：" in box.plant.last.text
    await box.zhao.says("/boxes", box.plant)
    assert "刘师傅" in box.plant.last.text
    assert "打印海报：食堂门口" in box.plant.last.buttons
    await box.zhao.says("/boxes - 食堂门口", box.plant)
    await box.zhao.says("/boxes", box.plant)
    assert "还没有登记" in box.plant.last.text


async def test_a_supplement_on_behalf_is_on_the_ticket(box: Box) -> None:
    number, _ = await _logged(box, box.plant, "/log 专线 老刘", "食堂的菜太咸了")
    topic = box.plant.topic(number)
    await box.zhao.press("更多", topic)
    await box.zhao.press("代为补充", topic)
    await box.zhao.says("是二号窗口", topic)
    assert topic.mentions("是二号窗口")
    await box.zhao.says("/find 二号窗口", box.plant)
    assert number in box.plant.last.text


async def test_a_second_command_ends_no_work_silently(box: Box) -> None:
    await box.zhao.says("/log 专线 张师傅 13800000000", box.plant)
    await box.zhao.says("澡堂没有热水", box.plant)
    await box.zhao.says("/log 来访 李师傅", box.plant)
    assert box.plant.mentions("前一份没有写完，已替您留着：张师傅 13800000000：澡堂没有热水")
    await box.zhao.says("宿舍漏雨", box.plant)
    await box.zhao.press("提交", box.plant)
    assert "宿舍漏雨" in box.plant.topics[-1].card.text
    # Whoever has finished one is offered the other; what was written stands there as it was.
    assert "还有没写完的" in box.plant.last.text
    await box.zhao.press("继续：张师傅", box.plant)
    assert "澡堂没有热水" in box.plant.last.text
    await box.zhao.press("提交", box.plant)
    assert "张师傅 13800000000" in box.plant.topics[-1].card.text
    assert "漏雨" not in box.plant.topics[-1].card.text
    # A box that is being opened waits in the same way, and so does an announcement.
    await box.zhao.says("/visit 一线走访", box.plant)
    await box.zhao.says("夜班食堂没有热饭", box.plant)
    await box.zhao.says("/log 专线", box.plant)
    await box.zhao.says("班车太早", box.plant)
    await box.zhao.press("提交", box.plant)
    await box.zhao.press("继续：一线走访", box.plant)
    await box.zhao.says("更衣室太小", box.plant)
    assert box.plant.mentions("第 2 条：更衣室太小")
    await box.he.says("/broadcast")
    await box.he.says("周五停水")
    await box.he.says("/notice")
    assert box.he.mentions("已替您留着：周五停水") or box.he.has_button("新的通知")


async def test_what_was_put_aside_is_ones_own(box: Box) -> None:
    await box.zhao.says("/log 专线 张师傅", box.plant)
    await box.zhao.says("澡堂没有热水", box.plant)
    await box.zhao.says("/log 来访", box.plant)
    aside = box.plant.find("已替您留着")
    assert "放得太久" in await box.li.press("继续：张师傅：澡堂没有热水", on=aside)
    await box.zhao.press("继续：张师傅：澡堂没有热水", on=aside)
    assert "放得太久" in await box.zhao.press("继续：张师傅：澡堂没有热水", on=aside)
