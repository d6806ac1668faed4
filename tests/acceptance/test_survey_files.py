"""A survey from a file: TOML or a table in the chat; what is wrong is said with the place, and nothing is lost."""

from __future__ import annotations

from io import BytesIO

from python_calamine import CalamineWorkbook

from handlers.core.texts import say
from tests.acceptance.kit import Box
from tests.unit.rules.test_surveys import TEXT

SAMPLE = say("zh-CN", "survey-sample")
TABLE = """题目,题型,必答,选项1,选项2,选项3
您对食堂满意吗？,单选,,满意,不满意 → 3,
您常去哪些窗口？,多选，最多2,,一号,二号,三号
给服务打分,打分,,,,
还有什么建议？,文字,否,,,
"""


async def begun(box: Box, title: str | None = None) -> None:
    await box.li.says("/survey")
    await box.li.press("新的问卷")
    if title is not None:
        await box.li.says(title)


async def test_a_whole_survey_in_one_toml_file(box: Box) -> None:
    await box.zhang.starts()
    await begun(box)
    await box.li.sends_file("食堂.toml", SAMPLE.encode())
    shown = box.li.last
    assert "“食堂满意度”，4 题，还没有发出" in shown.text
    assert "本问卷匿名" in shown.text
    assert "截止 3月16日" in shown.text
    assert "B. 不满意 → 3" in shown.text
    await box.li.press("选择范围")
    await box.li.press(next(each for each in box.li.last.buttons if "集团公司" in each))
    await box.li.press("发出")
    await box.passes(minutes=2)
    assert "三分钟，匿名。" in box.zhang.last.text
    await box.zhang.press("开始填写")
    await box.zhang.press("不满意")
    assert "给服务打分" in box.zhang.last.text
    # What follows the file is no title any more.
    await box.li.says("食堂的菜太咸了")
    assert "食堂的菜太咸了" in box.li.last.text
    assert "未发出" not in box.li.last.text


async def test_a_table_as_excel_saves_it_in_chinese(box: Box) -> None:
    await begun(box, "食堂满意度")
    await box.li.press("表格模板")
    await box.restart()
    given = [file for each in box.li.shown for file in each.files]
    assert [each.name for each in given] == ["问卷模板.xlsx", "问卷模板.toml"]
    rows = CalamineWorkbook.from_filelike(BytesIO(given[0].content)).get_sheet_by_index(0).to_python()
    assert rows[0][:4] == ["题目", "题型", "必答", "选项1"]
    await box.li.sends_file("问卷.csv", TABLE.replace("，", "、").encode("gbk"))
    shown = box.li.last.text
    assert "“食堂满意度”，4 题，还没有发出" in shown
    assert "2. 您常去哪些窗口？（多选，最多2）" in shown
    assert "3. 给服务打分（1-5分）" in shown
    assert "4. 还有什么建议？（文字，选填）" in shown


async def test_what_is_wrong_in_a_file_is_said_with_its_place(box: Box) -> None:
    await begun(box)
    await box.li.sends_file("食堂.toml", SAMPLE.replace('"三分钟，匿名。"', "三分钟").encode())
    assert "“食堂.toml”还不能用：第 3 行读不懂：intro = 三分钟" in box.li.last.text
    await box.li.sends_file("食堂.toml", SAMPLE.replace('"打分"', '"排序"').encode())
    assert "第 3 题的题型“排序”没有看懂" in box.li.last.text
    await box.li.sends_file("食堂.toml", SAMPLE.replace("10天", "去年").encode())
    assert "已经过去" in box.li.last.text
    await box.li.sends_file("食堂.toml", SAMPLE.replace("10天", "2026-02-10").encode())
    assert "已经过去" in box.li.last.text
    await box.li.sends_file("食堂.toml", bytes(range(256)))
    assert "不是文本文件" in box.li.last.text
    await box.li.sends_file("食堂.xlsx", b"%PDF-1.4\n%%EOF\n")
    assert "没有找到列名" in box.li.last.text
    await box.li.sends_file("食堂.xlsx", b"PK\x03\x04 not a workbook")
    assert "读不出表格" in box.li.last.text
    await box.li.sends_file("食堂.pdf")
    assert "xlsx、CSV、TOML" in box.li.last.text
    await box.li.sends_photo()
    assert "xlsx、CSV、TOML" in box.li.last.text
    await box.li.says("/survey")
    assert "问卷 0 份" in box.li.last.text
    # The question is open all the while: the right file, or a title, is still taken.
    await box.li.sends_file("食堂.txt", TEXT.encode("utf-16"))
    assert "“食堂”，4 题，还没有发出" in box.li.last.text


async def test_a_file_takes_the_place_of_questions_but_not_after_they_were_sent(box: Box) -> None:
    await begun(box, "食堂满意度")
    await box.li.says(TEXT)
    await box.li.press("写问题")
    await box.li.sends_file("新的.toml", '[[questions]]\ntext = "只有一题"'.encode())
    assert "“食堂满意度”，1 题" in box.li.last.text
    await box.li.press("写问题")
    await box.zhang.starts()
    await box.li.press("选择范围", on=box.li.with_button("选择范围"))
    await box.li.press(next(each for each in box.li.with_button("返回").buttons if "集团公司" in each))
    await box.li.press("发出")
    await box.passes(minutes=2)
    await box.li.sends_file("再来.toml", SAMPLE.encode())
    assert "已经发出，不能再改" in box.li.last.text
    toast = await box.zhang.presses_data("sv_form", on=box.zhang.last)
    assert "没有发问卷的权限" in toast.text


async def test_a_file_without_a_survey_is_a_concern_as_before(box: Box) -> None:
    await box.zhang.sends_file("食堂.toml", SAMPLE.encode())
    assert box.zhang.last.has_word("取消")
    assert not box.zhang.mentions("问卷")
