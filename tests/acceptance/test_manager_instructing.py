"""督办: a manager's instruction, to secretary and owner, and the answer back."""

from __future__ import annotations

from tests.acceptance.kit import Box


async def assigned(box: Box) -> str:
    number = await box.raises(box.zhang, "食堂的菜太咸了", "匿名")
    topic = box.plant.topic(number)
    await box.zhao.press("转办/派单", topic)
    await box.zhao.press(next(each for each in topic.last.buttons if "王建国" in each), topic)
    return number


async def test_there_and_back(box: Box) -> None:
    number = await assigned(box)
    await box.lin.says("/digest")
    await box.lin.press("督办")
    offered = next(each for each in box.lin.last.buttons if number in each)
    await box.lin.press(offered)
    assert "督办要求" in box.lin.last.text
    await box.lin.says("三天内换掉供应商。")
    assert "信箱专员和承办人" in box.lin.last.text
    assert "3月5日前答复" in box.lin.last.text
    topic = box.plant.topic(number)
    assert "集团公司 林书记" in topic.find("三天内换掉供应商").text
    assert "三天内换掉供应商" in box.wang.find("督办").text
    await box.wang.press("答复督办")
    assert "三天内换掉供应商" in box.wang.last.text
    await box.wang.says("新供应商明天进场。")
    assert "已发给领导" in box.wang.last.text
    answer = box.lin.find("督办答复")
    assert "您的要求：三天内换掉供应商" in answer.text
    assert "一分厂 王建国：新供应商明天进场" in answer.text
    assert "新供应商明天进场" in topic.find("督办").text
    # The other place's button says that it is done.
    toast = await box.zhao.press("答复督办", topic)
    assert "已经答复过" in toast


async def test_the_secretary_answers_in_the_thread(box: Box) -> None:
    number = await box.raises(box.zhang, "食堂的菜太咸了")
    topic = box.plant.topic(number)
    await box.he.says("/digest")
    await box.he.press("督办")
    await box.he.says(number)
    await box.he.says("请今天受理。")
    assert "信箱专员，要求" in box.he.last.text
    await box.zhao.press("答复督办", topic)
    before = len(box.zhang.texts)
    await box.zhao.says("马上办。", topic)
    assert "一分厂 赵敏：马上办" in box.he.find("督办答复").text
    # It is no word to the raiser.
    assert len(box.zhang.texts) == before


async def test_choosing_by_short_number_and_by_words(box: Box) -> None:
    number = await box.raises(box.zhang, "食堂的菜太咸了")
    await box.raises(box.chen, "宿舍没有热水")
    await box.lin.says("/digest")
    await box.lin.press("督办")
    await box.lin.says("空调")
    assert "没有找到“空调”" in box.lin.last.text
    await box.lin.says("太咸")
    assert f"对 {number}" in box.lin.last.text
    await box.lin.press("取消")
    await box.lin.press("督办")
    await box.lin.says("2")
    assert "宿舍没有热水" in box.lin.last.text


async def test_an_instruction_is_words(box: Box) -> None:
    await assigned(box)
    await box.lin.says("/digest")
    await box.lin.press("督办")
    await box.lin.says("1")
    await box.lin.sends_photo()
    assert "请用文字写" in box.lin.last.text
    await box.lin.sends_sticker()
    await box.lin.says("长" * 1200)
    assert "现在有 1,200 字" in box.lin.last.text
    await box.lin.says("请抓紧。")
    assert "督办已发给" in box.lin.last.text


async def test_a_reply_is_offered_as_an_instruction(box: Box) -> None:
    number = await assigned(box)
    await box.lin.says("/digest")
    await box.lin.press("逐件查看")
    await box.lin.press("全部在办 1")
    await box.lin.press(number)
    await box.lin.says("这件事本周必须解决", reply_to=box.lin.last)
    assert "作为对" in box.lin.last.text
    topic = box.plant.topic(number)
    assert not topic.mentions("本周必须解决")
    await box.lin.press("作为督办发出")
    assert topic.mentions("本周必须解决")
    assert box.wang.mentions("本周必须解决")
    confirm = next(each for each in box.lin.shown if "已作为对" in each.text)
    toast = await box.lin.presses_data("man_give:1", on=confirm)
    assert "没有找到要发出的内容" in toast
    assert len([each for each in topic.texts if "本周必须解决" in each]) == 1


async def test_only_managers_instruct_and_only_where_they_may(box: Box) -> None:
    await box.raises(box.zhang, "总部食堂的菜太咸了", unit="集团公司")
    await box.he.says("/digest")
    assert "不在您的范围" in await box.he.presses_data("man_supervise:1", on=box.he.find("信箱周报"))
    await box.li.says("/digest")
    assert "督办" not in box.li.find("信箱周报").buttons
    assert "领导" in await box.li.presses_data("man_supervise:1", on=box.li.find("信箱周报"))
    assert (await box.zhang.presses_data("man_supervise:1", on=box.zhang.last)).alert


async def test_strangers_answer_no_instruction(box: Box) -> None:
    await assigned(box)
    await box.lin.says("/digest")
    await box.lin.press("督办")
    await box.lin.says("1")
    await box.lin.says("请抓紧。")
    given = box.wang.find("督办")
    assert (await box.zhang.presses_data("man_answer:1", on=box.zhang.last)).alert
    await box.wang.press("答复督办", on=given)
    await box.wang.sends_sticker()
    assert "请用文字写答复" in box.wang.last.text


async def test_a_question_outlives_a_restart(box: Box) -> None:
    number = await assigned(box)
    await box.lin.says("/digest")
    await box.lin.press("督办")
    await box.lin.says("1")
    await box.restart()
    await box.lin.says("请抓紧。")
    assert box.plant.topic(number).mentions("请抓紧")


async def test_two_instructions_are_each_answered(box: Box) -> None:
    number = await assigned(box)
    for manager, words in ((box.lin, "三天内换掉供应商。"), (box.he, "先停用冷冻肉。")):
        await manager.says("/digest")
        await manager.press("督办")
        await manager.says(number)
        await manager.says(words)
        await box.passes(days=2)
    topic = box.plant.topic(number)
    assert "督办时限" in topic.card.text
    await box.wang.press("答复督办", on=box.wang.find("先停用冷冻肉"))
    await box.wang.says("已经停用。")
    assert "已经停用" in box.he.find("督办答复").text
    assert not box.lin.mentions("督办答复")
    # The first one still runs, and is told as unanswered.
    assert "督办时限" in topic.card.text
    await box.wang.press("答复督办", on=box.wang.find("三天内换掉供应商"))
    await box.wang.says("换好了。")
    assert "换好了" in box.lin.find("督办答复").text
    assert "督办时限" not in topic.card.text


async def test_a_reply_to_a_reminder_of_several_is_asked_about(box: Box) -> None:
    first = await box.raises(box.zhang, "食堂的菜太咸了", "匿名")
    second = await box.raises(box.chen, "宿舍没有热水", "匿名")
    await box.passes(days=3)
    reminder = box.he.find("已超期，请您过问")
    assert first in reminder.text
    assert second in reminder.text
    await box.he.says("三天内", reply_to=reminder)
    await box.he.says("解决", reply_to=reminder)
    asked = box.he.last
    assert "把这句话作为督办发给哪一件" in asked.text
    assert "三天内\n解决" in asked.text
    assert "请核对，还没有提交" not in "".join(box.he.texts)
    await box.he.press(next(each for each in asked.buttons if second in each), on=asked)
    assert box.plant.topic(second).mentions("三天内\n解决")
    assert not box.plant.topic(first).mentions("解决")
    assert f"已作为对 {second} 的督办发出" in "".join(box.he.texts)
    # Once sent it is not sent to another as well; another reply asks anew, and can be given up.
    assert (await box.he.presses_data("man_which:1", on=asked)).alert
    await box.he.says("算了", reply_to=reminder)
    await box.he.press("取消")
    assert not box.plant.topic(first).mentions("算了")
    await box.he.sends_photo(reply_to=reminder)
    assert "用文字写" in box.he.last.text


async def test_what_a_reply_to_several_may_be_about_ends_where_the_reach_ends(box: Box) -> None:
    await box.raises(box.zhang, "食堂的菜太咸了", "匿名")
    await box.raises(box.chen, "宿舍没有热水", "匿名")
    await box.raises(box.sun, "总部电梯太慢", "匿名", unit="集团公司")
    await box.passes(days=3)
    await box.he.says("三天内解决", reply_to=box.he.find("已超期，请您过问"))
    assert not any("电梯" in each for each in box.he.last.buttons)
    assert (await box.he.presses_data("man_which:3", on=box.he.last)).alert
    assert not box.hq.topic("SJ-2026-0003").mentions("三天内解决")
