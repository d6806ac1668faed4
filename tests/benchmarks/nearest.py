"""Which tests are the nearest to a file: those that a fault in it is to be found by.

Most stories come to hundreds of functions and look at what a few of them do; a fault that only the whole suite finds is
found late. So the choice is declared: what somebody who changes the file would run. Of these, ``mutants`` runs those
that come to the function a fault stands in, which it learns from a run without one.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path


def _stories(*names: str) -> tuple[str, ...]:
    return tuple(f"tests/acceptance/test_{each}.py" for each in names)


NEAREST: Mapping[str, Sequence[str]] = {
    "handlers/rules/*.py": ("tests/unit/rules",),
    "handlers/cases/answers.py": _stories(
        "desk_deciding", "desk_outcomes", "desk_talking", "desk_merging", "first_times"
    ),
    "handlers/cases/assignment.py": _stories("owner_work", "desk_deciding", "next_person", "first_times"),
    "handlers/cases/cards.py": _stories("desk_groups", "desk_deciding", "desk_lists", "owner_reading"),
    "handlers/cases/corrections.py": _stories("desk_talking"),
    "handlers/cases/decisions.py": _stories(
        "desk_deciding", "desk_merging", "desk_outcomes", "next_person", "first_times"
    ),
    "handlers/cases/entries.py": _stories("desk_talking", "mine_following"),
    "handlers/cases/extensions.py": _stories("desk_deciding", "owner_work", "first_times"),
    "handlers/cases/forwarding.py": _stories("desk_groups", "desk_talking", "owner_reading"),
    "handlers/cases/handover.py": _stories("clock_more"),
    "handlers/cases/instructions.py": _stories("manager_instructing"),
    "handlers/cases/milestones.py": _stories("desk_deciding", "clock_reminders"),
    "handlers/cases/naming.py": _stories("mine_following", "desk_deciding", "kept_secret"),
    "handlers/cases/owners.py": _stories("desk_deciding", "owner_work"),
    "handlers/cases/pieces.py": _stories("albums", "parts"),
    "handlers/cases/promises.py": _stories("desk_deciding", "clock_reminders", "mine_following"),
    "handlers/cases/ratings.py": _stories("mine_rating", "clock_rating", "next_person"),
    "handlers/cases/readers.py": _stories("desk_talking", "kept_secret"),
    "handlers/cases/relocation.py": _stories("desk_deciding", "desk_merging"),
    "handlers/cases/sent_words.py": _stories("desk_talking"),
    "handlers/cases/steps.py": _stories("desk_deciding", "owner_work", "mine_following", "desk_restricted"),
    "handlers/cases/story.py": _stories("desk_deciding", "manager_asking", "mine_rating"),
    "handlers/cases/submission.py": _stories("raising_choosing", "kept_secret", "desk_restricted"),
    "handlers/cases/summary.py": _stories("manager_asking", "desk_lists", "mine_following"),
    "handlers/cases/telling.py": _stories("desk_groups", "owner_work", "mine_following", "clock_more"),
    "handlers/cases/urgent_help.py": _stories("danger"),
    "handlers/cases/*.py": _stories("desk_deciding", "owner_work", "mine_following"),
    "handlers/people/*.py": _stories("names", "desk_groups", "mine_codes", "campaigns"),
    "bot/flow/*.py": ("tests/unit/flow", "tests/integration/flow"),
}
"""The file, or files, and the tests. The first that fits counts."""


def nearest(path: Path) -> Sequence[str]:
    """The tests for a file, by its path from the root; nothing when none are declared."""
    return next((tests for pattern, tests in NEAREST.items() if path.match(pattern)), ())
