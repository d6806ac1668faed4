"""Backups of a SQLite mailbox: made while it runs, looked at before anyone relies on them.

PostgreSQL has its own tools (``pg_dump``). The key file is no part of a backup: whoever has both can open every name.
"""

from __future__ import annotations

import asyncio
import errno
import os
import sqlite3
from collections.abc import Mapping
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from storage.database import Database
from storage.errors import DamagedCopy
from storage.sealing import Sealer
from storage.sqlite import lock


@dataclass(frozen=True, slots=True)
class Contents:
    """What a database file holds. ``schema`` is its version, ``tickets`` how many it has.

    ``written_at`` is the newest instant in it (None: nothing has happened yet): of two files, the newer one has the
    later. ``key`` tells which key file belongs to it (see :func:`fits`).
    """

    schema: str
    tickets: int
    written_at: int | None
    key: str | None


def fits(contents: Contents, sealer: Sealer) -> bool:
    """Whether the key opens what the file holds; a mailbox that was never opened has no key yet."""
    return contents.key is None or contents.key == sealer.tag("key-check").hex()


def look(path: Path) -> Contents:
    """Check a database file and tell what it holds; it is not changed, and may be in use.

    Raises:
        FileNotFoundError: there is none.
        DamagedCopy: it is no database of the mailbox, or SQLite finds it damaged.
    """
    if not path.is_file():
        raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), str(path))
    try:
        with closing(_reading(path)) as connection:
            found = [str(row[0]) for row in connection.execute("PRAGMA quick_check(5)")]
            if found != ["ok"]:
                raise DamagedCopy(f"{path}: 数据库已损坏（{found[0]}）。请换一份备份。", f"{path}: {found[0]}")
            return _contents(connection)
    except sqlite3.DatabaseError as error:
        raise DamagedCopy(f"{path}: 这不是信箱的数据库（{error}）。请换一份备份。", f"{path}: {error}") from error


def _reading(path: Path) -> sqlite3.Connection:
    # A copy by itself needs no lock files beside it, so that one on a read-only medium can be looked at too.
    alone = "" if path.with_name(path.name + "-wal").exists() else "&immutable=1"
    return sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro{alone}", uri=True)


def _contents(connection: sqlite3.Connection) -> Contents:
    def value(statement: str) -> object:
        row = connection.execute(statement).fetchone()
        return None if row is None else row[0]

    moments = (
        value("SELECT at FROM history ORDER BY id DESC LIMIT 1"),
        value("SELECT received_at FROM inbox ORDER BY id DESC LIMIT 1"),
    )
    key = value("SELECT value FROM facts WHERE key = 'key-check'")
    return Contents(
        schema=str(value("SELECT version_num FROM alembic_version")),
        tickets=int(str(value("SELECT count(*) FROM tickets"))),
        written_at=max((int(str(each)) for each in moments if each is not None), default=None),
        key=None if key is None else str(key),
    )


async def make(database: Database, path: Path) -> Contents:
    """Copy the running mailbox into the new file ``path``, readable by its owner only, and check the copy.

    The file appears under its name only when it is whole, checked and on the disk.

    Raises:
        FileExistsError: there is one already.
        Busy: no room on the disk, or the database is locked.
        DamagedCopy: the copy does not pass the check (so neither would the original).
        StorageError: PostgreSQL: use its own tools.
        OSError: the folder can't be written to.
    """
    part = await asyncio.to_thread(_begin, path)
    try:
        await database.backup(str(part))
        return await asyncio.to_thread(_finish, part, path)
    finally:
        await asyncio.to_thread(part.unlink, missing_ok=True)


def _begin(path: Path) -> Path:
    if path.exists():
        raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(path))
    part = path.with_name(path.name + ".part")
    part.unlink(missing_ok=True)
    os.close(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
    return part


def _finish(part: Path, path: Path) -> Contents:
    contents = look(part)
    _sync(part)
    part.rename(path)
    _sync(path.parent)
    return contents


def waiting(path: Path) -> frozenset[tuple[int, int]]:
    """What was still to be said when the file was written: each row's id and the time that it was put in line."""
    with closing(_reading(path)) as connection:
        rows = connection.execute("SELECT id, enqueued_at FROM outbox WHERE state = 'waiting'")
        return frozenset((int(row[0]), int(row[1])) for row in rows)


_SAID = (
    # A reminder's moment is its own: one of what is gone with the time since the backup keeps no other from being sent.
    ("reminders", ""),
    ("digests", "WHERE unit_id IN (SELECT id FROM main.units)"),
    ("broadcasts", "WHERE author_id IN (SELECT id FROM main.people)"),
)
"""What tells that something was said to people, and which rows of it a restored file takes."""
_ON_ITS_WAY = (
    ("lanes", "WHERE id IN (SELECT lane_id FROM later.outbox WHERE state = 'waiting' AND priority = 2)"),
    ("outbox", "WHERE state = 'waiting' AND priority = 2"),
)
"""What was on its way to many."""


_GIVEN = (
    """INSERT INTO main.counters (name, last) SELECT name, last FROM later.counters WHERE true
        ON CONFLICT (name) DO UPDATE SET last = max(last, excluded.last)""",
    """UPDATE main.sqlite_sequence SET seq = max(seq, (SELECT l.seq FROM later.sqlite_sequence l
        WHERE l.name = main.sqlite_sequence.name))
        WHERE name IN (SELECT name FROM later.sqlite_sequence)""",
    """INSERT INTO main.sqlite_sequence (name, seq) SELECT name, seq FROM later.sqlite_sequence
        WHERE name NOT IN (SELECT name FROM main.sqlite_sequence) AND name IN (SELECT name FROM main.sqlite_master)""",
)
"""Nothing that was given is given to something else: neither a ticket's number, nor a row's id, which stands behind
buttons that are still in people's chats."""
_LOST = (
    """INSERT OR REPLACE INTO main.lost_tickets (number, follow_tag, restored_at, written_at)
        SELECT number, follow_tag, :at, :of FROM later.tickets WHERE number NOT IN (SELECT number FROM main.tickets)""",
    """INSERT OR REPLACE INTO main.lost_messages (tag, number, side)
        SELECT m.tag, t.number, m.side FROM later.messages m JOIN later.tickets t ON t.id = m.ticket_id
        WHERE t.number IN (SELECT number FROM main.lost_tickets)""",
)
_LOST_BEFORE = ("lost_tickets", "lost_messages")
_FAR = 1_000_000
"""How far ids are put ahead where nobody knows which were given: more than a mailbox gives between two backups."""


def carry_over(later: Path, path: Path, *, waiting: bool, at: int, of: int | None) -> tuple[str, ...]:
    """Let the restored file at ``path`` know what was said until the one that it replaces (``later``) was put aside.

    Reminders and digests that people have got, and how far announcements have come: none is said again, and none is
    forgotten halfway (``waiting``: with what of them was still to be sent). Numbers and ids go on from where they were,
    and what the backup does not have is noted as lost ``at`` this instant, the backup being ``of`` that one. Returns
    the numbers of the tickets that are lost.
    """
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("ATTACH ? AS later", (str(later),))
        connection.execute("BEGIN IMMEDIATE")
        for table, which in (*_SAID, *(_ON_ITS_WAY if waiting else ())):
            theirs = _columns(connection, "later", table)
            shared = ", ".join(each for each in _columns(connection, "main", table) if each in theirs)
            if shared:
                verb = "INSERT OR REPLACE" if table == "broadcasts" else "INSERT OR IGNORE"
                connection.execute(f"{verb} INTO main.{table} ({shared}) SELECT {shared} FROM later.{table} {which}")
        for statement in _GIVEN:
            connection.execute(statement)
        for table in _LOST_BEFORE:
            if _columns(connection, "later", table):
                connection.execute(f"INSERT OR IGNORE INTO main.{table} SELECT * FROM later.{table}")
        for statement in _LOST:
            connection.execute(statement, {"at": at, "of": of})
        connection.execute("DELETE FROM main.lost_tickets WHERE number IN (SELECT number FROM main.tickets)")
        connection.execute("DELETE FROM main.lost_messages WHERE number NOT IN (SELECT number FROM main.lost_tickets)")
        lost = [
            str(row[0])
            for row in connection.execute("SELECT number FROM lost_tickets WHERE restored_at = ? ORDER BY 1", (at,))
        ]
        connection.execute("COMMIT")
    return tuple(lost)


def counters(path: Path) -> Mapping[str, int] | None:
    """The newest number that each series has given, of a file that may be damaged; None if that can't be read."""
    try:
        with closing(_reading(path)) as connection:
            return {str(name): int(last) for name, last in connection.execute("SELECT name, last FROM counters")}
    except sqlite3.DatabaseError:
        return None


def go_on_from(path: Path, given: Mapping[str, int], *, apart: bool) -> Mapping[str, int]:
    """Let no series go on below what it has ``given``; returns the newest number of every one.

    ``apart``: it is not known which ids were given after the backup; new ones keep far away from them.
    """
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("BEGIN IMMEDIATE")
        for name, last in given.items():
            connection.execute(
                "INSERT INTO counters (name, last) VALUES (?, ?)"
                " ON CONFLICT (name) DO UPDATE SET last = max(last, excluded.last)",
                (name, last),
            )
        if apart:
            tables = connection.execute("SELECT name FROM sqlite_master WHERE sql LIKE '%AUTOINCREMENT%'").fetchall()
            for (table,) in tables:
                row = connection.execute("SELECT seq FROM sqlite_sequence WHERE name = ?", (table,)).fetchone()
                connection.execute("DELETE FROM sqlite_sequence WHERE name = ?", (table,))
                seq = (0 if row is None else int(row[0])) + _FAR
                connection.execute("INSERT INTO sqlite_sequence (name, seq) VALUES (?, ?)", (table, seq))
        found = {str(name): int(last) for name, last in connection.execute("SELECT name, last FROM counters")}
        connection.execute("COMMIT")
    return found


def _columns(connection: sqlite3.Connection, schema: str, table: str) -> tuple[str, ...]:
    """None for a table that this version of the file does not have."""
    return tuple(str(row[1]) for row in connection.execute(f"PRAGMA {schema}.table_info({table})"))


def put_back(copy: Path, path: Path, aside: str) -> Path | None:
    """Put a database's copy in the place of the one at ``path``, which is kept under its name with ``aside`` behind it.

    Returns where that is now, None if there was none. Whatever fails, there is a whole database at ``path`` or it is
    as it was.

    Raises:
        AlreadyRunning: the mailbox runs on it.
        DamagedCopy: the copy does not pass the check once it is here.
        OSError: no room, no right.
    """
    held = lock(path)
    part = path.with_name(path.name + ".part")
    try:
        part.unlink(missing_ok=True)
        os.close(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
        # Through SQLite and not byte by byte: what stands beside the copy in its -wal comes along.
        with closing(_reading(copy)) as source, closing(sqlite3.connect(part)) as target:
            source.backup(target, pages=-1)
        look(part)
        _sync(part)
        kept = None
        if path.exists():
            kept = path.with_name(path.name + aside)
            for end in ("-wal", "-shm", ""):
                beside = path.with_name(path.name + end)
                if beside.exists():
                    beside.rename(kept.with_name(kept.name + end))
        part.rename(path)
        _sync(path.parent)
    finally:
        part.unlink(missing_ok=True)
        os.close(held)
    return kept


def _sync(path: Path) -> None:
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
