"""The weekly digest, as managers get it on Monday at half past eight."""

from __future__ import annotations

import io
from datetime import datetime
from io import BytesIO
from typing import Any

from docx import Document
from PIL import Image
from python_calamine import CalamineWorkbook

from handlers.reports.digest import figures
from handlers.reports.digest.dispatch import look_at
from handlers.reports.digest.figures import Figures
from handlers.reports.digest.weeks import earlier, span_of
from storage import digests, units
from tests.acceptance.kit import START, Box, Person, Shown

DAY = 86_400
NEXT_MONDAY = START - 1800 + 7 * DAY
"""Monday 2026-03-09 08:30."""


async def until(box: Box, at: int) -> None:
    await box.passes(seconds=at - box.clock.now())


async def answers(box: Box, number: str, text: str = "已经换了厨师，少放盐。") -> None:
    topic = box.plant.topic(number)
    await box.zhao.press("答复", topic)
    await box.zhao.says(text, topic)
    await box.zhao.press("支持", topic)


async def rates(person: Person, *taps: str) -> None:
    for tap in taps or ("联系过", "解决了", "满意"):
        await person.press(tap)


def told(person: Person, unit: str) -> list[Shown]:
    return [each for each in person.shown if each.text.startswith(f"{unit} 信箱周报")]


def book(shown: Shown) -> dict[str, list[list[Any]]]:
    workbook = CalamineWorkbook.from_filelike(io.BytesIO(shown.files[0].content))
    return {name: workbook.get_sheet_by_name(name).to_python() for name in workbook.sheet_names}


async def test_each_manager_gets_it_once_for_their_own_unit(box: Box) -> None:
    number = await box.raises(box.zhang, "食堂的菜太咸了", "匿名")
    await answers(box, number)
    await rates(box.zhang)
    await until(box, NEXT_MONDAY - 60)
    assert not told(box.lin, "集团公司")
    await until(box, NEXT_MONDAY)
    await box.passes(minutes=5)
    await box.passes(hours=3)
    await box.restart()
    await box.passes(days=1)
    for manager, unit in ((box.lin, "集团公司"), (box.he, "一分厂")):
        assert len(told(manager, unit)) == 1
        words = told(manager, unit)[0].text
        assert "3月2日—3月8日" in words
        assert "新增 1 · 办结 1" in words
        assert "有效回访 1 件，另有 0 件未评价" in words
        assert "响应 1/1 · 解决 1/1 · 满意 1/1（样本不足）" in words
        assert "权重 0.1/0.5/0.4（版本 1）" in words
    assert not told(box.li, "集团公司")
    assert not told(box.he, "集团公司")


async def test_picture_and_workbook_follow(box: Box) -> None:
    number = await box.raises(box.zhang, "食堂的菜太咸了", "实名")
    await until(box, NEXT_MONDAY)
    shown = [each for each in box.lin.shown if each.files]
    picture = Image.open(io.BytesIO(shown[-2].files[0].content))
    assert picture.width > 600
    assert shown[-1].files[0].name == "周报明细 集团公司 2026-03-02.xlsx"
    sheets = book(shown[-1])
    assert sheets["台账"][1][1] == number
    words = str(sheets)
    assert "张三" not in words
    assert "超期" in words
    assert number in str(sheets["周报明细"])


async def test_down_over_monday_it_comes_when_the_bot_is_back(box: Box) -> None:
    await box.raises(box.zhang, "食堂的菜太咸了")
    await until(box, NEXT_MONDAY - DAY)
    await box.stop()
    box.clock.set(NEXT_MONDAY + 2 * DAY)
    await box.start()
    await box.passes(minutes=1)
    assert len(told(box.he, "一分厂")) == 1
    assert "3月2日—3月8日" in told(box.he, "一分厂")[0].text


async def test_a_new_mailbox_tells_nothing(box: Box) -> None:
    await until(box, NEXT_MONDAY)
    assert not told(box.lin, "集团公司")


async def test_the_next_week_compares_with_what_was_told(box: Box) -> None:
    for person in (box.zhang, box.chen):
        await box.raises(person, "食堂的菜太咸了")
    await until(box, NEXT_MONDAY)
    async with box.database.reading() as tx:
        kept = await digests.of_all(tx, "week", NEXT_MONDAY - 7 * DAY - 8 * 3600 - 1800)
    assert kept[1].figures["new"] == 2
    await box.raises(box.sun, "宿舍没有热水")
    await until(box, NEXT_MONDAY + 7 * DAY)
    words = told(box.lin, "集团公司")[-1].text
    assert "3月9日—3月15日" in words
    assert "新增 1（-1）" in words
    assert "在办 3（+1）" in words
    assert "比上周差：超期增加 1 件" in words


async def test_repeated_complaints_are_on_a_line_of_their_own(box: Box) -> None:
    number = await box.raises(box.zhang, "食堂的菜太咸了")
    await answers(box, number)
    await rates(box.zhang, "没有", "没有解决", "不满意")
    await until(box, NEXT_MONDAY)
    words = told(box.lin, "集团公司")[0].text
    assert "二次办理：本期重开 1 件，在办 1 件" in words
    assert "解决 0/1" in words


async def test_nothing_identifies_whoever_is_not_named(box: Box) -> None:
    await box.raises(box.zhang, "工资发晚了三天", "匿名")
    await box.raises(box.chen, "食堂的菜太咸了", "隐名")
    await until(box, NEXT_MONDAY)
    await box.lin.press("明细")
    words = "".join(box.lin.texts)
    assert "张三" not in words
    assert "陈静" not in words
    # One anonymous ticket of a category in a unit: merged, not told by its category.
    assert "薪酬 1" not in words
    assert "其他（合并） 2" in words


async def test_an_accusation_is_a_bare_count_for_those_above(box: Box) -> None:
    await box.zhang.says("我要举报车间主任收回扣")
    await box.zhang.press("一分厂 ›")
    if box.zhang.has_button("就是一分厂"):
        await box.zhang.press("就是一分厂")
    await box.zhang.press("按检举控告，单独办理")
    await box.zhang.press("提交")
    await box.sun.says("我要举报班长收回扣")
    await box.sun.press("一分厂 ›")
    await box.sun.press("一车间")
    await box.sun.press("按检举控告，单独办理")
    await box.sun.press("提交")
    # A gap in the numbers would tell of them too.
    assert await box.raises(box.chen, "食堂的菜太咸了") == "SJ-2026-0001"
    await until(box, NEXT_MONDAY)
    # The unit above has no office for them: who manages it learns of none that is about a unit below.
    assert "检举控告 2 件，另行办理" in told(box.lin, "集团公司")[0].text
    assert "检举" not in told(box.he, "一分厂")[0].text
    for person, unit in ((box.lin, "集团公司"), (box.he, "一分厂")):
        assert "新增 1 ·" in told(person, unit)[0].text
        await person.press("明细")
        await person.says("/ledger")
        assert "共 1 件" in person.last.text
        assert "回扣" not in "".join(person.texts) + str(book(person.last))
        assert (await person.presses_data("man_open:1", on=told(person, unit)[0])).alert


async def test_now_for_one_units_managers_as_often_as_asked(box: Box) -> None:
    await box.raises(box.zhang, "食堂的菜太咸了")
    for _ in range(2):
        await box.engine.tick("digest", {"to": "managers", "unit": 2, "starts_at": START}, every=1)
        await box.settled()
        await box.passes(minutes=2, seconds=7)
    assert len(told(box.he, "一分厂")) == 2
    assert "本周至今" in told(box.he, "一分厂")[0].text
    assert not told(box.lin, "集团公司")


async def test_month_and_quarter_are_told_once_and_can_be_asked_for(box: Box) -> None:
    await box.raises(box.zhang, "食堂的菜太咸了")
    tz = box.engine.house.calendar.tz
    await box.passes(seconds=datetime(2026, 4, 1, 8, 0, tzinfo=tz).timestamp() - box.clock.now())
    assert not box.he.mentions("信箱月报")
    for hour in (9, 10):
        await box.passes(seconds=datetime(2026, 4, 1, hour, 0, tzinfo=tz).timestamp() - box.clock.now())
    assert len([each for each in box.he.texts if "一分厂 信箱月报" in each]) == 1
    assert len([each for each in box.he.texts if "一分厂 信箱季报" in each]) == 1
    monthly = box.he.find("一分厂 信箱月报")
    assert "新增 1" in monthly.text
    assert "3月1日" in monthly.text
    await box.he.press("公文版（Word）", on=monthly)
    (file,) = box.he.last.files
    paper = Document(BytesIO(file.content))
    assert paper.paragraphs[0].text == "一分厂信箱工作月报"
    assert paper.tables
    await box.he.says("/digest")
    await box.he.press("月报")
    assert "本月至今" in box.he.last.text
    await box.he.press("前一个月")
    assert "3月1日" in box.he.last.text
    await box.he.press("明细")
    assert "食堂" in box.he.last.text


async def test_what_was_told_of_earlier_months_is_not_read_again(box: Box) -> None:
    await box.raises(box.zhang, "食堂的菜太咸了")
    calendar = box.engine.house.calendar
    march = span_of(calendar, "month", box.clock.now())
    async with box.database.writing() as tx:
        plant = await units.by_code(tx, "PLANT")
        assert plant is not None
        reckoned = await look_at(tx, box.engine.house, plant, march, march.until)
        for back in range(2, 8):
            told_then = {plant.id: figures.write(Figures(new=back))}
            await digests.keep(tx, "month", earlier(calendar, march, back).start, told_then, march.until)
        kept = await look_at(tx, box.engine.house, plant, march, march.until)
    assert [each.new for _, each in reckoned.trend] == [0, 0, 0, 0, 0, 0, 0, 1]
    assert [each.new for _, each in kept.trend] == [7, 6, 5, 4, 3, 2, 0, 1]
    assert (kept.now, kept.unheard, kept.unsettled) == (reckoned.now, reckoned.unheard, reckoned.unsettled)
