"""The tree and the rules are changed while the mailbox runs: nothing is lost, and what was promised stays."""

from __future__ import annotations

from bot.settings import Settings
from bot.settings.models import Deadlines, Reminders, Unit
from storage import tickets
from tests.acceptance.kit import Box
from tests.acceptance.standard import HQ_GROUP
from tests.acceptance.test_clock_reminders import HEAD_OWNER, assigned, gathered, until


def merged(settings: Settings) -> Settings:
    """The plant and its workshop are taken over by headquarters."""
    top = Unit(code="HQ", name="集团公司", telegram_group=HQ_GROUP, merged=("PLANT", "WS1"))
    people = tuple(each.model_copy(update={"unit": "HQ"}) for each in settings.people)
    return settings.model_copy(update={"units": (top,), "people": people})


async def test_what_a_merged_unit_had_goes_on_at_the_one_that_took_it_over(box: Box) -> None:
    number = await box.raises(box.zhang, "食堂的菜太咸了", "实名")
    await box.zhao.press("受理", box.plant.topic(number))
    await box.program.take(merged(box.settings))
    await box.passes(minutes=1)
    topic = box.hq.topic(number)
    await box.li.says("我们接着办", topic)
    assert "我们接着办" in box.zhang.last.text
    await box.zhang.says("今天又咸了", reply_to=box.zhang.find(number))
    assert topic.mentions("今天又咸了")
    # The list of the unit that took it over has it, with the story from before.
    await box.li.says("/todo", box.hq)
    assert number in box.hq.last.text
    async with box.database.reading() as tx:
        found = await tickets.open_below(tx, "/")
    assert [each.number for each in found] == [number]


async def test_a_new_concern_of_its_people_goes_there_too(box: Box) -> None:
    await box.raises(box.zhang, "食堂的菜太咸了", unit="一分厂")
    await box.program.take(merged(box.settings))
    await box.zhang.says("宿舍没有热水")
    await box.zhang.press("新反映")
    await box.zhang.press("提交")
    assert box.hq.topic("SJ-2026-0002").mentions("宿舍没有热水")


async def test_limits_and_reminders_change_without_a_restart(box: Box) -> None:
    (topic,) = await assigned(box, "食堂的菜太咸了")
    promised = topic.card.text.split("办结时限")[-1]
    quiet = Reminders(shares=(), eve=False, day=False, late_every=30)
    await box.program.take(box.settings.model_copy(update={"deadlines": Deadlines(done_normal=2), "reminders": quiet}))
    await box.passes(minutes=1)
    # A date once promised is never made earlier: the new limit counts for what comes now.
    assert topic.card.text.split("办结时限")[-1] == promised
    await until(box, 3, 8, 31)
    assert gathered(box.wang, HEAD_OWNER) == []
    await box.program.take(box.settings)
    await until(box, 4, 8, 31)
    assert len(gathered(box.wang, HEAD_OWNER)) == 1
