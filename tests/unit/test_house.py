"""The measures of the house: no file holds two things, no function does, nothing catches everything."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[2]
MOST_LINES = 400
MOST_FUNCTION_LINES = 60
LONGER_FOR_A_REASON: dict[str, str] = {}
"""``path:function`` and why it is better in one piece."""


def _sources() -> Iterator[Path]:
    for package in ("bot", "handlers", "storage", "sandbox", "tests"):
        yield from sorted((ROOT / package).rglob("*.py"))


def test_files_are_about_one_thing() -> None:
    long = {
        str(path.relative_to(ROOT)): len(path.read_text("utf-8").splitlines())
        for path in _sources()
        if len(path.read_text("utf-8").splitlines()) > MOST_LINES
    }
    assert long == {}


def test_functions_do_one_thing() -> None:
    long = {}
    for path in _sources():
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                length = (node.end_lineno or node.lineno) - node.lineno + 1
                name = f"{path.relative_to(ROOT)}:{node.name}"
                if length > MOST_FUNCTION_LINES and name not in LONGER_FOR_A_REASON:
                    long[name] = length
    assert long == {}


def test_static_files_are_about_one_thing_too() -> None:
    pages = ROOT / "sandbox" / "static"
    long = {
        path.name: len(path.read_text("utf-8").splitlines())
        for path in pages.rglob("*")
        if path.suffix in {".js", ".css", ".html"} and len(path.read_text("utf-8").splitlines()) > MOST_LINES
    }
    assert long == {}
