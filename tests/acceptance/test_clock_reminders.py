"""The clock: who is reminded of what and when, and that nobody hears the same twice."""

from __future__ import annotations

from datetime import datetime

from tests.acceptance.kit import Box, Place, Thread

HEAD_OWNER = "今天请留意您承办的"
HEAD_GROUP = "今日提醒"
HEAD_MANAGER = "请您过问"
URGENT = "特急件提醒"


async def assigned(box: Box, *texts: str) -> list[Thread]:
    topics = []
    for text in texts:
        number = await box.raises(box.zhang, text)
        topic = box.plant.topic(number)
        await box.zhao.press("转办/派单", topic)
        await box.zhao.press(next(each for each in topic.last.buttons if "王建国" in each), topic)
        topics.append(topic)
    return topics


def gathered(place: Place, head: str) -> list[str]:
    return [each for each in place.texts if head in each]


async def until(box: Box, day: int, hour: int, minute: int = 0, month: int = 3) -> None:
    """Let time go to an hour of a day, with one look then."""
    tz = box.engine.house.calendar.tz
    await box.passes(seconds=datetime(2026, month, day, hour, minute, tzinfo=tz).timestamp() - box.clock.now())


async def test_nothing_is_said_outside_working_hours(box: Box) -> None:
    await assigned(box, "食堂的菜太咸了")
    quiet = len(box.wang.texts), len(box.plant.texts)
    for day, hour in ((2, 20), (3, 3), (3, 8)):
        await until(box, day, hour)
    assert (len(box.wang.texts), len(box.plant.texts)) == quiet


async def test_one_message_a_person_when_work_begins(box: Box) -> None:
    await assigned(box, "食堂的菜太咸了", "食堂的饭太硬了", "食堂排队太久")
    await until(box, 3, 8, 31)
    (owner,) = gathered(box.wang, HEAD_OWNER)
    assert "3 件" in owner
    assert owner.count("签收") == 3
    assert "还剩" in owner
    (group,) = gathered(box.plant, HEAD_GROUP)
    assert "3 件" in group
    assert "王建国" in group
    number = box.plant.find(HEAD_GROUP).buttons[0]
    before = len(box.plant.topic(number).texts)
    await box.zhao.press(number, on=box.plant.find(HEAD_GROUP))
    assert len(box.plant.topic(number).texts) == before + 1
    for hour in (9, 11, 14, 17):
        await until(box, 3, hour)
    assert len(gathered(box.wang, HEAD_OWNER)) == 1
    assert len(gathered(box.plant, HEAD_GROUP)) == 1


async def test_from_the_list_the_owner_acts(box: Box) -> None:
    first, _ = await assigned(box, "食堂的菜太咸了", "食堂的饭太硬了")
    await until(box, 3, 8, 31)
    number = first.name.split()[0]
    await box.wang.press(f"签收 {number}", on=box.wang.find(HEAD_OWNER))
    assert "办理中" in first.name
    await box.wang.press(f"打开 {number}", on=box.wang.find(HEAD_OWNER))
    assert "食堂的菜太咸了" in box.wang.last.text


async def test_a_reply_to_a_reminder_of_one_matter_is_progress(box: Box) -> None:
    (topic,) = await assigned(box, "食堂的菜太咸了")
    await until(box, 3, 8, 31)
    await box.wang.says("今天去看", reply_to=box.wang.find(HEAD_OWNER))
    assert "今天去看" in topic.last.text


async def test_a_reply_to_a_reminder_of_several_is_asked_about_and_lost_nowhere(box: Box) -> None:
    first, second = await assigned(box, "食堂的菜太咸了", "食堂的饭太硬了")
    await until(box, 3, 8, 31)
    reminder = box.wang.find(HEAD_OWNER)
    await box.wang.says("今天去看", reply_to=reminder)
    await box.wang.says("下午换厨师", reply_to=reminder)
    number = second.name.split()[0]
    asked = box.wang.last
    assert "哪一件" in asked.text
    await box.wang.press(next(each for each in asked.buttons if number in each), on=asked)
    assert second.mentions("今天去看\n下午换厨师")
    assert not first.mentions("今天去看")
    assert f"已记为 {number}" in box.wang.find("已记为").text
    toast = await box.wang.presses_data("own_which:1", on=asked)
    assert toast.alert, "the words have been given to the other one"
    await box.wang.says("水管也坏了")
    assert "请核对" in box.wang.last.text, "what answers nothing is a concern of their own"


async def test_words_that_would_push_an_open_question_aside_are_refused_plainly(box: Box) -> None:
    first, second = await assigned(box, "食堂的菜太咸了", "食堂的饭太硬了")
    await until(box, 3, 8, 31)
    reminder = box.wang.find(HEAD_OWNER)
    await box.wang.press(f"打开 {first.name.split()[0]}", on=reminder)
    await box.wang.press("退回")
    await box.wang.says("今天去看", reply_to=reminder)
    assert "没有转出" in box.wang.last.text
    assert not first.mentions("今天去看")
    assert not second.mentions("今天去看")


async def test_who_was_promised_a_date_that_passes_hears_it_once(box: Box) -> None:
    for text in ("食堂的菜太咸了", "食堂的饭太硬了"):
        topic = box.plant.topic(await box.raises(box.zhang, text, "匿名"))
        await box.zhao.press("受理", topic)
    await box.passes(workdays=6)
    assert not box.zhang.mentions("还没有答复")
    await box.passes(workdays=3, step_hours=2)
    (told,) = [each for each in box.zhang.texts if "还没有答复" in each]
    assert told.count("原定") == 2
    assert "久等" in told
    await box.restart()
    await box.passes(workdays=2, step_hours=2)
    assert sum("还没有答复" in each for each in box.zhang.texts) == 1


async def test_a_week_of_looks_says_each_thing_once(box: Box) -> None:
    (topic,) = await assigned(box, "食堂的菜太咸了")
    await box.wang.press("签收")
    days = 9
    await box.passes(days=days, step_hours=0.5)
    for place, head in ((box.wang, HEAD_OWNER), (box.plant, HEAD_GROUP)):
        said = gathered(place, head)
        # At most one in each of the working days from Tuesday on.
        assert 2 <= len(said) <= 7, said
        assert len(set(said)) == len(said)
    before = len(box.wang.texts), len(box.plant.texts), len(topic.texts)
    await box.restart()
    await box.passes(minutes=1)
    await box.passes(minutes=5)
    assert (len(box.wang.texts), len(box.plant.texts), len(topic.texts)) == before


async def test_a_bot_that_was_down_for_days_gathers_what_it_missed(box: Box) -> None:
    texts = [f"食堂第{n}个窗口太慢" for n in range(1, 6)]
    await assigned(box, *texts)
    await box.stop()
    box.clock.set(box.clock.now() + 7 * 86_400)
    await box.start()
    await box.passes(minutes=1)
    (owner,) = gathered(box.wang, HEAD_OWNER)
    assert "5 件" in owner
    assert len(gathered(box.plant, HEAD_GROUP)) == 1
    assert len(gathered(box.he, HEAD_MANAGER)) <= 1
    assert "超期" in owner


async def test_the_manager_hears_what_was_missed_once(box: Box) -> None:
    number = await box.raises(box.zhang, "宿舍没有热水")
    await until(box, 3, 17)
    assert not gathered(box.he, HEAD_MANAGER)
    await until(box, 4, 8, 31)
    (told,) = gathered(box.he, HEAD_MANAGER)
    assert number in told
    assert "受理" in told
    assert box.he.has_button(f"查看 {number}")
    topic = box.plant.topic(number)
    assert topic.mentions("已同时报告领导")
    for day in (5, 6, 9):
        await until(box, day, 8, 31)
    assert len(gathered(box.he, HEAD_MANAGER)) == 1
    assert sum("报告领导" in each for each in topic.texts) == 1
    assert "张三" not in "".join(box.he.texts)


async def test_an_accusation_is_told_to_no_manager(box: Box) -> None:
    await box.drafts(box.zhang, "举报车间主任收受回扣，虚报工时")
    await box.zhang.press("按检举控告，单独办理")
    await box.zhang.press("提交")
    for day in (3, 4, 5, 6):
        await until(box, day, 8, 31)
    assert not gathered(box.he, HEAD_MANAGER)
    assert not gathered(box.lin, HEAD_MANAGER)
    assert "回扣" not in "".join((*box.he.texts, *box.lin.texts, *box.hq.texts, *box.plant.texts))


async def test_the_urgent_grade_is_said_at_once_and_at_night(box: Box) -> None:
    (topic,) = await assigned(box, "食堂的菜太咸了")
    await box.zhao.press("更多", topic)
    await box.zhao.press("改紧急程度", topic)
    await box.zhao.press(next(each for each in topic.last.buttons if each.startswith("特急")), topic)
    await until(box, 2, 16)
    told = [each for each in box.wang.texts if URGENT in each]
    assert told, box.wang.texts
    await until(box, 3, 22)
    assert len([each for each in box.wang.texts if URGENT in each]) > len(told)
    assert topic.mentions(URGENT)


async def test_an_owner_who_never_started_is_named_to_the_desk(box: Box) -> None:
    (topic,) = await assigned(box, "食堂的菜太咸了")
    await box.wang.blocks()
    await until(box, 3, 8, 31)
    assert "收不到提醒" in gathered(box.plant, HEAD_GROUP)[0]
    for day in (4, 5, 6):
        await until(box, day, 8, 31)
    await box.wang.unblocks()
    await box.passes(minutes=2)
    assert len(gathered(box.wang, HEAD_OWNER)) == 1
    assert topic.texts
