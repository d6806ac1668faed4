"""What the documentation tells people to type, to set and to look up exists."""

from __future__ import annotations

import re
import shlex
import typing
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote

import click
import pytest
from pydantic import BaseModel

from bot.__main__ import build
from bot.settings import Settings

ROOT = Path(__file__).parents[2]
PAGES = [*sorted(ROOT.glob("README*.md")), ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").rglob("*.md"))]
OWN = {"test", "bench"}
"""Words of ``./run`` that are no commands of the mailbox."""
FENCE = re.compile(r"^([ ]*)```(\w*)\n(.*?)^\1```[ ]*$", re.MULTILINE | re.DOTALL)
SPAN = re.compile(r"(?<!`)`([^`\n]+)`(?!`)")
COMMAND = re.compile(r"(?:^|\s)(?:\./run|/opt/shuji/run|shuji|python -m bot)[ ]+([^|&;#]*)")
NOT_OURS = re.compile(
    r"(?<=\s)(?:-[vtuog]|--name)\s+shuji\S*|(?<=docker exec )shuji|(?<=systemctl )(?:enable --now|\w+) shuji"
)
"""Options of other programs, and units of systemd, that are called like ours."""
SETTING = re.compile(r"^\[(\w+(?:\.\w+)?)\](?: (\w+))?(?: ?=.*)?$")
LINK = re.compile(r"!?\[[^\]\n]*\]\(([^)\s]+)\)")


def _blocks(text: str) -> list[tuple[str, str]]:
    """The language and the text of every block, without the depth at which it stands."""
    return [
        (kind, "\n".join(line.removeprefix(indent) for line in body.splitlines()))
        for indent, kind, body in FENCE.findall(text)
    ]


def _commands(text: str) -> Iterator[str]:
    """What follows ``shuji`` or ``./run``, in blocks and in running text."""
    lines = [line for kind, body in _blocks(text) if kind in ("sh", "") for line in body.splitlines()]
    for line in [*lines, *SPAN.findall(FENCE.sub("", text))]:
        for found in COMMAND.finditer(NOT_OURS.sub("", line)):
            yield found.group(1).strip()


def _refusal(words: str) -> str | None:
    """Why the command line does not take these words, or ``None``; nothing is done."""
    given = [each for each in shlex.split(words) if each != "…"]
    shuji = build()
    with click.Context(shuji, info_name="shuji") as above:
        if not given or given[0] in OWN or given[0].startswith("-"):
            return None
        command = shuji.get_command(above, given[0])
        if command is None:
            return f"no command {given[0]}"
        try:
            # Running text names a command without what it needs: that is no mistake.
            command.make_context(given[0], given[1:], parent=above)
        except (click.MissingParameter, click.exceptions.Exit):
            return None
        except click.ClickException as error:
            return error.format_message()
    return None


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_every_command_is_taken_by_the_command_line(page: Path, capsys: pytest.CaptureFixture[str]) -> None:
    refused = [(words, why) for words in _commands(page.read_text("utf-8")) if (why := _refusal(words)) is not None]
    assert refused == []


def test_the_check_sees_commands_and_refuses_wrong_ones(capsys: pytest.CaptureFixture[str]) -> None:
    text = '```sh\n./run invite owner HQ "Li Mei"\nsudo -u shuji /opt/shuji/run backup\n```\nor `shuji check --fast`.\n'
    assert list(_commands(text)) == ['invite owner HQ "Li Mei"', "backup", "check --fast"]
    assert _refusal('invite owner HQ "Li Mei"') is None
    assert _refusal("check --fast") is not None
    assert _refusal("chekc") is not None
    assert _refusal("backup one two") is not None
    assert sum(len(list(_commands(page.read_text("utf-8")))) for page in PAGES) > 20


def test_both_readmes_have_the_same_blocks() -> None:
    english, chinese = (_blocks((ROOT / name).read_text("utf-8")) for name in ("README.md", "README.zh-CN.md"))
    # The names in the examples are those of the reader's language.
    assert [(kind, _plain(body)) for kind, body in english] == [(kind, _plain(body)) for kind, body in chinese]
    assert len(english) >= 5


def _plain(body: str) -> str:
    return re.sub(r'"[^"]*"', '"…"', body)


def _section(name: str) -> type[BaseModel] | None:
    """The model of a table of the configuration; ``units.hours`` is a table within a list."""
    model: type[BaseModel] | None = Settings
    for part in name.split("."):
        field = model.model_fields.get(part) if model is not None else None
        model = _model(field.annotation) if field is not None else None
    return model


def _model(kind: object) -> type[BaseModel] | None:
    if isinstance(kind, type) and issubclass(kind, BaseModel):
        return kind
    return next((found for each in typing.get_args(kind) if (found := _model(each)) is not None), None)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_every_setting_exists(page: Path) -> None:
    unknown = []
    for words in SPAN.findall(FENCE.sub("", page.read_text("utf-8"))):
        found = SETTING.match(words.replace("[[", "[").replace("]]", "]"))
        if found is None:
            continue
        section = _section(found[1])
        if section is None or (found[2] and found[2] not in section.model_fields):
            unknown.append(words)
    assert unknown == []


def test_settings_are_looked_up_in_the_models() -> None:
    backup, hours = _section("backup"), _section("units.hours")
    assert backup is not None
    assert "keep" in backup.model_fields
    assert hours is not None
    assert "rest_days" in hours.model_fields
    assert _section("bakcup") is None


def _anchors(text: str) -> set[str]:
    heads = re.findall(r"^#+ +(.+?)\s*$", FENCE.sub("", text), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", head.lower()).replace(" ", "-") for head in heads}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_every_link_leads_somewhere(page: Path) -> None:
    broken = []
    for target in LINK.findall(FENCE.sub("", page.read_text("utf-8"))):
        if re.match(r"[a-z]+:", target):
            continue
        path, _, anchor = unquote(target).partition("#")
        there = (page.parent / path).resolve() if path else page
        if not there.exists() or (anchor and anchor not in _anchors(there.read_text("utf-8"))):
            broken.append(target)
    assert broken == []
