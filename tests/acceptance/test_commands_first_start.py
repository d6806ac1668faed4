"""A configuration written by hand, with the names that are fixed for everyone; ``shuji run`` is the first command."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

from sandbox import Sandbox
from tests.acceptance.shuji import begin, end, shuji
from tests.acceptance.test_commands_running import GROUP, server, until

__all__ = ["server"]

PLANT_GROUP, CANTEEN_GROUP = GROUP - 1, GROUP - 2
FIXED = """
[mailbox]
name = "书记信箱"
timezone = "Asia/Shanghai"
database = "sqlite:///mailbox.db"
key_file = "keys/mailbox.key"

[telegram]
token = "{token}"
base_url = "{base_url}"
mode = "polling"

[[units]]
code = "HQ"
name = "集团公司"
telegram_group = {group}

[[units]]
code = "PLANT"
name = "一分厂"
parent = "HQ"
telegram_group = {plant}

[[people]]
name = "李梅"
role = "secretary"
unit = "HQ"
telegram = 1

[[people]]
name = "王建国"
role = "owner"
unit = "PLANT"
telegram = 2

[[people]]
name = "林涛"
role = "manager"
unit = "HQ"
telegram = 3

[[people]]
name = "管理员"
role = "admin"
unit = "HQ"
telegram = 4

[[categories]]
name = "食堂"
keywords = ["食堂", "饭菜"]
owner = "王建国"
grade = "normal"
telegram_group = {canteen}

[deadlines]
[hours]
[digest]
[health]
listen = ""
"""
SETTLED = ("units", "people", "roles", "categories", "groups", "invites", "counters")


def configure(folder: Path, server: Sandbox) -> None:
    text = FIXED.format(
        token=server.token, base_url=server.base_url, group=GROUP, plant=PLANT_GROUP, canteen=CANTEEN_GROUP
    )
    (folder / "config.toml").write_text(text, "utf-8")


def rows(folder: Path) -> dict[str, list[Any]]:
    """Everything that settings can make, in the database as it is."""
    with closing(sqlite3.connect(folder / "mailbox.db")) as database:
        return {name: database.execute(f"SELECT * FROM {name}").fetchall() for name in SETTLED}


async def started(folder: Path, server: Sandbox) -> str:
    """Run it until it has answered somebody, and stop it; what it said."""
    process = await begin(folder, "run")
    try:
        chat = server.world.chats[2]
        before = len(chat.messages)
        server.world.start(server.world.users[2])

        async def is_answered() -> bool:
            return len(chat.messages) > before + 1

        await until(is_answered)
    finally:
        said = await end(process)
    assert said.code == 0, said.text
    return said.err


async def test_the_first_start_makes_all_and_the_second_changes_nothing(tmp_path: Path, server: Sandbox) -> None:
    configure(tmp_path, server)
    before = await shuji(tmp_path, "check")
    assert "! 还没有密钥文件" in before.out
    assert "✗ 没有密钥" not in before.out
    assert not (tmp_path / "keys").exists()
    first = await started(tmp_path, server)
    key = tmp_path / "keys" / "mailbox.key"
    assert f"已生成密钥 {key}" in first
    assert key.stat().st_mode & 0o777 == 0o600
    assert sum(line.startswith("授予身份") for line in first.splitlines()) == 4
    made, secret = rows(tmp_path), key.read_bytes()
    assert {"units", "roles", "categories"} <= made.keys()
    second = await started(tmp_path, server)
    assert key.read_bytes() == secret
    assert rows(tmp_path) == made
    for word in ("新增", "更新", "停用", "启用", "授予", "取消身份", "密钥"):
        assert word not in second
    told = await shuji(tmp_path, "people")
    for name in ("李梅", "王建国", "林涛", "管理员"):
        assert name in told.out


async def test_a_key_that_is_lost_is_never_made_anew(tmp_path: Path, server: Sandbox) -> None:
    configure(tmp_path, server)
    await started(tmp_path, server)
    key = tmp_path / "keys" / "mailbox.key"
    key.unlink()
    for locale, words in (("zh_CN.UTF-8", "找不到密钥文件"), ("C.UTF-8", "There is no key file")):
        said = await shuji(tmp_path, "run", locale=locale)
        assert said.code == 1
        assert words in said.err
        assert str(key) in said.err
        assert said.err.isascii() == (locale == "C.UTF-8")
    assert not key.exists()
    assert (await shuji(tmp_path, "check")).out.count("✗ 没有密钥文件") == 1
