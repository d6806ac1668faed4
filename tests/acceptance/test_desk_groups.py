"""What happens to topics and groups: closed, renamed, deleted, without topics, without rights, moved, left."""

from __future__ import annotations

from sandbox.records import USUAL_RIGHTS
from storage import groups, units
from tests.acceptance.kit import Box, Group, picture


async def test_a_topic_closed_by_hand_is_opened_again_while_the_ticket_is_open(box: Box) -> None:
    number = await box.raises(box.zhang, "食堂的菜太咸了")
    topic = box.plant.topic(number)
    box.world.topic_close(box.li.id, topic.chat, topic.topic.id)
    await box.settled()
    assert not topic.closed
    assert sum("话题已重新打开" in each for each in topic.texts) == 1
    await box.zhao.says("请问哪个窗口", topic)
    assert "请问哪个窗口" in box.zhang.last.text


async def test_a_topic_that_was_opened_after_the_end_is_left_open_for_talk(box: Box) -> None:
    number = await box.raises(box.zhang, "食堂的菜太咸了")
    topic = box.plant.topic(number)
    await box.zhao.press("不予受理", topic)
    await box.zhao.press("内容不清楚，无法核实", topic)
    await box.zhao.press("发出，不予受理", topic)
    assert topic.closed
    said = len(topic.texts)
    box.world.topic_close(box.li.id, topic.chat, topic.topic.id, closed=False)
    await box.settled()
    assert not topic.closed
    assert len(topic.texts) == said


async def test_a_name_given_by_hand_stays_until_the_state_changes(box: Box) -> None:
    number = await box.raises(box.zhang, "食堂的菜太咸了")
    topic = box.plant.topic(number)
    box.world.topic_rename(box.li.id, topic.chat, topic.topic.id, "重点：食堂")
    await box.settled()
    assert topic.name == "重点：食堂"
    await box.zhao.press("受理", topic)
    assert number in topic.name
    assert "已受理" in topic.name


async def test_a_deleted_topic_is_made_anew_with_card_and_story(box: Box) -> None:
    number = await box.raises(box.zhang, "食堂的菜太咸了")
    old = box.plant.topic(number)
    await box.zhao.press("受理", old)
    await box.zhao.says("// 问过后勤了", old)
    box.world.topic_delete(box.li.id, old.chat, old.topic.id)
    await box.settled()
    await box.zhang.says("还有三号窗口", reply_to=box.zhang.last)
    topic = box.plant.topic(number)
    assert topic.topic.id != old.topic.id
    assert topic.mentions("还有三号窗口")
    assert "答复" in topic.card.buttons
    assert topic.mentions("重建")
    assert topic.find("问过后勤了").text.startswith(number) or "全过程" in topic.find("问过后勤了").text
    assert sum(each.rows != [] and "更多" in each.buttons for each in topic.shown) == 1
    await box.zhao.says("收到", topic)
    assert "收到" in box.zhang.last.text


async def test_what_the_raiser_sent_is_in_the_topic_that_is_made_anew(box: Box) -> None:
    await box.zhang.sends_photo(caption="食堂的菜里有虫")
    number = await box.raises(box.zhang, "请看照片", "匿名")
    old = box.plant.topic(number)
    await box.zhang.sends_file("证据.jpg", picture(), reply_to=box.zhang.last)
    await box.li.deletes_topic(old)
    await box.zhao.says("/todo", box.plant)
    await box.zhang.says("还有三号窗口", reply_to=box.zhang.last)
    topic = box.plant.topic(number)
    assert topic.topic.id != old.topic.id
    assert [each.kind for message in topic.shown for each in message.files] == ["photo", "document"]
    assert "证据" not in str([each.name for message in topic.shown for each in message.files])
    assert sum("还有三号窗口" in each and each.startswith("反映人补充") for each in topic.texts) == 1


async def test_a_deleted_card_is_posted_again(box: Box) -> None:
    number = await box.raises(box.zhang, "食堂的菜太咸了")
    topic = box.plant.topic(number)
    card = topic.card
    box.world.delete(box.li.id, topic.chat, [card.id])
    await box.settled()
    await box.zhang.press("查看进展")
    await box.zhang.press("催办")
    assert "催办" in topic.with_button("更多").text
    await box.zhao.press("受理", topic)
    assert "已受理" in box.zhang.last.text


async def test_a_group_without_topics_works_by_replies(box: Box) -> None:
    box.world.set_forum(box.li.id, box.plant.chat, False)
    await box.settled()
    number = await box.raises(box.zhang, "食堂的菜太咸了")
    assert sum("没有开启话题" in each for each in box.plant.texts) == 1
    card = box.plant.with_button("受理")
    await box.zhao.says("请问哪个窗口", box.plant, reply_to=card)
    assert "请问哪个窗口" in box.zhang.last.text
    await box.zhao.says("// 先不说", box.plant, reply_to=card)
    await box.zhao.says("中午吃什么", box.plant)
    assert "请问哪个窗口" in box.zhang.last.text
    await box.zhang.says("二号窗口", reply_to=box.zhang.last)
    shown = box.plant.find("二号窗口")
    assert number in shown.text
    await box.zhao.says("今天就换", box.plant, reply_to=shown)
    assert "今天就换" in box.zhang.last.text
    await box.zhao.press("答复", box.plant)
    await box.zhao.says("已换厨师", box.plant)
    await box.zhao.press("支持", box.plant)
    assert box.zhang.mentions("的答复（支持）")
    second = await box.raises(box.chen, "宿舍没有热水")
    assert sum("没有开启话题" in each for each in box.plant.texts) == 1
    assert second != number


async def test_without_the_right_to_make_topics_it_says_so_and_recovers(box: Box) -> None:
    box.world.set_bot_rights(box.li.id, box.plant.chat, USUAL_RIGHTS - {"can_manage_topics"})
    await box.settled()
    assert "打开“管理话题”权限" in box.plant.last.text
    assert (await box.engine.vitals()).problems == {"groups_wrong": 1}
    first = await box.raises(box.zhang, "食堂的菜太咸了")
    await box.raises(box.chen, "宿舍没有热水")
    assert sum("按回复方式工作" in each for each in box.plant.texts) == 1
    assert not box.plant.has_topic(first)
    card = next(each for each in box.plant.said if first in each.text and "受理" in each.buttons)
    await box.zhao.press("受理", box.plant, on=card)
    assert "已受理" in box.zhang.last.text
    box.world.set_bot_rights(box.li.id, box.plant.chat, USUAL_RIGHTS)
    await box.settled()
    assert box.plant.mentions("权限齐全")
    assert (await box.engine.vitals()).problems == {}
    assert "已受理" in box.plant.topic(first).card.text
    third = await box.raises(box.sun, "班车总晚点")
    assert box.plant.has_topic(third)
    await box.zhao.says("请问哪个窗口", box.plant, reply_to=card)
    assert "请问哪个窗口" in box.zhang.last.text


async def test_a_group_that_put_us_out_is_told_to_the_admin_and_gets_everything_later(box: Box) -> None:
    box.world.kick_bot(box.li.id, box.plant.chat)
    await box.settled()
    assert "移出了群" in box.admin.last.text
    number = await box.raises(box.zhang, "食堂的菜太咸了")
    assert "发不出消息" in box.admin.last.text
    assert not box.plant.has_topic(number)
    assert (await box.engine.vitals()).problems["groups_wrong"] == 1
    box.world.invite_bot(box.li.id, box.plant.chat)
    await box.settled()
    assert box.plant.mentions("一分厂的工作群")
    assert box.plant.has_topic(number)
    assert "groups_wrong" not in (await box.engine.vitals()).problems


async def test_an_unknown_group_is_told_its_number(box: Box) -> None:
    other = Group(box, box.world.add_group("别的群", (box.li.id,)))
    box.world.invite_bot(box.li.id, other.chat)
    await box.settled()
    assert str(other.chat.id) in other.last.text
    said = len(other.texts)
    await box.li.says("大家好", other)
    assert len(other.texts) == said
    await box.li.says("/todo", other)
    assert "还没有登记" in other.last.text


async def test_one_who_speaks_for_the_group_is_told_why_nothing_was_sent(box: Box) -> None:
    number = await box.raises(box.zhang, "食堂的菜太咸了")
    topic = box.plant.topic(number)
    before = len(box.zhang.texts)
    box.world.speak_as(topic.chat, topic.chat.brief(), "以群的名义", thread=topic.topic.id)
    await box.settled()
    assert "匿名" in topic.last.text
    assert len(box.zhang.texts) == before


async def test_an_owner_who_never_started_is_shown_with_the_link(box: Box) -> None:
    box.world.block(box.wang.id)
    await box.settled()
    number = await box.raises(box.zhang, "食堂的菜太咸了")
    topic = box.plant.topic(number)
    await box.zhao.press("转办/派单", topic)
    assert "未启用" in topic.last.buttons[0]
    await box.zhao.press(topic.last.buttons[0], topic)
    assert "start=hello" in "".join(topic.texts)
    await box.zhao.says("/who", box.plant)
    assert "王建国（未启用）" in box.plant.last.text
    box.world.unblock(box.wang.id)
    await box.settled()
    assert "食堂的菜太咸了" in box.wang.find(number).text


async def test_a_group_that_is_upgraded_goes_on_and_the_admin_is_told_its_new_number(box: Box) -> None:
    old = box.world.add_group("一分厂信箱", (box.li.id, box.zhao.id), basic=True)
    async with box.database.writing() as tx:
        unit = await units.by_code(tx, "PLANT")
        assert unit is not None
        await groups.register(tx, "telegram", str(old.id), unit_id=unit.id, category_id=None)
    box.world.let_bot_in(old)
    group = Group(box, old)
    number = await box.raises(box.zhang, "食堂的菜太咸了")
    card = group.with_button("受理")
    assert number in card.text
    box.world.set_forum(box.li.id, old, True)
    await box.settled()
    assert group.chat.id != old.id
    assert str(group.chat.id) in box.admin.last.text
    assert sum("升级了" in each for each in box.admin.texts) == 1
    second = await box.raises(box.chen, "宿舍没有热水")
    assert group.has_topic(second)
    topic = group.topic(second)
    await box.zhao.says("我们看看", topic)
    assert "我们看看" in box.chen.last.text
    await box.zhang.says("还有三号窗口", reply_to=box.zhang.last)
    assert group.topic(number).mentions("还有三号窗口")
