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
