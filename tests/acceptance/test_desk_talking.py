"""Words between a topic and the raiser: on to them, kept inside, with files, changed, taken back."""

from __future__ import annotations

from tests.acceptance.kit import Box

TAKEN, DELIVERED, FAILED = "✍", "👌", "🤷"


async def test_a_message_in_the_topic_reaches_the_raiser_and_is_marked(box: Box) -> None:
    number = await box.raises(box.zhang, "食堂的菜太咸了", "匿名")
    topic = box.plant.topic(number)
    said = await box.zhao.says("请问是哪个窗口？", topic)
    assert number in box.zhang.last.text
    assert "请问是哪个窗口？" in box.zhang.last.text
    assert said.reactions == [DELIVERED]
    assert "张三" not in "".join(topic.texts)


async def test_a_note_stays_inside(box: Box) -> None:
    number = await box.raises(box.zhang, "食堂的菜太咸了")
    topic = box.plant.topic(number)
    before = len(box.zhang.texts)
    for mark in ("//", "／／"):
        note = await box.zhao.says(f"{mark} 问过后勤了，先不说", topic)
        assert note.reactions == [TAKEN]
    photo = await box.zhao.sends_photo(topic, caption="// 现场照片")
    assert photo.reactions == [TAKEN]
    empty = await box.zhao.says("//", topic)
    assert empty.reactions == []
    assert "备注是空的" in topic.last.text
    assert len(box.zhang.texts) == before


async def test_an_album_arrives_as_one(box: Box) -> None:
    number = await box.raises(box.zhang, "食堂的菜太咸了", "隐名")
    topic = box.plant.topic(number)
    sent = await box.zhao.sends_album(3, topic, caption="整改后的样子")
    arrived = [each for each in box.zhang.shown if each.files]
    assert len(arrived) == 3
    assert sum("整改后的样子" in each.text for each in arrived) == 1
    assert [each.reactions for each in sent] == [[DELIVERED]] * 3


async def test_files_and_voice_go_through(box: Box) -> None:
    number = await box.raises(box.zhang, "食堂的菜太咸了")
    topic = box.plant.topic(number)
    await box.zhao.sends_file("菜谱.pdf", b"%PDF-1.4\n%%EOF\n", topic, caption="新菜谱")
    assert [each.name for each in box.zhang.last.files] == ["菜谱.pdf"]
    assert "新菜谱" in box.zhang.last.text
    await box.zhao.sends_voice(topic)
    assert [each.kind for each in box.zhang.last.files] == ["voice"]
    await box.zhao.sends_location(topic)
    await box.zhao.sends_contact(topic, "后勤刘师傅", "13900000000")
    assert box.zhang.mentions("13900000000")


async def test_a_poll_is_refused_in_plain_words(box: Box) -> None:
    number = await box.raises(box.zhang, "食堂的菜太咸了")
    topic = box.plant.topic(number)
    before = len(box.zhang.texts)
    await box.zhao.sends_poll(topic)
    assert "没法转给别人" in topic.last.text
    assert len(box.zhang.texts) == before


async def test_a_long_answer_arrives_whole_and_in_order(box: Box) -> None:
    number = await box.raises(box.zhang, "食堂的菜太咸了")
    topic = box.plant.topic(number)
    words = "".join(f"第{n}条意见我们研究过了，答复如下。" for n in range(1, 200))
    before = len(box.zhang.texts)
    said = await box.zhao.says(words[:3900], topic)
    arrived = "".join(box.zhang.texts[before:])
    assert [n for n in range(1, 190) if f"第{n}条" in words[:3900] and f"第{n}条" not in arrived] == []
    assert said.reactions == [DELIVERED]


async def test_a_stranger_is_told_once_a_day_and_nothing_is_sent(box: Box) -> None:
    number = await box.raises(box.zhang, "食堂的菜太咸了")
    topic = box.plant.topic(number)
    before = len(box.zhang.texts)
    await box.he.says("尽快办", topic)
    await box.he.says("听见没有", topic)
    assert sum("没有发给反映人" in each for each in topic.texts) == 1
    assert len(box.zhang.texts) == before
    await box.passes(days=1)
    await box.he.says("还没办？", topic)
    assert sum("没有发给反映人" in each for each in topic.texts) == 2


async def test_secretaries_talk_among_themselves_outside_topics(box: Box) -> None:
    await box.raises(box.zhang, "食堂的菜太咸了")
    before, said = len(box.zhang.texts), len(box.plant.texts)
    await box.zhao.says("中午吃什么", box.plant)
    assert len(box.zhang.texts) == before
    assert len(box.plant.texts) == said


async def test_two_secretaries_may_both_answer(box: Box) -> None:
    number = await box.raises(box.zhang, "食堂的菜太咸了")
    topic = box.plant.topic(number)
    await box.zhao.says("已经问了后勤", topic)
    await box.li.says("集团也在看", topic)
    assert box.zhang.mentions("已经问了后勤")
    assert box.zhang.mentions("集团也在看")


async def test_a_reply_to_a_supplement_answers_that_supplement(box: Box) -> None:
    number = await box.raises(box.zhang, "食堂的菜太咸了")
    topic = box.plant.topic(number)
    first = await box.zhang.says("是二号窗口", reply_to=box.zhang.last)
    shown = topic.find("是二号窗口")
    await box.zhang.says("还有三号窗口", reply_to=box.zhang.last)
    await box.zhao.says("二号窗口今天换厨师", topic, reply_to=shown)
    assert box.zhang.find("二号窗口今天换厨师").reply_to == first.id


async def test_a_changed_message_changes_the_raisers_copy(box: Box) -> None:
    number = await box.raises(box.zhang, "食堂的菜太咸了")
    topic = box.plant.topic(number)
    said = await box.zhao.says("明天答复", topic)
    copy = box.zhang.find("明天答复")
    await box.zhao.edits(said, "后天答复")
    assert copy.edited
    assert "后天答复" in copy.text
    assert "已修改" in copy.text
    await box.zhao.edits(said, "明天答复")
    assert "明天答复" in copy.text


async def test_an_edit_does_not_turn_a_note_into_a_message_nor_the_other_way(box: Box) -> None:
    number = await box.raises(box.zhang, "食堂的菜太咸了")
    topic = box.plant.topic(number)
    note = await box.zhao.says("// 别告诉他", topic)
    before = len(box.zhang.texts)
    await box.zhao.edits(note, "别告诉他了")
    assert len(box.zhang.texts) == before
    assert "没有发给反映人" in topic.last.text
    said = await box.zhao.says("已处理", topic)
    copy = box.zhang.last
    await box.zhao.edits(said, "// 已处理")
    assert "已处理" in copy.text
    assert not copy.edited
    assert "/recall" in topic.last.text


async def test_recall_takes_the_raisers_copy_back(box: Box) -> None:
    number = await box.raises(box.zhang, "食堂的菜太咸了")
    topic = box.plant.topic(number)
    assert "首次回复时限" in topic.card.text
    said = await box.zhao.says("发错了的话", topic)
    assert "首次回复时限" not in topic.card.text
    copy = box.zhang.find("发错了的话")
    await box.zhao.says("/recall", topic, reply_to=said)
    assert copy.gone
    # The raiser has heard nothing: the first answer is due as before.
    assert "首次回复时限：3月5日" in topic.card.text
    assert "已从反映人那里撤回" in topic.last.text
    await box.zhao.says("/recall", topic, reply_to=said)
    assert "已经撤回过" in topic.last.text
    await box.zhao.says("/recall", topic)
    assert "请回复" in topic.last.text


async def test_recall_after_two_days_says_that_it_failed(box: Box) -> None:
    number = await box.raises(box.zhang, "食堂的菜太咸了")
    topic = box.plant.topic(number)
    said = await box.zhao.says("发错了的话", topic)
    await box.passes(days=3)
    await box.zhao.says("/recall", topic, reply_to=said)
    assert box.zhang.mentions("发错了的话")
    assert "没能撤回" in topic.last.text


async def test_who_blocked_the_mailbox_gets_it_when_they_are_back(box: Box) -> None:
    number = await box.raises(box.zhang, "食堂的菜太咸了", "实名")
    topic = box.plant.topic(number)
    await box.zhang.blocks()
    said = await box.zhao.says("请问是哪个窗口？", topic)
    assert said.reactions == [FAILED]
    assert "暂时收不到" in topic.last.text
    again = await box.zhao.says("还在吗", topic)
    assert again.reactions == [FAILED]
    assert sum("暂时收不到" in each for each in topic.texts) == 1
    await box.zhang.unblocks()
    assert box.zhang.mentions("请问是哪个窗口？")
    assert box.zhang.mentions("还在吗")
    assert said.reactions == [DELIVERED]
    assert topic.mentions("已恢复")


async def test_what_waits_can_be_changed_and_taken_back(box: Box) -> None:
    number = await box.raises(box.zhang, "食堂的菜太咸了", "匿名")
    topic = box.plant.topic(number)
    await box.zhang.blocks()
    changed = await box.zhao.says("第一版的话", topic)
    gone = await box.zhao.says("不该说的话", topic)
    await box.zhao.edits(changed, "第二版的话")
    await box.zhao.says("/recall", topic, reply_to=gone)
    assert "已取消发送" in topic.last.text
    await box.zhang.unblocks()
    assert box.zhang.mentions("第二版的话")
    assert not box.zhang.mentions("第一版的话")
    assert not box.zhang.mentions("不该说的话")


async def test_only_whoever_is_asked_can_cancel_the_question(box: Box) -> None:
    number = await box.raises(box.zhang, "食堂的菜太咸了")
    topic = box.plant.topic(number)
    await box.zhao.press("答复", topic)
    await box.zhao.says("已换厨师", topic)
    shown = topic.last
    stranger = box.newcomer("路人", box.plant)
    for person in (stranger, box.li):
        assert "只有本人" in await person.press("取消", on=shown)
    assert topic.last.text == shown.text
    # Made up on the card, it takes nothing away either.
    card = topic.card.text
    await box.zhao.presses_data("ask_cancel", on=topic.card)
    assert topic.card.text == card
    await box.zhao.press("支持", topic)
    assert "已换厨师" in box.zhang.find("的答复").text


async def test_a_menu_with_a_question_is_put_away_only_by_whoever_is_asked(box: Box) -> None:
    number = await box.raises(box.zhang, "食堂的菜太咸了")
    topic = box.plant.topic(number)
    await box.zhao.press("转办/派单", topic)
    await box.zhao.press("转给其他单位 ▸", topic)
    await box.zhao.press("就转到集团公司", topic)
    menu = topic.last
    assert "只有本人" in await box.li.press("收起", on=menu)
    assert menu.has("不写理由，直接转")
    await box.zhao.press("收起", on=menu)
    await box.zhao.says("您好，我们在看", topic)
    assert "我们在看" in box.zhang.last.text
    assert not box.hq.has_topic(number)
    card = topic.card.text
    assert (await box.zhao.presses_data("desk_todo:0", on=topic.card)).alert
    assert topic.card.text == card


async def test_ready_answers(box: Box) -> None:
    number = await box.raises(box.zhang, "食堂的菜太咸了")
    topic = box.plant.topic(number)
    await box.zhao.says("/t", box.plant)
    assert "还没有常用答复" in box.plant.last.text
    await box.zhao.says("/t 已转 ＝ 您反映的问题已转后勤部门核实，三个工作日内回复您。", box.plant)
    await box.zhao.says("/t 已转", topic)
    assert "已转后勤部门核实" in box.zhang.last.text
    await box.zhao.says("/t", box.plant)
    assert "已转" in box.plant.last.text
    await box.zhao.says("/t - 已转", box.plant)
    await box.zhao.says("/t 已转", topic)
    assert "没有名为" in topic.last.text
    await box.he.says("/t", box.plant)
    assert "信箱专员" in box.plant.last.text
