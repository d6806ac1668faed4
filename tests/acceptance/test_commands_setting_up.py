"""From nothing to a mailbox that is checked, by the commands alone."""

from __future__ import annotations

import re
import stat
import tomllib
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.commands import COMMANDS
from bot.settings import load_settings
from sandbox import Sandbox
from tests.acceptance.shuji import shuji, spawn

GROUP = -1_001_000_000_001
NAMES = [name for names in COMMANDS.values() for name in names]


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


@pytest.fixture
async def server() -> AsyncIterator[Sandbox]:
    """A Bot API server, with one group that the bot works in."""
    sandbox = Sandbox()
    sandbox.world.add_user(1, "李梅")
    sandbox.world.add_group("信箱", [1], chat_id=GROUP)
    sandbox.world.let_bot_in(GROUP)
    await sandbox.start()
    yield sandbox
    await sandbox.stop()


@pytest.mark.parametrize("locale", ["zh_CN.UTF-8", "C.UTF-8"])
async def test_help_says_what_there_is(tmp_path: Path, locale: str) -> None:
    said = await spawn(tmp_path, "--help", locale=locale, SHUJI_CALLED="shuji")
    assert said.code == 0
    assert re.findall(r"^  (\w+)  ", said.out, re.M) == NAMES
    assert ("用法" in said.out) == (locale == "zh_CN.UTF-8")
    assert (await shuji(tmp_path, locale=locale)).out == said.out


@pytest.mark.parametrize("name", NAMES)
async def test_every_command_has_help_and_takes_config(tmp_path: Path, name: str) -> None:
    said = await shuji(tmp_path, name, "--help")
    assert said.code == 0
    assert "--config FILE" in said.out
    assert len(said.out.splitlines()) > 5


async def test_config_stands_before_or_after(tmp_path: Path) -> None:
    before = await shuji(tmp_path, "--config", "none.toml", "units")
    after = await shuji(tmp_path, "units", "--config", "none.toml")
    by_variable = await shuji(tmp_path, "units", SHUJI_CONFIG="none.toml")
    assert before.code == after.code == by_variable.code == 1
    assert "none.toml" in before.err
    assert "shuji init" in before.err
    assert before.err == after.err == by_variable.err


async def test_an_option_without_its_value_leads_to_the_help_of_its_command(tmp_path: Path) -> None:
    said = await shuji(tmp_path, "units", "--import")
    assert said.code == 2
    assert "--import" in said.err
    assert "shuji units --help" in said.err


async def test_init_asks_and_writes_and_check_finds_it_well(tmp_path: Path, server: Sandbox) -> None:
    typed = f"geheim\n{server.token}\n我们的信箱\n总公司\nhttps://web.telegram.org/k/#{GROUP}\n"
    said = await shuji(tmp_path, "init", "--base-url", server.base_url, typed=typed)
    assert said.code == 0, said.text
    assert "不像令牌" in said.out
    assert "令牌有效" in said.out
    written = tomllib.loads((tmp_path / "config.toml").read_text("utf-8"))
    assert written["mailbox"]["name"] == "我们的信箱"
    assert written["units"] == [{"code": "HQ", "name": "总公司", "telegram_group": GROUP}]
    for name in ("config.toml", "mailbox.key"):
        assert stat.S_IMODE((tmp_path / name).stat().st_mode) == 0o600
    checked = await shuji(tmp_path, "check")
    assert checked.code == 1
    assert "✗ 还没有信箱专员" in checked.out
    assert "! 还没有数据库" in checked.out
    await shuji(tmp_path, "migrate")
    checked = await shuji(tmp_path, "check")
    wrong = [line for line in checked.out.splitlines() if line.startswith("✗")]
    assert wrong == ["✗ 还没有信箱专员，反映没有人受理"]
    assert "✓ Telegram 群 信箱" in checked.out


async def test_init_overwrites_nothing(tmp_path: Path) -> None:
    assert (await shuji(tmp_path, "init", "--non-interactive")).code == 0
    before = contents(tmp_path)
    again = await shuji(tmp_path, "init", "--non-interactive")
    assert again.code == 1
    assert "没有覆盖" in again.err
    assert contents(tmp_path) == before
    # Without the configuration the key is still the one that opens the names.
    (tmp_path / "config.toml").unlink()
    assert "沿用" in (await shuji(tmp_path, "init", "--non-interactive")).out
    assert (tmp_path / "mailbox.key").read_bytes() == before["mailbox.key"]


async def test_employees_read_chinese_unless_another_language_was_chosen(tmp_path: Path) -> None:
    for locale, name in (("C", "书记信箱"), ("POSIX", "书记信箱"), ("C.UTF-8", "书记信箱"), ("en_GB.UTF-8", "Mailbox")):
        folder = tmp_path / locale
        folder.mkdir()
        said = await shuji(folder, "init", "--non-interactive", locale=locale)
        assert said.code == 0
        assert "Written" in said.out or "written" in said.out
        assert load_settings(folder / "config.toml").mailbox.name == name


async def test_init_makes_no_new_key_for_an_old_database(tmp_path: Path) -> None:
    (tmp_path / "mailbox.db").write_bytes(b"SQLite format 3\0")
    said = await shuji(tmp_path, "init", "--non-interactive")
    assert said.code == 1
    assert "密钥" in said.err
    assert list(contents(tmp_path)) == ["mailbox.db"]


async def test_a_wrong_option_leaves_nothing_behind(tmp_path: Path) -> None:
    said = await shuji(tmp_path, "init", "--non-interactive", "--timezone", "Asia/Shangai")
    assert said.code == 1
    assert "timezone" in said.err
    assert contents(tmp_path) == {}


async def test_quotes_and_backslashes_in_names_are_kept(tmp_path: Path) -> None:
    name = 'Müller\'s "Werk" \\ 一'
    assert (await shuji(tmp_path, "init", "--non-interactive", "--name", name, "--unit", name)).code == 0
    settings = load_settings(tmp_path / "config.toml")
    assert (settings.mailbox.name, settings.units[0].name) == (name, name)


async def test_check_names_each_problem(tmp_path: Path, server: Sandbox) -> None:
    await shuji(tmp_path, "init", "--non-interactive", "--token", "1:wrong", "--base-url", server.base_url)
    (tmp_path / "mailbox.key").write_text("nonsense")
    (tmp_path / "mailbox.db").write_text("nonsense")
    (tmp_path / "config.toml").chmod(0o644)
    said = await spawn(tmp_path, "check", locale="C.UTF-8")
    assert said.code == 1
    for words in ("other users can read", "key file", "is damaged", "no group", "does not accept the token"):
        assert words in said.out, said.out
    assert "nonsense" not in said.out
    assert "1:wrong" not in said.text


async def test_a_server_that_is_away(tmp_path: Path) -> None:
    await shuji(tmp_path, "init", "--non-interactive", "--token", "1:abc", "--base-url", "http://127.0.0.1:9")
    said = await shuji(tmp_path, "check")
    assert said.code == 1
    assert "连不上 Bot API 服务器" in said.out


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (["inviet"], "没有“inviet”这个命令"),
        (["invite", "--dayz", "3"], "--days"),
        (["invite", "owner"], "UNIT"),
        (["invite", "owner", "HQ", "x", "--days", "900"], "1 至 365"),
        (["export", "--as", "boss"], "manager, secretary"),
        (["run", "quickly"], "多了“quickly”"),
        (["restore"], "FILE"),
    ],
)
async def test_what_is_mistyped_is_named(tmp_path: Path, words: list[str], expected: str) -> None:
    said = await shuji(tmp_path, *words)
    assert said.code == 2
    assert expected in said.err
    assert "--help" in said.err
