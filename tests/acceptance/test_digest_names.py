"""What a digest names: what rose, what many raised, who is late, each unit's place and its last, what falls due."""

from __future__ import annotations

from bot.settings import Unit
from tests.acceptance.kit import Box, Person
from tests.acceptance.test_digest_weekly import DAY, NEXT_MONDAY, rates, told, until
from tests.acceptance.test_units_tree import raises

MILL = Unit(code="MILL", name="二分厂", parent="HQ")


async def judged(box: Box, unit: str, secretary: Person, *taps: str) -> None:
    """A concern that is raised, answered and rated at once."""
    number = await raises(box, box.zhang, "灯坏了", unit)
    place = box.plant if box.plant.has_topic(number) else box.hq
    topic = place.topic(number)
    await secretary.press("答复", topic)
    await secretary.says("已修好", topic)
    await secretary.press("支持", topic)
    await rates(box.zhang, *taps)
    if "不满意" in taps:
        await box.zhang.says("还是不亮")


async def details(person: Person, unit: str) -> str:
    """The details below the newest digest of a unit."""
    await person.press("明细", on=told(person, unit)[-1])
    return person.last.text


async def test_units_have_their_place_and_last_weeks_and_the_low_ones_are_named(box: Box) -> None:
    await box.program.take(box.settings.model_copy(update={"units": (*box.settings.units, MILL)}))
    low = ("没有", "解决了", "满意")
    for _ in range(5):
        await judged(box, "一分厂", box.zhao)
        await judged(box, "二分厂", box.li, *low)
    await until(box, NEXT_MONDAY)
    assert "1（上周 —）一分厂 100%（n=5）" in await details(box.lin, "集团公司")
    for _ in range(5):
        await judged(box, "一分厂", box.zhao, "没有", "没有解决", "不满意")
        await judged(box, "二分厂", box.li)
    await until(box, NEXT_MONDAY + 7 * DAY)
    newest = told(box.lin, "集团公司")[-1].text
    assert "响应率 50%（5/10）" in newest
    assert "解决率 50%（5/10）" in newest
    assert "满意率 50%（5/10）" in newest
    assert "综合低于 85%：" in newest
    assert "一分厂 0%" in newest
    assert "比上周差" in newest
    ranked = await details(box.lin, "集团公司")
    assert "1（上周 2）二分厂 100%（n=5）" in ranked
    assert "2（上周 1）一分厂 0%（n=5）" in ranked
    assert "做得好：二分厂；低于 85%：" in ranked
    # The plant's own manager sees their place, and no score of another unit.
    assert "同级排名 第 2／共 2（上周第 1）" in told(box.he, "一分厂")[-1].text
    assert "二分厂" not in await details(box.he, "一分厂")


async def test_what_rose_what_many_raised_who_is_late_and_what_falls_due(box: Box) -> None:
    await box.raises(box.zhang, "食堂的菜太咸了", "实名")
    await until(box, NEXT_MONDAY)
    raised = [await box.raises(each, "食堂排队太长", "实名") for each in (box.zhang, box.chen, box.sun)]
    main = box.plant.topic(raised[0])
    for each in raised[1:]:
        topic = box.plant.topic(each)
        await box.zhao.press("并案", topic)
        await box.zhao.press(next(label for label in topic.last.buttons if raised[0] in label), topic)
        await box.zhao.press("确认并案", topic)
    await box.zhao.press("转办/派单", main)
    await box.zhao.press(next(each for each in main.last.buttons if "王建国" in each), main)
    await box.zhao.says("/tasks", box.plant)
    await box.zhao.press("新增督办事项", box.plant)
    await box.zhao.says("电气 | 换线 | 换线 | 王建国 | 3月18日\n消防 | 换灭火器 | 换 | 王建国 | 3月12日", box.plant)
    await until(box, NEXT_MONDAY + 7 * DAY)
    newest = told(box.he, "一分厂")[-1].text
    assert "督办和办实事：办理中 2 件，其中超期 1 件，下周到期 1 件" in newest
    named = await details(box.he, "一分厂")
    assert f"{raised[0]} 食堂排队太长：3 人" in named
    assert "上升最多：食堂 +" in named
    assert "超期（" in named
    late = named[named.index("超期（") :]
    assert "王建国" in late
    assert "未受理" in late
    assert "🔴 换灭火器 · 王建国" in named
