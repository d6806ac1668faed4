"""Units of any depth: a role covers what is below it, figures roll up, a unit that moves takes its history along."""

from __future__ import annotations

import re

from bot.settings import Person as Entry
from bot.settings import RoleName, Settings, Unit
from bot.settings.models import Deadlines, Judging
from tests.acceptance.kit import NUMBER, Box, Person, Thread
from tests.acceptance.test_digest_weekly import answers, rates
from tests.acceptance.test_ledger import numbers, rows
from tests.acceptance.test_mine_following import answer
from tests.acceptance.test_units_and_rules import merged

SUN = 1003


def deeper(settings: Settings, *more: Unit, people: tuple[Entry, ...] = ()) -> Settings:
    """The standard tree with further units and roles."""
    return settings.model_copy(update={"units": (*settings.units, *more), "people": (*settings.people, *people)})


DEEP = (Unit(code="LINE", name="二号生产线", parent="WS1"), Unit(code="TEAM", name="甲班", parent="LINE"))
OTHER = Unit(code="MILL", name="二分厂", parent="HQ")


async def ledger(person: Person, words: str = "") -> list[str]:
    """The numbers that somebody's ledger has."""
    await person.says(f"/ledger {words}".strip())
    return numbers(person.last) if person.last.files else []


async def new(person: Person, words: str = "") -> str:
    """What the digest of a unit says is new in the week."""
    await person.says(f"/digest {words}".strip())
    found = re.search(r"新增 (\d+)", person.find("信箱周报").text)
    assert found is not None
    return found[1]


async def raises(box: Box, person: Person, text: str, unit: str) -> str:
    """A concern to a unit that is named: however deep it is in the tree, its name alone will do."""
    await person.says(text)
    if person.last.has("新反映"):
        await person.press("新反映")
    if not person.last.has("提交"):
        await person.says(unit)
    elif f"单位：{unit}\n" not in person.last.text:
        await person.press("修改")
        await person.press("单位")
        await person.says(unit)
    await person.press("实名")
    known = {number for each in person.texts for number in NUMBER.findall(each)}
    await person.press("提交")
    return str(next(number for each in person.texts for number in NUMBER.findall(each) if number not in known))


async def test_a_role_covers_what_is_below_at_any_depth(box: Box) -> None:
    head = Entry(name="孙磊", role=RoleName.MANAGER, unit="LINE", telegram=SUN)
    await box.program.take(deeper(box.settings, *DEEP, OTHER, people=(head,)))
    number = await raises(box, box.zhang, "甲班更衣柜不够", "甲班")
    # Its secretaries are those of the nearest unit above that has a group.
    assert box.plant.has_topic(number)
    assert not box.hq.has_topic(number)
    await box.zhao.press("受理", box.plant.topic(number))
    assert "已受理" in box.zhang.last.text
    await box.sun.starts()
    for person in (box.sun, box.he, box.lin):
        assert await ledger(person) == [number]
        assert await new(person) == "1"
    assert await ledger(box.lin, "甲班") == [number]
    assert await ledger(box.lin, "二分厂") == []
    assert "没有看懂" in (await _said(box.sun, "/ledger 单位:一分厂"))
    assert "没有找到" in (await _said(box.sun, "/digest 一分厂"))
    # Below their own unit they may; whoever has a part elsewhere in the tree may not.
    assert await ledger(box.sun, "单位:甲班") == [number]
    assert "台账给领导和信箱专员看" in await _said(box.wang, "/ledger")


async def _said(person: Person, words: str) -> str:
    await person.says(words)
    return person.last.text


async def test_every_list_and_figure_rolls_up(box: Box) -> None:
    await box.program.take(deeper(box.settings, *DEEP))
    top = await raises(box, box.zhang, "总部电梯太慢", "集团公司")
    plant = await raises(box, box.chen, "食堂的菜太咸了", "一分厂")
    team = await raises(box, box.sun, "更衣柜不够", "甲班")
    assert await ledger(box.lin) == [top, plant, team]
    assert await ledger(box.he) == [plant, team]
    assert await new(box.lin) == "3"
    assert await new(box.he) == "2"
    await box.he.press("下级单位", on=box.he.find("一分厂 信箱周报"))
    assert "一车间：新增 1" in box.he.last.text
    await box.zhao.says("/todo", box.plant)
    assert plant in box.plant.last.text
    assert team in box.plant.last.text
    await box.zhao.says("/find 更衣柜", box.plant)
    assert team in box.plant.last.text
    await box.zhao.says("/tasks", box.plant)
    await box.zhao.press("新增督办事项", box.plant)
    await box.zhao.says("电气 | 换线 | 换线 | 王建国 | 3月10日", box.plant)
    await box.li.says("/tasks", box.hq)
    assert "换线" in box.hq.last.text


async def test_after_a_transfer_ledger_and_figures_are_the_other_units(box: Box) -> None:
    number = await raises(box, box.zhang, "食堂的菜太咸了", "一分厂")
    topic = box.plant.topic(number)
    await box.zhao.press("转办/派单", topic)
    await box.zhao.press("转给其他单位 ▸", topic)
    await box.zhao.press("就转到集团公司", topic)
    await box.zhao.press("不写理由，直接转", topic)
    assert await ledger(box.he) == []
    assert await ledger(box.lin) == [number]
    assert rows(box.lin.last)[0][4] == "集团公司"
    assert await new(box.he) == "0"
    assert await new(box.lin) == "1"


async def test_a_unit_that_moves_takes_its_tickets_and_their_history_along(box: Box) -> None:
    number = await raises(box, box.zhang, "更衣柜不够", "一车间")
    topic = box.plant.topic(number)
    await answers(box, number, "已加二十个柜子")
    await rates(box.zhang)
    later = await raises(box, box.zhang, "通风不好", "一车间")
    head = Entry(name="孙磊", role=RoleName.MANAGER, unit="MILL", telegram=SUN)
    moved = [each.model_copy(update={"parent": "MILL"}) if each.code == "WS1" else each for each in box.settings.units]
    settings = box.settings.model_copy(update={"units": (moved[0], moved[1], OTHER, moved[2])})
    await box.program.take(settings.model_copy(update={"people": (*settings.people, head)}))
    await box.passes(minutes=1)
    await box.sun.starts()
    assert await ledger(box.sun) == [number, later]
    assert rows(box.sun.last)[0][17] == "已加二十个柜子"
    assert rows(box.sun.last)[0][21] == "满意"
    assert await ledger(box.he) == []
    assert await ledger(box.lin) == [number, later]
    assert await new(box.sun) == "2"
    assert await new(box.he) == "0"
    # Whoever raised it goes on as before; what is open is worked on where its desk is now.
    await box.zhang.says("/my")
    assert number in box.zhang.last.text
    await box.passes(days=1)
    assert box.hq.has_topic(later) or box.plant.topic(later) is not None
    assert topic.mentions("已加二十个柜子")


async def test_what_a_merged_unit_had_rolls_up_to_the_one_that_took_it_over(box: Box) -> None:
    number = await raises(box, box.zhang, "食堂的菜太咸了", "一分厂")
    await answers(box, number)
    await rates(box.zhang)
    await box.program.take(merged(box.settings))
    await box.passes(minutes=1)
    assert await ledger(box.lin) == [number]
    # Its story is told under the name that the unit had.
    assert rows(box.lin.last)[0][4] == "一分厂"
    assert await new(box.lin) == "1"
    assert "响应 1/1" in box.lin.find("信箱周报").text
    await box.lin.says("/ledger 单位:一分厂")
    assert numbers(box.lin.last) == [number]


async def _rates(box: Box, person: Person, *taps: str) -> None:
    for each in taps or ("联系过", "解决了", "基本满意"):
        await person.press(each)


async def _reviewed(box: Box, person: Person, why: str) -> None:
    await person.press("查看进展")
    await person.press("申请复查")
    await person.says(why)


async def _answered(secretary: Person, topic: Thread, text: str) -> None:
    await secretary.press("答复", topic)
    await secretary.says(text, topic)
    await secretary.press("解释说明", topic)


async def test_a_review_then_a_second_one_and_then_it_is_final(box: Box) -> None:
    number = await raises(box, box.zhang, "加班费算得不对", "一车间")
    await answer(box, box.plant.topic(number))
    await _rates(box, box.zhang)
    await _reviewed(box, box.zhang, "答复与实际不符")
    # The plant's desk decided for its workshop: the look is the unit's above that desk.
    above = box.hq.topic(number)
    assert above.mentions("答复与实际不符")
    assert box.lin.mentions(number)
    await _answered(box.li, above, "复查：按制度核算无误")
    await _rates(box, box.zhang)
    await _reviewed(box, box.zhang, "请再看一次")
    assert above.mentions("请再看一次")
    await _answered(box.li, above, "复核：维持复查意见")
    await _rates(box, box.zhang)
    await box.zhang.press("查看进展")
    assert not box.zhang.last.has("申请复查")
    toast = await box.zhang.presses_data("mine_review:1", on=box.zhang.last)
    assert toast.alert


async def test_a_review_is_due_in_thirty_days_and_reminded(box: Box) -> None:
    number = await raises(box, box.zhang, "加班费算得不对", "一分厂")
    await answer(box, box.plant.topic(number))
    await _rates(box, box.zhang)
    await _reviewed(box, box.zhang, "答复与实际不符")
    topic = box.hq.topic(number)
    assert "复查时限：4月1日" in topic.card.text
    await box.li.press("受理", topic)
    # Not the days of its grade: what was promised is the day of the look.
    assert "办结时限：4月1日" in topic.card.text
    assert "4月1日" in box.zhang.last.text
    await box.passes(days=20, step_hours=24)
    assert not topic.mentions("超期")
    await box.passes(days=12, step_hours=24)
    assert topic.mentions("超期：办结时限 4月1日")
    assert any(number in each and "已超期" in each for each in box.lin.texts)
    await box.lin.says("/ledger")
    assert rows(box.lin.last)[0][20] == "是"


async def test_limits_and_weights_of_one_unit_have_a_version_of_their_own_without_a_restart(box: Box) -> None:
    before = await raises(box, box.zhang, "食堂的菜太咸了", "一分厂")
    await box.zhao.press("受理", box.plant.topic(before))
    promised = box.plant.topic(before).card.text.split("办结时限：")[1].split("\n")[0]
    units = [
        Unit.model_validate(
            {
                **each.model_dump(exclude_unset=True),
                "deadlines": Deadlines(done_normal=2),
                "digest": Judging(
                    floor=0.9, contacted_weight=0.2, solved_weight=0.4, satisfied_weight=0.4, version="厂2"
                ),
            }
        )
        if each.code == "PLANT"
        else each
        for each in box.settings.units
    ]
    await box.program.take(box.settings.model_copy(update={"units": tuple(units)}))
    await box.passes(minutes=1)
    quick = await raises(box, box.chen, "宿舍没有热水", "一车间")
    usual = await raises(box, box.sun, "总部电梯太慢", "集团公司")
    await box.zhao.press("受理", box.plant.topic(quick))
    await box.li.press("受理", box.hq.topic(usual))
    assert "办结时限：3月4日" in box.plant.topic(quick).card.text
    assert "办结时限：3月11日" in box.hq.topic(usual).card.text
    # What was promised before stays.
    assert f"办结时限：{promised}" in box.plant.topic(before).card.text
    assert "权重 0.2/0.4/0.4（版本 厂2）" in await _digest(box.he)
    assert "权重 0.1/0.5/0.4（版本 1）" in await _digest(box.lin)


async def _digest(person: Person) -> str:
    await person.says("/digest")
    return person.find("信箱周报").text
