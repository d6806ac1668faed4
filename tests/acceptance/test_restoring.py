"""After a backup of an hour ago nobody gets old messages again, and what was on its way arrives."""

from __future__ import annotations

import asyncio

from bot.assembly import times
from bot.backups import copies
from bot.flow.pace import PaceRules
from bot.settings.models import Backup
from storage.backup import look
from tests.acceptance.kit import Box, Person
from tests.acceptance.shuji import shuji
from tests.acceptance.test_broadcast import WORDS, crowd, send_button, writes
from tests.acceptance.test_commands_keeping import configure
from tests.acceptance.test_mine_codes import CODE


def everybody(box: Box) -> list[Person]:
    return [box.zhang, box.chen, box.sun, box.li, box.zhao, box.wang, box.qian, box.lin, box.he, box.admin]


def said(box: Box) -> dict[str, list[str]]:
    """Everything that anyone has been told, by place."""
    found = {each.user.name: each.texts for each in everybody(box)}
    for group in (box.hq, box.plant):
        found[group.chat.title] = group.texts
        for topic in group.topics:
            found[topic.name] = topic.texts
    return found


async def restored(box: Box) -> None:
    await box.stop()
    done = await shuji(box.folder, "restore", "copy.db", "--yes")
    assert done.code == 0, done.text
    assert "比现在的数据库旧" in done.out
    await box.start()
    await box.engine.tick_all()
    await box.settled()


async def test_reminders_and_digests_are_not_said_again(box: Box) -> None:
    configure(box)
    number = await box.raises(box.zhang, "一分厂食堂的饭菜太贵", naming="实名")
    topic = box.plant.topic(number)
    await box.zhao.press("受理", topic)
    await box.zhao.press("转办/派单", topic)
    await box.zhao.press(next(each for each in topic.last.buttons if "王建国" in each), topic)
    await box.raises(box.chen, "一分厂宿舍没有热水", naming="匿名")
    assert (await shuji(box.folder, "backup", "copy.db")).code == 0
    before = said(box)
    await box.passes(days=8, step_hours=12)
    after = said(box)
    assert sum(map(len, after.values())) > sum(map(len, before.values())) + 5, "there were reminders to repeat"
    assert any("周报" in each for each in box.he.texts)
    await restored(box)
    assert said(box) == after


async def test_answers_are_not_said_again_and_the_conversation_goes_on(box: Box) -> None:
    configure(box)
    number = await box.raises(box.zhang, "一分厂食堂的饭菜太贵", naming="实名")
    topic = box.plant.topic(number)
    assert (await shuji(box.folder, "backup", "copy.db")).code == 0
    await box.passes(minutes=40)
    await box.zhao.press("受理", topic)
    await box.zhao.says("请问是哪个窗口？", topic)
    await box.zhang.says("二号窗口", reply_to=box.zhang.last)
    after = said(box)
    await restored(box)
    assert said(box) == after
    await box.zhao.says("已经在看", topic)
    assert box.zhang.mentions("已经在看")


async def keeps_copies(box: Box) -> None:
    """By default, but in the story's own folder."""
    box.settings = box.settings.model_copy(update={"backup": Backup(folder=box.folder / "backups")})
    await box.restart()


async def test_a_copy_is_made_every_day_and_the_newest_stay(box: Box) -> None:
    """Without any setting; the copies open as mailboxes."""
    await keeps_copies(box)
    schedule, folder = box.program.schedule, box.settings.backup.folder
    assert times(box.settings).backup == "30 3 * * *"
    assert schedule.jobs["backup"].startswith("cron")
    await box.raises(box.zhang, "一分厂食堂的饭菜太贵", naming="实名")
    for _ in range(box.settings.backup.keep + 2):
        await schedule.back_up()
        box.clock.advance(86_400)
    made = copies(folder)
    assert len(made) == 14
    assert {look(each).tickets for each in made} == {1}


async def test_a_backup_that_fails_is_told_to_the_admin_once(box: Box) -> None:
    box.errors_expected = True
    await keeps_copies(box)
    box.settings.backup.folder.write_text("a file where the folder should be")
    for _ in range(2):
        await box.program.schedule.back_up()
        await box.settled()
    assert sum("备份没有成功" in each for each in box.admin.texts) == 1
    assert box.admin.mentions("shuji backup")


async def test_an_announcement_goes_on_where_it_was_when_the_backup_was_put_back(box: Box) -> None:
    configure(box)
    box.pace = PaceRules()
    await box.restart()
    people = await crowd(box, 40)
    await writes(box, box.he, "一分厂")
    button = send_button(box.he)
    shown = box.he.last
    assert (await shuji(box.folder, "backup", "copy.db")).code == 0
    box.clock.advance(60)
    box.world.press(box.he.user, box.he.chat.id, shown.id, str(shown.button(button)["callback_data"]))
    while sum(each.mentions(WORDS) for each in people) < 10:  # noqa: ASYNC110 - nobody tells when the tenth has it
        await asyncio.sleep(0)
    await restored(box)
    assert [sum(WORDS in text for text in each.texts) for each in people] == [1] * len(people)


async def test_what_a_backup_lost_is_said_wherever_it_is_met(box: Box) -> None:
    configure(box)
    await box.raises(box.zhang, "一分厂食堂的饭菜太贵", naming="实名")
    assert (await shuji(box.folder, "backup", "copy.db")).code == 0
    await box.passes(minutes=5)
    number = await box.raises(box.chen, "一分厂宿舍没有热水", naming="匿名")
    topic, receipt = box.plant.topic(number), box.chen.find(number)
    await restored(box)
    told = len(box.chen.texts)
    for _ in range(2):
        await box.zhao.says("已经联系后勤", topic)
    assert sum("不在信箱里了" in each for each in topic.texts) == 1
    assert f"{number} 不在信箱里了" in topic.texts[-2] + topic.texts[-1]
    assert "没有发给反映人" in "".join(topic.texts)
    assert "/log 重新登记" in "".join(topic.texts)
    pressed = await box.zhao.press("受理", on=topic.card)
    assert pressed.alert
    assert f"{number} 不在信箱里了" in pressed.text
    assert len(box.chen.texts) == told
    await box.zhao.says(f"/find {number}", box.plant)
    assert "不在信箱里了" in box.plant.texts[-1]
    await box.chen.says("有人管吗", reply_to=receipt)
    assert f"{number} 不在信箱里了" in box.chen.last.text
    assert "重新发一遍" in box.chen.last.text
    found = CODE.search(receipt.text)
    assert found
    await box.sun.says(found[1])
    assert f"{number} 不在信箱里了" in box.sun.last.text
    assert not box.sun.mentions("没有这个查询码")
    # What was given stays given: neither its number nor the id behind its buttons is another one's now.
    again = await box.raises(box.chen, "一分厂宿舍没有热水", naming="匿名")
    assert again == "SJ-2026-0003"
    pressed = await box.zhao.press("受理", on=topic.card)
    assert "不在信箱里了" in pressed.text
    # And when the replaced database is put back, it is there again.
    kept = next(box.folder.glob("mailbox.db.before-restore-*"))
    await box.stop()
    assert (await shuji(box.folder, "restore", kept.name, "--yes")).code == 0
    await box.start()
    await box.zhao.press("受理", on=topic.card)
    assert "已受理" in topic.card.text
    assert await box.raises(box.sun, "一分厂停车位太少", naming="实名") == "SJ-2026-0004"


async def test_where_the_old_database_is_gone_the_numbers_are_asked_for(box: Box) -> None:
    configure(box)
    first = await box.raises(box.zhang, "一分厂食堂的饭菜太贵", naming="实名")
    assert (await shuji(box.folder, "backup", "copy.db")).code == 0
    lost = await box.raises(box.chen, "一分厂宿舍没有热水", naming="实名")
    topic = box.plant.topic(lost)
    await box.stop()
    for each in box.folder.glob("mailbox.db*"):
        each.unlink()
    for wrong in ("0050", "XX-2026-0050", "SJ-2026-0050x"):
        said = await shuji(box.folder, "restore", "copy.db", "--numbers-from", wrong)
        assert said.code == 1
        assert f"“{wrong}”不是本信箱的编号" in said.err
    said = await shuji(box.folder, "restore", "copy.db")
    assert said.code == 0, said.text
    assert f"新的编号将从 {lost} 编起" in said.out
    said = await shuji(box.folder, "restore", "copy.db", "--yes", "--numbers-from", "sj-2026-0050")
    assert said.code == 0, said.text
    assert "新的编号将从" not in said.out
    await box.start()
    await box.zhao.says("已经联系后勤", topic)
    assert f"{lost} 不在信箱里了" in topic.texts[-1]
    assert await box.raises(box.sun, "一分厂停车位太少", naming="实名") == "SJ-2026-0050"
    pressed = await box.zhao.press("受理", on=topic.card)
    assert pressed.alert, "the id behind an old button is nobody else's"
    assert first in box.zhang.find(first).text
