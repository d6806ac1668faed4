"""What a restored backup lost, as both engines tell it; and numbers that go on."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from storage import facts, lost
from storage.backup import counters, go_on_from
from storage.database import Database


async def test_nothing_is_lost_where_nothing_was_restored(database: Database) -> None:
    async with database.writing() as tx:
        assert await lost.by_number(tx, "SJ-2026-0007") is None
        assert await lost.by_follow_code(tx, "ABCDEFGHJKLM") is None
        assert await lost.by_message(tx, "telegram", "1", "2") is None
        assert await lost.restored(tx, "SJ-2026-0007") is None
        await facts.put(tx, lost.RESTORED, '{"at": 5, "of": null}')
        assert await lost.restored(tx, "SJ-2026-0007") == lost.Lost("SJ-2026-0007", 5, None)


def test_series_never_go_back(tmp_path: Path) -> None:
    file = tmp_path / "numbers.db"
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("CREATE TABLE counters (name TEXT PRIMARY KEY, last BIGINT NOT NULL)")
        connection.execute("CREATE TABLE tickets (id INTEGER PRIMARY KEY AUTOINCREMENT)")
        connection.execute("INSERT INTO counters VALUES ('SJ-2026', 6)")
        connection.commit()
    assert counters(file) == {"SJ-2026": 6}
    assert go_on_from(file, {"SJ-2026": 3, "PL-2026": 9}, apart=False) == {"SJ-2026": 6, "PL-2026": 9}
    assert go_on_from(file, {"SJ-2026": 49}, apart=True)["SJ-2026"] == 49
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("INSERT INTO tickets DEFAULT VALUES")
        assert connection.execute("SELECT id FROM tickets").fetchone()[0] > 1_000_000
    (tmp_path / "broken.db").write_text("nothing that SQLite could read" * 99)
    assert counters(tmp_path / "broken.db") is None
