"""Which tests are the nearest to a file: those that a fault in it is to be found by.

Most stories come to hundreds of functions and look at what a few of them do; a fault that only the whole suite finds is
found late. So the choice is declared: what somebody who changes the file would run. Of these, ``mutants`` runs those
that come to the function a fault stands in, which it learns from a run without one.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

RULES = "tests/unit/rules"
NEAREST: Mapping[str, Sequence[str]] = {
    "handlers/rules/*.py": (RULES,),
    "handlers/case/*.py": (
        "tests/acceptance/test_desk_deciding.py",
        "tests/acceptance/test_owner_work.py",
        "tests/acceptance/test_mine_rating.py",
    ),
    "bot/flow/*.py": ("tests/unit/flow", "tests/integration/flow"),
}
"""The file, or files, and the tests. The first that fits counts."""


def nearest(path: Path) -> Sequence[str]:
    """The tests for a file, by its path from the root; nothing when none are declared."""
    return next((tests for pattern, tests in NEAREST.items() if path.match(pattern)), ())
