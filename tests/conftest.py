"""Fixtures that every test may ask for, and what a run has for all its workers."""

from __future__ import annotations

from contextlib import ExitStack

import pytest
from hypothesis import HealthCheck, settings

from tests.engines import database, database_url, engines, mailbox_url, postgres_server, sealer
from tests.place import own_place

__all__ = ["database", "database_url", "engines", "mailbox_url", "postgres_server", "sealer"]

# How long an example takes says something about the machine, nothing about the mailbox.
settings.register_profile("shuji", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("shuji")


_RUN = ExitStack()


def pytest_configure(config: pytest.Config) -> None:
    if not hasattr(config, "workerinput"):
        _RUN.enter_context(own_place())


def pytest_unconfigure() -> None:
    _RUN.close()


TOGETHER = {
    "browser": ("tests/browser",),
    "published": (
        *("tests/integration/telegram", "tests/integration/sandbox", "tests/unit/telegram", "tests/unit/sandbox"),
        "tests/acceptance/test_generated.py",
    ),
    "half-year": ("tests/acceptance/test_sample.py",),
}
"""What shares something that takes seconds to make (a browser, the published types, half a year that was played)."""


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Let one worker have all that belongs together; of the unit tests a file."""
    for item in items:
        path = item.path.relative_to(config.rootpath).as_posix()
        names = [name for name, folders in TOGETHER.items() if path.startswith(folders)]
        if names or path.startswith("tests/unit"):
            item.add_marker(pytest.mark.xdist_group(names[0] if names else path))
