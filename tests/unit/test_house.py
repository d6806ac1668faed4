"""The measures of the house: no file holds two things, no function does, nothing catches everything."""

from __future__ import annotations

import ast
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path

ROOT = Path(__file__).parents[2]
PACKAGES = ("bot", "handlers", "storage", "sandbox")
MOST_LINES = 400
MOST_FUNCTION_LINES = 60
LONGER_FOR_A_REASON: dict[str, str] = {}
"""``path:function`` and why it is better in one piece."""


def _sources() -> Iterator[Path]:
    for package in (*PACKAGES, "tests"):
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


def _modules() -> dict[str, Path]:
    return {
        ".".join((path.parent if path.name == "__init__.py" else path.with_suffix("")).relative_to(ROOT).parts): path
        for package in PACKAGES
        for path in (ROOT / package).rglob("*.py")
    }


def _needs(known: Mapping[str, Path]) -> dict[str, frozenset[str]]:
    """What each file imports of ours, wherever in it: an import inside a function, or for types alone, counts too."""
    needs = {}
    for name, path in known.items():
        found = set[str]()
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Import):
                found.update(each.name for each in node.names)
            elif isinstance(node, ast.ImportFrom):
                whole = f"{node.module}"
                inside = {f"{whole}.{each.name}" for each in node.names}
                found.update(inside & known.keys())
                if not inside <= known.keys():
                    found.add(whole)
        needs[name] = frozenset(found & known.keys()) - {name}
    return needs


def _circles(needs: Mapping[str, frozenset[str]]) -> frozenset[frozenset[str]]:
    """The groups whose members all need each other, directly or by way of others."""
    left = dict(needs)
    while True:
        # Whoever needs nobody that is left, or is needed by nobody that is left, stands in no circle.
        needed = frozenset[str]().union(*left.values())
        kept = {name: each & left.keys() for name, each in left.items() if each & left.keys() and name in needed}
        if kept == left:
            break
        left = kept

    def reached(start: str) -> frozenset[str]:
        found, wave = set[str](), {start}
        while wave := {each for name in wave for each in left[name]} - found:
            found |= wave
        return frozenset(found)

    reach = {name: reached(name) for name in left}
    return frozenset(
        frozenset(other for other in reach[name] if name in reach[other]) for name in left if name in reach[name]
    )


def test_no_files_need_each_other() -> None:
    assert not _circles(_needs(_modules()))


def test_a_circle_would_be_found() -> None:
    alone, pair = frozenset[str](), frozenset({"a", "b"})
    assert not _circles({"a": alone, "b": frozenset({"a"})})
    assert _circles({"a": frozenset({"b"}), "b": frozenset({"a"}), "c": pair, "d": alone}) == {pair}
    ring = {"a": frozenset("b"), "b": frozenset("cx"), "c": frozenset("a"), "x": frozenset("y"), "y": frozenset("x")}
    assert _circles(ring) == {frozenset("abc"), frozenset("xy")}


def test_no_packages_of_the_handlers_need_each_other() -> None:
    known = {name: path for name, path in _modules().items() if name.startswith("handlers.")}

    def package(name: str) -> str:
        return name if known[name].name == "__init__.py" else name.rpartition(".")[0]

    needs: dict[str, frozenset[str]] = {}
    for name, others in _needs(known).items():
        # What stands at the top (the front door, the joined tables) is no package's.
        own, theirs = package(name), {package(each) for each in others}
        needs[own] = needs.get(own, frozenset()) | (theirs - {own, "handlers"})
    del needs["handlers"]
    assert not _circles(needs)


def test_no_two_files_of_the_handlers_are_called_the_same() -> None:
    every_package = {"__init__", "routes", "verbs"}
    names = Counter(path.stem for path in (ROOT / "handlers").rglob("*.py"))
    assert [name for name, count in names.items() if count > 1 and name not in every_package] == []
