"""No query of the flow reads a whole table: what is done stays for days, and must cost nothing."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import AsyncIterator
from contextlib import closing
from pathlib import Path

import pytest

from storage.engines import open_database
from storage.named import SQL, statement
from storage.sealing import Sealer

QUERIES = sorted(
    name
    for path in (SQL / "flow.sql", SQL / "sqlite" / "flow.sql")
    for name in re.findall(r"-- name: (\w+)", path.read_text("utf-8"))
)
WHOLE = re.compile(r"SCAN (?!w$|lane )\w+(?! USING (COVERING )?INDEX)$")
"""A step that walks a table; ``w`` is a part that an index has found before, ``lane`` the parameter itself."""


@pytest.fixture
async def connection(tmp_path: Path) -> AsyncIterator[sqlite3.Connection]:
    database = await open_database(f"sqlite:///{tmp_path / 'mailbox.db'}", Sealer(bytes(64)))
    await database.close()
    with closing(sqlite3.connect(tmp_path / "mailbox.db")) as connection:
        yield connection


async def test_every_plan_uses_an_index(connection: sqlite3.Connection) -> None:
    for name in QUERIES:
        text = statement("sqlite", "aiosqlite", name)
        values = {word: "[]" if word == "lanes" else None for word in re.findall(r":(\w+)", text)}
        plan = [row[3] for row in connection.execute("EXPLAIN QUERY PLAN " + text, values)]
        assert not any(WHOLE.search(step) for step in plan), (name, plan)
