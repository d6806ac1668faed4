"""Settings: the example says what the models say, the environment goes over the file, and mistakes are named well."""

from __future__ import annotations

import os
import re
import tomllib
from collections.abc import Iterator
from dataclasses import fields, replace
from datetime import date, time
from pathlib import Path
from typing import Any

import pytest
from pydantic import BaseModel

from bot.settings import RoleName, Settings, SettingsError, load_settings, terminal_locale
from bot.settings.models import Category, Deadlines, Person, Reminders, Section, Unit
from bot.settings.rules import deadline_rules, digest_rules, unit_layouts, unit_rules
from bot.settings.sections import EXPECTED
from handlers.core.house import DigestRules
from handlers.core.texts import has
from handlers.reports import ledger
from handlers.rules.columns import Layout
from handlers.rules.deadlines import DeadlineRules, ReminderRules

ROOT = Path(__file__).parents[2]
EXAMPLE = ROOT / "config.example.toml"
UNIT = '[[units]]\ncode = "HQ"\nname = "集团"\n'


@pytest.fixture(autouse=True)
def bare_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [name for name in os.environ if name.startswith("SHUJI_")]:
        monkeypatch.delenv(name)


def load(folder: Path, text: str, locale: str = "en") -> Settings:
    file = folder / "config.toml"
    file.write_text(text, "utf-8")
    return load_settings(file, locale=locale)


def refused(folder: Path, text: str, locale: str = "en") -> list[str]:
    with pytest.raises(SettingsError) as caught:
        load(folder, text, locale)
    head, *lines = str(caught.value).replace(str(folder) + "/", "").splitlines()
    assert len(lines) == len(caught.value.problems)
    assert str(len(lines)) in head or "One" in head
    return [line.removeprefix("  - ") for line in lines]


def documented() -> Iterator[tuple[str, str, bool]]:
    """Section, key and whether it is switched on, of each setting in the example."""
    section = ""
    for line in EXAMPLE.read_text("utf-8").splitlines():
        if head := re.match(r"\[+([a-z.]+)\]+", line):
            section = head[1]
        elif key := re.match(r"(# )?([a-z_]+) = ", line):
            yield section, key[2], not key[1]


MODELS: dict[str, type[BaseModel]] = {
    **{name: info.annotation for name, info in Settings.model_fields.items() if isinstance(info.annotation, type)},
    "units": Unit,
    "people": Person,
    "categories": Category,
}


def test_the_example_has_every_setting_and_no_other() -> None:
    named = {(section, key) for section, key, _ in documented()}
    there = {(name, key) for name, model in MODELS.items() for key in model.model_fields}
    tables = ("deadlines", "reminders", "hours", "digest", "ledger")
    shown_as_tables = {("units", each) for each in tables}
    assert {pair for pair in named if "." not in pair[0]} == there - shown_as_tables
    assert {section for section, _ in named if "." in section} == {f"units.{each}" for each in tables}


def test_the_example_loads_and_shows_the_defaults(tmp_path: Path) -> None:
    text = EXAMPLE.read_text("utf-8")
    settings = load(tmp_path, text)
    bare = load(tmp_path, UNIT)
    for name in Settings.model_fields.keys() - {"units", "people", "categories"}:
        assert getattr(settings, name) == getattr(bare, name), name
        on = {key for section, key, active in documented() if section == name and active}
        without_default = {key for key, value in getattr(bare, name).model_dump().items() if value is None}
        assert on == MODELS[name].model_fields.keys() - without_default
    assert settings.categories[0].grade == Category(name="x").grade
    assert tomllib.loads(text)["units"][1]["deadlines"] == {"done_complex": 20}


def test_settings_that_are_switched_off_load_when_switched_on(tmp_path: Path) -> None:
    text = EXAMPLE.read_text("utf-8").replace("123456789:AA…", "123456789:AA")
    text = re.sub(r"^# (?!parent|\w+_file)([a-z_]+ = )", r"\1", text, flags=re.MULTILINE)
    settings = load(tmp_path, text)
    assert settings.units[0].restricted_group == -1001234567891
    assert settings.categories[0].owner == "王建国"
    assert settings.telegram.secret is not None


def test_a_bare_file_is_enough(tmp_path: Path) -> None:
    settings = load(tmp_path, UNIT)
    assert settings.mailbox.name == "书记信箱"
    assert settings.mailbox.database == f"sqlite:///{tmp_path}/mailbox.db"
    assert settings.mailbox.key_file == tmp_path / "mailbox.key"
    assert settings.backup.folder == tmp_path / "backups"
    assert settings.hours.start == time(8, 30)
    assert settings.digest.weekday.number == 0
    assert settings.telegram.token is None


def test_paths_count_from_the_file_wherever_the_program_was_started(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "etc").mkdir()
    monkeypatch.chdir(tmp_path)
    Path("etc/c.toml").write_text(UNIT + '[mailbox]\ndatabase = "sqlite:////var/lib/m.db"\nkey_file = "../k"\n')
    settings = load_settings("etc/c.toml")
    assert settings.mailbox.database == "sqlite:////var/lib/m.db"
    assert settings.mailbox.key_file.resolve() == tmp_path / "k"
    assert settings.mailbox.key_file.is_absolute()


@pytest.mark.parametrize(
    ("given", "base", "files"),
    [
        ("https://api.telegram.org/bot", "https://api.telegram.org/bot", "https://api.telegram.org/file/bot"),
        ("http://127.0.0.1:9000/bot/", "http://127.0.0.1:9000/bot", "http://127.0.0.1:9000/file/bot"),
        ("http://127.0.0.1:9000", "http://127.0.0.1:9000/bot", "http://127.0.0.1:9000/file/bot"),
        ("http://box:1/api/bot", "http://box:1/api/bot", "http://box:1/api/file/bot"),
    ],
)
def test_another_bot_api_server(tmp_path: Path, given: str, base: str, files: str) -> None:
    telegram = load(tmp_path, f'{UNIT}[telegram]\nbase_url = "{given}"\n').telegram
    assert (telegram.base_url, telegram.base_file_url) == (base, files)


def test_the_environment_goes_over_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SHUJI_TELEGRAM__TOKEN", "1:environment")
    monkeypatch.setenv("SHUJI_DEADLINES__ACCEPT", "2")
    monkeypatch.setenv("SHUJI_HOURS__REST_DAYS", '["2026-05-04"]')
    monkeypatch.setenv("SHUJI_UNITS", '[{"code": "A", "name": "甲"}]')
    monkeypatch.setenv("SHUJI_HEALTH__LISTEN", "")
    settings = load(tmp_path, UNIT + '[telegram]\ntoken_file = "nowhere"\nmode = "polling"\n')
    assert settings.telegram.token is not None
    assert settings.telegram.token.get_secret_value() == "1:environment"
    assert settings.deadlines.accept == 2
    assert settings.hours.rest_days == (date(2026, 5, 4),)
    assert [unit.code for unit in settings.units] == ["A"]
    assert settings.health.listen is None


def test_secrets_come_from_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "token").write_text("1:from-a-file\n")
    (tmp_path / "db").write_text("postgres://u:p@h/d\n")
    settings = load(tmp_path, UNIT + '[telegram]\ntoken_file = "token"\n[mailbox]\ndatabase_file = "db"\n')
    assert settings.telegram.token is not None
    assert settings.telegram.token.get_secret_value() == "1:from-a-file"
    assert settings.mailbox.database == "postgresql://u:p@h/d"
    assert "from-a-file" not in repr(settings)
    assert "u:p@" not in repr(settings)
    (tmp_path / "other").write_text("2:b")
    monkeypatch.setenv("SHUJI_TELEGRAM__TOKEN_FILE", str(tmp_path / "other"))
    again = load(tmp_path, UNIT + '[telegram]\ntoken = "1:a"\n')
    assert again.telegram.token is not None
    assert again.telegram.token.get_secret_value() == "2:b"


def test_what_a_unit_says_counts_there_and_below(tmp_path: Path) -> None:
    settings = load(
        tmp_path,
        UNIT
        + '[units.deadlines]\naccept = 2\n[[units]]\ncode = "A"\nname = "甲"\nparent = "HQ"\n'
        + '[units.deadlines]\nsign = 4\n[units.hours]\nrest_days = ["2026-05-04"]\n'
        + "[deadlines]\ndone_normal = 9\n",
    )
    there = settings.deadlines_for("A")
    assert (there.accept, there.sign, there.done_normal) == (2, 4, 9)
    assert settings.deadlines_for("HQ").sign == settings.deadlines_for(None).sign == 1
    assert settings.hours_for("A").rest_days == (date(2026, 5, 4),)
    assert [unit.code for unit in settings.line("A")] == ["HQ", "A"]


def test_the_rules_that_handlers_go_by_are_all_in_the_settings(tmp_path: Path) -> None:
    settings = load(tmp_path, UNIT + "[units.deadlines]\naccept = 2\n")
    own = {each.name for each in fields(DeadlineRules)} - {"version", "reminders"}
    assert {each.name for each in fields(ReminderRules)} == Reminders.model_fields.keys()
    assert own == Deadlines.model_fields.keys()
    assert replace(deadline_rules(settings.deadlines, settings.reminders), version="1") == DeadlineRules()
    assert digest_rules(settings.digest) == DigestRules()
    there = unit_rules(settings)
    assert there["HQ"].accept == 2
    assert there["HQ"].version != deadline_rules(settings.deadlines, settings.reminders).version


def test_a_person_without_unit_belongs_to_the_topmost(tmp_path: Path) -> None:
    settings = load(tmp_path, UNIT + '[[people]]\nname = "李"\nrole = "admin"\n')
    assert (settings.people[0].unit, settings.people[0].role) == ("HQ", RoleName.ADMIN)


def test_everything_that_is_wrong_is_named_at_once(tmp_path: Path) -> None:
    text = """\
[mailbox]
timezone = "Asia/Shangai"
databse = "x"
[telegram]
mode = "webhok"
[[units]]
code = "HQ"
name = "集团"
telegram_group = 100
[[units]]
code = "HQ2"
name = 3
parent = "HX"
[units.deadlines]
accept = 0
"""
    assert refused(tmp_path, text) == [
        'config.toml, line 2: mailbox.timezone: found "Asia/Shangai", expected the name of a time zone, '
        "such as Asia/Shanghai",
        "config.toml, line 3: mailbox.databse: there is no such setting. Did you mean database, database_file?",
        'config.toml, line 5: telegram.mode: found "webhok", expected one of polling, webhook',
        'config.toml, line 9: units[1] (code "HQ").telegram_group: found 100, expected the id of a group: '
        "a negative whole number, such as -1001234567890",
        'config.toml, line 12: units[2] (code "HQ2").name: found 3, expected a text that is not empty, in quotes',
        'config.toml, line 13: units[2] (code "HQ2").parent: found "HX", expected the code of a unit that there is: '
        "HQ, HQ2",
        'config.toml, line 15: units[2] (code "HQ2").deadlines.accept: found 0, expected a number above 0',
    ]
    chinese = refused(tmp_path, text, "zh-CN")
    assert chinese[5].endswith('units[2] (code "HQ2").parent：现在是 "HX"，应为 已有单位的代码：HQ, HQ2')


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "at least one unit"),
        ("units = 3", "[[units]]"),
        (UNIT + UNIT, "the same as in entry 1"),
        (UNIT + 'parent = "HQ"', "HQ → HQ"),
        (UNIT + "[mailbox]\nname = 5", "a text"),
        ('mailbox = "x"\n' + UNIT, "a table"),
        (UNIT + "[health]\nlisten = true", "a text"),
        (UNIT + '[telegram]\nlisten = "127.0.0.1:99999"', "address:port"),
        (UNIT + '[telegram]\nmode = "webhook"\nsecret = "x"', "telegram.webhook_url: required"),
        (UNIT + '[telegram]\ntoken = "geheim"', "@BotFather"),
        (UNIT + '[telegram]\ntoken_file = "none"', "holds the secret"),
        (UNIT + '[telegram]\nbase_url = "api.telegram.org"', "Bot API server"),
        (UNIT + '[hours]\nstart = "18:00"', "after start, 18:00"),
        (UNIT + '[units.hours]\nend = "08:00"', 'units[1] (code "HQ").hours.end'),
        (UNIT + '[hours]\nrest_days = ["2026-13-01"]', "a date"),
        (UNIT + '[hours]\nrest_days = ["2026-05-04"]\nwork_days = ["2026-05-04"]', "2026-05-04"),
        (UNIT + "[digest]\nfloor = 2", "not above 1"),
        (UNIT + "[digest]\nsolved_weight = 0.6", "add up to 1"),
        (UNIT + "[deadlines]\nreopen_days = 1.5", "a whole number"),
        (UNIT + "[deadlines]\nreview_days = 0", "not below 1"),
        (UNIT + "[deadlines]\nrating = 2", "fewer days than rating, 2"),
        (UNIT + '[mailbox]\nprefix = "sj"', "capital letters"),
        (UNIT + '[[people]]\nname = "李"\nrole = "boss"', "secretary, owner, manager, admin"),
        (UNIT + '[[people]]\nname = "李"\nrole = "owner"\nunit = "B"', 'people[1] (name "李").unit'),
        (UNIT + '[[people]]\nname = "李"\nrole = "owner"\ntelegram = "@li"', "a whole number"),
        (UNIT + '[[people]]\nname = "李"\nrole = "owner"\ntelegram = -5', "positive"),
        (UNIT + '[[people]]\nrole = "owner"', "people[1].name: required"),
        (UNIT + '[[people]]\nname = "李"\nrole = "owner"\n' * 2, "the same as entry 1"),
        (UNIT + '[[units]]\ncode = "B"\nname = "b"\n[[people]]\nname = "李"\nrole = "owner"', "topmost units"),
        (UNIT + '[[categories]]\nname = "食堂"\nowner = "王"', "the name of an owner"),
        (UNIT + '[[categories]]\nname = "食堂"\nkeywords = "饭"', "a list"),
        (UNIT + "telegram_group = -5\n" + '[[categories]]\nname = "a"\ntelegram_group = -5', "has this group already"),
        ("[mailbox\n", "line 1: not correct TOML: [mailbox"),
    ],
)
def test_each_mistake_has_its_words(tmp_path: Path, text: str, words: str) -> None:
    lines = refused(tmp_path, text)
    assert any(words in line for line in lines), lines
    assert all("geheim" not in line for line in lines)
    assert len(refused(tmp_path, text, "zh-CN")) == len(lines)


def test_a_variable_that_means_nothing_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SHUJI_TELEGRM__TOKEN", "1:a")
    monkeypatch.setenv("SHUJI_TELEGRAM__TOKN", "1:a")
    monkeypatch.setenv("SHUJI_CONFIG", "x.toml")
    first, second = refused(tmp_path, UNIT)
    assert "SHUJI_TELEGRM__TOKEN" in first
    assert "SHUJI_TELEGRAM" in first
    assert second.startswith("SHUJI_TELEGRAM__TOKN: telegram.tokn: there is no such setting. Did you mean token")
    monkeypatch.setenv("SHUJI_UNITS", "[{")
    assert any("JSON" in line for line in refused(tmp_path, UNIT))


def test_files_that_cannot_be_read(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="shuji init"):
        load_settings(tmp_path / "none.toml", locale="en")
    with pytest.raises(SettingsError, match="读取"):
        load_settings(tmp_path, locale="zh-CN")
    (tmp_path / "latin.toml").write_bytes("name = 'é'".encode("latin-1"))
    with pytest.raises(SettingsError, match="UTF-8"):
        load_settings(tmp_path / "latin.toml", locale="en")


def test_every_mistake_that_the_models_can_find_has_words() -> None:
    assert all(has(f"settings-expected-{word}") or has(f"settings-wrong-{word}") for word in EXPECTED.values())
    samples: list[Any] = [None, "", "x", -1, 0, 1.5, 10**30, float("nan"), True, [], {}, ["", 3], {"x": 1}, date.max]
    for model in MODELS.values():
        assert issubclass(model, Section)
        for key in model.model_fields:
            for sample in samples:
                try:
                    model.model_validate({key: sample})
                except ValueError as error:
                    for each in error.errors():  # type: ignore[attr-defined]
                        kind = each["type"]
                        assert kind in EXPECTED or kind == "extra_forbidden" or has(kind), kind


@pytest.mark.parametrize(
    ("environ", "locale"),
    [
        ({"LANG": "zh_CN.UTF-8"}, "zh-CN"),
        ({"LANG": "zh_CN.UTF-8", "LC_ALL": "C"}, "en"),
        ({"LC_ALL": "", "LC_MESSAGES": "zh_HK", "LANG": "en_US"}, "zh-CN"),
        ({}, "en"),
    ],
)
def test_the_language_of_the_terminal(environ: dict[str, str], locale: str) -> None:
    assert terminal_locale(environ) == locale


def test_columns_of_registers_are_those_of_the_nearest_unit(tmp_path: Path) -> None:
    more = '[[units]]\ncode = "P"\nname = "厂"\nparent = "HQ"\n[units.ledger]\ncolumns = ["State", "编号=号"]\n'
    settings = load(tmp_path, UNIT + more + '[ledger]\nsupervised = ["督办事项"]\n')
    layouts = unit_layouts(settings)
    assert [each.title for each in ledger.COLUMNS.headings("zh-CN", layouts["P"].ledger)] == ["状态", "号"]
    assert layouts["P"].supervised == layouts["HQ"].supervised != Layout()
    assert layouts["HQ"].ledger == Layout()


def test_a_column_that_there_is_not_is_named(tmp_path: Path) -> None:
    (line,) = refused(tmp_path, UNIT + '[ledger]\ncolumns = ["编号", "天气=云"]\n')
    assert "ledger.columns" in line
    assert "天气" in line
    (line,) = refused(tmp_path, UNIT + '[ledger]\nproblems = ["编号"]\n', "zh-CN")
    assert "这里没有“编号”" in line
    assert "问题描述" in line
