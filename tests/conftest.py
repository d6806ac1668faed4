"""Fixtures that every test may ask for, and what a run has for all its workers."""

from __future__ import annotations

from contextlib import ExitStack

import pytest

from tests.engines import database, database_url, engines, mailbox_url, postgres_server, sealer
from tests.place import own_place

__all__ = ["database", "database_url", "engines", "mailbox_url", "postgres_server", "sealer"]

_RUN = ExitStack()


def pytest_configure(config: pytest.Config) -> None:
    if not hasattr(config, "workerinput"):
        _RUN.enter_context(own_place())


def pytest_unconfigure() -> None:
    _RUN.close()
