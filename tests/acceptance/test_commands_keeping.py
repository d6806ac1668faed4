"""A mailbox that is looked after by commands while it runs: people, calendar, ledger, digest, backups, what failed."""

from __future__ import annotations

import base64
import sqlite3
import stat
from contextlib import closing
from datetime import date

import pytest
from python_calamine import CalamineWorkbook

from storage import inbox, outbox, units
from storage.inbox import NewEvent
from tests.acceptance.kit import KEY, Box
from tests.acceptance.shuji import shuji
from tests.acceptance.standard import HQ_GROUP, PLANT_GROUP

GROUPS = {"HQ": HQ_GROUP, "PLANT": PLANT_GROUP}


def configure(box: Box, more: str = "") -> None:
    """The box's own settings as a file, and its key."""
    lines = ["[mailbox]", 'database = "sqlite:///mailbox.db"', "[telegram]"]
    lines += [f'token = "{box.sandbox.token}"', f'base_url = "{box.sandbox.base_url}"', "[health]", 'listen = ""']
    for unit in box.settings.units:
        lines += ["[[units]]", f'code = "{unit.code}"', f'name = "{unit.name}"']
        lines += [f'parent = "{unit.parent}"'] if unit.parent else []
        lines += [f"telegram_group = {unit.telegram_group}"] if unit.telegram_group else []
    for person in box.settings.people:
        lines += ["[[people]]", f'name = "{person.name}"', f'role = "{person.role}"', f'unit = "{person.unit}"']
        lines += [f"telegram = {person.telegram}"]
    for category in box.settings.categories:
        words = ", ".join(f'"{each}"' for each in category.keywords)
        lines += ["[[categories]]", f'name = "{category.name}"', f"keywords = [{words}]"]
        lines += [f'owner = "{category.owner}"'] if category.owner else []
    (box.folder / "config.toml").write_text("\n".join((*lines, more)), "utf-8")
    key = box.folder / "mailbox.key"
    key.write_text(f"shuji-key-1\n{base64.b64encode(KEY).decode()}\n")
    for file in (key, box.folder / "config.toml"):
        file.chmod(0o600)


async def test_an_invitation_of_the_command_is_accepted_in_the_chat(box: Box) -> None:
    configure(box)
    said = await shuji(box.folder, "invite", "领导", "一分厂", "孙磊", "--days", "3650", locale="C.UTF-8")
    assert said.code == 2
    said = await shuji(box.folder, "invite", "领导", "一分厂", "孙磊", "--days", "365")
    assert said.code == 0, said.text
    link = next(line.strip() for line in said.out.splitlines() if "https://t.me/" in line)
    payload = link.partition("start=")[2]
    assert "已邀请" in (await shuji(box.folder, "people")).out
    await box.sun.starts(payload)
    # The box's clock stands in March; what was made today does not end before.
    await box.sun.press("接受")
    listed = (await shuji(box.folder, "people")).out
    assert "一分厂 · 领导 · 孙磊（可以联系，邀请）" in listed
    assert "已邀请" not in listed
    number = next(line.split()[0] for line in listed.splitlines() if "孙磊" in line)
    assert "不再是" in (await shuji(box.folder, "people", "--revoke", number)).out
    assert "没有编号" in (await shuji(box.folder, "people", "--revoke", number)).err
    await box.sun.says("/digest")
    assert "没有" in box.sun.last.text or "身份" in box.sun.last.text


async def test_roles_of_the_file_are_not_taken_away_by_hand(box: Box) -> None:
    configure(box)
    listed = (await shuji(box.folder, "people")).out
    number = next(line.split()[0] for line in listed.splitlines() if "王建国" in line)
    said = await shuji(box.folder, "people", "--revoke", number)
    assert said.code == 1
    assert "配置文件" in said.err


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (["boss", "HQ", "孙磊"], "没有“boss”这个身份"),
        (["owner", "HX", "孙磊"], "没有“HX”这个单位"),
        (["owner", "HQ", "  "], "1 至 40"),
    ],
)
async def test_invitations_that_are_refused(box: Box, words: list[str], expected: str) -> None:
    configure(box)
    said = await shuji(box.folder, "invite", *words)
    assert said.code == 1
    assert expected in said.err


async def test_a_notice_is_imported_while_the_mailbox_runs(box: Box) -> None:
    configure(box)
    number = await box.raises(box.zhang, "一分厂食堂的饭菜太贵", naming="实名")
    await box.zhao.press("受理", box.plant.topic(number))
    notice = box.folder / "notice.csv"
    notice.write_text("日期,安排\n2026-03-03,休\n2026-03-04，放假,临时\n2026-03-14\t班\n", "gb18030")
    tried = await shuji(box.folder, "calendar", "--import", "notice.csv", "--dry-run")
    assert "没有导入" in tried.out
    assert box.engine.house.calendar.is_workday(date(2026, 3, 3))
    said = await shuji(box.folder, "calendar", "--import", "notice.csv")
    assert said.code == 0, said.text
    assert "已导入 3 天（2026 年），其中 3 天" in said.out
    box.engine.look_again()
    await box.settled()
    assert not box.engine.house.calendar.is_workday(date(2026, 3, 3))
    # Two days of rest more: seven working days from Monday end two days later, and the card says so.
    assert "办结时限：3月13日" in box.plant.topic(number).card.text
    forgotten = await shuji(box.folder, "calendar", "--forget", "2026")
    assert "共 3 天" in forgotten.out
    box.engine.look_again()
    await box.settled()
    assert box.engine.house.calendar.is_workday(date(2026, 3, 3))
    assert "办结时限：3月11日" in box.plant.topic(number).card.text


async def test_a_notice_with_mistakes_changes_nothing(box: Box) -> None:
    configure(box)
    (box.folder / "notice.csv").write_text("2027-02-30,班\n2027-02-08,假期\n", "utf-8")
    said = await shuji(box.folder, "calendar", "--import", "notice.csv")
    assert said.code == 1
    assert "第 1 行" in said.err
    assert "第 2 行" in said.err
    async with box.database.reading() as tx:
        assert await units.calendar_days(tx) == {}


async def test_the_ledger_without_and_with_names(box: Box) -> None:
    configure(box)
    await box.raises(box.zhang, "=1+1 食堂的饭菜太贵", naming="实名")
    await box.raises(box.chen, "宿舍没有热水", naming="匿名")
    said = await shuji(box.folder, "export", "all.xlsx", "--unit", "PLANT")
    assert said.code == 0, said.text
    assert stat.S_IMODE((box.folder / "all.xlsx").stat().st_mode) == 0o600
    rows = CalamineWorkbook.from_path(str(box.folder / "all.xlsx")).get_sheet_by_index(0).to_python()
    assert "张三" not in str(rows)
    assert "=1+1" in str(rows)
    named = await shuji(box.folder, "export", "named.xlsx", "--unit", "一分厂", "--as", "secretary")
    assert "妥善保管" in named.out
    rows = CalamineWorkbook.from_path(str(box.folder / "named.xlsx")).get_sheet_by_index(0).to_python()
    assert "张三" in str(rows)
    assert "陈静" not in str(rows)
    again = await shuji(box.folder, "export", "all.xlsx", "--unit", "PLANT")
    assert again.code == 1
    assert "没有覆盖" in again.err
    empty = await shuji(box.folder, "export", "--unit", "WS1")
    assert "没有反映" in empty.err
    wrong = await shuji(box.folder, "export", "--from", "2026-13-01")
    assert "2026-13-01" in wrong.err


async def test_the_digest_on_the_screen_in_files_and_sent(box: Box) -> None:
    configure(box)
    await box.raises(box.zhang, "一分厂食堂的饭菜太贵", naming="实名")
    said = await shuji(box.folder, "digest", "--unit", "PLANT", "--week", "2026-W10")
    assert said.code == 0, said.text
    assert "一分厂" in said.out
    assert "张三" not in said.out
    for name in ("d.txt", "d.png", "d.xlsx"):
        made = await shuji(box.folder, "digest", "--week", "2026-03-02", "--file", name)
        assert made.code == 0, made.text
    assert (box.folder / "d.png").read_bytes().startswith(b"\x89PNG")
    assert "集团公司" in (box.folder / "d.txt").read_text("utf-8")
    assert (await shuji(box.folder, "digest", "--file", "d.pdf")).code == 1
    sent = await shuji(box.folder, "digest", "--send", "--unit", "PLANT", "--week", "2026-03-02")
    assert "一分厂 何厂长" in sent.out
    box.engine.look_again()
    await box.settled()
    assert box.he.mentions("一分厂")
    assert not box.lin.mentions("周报")


async def test_what_was_set_aside_and_what_failed_is_seen_and_tried_again(box: Box) -> None:
    configure(box)
    now = box.clock.now()
    async with box.database.writing() as tx:
        await inbox.keep(tx, [NewEvent("clock", "x:1", "reminders", "{")], now)
        (event,) = await inbox.due(tx, now, 10)
        await inbox.set_aside(tx, event.id, tries=6, error="KeyError at handlers/x.py:1 in y", now=now)
    checked = await shuji(box.folder, "check")
    assert checked.code == 1
    assert "KeyError at handlers/x.py:1 in y" in checked.out
    assert "shuji retry" in checked.out
    assert "事件 1 个，消息 0 条" in (await shuji(box.folder, "retry")).out
    async with box.database.reading() as tx:
        assert await inbox.set_asides(tx) == ()
        assert (await inbox.depth(tx)).depth == 1


async def test_a_backup_of_the_running_mailbox_comes_back(box: Box) -> None:
    configure(box)
    number = await box.raises(box.zhang, "一分厂食堂的饭菜太贵", naming="实名")
    said = await shuji(box.folder, "backup", "copy.db")
    assert said.code == 0, said.text
    assert "1 件" in said.out
    assert stat.S_IMODE((box.folder / "copy.db").stat().st_mode) == 0o600
    await box.passes(minutes=5)
    later = await box.raises(box.chen, "一分厂宿舍没有热水", naming="实名")
    running = await shuji(box.folder, "restore", "copy.db", "--yes")
    assert running.code == 1
    assert "正在使用" in running.err
    await box.stop()
    asked = await shuji(box.folder, "restore", "copy.db")
    assert asked.code == 1
    assert "--yes" in asked.err
    said = await shuji(box.folder, "restore", "copy.db", "--yes")
    assert said.code == 0, said.text
    assert "比现在的数据库旧" in said.out
    kept = next(box.folder.glob("mailbox.db.before-restore-*"))
    with closing(sqlite3.connect(kept)) as connection:
        assert connection.execute("SELECT number FROM tickets").fetchall() == [(number,), (later,)]
    await box.start()
    before = len(box.zhang.texts)
    await box.zhang.says("/my")
    assert number in box.zhang.last.text
    assert len(box.zhang.texts) == before + 1
    assert f"有 1 件不在备份里，编号不会再用：{later}" in said.out
    assert await box.raises(box.sun, "一分厂停车位太少", naming="实名") == "SJ-2026-0003"


async def test_what_was_said_after_the_backup_is_not_said_again(box: Box) -> None:
    configure(box)
    now = box.clock.now()
    async with box.database.writing() as tx:
        lane = await outbox.lane(tx, "telegram", "1", "private")
        await outbox.enqueue(
            tx, [outbox.NewRow(lane.id, "send", 0, now + 86_400, {"n": each}) for each in range(3)], now
        )
    await box.stop()
    assert (await shuji(box.folder, "backup", "copy.db")).code == 0
    with closing(sqlite3.connect(box.folder / "mailbox.db")) as connection:
        connection.execute("DELETE FROM outbox WHERE id = (SELECT min(id) FROM outbox)")
        connection.commit()
    said = await shuji(box.folder, "restore", "copy.db", "--yes")
    assert "有 1 条消息在备份之后已经发过" in said.out
    assert "有 2 条消息还在等待发出" in said.out
    dropped = await shuji(box.folder, "restore", "copy.db", "--yes", "--drop-waiting")
    assert "有 3 条消息" in dropped.out


async def test_restoring_what_can_not_be_restored(box: Box) -> None:
    configure(box)
    assert (await shuji(box.folder, "backup", "copy.db")).code == 0
    await box.stop()
    database = (box.folder / "mailbox.db").read_bytes()
    (box.folder / "broken.db").write_bytes((box.folder / "copy.db").read_bytes()[:20_000])
    (box.folder / "words.db").write_text("hello")
    for name in ("broken.db", "words.db", "nothing.db", "mailbox.db"):
        said = await shuji(box.folder, "restore", name, "--yes")
        assert said.code == 1, name
        assert said.err.count("\n") == 1, said.err
    (box.folder / "mailbox.key").write_text(f"shuji-key-1\n{base64.b64encode(bytes(64)).decode()}\n")
    said = await shuji(box.folder, "restore", "copy.db", "--yes")
    assert "密钥" in said.err
    assert (box.folder / "mailbox.db").read_bytes() == database


async def test_old_backups_make_room(box: Box) -> None:
    configure(box, "[backup]\nkeep = 2\n")
    folder = box.folder / "backups"
    folder.mkdir()
    for name in ("mailbox-20260101-033000.db", "mailbox-20260102-033000.db", "before-upgrade.db"):
        (folder / name).write_text("old")
    assert (await shuji(box.folder, "backup")).code == 0
    left = sorted(path.name for path in folder.iterdir())
    assert "before-upgrade.db" in left
    assert "mailbox-20260101-033000.db" not in left
    assert len(left) == 3


async def test_check_finds_a_running_mailbox_well(box: Box) -> None:
    configure(box)
    said = await shuji(box.folder, "check")
    assert "✓ 信箱正在运行" in said.out
    assert not [line for line in said.out.splitlines() if line.startswith("✗")], said.out
    assert said.code == 0
    # Where what is made public is posted is asked for as well, before the first answer is.
    file = box.folder / "config.toml"
    text = file.read_text("utf-8")
    for board, found in ((PLANT_GROUP, "✓ 公开栏"), (-1_009_999_999_999, "✗ 公开栏")):
        file.write_text(text.replace('code = "HQ"', f'code = "HQ"\nboard = {board}'), "utf-8")
        assert found in (await shuji(box.folder, "check")).out


async def test_which_rules_count_where_since_when(box: Box) -> None:
    configure(box)
    said = await shuji(box.folder, "rules")
    assert said.code == 0, said.text
    assert "一分厂" in said.out
    version = said.out.split("[deadlines] ")[1].split("，")[0]
    assert "done_normal = 7" in (await shuji(box.folder, "rules", "--version", version)).out
    assert (await shuji(box.folder, "rules", "--unit", "一分厂")).out.count("[digest]") == 1
    for words in (("--unit", "无此单位"), ("--version", "0")):
        refused = await shuji(box.folder, "rules", *words)
        assert refused.code == 1
        assert "shuji rules" in refused.err or "HQ" in refused.err
