"""A name is no key: whoever types one that several have is shown them with their parents, and is asked."""

from __future__ import annotations

import pytest

from bot.settings import Category, RoleName, Settings, Unit
from bot.settings import Person as Entry
from tests.acceptance.kit import Box
from tests.acceptance.shuji import shuji
from tests.acceptance.test_campaigns import opened, proposes
from tests.acceptance.test_commands_importing import HEAD, row
from tests.acceptance.test_commands_keeping import configure
from tests.acceptance.test_ledger import numbers
from tests.acceptance.test_visits_sheets import workbook

SUN = 1003
FIRST, SECOND = "一分厂 / 一车间", "二分厂 / 一车间"


@pytest.fixture
async def twice(box: Box) -> Box:
    """Two plants that each have a 一车间, and a 王建国 who is an owner."""
    settings: Settings = box.settings.model_copy(
        update={
            "units": (
                *box.settings.units,
                Unit(code="MILL", name="二分厂", parent="HQ"),
                Unit(code="WS2", name="一车间", parent="MILL"),
            ),
            "people": (
                *box.settings.people,
                Entry(name="王建国", role=RoleName.OWNER, unit="MILL", telegram=SUN),
                Entry(name="李梅", role=RoleName.OWNER, unit="HQ", telegram=2001),
            ),
            "categories": (
                *(each.model_copy(update={"owner": None}) for each in box.settings.categories),
                Category(name="食堂卫生", owner="二分厂 / 王建国"),
            ),
        }
    )
    box.settings = settings
    await box.program.take(settings)
    await box.sun.starts()
    return box


async def test_a_unit_that_two_plants_have_is_asked_about_wherever_it_is_typed(twice: Box) -> None:
    box = twice
    await box.zhang.says("更衣柜不够")
    await box.zhang.says("一车间")
    asked = box.zhang.last
    assert [each for each in asked.buttons if "一车间" in each] == [FIRST, SECOND]
    assert "提交" in asked.buttons
    await box.zhang.says("二分厂/一车间")
    assert f"单位：{SECOND}" in box.zhang.last.text
    await box.zhang.press("提交")
    second = "SJ-2026-0001"
    assert f"单位：{SECOND}" in box.hq.topic(second).card.text
    await box.chen.says("更衣柜太旧")
    await box.chen.says("一车间")
    await box.chen.press(FIRST)
    await box.chen.press("提交")
    first = "SJ-2026-0002"
    assert box.plant.has_topic(first)

    # The leader's files and figures: a button, or the path typed instead of pressing it.
    await box.lin.says("/ledger 一车间")
    assert "“一车间”有 2 个单位" in box.lin.last.text
    assert not box.lin.last.files
    await box.lin.press(SECOND)
    assert numbers(box.lin.last) == [second]
    await box.lin.says("/ledger 单位:一车间 状态:未办结")
    await box.lin.says("九车间")
    assert "没有看懂" in box.lin.last.text
    assert box.lin.last.has(SECOND)
    await box.lin.says("一分厂 · 一车间")
    assert numbers(box.lin.last) == [first]
    await box.lin.says("/digest 一车间")
    await box.lin.press(FIRST)
    assert FIRST in box.lin.find("信箱周报").text

    # In the secretaries' group, and in a ticket's topic: nothing typed there as an answer goes to the raiser.
    await box.li.says("/find 更衣柜 单位:一车间", box.hq)
    await box.li.press(SECOND, box.hq)
    assert second in box.hq.last.text
    assert first not in box.hq.last.text
    topic, heard = box.hq.topic(second), len(box.zhang.texts)
    await box.li.says("/find 单位:一车间", topic)
    await box.li.says("一分厂 一车间", topic)
    assert first in topic.last.text
    await box.li.says("/find 类别:食", box.hq)
    assert box.hq.last.has("食堂")
    assert box.hq.last.has("食堂卫生")
    stale = box.hq.last
    await box.li.says("/find 类别:食堂", box.hq)
    assert "没有找到" in box.hq.last.text
    assert len(box.zhang.texts) == heard
    # What was asked before is over, and nobody else can answer it.
    assert "失效" in (await box.lin.press("食堂", on=stale)).text


async def test_people_of_one_name_are_told_apart_by_unit_and_role(twice: Box) -> None:
    box = twice
    number = await box.raises(box.zhang, "食堂的菜太咸了", unit="集团")
    topic = box.hq.topic(number)
    await box.li.press("受理", topic)
    await box.li.press("转办/派单", topic)
    assert {"一分厂 王建国", "二分厂 王建国"} <= {
        each.split("（")[0] for each in topic.with_button("二分厂 王建国").buttons
    }

    await box.li.says("/tasks", box.hq)
    await box.li.press("新增督办事项", box.hq)
    await box.li.says("电气 | 换电线 | | 王建国 | 3月10日\n消防 | 换灭火器 | | 王建国 | 3月10日", box.hq)
    assert "叫“王建国”的承办人有 2 位" in box.hq.last.text
    assert not box.wang.mentions("换电线")
    await box.li.press("王建国（二分厂 承办人）", box.hq)
    assert "已登记 2 件" in box.hq.last.text
    assert box.sun.mentions("换电线")
    assert box.sun.mentions("换灭火器")
    assert not box.wang.mentions("换")

    # A table is not asked about: its row is refused with the choices, the others are taken.
    await box.li.press("继续新增", box.hq)
    rows = (("督办事项", "责任人"), ("修电梯", "王建国"), ("修大门", "一分厂 王建国"), ("修围墙", "外单位张工"))
    await box.li.sends_file("会议.xlsx", workbook(*rows), box.hq)
    said = box.hq.last.text
    assert "已登记 2 件" in said
    assert "1. 修电梯：没有登记，叫“王建国”的承办人有 2 位" in said
    assert "王建国（一分厂 承办人）、王建国（二分厂 承办人）" in said
    assert box.wang.mentions("修大门")
    assert not box.wang.mentions("修电梯")
    await box.lin.says("/tasks 责任人:王建国（一分厂 承办人）")
    assert "：1 项" in box.lin.last.text
    await box.lin.says("/tasks 责任人:王建国")
    await box.lin.press("王建国（二分厂 承办人）")
    assert "：2 项" in box.lin.last.text


async def test_who_promises_and_who_answers_for_a_measure_is_asked_for_too(twice: Box) -> None:
    box = twice
    await box.li.says("/site", box.hq)
    await box.li.press("开始现场办公", box.hq)
    await box.li.says("二号宿舍楼 | 林书记 | 工会", box.hq)
    await box.li.says("电线老化", box.hq)
    await box.li.press("现场承诺", box.hq)
    await box.li.says("王建国 | 3月15日 | 换电线", box.hq)
    assert "叫“王建国”的承办人有 2 位" in box.hq.last.text
    await box.li.press("王建国（二分厂 承办人）", box.hq)
    assert box.sun.mentions("有一件事项请您负责")
    assert not box.wang.mentions("有一件事项请您负责")

    await opened(box)
    await proposes(box.chen, "食堂设夜宵窗口")
    await box.li.says("/campaign")
    await box.li.press("1. 我为群众办实事")
    await box.li.press("归并成举措")
    await box.li.says("1 | 食堂增设夜宵窗口 | 王建国 | 6月30日")
    assert "叫“王建国”的承办人有 2 位" in box.li.last.text
    await box.li.press("王建国（一分厂 承办人）")
    assert box.wang.mentions("食堂增设夜宵窗口")
    assert not box.sun.find("有一件事项请您负责").text.count("夜宵")


async def test_boxes_lists_and_surveys_of_one_name(twice: Box) -> None:
    box = twice
    await box.li.says("/boxes + 东门意见箱 一分厂", box.hq)
    await box.li.says("/boxes + 东门意见箱 一车间 王建国", box.hq)
    await box.li.press(SECOND, box.hq)
    # The keeper is a name as well; at that workshop nobody but its own staff and secretaries may be meant.
    assert "东门意见箱" in box.hq.last.text
    await box.li.says("/boxes", box.hq)
    assert SECOND in box.hq.last.text
    await box.li.says("/poster 东门意见箱", box.hq)
    assert box.hq.last.has("一分厂 / 东门意见箱")
    await box.li.says("/log 意见箱 东门意见箱 李师傅 13800000000", box.hq)
    await box.li.says("一车间/东门意见箱", box.hq)
    assert "李师傅" in box.hq.last.text
    await box.li.says("热水器坏了", box.hq)
    assert f"单位：{SECOND}" in box.hq.last.text
    # A name that is asked about meanwhile ends no work: what was being written goes on, chosen or put away.
    for answer in (SECOND, "取消"):
        await box.li.says("/find 单位:一车间", box.hq)
        await box.li.press(answer, box.hq)
        await box.li.says("还漏水", box.hq)
        assert "热水器坏了" in box.hq.last.text
        assert "还漏水" in box.hq.last.text
    await box.li.press("取消", box.hq)
    await box.li.says("/boxes - 东门意见箱", box.hq)
    await box.li.press(f"{SECOND} / 东门意见箱", box.hq)
    assert "东门意见箱" in box.hq.last.text
    await box.li.says("/boxes - 东门意见箱", box.hq)
    assert "哪" not in box.hq.last.text

    for who, group in ((box.zhao, box.plant), (box.li, box.hq)):
        await who.says("/lists", group)
        await who.press("新建拉条挂账", group)
        await who.says("安全整改", group)
    await box.li.says("/lists", box.hq)
    assert "集团公司 / 安全整改" in box.hq.last.text
    assert "一分厂 / 安全整改" in box.hq.last.text
    for _ in range(2):
        await box.li.says("/survey")
        await box.li.press("新的问卷")
        await box.li.says("满意度")
        await box.li.press("取消")
    await box.li.says("/survey")
    assert "满意度（3月2日） 1" in box.li.last.text
    assert "满意度（3月2日） 2" in box.li.last.text


async def test_the_command_line_lists_codes_and_paths_and_refuses_a_row(twice: Box) -> None:
    box = twice
    configure(box)
    table = (
        HEAD,
        row(单位="一车间", 问题详情="灯坏了"),
        row(单位="二分厂/一车间", 类别="食堂卫生", 问题详情="门坏了"),
        row(单位=FIRST, 问题详情="窗坏了"),
        row(单位="一车", 问题详情="墙坏了"),
    )
    (box.folder / "old.xlsx").write_bytes(workbook(*table))
    said = await shuji(box.folder, "import", "old.xlsx")
    assert said.code == 0, said.text
    assert f"第 2 行：“一车间”有 2 个，没有导入这一行。请写全其中一个：{FIRST}、{SECOND}" in said.out
    assert f"第 5 行：没有单位“一车”。是不是：{FIRST}、{SECOND}？" in said.out
    assert "新增 2 件" in said.out
    await box.passes(minutes=1)
    (topic,) = box.plant.topics
    assert f"单位：{FIRST}" in topic.card.text
    assert f"单位：{SECOND}" in box.hq.topics[0].card.text

    refused = await shuji(box.folder, "export", "a.xlsx", "--where", "单位:一车间")
    assert refused.code == 1
    assert f"WS1  {FIRST}" in refused.err
    assert f"WS2  {SECOND}" in refused.err
    made = await shuji(box.folder, "export", "a.xlsx", "--where", f"单位:{SECOND} 类别:食堂卫生")
    assert "1 件" in made.out, made.text
    assert f"WS2  {SECOND}" in (await shuji(box.folder, "invite", "owner", "一车间", "孙磊")).err
