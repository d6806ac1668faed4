"""Policy notices: sent, read, asked about, reminded of; frequent questions: kept, offered, counted."""

from __future__ import annotations

from io import BytesIO

from python_calamine import CalamineWorkbook

from tests.acceptance.kit import Box


async def sent(box: Box, text: str = "年休假新规\n自五月起，年休假可以跨年使用。", unit: str = "一分厂") -> None:
    for person in (box.zhang, box.chen, box.sun):
        await person.starts()
    await box.raises(box.zhang, "食堂的菜太咸了")  # Zhang belongs to the plant from now on.
    await box.li.says("/notice")
    await box.li.press("新的通知")
    await box.li.says(text)
    await box.li.sends_file("年休假办法.pdf", b"%PDF-1.4\n%%EOF\n")
    await box.li.press("选择范围")
    await box.li.press(next(each for each in box.li.last.buttons if unit in each))
    await box.li.press("看一遍再发")
    await box.li.press(next(each for each in box.li.last.buttons if each.startswith("发送给")))
    await box.passes(minutes=2)


async def test_a_notice_is_read_once_and_counted_by_unit(box: Box) -> None:
    await sent(box)
    assert "【政策通知】年休假新规" in box.zhang.find("年休假可以跨年使用").text
    toast = await box.zhang.press("已读")
    assert "已记为已读" in toast.text
    toast = await box.zhang.press("已读")
    assert "点过" in toast.text
    await box.li.says("/notice")
    await box.li.press("1. 年休假新规")
    assert "一分厂：1/" in box.li.last.text
    before = len([each for each in box.zhang.texts if "年休假" in each])
    await box.li.press("提醒未读的人")
    await box.passes(minutes=2)
    assert len([each for each in box.zhang.texts if "年休假" in each]) == before
    assert box.wang.mentions("【请阅读】年休假新规")
    await box.zhang.says("/menu")
    await box.zhang.press("政策通知")
    await box.zhang.press("1. 年休假新规")
    assert "年休假可以跨年使用" in box.zhang.last.text


async def test_a_question_about_it_is_a_ticket(box: Box) -> None:
    await sent(box)
    await box.zhang.press("提问")
    await box.zhang.says("学徒算不算？")
    assert "关于通知《年休假新规》" in box.zhang.last.text
    assert "咨询" in box.zhang.last.text
    assert "标题：学徒算不算\n" in box.zhang.last.text
    await box.zhang.press("提交")
    topic = box.plant.topic("SJ-2026-0002")
    assert topic.mentions("学徒算不算")
    assert "关于通知：《年休假新规》" in topic.card.text
    await box.zhao.press("看通知", topic)
    assert topic.mentions("年休假可以跨年使用")
    assert topic.last.files[0].name == "年休假办法.pdf"
    await box.li.says("/notice")
    await box.li.press("1. 年休假新规")
    assert "提问 1 件" in box.li.last.text
    await box.li.press("撤下")
    toast = await box.zhang.press("已读", on=box.zhang.find("【政策通知】"))
    assert "撤下" in toast.text


async def test_reading_rates_by_unit_as_a_spreadsheet(box: Box) -> None:
    await sent(box, unit="集团公司")
    await box.zhang.press("已读")
    await box.sun.press("已读")
    await box.zhang.press("提问")
    await box.zhang.says("学徒算不算？")
    await box.zhang.press("提交")
    await box.li.says("/notice")
    await box.li.press("1. 年休假新规")
    await box.li.press("导出表格")
    (file,) = box.li.last.files
    rows = CalamineWorkbook.from_filelike(BytesIO(file.content)).get_sheet_by_index(0).to_python()
    assert "年休假新规" in str(rows[0][0])
    assert rows[1][:7] == ["序号", "单位", "上级单位", "人数", "已读", "未读", "阅读率"]
    by_unit = {row[1]: row for row in rows[2:]}
    # Zhang belongs to the plant; Sun has said no unit yet.
    assert by_unit["一分厂"][3:7] == [1, 1, 0, "100%"]
    assert by_unit["集团公司"][7:11] == [1, 1, "100%", 1]
    # The staff, and whoever has said no unit, got it too.
    assert by_unit["没有登记单位的"][3:7] == [9, 1, 8, "11%"]
    toast = await box.zhang.presses_data("note_book:1", on=box.zhang.last)
    assert "权限" in toast.text


async def test_withdrawn_meanwhile_a_question_is_still_taken(box: Box) -> None:
    await sent(box)
    await box.zhang.press("提问")
    await box.li.says("/notice")
    await box.li.press("1. 年休假新规")
    await box.li.press("撤下")
    await box.zhang.says("学徒算不算？")
    await box.zhang.press("提交")
    topic = box.plant.topic("SJ-2026-0002")
    assert "学徒算不算" in topic.card.text
    await box.zhao.press("看通知", topic)
    assert topic.mentions("年休假可以跨年使用")
    toast = await box.li.presses_data("note_remind:1", on=box.li.last)
    assert "撤下" in toast.text


async def test_only_who_may_send_sees_it(box: Box) -> None:
    await sent(box)
    await box.zhang.says("/notice")
    assert "没有群发通知的权限" in box.zhang.last.text
    toast = await box.zhang.presses_data("note_rates:1", on=box.zhang.last)
    assert "权限" in toast.text
    outsider = box.newcomer("小刘")
    await outsider.starts()
    toast = await outsider.presses_data("note_open:1", on=outsider.last)
    assert toast.text


QUESTION = "年休假怎么申请\n登录人事系统填写申请单，班长批准后生效。\n关键词：休假 假期 请假"


async def kept(box: Box) -> None:
    await box.li.says("/faq", box.hq)
    await box.li.press("新增", box.hq)
    await box.li.says(QUESTION, box.hq)
    assert "已保存" in box.hq.last.text


async def test_a_question_is_offered_before_a_ticket_is_made(box: Box) -> None:
    await kept(box)
    await box.zhang.says("请问年休假怎么申请啊？班长说他不清楚。")
    preview = box.zhang.last
    assert "常见问题里有相近的" in preview.text
    await box.zhang.press("❔年休假怎么申请")
    assert "登录人事系统" in box.zhang.last.text
    await box.zhang.press("仍要反映")
    assert "常见问题里有相近的" not in box.zhang.last.text
    await box.zhang.press("取消")
    await box.zhang.says("请问年休假怎么申请？")
    await box.zhang.press("❔年休假怎么申请")
    await box.zhang.press("这解决了我的问题")
    assert "没有提交" in box.zhang.last.text
    await box.zhang.press("恢复")
    assert "年休假怎么申请" in box.zhang.last.text
    await box.li.says("/faq", box.hq)
    assert "看过 2，解决 1，仍要反映 1" in box.hq.last.text


async def test_what_has_nothing_to_do_with_it_is_offered_nothing(box: Box) -> None:
    await kept(box)
    await box.zhang.says("食堂的菜太咸了，怎么反映都没有用")
    assert "常见问题" not in box.zhang.last.text
    await box.chen.says("举报张某在年休假怎么申请上收受贿赂、贪污公款")
    assert "常见问题里" not in box.chen.last.text


async def test_it_is_looked_up_changed_and_withdrawn(box: Box) -> None:
    await kept(box)
    await box.zhang.says("/faq 请假")
    await box.zhang.press("年休假怎么申请")
    assert "登录人事系统" in box.zhang.last.text
    await box.zhang.says("/faq 量子力学")
    assert "没有找到" in box.zhang.last.text
    await box.li.says("/faq", box.hq)
    await box.li.press("1. 年休假怎么申请", box.hq)
    await box.li.press("修改", box.hq)
    await box.li.says("只有一行", box.hq)
    assert "第二行起写答复" in box.hq.last.text
    await box.li.says("年休假怎么办\n找班长。", box.hq)
    await box.li.says("/faq", box.hq)
    await box.li.press("1. 年休假怎么办", box.hq)
    await box.li.press("撤下", box.hq)
    await box.zhang.says("/faq")
    assert "还没有常见问题" in box.zhang.last.text


async def test_an_answered_ticket_becomes_one(box: Box) -> None:
    number = await box.raises(box.zhang, "年休假怎么申请？", "隐名")
    topic = box.plant.topic(number)
    await box.zhao.press("答复", topic)
    await box.zhao.says("在人事系统里填。", topic)
    await box.zhao.press("解释说明", topic)
    await box.zhao.press("更多", topic)
    await box.zhao.press("存为常见问题", topic)
    await box.zhao.says("年休假怎么申请\n在人事系统里填申请单。", topic)
    assert "已保存" in topic.last.text
    await box.chen.says("年休假怎么申请呢")
    assert box.chen.last.has("❔年休假怎么申请")
