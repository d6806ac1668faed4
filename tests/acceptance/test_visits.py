"""Boxes opened, visits and talks, on-site offices: entered in one go; each opinion has its way; minutes, registers."""

from __future__ import annotations

from io import BytesIO

from docx import Document
from python_calamine import CalamineWorkbook

from storage import units, visits
from tests.acceptance.kit import Box
from tests.acceptance.test_clock_reminders import until


async def box_at_the_gate(box: Box) -> None:
    async with box.database.writing() as tx:
        plant = await units.by_code(tx, "PLANT")
        assert plant is not None
        await units.add_place(
            tx, unit_id=plant.id, kind="box", code="GATE2", name="大门意见箱", keeper="赵敏", now=box.clock.now()
        )


async def test_a_box_is_opened_and_each_slip_is_a_ticket(box: Box) -> None:
    await box_at_the_gate(box)
    await box.zhao.says("/open", box.plant)
    await box.zhao.press("大门意见箱", box.plant)
    await box.zhao.says("3 | 李明 | 完好", box.plant)
    await box.zhao.says("食堂的菜太咸了", box.plant)
    await box.zhao.sends_album(2, box.plant)
    await box.zhao.says("王小明：澡堂没有热水", box.plant)
    await box.zhao.says("写重了的一条", box.plant)
    await box.zhao.press("写错了，删去", box.plant)
    await box.zhao.press("完成", box.plant)
    assert "3 条" in box.plant.last.text
    await box.restart()
    await box.zhao.press("确认结束", box.plant)
    assert [each.name.split()[0] for each in box.plant.topics] == ["SJ-2026-0001", "SJ-2026-0002", "SJ-2026-0003"]
    assert "王小明" in box.plant.topic("SJ-2026-0003").card.text
    assert "意见箱" in box.plant.topic("SJ-2026-0001").card.text
    assert (
        len(box.plant.topic("SJ-2026-0002").card.files)
        + sum(len(each.files) for each in box.plant.topic("SJ-2026-0002").said)
        >= 2
    )
    (file,) = [each for shown in box.plant.said for each in shown.files if each.name.endswith(".xlsx")]
    rows = CalamineWorkbook.from_filelike(BytesIO(file.content)).get_sheet_by_index(0).to_python()
    assert rows[1][:5] == ["意见箱编号及位置", "开箱时间", "开箱人", "见证人", "件数"]
    assert len(rows) == 5
    # Whoever wrote the slip is in the database only under seal.
    assert "王小明".encode() not in (box.folder / "mailbox.db").read_bytes()
    toast = await box.zhao.press("确认结束", box.plant) if box.plant.has_button("确认结束") else None
    assert toast is None or "结束" in toast.text
    assert len(box.plant.topics) == 3


async def test_an_empty_box_counts_as_opened_and_a_forgotten_one_is_reminded(box: Box) -> None:
    await box_at_the_gate(box)
    await box.passes(days=7)
    await until(box, 10, 9)
    assert box.plant.mentions("登记后还没有开过")
    await box.zhao.press("开箱登记", box.plant)
    await box.zhao.says("0", box.plant)
    await box.zhao.press("完成", box.plant)
    await box.zhao.press("确认结束", box.plant)
    assert not box.plant.topics
    await until(box, 13, 9)
    assert not box.plant.mentions("已超过 7 天")
    await until(box, 18, 9)
    assert len([each for each in box.plant.texts if "已超过 7 天" in each]) == 1


async def test_a_talk_with_answers_on_the_spot_and_minutes(box: Box) -> None:
    await box.zhao.says("/visit", box.plant)
    await box.zhao.press("登记座谈谈话", box.plant)
    await box.zhao.says("青年职工座谈会 | 会议室 | 何厂长 | 新进职工 | 25人", box.plant)
    await box.zhao.says("小李：什么时候发工装", box.plant)
    await box.zhao.press("当场答复", box.plant)
    await box.zhao.says("下周一发", box.plant)
    await box.zhao.says("宿舍晚上太吵", box.plant)
    await box.zhao.press("转为反映", box.plant)
    assert box.plant.has_topic("SJ-2026-0001")
    await box.zhao.says("希望多开这样的会", box.plant)
    await box.zhao.press("完成", box.plant)
    assert "还有 1 条没有说怎么办" in box.plant.last.text
    await box.zhao.press("确认结束", box.plant)
    assert box.plant.has_topic("SJ-2026-0002")
    files = {each.name.rpartition(".")[2]: each for shown in box.plant.said for each in shown.files}
    paper = Document(BytesIO(files["docx"].content))
    words = "\n".join(each.text for each in paper.paragraphs)
    assert "一分厂座谈会纪要" in words
    assert "主持人：何厂长" in words
    cells = [cell.text for row in paper.tables[0].rows for cell in row.cells]
    assert "小李" in cells
    assert any("当场答复" in each and "下周一发" in each for each in cells)
    async with box.database.reading() as tx:
        (count,) = await visits.counts(tx, "/", 0, 1 << 60)
    assert (count.kind, count.count, count.people, count.opinions) == ("talk", 1, 25, 3)


async def test_an_on_site_office(box: Box) -> None:
    await box.zhao.says("/site", box.plant)
    await box.zhao.press("开始现场办公", box.plant)
    await box.zhao.says("二号宿舍楼 | 林书记 | 后勤处、工会", box.plant)
    await box.zhao.says("二楼电线老化", box.plant)
    await box.zhao.press("现场承诺", box.plant)
    await box.zhao.says("尽快", box.plant)
    assert "请写明责任人和期限" in box.plant.last.text
    await box.zhao.says("王建国 | 3月15日 | 更换电线", box.plant)
    assert "王建国" in box.plant.last.text
    assert "有一件事项请您负责" in box.wang.last.text
    assert "来源：现场办公" in box.wang.last.text
    # A second one at the same time is the same one.
    await box.li.says("/site", box.plant)
    await box.li.press("开始现场办公", box.plant)
    assert "已经有一场没有结束" in (await box.li.press("开始现场办公", box.plant)).text
    await box.li.press("我也来写", box.plant)
    await box.li.says("楼道灯坏了", box.plant)
    await box.li.press("现场协调", box.plant)
    assert box.plant.has_topic("SJ-2026-0001")
    await box.zhao.says("澡堂几点开门", box.plant)
    await box.zhao.press("当场答复", box.plant)
    await box.zhao.says("早上六点", box.plant)
    await until(box, 3, 9)
    assert box.plant.mentions("还没有结束")
    await box.zhao.press("完成", box.plant)
    await box.zhao.press("确认结束", box.plant)
    await box.zhao.says("/tasks", box.plant)
    assert "二楼电线老化" in box.plant.last.text
    files = {each.name.rpartition(".")[2]: each for shown in box.plant.said for each in shown.files}
    rows = CalamineWorkbook.from_filelike(BytesIO(files["xlsx"].content)).get_sheet_by_index(0).to_python()
    assert [row[6] for row in rows[2:]] == ["现场承诺", "现场协调", "当场答复"]


async def test_a_visit_that_comes_again_is_announced_and_entered(box: Box) -> None:
    for person in (box.zhang, box.chen):
        await person.starts()
    await box.raises(box.zhang, "食堂的菜太咸了")
    await box.zhao.says("/visit", box.plant)
    await box.zhao.press("定期走访", box.plant)
    await box.zhao.press("新的定期走访", box.plant)
    for when, said in (("有空的时候", "没有看懂：“有空的时候”"), ("每周三3点", "“3点”"), ("每周三", "没有写几点")):
        await box.zhao.says(f"厂医巡诊 | {when}", box.plant)
        assert said in box.plant.last.text
    await box.zhao.says("心理咨询 | 每月第一个周一 下午2点半 | 工会", box.plant)
    assert "下次 3月2日（周一）14:30" in box.plant.last.text
    await box.zhao.press("停止：心理咨询", box.plant)
    await box.zhao.press("新的定期走访", box.plant)
    await box.zhao.says("厂医巡诊 | 每周三9点半 | 二车间休息室 | 李医生", box.plant)
    assert "每周三9点半，下次 3月4日（周三）09:30" in box.plant.last.text
    await until(box, 3, 11)
    await until(box, 3, 12)
    assert len([each for each in box.zhang.texts if "【预告】厂医巡诊" in each]) == 1
    await until(box, 4, 11)
    assert box.plant.mentions("今天有“厂医巡诊”")
    await box.zhao.says("/visit", box.plant)
    await box.zhao.press("定期走访", box.plant)
    await box.zhao.press("停止：厂医巡诊", box.plant)
    await until(box, 10, 11)
    assert len([each for each in box.zhang.texts if "【预告】厂医巡诊" in each]) == 1


async def test_others_can_not_write_in_it(box: Box) -> None:
    await box.zhao.says("/site", box.plant)
    await box.zhao.press("开始现场办公", box.plant)
    await box.zhao.says("二号宿舍楼 | 林书记", box.plant)
    await box.zhang.starts()
    for data in ("visit_join:1", "visit_finish:1", "visit_close:1", "visit_begin:site", "visit_join:99"):
        toast = await box.zhang.presses_data(data, on=box.zhang.last)
        assert toast.text
    await box.zhang.says("/site")
    assert "只有" in box.zhang.last.text or "信箱专员" in box.zhang.last.text


async def test_the_digest_counts_what_was_heard_and_what_was_promised(box: Box) -> None:
    await box.raises(box.zhang, "食堂的菜太咸了")
    await box.zhao.says("/visit", box.plant)
    await box.zhao.press("登记座谈谈话", box.plant)
    await box.zhao.says("青年职工座谈会 | 会议室 | 何厂长 | 新进职工 | 25人", box.plant)
    for words in ("发工装", "宿舍太吵"):
        await box.zhao.says(words, box.plant)
    await box.zhao.press("完成", box.plant)
    await box.zhao.press("确认结束", box.plant)
    await box.zhao.says("/site", box.plant)
    await box.zhao.press("开始现场办公", box.plant)
    await box.zhao.says("二号宿舍楼 | 何厂长", box.plant)
    await box.zhao.says("二楼电线老化", box.plant)
    await box.zhao.press("现场承诺", box.plant)
    await box.zhao.says("王建国 | 3月4日 | 更换电线", box.plant)
    await until(box, 9, 9)
    told = box.he.find("信箱周报").text
    assert "调研 0 次、谈话 25 人次、意见 2 条" in told
    assert "现场办公 1 场" in told
    assert "办理中 1 件，其中超期 1 件，下周到期 0 件；本期销号 0 件" in told
    await box.he.press("明细")
    assert "🔴 二楼电线老化" in box.he.last.text


async def test_letters_that_come_before_their_count_are_kept(box: Box) -> None:
    await box_at_the_gate(box)
    await box.zhao.says("/open", box.plant)
    await box.zhao.press("大门意见箱", box.plant)
    await box.zhao.says("食堂的菜太咸了", box.plant)
    assert box.plant.mentions("第 1 条：食堂的菜太咸了")
    assert "登记信息还没有写" in box.plant.last.text
    await box.zhao.sends_photo(box.plant, caption="澡堂没有热水")
    assert box.plant.mentions("第 2 条：澡堂没有热水")
    await box.zhao.press("完成", box.plant)
    assert "还没有写件数" in box.plant.last.text
    await box.zhao.says("2 | 李明 | 完好", box.plant)
    assert "件数 2；见证人 李明；封条情况 完好" in box.plant.last.text
    await box.zhao.press("完成", box.plant)
    assert "2 条" in box.plant.last.text
    await box.zhao.press("确认结束", box.plant)
    assert len(box.plant.topics) == 2
    assert box.plant.topic("SJ-2026-0002").said[0].files or box.plant.topics[1].mentions("附件")


async def test_a_line_with_commas_is_read_and_said_back(box: Box) -> None:
    await box.zhao.says("/visit 走访一车间，2026-03-01，张三、李四", box.plant)
    said = box.plant.last
    assert "主题 走访一车间；参加人 张三、李四；人数 2；日期 3月1日" in said.text
    await box.zhao.press("改登记信息", box.plant)
    await box.zhao.says("一线走访 | 二车间 | 何厂长 | 夜班职工 | 12人", box.plant)
    assert "主题 一线走访；地点 二车间；主持人 何厂长；参加人 夜班职工；人数 12" in box.plant.last.text
    await box.zhao.says("夜班食堂没有热饭", box.plant)
    assert "第 1 条" in box.plant.last.text
