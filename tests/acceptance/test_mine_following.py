"""A raiser and their own tickets: the list, one with its story, adding, urging, withdrawing."""

from __future__ import annotations

import pytest

from tests.acceptance.kit import Box, Person, Thread


async def answer(box: Box, topic: Thread, text: str = "已换厨师，明天起改善。", by: Person | None = None) -> None:
    """The desk answers."""
    desk = by or box.zhao
    await desk.press("答复", topic)
    await desk.says(text, topic)
    await desk.press("支持", topic)


async def test_the_list_is_empty_in_words(box: Box) -> None:
    await box.zhang.says("/my")
    assert "还没有提交过" in box.zhang.last.text


async def test_the_list_shows_the_state_in_words_and_opens_each(box: Box) -> None:
    first = await box.raises(box.zhang, "食堂的菜太咸了", "隐名")
    second = await box.raises(box.zhang, "宿舍没有热水", "匿名")
    await box.zhao.press("受理", box.plant.topic(first))
    await box.zhang.says("/my")
    text = box.zhang.last.text
    assert "共 2 件" in text
    assert "已受理，正在安排" in text
    assert "已收到，等待受理" in text
    await box.zhang.press(next(each for each in box.zhang.last.buttons if second in each))
    assert box.zhang.last.text.startswith(f"{second} · 已收到，等待受理")


async def test_a_long_list_is_read_by_pages(box: Box) -> None:
    numbers = [await box.raises(box.zhang, f"第{n}件事，食堂太咸", "隐名") for n in range(8)]
    await box.zhang.says("/my")
    seen = {each for each in numbers if each in box.zhang.last.text}
    await box.zhang.press("下一页")
    seen |= {each for each in numbers if each in box.zhang.last.text}
    assert seen == set(numbers)
    assert not any(each.button("上一页") is None for each in box.zhang.shown if "上一页" in each.buttons)


async def test_the_story_tells_what_the_raiser_may_know_and_nothing_else(box: Box) -> None:
    number = await box.raises(box.zhang, "食堂的菜太咸了", "匿名")
    topic = box.plant.topic(number)
    await box.zhao.says("// 这个人可能是张三", topic)
    await box.zhao.press("转办/派单", topic)
    await box.zhao.press(topic.last.buttons[0], topic)
    await box.wang.press("签收")
    await box.wang.press("进展")
    await box.wang.says("内部说明：厨师请假了")
    await box.zhao.says("请问是哪个窗口？", topic)
    await box.zhang.press("查看进展")
    story = box.zhang.last.text
    assert "一分厂" in story
    assert "承办部门签收" in story
    assert "请问是哪个窗口" in story
    for hidden in ("王建国", "厨师请假", "可能是张三", "赵敏"):
        assert hidden not in story
    await answer(box, topic)
    await box.zhang.press("查看进展")
    assert "已换厨师，明天起改善。" in box.zhang.last.text
    assert "答复（支持）" in box.zhang.last.text


async def test_a_reply_to_any_message_about_a_ticket_goes_there(box: Box) -> None:
    first = await box.raises(box.zhang, "食堂的菜太咸了", "隐名")
    receipt = box.zhang.find(first)
    await box.raises(box.zhang, "宿舍没有热水", "隐名")
    await box.zhang.says("今天更咸", reply_to=receipt)
    topic = box.plant.topic(first)
    assert topic.mentions("今天更咸")
    assert f"已补充到 {first}" in box.zhang.last.text
    await box.zhang.says("/my")
    await box.zhang.press(next(each for each in box.zhang.last.buttons if first in each))
    await box.zhang.says("汤也咸", reply_to=box.zhang.last)
    assert topic.mentions("汤也咸")


async def test_an_album_as_a_reply_arrives_together_and_without_names(box: Box) -> None:
    number = await box.raises(box.zhang, "食堂的菜太咸了", "匿名")
    receipt = box.zhang.find(number)
    await box.zhang.sends_album(3, caption="今天的菜", kind="document", reply_to=receipt)
    topic = box.plant.topic(number)
    files = [each for each in topic.shown if each.files]
    assert len(files) == 3
    assert topic.mentions("今天的菜")
    assert len([each for each in box.zhang.texts if "已补充到" in each]) == 1
    assert not any("0.txt" in str(each.files[0].name) for each in files)


async def test_the_button_takes_several_messages_and_then_lets_go(box: Box) -> None:
    number = await box.raises(box.zhang, "食堂的菜太咸了", "隐名")
    await box.raises(box.zhang, "宿舍没有热水", "隐名")
    topic = box.plant.topic(number)
    await box.zhang.press("补充", on=next(each for each in box.zhang.shown if "已收到，编号" in each.text))
    await box.zhang.says("今天更咸")
    await box.zhang.sends_photo()
    assert topic.mentions("今天更咸")
    assert [file.kind for each in topic.shown for file in each.files] == ["photo"]
    await box.passes(minutes=30)
    await box.zhang.says("电梯又坏了")
    assert "还没有提交" in box.zhang.last.text
    assert not topic.mentions("电梯")


async def test_an_open_question_can_be_cancelled(box: Box) -> None:
    number = await box.raises(box.zhang, "食堂的菜太咸了", "隐名")
    await box.zhang.press("补充")
    await box.zhang.press("取消")
    await box.zhang.says("电梯又坏了")
    assert not box.plant.topic(number).mentions("电梯")


async def test_a_changed_message_reaches_the_thread_marked_with_the_old_text_kept(box: Box) -> None:
    number = await box.raises(box.zhang, "食堂的菜太咸了", "隐名")
    topic = box.plant.topic(number)
    said = await box.zhang.says("今天更咸", reply_to=box.zhang.find(number))
    await box.zhang.edits(said, "今天更辣")
    assert "修改" in topic.last.text
    assert "今天更辣" in topic.last.text
    assert topic.mentions("今天更咸")
    await box.zhang.press("查看进展")
    assert "今天更辣" in box.zhang.last.text


async def test_what_cannot_be_kept_is_said_on_the_way_to_a_ticket_too(box: Box) -> None:
    number = await box.raises(box.zhang, "食堂的菜太咸了", "隐名")
    before = len(box.plant.topic(number).texts)
    await box.zhang.press("补充")
    await box.zhang.sends_sticker()
    assert "表情贴纸" in box.zhang.last.text
    assert len(box.plant.topic(number).texts) == before
    await box.zhang.says("文字补充")
    assert box.plant.topic(number).mentions("文字补充")


async def test_a_long_addition_arrives_whole(box: Box) -> None:
    number = await box.raises(box.zhang, "食堂的菜太咸了", "隐名")
    words = "".join(f"第{n}天还是很咸，没有人管。" for n in range(1, 300))[:4000]
    await box.zhang.says(words, reply_to=box.zhang.find(number))
    said = "".join(box.plant.topic(number).texts)
    assert [n for n in range(1, 280) if f"第{n}天" in words and f"第{n}天" not in said] == []


async def test_urging_reaches_the_desk_once_a_day(box: Box) -> None:
    number = await box.raises(box.zhang, "食堂的菜太咸了", "隐名")
    await box.zhang.press("查看进展")
    await box.zhang.press("催办")
    assert "催办已转告信箱专员。" in box.zhang.last.text
    assert box.plant.topic(number).mentions("催办（第 1 次）")
    toast = await box.zhang.press("催办")
    assert "已经催办过" in toast
    await box.passes(workdays=1)
    await box.zhang.press("催办")
    assert box.plant.topic(number).mentions("催办（第 2 次）")


async def test_withdrawing_asks_first(box: Box) -> None:
    number = await box.raises(box.zhang, "食堂的菜太咸了", "隐名")
    topic = box.plant.topic(number)
    await box.zhang.press("查看进展")
    await box.zhang.press("撤回")
    await box.zhang.press("不撤回")
    assert "没有撤回" in box.zhang.last.text
    assert "待受理" in topic.name
    await box.zhang.press("撤回")
    await box.zhang.press("确认撤回")
    assert "已撤回" in box.zhang.last.text
    assert "已撤回" in topic.name
    await box.zhang.press("查看进展")
    assert box.zhang.last.buttons == ["补充"]
    await box.zhang.says("其实还想说", reply_to=box.zhang.last)
    # There is no way back, so none is promised.
    assert "另提一件" in box.zhang.last.text
    assert "按钮" not in box.zhang.last.text


@pytest.mark.parametrize(
    "forged",
    [
        "mine_open:1",
        "mine_open:999999",
        "mine_open",
        "mine_supplement:1",
        "mine_urge:1",
        "mine_withdraw:1",
        "mine_gone:1",
        "mine_keep:1",
        "mine_rate:1:contacted:yes",
        "mine_rating:1",
        "mine_why:1",
        "mine_reopen:1",
        "mine_appeal:1",
        "mine_review:1",
        "mine_bind:1",
        "mine_reveal:1",
        "mine_hide:1",
    ],
)
async def test_nothing_of_other_peoples_tickets_is_shown_or_done(box: Box, forged: str) -> None:
    number = await box.raises(box.zhang, "食堂的菜太咸了", "隐名")
    topic = box.plant.topic(number)
    before = (topic.card.text, len(topic.texts))
    await box.chen.starts()
    toast = await box.chen.presses_data(forged, on=box.chen.last)
    assert toast.alert
    assert number not in "".join([toast, *box.chen.texts])
    assert "太咸" not in "".join([toast, *box.chen.texts])
    assert (topic.card.text, len(topic.texts)) == before
    # In a group the raiser's own buttons do nothing either: others would read along.
    box.plant.chat.members[box.zhang.id] = next(iter(box.plant.chat.members.values()))
    toast = await box.zhang.presses_data(forged, on=topic.card)
    assert toast.alert


async def test_a_hidden_raiser_is_asked_for_their_name_and_may_refuse(box: Box) -> None:
    number = await box.raises(box.zhang, "食堂的菜太咸了", "隐名")
    topic = box.plant.topic(number)
    await ask_name(box, topic)
    refused = box.zhang.with_button("不同意").button("不同意")["callback_data"]
    await box.zhang.press("不同意")
    assert "不公开" in box.zhang.last.text
    assert topic.mentions("不同意公开姓名")
    toast = await box.zhang.presses_data(refused, on=box.zhang.last)
    assert toast.alert
    assert sum("不同意公开姓名" in each for each in topic.texts) == 1
    await ask_name(box, topic)
    await box.zhang.press("同意公开姓名")
    assert "张三" in topic.card.text


async def ask_name(box: Box, topic: Thread) -> None:
    await box.zhao.press("更多", topic)
    await box.zhao.press("请求公开姓名", topic)
    await box.zhao.says("需要上门核实", topic)


async def test_who_blocked_the_bot_hears_it_all_when_they_come_back(box: Box) -> None:
    number = await box.raises(box.zhang, "食堂的菜太咸了", "隐名")
    topic = box.plant.topic(number)
    await box.zhang.blocks()
    await box.zhao.says("请问是哪个窗口？", topic)
    assert not box.zhang.mentions("哪个窗口")
    await box.zhang.unblocks()
    await box.zhang.starts()
    assert box.zhang.mentions("哪个窗口")


async def test_the_number_alone_opens_ones_own_ticket(box: Box) -> None:
    number = await box.raises(box.zhang, "食堂的菜太咸了", "隐名")
    await box.zhang.says(number.lower())
    assert box.zhang.last.text.startswith(f"{number} · ")
    await box.chen.says(number)
    assert "太咸" not in "".join(box.chen.texts)
    assert "还没有提交" in box.chen.last.text


async def test_adding_to_what_has_ended_offers_the_way_back(box: Box) -> None:
    number = await box.raises(box.zhang, "食堂的菜太咸了", "隐名")
    topic = box.plant.topic(number)
    await answer(box, topic)
    for each in ("联系过", "解决了", "满意"):
        await box.zhang.press(each)
    await box.zhang.says("今天又咸了", reply_to=box.zhang.find(number))
    assert "已办结" in box.zhang.last.text
    assert box.zhang.last.buttons == ["没有解决，重新办理"]
    assert topic.mentions("今天又咸了")


async def test_an_unsent_draft_is_mentioned_beside_the_list(box: Box) -> None:
    await box.zhang.says("食堂的菜太咸了")
    await box.zhang.says("/my")
    assert "没有提交" in box.zhang.last.text
