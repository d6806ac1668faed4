"""Tables that are filled in for a visit and sent back, speakers that are read out of words, the registers of a year."""

from __future__ import annotations

from io import BytesIO
from typing import Any

import xlsxwriter
from python_calamine import CalamineWorkbook

from handlers.rules.codes import new_follow_code, spaced
from tests.acceptance.kit import Box
from tests.acceptance.seen import Shown

SITE = ("问题", "反映人", "办理方式", "答复或承诺", "责任人", "承诺时限")


def workbook(*rows: tuple[object, ...], merge: str | None = None) -> bytes:
    """A file as an office would send it."""
    content = BytesIO()
    with xlsxwriter.Workbook(content) as book:
        sheet = book.add_worksheet()
        for line, row in enumerate(rows):
            for column, value in enumerate(row):
                sheet.write(line, column, value)
        if merge is not None:
            sheet.merge_range(merge, "王小明")
    return content.getvalue()


def table_of(shown: Shown) -> list[list[Any]]:
    """The rows of the one workbook on a message."""
    (file,) = [each for each in shown.files if each.name.endswith(".xlsx")]
    return CalamineWorkbook.from_filelike(BytesIO(file.content)).get_sheet_by_index(0).to_python()


async def an_office_opens(box: Box) -> None:
    await box.zhao.says("/site", box.plant)
    await box.zhao.press("开始现场办公", box.plant)
    await box.zhao.says("二号宿舍楼 | 林书记 | 后勤处、工会", box.plant)


async def test_a_table_is_entered_row_by_row(box: Box) -> None:
    await an_office_opens(box)
    await box.zhao.press("用表格录入", box.plant)
    (form,) = [shown for shown in box.plant.said if any("现场办公录入表" in each.name for each in shown.files)]
    assert tuple(table_of(form)[0]) == SITE
    filled = workbook(
        ("现场办公 2026-03-02",),
        SITE,
        ("二楼电线老化", "王小明", "现场承诺", "更换电线", "王建国", "2026-03-15"),
        ("楼道灯坏了", "", "现场协调"),
        ("澡堂几点开门", "匿名", "当场答复", "早上六点"),
        ("窗户关不严",),
        ("门禁太早", "", "研究研究"),
        ("水压低", "", "现场承诺", "查一查", "王建国", "2020-01-01"),
        ("", "李四"),
        ("楼道灯坏了",),
        ("电梯旧", "", "当场答复"),
    )
    await box.zhao.sends_file("现场.xlsx", filled, box.plant)
    said = box.plant.mentions("“现场.xlsx”录入 4 条")
    assert said is not None
    text = next(each for each in box.plant.texts if "录入 4 条" in each)
    for line in ("第 7 行：办理方式“研究研究”不认识", "第 8 行：期限“2020-01-01”已经过去", "第 9 行：没有写内容"):
        assert line in text
    assert "第 10 行：与已有的一条相同" in text
    assert "第 11 行：写了当场答复，但没有写答复了什么" in text
    assert box.plant.has_topic("SJ-2026-0001")
    assert "有一件事项请您负责" in box.wang.last.text
    # The same file again adds nothing.
    await box.zhao.sends_file("现场.xlsx", filled, box.plant)
    assert "录入 0 条" in box.plant.last.text
    await box.zhao.press("完成", box.plant)
    assert "共 4 条" in box.plant.last.text
    assert "第 1 条：二楼电线老化" in box.plant.last.text
    await box.zhao.press("确认结束", box.plant)
    assert len(box.plant.topics) == 2


async def test_tables_that_are_none(box: Box) -> None:
    await an_office_opens(box)
    for name, content, expected in (
        ("坏.xlsx", b"PK\x03\x04 not a table", "读不出表格"),
        ("图.xlsx", b"\x89PNG\r\n\x1a\n" + bytes(80), "读不出表格"),
        ("列.xlsx", workbook(("甲", "乙"), ("一", "二")), "没有找到列名"),
        ("长.csv", "问题\n".encode() + b"\n".join(f"第 {n} 件事".encode() for n in range(20_000)), "一次最多 200 行"),
        ("空.xlsx", workbook(SITE), "录入 0 条"),
    ):
        await box.zhao.sends_file(name, content, box.plant)
        assert expected in box.plant.last.text, name
    assert not box.plant.topics
    # What can't be read does not end the entering.
    await box.zhao.says("楼道灯坏了", box.plant)
    assert "第 1 条：楼道灯坏了" in box.plant.last.text


def book_of(**sheets: tuple[tuple[object, ...], ...]) -> bytes:
    """A workbook with several sheets; one whose name ends in “隐” is hidden."""
    content = BytesIO()
    with xlsxwriter.Workbook(content) as book:
        for name, rows in sheets.items():
            sheet = book.add_worksheet(name)
            for line, row in enumerate(rows):
                sheet.write_row(line, 0, row)
            if name.endswith("隐"):
                sheet.hide()
        book.worksheets()[-1].activate()
    return content.getvalue()


async def test_tables_as_offices_make_them(box: Box) -> None:
    await an_office_opens(box)
    code = new_follow_code()
    head = ("序号", "问 题（必填）", "*办理方式", "责任人：", "承诺时限\n（日期）")
    sent = book_of(
        旧的隐=(("问题",), ("不该读到",)),
        填表说明=(("一行写一条，问题要写清楚。",),),
        三月=(
            ("现场办公登记表",),
            head,
            (1, "12.8事故整改", "现场承诺", "王建国", 46203),
            (2, "灯坏了", "", "", ""),
            (3, f"门坏了，码 {spaced(code)}", "现场承诺", "王建国", 46203),
        ),
        四月=(("问题",), ("另一张表",)),
    )
    await box.zhao.sends_file("三月.xlsx", sent, box.plant)
    assert "“三月.xlsx”录入 3 条" in box.plant.last.text
    assert box.wang.mentions("门坏了，码 ••••")
    assert spaced(code) not in "".join((*box.plant.texts, *box.wang.texts))
    assert box.plant.mentions("读的是工作表“三月”；没有读的：填表说明、四月。")
    assert "承诺：12.8事故整改 · 王建国 · 6月30日" in box.plant.last.text
    # A spreadsheet's number of a day is that day; what belongs to the words is still there.
    assert "期限：6月30日" in box.wang.last.text
    assert box.wang.mentions("12.8事故整改")
    page = (
        "<html><head><meta charset=gb2312></head><table><tr><td>问题<td>承诺时限<td>责任人<td>办理方式<td>办结时间</tr>"
        "<tr><td>门坏了<td>6月底左右<td>王建国<td>现场承诺<td></tr><tr><td>窗坏了<td><td><td>现场协调<td>2026-02-01</tr>"
        "<tr><td>锁坏了<td><td><td><td></tr></table></html>"
    )
    await box.zhao.sends_file("网页.xls", page.encode("gb18030"), box.plant)
    text = box.plant.last.text
    assert "“网页.xls”录入 1 条" in text
    assert "第 2 行：期限没有看懂：“6月底左右”" in text
    assert "第 3 行：写着“2026-02-01”，像是已经办完" in text
    for name, content, expected in (
        (
            "列.xlsx",
            book_of(说明=(("请填表",),), 表=(("标题",), ("编号", "摘要"), (1, 2))),
            "工作表“表”第 2 行写的是：编号、摘要",
        ),
        ("空.xlsx", book_of(空=(), 藏隐=(("问题",),), 尾=()), "看得见的工作表里都没有内容"),
        ("旧.xls", b"<?xml version='1.0'?><?mso-application progid='Excel.Sheet'?><Workbook>", "Excel 2003"),
    ):
        await box.zhao.sends_file(name, content, box.plant)
        assert expected in box.plant.last.text, name


async def test_other_encodings_merged_cells_and_dates_that_excel_keeps(box: Box) -> None:
    await an_office_opens(box)
    await box.zhao.sends_file("旧.csv", "问题,反映人\n浴室没有热水,李四\n".encode("gb18030"), box.plant)
    assert "录入 1 条" in box.plant.last.text
    await box.zhao.sends_file("宽.csv", "问题\t反映人\n雨棚漏水\t\n".encode("utf-16"), box.plant)
    assert "录入 1 条" in box.plant.last.text
    merged = workbook(("问题", "反映人"), ("一号门锁坏", ""), ("二号门锁坏", ""), merge="B2:B3")
    await box.zhao.sends_file("并.xlsx", merged, box.plant)
    assert "录入 2 条" in box.plant.last.text
    await box.zhao.press("完成", box.plant)
    assert box.plant.last.text.count("（王小明）") == 2


async def test_what_only_looks_like_a_speaker_stays_in_the_words(box: Box) -> None:
    await an_office_opens(box)
    await box.zhao.says("建议：澡堂开到十点", box.plant)
    assert "第 1 条：建议：澡堂开到十点" in box.plant.last.text
    await box.zhao.says("王小明：澡堂没有热水", box.plant)
    assert "第 2 条：澡堂没有热水（王小明）" in box.plant.last.text


async def test_a_question_of_an_office_that_a_colleague_closed(box: Box) -> None:
    await an_office_opens(box)
    await box.zhao.says("楼道灯坏了", box.plant)
    await box.zhao.press("当场答复", box.plant)
    await box.li.says("/site", box.plant)
    await box.li.press("继续：二号宿舍楼", box.plant)
    await box.li.press("完成", box.plant)
    await box.li.press("确认结束", box.plant)
    await box.zhao.says("明天换", box.plant)
    assert box.plant.mentions("已由同事结束")
    before = len(box.plant.texts)
    await box.zhao.says("这句只是闲聊", box.plant)
    assert len(box.plant.texts) <= before + 1
    assert len(box.plant.topics) == 1


async def test_the_registers_of_a_year(box: Box) -> None:
    await an_office_opens(box)
    await box.zhao.says("楼道灯坏了", box.plant)
    await box.zhao.press("完成", box.plant)
    await box.zhao.press("确认结束", box.plant)
    await box.zhao.says("/site", box.plant)
    await box.zhao.press("今年的现场办公登记", box.plant)
    rows = table_of(box.plant.last)
    assert rows[0][0] == "一分厂 2026 年现场办公登记"
    assert rows[2][5] == "楼道灯坏了"
    await box.zhao.says("/log 来访 李四 13800000000\n我的工伤认定还没有办", box.plant)
    await box.zhao.press("提交", box.plant)
    await box.zhao.says("/visit", box.plant)
    await box.zhao.press("今年的接访登记", box.plant)
    rows = table_of(box.plant.last)
    assert rows[1][:5] == ["编号", "来访时间", "地点", "来访人", "联系方式"]
    # What the office brought stands in its own register.
    assert len(rows) == 3
    assert rows[2][3:5] == ["李四", "13800000000"]
    assert "工伤认定" in str(rows[2][7])
    assert "赵敏" in str(rows[2][8])
    await box.zhao.press("今年的座谈访谈记录", box.plant)
    assert len(table_of(box.plant.last)) == 2


async def test_an_accusation_heard_at_an_office_is_in_no_register(box: Box) -> None:
    await an_office_opens(box)
    await box.zhao.says("举报采购科收受回扣", box.plant)
    await box.zhao.press("完成", box.plant)
    await box.zhao.press("确认结束", box.plant)
    await box.zhao.says("/site", box.plant)
    await box.zhao.press("今年的现场办公登记", box.plant)
    rows = table_of(box.plant.last)
    assert not any("回扣" in str(cell) for row in rows for cell in row)
    assert not any("检举" in str(cell) for row in rows for cell in row)
