"""Every button that can be shown is answered, and everything that is answered stands on some button."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

from handlers import routes
from handlers.core.buttons import Verb, pack
from handlers.core.verbs import WHICH_IS

TREE = Path(__file__).parents[2]
BY_THE_FRONT_DOOR = {WHICH_IS}
"""Answered by the front door itself: what was written goes on with what was chosen."""


def modules() -> Iterator[Path]:
    yield from (TREE / "handlers").rglob("*.py")


def declared() -> dict[str, dict[str, Verb]]:
    """The constants of each ``verbs.py``, by the dotted name of the module."""
    found = {}
    for path in modules():
        if path.name == "verbs.py":
            name = ".".join(path.relative_to(TREE).with_suffix("").parts)
            found[name] = {key: value for key, value in vars(import_module(name)).items() if isinstance(value, Verb)}
    return found


def mentioned(path: Path) -> set[str]:
    """The names of constants that stand in a file where a button can come of them.

    Not the keys of a table of presses, nor what a press is compared with: there a verb is answered.
    """
    tree = ast.parse(path.read_text("utf-8"))
    answered = {
        id(part)
        for each in ast.walk(tree)
        if isinstance(each, ast.Compare) or (isinstance(each, ast.keyword) and each.arg == "presses")
        for part in ast.walk(each)
    }
    return {each.attr for each in ast.walk(tree) if isinstance(each, ast.Attribute) and id(each) not in answered}


def test_each_verb_is_named_once_and_fits_a_button() -> None:
    everywhere = [verb for named in declared().values() for verb in named.values()]
    assert sorted(everywhere) == sorted(set(everywhere))
    assert [each for each in everywhere if not pack(each)] == []
    typed = [
        f"{path.relative_to(TREE)}:{each.lineno}"
        for path in modules()
        if path.name != "verbs.py"
        for each in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(each, ast.Call) and ast.unparse(each.func) == "Verb" and isinstance(each.args[0], ast.Constant)
    ]
    assert typed == []


def test_every_verb_of_a_button_is_answered() -> None:
    verbs = {verb for named in declared().values() for verb in named.values()}
    assert verbs == {*routes.PRESSES} | BY_THE_FRONT_DOOR


def test_everything_that_is_answered_stands_on_a_button() -> None:
    shown = set[str]().union(*(mentioned(path) for path in modules()))
    for module, named in declared().items():
        # A table of them by action or way: whoever shows it shows them all.
        for table, held in vars(import_module(module)).items():
            if isinstance(held, dict) and table in shown:
                shown |= {name for name, verb in named.items() if verb in held.values()}
        assert [name for name in named if name not in shown] == [], module
