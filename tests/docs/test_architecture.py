"""Every function and every folder that the documentation names exists."""

from __future__ import annotations

import importlib
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
NAMED = re.compile(r"`((?:bot|handlers|storage|sandbox)(?:\.\w+)+)`")
PATH = re.compile(r"`((?:bot|handlers|storage|sandbox|tests|docs|deploy)/[\w/.\-]*)`")
PAGES = [*sorted((ROOT / "docs").rglob("*.md")), ROOT / "CONTRIBUTING.md"]


def _resolve(name: str) -> object:
    parts = name.split(".")
    for length in range(len(parts), 0, -1):
        try:
            found: object = importlib.import_module(".".join(parts[:length]))
        except ModuleNotFoundError:
            continue
        for part in parts[length:]:
            found = getattr(found, part)
        return found
    raise LookupError(name)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_what_is_named_exists(page: Path) -> None:
    text = page.read_text("utf-8")
    for name in NAMED.findall(text):
        _resolve(name)
    for path in PATH.findall(text):
        assert (ROOT / path).exists(), f"{page.name}: {path}"


def test_the_walk_names_every_step() -> None:
    assert len(set(NAMED.findall((ROOT / "docs" / "architecture.md").read_text("utf-8")))) >= 20
