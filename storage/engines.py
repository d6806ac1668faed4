"""What an address opens: a SQLite file, or a database of PostgreSQL."""

from __future__ import annotations

from storage.database import Database, Engine
from storage.sealing import Sealer


async def open_database(url: str, sealer: Sealer, *, exclusive: bool = False, durable: bool = True) -> Database:
    """Open ``sqlite:///file`` or ``postgresql://…``, bringing its schema up to date first.

    ``exclusive``: be the only process of the mailbox on it. ``durable=False``, for SQLite: a commit does not wait for
    the disk, because what is in it may be lost with the machine (a demonstration, a test).

    Raises:
        AlreadyRunning: ``exclusive``, and another process is.
        NewerSchema: made by a newer version of the program.
        WrongKey: the key file is not the one that this database was made with.
    """
    engine: Engine
    # Only the engine that is asked for is loaded: start, and the memory of a small machine, don't pay for the other.
    if url.startswith("sqlite:///"):
        from storage.sqlite import SqliteEngine  # noqa: PLC0415

        engine = await SqliteEngine.open(url, exclusive=exclusive, durable=durable)
    else:
        from storage.postgresql import PostgresqlEngine  # noqa: PLC0415

        engine = await PostgresqlEngine.open(url, exclusive=exclusive)
    database = Database(engine, sealer)
    try:
        await database.check_key()
    except BaseException:
        await engine.close()
        raise
    return database
