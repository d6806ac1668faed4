"""The raiser's word on an answer: one nudge, then an end; and what follows another ticket ends with it."""

from __future__ import annotations

import sqlite3
from datetime import date, datetime

from bot.watching import ALARM
from storage import groups, identities, tickets, units
from tests.acceptance.kit import Box, Group, Person, Thread
from tests.acceptance.test_mine_following import answer

NUDGE = "想听听您的看法"


async def answered(box: Box, raiser: Person, text: str) -> Thread:
    number = await box.raises(raiser, text)
    topic = box.plant.topic(number)
    await box.zhao.press("答复", topic)
    await box.zhao.says("已经和食堂谈过，今天起少放盐。", topic)
    await box.zhao.press("支持", topic)
    assert "已答复" in topic.name
    return topic


async def test_one_nudge_after_two_working_days_and_an_end_after_five(box: Box) -> None:
    topic = await answered(box, box.zhang, "食堂的菜太咸了")
    await box.passes(workdays=1, step_hours=4)
    assert not box.zhang.mentions(NUDGE)
    await box.passes(workdays=1.2, step_hours=4)
    assert sum(NUDGE in each for each in box.zhang.texts) == 1
    assert "联系" in box.zhang.last.text
    await box.passes(workdays=2, step_hours=2)
    assert sum(NUDGE in each for each in box.zhang.texts) == 1
    await box.passes(workdays=1.5, step_hours=2)
    assert "已办结" in topic.name
    assert "未评价" in topic.card.text
    assert "重新办理" in "".join(box.zhang.last.buttons)


async def test_who_rated_is_not_nudged(box: Box) -> None:
    await answered(box, box.zhang, "食堂的菜太咸了")
    for label in ("联系过", "解决了", "满意"):
        await box.zhang.press(label)
    await box.passes(workdays=6, step_hours=4)
    assert not box.zhang.mentions(NUDGE)


async def test_the_nudge_can_be_answered_where_it_stands(box: Box) -> None:
    topic = await answered(box, box.zhang, "食堂的菜太咸了")
    await box.passes(workdays=2.5)
    for label in ("联系过", "解决了", "满意"):
        await box.zhang.press(label)
    assert "已办结" in topic.name
    assert "满意" in topic.card.text


async def test_no_reminder_row_tells_who_raised_it(box: Box) -> None:
    await answered(box, box.zhang, "食堂的菜太咸了")
    await box.passes(workdays=2.5)
    async with box.database.reading() as tx:
        ticket = await tickets.get(tx, 1)
        raiser = identities.raiser_of(tx, ticket)
    kept = sqlite3.connect(box.folder / "mailbox.db").execute("SELECT kind, person_id FROM reminders").fetchall()
    assert ("rating", 0) in kept
    assert raiser not in {person for _, person in kept}


async def test_what_has_no_group_is_told_to_the_admin_and_comes_home_when_there_is_one(box: Box) -> None:
    await box.drafts(box.zhang, "举报车间主任收受回扣，虚报工时")
    await box.zhang.press("按检举控告，单独办理")
    await box.zhang.press("提交")
    async with box.database.reading() as tx:
        number = (await tickets.get(tx, 1)).number
    assert not box.hq.has_topic(number)
    assert not box.plant.has_topic(number)
    await box.passes(hours=1)
    told = box.admin.find(number)
    assert "检举控告" in told.text
    assert "回扣" not in told.text
    await box.passes(hours=2)
    assert sum(number in each for each in box.admin.texts) == 1
    await box.passes(days=1)
    assert sum(number in each for each in box.admin.texts) == 2
    chat = box.world.add_group("纪检信箱", (2001,), chat_id=-1_002_000_000_009)
    box.world.let_bot_in(chat)
    async with box.database.writing() as tx:
        unit = await units.by_code(tx, "HQ")
        assert unit is not None
        await groups.register(tx, "telegram", str(chat.id), unit_id=unit.id, category_id=None, purpose="restricted")
    await box.passes(days=1)
    assert Group(box, chat).has_topic(number)
    assert sum(number in each for each in box.admin.texts) == 2


async def test_from_december_on_the_next_years_notice_is_asked_for(box: Box) -> None:
    year = box.engine.house.calendar.local(box.clock.now()).year
    tz = box.engine.house.calendar.tz

    async def at(month: int, day: int) -> None:
        await box.passes(seconds=datetime(year, month, day, 10, tzinfo=tz).timestamp() - box.clock.now())

    await at(11, 30)
    assert not box.admin.mentions("还没有导入")
    await at(12, 1)
    assert f"{year + 1} 年" in box.admin.find("还没有导入").text
    await at(12, 3)
    assert sum("还没有导入" in each for each in box.admin.texts) == 1
    await at(12, 9)
    assert sum("还没有导入" in each for each in box.admin.texts) == 2


async def test_a_notice_moves_the_promised_date_and_the_raiser_is_told(box: Box) -> None:
    tz = box.engine.house.calendar.tz
    await box.passes(seconds=datetime(2026, 12, 28, 10, tzinfo=tz).timestamp() - box.clock.now())
    number = await box.raises(box.zhang, "食堂的菜太咸了")
    topic = box.plant.topic(number)
    await box.zhao.press("受理", topic)
    promised = box.zhang.last.text
    assert "暂定" in promised
    assert "1月7日" in promised
    days = {f"2027-01-{day:02d}": False for day in (4, 5)} | {"2027-02-20": True}
    async with box.database.writing() as tx:
        await units.set_calendar_days(tx, days, "test")
    await box.restart()
    await box.passes(minutes=1)
    assert "重新计算" in box.zhang.last.text
    assert "1月11日" in box.zhang.last.text
    assert "暂定" not in box.zhang.last.text
    assert topic.mentions("重新计算")
    before = len(box.zhang.texts)
    await box.engine.tick("recompute", every=1)
    await box.passes(hours=1)
    assert len(box.zhang.texts) == before
    assert date(2027, 1, 4) in box.engine.house.calendar.notice


async def test_the_admin_is_told_in_words_what_is_wrong(box: Box) -> None:
    await box.engine.tick(ALARM, {"outbox_old": 300, "set_aside": 2}, every=1)
    await box.settled()
    assert box.admin.mentions("等了 5 分钟")
    assert box.admin.mentions("2 条收到的消息")
    before = len(box.admin.texts)
    await box.passes(minutes=10)
    await box.engine.tick(ALARM, {"outbox_old": 900, "set_aside": 2}, every=1)
    await box.settled()
    assert len(box.admin.texts) == before
    assert not box.zhang.mentions("等了 5 分钟")
    wrong = {"second_reader": 1, "token_rejected": 1, "sweeps_late": 7200, "groups_wrong": 1}
    await box.engine.tick(ALARM, wrong, every=1, about="more")
    await box.settled()
    told = "\n".join(box.admin.texts[before:])
    assert "另有一个程序" in told
    assert "不接受机器人的令牌" in told
    assert "晚了 120 分钟" in told
    assert "groups_wrong" not in told, "which group it is was told when it happened"


async def test_several_answers_are_asked_about_in_one_message(box: Box) -> None:
    await answered(box, box.zhang, "食堂的菜太咸了")
    await answered(box, box.zhang, "宿舍没有热水")
    before = len(box.zhang.texts)
    await box.passes(workdays=2.5)
    assert len(box.zhang.texts) == before + 1
    assert "2 件答复" in box.zhang.last.text
    await box.zhang.press(box.zhang.last.buttons[0])
    for label in ("联系过", "解决了", "满意"):
        await box.zhang.press(label)
    assert "已办结" in box.plant.topics[0].name


async def test_how_long_the_oldest_unanswered_ticket_waits_is_measured(box: Box) -> None:
    assert (await box.engine.vitals()).oldest_ticket == 0
    await box.drafts(box.sun, "举报班长收回扣")
    await box.sun.press("按检举控告，单独办理")
    await box.sun.press("提交")
    await box.passes(minutes=10)
    assert (await box.engine.vitals()).oldest_ticket == 0, "a report is in no figure beyond its own office"
    await box.raises(box.zhang, "食堂的菜太咸了")
    await box.passes(hours=1)
    await box.raises(box.chen, "宿舍没有热水")
    await box.passes(hours=1)
    assert (await box.engine.vitals()).oldest_ticket == 7200
    await answer(box, box.plant.topics[0])
    assert (await box.engine.vitals()).oldest_ticket == 3600
    for each in ("没有", "没有解决", "不满意"):
        await box.zhang.press(each)
    await answer(box, box.plant.topics[1])
    await box.passes(minutes=10)
    assert (await box.engine.vitals()).oldest_ticket == 600, "reopened, it waits since then"
