"""督办事项: given, worked on, struck off by the office with evidence; reminded of; on lists; back within the year."""

from __future__ import annotations

from io import BytesIO

from python_calamine import CalamineWorkbook

from tests.acceptance.kit import Box, Person
from tests.acceptance.test_clock_reminders import until
from tests.acceptance.test_visits_sheets import workbook

LINES = """1. 电气 | 二号楼电线老化 | 换线 | 王建国 | 3月10日
2、电气｜配电箱没有锁｜加锁｜王建国｜5天
消防 | 灭火器过期 | 更换 | 外单位张工 | 后年春天"""


async def one(box: Box, line: str = "电气 | 二号楼电线老化 | 换线 | 王建国 | 3月10日") -> None:
    await box.zhao.says("/tasks", box.plant)
    await box.zhao.press("新增督办事项", box.plant)
    await box.zhao.says(line, box.plant)


async def reported(box: Box, evidence: str = "电线都换完了") -> None:
    await one(box)
    await box.wang.press("申请销号")
    await box.wang.says(evidence)
    await box.wang.press("确认申请")


async def test_from_the_meeting_to_the_strike(box: Box) -> None:
    await one(box)
    assert "已登记 1 件" in box.plant.last.text
    assert "有一件事项请您负责" in box.wang.last.text
    assert "期限：3月10日" in box.wang.last.text
    await box.wang.press("进展")
    await box.wang.says("电线已经买了")
    await box.wang.sends_photo()
    await box.wang.press("发出")
    assert "王建国报告“二号楼电线老化”的进展" in box.plant.last.text
    await box.wang.says("/todo")
    assert "您负责的督办事项 1 件" in box.wang.last.text
    await box.wang.press("二号楼电线老化")
    await box.wang.press("申请销号")
    await box.wang.press("取消")
    await box.wang.press("申请销号")
    await box.wang.says("全部换完")
    await box.wang.sends_photo()
    await box.wang.press("确认申请")
    assert "申请销号" in box.plant.find("全部换完").text
    await box.zhao.press("销号", box.plant)
    assert "已销号：二号楼电线老化" in box.wang.last.text
    await box.zhao.says("/tasks", box.plant)
    assert "没有未销号的事项" in box.plant.last.text


async def test_what_was_pasted_is_read_and_doubts_are_named(box: Box) -> None:
    await one(box, LINES)
    first = box.plant.last
    assert "有 1 行要您定" in first.text
    assert "期限没有看懂：后年春天" in first.text
    assert "有一件事项请您负责" not in "".join(box.wang.texts)
    # Written anew, what is still in doubt is asked about again; the lines of before count no more.
    await box.zhao.says(LINES.replace("后年春天", "6月底左右").replace("5天", "3月1日"), box.plant)
    assert "有 2 行" in box.plant.last.text
    assert "3月1日（已经过去）" in box.plant.last.text
    again = box.plant.last
    assert "已经失效" in (await box.zhao.press("照样登记", box.plant, on=first)).text
    await box.zhao.press("照样登记", box.plant, on=again)
    said = box.plant.last.text
    assert "已登记 3 件" in said
    assert "外单位张工（不在信箱里，收不到提醒）" in said
    assert said.count("[电气]") == 2
    assert len([each for each in box.wang.texts if "有一件事项请您负责" in each]) == 2
    await box.zhao.press("3. 灭火器过期", box.plant)
    assert "更换（期限原写：6月底左右）" in box.plant.last.text


async def test_numbers_that_belong_to_the_words_stay(box: Box) -> None:
    await one(box, "12.8事故整改\n3.5吨叉车年检\n-5℃冷库门\n1.5倍加班费\n1. 更换电线\n2. 更换灯管")
    said = box.plant.last.text
    for title in ("12.8事故整改", "3.5吨叉车年检", "-5℃冷库门", "1.5倍加班费", ". 更换电线", ". 更换灯管"):
        assert f"{title} ·" in said
    assert "1. 更换" not in said


async def test_it_is_sent_back_and_done_again(box: Box) -> None:
    await reported(box)
    await box.zhao.press("退回", box.plant)
    await box.zhao.says("请附验收照片", box.plant)
    assert "您的销号申请被退回：请附验收照片" in box.wang.last.text
    await box.wang.press("申请销号")
    await box.wang.says("照片在此")
    await box.wang.sends_photo()
    await box.wang.press("确认申请")
    await box.zhao.press("销号", box.plant)
    toast = await box.zhao.press("反弹重办", box.plant)
    assert "反弹" in toast.text
    assert "反弹 1 次" in box.wang.last.text


async def test_nobody_strikes_off_their_own(box: Box) -> None:
    await one(box)
    await box.wang.press("申请销号")
    await box.wang.says("做完了")
    await box.wang.press("确认申请")
    shown = box.plant.with_button("销号")
    data = shown.button("销号")["callback_data"]
    extra = box.settings.people[0].model_copy(update={"name": "王建国", "telegram": box.wang.id, "unit": "PLANT"})
    await box.program.take(box.settings.model_copy(update={"people": (*box.settings.people, extra)}))
    box.plant.chat.members[box.wang.id] = box.plant.chat.members[box.zhao.id]
    toast = await box.wang.presses_data(data, on=shown)
    assert "请由其他信箱专员销号" in toast.text
    await box.zhao.press("销号", box.plant)
    assert "已销号" in box.wang.last.text


async def test_another_date_another_owner_and_none_at_all(box: Box) -> None:
    await one(box)
    await box.zhao.says("/tasks", box.plant)
    await box.zhao.press("1. 二号楼电线老化", box.plant)
    await box.zhao.press("调整期限", box.plant)
    await box.zhao.says("过几天", box.plant)
    assert "没有看到日期" in box.plant.last.text
    await box.zhao.says("3月20日", box.plant)
    assert "连同原因" in box.plant.last.text
    await box.zhao.says("3月20日 等配件到货", box.plant)
    assert "期限已调整，原因：等配件到货" in box.wang.last.text
    await box.zhao.press("更换责任人", box.plant)
    await box.zhao.press("集团公司 钱进", box.plant)
    assert "改由别人负责" in box.wang.last.text
    assert "有一件事项请您负责" in box.qian.last.text
    await box.zhao.press("撤销", box.plant)
    await box.zhao.says("与另一件重复", box.plant)
    assert "这件事项已撤销，原因：与另一件重复" in box.qian.last.text
    toast = await box.qian.press("进展")
    assert "已撤销" in toast.text


async def test_it_is_reminded_of_once_and_managers_hear_when_it_is_late(box: Box) -> None:
    await one(box, "换电线 | 二号楼 | 换 | 王建国 | 3月4日")
    await until(box, 4, 8, 31)
    await until(box, 4, 10)
    assert len([each for each in box.wang.texts if "事项请留意" in each]) == 1
    assert not box.he.mentions("督办事项已超期")
    await until(box, 5, 8, 31)
    assert len([each for each in box.he.texts if "督办事项已超期" in each]) == 1
    await until(box, 6, 8, 31)
    await box.restart()
    await until(box, 6, 10)
    # 督办 is urged every seven days, not daily.
    assert len([each for each in box.wang.texts if "事项请留意" in each]) == 2
    await until(box, 11, 8, 31)
    assert len([each for each in box.wang.texts if "事项请留意" in each]) == 3


async def checklist(box: Box, who: Person) -> None:
    await who.says("/lists", box.plant)
    await who.press("新建拉条挂账", box.plant)
    await who.says("安全隐患整改 | 何厂长 | 6月底", box.plant)
    assert "期限：6月30日" in box.plant.last.text
    await who.says(LINES, box.plant)
    await who.press("照样登记", box.plant)


async def test_a_checklist_from_its_name_to_its_end(box: Box) -> None:
    await checklist(box, box.zhao)
    assert "清单共 3 条" in box.plant.last.text
    await box.restart()
    await box.zhao.says("消防 | 通道堆物 | 清理 | 王建国 | 3月9日", box.plant)
    assert "清单共 4 条" in box.plant.last.text
    await box.zhao.press("完成录入", box.plant)
    assert "2 个方面 4 个问题" in box.plant.last.text
    assert "已销号 0/4" in box.plant.last.text
    # Words after that are no line of the list.
    await box.he.says("/lists")
    await box.he.press("1. 安全隐患整改")
    await box.he.press("关注")
    assert box.he.last.has("取消关注")
    await box.wang.press("申请销号")
    await box.wang.says("清完了")
    await box.wang.press("确认申请")
    await box.zhao.press("销号", box.plant)
    assert "又销号一件" in box.he.last.text
    assert "已销号 1/4" in box.he.last.text
    await box.zhao.says("/lists", box.plant)
    await box.zhao.press("1. 安全隐患整改", box.plant)
    toast = await box.zhao.press("关闭清单", box.plant)
    assert "还有 3 件没有销号" in toast.text


async def test_the_registers_as_files(box: Box) -> None:
    await checklist(box, box.zhao)
    await box.zhao.press("完成录入", box.plant)
    await box.zhao.press("导出表格", box.plant)
    (file,) = box.plant.last.files
    rows = CalamineWorkbook.from_filelike(BytesIO(file.content)).get_sheet_by_index(0).to_python()
    assert rows[1][:4] == ["序号", "问题来源", "问题描述", "问题类别"]
    assert [row[2] for row in rows[2:]] == ["二号楼电线老化", "配电箱没有锁", "灭火器过期"]
    await one(box, "=cmd()|+1 电线 | 换 | 王建国 | 3月10日")
    await box.he.says("/tasks")
    await box.he.press("导出表格")
    (file,) = box.he.last.files
    rows = CalamineWorkbook.from_filelike(BytesIO(file.content)).get_sheet_by_index(0).to_python()
    assert rows[1][:3] == ["序号", "督办事项", "来源"]
    assert rows[2][1] == "+1 电线"


async def test_a_project_is_a_list_too(box: Box) -> None:
    await box.zhao.says("/lists", box.plant)
    await box.zhao.press("新建项目", box.plant)
    await box.zhao.says("宿舍热水改造", box.plant)
    await box.zhao.says("设计 | 出图纸 | 请设计院 | 王建国 | 3月20日", box.plant)
    await box.zhao.press("完成录入", box.plant)
    assert "宿舍热水改造（项目" in box.plant.last.text


async def test_whoever_has_no_part_in_it_sees_nothing(box: Box) -> None:
    await one(box)
    await box.zhang.says("/tasks")
    assert "督办事项" not in box.zhang.last.text or "只有" in box.zhang.last.text
    for data in ("task_open:1", "task_strike:1", "task_report:1", "list_open:1", "task_open:999", "task_book"):
        await box.zhang.presses_data(data, on=box.zhang.last)
        assert not box.zhang.mentions("二号楼电线老化")
    # The owner can report, but neither strike off nor move the date.
    for data in ("task_strike:1", "task_move:1", "task_drop:1"):
        toast = await box.wang.presses_data(data, on=box.wang.last)
        assert toast.text
    assert "申请销号" in box.wang.last.buttons


async def test_a_checklist_is_entered_as_a_table(box: Box) -> None:
    await checklist(box, box.zhao)
    rows = (
        ("问题台账",),
        ("序号", "方面", "问题描述", "整改措施", "责任人", "完成时限"),
        (1, "电气", "配电箱|没有锁", "加锁", "王建国", "2026-03-20"),
        (2, "消防", "通道堵塞", "", "", ""),
        (3, "消防", "", "没有写问题", "", ""),
    )
    await box.zhao.sends_file("台账.xlsx", workbook(*rows), box.plant)
    assert "已录入 2 条" in box.plant.last.text
    assert "[电气] 配电箱/没有锁 · 王建国 · 3月20日" in box.plant.last.text
    # Without headings the columns are those of a pasted line; a file that is none says so and the entering goes on.
    await box.zhao.sends_file("续.csv", "电气,插座松动,更换\n".encode("gb18030"), box.plant)
    assert "已录入 1 条" in box.plant.last.text
    await box.zhao.sends_file("坏.xlsx", b"PK\x03\x04", box.plant)
    assert "读不出表格" in box.plant.last.text
    await box.zhao.says("消防 | 灭火器过期", box.plant)
    assert "已录入 1 条" in box.plant.last.text


async def test_what_a_meeting_gave_out_as_a_table(box: Box) -> None:
    await box.zhao.says("/tasks", box.plant)
    await box.zhao.press("新增督办事项", box.plant)
    table = workbook(("督办事项", "责任人", "完成时限"), ("修好二号楼电梯", "王建国", "2026-03-20"))
    await box.zhao.sends_file("会议.xlsx", table, box.plant)
    assert "已登记 1 件" in box.plant.last.text
    assert "修好二号楼电梯" in box.wang.last.text


async def test_a_ticket_becomes_a_project_and_its_raiser_hears_of_each_step(box: Box) -> None:
    number = await box.raises(box.zhang, "二号宿舍楼没有电梯，老职工上下楼困难")
    topic = box.plant.topic(number)
    await box.zhao.press("受理", topic)
    await box.zhao.press("更多", topic)
    await box.zhao.press("立为项目", topic)
    await box.zhao.says(
        "勘察 | 现场勘察和设计 | 请设计院 | 王建国 | 3月10日\n施工 | 加装电梯 | 招标施工 | 王建国 | 6月30日", topic
    )
    assert "已录入 2 条，清单共 2 条" in topic.last.text
    assert "项目：" in topic.card.text
    assert "0/2" in topic.card.text
    await box.zhao.press("完成录入", topic)
    assert "来源：项目" in box.wang.last.text
    await box.wang.says("/tasks")
    await box.wang.press("1. 现场勘察和设计")
    await box.wang.press("申请销号")
    await box.wang.says("图纸已出")
    await box.wang.press("确认申请")
    # A step needs no word of the raiser: that is asked for at the end.
    await box.zhao.press("销号", box.plant)
    assert any("项目节点已完成：现场勘察和设计" in each.text for each in topic.said)
    assert "1/2" in topic.card.text
    await box.zhao.press("告知反映人", topic)
    assert "“现场勘察和设计”已经完成（1/2）" in box.zhang.last.text
    # The button again says nothing twice.
    said = len(box.zhang.texts)
    if topic.has_button("告知反映人"):
        await box.zhao.press("告知反映人", topic)
    assert len(box.zhang.texts) == said
    # Once more by the menu it is the same project, and it is not closed before everything is struck off.
    await box.zhao.press("更多", topic)
    await box.zhao.press("立为项目", topic)
    assert number in topic.last.text
    toast = await box.zhao.press("关闭清单", topic)
    assert "还有 1 件没有销号" in toast.text


async def test_a_reply_to_a_task_is_its_progress_and_the_office_can_reply_too(box: Box) -> None:
    await one(box)
    await box.wang.says("电线已经买了", reply_to=box.wang.find("有一件事项请您负责"))
    assert "已记下“二号楼电线老化”的进展" in box.wang.last.text
    told = box.plant.find("王建国报告“二号楼电线老化”的进展")
    assert "电线已经买了" in told.text
    assert not box.wang.has_button("提交")
    await box.zhao.says("请周五前换完", box.plant, reply_to=told)
    assert "转告王建国" in box.plant.last.text
    assert "信箱专员来信：请周五前换完" in box.wang.last.text
    await box.wang.sends_album(2, reply_to=box.wang.last)
    await box.wang.press("发出")
    await box.wang.says("/tasks")
    await box.wang.press("1. 二号楼电线老化")
    assert "进展：电线已经买了" in box.wang.last.text
    assert "进展：请周五前换完" in box.wang.last.text
    assert "附件 2 个" in box.wang.last.text


async def test_a_reply_of_somebody_else_or_too_late_is_refused_with_a_sentence(box: Box) -> None:
    await one(box)
    await box.he.says("/tasks")
    await box.he.press("1. 二号楼电线老化")
    await box.he.says("抓紧办", reply_to=box.he.last)
    assert "由责任人和信箱专员写" in box.he.last.text
    visitor = box.newcomer("小刘", box.plant)
    await box.zhao.says("/tasks", box.plant)
    await box.zhao.press("1. 二号楼电线老化", box.plant)
    shown = box.plant.last
    await visitor.says("怎么还没换", box.plant, reply_to=shown)
    assert "不归您看" in box.plant.last.text
    await box.zhao.press("更换责任人", box.plant, on=shown)
    await box.zhao.press("集团公司 钱进", box.plant)
    await box.wang.says("我来换", reply_to=box.wang.find("改由别人负责"))
    assert "不归您看" in box.wang.last.text
    assert not box.wang.has_button("提交")
    await box.zhao.press("撤销", box.plant, on=shown)
    # A reply to the card while its reason is asked for is the reason.
    await box.zhao.says("与另一件重复", box.plant, reply_to=shown)
    assert "已撤销，原因：与另一件重复" in box.qian.last.text
    await box.qian.says("已经在办", reply_to=box.qian.last)
    assert "现在是“已撤销”" in box.qian.last.text


async def test_a_reply_to_a_reminder_of_several_is_asked_about(box: Box) -> None:
    await one(box, "换电线 | 二号楼 | 换 | 王建国 | 3月4日\n加锁 | 配电箱 | 加 | 王建国 | 3月4日")
    await until(box, 4, 8, 31)
    reminder = box.wang.find("事项请留意")
    await box.wang.says("明天换完", reply_to=reminder)
    assert "您这段话是哪一件的" in box.wang.last.text
    await box.restart()
    await box.wang.says("已经领料", reply_to=reminder)
    await box.wang.press("二号楼")
    told = box.plant.find("王建国报告“二号楼”的进展").text
    assert "明天换完\n已经领料" in told
    toast = await box.wang.presses_data("task_which:2", on=box.wang.last)
    assert "失效" in toast.text
