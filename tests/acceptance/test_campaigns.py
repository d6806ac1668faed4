"""我为群众办实事: proposed and seconded without names, gathered into measures, done, told, judged."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from io import BytesIO
from typing import Any

from PIL import Image
from python_calamine import CalamineWorkbook

from tests.acceptance.kit import Box, Person, Shown
from tests.acceptance.test_clock_reminders import until


async def opened(box: Box) -> None:
    for person in (box.zhang, box.chen, box.sun):
        await person.starts()
    await box.raises(box.zhang, "食堂的菜太咸了")
    await box.li.says("/campaign")
    await box.li.press("新的征集")
    await box.li.says("我为群众办实事\n请提您最盼着解决的一件事。")
    await box.li.says("3月20日")
    await box.li.press("选择范围")
    await box.li.press(next(each for each in box.li.last.buttons if "集团公司" in each))
    await box.li.press("发出")
    await box.passes(minutes=2)


def table_of(shown: Shown) -> list[list[Any]]:
    """The rows of the spreadsheet that a message carries."""
    (file,) = shown.files
    rows: list[list[Any]] = CalamineWorkbook.from_filelike(BytesIO(file.content)).get_sheet_by_index(0).to_python()
    return rows


async def proposes(person: Person, text: str, *, named: bool = False) -> None:
    await person.press("我要提建议")
    await person.says(text)
    if named:
        await person.press("改为实名")
    await person.press("提交")


async def everyone_reads_what_became_of_it(box: Box) -> None:
    await box.li.says("/campaign")
    await box.li.press("1. 我为群众办实事")
    await box.li.press("公布举措和进展")
    await box.passes(minutes=2)
    for person in (box.zhang, box.chen, box.sun):
        told = person.find("【举措进展】我为群众办实事")
        assert "已销号 1/1" in told.text
        assert "群众评价：满意 1" in told.text
    # Everyone gets the list as a file: the result stands in it, what was noted on the way does not.
    rows = table_of(box.chen.last)
    assert "四月一日开张" in str(rows[2][11])
    assert "扯皮" not in str(rows)
    assert "张三" not in str(rows)


async def test_from_a_proposal_to_its_result(box: Box) -> None:
    await opened(box)
    assert "【征集】我为群众办实事" in box.zhang.last.text
    await proposes(box.zhang, "食堂设夜宵窗口")
    await proposes(box.chen, "夜班没有热饭吃", named=True)
    await proposes(box.sun, "发一人一辆车")
    assert "第 3 号建议" in box.sun.last.text
    await box.sun.press("看大家提的")
    await box.sun.press("1 号（附议 0）")
    assert "张三" not in box.sun.last.text
    await box.sun.press("附议")
    assert "附议 1" in box.sun.last.text
    toast = await box.sun.press("附议")
    assert "收回" in toast.text
    await box.sun.press("附议")
    await box.li.says("/campaign")
    await box.li.press("1. 我为群众办实事")
    shown = box.li.last.text
    assert shown.index("1 号 · 附议 1") < shown.index("2 号 · 附议 0")
    assert "陈静" in shown
    assert "张三" not in shown
    await box.li.press("归并成举措")
    await box.li.says("1、9 | 食堂增设夜宵窗口")
    assert "有的编号没有" in box.li.last.text
    await box.li.says("1、2 | 食堂增设夜宵窗口 | 钱进 | 6月30日 | 夜班吃上热饭")
    assert "征集 3 → 归并 2 → 立项 1 → 公布 0 → 完成 0 → 测评 0" in box.li.last.text
    assert "您的第 1 号建议已采纳" in box.zhang.last.text
    await box.li.press("不采纳")
    await box.li.says("3 | 公司没有这笔经费")
    assert "没有采纳：公司没有这笔经费" in box.sun.last.text
    await box.li.press("公布举措和进展")
    await box.passes(minutes=2)
    told = box.chen.find("【举措公布】")
    assert "食堂增设夜宵窗口" in told.text
    (drawn,) = told.files
    assert Image.open(BytesIO(drawn.content)).width == 1080
    await box.qian.press("进展", on=box.qian.find("有一件事项请您负责"))
    await box.qian.says("供应商还在扯皮")
    await box.qian.press("发出")
    await box.qian.press("申请销号", on=box.qian.find("有一件事项请您负责"))
    await box.qian.says("四月一日开张")
    await box.qian.press("确认申请")
    await box.li.press("销号", box.hq)
    assert "有了结果" in box.zhang.last.text
    await box.li.says("/campaign")
    await box.li.press("1. 我为群众办实事")
    await box.li.press("请大家评价")
    await box.passes(minutes=2)
    await box.chen.press("满意")
    toast = await box.chen.press("不满意")
    assert "已经评价过" in toast.text
    await box.li.says("/campaign")
    await box.li.press("1. 我为群众办实事")
    assert "公布 1 → 完成 1 → 测评 1" in box.li.last.text
    await box.li.press("导出清单")
    rows = table_of(box.li.last)
    assert rows[1][:4] == ["序号", "项目名称", "项目来源", "群众需求"]
    assert rows[2][3] == "食堂设夜宵窗口\n夜班没有热饭吃"
    assert "满意 1" in str(rows[2][13])
    await everyone_reads_what_became_of_it(box)


async def test_who_proposed_and_who_seconded_is_nowhere_to_be_read(box: Box) -> None:
    await opened(box)
    await proposes(box.zhang, "食堂设夜宵窗口")
    await box.chen.press("看大家提的")
    await box.chen.press("1 号（附议 0）")
    await box.chen.press("附议")
    with closing(sqlite3.connect(box.folder / "mailbox.db")) as rows:
        (proposal,) = rows.execute("SELECT * FROM proposals").fetchall()
        (second,) = rows.execute("SELECT * FROM proposal_seconds").fetchall()
        people = [row[0] for row in rows.execute("SELECT id FROM people")]
    assert not any(value in people for value in proposal[8:10] if isinstance(value, int))
    assert len(second) == 2
    assert isinstance(second[1], bytes)


async def test_after_the_end_nothing_is_lost(box: Box) -> None:
    await opened(box)
    await until(box, 20, 10)
    await box.zhang.press("我要提建议")
    await box.zhang.says("食堂设夜宵窗口")
    shown = box.zhang.last
    await box.restart()
    await until(box, 20, 19)
    toast = await box.zhang.press("提交", on=shown)
    assert "征集已经截止，您写的还在" in toast.text
    toast = await box.chen.press("我要提建议")
    assert "截止" in toast.text
    await box.zhang.press("取消", on=shown)
    await box.zhang.says("食堂设夜宵窗口")
    await box.zhang.press("新反映")
    await box.zhang.press("提交")
    assert box.plant.has_topic("SJ-2026-0002")


async def test_others_can_not_run_it(box: Box) -> None:
    await opened(box)
    for data in ("camp_kept:1", "camp_gather:1", "camp_close:1", "camp_publish:1", "camp_send:1", "camp_book:1"):
        toast = await box.zhang.presses_data(data, on=box.zhang.last)
        assert toast.text
    await box.zhang.says("/campaign")
    assert "信箱专员" in box.zhang.last.text
    await box.zhang.says("/menu")
    await box.zhang.press("征集活动")
    await box.zhang.press("我为群众办实事")
    assert "建议 0 条" in box.zhang.last.text


async def test_nothing_is_published_or_judged_before_there_is_a_measure(box: Box) -> None:
    await opened(box)
    await proposes(box.zhang, "食堂设夜宵窗口")
    await box.li.says("/campaign")
    await box.li.press("1. 我为群众办实事")
    shown = box.li.last
    assert not shown.has("公布举措和进展")
    for data in ("camp_publish:1", "camp_judge:1"):
        toast = await box.li.presses_data(data, on=shown)
        assert "先用“归并成举措”" in toast.text


async def test_a_second_press_publishes_nothing_twice(box: Box) -> None:
    await opened(box)
    await proposes(box.zhang, "食堂设夜宵窗口")
    await box.li.says("/campaign")
    await box.li.press("1. 我为群众办实事")
    await box.li.press("归并成举措")
    await box.li.says("1 | 食堂增设夜宵窗口 | 外单位张工 | 后年春天")
    assert "没有看懂“春天”" in box.li.last.text
    await box.li.says("1 | 食堂增设夜宵窗口 | 外单位张工")
    shown = box.li.last
    # A finger that presses twice before the first press has taken the button away.
    box.world.press(box.li.user, shown.message.chat, shown.id, shown.button("公布举措和进展")["callback_data"])
    await box.li.press("公布举措和进展", on=shown)
    await box.passes(minutes=2)
    assert sum("【举措公布】" in each for each in box.chen.texts) == 1
