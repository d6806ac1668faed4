"""检举控告: the restricted group alone sees it; elsewhere there is not even a trace."""

from __future__ import annotations

from storage import groups, units
from tests.acceptance.kit import NUMBER, Box, Group

WORDS = "举报食堂主任收供货商回扣"


async def _office(box: Box) -> Group:
    """The discipline office's group, above the plant."""
    office = Group(box, box.world.add_group("纪检信箱", (box.li.id,)))
    box.world.let_bot_in(office.chat)
    async with box.database.writing() as tx:
        unit = await units.by_code(tx, "HQ")
        assert unit is not None
        await groups.register(
            tx, "telegram", str(office.chat.id), unit_id=unit.id, category_id=None, purpose="restricted"
        )
    return office


async def _accused(box: Box) -> str:
    await box.zhao.says(f"/log 来信\n{WORDS}", box.plant)
    assert "检举控告" in box.plant.last.text
    await box.zhao.press("提交", box.plant)
    number = NUMBER.search(box.plant.find("查询码").text)
    assert number is not None
    return number[0]


async def test_only_the_restricted_group_sees_it(box: Box) -> None:
    office = await _office(box)
    number = await _accused(box)
    topic = office.topic(number)
    assert "检举控告" in topic.name
    assert "食堂" not in topic.name
    assert not box.plant.has_topic(number)
    assert not box.hq.has_topic(number)
    for secretary, group in ((box.zhao, box.plant), (box.li, box.hq), (box.li, office)):
        await secretary.says("/find 回扣", group)
        assert number not in group.last.text
    await box.zhao.says(f"/find {number}", box.plant)
    assert "没有找到" in box.plant.last.text
    await box.zhao.says("/todo", box.plant)
    assert number not in box.plant.last.text
    await box.li.says("/todo", office)
    assert number in office.last.text
    await box.zhao.says("/todo", box.plant)
    for verb in ("desk_story", "desk_accept", "desk_more", "desk_show", "desk_assign"):
        toast = await box.zhao.presses_data(f"{verb}:1", on=box.plant.last)
        assert toast.alert
        assert "回扣" not in toast
    assert "回扣" not in box.plant.last.text


async def test_its_office_works_on_it_like_on_any_other(box: Box) -> None:
    office = await _office(box)
    topic = office.topic(await _accused(box))
    await box.li.press("受理", topic)
    assert "已受理" in topic.name
    assert not any("回扣" in each or "举报" in each for person in (box.lin, box.he, box.wang) for each in person.texts)


async def test_without_such_a_group_the_secretary_is_warned_beforehand(box: Box) -> None:
    await box.zhao.says(f"/log 来信\n{WORDS}", box.plant)
    assert "还没有登记受限的工作群" in box.plant.last.text
    await box.zhao.press("提交", box.plant)
    assert len(box.plant.topics) == 0
    assert len(box.hq.topics) == 0
    assert box.plant.mentions("查询码")
