"""CONTRIBUTING names files and words that exist."""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
TEXT = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
PATH = re.compile(r"`((?:bot|handlers|storage|tests|docs|config\.example)[\w./*-]*?)`")
WORD = re.compile(r"`([A-Za-z_]+)` (?:in|of) `([\w/.]+\.py)`|`([A-Z_]+)` in `([\w/.]+)`")


def test_every_file_is_there() -> None:
    paths = [path for path in PATH.findall(TEXT) if "<" not in path]
    assert len(paths) > 25
    missing = [path for path in paths if not (any(ROOT.glob(path)) if "*" in path else (ROOT / path).exists())]
    assert missing == []


def test_every_word_stands_in_its_file() -> None:
    named = [(a or c, b or d) for a, b, c, d in WORD.findall(TEXT)]
    assert len(named) >= 4
    assert [(word, path) for word, path in named if word not in (ROOT / path).read_text("utf-8")] == []


def test_the_shape_of_a_command_is_as_it_says() -> None:
    from bot.commands import COMMANDS  # noqa: PLC0415 - what the text is about

    names = {name for group in COMMANDS.values() for name in group}
    for name in names:
        # The one that a word of the language has the name of.
        name = "importing" if name == "import" else name  # noqa: PLW2901
        assert f"def {name}(" in (ROOT / "bot" / "commands" / f"{name}.py").read_text("utf-8"), name
