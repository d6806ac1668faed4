"""Whom words in a topic are for: private by any mark, asked about when in doubt, notes to colleagues."""

from __future__ import annotations

import pytest

from handlers.cases.sent_words import STANDS_SECONDS
from tests.acceptance.kit import Box, Thread

TAKEN, DELIVERED = "✍", "👌"
ASKED = "这句话是给反映人的吗"


async def opened(box: Box) -> Thread:
    """A ticket's topic."""
    return box.plant.topic(await box.raises(box.zhang, "食堂的菜太咸了"))


async def test_a_note_is_one_however_a_keyboard_types_it(box: Box) -> None:
    topic = await opened(box)
    heard = len(box.zhang.texts)
    for mark in ("、、", "/ /", "\u200b//", "／、", "\ufeff、 、", "///", "〳//"[1:], "⁄⁄"):
        note = await box.zhao.says(f"{mark} 先不说", topic)
        assert note.reactions == [TAKEN], mark
        photo = await box.zhao.sends_photo(topic, caption=f"{mark}现场")
        assert photo.reactions == [TAKEN], mark
    assert len(box.zhang.texts) == heard
    assert not topic.mentions("已发给反映人")


async def test_a_command_is_one_however_a_keyboard_types_it(box: Box) -> None:
    topic = await opened(box)
    said = await box.zhao.says("发错了的话", topic)
    copy = box.zhang.find("发错了的话")
    heard = len(box.zhang.texts)
    await box.zhao.says("／todo", topic)
    assert "件，最急的在前" in topic.last.text
    await box.zhao.says("、find 食堂", topic)
    assert "找到 1 件" in topic.last.text
    await box.zhao.says("、ｒｅｃａｌｌ", topic, reply_to=said)
    assert copy.gone
    assert len(box.zhang.texts) == heard - 1
    for typed in ("／my", "、my", " /my", "\u200b／ｍｙ"):
        await box.chen.says(typed)
        assert "还没有提交过反映" in box.chen.last.text, typed
    await box.chen.says("、foo 食堂")
    assert "没有 /foo 这个命令" in box.chen.last.text
    await box.wang.says("、todo")
    assert not box.wang.has_button("提交")


@pytest.mark.parametrize(
    "text", ["／已处理好了", "、还有一件", "/find食堂", "「//先不说」", "收到\n// 先别告诉他", "\\\\先不说", "、foo"]
)
async def test_what_begins_with_half_a_mark_is_asked_about(box: Box, text: str) -> None:
    topic = await opened(box)
    heard = len(box.zhang.texts)
    said = await box.zhao.says(text, topic)
    assert ASKED in topic.last.text
    assert said.reactions == []
    # What comes before it is answered joins it, and an older question sends nothing.
    first = topic.last
    more = await box.zhao.says("又想到一句", topic)
    assert "又想到一句" in topic.last.text
    assert first.gone
    assert "只有本人" in await box.li.press("发给反映人", topic)
    assert len(box.zhang.texts) == heard
    await box.zhao.press("记为备注", topic)
    assert said.reactions == more.reactions == [TAKEN]
    assert len(box.zhang.texts) == heard
    await box.zhao.says("已经问了后勤", topic)
    assert "已经问了后勤" in box.zhang.last.text
    # What nobody answered for an hour catches no more words; it can still be answered where it stands.
    await box.zhao.says(text, topic)
    question = topic.last
    await box.passes(hours=2)
    await box.zhao.says("明天给您答复", topic)
    assert box.zhang.last.text.endswith("明天给您答复")
    await box.zhao.press("不发", on=question)
    assert "没有发出" in question.text


async def test_whoever_is_asked_can_send_or_drop(box: Box) -> None:
    topic = await opened(box)
    said = await box.zhao.says("/ 已处理好了", topic)
    await box.zhao.edits(said, "已处理好了，／谢谢")
    assert "，／谢谢" in topic.last.text
    question = topic.last
    await box.zhao.press("发给反映人", topic)
    assert box.zhang.last.text.endswith("已处理好了，／谢谢")
    assert said.reactions == [DELIVERED]
    assert question.gone
    await box.zhao.edits(said, "已处理好了")
    assert "已修改" in box.zhang.last.text
    heard = len(box.zhang.texts)
    await box.zhao.sends_album(2, topic, caption="、现场照片")
    assert "附件 2 个" in topic.find(ASKED).text
    await box.zhao.press("不发", topic)
    assert "没有发出，也没有记下" in topic.last.text
    await box.restart()
    assert len(box.zhang.texts) == heard


async def test_an_edit_makes_no_sent_word_private_and_offers_to_take_it_back(box: Box) -> None:
    topic = await opened(box)
    said = await box.zhao.says("已处理", topic)
    copy = box.zhang.last
    for text in ("、、 已处理", "/ / 已处理", "@李梅 已处理", "、已处理"):
        await box.zhao.edits(said, text)
        assert not copy.edited
        assert "已经发给反映人" in topic.last.text
    await box.zhao.press("撤回", on=topic.last)
    assert copy.gone


async def test_words_to_a_colleague_are_notes(box: Box) -> None:
    topic = await opened(box)
    heard = len(box.zhang.texts)
    to_all = await box.zhao.says("@李梅 你那边收到过吗", topic)
    assert to_all.reactions == [TAKEN]
    assert "已记为内部备注" in topic.last.text
    hints = len(topic.texts)
    answer = await box.li.says("收到过，上周的", topic, reply_to=to_all)
    assert answer.reactions == [TAKEN]
    for text in ("＠李梅 再看看", "@limei_2001 再看看"):
        assert (await box.zhao.says(text, topic)).reactions == [TAKEN]
    # Said once to each in a topic: a talk is not answered line by line.
    assert len(topic.texts) == hints + 1
    # Named in the middle: it may be for either.
    await box.zhao.says("请找 @李梅 问一下", topic)
    assert ASKED in topic.last.text
    await box.zhao.press("不发", topic)
    note = await box.zhao.says("// 我自己的备注", topic)
    await box.zhao.says("补充一句", topic, reply_to=note)
    assert "自己的备注" in topic.last.text
    await box.zhao.press("记为备注", topic)
    assert len(box.zhang.texts) == heard
    # While a question is open it is no answer to it.
    await box.zhao.press("答复", topic)
    await box.zhao.says("@李梅 这样答行吗", topic)
    await box.li.says("行", topic, reply_to=to_all)
    await box.zhao.says("、这样答", topic)
    assert "没有当作回答" in topic.last.text
    await box.zhao.says("已换厨师", topic)
    assert "已换厨师" in topic.last.text
    assert "这样答行吗" not in topic.last.text
    assert len(box.zhang.texts) == heard


async def test_a_reply_to_the_raisers_words_answers_them_and_one_to_the_owners_is_asked_about(box: Box) -> None:
    topic = await opened(box)
    await box.zhao.press("转办/派单", topic)
    await box.zhao.press("一分厂 王建国（本类别）", topic)
    await box.wang.press("签收")
    await box.wang.says("厨师换好了", reply_to=box.wang.last)
    await box.zhao.says("什么时候换的", topic, reply_to=topic.find("厨师换好了"))
    assert ASKED in topic.last.text
    await box.zhao.press("不发", topic)
    assert not box.zhang.mentions("什么时候换的")
    await box.zhang.says("是二号窗口", reply_to=box.zhang.last)
    await box.zhao.says("知道了", topic, reply_to=topic.find("是二号窗口"))
    assert box.zhang.mentions("知道了")


@pytest.mark.parametrize(
    ("way", "typed", "offered"),
    [
        (("不予受理",), "厂里说不清楚", "用作不予受理的理由"),
        (("不予受理",), "不属于本信箱受理范围", "不属于本信箱受理范围"),
        (("转办/派单",), "王建国", "一分厂 王建国（本类别）"),
        (("转办/派单",), "转给集团公司吧", "集团公司"),
        (("更多", "改类别"), "宿舍", "宿舍"),
        (("更多", "改紧急程度"), "特急", "特急（1 个工作日）"),
        (("更多", "转给其他单位"), "一车间", "一车间"),
        (("更多",), "食堂已经换了厨师", None),
        (("更多", "涉及承办人"), "就是王师傅", None),
    ],
)
async def test_what_is_typed_where_something_is_to_be_pressed_is_asked_about(
    box: Box, way: tuple[str, ...], typed: str, offered: str | None
) -> None:
    topic = await opened(box)
    heard = len(box.zhang.texts)
    for label in way:
        await box.zhao.press(label, topic)
    await box.zhao.says(typed, topic)
    assert ASKED in topic.last.text
    assert len(box.zhang.texts) == heard
    if offered is not None:
        assert topic.last.has(offered), topic.last.buttons
        await box.zhao.press(offered, on=topic.last)
        assert ASKED not in topic.last.text
        if "理由" in offered:
            assert f"理由：{typed}" in topic.last.text
            await box.zhao.press("发出，不予受理", topic)
            assert typed in box.zhang.last.text
        assert all(typed not in each for each in box.zhang.texts[heard:]) or "理由" in offered
    else:
        await box.zhao.press("发给反映人", topic)
        assert typed in box.zhang.last.text
        # Asked about once: who goes on writes to the raiser.
        await box.zhao.says("再说一句", topic)
        assert "再说一句" in box.zhang.last.text


async def test_choices_bind_nobody_else_and_nothing_after_they_are_made(box: Box) -> None:
    topic = await opened(box)
    await box.zhao.press("更多", topic)
    await box.li.says("集团也在看", topic)
    assert "集团也在看" in box.zhang.last.text
    await box.zhao.press("改类别", topic)
    await box.zhao.press("宿舍", topic)
    await box.zhao.says("我们在看", topic)
    assert "我们在看" in box.zhang.last.text
    await box.zhao.press("不予受理", topic)
    await box.zhao.press("收起", topic)
    await box.zhao.says("马上去看", topic)
    assert "马上去看" in box.zhang.last.text
    # An answer to the raiser's own words is one, whatever stands open.
    await box.zhang.says("是二号窗口", reply_to=box.zhang.last)
    await box.zhao.press("更多", topic)
    await box.zhao.says("二号窗口记下了", topic, reply_to=topic.find("是二号窗口"))
    assert "二号窗口记下了" in box.zhang.last.text


async def test_each_topic_keeps_its_own_question(box: Box) -> None:
    topic, other = await opened(box), box.plant.topic(await box.raises(box.chen, "宿舍没有热水"))
    await box.zhao.press("更多", topic)
    await box.zhao.press("答复", other)
    await box.zhao.says("上一件的话", topic)
    assert ASKED in topic.last.text
    await box.zhao.press("不发", topic)
    await box.zhao.press("答复", topic)
    for place, raiser in ((topic, box.zhang), (other, box.chen)):
        heard = len(raiser.texts)
        await box.zhao.says("答复的话", place)
        assert "请选择结论" in place.last.text
        assert len(raiser.texts) == heard


async def test_each_sent_word_says_so_and_can_be_taken_back_for_a_while(box: Box) -> None:
    topic = await opened(box)
    one = await box.zhao.says("第一句", topic)
    line = topic.last
    assert line.text == "已发给反映人。"
    assert line.reply_to == one.id
    two = await box.zhao.says("第二句", topic)
    assert line.gone
    assert [each.reply_to for each in topic.shown if each.has("撤回")] == [two.id]
    copy = box.zhang.find("第二句")
    await box.zhao.press("撤回", topic)
    assert copy.gone
    assert topic.last.text == "已从反映人那里撤回，记录里保留。"
    assert not topic.has_button("撤回")
    await box.zhao.says("第三句", topic)
    line = topic.last
    await box.passes(seconds=STANDS_SECONDS + 1)
    assert line.gone
    assert box.zhang.mentions("第三句")
    # One button too late, or made up by somebody who has no say here.
    data = f"desk_recall:{1}:{999}"
    assert (await box.zhao.presses_data(data, on=topic.card)).alert
    assert (await box.he.presses_data(data, on=topic.card)).alert


async def test_in_a_group_without_topics(box: Box) -> None:
    box.world.set_forum(box.li.id, box.plant.chat, False)
    await box.settled()
    number = await box.raises(box.zhang, "食堂的菜太咸了")
    card = box.plant.find(number)
    heard = len(box.zhang.texts)
    for text in ("、、先不说", "/ /先不说", "\u200b//先不说", "@李梅 先不说"):
        assert (await box.zhao.says(text, box.plant, reply_to=card)).reactions == [TAKEN]
    said = await box.zhao.says("、先看看", box.plant, reply_to=card)
    assert ASKED in box.plant.last.text
    await box.zhao.press("不发", box.plant)
    await box.zhao.press("不予受理", on=card)
    await box.zhao.says("说不清楚", box.plant)
    assert ASKED in box.plant.last.text
    assert box.plant.last.has("用作不予受理的理由")
    await box.zhao.press("不发", box.plant)
    assert len(box.zhang.texts) == heard
    sent = await box.zhao.says("我们在看", box.plant, reply_to=card)
    assert "我们在看" in box.zhang.last.text
    assert "已发给反映人" in box.plant.last.text
    assert (await box.li.says("好的", box.plant, reply_to=sent)).reactions == [TAKEN]
    await box.li.says("中午吃什么", box.plant)
    assert len(box.zhang.texts) == heard + 1
    assert said.reactions == []


async def test_a_ready_answer_is_no_note_and_holds_no_code(box: Box) -> None:
    await box.zhao.says("/t 内部 = 、、先不说", box.plant)
    assert "不能用" in box.plant.last.text
    await box.zhao.says("、t 已转 ＝ 已转后勤。", box.plant)
    assert "已保存" in box.plant.last.text


async def test_no_menu_of_a_topic_lets_typed_words_through(box: Box) -> None:
    topic = await opened(box)
    heard = len(box.zhang.texts)
    await box.zhao.press("更多", topic)
    menus = [["不予受理"], ["转办/派单"], ["并案"], ["更多"]]
    menus += [["更多", each] for each in topic.last.buttons if each not in ("全过程", "请求公开姓名", "收起")]
    for way in menus:
        for label in way:
            await box.zhao.press(label, topic)
        await box.zhao.says("这句不该到反映人那里", topic)
        assert len(box.zhang.texts) == heard or not box.zhang.mentions("这句不该到反映人那里"), way
        for label in ("不发", "取消", "收起"):
            if topic.last.has(label):
                await box.zhao.press(label, topic)
        await box.zhao.says("/cancel", topic)
    assert not box.zhang.mentions("这句不该到反映人那里")


async def test_there_are_no_notes_where_words_go_on_to_others(box: Box) -> None:
    topic = await opened(box)
    await box.zhao.press("转办/派单", topic)
    await box.zhao.press("一分厂 王建国（本类别）", topic)
    await box.wang.press("签收")
    shown = len(topic.texts)
    for mark in ("//", "、、", "/ /"):
        await box.wang.says(f"{mark} 先别说出去", reply_to=box.wang.find("签收"))
        assert "没有内部备注" in box.wang.last.text
    await box.wang.press("进展")
    await box.wang.says("、、先别说出去")
    assert "没有内部备注" in box.wang.last.text
    assert len(topic.texts) == shown
    await box.zhao.says("/tasks", box.plant)
    await box.zhao.press("新增督办事项", box.plant)
    await box.zhao.says("食堂 | 食堂换锅 | 买新锅 | 王建国 | 3月20日", box.plant)
    task = next(each for each in reversed(box.wang.shown) if "食堂换锅" in each.text)
    await box.wang.says("、、还没买", reply_to=task)
    assert "没有内部备注" in box.wang.last.text
    assert not box.plant.mentions("还没买")
