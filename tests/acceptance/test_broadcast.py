"""Announcements: written, looked at, sent to everyone of some units, held in hand meanwhile."""

from __future__ import annotations

import pytest

from bot.flow.pace import PaceRules
from handlers.components.audience.sending import PORTION
from sandbox.faults import Fault, Planned
from storage import broadcasts, people, roles, units
from tests.acceptance.kit import Box, Person

WORDS = "明天 8 点停水两小时，请提前储水"


async def crowd(box: Box, count: int, unit: str = "PLANT", first: int = 20_001) -> list[Person]:
    """So many employees of a unit who have opened the mailbox."""
    found = []
    async with box.database.writing() as tx:
        where = await units.by_code(tx, unit)
        assert where is not None
        for number in range(first, first + count):
            user = box.world.add_user(number, f"职工{number}")
            user.started = user.met = True
            known = await people.meet(tx, "telegram", str(number), name=user.name, private_chat=str(number))
            await people.belongs_to(tx, known.id, where.id)
            found.append(Person(box, user))
    return found


async def writes(box: Box, author: Person, *names: str, words: str = WORDS) -> None:
    """Everything up to the last look at it."""
    await author.says("/broadcast")
    await author.says(words)
    await author.press("选择范围")
    for each in names:
        await author.press(each)
    await author.press("看一遍再发")


def send_button(author: Person) -> str:
    return next(each for each in author.last.buttons if each.startswith("发送给"))


async def test_a_manager_tells_their_unit_and_what_is_below_and_nobody_else(box: Box) -> None:
    workers, others = await crowd(box, 3, "WS1"), await crowd(box, 2, "HQ", 30_001)
    await box.he.says("/broadcast")
    await box.he.sends_album(2, caption="附上通知")
    await box.he.says(WORDS)
    await box.he.press("选择范围")
    assert [each.strip() for each in box.he.last.buttons] == ["一分厂", "一车间", "取消"]
    await box.he.press("一分厂")
    await box.he.press("看一遍再发")
    assert "5 人" in box.he.last.text, "with secretary and owner of the unit; the author has seen it"
    assert WORDS in box.he.last.text
    assert "附件 2 个" in box.he.last.text
    assert not any("职工" in each for each in box.he.texts)
    await box.he.press(send_button(box.he))
    for each in workers:
        assert [WORDS in text for text in each.texts].count(True) == 1
        assert any("一分厂" in text for text in each.texts)
        assert sum(len(shown.files) for shown in each.shown) == 2
    assert not any(each.texts for each in others)
    assert "已送达 5 / 5" in box.he.last.text
    assert box.he.last.buttons == []


async def test_the_topmost_unit_is_everyone_those_without_a_unit_too(box: Box) -> None:
    await box.sun.starts()
    await writes(box, box.admin, "集团公司", "一分厂")
    await box.admin.press(send_button(box.admin))
    assert box.sun.mentions(WORDS)
    assert box.wang.mentions(WORDS)
    assert not box.zhang.texts, "who never opened the mailbox can't be written to"


async def test_only_managers_secretaries_and_admins_and_only_below_themselves(box: Box) -> None:
    await box.zhang.starts()
    await box.zhang.says("/broadcast")
    assert box.zhang.mentions("没有群发通知的权限")
    await box.wang.says("/broadcast")
    assert box.wang.mentions("没有群发通知的权限")
    await box.he.says("/broadcast")
    await box.he.says(WORDS)
    await box.he.press("选择范围")
    async with box.database.reading() as tx:
        above = await units.by_code(tx, "HQ")
    assert above is not None
    toast = await box.he.presses_data(f"bc_toggle:{above.id}:0", on=box.he.last)
    assert "没有群发通知的权限" in toast
    await box.passes(days=1)
    assert "broadcast" in [each["command"] for each in box.world.menu(box.he.chat, box.he.user)]


async def test_nothing_is_sent_without_words_or_to_nobody_or_too_long(box: Box) -> None:
    await box.he.says("/broadcast")
    toast = await box.he.presses_data("bc_review", on=box.he.last)
    assert "还没有写内容" in toast
    await box.he.sends_poll()
    assert box.he.mentions("不能群发")
    await box.he.says("长" * 3600)
    assert box.he.mentions("没有加进去")
    await box.he.says(WORDS)
    await box.he.press("选择范围")
    await box.he.press("一车间")
    toast = await box.he.press("看一遍再发")
    assert "没有人能收到" in toast
    await box.he.press("取消")
    toast = await box.he.presses_data("bc_send", on=box.he.last)
    assert "bc" not in toast
    async with box.database.reading() as tx:
        assert await broadcasts.get(tx, 1) is None


async def test_who_blocked_the_mailbox_is_counted_and_not_told_when_they_come_back(box: Box) -> None:
    gone, there = await crowd(box, 2)
    gone.user.blocked_bot = True
    await writes(box, box.he, "一分厂", words="长" * 3000)
    await box.he.press(send_button(box.he))
    assert "对方已停用 1" in box.he.last.text
    await gone.unblocks()
    await gone.says("我又回来了")
    assert not gone.mentions("长长")
    assert there.mentions("长长")


async def test_who_may_no_longer_speak_to_the_units_does_not_resume(box: Box) -> None:
    everyone = await crowd(box, PORTION + 15)
    await writes(box, box.he, "一分厂")
    shown = box.he.last
    box.world.press(box.he.user, shown.message.chat, shown.id, shown.button(send_button(box.he))["callback_data"])
    await box.he.presses_data("bc_pause:1", on=shown)
    got = [each for each in everyone if each.mentions(WORDS)]
    async with box.database.writing() as tx:
        person = await people.find(tx, "telegram", str(box.he.user.id))
        assert person is not None
        for role in await roles.of_person(tx, person.id):
            await roles.revoke(tx, role.id, box.clock.now())
    toast = await box.he.press("继续")
    assert "没有群发通知的权限" in toast
    assert [each for each in everyone if each.mentions(WORDS)] == got
    await box.he.press("停止")
    assert "群发已停止" in box.he.last.text, "to hold it back takes no right"


@pytest.mark.parametrize("ending", ["bc_resume", "bc_stop"])
async def test_it_is_paused_and_goes_on_after_a_restart_where_it_was(box: Box, ending: str) -> None:
    everyone = await crowd(box, PORTION + 15)
    await writes(box, box.he, "一分厂")
    shown = box.he.last
    # Both presses are there before anything is handled: one portion has been taken from the list by the second.
    box.world.press(box.he.user, shown.message.chat, shown.id, shown.button(send_button(box.he))["callback_data"])
    await box.he.presses_data("bc_pause:1", on=shown)
    got = [each for each in everyone if each.mentions(WORDS)]
    assert 0 < len(got) <= PORTION
    assert "已暂停" in box.he.last.text
    await box.restart()
    await box.passes(hours=1)
    assert [each for each in everyone if each.mentions(WORDS)] == got
    await box.he.says("/broadcast")
    assert "一次只发一条" in box.he.last.text
    await box.he.press("继续" if ending == "bc_resume" else "停止")
    times = [sum(WORDS in text for text in each.texts) for each in everyone]
    if ending == "bc_resume":
        assert times == [1] * len(everyone)
        assert "群发完成" in box.he.last.text
    else:
        assert sum(times) == len(got)
        # Secretary and owner of the unit are among those who were to get it.
        assert f"已送达 {PORTION} / {PORTION + 17}，不再发送 17" in box.he.last.text
    toast = await box.he.presses_data("bc_stop:1", on=box.he.last)
    assert toast == ("已经发完" if ending == "bc_resume" else "已经停止")
    before = [len(each.texts) for each in everyone]
    await box.lin.starts()
    toast = await box.lin.presses_data("bc_resume:1", on=box.lin.last)
    assert toast.alert, "nobody else holds it in hand"
    assert [len(each.texts) for each in everyone] == before


async def test_it_keeps_the_rate_of_a_server_that_enforces_it_and_answers_come_between(box: Box) -> None:
    everyone = await crowd(box, 45)
    box.pace = PaceRules()
    await box.restart()
    box.sandbox.rates.on = True
    await writes(box, box.he, "一分厂")
    shown = box.he.last
    box.world.press(box.he.user, shown.message.chat, shown.id, shown.button(send_button(box.he))["callback_data"])
    await box.chen.says("宿舍没有热水")
    assert all(each.mentions(WORDS) for each in everyone)
    assert box.chen.has_button("提交")
    assert box.sandbox.tally.refusals[429] == 0


async def test_what_was_dropped_on_the_way_does_not_hold_it_up_for_ever(box: Box) -> None:
    everyone = await crowd(box, PORTION + 5)
    await writes(box, box.he, "一分厂")
    # A restored backup drops what waited in it: nothing will ever be heard of the first portion.
    box.sandbox.faults.plan("sendMessage", *[Planned(Fault.RATE, retry_after=3600)] * 200)
    await box.he.press(send_button(box.he))
    async with box.database.writing() as tx:
        await tx.run("outbox_drop_waiting", before=box.clock.now())
    box.sandbox.faults.clear()
    await box.restart()
    await box.passes(hours=2)
    assert everyone[-1].mentions(WORDS)
    assert f"未送达 {PORTION}" in box.he.last.text
