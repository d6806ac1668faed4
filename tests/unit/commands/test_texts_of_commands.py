"""Every text that the commands put together from parts is there."""

from __future__ import annotations

import errno
import re
import tomllib
from pathlib import Path

import click
import pytest

from bot import VERSION
from bot.applying import Changed, OtherMailbox
from bot.assembly import NoToken
from bot.commands import COMMANDS, trouble
from bot.running import AddressTaken
from handlers.core.texts import has
from storage import errors

CHECKS = Path(__file__).parents[3] / "bot"


def test_the_version_is_one() -> None:
    project = tomllib.loads((CHECKS.parent / "pyproject.toml").read_text("utf-8"))["project"]
    assert project["version"] == VERSION


def test_every_command_has_its_texts() -> None:
    for heading, names in COMMANDS.items():
        assert has(f"cli-heading-{heading}")
        assert all(has(f"cli-{name}") and has(f"cli-{name}-short") for name in names)


def test_every_change_has_words() -> None:
    assert all(has(f"cli-applied-{each}") for each in Changed)


def test_every_finding_has_words_and_what_to_do() -> None:
    found = []
    for path in (*(CHECKS / "inspecting").glob("*.py"), CHECKS / "commands" / "check.py"):
        found += re.findall(r"words\.(fine|note|wrong)\(\s*\"([a-z-]+)\"", path.read_text("utf-8"))
    assert len(found) > 30
    assert [key for _, key in found if not has(f"cli-check-{key}")] == []
    assert [key for kind, key in found if kind != "fine" and not has(f"cli-check-{key}-remedy")] == []


@pytest.mark.parametrize(
    "error",
    [
        OtherMailbox("HQ"),
        errors.BadKeyFile("x"),
        errors.WrongKey("x"),
        errors.NewerSchema("x"),
        errors.AlreadyRunning("x"),
        errors.DamagedCopy("x"),
        errors.Busy("x"),
        errors.StorageError("x"),
        NoToken(),
        AddressTaken("127.0.0.1:1", "[health] listen"),
        KeyboardInterrupt(),
        click.Abort(),
        *(OSError(number, "words", "file") for number in (errno.EACCES, errno.ENOSPC, errno.ENOENT, errno.EEXIST)),
    ],
)
def test_expected_trouble_has_a_sentence(error: BaseException) -> None:
    said = trouble.sentence(error)
    assert said is not None
    assert said[0]
    assert said[1] > 0


def test_mistakes_of_the_program_are_not_hidden() -> None:
    assert trouble.sentence(KeyError("x")) is None
    assert trouble.sentence(OSError("without a number")) is None
