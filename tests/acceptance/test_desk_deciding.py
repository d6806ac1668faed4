"""The buttons of the card, as a secretary presses them."""

from __future__ import annotations

from storage import people, roles, units
from tests.acceptance.kit import START, Box, Person, Thread, picture


async def test_accepting_tells_the_raiser_the_date(box: Box) -> None:
    number = await box.raises(box.zhang, "食堂的菜太咸了")
    topic = box.plant.topic(number)
    toast = await box.zhao.press("受理", topic)
    assert number in toast
    assert "已受理，正在安排承办部门" in box.zhang.last.text
    assert "已受理" in topic.name
    assert "受理" not in topic.card.buttons


async def test_pressing_twice_says_so_and_changes_nothing(box: Box) -> None:
    number = await box.raises(box.zhang, "食堂的菜太咸了")
    topic = box.plant.topic(number)
    data = topic.card.button("受理")["callback_data"]
    await box.zhao.press("受理", topic)
    before = len(box.zhang.texts)
    toast = await box.zhao.presses_data(data, on=topic.card)
    assert toast.alert
    assert "不能受理" in toast
    assert len(box.zhang.texts) == before


async def test_no_right_no_press(box: Box) -> None:
    number = await box.raises(box.zhang, "食堂的菜太咸了")
    topic = box.plant.topic(number)
    toast = await box.he.press("受理", topic)
    assert toast.alert
    assert "信箱专员" in toast
    assert "受理" in topic.card.buttons
    for forged in ("desk_accept:99999", "desk_own:1:999999", "desk_accept", "desk_grade:1:absurd", "desk_units:1:x:y"):
        before = topic.card.text
        assert (await box.zhao.presses_data(forged, on=topic.card)).alert
        assert topic.card.text == before


async def test_the_categorys_owner_is_offered_first_and_gets_the_matter(box: Box) -> None:
    number = await box.raises(box.zhang, "食堂的菜太咸了", "匿名")
    topic = box.plant.topic(number)
    await box.zhao.press("转办/派单", topic)
    offered = topic.last.buttons
    assert offered[0].startswith("一分厂 王建国")
    assert any("钱进" in each for each in offered)
    await box.zhao.press(offered[0], topic)
    assert "食堂的菜太咸了" in box.wang.find(number).text
    assert "张三" not in "".join(box.wang.texts)
    assert "待签收" in topic.name
    # The question went; one line says what came of it.
    assert sum("已派给" in each for each in topic.texts) == 1
    assert topic.find("已派给").buttons == []
    assert box.zhang.mentions("一分厂")


async def test_one_concerned_is_never_offered_nor_their_unit(box: Box) -> None:
    number = await box.raises(box.zhang, "食堂王建国态度不好")
    topic = box.plant.topic(number)
    await box.sun.starts()
    async with box.database.writing() as tx:
        sun = await people.find(tx, "telegram", str(box.sun.user.id))
        plant = await units.by_code(tx, "PLANT")
        assert sun is not None
        assert plant is not None
        await roles.grant(
            tx, person_id=sun.id, role="owner", unit_id=plant.id, name="孙磊", source="settings", now=START
        )
    await box.zhao.press("转办/派单", topic)
    menu = topic.last
    data = {
        name: menu.button(next(each for each in menu.buttons if name in each))["callback_data"]
        for name in ("王建国", "孙磊", "钱进")
    }
    await box.zhao.press("更多", topic)
    await box.zhao.press("涉及承办人", topic)
    await box.zhao.press(next(each for each in topic.last.buttons if "王建国" in each), topic)
    assert "涉及承办人" in topic.card.text
    await box.zhao.press("转办/派单", topic)
    assert any("钱进" in each for each in topic.last.buttons)
    for name, said in (("王建国", box.wang.texts), ("孙磊", box.sun.texts)):
        assert not any(name in each for each in topic.last.buttons)
        before = len(said)
        assert (await box.zhao.presses_data(data[name], on=menu)).alert
        assert len(said) == before
    await box.zhao.presses_data(data["钱进"], on=menu)
    assert box.qian.mentions(number)


async def assign_to(box: Box, topic: Thread, name: str) -> None:
    """The owner of this name is to do it."""
    await box.zhao.press("转办/派单", topic)
    await box.zhao.press(next(each for each in topic.last.buttons if name in each), topic)


async def test_a_matter_is_taken_from_the_owner_whom_it_is_about_and_from_nobody_else(box: Box) -> None:
    for about, taken in (("王建国", True), ("钱进", False)):
        number = await box.raises(box.zhang, "食堂有人态度不好")
        topic = box.plant.topic(number)
        await assign_to(box, topic, "王建国")
        await box.zhao.press("更多", topic)
        await box.zhao.press("涉及承办人", topic)
        await box.zhao.press(next(each for each in topic.last.buttons if about in each), topic)
        assert ("王建国" in topic.card.text.split("承办：")[1].split("\n")[0]) is not taken
        assert ("已受理" if taken else "待签收") in topic.name
        assert ("您不用再办" in box.wang.last.text) is taken
        assert not box.qian.mentions(number)


async def test_transfer_moves_the_ticket_to_the_other_units_group(box: Box) -> None:
    number = await box.raises(box.zhang, "食堂的菜太咸了")
    topic = box.plant.topic(number)
    await box.zhao.press("转办/派单", topic)
    await box.zhao.press("转给其他单位 ▸", topic)
    await box.zhao.press("就转到集团公司", topic)
    await box.zhao.says("食堂由集团统一管", topic)
    moved = box.hq.topic(number)
    assert moved.mentions("由一分厂转来。理由：食堂由集团统一管")
    assert topic.mentions("本件转集团公司办理。理由：食堂由集团统一管")
    assert "集团公司" in box.zhang.last.text
    late = await box.zhao.says("还在办吗", topic)
    assert "没有发出" in topic.last.text
    assert late.reactions == []
    await box.li.says("集团来答复您", moved)
    assert "集团来答复您" in box.zhang.last.text


async def _to(topic: Thread, person: Person, unit: str) -> None:
    await person.press("转办/派单", topic)
    await person.press("转给其他单位 ▸", topic)
    for each in unit.split("/"):
        await person.press(each, topic)
    await person.press("不写理由，直接转", topic)


async def test_after_a_transfer_the_old_topic_is_done_with_and_the_new_one_has_everything(box: Box) -> None:
    long = "食堂的菜太咸了。" + "天天如此，没有人管。" * 90
    await box.zhang.says(long)
    await box.zhang.sends_photo(caption="照片在此")
    number = await box.raises(box.zhang, "就这些", "匿名")
    old = box.plant.topic(number)
    await box.zhang.sends_file("张三的证据.jpg", picture(), reply_to=box.zhang.last, caption="发票在这里")
    await box.zhao.says("// 后勤归集团管", old)
    await _to(old, box.zhao, "就转到集团公司")
    assert old.closed
    assert "已转出" in old.name
    assert old.card.buttons == []
    assert "已转集团公司" in old.card.text
    new = box.hq.topic(number)
    assert "受理" in new.card.buttons
    assert new.mentions(long)
    assert new.mentions("照片在此")
    assert new.mentions("发票在这里")
    assert new.mentions("后勤归集团管")
    assert [each.kind for message in new.shown for each in message.files] == ["photo", "document"]
    assert "张三" not in str([each.name for message in new.shown for each in message.files]) + "".join(new.texts)
    # What comes from now on is in the new one alone; an answer there still finds what it answers.
    before = len(old.texts)
    await box.zhang.says("还有一句", reply_to=box.zhang.last)
    assert len(old.texts) == before
    assert new.mentions("还有一句")
    # And back again: the old topic is opened, by its own name, with a card to press.
    await _to(new, box.li, "一分厂 ▸/就转到一分厂")
    assert new.closed
    assert box.plant.topic(number).topic.id == old.topic.id
    assert not old.closed
    assert "待受理" in old.name
    assert old.with_button("受理").text.startswith(f"{number} · 待受理")
    await box.zhao.says("我们接着办", old)
    assert "我们接着办" in box.zhang.last.text


async def test_an_answer_is_shown_first_and_sent_with_its_outcome(box: Box) -> None:
    number = await box.raises(box.zhang, "食堂的菜太咸了")
    topic = box.plant.topic(number)
    await box.zhao.press("答复", topic)
    await box.zhao.says("已换厨师", topic)
    assert not box.zhang.mentions("已换厨师")
    old = topic.last
    await box.zhao.sends_album(2, topic)
    await box.zhao.says("// 等主任看过再发", topic)
    await box.zhao.says("已换厨师，明天起改善。", topic)
    assert (await box.zhao.press("支持", topic, on=old)).alert
    assert "附件 2 个" in topic.last.text
    assert not box.zhang.mentions("已换厨师")
    assert (await box.li.press("支持", topic)).alert
    await box.zhao.press("支持", topic)
    assert "已换厨师，明天起改善。" in box.zhang.find("的答复（支持）").text
    assert sum(bool(each.files) for each in box.zhang.shown) == 2
    assert "已答复" in topic.name
    assert not box.zhang.mentions("等主任看过再发")


async def test_the_answers_words_can_be_changed_by_editing_them(box: Box) -> None:
    number = await box.raises(box.zhang, "食堂的菜太咸了")
    topic = box.plant.topic(number)
    await box.zhao.press("答复", topic)
    said = await box.zhao.says("已换厨师傅", topic)
    await box.zhao.edits(said, "已换厨师")
    await box.zhao.press("解释说明", topic)
    assert "已换厨师傅" not in box.zhang.find("的答复").text


async def test_an_answer_can_be_given_up(box: Box) -> None:
    number = await box.raises(box.zhang, "食堂的菜太咸了")
    topic = box.plant.topic(number)
    await box.zhao.press("答复", topic)
    await box.zhao.press("取消", topic)
    await box.zhao.says("请问哪个窗口", topic)
    assert "请问哪个窗口" in box.zhang.last.text


async def _reported(box: Box, topic: Thread, words: str) -> None:
    await box.zhao.press("转办/派单", topic)
    await box.zhao.press(topic.last.buttons[0], topic)
    await box.wang.press("签收")
    await box.wang.press("报结")
    await box.wang.says(words)
    await box.wang.press("确认报结")
    assert "待审核" in topic.name


async def test_the_owners_report_is_sent_back_then_passed_on(box: Box) -> None:
    number = await box.raises(box.zhang, "食堂的菜太咸了", "匿名")
    topic = box.plant.topic(number)
    await _reported(box, topic, "已换厨师")
    await box.zhao.press("转发答复", topic)
    old = topic.last
    await box.zhao.press("退回重办", topic, on=topic.card)
    await box.zhao.says("请写清楚哪天换的", topic)
    assert "请写清楚哪天换的" in "".join(box.wang.texts)
    assert "办理中" in topic.name
    assert (await box.zhao.press("支持", topic, on=old)).alert
    await box.wang.press("报结")
    await box.wang.says("三月一日换了厨师")
    await box.wang.press("确认报结")
    assert (await box.zhao.press("支持", topic, on=old)).alert
    await box.zhao.press("转发答复", topic)
    await box.zhao.press("支持", topic, on=topic.last)
    assert "三月一日换了厨师" in box.zhang.find("的答复（支持）").text
    assert "已答复" in topic.name


async def test_the_owners_words_may_be_changed_before_they_are_passed_on(box: Box) -> None:
    number = await box.raises(box.zhang, "食堂的菜太咸了")
    topic = box.plant.topic(number)
    await _reported(box, topic, "小刘被我骂了一顿")
    await box.zhao.press("转发答复", topic)
    await box.zhao.press("先改文字", topic)
    await box.zhao.says("已要求厨师改进", topic)
    await box.zhao.press("支持", topic, on=topic.last)
    assert box.zhang.mentions("已要求厨师改进")
    assert not box.zhang.mentions("骂了一顿")


async def test_progress_is_passed_on_once(box: Box) -> None:
    number = await box.raises(box.zhang, "食堂的菜太咸了")
    topic = box.plant.topic(number)
    await box.zhao.press("转办/派单", topic)
    await box.zhao.press(topic.last.buttons[0], topic)
    await box.wang.press("签收")
    await box.wang.press("进展")
    await box.wang.says("正在招新厨师")
    shown = topic.with_button("转告反映人")
    data = shown.button("转告反映人")["callback_data"]
    await box.zhao.press("转告反映人", topic)
    assert "正在招新厨师" in box.zhang.last.text
    assert not topic.has_button("转告反映人")
    assert (await box.zhao.presses_data(data, on=shown)).alert


async def test_an_owners_request_for_time_is_granted_once(box: Box) -> None:
    number = await box.raises(box.zhang, "食堂的冰柜坏了")
    topic = box.plant.topic(number)
    await box.zhao.press("转办/派单", topic)
    await box.zhao.press(topic.last.buttons[0], topic)
    await box.wang.press("签收")
    await box.wang.press("申请延期")
    await box.wang.says("3天 等配件")
    assert "等配件" in topic.last.text
    shown = topic.with_button("同意延期")
    await box.zhao.press("同意延期", topic)
    assert "等配件" in box.zhang.last.text
    assert (await box.zhao.presses_data(f"desk_grant:{1}:{1}", on=shown)).alert


async def test_declining_needs_a_ground_and_says_where_to_turn(box: Box) -> None:
    number = await box.raises(box.zhang, "邻居太吵")
    topic = box.plant.topic(number)
    await box.zhao.press("不予受理", topic)
    await box.zhao.press("个人之间的民事纠纷", topic)
    assert "个人之间" not in box.zhang.last.text
    await box.zhao.says("请先找社区调解", topic)
    await box.zhao.press("发出，不予受理", topic)
    told = box.zhang.find("未予受理").text
    assert "个人之间的民事纠纷" in told
    assert "请先找社区调解" in told
    assert "申诉" in told


async def test_declining_for_a_ground_of_ones_own(box: Box) -> None:
    number = await box.raises(box.zhang, "邻居太吵")
    topic = box.plant.topic(number)
    await box.zhao.press("不予受理", topic)
    await box.zhao.press("其他理由，自己写", topic)
    await box.zhao.sends_photo(topic)
    assert "文字消息" in topic.last.text
    await box.zhao.says("事情已经解决", topic)
    await box.zhao.press("发出，不予受理", topic)
    assert "事情已经解决" in box.zhang.find("未予受理").text


async def test_a_menu_or_question_is_put_away_by_nobody_but_whoever_it_was_for(box: Box) -> None:
    number = await box.raises(box.zhang, "邻居太吵")
    topic = box.plant.topic(number)
    await box.zhao.press("不予受理", topic)
    await box.zhao.press("其他理由，自己写", topic)
    toast = await box.li.press("收起", topic, on=topic.last)
    assert toast.alert
    assert "只有本人可以取消" in toast
    await box.zhao.says("事情已经解决", topic)
    assert "事情已经解决" in topic.last.text
    assert (await box.li.press("收起", topic, on=topic.last)).alert
    assert "发出，不予受理" in topic.last.buttons
    assert not (await box.zhao.press("收起", topic, on=topic.last)).alert
    assert topic.last.buttons == []
    assert not box.zhang.mentions("未予受理")
    await box.zhao.press("受理", topic)
    await box.zhao.press("延期", topic)
    assert "只有本人可以取消" in await box.li.press("取消", topic, on=topic.last)
    await box.zhao.says("3天 等配件到货", topic)
    assert "确认延期" in topic.last.buttons


async def test_closing_before_the_rating_is_asked_once_more(box: Box) -> None:
    number = await box.raises(box.zhang, "食堂的菜太咸了")
    topic = box.plant.topic(number)
    await box.zhao.press("答复", topic)
    await box.zhao.says("已换厨师", topic)
    await box.zhao.press("支持", topic)
    await box.zhao.press("办结", topic)
    assert "已答复" in topic.name
    await box.zhao.press("现在办结", topic)
    assert "已办结" in topic.name
    assert topic.closed
    assert "重新办理" in box.zhang.last.text


async def test_more_changes_category_and_grade_and_tells_the_story(box: Box) -> None:
    number = await box.raises(box.zhang, "食堂的菜太咸了", "隐名")
    topic = box.plant.topic(number)
    await box.zhao.press("受理", topic)
    await box.zhao.press("更多", topic)
    await box.zhao.press("改类别", topic)
    await box.zhao.press("设备", topic)
    assert "设备" in topic.name
    await box.zhao.press("更多", topic)
    await box.zhao.press("改紧急程度", topic)
    await box.zhao.press(next(each for each in topic.last.buttons if each.startswith("特急")), topic)
    assert "答复时限改为" in box.zhang.last.text
    await box.zhao.press("更多", topic)
    await box.zhao.press("请求公开姓名", topic)
    await box.zhao.says("要上门看一下", topic)
    await box.zhang.press("同意公开姓名")
    assert "张三" in topic.card.text
    await box.zhang.sends_photo(caption="锅里的盐", reply_to=box.zhang.find(f"{number} 已受理"))
    await box.zhao.press("更多", topic)
    await box.zhao.press("全过程", topic)
    told = topic.last.text
    assert "信箱专员 赵敏 受理（→ 已受理）\n" in told
    assert "锅里的盐 附件 1 个" in told
    assert told.count("附件") == 1
    assert "前面还有" not in told
    assert "张三" not in told


async def test_a_question_survives_a_restart_and_ends_when_the_state_changes(box: Box) -> None:
    number = await box.raises(box.zhang, "食堂的菜太咸了")
    topic = box.plant.topic(number)
    await box.zhao.press("答复", topic)
    await box.restart()
    await box.zhao.says("已换厨师", topic)
    assert topic.has_button("支持")
    await box.zhang.says("/my")
    await box.li.press("答复", topic)
    await box.li.says("集团来答复", topic)
    await box.li.press("支持", topic, on=topic.last)
    assert (await box.zhao.press("支持", topic)).alert
    await box.zhao.says("另外，下周还有新菜谱", topic)
    assert not box.zhang.mentions("下周还有新菜谱")
    await box.zhao.says("下周还有新菜谱", topic)
    assert box.zhang.mentions("下周还有新菜谱")
