"""The faults that ``./run bench mutants`` plants: every kind, the text around them untouched, each one runnable."""

from __future__ import annotations

import builtins
from pathlib import Path
from typing import Any

import pytest

from tests.benchmarks.planting import Text

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("a < b", ["a <= b", "a > b"]),
        ("a >= b", ["a > b", "a <= b"]),
        ("(a) == (b)", ["(a) != (b)"]),
        ("a in b", ["a not in b"]),
        ("a not  in b", ["a in b"]),
        ("a is not None", ["a is None"]),
        ("'一' < a <= b", ["'一' <= a <= b", "'一' > a <= b", "'一' < a < b", "'一' < a >= b"]),
        ("a and b and c", ["a or b or c"]),
        ("(\n    a  # and or\n    or b\n)", ["(\n    a  # and or\n    and b\n)"]),
        ("a = 3_0", ["a = 31", "a = 29"]),
        ("not a", [" a"]),
        ("def f():\n    return True", ["def f():\n    return False"]),
        ("if a:\n    pass", ["if not (a):\n    pass"]),
        ("b if a else c", ["b if not (a) else c"]),
        ("[a for a in b if a]", ["[a for a in b if not (a)]"]),
        ("if TYPE_CHECKING:\n    a = 1", []),
        ("a: Literal[1]\nb = '一', f'{1:>2}'", []),
    ],
)
def test_every_kind_of_fault(source: str, expected: list[str]) -> None:
    text = Text(source)
    planted = [text.planted(fault) for place in text.places for fault in place.faults]
    assert planted == expected


def test_a_fault_is_shown_and_known_by_where_it_stands() -> None:
    text = Text("A = 1\n\n@known\ndef f(a):\n    def g():\n        return (\n            a and b\n        )\n")
    number, both = text.places
    assert (number.line, number.function) == (1, None)
    assert (both.line, both.function) == (7, 5)
    assert text.change(both.faults[0]) == ("a and b", "a or b")


def test_each_function_notes_that_it_was_come_to() -> None:
    method = 'class A:\n    @staticmethod\n    def f():\n        """一"""\n        if 1:\n            pass\n'
    source = f"{method}\ndef g(): return 2"
    names: dict[str, Any] = {}
    exec(Text(source).marked("_noted", "a.py"), names)
    try:
        assert names["A"].f.__doc__ == "一"
        names["A"].f()
        assert names["g"]() == 2
        assert vars(builtins)["_noted"] == {"a.py:3", "a.py:8"}
    finally:
        del vars(builtins)["_noted"]


def test_every_fault_in_a_file_of_ours_can_be_run() -> None:
    path = ROOT / "handlers" / "rules" / "deadlines.py"
    text = Text(path.read_text("utf-8"))
    assert len(text.places) > 30
    for place in text.places:
        for fault in place.faults:
            compile(text.planted(fault), path.name, "exec")
