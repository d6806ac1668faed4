"""Tickets that follow another: whose words are seen where, and what becomes of them with the main one."""

from __future__ import annotations

from tests.acceptance.kit import Box


async def _merged(box: Box, *, assigned: bool = False) -> tuple[str, str]:
    """张三's ticket, and 陈静's that follows it."""
    main = await box.raises(box.zhang, "食堂的菜太咸了", "匿名")
    follower = await box.raises(box.chen, "食堂饭菜太咸", "匿名")
    for number in (main, follower) if assigned else ():
        await box.zhao.press("转办/派单", box.plant.topic(number))
        await box.zhao.press("一分厂 王建国（本类别）", box.plant.topic(number))
    topic = box.plant.topic(follower)
    await box.zhao.press("并案", topic)
    await box.zhao.press(next(each for each in topic.last.buttons if main in each), topic)
    await box.zhao.press("确认并案", topic)
    return main, follower


async def test_the_likeliest_is_joined_from_the_card(box: Box) -> None:
    main = await box.raises(box.zhang, "食堂的菜太咸了", "匿名")
    assert not any("并入" in each for each in box.plant.topic(main).card.buttons)
    follower = await box.raises(box.chen, "食堂饭菜太咸", "匿名")
    topic = box.plant.topic(follower)
    await box.zhao.press(f"并入 {main}", topic)
    assert "食堂的菜太咸了" in topic.last.text
    assert "食堂饭菜太咸" in topic.last.text
    await box.zhao.press("确认并案", topic)
    assert "并案" in topic.name
    assert "合并办理" in box.chen.last.text
    assert not any("并入" in each for each in topic.card.buttons)


async def test_what_a_follower_adds_is_seen_in_the_main_thread_and_answered_alone(box: Box) -> None:
    main, follower = await _merged(box, assigned=True)
    topic = box.plant.topic(main)
    assert main in box.wang.find("不用再单独办").text
    await box.chen.says("三号窗口也咸", reply_to=box.chen.last)
    shown = topic.find("三号窗口也咸")
    assert follower in shown.text
    assert "三号窗口也咸" in box.wang.last.text
    await box.chen.sends_album(2, reply_to=box.chen.last)
    assert sum(len(each.files) for each in topic.shown) == 2
    before = len(box.zhang.texts)
    await box.zhao.says("三号窗口明天查", reply_to=shown, place=topic)
    assert "三号窗口明天查" in box.chen.last.text
    assert len(box.zhang.texts) == before
    await box.chen.says("/my")
    await box.chen.press(follower)
    await box.chen.press("催办")
    assert "催办" in topic.last.text
    assert main in box.wang.find("催办").text


async def test_followers_hear_of_every_date_that_moves(box: Box) -> None:
    main, follower = await _merged(box)
    topic = box.plant.topic(main)
    await box.zhao.press("受理", topic)
    assert f"{follower} 已受理" in box.chen.last.text
    await box.zhao.press("转办/派单", topic)
    await box.zhao.press("一分厂 王建国（本类别）", topic)
    # They know already which unit acts: that it has an owner now is no news to them.
    assert not box.zhang.mentions("改由")
    assert not box.chen.mentions("改由")
    await box.zhao.press("更多", topic)
    await box.zhao.press("改紧急程度", topic)
    await box.zhao.press("特急（1 个工作日）", topic)
    for person, number in ((box.zhang, main), (box.chen, follower), (box.wang, main)):
        assert number in person.last.text
        assert "3月3日" in person.last.text
    await box.zhao.press("转办/派单", topic)
    await box.zhao.press("转给其他单位 ▸", topic)
    await box.zhao.press("就转到集团公司", topic)
    await box.zhao.press("不写理由，直接转", topic)
    assert f"{follower} 已转集团公司" in box.chen.last.text
    await box.li.says("集团来处理", box.hq.topic(main))
    assert "集团来处理" in box.chen.last.text
    await box.chen.says("早就该管了", reply_to=box.chen.last)
    assert "早就该管了" in box.hq.topic(main).last.text


async def test_who_takes_the_main_one_back_takes_back_nobody_elses(box: Box) -> None:
    main, follower = await _merged(box, assigned=True)
    await box.zhang.says("/my")
    await box.zhang.press(main)
    await box.zhang.press("撤回")
    await box.zhang.press("确认撤回")
    assert f"{follower} 原来与另一件合并办理，现在恢复单独办理" in box.chen.last.text
    assert "3月3日" in box.chen.last.text
    topic = box.plant.topic(follower)
    assert "待受理" in topic.name
    assert "主件" in topic.last.text
    await box.zhao.press("受理", topic)
    assert f"{follower} 已受理" in box.chen.last.text
    await box.chen.press("查看进展")
    assert "恢复单独办理" in box.chen.last.text


async def test_those_that_follow_are_declined_with_it_and_may_appeal(box: Box) -> None:
    main, follower = await _merged(box)
    topic = box.plant.topic(main)
    await box.zhao.press("不予受理", topic)
    await box.zhao.press(topic.last.buttons[0], topic)
    while not topic.has_button("发出，不予受理"):
        await box.zhao.says("请找人力资源部", topic)
    await box.zhao.press("发出，不予受理", topic)
    for person, number in ((box.zhang, main), (box.chen, follower)):
        assert f"{number} 未予受理" in person.find("未予受理").text
        assert person.find("未予受理").has("申诉")
    assert "不予受理" in box.plant.topic(follower).name
    await box.chen.press("申诉")
    await box.chen.says("我的情况不同")
    assert "待受理" in box.hq.topic(follower).name
    assert not box.hq.has_topic(main)


async def test_an_owner_who_comes_later_gets_what_followers_had_said_before(box: Box) -> None:
    main = await box.raises(box.zhang, "食堂的菜太咸了", "匿名")
    follower = await box.raises(box.chen, "食堂饭菜太咸", "匿名")
    await box.chen.sends_photo(caption="三号窗口也咸", reply_to=box.chen.last)
    topic = box.plant.topic(follower)
    await box.zhao.press("并案", topic)
    await box.zhao.press(next(each for each in topic.last.buttons if main in each), topic)
    await box.zhao.press("确认并案", topic)
    await box.zhao.press("转办/派单", box.plant.topic(main))
    await box.zhao.press("一分厂 王建国（本类别）", box.plant.topic(main))
    given = box.wang.find("请承办")
    assert f"并入的 {follower}：食堂饭菜太咸" in given.text
    assert "补充：三号窗口也咸" in given.text
    assert sum(len(each.files) for each in box.wang.shown) == 1


async def test_merging_by_button_and_by_number(box: Box) -> None:
    first = await box.raises(box.zhang, "食堂二号窗口的菜太咸了")
    second = await box.raises(box.chen, "食堂二号窗口菜太咸")
    third = await box.raises(box.sun, "食堂二号窗口又咸又贵")
    topic = box.plant.topic(second)
    await box.zhao.press("并案", topic)
    near = next(each for each in topic.last.buttons if first in each)
    await box.zhao.press(near, topic)
    await box.zhao.press("确认并案", topic)
    assert "并案" in topic.name
    other = box.plant.topic(third)
    await box.zhao.press("并案", other)
    await box.zhao.says("9999", other)
    assert "没有找到" in other.last.text
    await box.zhao.says(first.rsplit("-", 1)[1], other)
    await box.zhao.press("确认并案", other)
    main = box.plant.topic(first)
    await box.zhao.says("今天就换厨师", main)
    for person in (box.zhang, box.chen, box.sun):
        assert "今天就换厨师" in person.last.text


async def test_nothing_follows_itself_or_what_is_finished_and_a_picture_alone_reaches_followers(box: Box) -> None:
    main, follower = await _merged(box)
    topic = box.plant.topic(main)
    await box.zhao.sends_photo(topic)
    for person in (box.zhang, box.chen):
        assert "（附件）" in person.last.text or person.last.files
    other = await box.raises(box.sun, "食堂的汤太咸了", "匿名")
    third = box.plant.topic(other)
    for number in (other, follower):
        await box.zhao.press("并案", third)
        await box.zhao.says(number, third)
        assert any("不能并入" in each for each in third.texts[-2:]), third.texts[-2:]
    assert "待受理" in third.name
