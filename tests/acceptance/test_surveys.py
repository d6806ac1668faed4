"""Surveys through the front door: built, sent, answered once, anonymous for real, shown, closed."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from io import BytesIO

from PIL import Image
from python_calamine import CalamineWorkbook

from storage import surveys, units
from tests.acceptance.kit import START, Box, Person
from tests.acceptance.test_clock_reminders import until
from tests.unit.rules.test_surveys import TEXT


async def sent(box: Box, *, named: bool = False) -> None:
    for person in (box.zhang, box.chen, box.sun):
        await person.starts()
    await box.raises(box.zhang, "食堂的菜太咸了")
    await box.li.says("/survey")
    await box.li.press("新的问卷")
    await box.li.says("食堂满意度\n三分钟，匿名。")
    await box.li.says(TEXT)
    if named:
        await box.li.press("改为实名")
    await box.li.press("选择范围")
    await box.li.press(next(each for each in box.li.last.buttons if "集团公司" in each))
    await box.li.press("发出")
    await box.passes(minutes=2)


async def filled(person: Person, words: str | None = "加点素菜") -> None:
    await person.press("开始填写")
    await person.press("满意")
    await person.press("一号")
    await person.press("二号")
    await person.press("下一题")
    await person.press("5")
    if words is None:
        await person.press("跳过")
    else:
        await person.says(words)
    await person.press("提交")


async def test_from_the_first_question_to_the_results(box: Box) -> None:
    await sent(box)
    assert "【问卷】食堂满意度" in box.zhang.last.text
    await filled(box.zhang)
    assert "已提交" in box.zhang.last.text
    toast = await box.zhang.press("开始填写")
    assert "每人一次" in toast.text
    # Whoever is not satisfied is led past the second question.
    await box.chen.press("开始填写")
    assert "本问卷匿名" in box.chen.last.text
    await box.chen.press("不满意")
    assert "打分" in box.chen.last.text
    await box.restart()
    await box.chen.press("上一题")
    await box.chen.press("不满意")
    await box.chen.press("1")
    await box.chen.press("跳过")
    assert "（未答）" in box.chen.last.text
    await box.chen.press("提交")
    await box.li.says("/survey")
    await box.li.press("1. 食堂满意度")
    shown = box.li.last.text
    assert "已答 2 份" in shown
    assert "1（50%）满意" in shown
    assert "平均 3.00 分" in shown
    assert "加点素菜" in shown
    await box.li.press("图表")
    (picture,) = box.li.last.files
    assert Image.open(BytesIO(picture.content)).width == 1080
    await box.li.press("导出表格")
    (file,) = box.li.last.files
    book = CalamineWorkbook.from_filelike(BytesIO(file.content))
    assert book.sheet_names == ["结果", "答卷"]
    assert "张三" not in str(book.get_sheet_by_index(1).to_python())


async def test_nothing_joins_an_unnamed_answer_to_a_person(box: Box) -> None:
    await sent(box)
    await filled(box.zhang, "我的话只有一句")
    await filled(box.chen, None)
    with closing(sqlite3.connect(box.folder / "mailbox.db")) as rows:
        columns = {row[1] for row in rows.execute("PRAGMA table_info(survey_answers)")}
        assert columns == {"survey_id", "key", "day", "unit_id", "person", "answers"}
        answers = rows.execute("SELECT key, day, person FROM survey_answers").fetchall()
        tags = [bytes(tag) for (tag,) in rows.execute("SELECT tag FROM survey_participants")]
        drafts = rows.execute("SELECT count(*) FROM conversations WHERE kind = 'survey_sheet'").fetchone()
    assert len(answers) == len(tags) == 2
    assert all(person is None and day == "2026-03-02" for _, day, person in answers)
    # The rows stand in the order of their keys, which are random in the one and keyed tags in the other.
    assert [key for key, *_ in answers] == sorted(key for key, *_ in answers)
    assert tags == sorted(tags)
    assert drafts == (0,)


async def test_a_named_one_says_who(box: Box) -> None:
    await sent(box, named=True)
    await box.zhang.press("开始填写")
    assert "本问卷实名" in box.zhang.last.text
    await box.zhang.press("满意")
    await box.zhang.press("一号")
    await box.zhang.press("下一题")
    await box.zhang.press("4")
    await box.zhang.press("跳过")
    await box.zhang.press("提交")
    await box.li.says("/survey")
    await box.li.press("1. 食堂满意度")
    await box.li.press("导出表格")
    book = CalamineWorkbook.from_filelike(BytesIO(box.li.last.files[0].content))
    assert "张三" in str(book.get_sheet_by_index(1).to_python())


async def test_it_is_reminded_of_closed_and_told(box: Box) -> None:
    await sent(box)
    await filled(box.zhang)
    await box.li.says("/survey")
    await box.li.press("1. 食堂满意度")
    await box.li.press("提醒未答的人")
    await box.passes(minutes=2)
    assert box.chen.mentions("还等您的意见")
    assert not box.zhang.mentions("还等您的意见")
    await box.li.says("/survey")
    await box.li.press("1. 食堂满意度")
    await box.li.press("截止时间")
    await box.li.says("3月4日")
    await until(box, 5, 9)
    toast = await box.chen.press("开始填写")
    assert "已经结束" in toast.text
    await box.li.says("/survey")
    await box.li.press("1. 食堂满意度")
    shown = box.li.last
    # A finger that presses twice before the first press has taken the button away.
    box.world.press(box.li.user, shown.message.chat, shown.id, shown.button("公布结果")["callback_data"])
    await box.li.press("公布结果", on=shown)
    await box.passes(minutes=2)
    assert sum("【问卷结果】" in each for each in box.chen.texts) == 1
    (drawn,) = box.chen.find("【问卷结果】食堂满意度").files
    assert Image.open(BytesIO(drawn.content)).width == 1080
    told = box.chen.find("【问卷结果】食堂满意度").text
    assert "1（100%）满意" in told
    assert "加点素菜" not in told


async def test_words_of_an_answer_are_no_concern_and_a_concern_no_answer(box: Box) -> None:
    await sent(box)
    await box.zhang.press("开始填写")
    await box.zhang.press("满意")
    await box.zhang.says("宿舍没有热水")
    assert "请核对" in box.zhang.last.text
    await box.zhang.says("/menu")
    await box.zhang.press("正在进行的问卷")
    await box.zhang.press("食堂满意度")
    await box.zhang.press("一号", on=box.zhang.with_button("一号"))
    toast = await box.zhang.press("三号")
    assert toast is not None
    toast = await box.zhang.press("二号")
    assert "最多选 2 项" in toast.text


async def test_results_are_live_while_answers_come_in(box: Box) -> None:
    await sent(box)
    await filled(box.zhang)
    await box.li.says("/survey")
    await box.li.press("1. 食堂满意度")
    shown = box.li.last
    assert "已答 1 份" in shown.text
    await filled(box.chen, None)
    await box.li.press("刷新", on=shown)
    assert "已答 2 份" in shown.text
    assert "2（100%）满意" in shown.text
    toast = await box.zhang.presses_data("sv_again:1", on=box.zhang.last)
    assert "没有这份问卷" in toast.text


async def test_a_second_press_hands_nothing_in_twice(box: Box) -> None:
    await sent(box)
    await box.zhang.press("开始填写")
    await box.zhang.press("不满意")
    await box.zhang.press("1")
    await box.zhang.press("跳过")
    shown = box.zhang.last
    # A finger that presses twice before the first press has taken the button away.
    box.world.press(box.zhang.user, shown.message.chat, shown.id, shown.button("提交")["callback_data"])
    toast = await box.zhang.press("提交", on=shown)
    assert "每人一次" in toast.text
    await box.li.says("/survey")
    assert "已答 1" in box.li.last.text


async def test_closed_while_somebody_writes(box: Box) -> None:
    await sent(box)
    await box.zhang.press("开始填写")
    await box.zhang.press("不满意")
    await box.zhang.press("1")
    assert "直接写下来" in box.zhang.last.text
    await box.chen.press("开始填写")
    shown = box.chen.last
    await box.li.says("/survey")
    await box.li.press("1. 食堂满意度")
    await box.li.press("结束问卷")
    await box.zhang.says("加点素菜")
    assert "已经结束" in box.zhang.last.text
    assert "没有交" in box.zhang.last.text
    # From now on what they write is a concern again.
    await box.zhang.says("宿舍没有热水")
    assert "宿舍没有热水" in box.zhang.last.text
    await box.zhang.press("新反映")
    assert box.zhang.last.has("提交")
    toast = await box.chen.press("满意", on=shown)
    assert "已经结束" in toast.text


async def test_choices_that_a_button_can_not_hold_stand_above_it(box: Box) -> None:
    await box.chen.starts()
    await box.li.says("/survey")
    await box.li.press("新的问卷")
    await box.li.says("班车")
    await box.li.says(
        "1. 早班车几点开好（工作日）\n"
        "A. 六点四十分，让住在城东的同事也能赶上早班的交接\n"
        "B. 七点整，和现在一样\n"
        "2. 还有什么要说（请写具体）"
    )
    assert "早班车几点开好（工作日）（单选）" in box.li.last.text
    await box.li.press("选择范围")
    await box.li.press(next(each for each in box.li.last.buttons if "集团公司" in each))
    await box.li.press("发出")
    await box.passes(minutes=2)
    await box.chen.press("开始填写")
    assert "A. 六点四十分，让住在城东的同事也能赶上早班的交接" in box.chen.last.text
    await box.chen.press("B. 七点整，和现在一样")
    await box.chen.says("没有了")
    await box.chen.press("提交")
    await box.li.says("/survey")
    await box.li.press("1. 班车")
    assert "1（100%）七点整，和现在一样" in box.li.last.text


async def test_what_can_not_be_read_is_said_and_can_be_sent_anew(box: Box) -> None:
    await box.li.says("/survey")
    await box.li.press("新的问卷")
    await box.li.says("食堂满意度")
    await box.li.says("1. 好吗（单选）\nA. 好")
    assert "2 至 20 个选项" in box.li.last.text
    await box.li.says(TEXT)
    assert "4 题，还没有发出" in box.li.last.text
    assert "B. 不满意 → 3" in box.li.last.text
    await box.zhang.says("/survey")
    assert "没有发问卷的权限" in box.zhang.last.text
    for data in ("sv_open:1", "sv_send:1", "sv_draft:1", "sv_start:1", "sv_submit:1", "sv_close:1"):
        toast = await box.zhang.presses_data(data, on=box.zhang.last)
        assert toast.text


async def test_what_others_keep_hides_nothing_of_ones_own(box: Box) -> None:
    await box.zhao.says("/survey")
    await box.zhao.press("新的问卷")
    await box.zhao.says("澡堂几点开合适")
    async with box.database.writing() as tx:
        hq = await units.by_code(tx, "HQ")
        assert hq is not None
        for n in range(70):
            await surveys.add(tx, hq.id, f"集团的第{n}份", "", by=1, now=START)
    await box.zhao.says("/survey")
    assert "问卷 1 份" in box.zhao.last.text
    assert "澡堂几点开合适" in box.zhao.last.text
    # Whoever keeps many of them turns the pages in place.
    await box.li.says("/survey")
    assert "问卷 71 份" in box.li.last.text
    for _ in range(8):
        await box.li.press("下一页")
    assert "71. 澡堂几点开合适" in box.li.last.text
    assert not box.li.last.has("下一页")
