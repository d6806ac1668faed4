"""The named queries of ``storage/sql``, loaded once for each engine by aiosql."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import aiosql

SQL = Path(__file__).with_name("sql")


@cache
def queries(engine: str, driver: str) -> aiosql.queries.Queries:
    """Every query in the words of ``driver``: the common ones, then the engine's own."""
    text = "\n\n".join(
        path.read_text("utf-8") for path in (*sorted(SQL.glob("*.sql")), *sorted((SQL / engine).glob("*.sql")))
    )
    found: aiosql.queries.Queries = aiosql.from_str(text, driver, mandatory_parameters=False)
    return found


@cache
def statement(engine: str, driver: str, name: str) -> str:
    """The text of one query, parameters in the driver's form."""
    return str(getattr(queries(engine, driver), name).sql)
