"""Backups of a SQLite mailbox: made while it runs, looked at before anyone relies on them.

PostgreSQL has its own tools (``pg_dump``). The key file is no part of a backup: whoever has both can open every name.
"""

from __future__ import annotations

import asyncio
import errno
import os
import sqlite3
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


def carry_over(later: Path, path: Path, *, waiting: bool) -> None:
    """Let the restored file at ``path`` know what was said until the one that it replaces (``later``) was put aside.

    Reminders and digests that people have got, and how far announcements have come: none is said again, and none is
    forgotten halfway (``waiting``: with what of them was still to be sent).
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
        connection.execute("COMMIT")


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
