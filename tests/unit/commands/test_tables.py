"""Units from a table: what spreadsheets save, what people leave out, and the file that is written."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.commands import unit_table
from bot.commands.files import text_of
from bot.commands.frame import Stop, Terminal
from bot.settings import load_settings

CONFIG = """\
# our mailbox
[mailbox]
name = "信箱"   # kept

[[units]]
code = "HQ"
name = "集团"
[units.deadlines]
accept = 2   # slower

[[people]]
name = "李"
role = "admin"
"""


@pytest.fixture(autouse=True)
def english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "C")


def bring(folder: Path, table: str, *, dry_run: bool = False, encoding: str = "utf-8") -> None:
    config = folder / "config.toml"
    if not config.exists():
        config.write_text(CONFIG, "utf-8")
    file = folder / "units.csv"
    file.write_text(table, encoding)
    unit_table.import_units(Terminal(config), load_settings(config, locale="en"), file, dry_run=dry_run)


@pytest.mark.parametrize(
    ("table", "encoding"),
    [
        ("code,name,parent,prefix\nA,一分厂,HQ,YF\nB,一车间,A,\n", "utf-8"),
        ("code,name,parent,prefix\r\nA,一分厂,HQ,YF\r\nB,一车间,A,\r\n", "utf-8-sig"),
        ("单位代码\t单位名称\t上级代码\t编号前缀\nA\t一分厂\tHQ\tYF\n\nB\t一车间\tA\n", "gb18030"),
        ("上级,前缀,代码,名称,备注\nHQ,YF,A,一分厂,新\nA,,B,一车间,\n", "utf-8"),
        ("A,一分厂,HQ,YF\nB,一车间,A\n", "utf-8"),
        ("B,一车间,A\nA,一分厂,HQ,YF\n", "utf-8"),
    ],
)
def test_tables_as_they_come(tmp_path: Path, table: str, encoding: str) -> None:
    bring(tmp_path, table, encoding=encoding)
    settings = load_settings(tmp_path / "config.toml")
    assert {(each.code, each.name, each.parent, each.prefix) for each in settings.units} == {
        ("HQ", "集团", None, None),
        ("A", "一分厂", "HQ", "YF"),
        ("B", "一车间", "A", None),
    }
    assert settings.deadlines_for("B").accept == 2
    text = (tmp_path / "config.toml").read_text("utf-8")
    assert "# our mailbox" in text
    assert "# slower" in text
    assert (tmp_path / "config.toml.bak").read_text("utf-8") == CONFIG


def test_brought_twice_it_changes_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    bring(tmp_path, "code,name,parent\nA,一分厂,HQ\n")
    before = (tmp_path / "config.toml").read_bytes()
    bring(tmp_path, "code,name,parent\nA,一分厂,HQ\n")
    assert "0 new, 0 changed, 1 as they were" in capsys.readouterr().out
    assert (tmp_path / "config.toml").read_bytes() == before
    bring(tmp_path, "code,name\nA,一厂\n")
    assert load_settings(tmp_path / "config.toml").unit("A").name == "一厂"
    assert load_settings(tmp_path / "config.toml").unit("A").parent == "HQ"


@pytest.mark.parametrize(
    ("row", "words"),
    [
        ("二分厂,二分厂,HQ", "1 to 20 letters"),
        ("B,,HQ", "a name of 1 to 60"),
        ("B,二分厂,HX", "no unit HX"),
        ("A,又一个,HQ", "same code as in row 2"),
        ("B,二分厂,B", "circle"),
        ("B,二分厂,HQ,yf", "capital letters"),
    ],
)
def test_with_one_wrong_row_nothing_is_written(
    tmp_path: Path, row: str, words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(Stop, match="nothing was written"):
        bring(tmp_path, f"code,name,parent,prefix\nA,一分厂,HQ\n{row}\n")
    shown = capsys.readouterr().out
    assert "Row 2 new" in shown
    assert "Row 3 wrong" in shown
    assert words in shown
    assert (tmp_path / "config.toml").read_text("utf-8") == CONFIG
    assert not (tmp_path / "config.toml.bak").exists()


def test_a_dry_run_writes_nothing(tmp_path: Path) -> None:
    bring(tmp_path, "code,name,parent\nA,一分厂,HQ\n", dry_run=True)
    assert (tmp_path / "config.toml").read_text("utf-8") == CONFIG


@pytest.mark.parametrize("table", ["", "\n\n", "code,name\n", "parent,name\nHQ,x\n"])
def test_what_is_no_table(tmp_path: Path, table: str) -> None:
    with pytest.raises(Stop):
        bring(tmp_path, table)


def test_rights_of_the_file_stay(tmp_path: Path) -> None:
    config = tmp_path / "config.toml"
    config.write_text(CONFIG, "utf-8")
    config.chmod(0o640)
    bring(tmp_path, "code,name,parent\nA,一分厂,HQ\n")
    assert config.stat().st_mode & 0o777 == 0o640


def test_bytes_that_are_no_text(tmp_path: Path) -> None:
    file = tmp_path / "x"
    file.write_bytes(b"\x00\xff\xff\xfe\xff\x81")
    with pytest.raises(Stop):
        text_of(file)
