"""How the engines find rows: no query walks a table that grows with the mailbox."""

from __future__ import annotations

import json
import re
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Set
from contextlib import closing
from pathlib import Path
from typing import Any

import asyncpg
import pytest

from storage.named import SQL, statement
from tests.engines import Engines

COMPANY = frozenset(
    {"units", "roles", "categories", "groups", "places", "canned", "rules", "rules_in_force", "calendar_days"}
    | {"lists", "list_followers", "visit_plans", "campaigns", "surveys", "notices", "broadcasts", "faq"}
    | {"facts", "counters", "alembic_version"}
    | {"lost_tickets", "lost_messages"}
)
"""Tables that are as large as the company, or as what it has announced; and what a restore could not put in its place.

Every other table of the schema grows with the mailbox: a new one does, unless it is named here.
"""
WHOLE = {
    "inbox_due": "what is new, in its order, up to a limit",
    "inbox_next_due": "the first of what is new",
    "inbox_hurry": "what is new, once when the clock was set back",
    "flow_newest": "what is new and what waits, once at the start",
    "outbox_hurry": "what waits, once when the clock was set back",
    "lanes_hurry": "the lanes of what waits, once when the clock was set back",
    "inbox_depth": "what is new, counted",
    "inbox_waits_since": "what is new, when health or metrics are asked",
    "inbox_set_asides": "what was set aside",
    "inbox_again": "what was set aside",
    "inbox_made_up_for": "what was set aside",
    "outbox_ready": "what waits",
    "outbox_depth": "what waits, counted",
    "people_reached": "whom an announcement reaches, counted when its author looks: it may be everyone",
    "people_joined": "the few rows that were joined into another one",
    "outbox_bulk_waiting": "what waits, counted, when a broadcast seems stuck",
    "notice_readers_by_unit": "who has read a notice, counted when its office looks: it may be everyone",
    "visits_open": "what is not closed",
    "ticket_unanswered": "what is due, for the metrics",
    "instructions_below": "tickets that a manager gave an instruction on, for the list of them",
    "outbox_parked": "what waits for a right, counted every half an hour among all that waits",
    "outbox_unpark": "likewise, when rights change",
    "outbox_held": "what waits in held lanes, counted",
    "outbox_drop_waiting": "what waits, once after a restore",
    "outbox_again": "what failed",
    "lanes_held": "the lanes of those who can't be reached",
}
"""Queries that walk the whole of a partial index, which holds only what they are for."""

FILL = Path(__file__).with_name("fill.sql").read_text("utf-8")


def names(engine: str) -> Iterator[str]:
    for path in (*sorted(SQL.glob("*.sql")), *sorted((SQL / engine).glob("*.sql"))):
        yield from re.findall(r"^-- name: (\w+)", path.read_text("utf-8"), re.M)


def growing(tables: Iterable[str]) -> frozenset[str]:
    """What grows with every concern; an index of words is one table, whatever it is made of."""
    return frozenset(name for name in tables if not name.startswith(("sqlite_", "terms_index_"))) - COMPANY


async def test_sqlite_finds_rows_by_an_index(engines: Engines) -> None:
    wrong = []
    with closing(sqlite3.connect(f"file:{engines.sqlite_template}?mode=ro", uri=True)) as connection:
        tables = {row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
        assert tables >= COMPANY
        for name in names("sqlite"):
            text = statement("sqlite", "aiosqlite", name)
            values: dict[str, Any] = dict.fromkeys(re.findall(r":([a-z_]+)", text))
            steps = [row[3] for row in connection.execute("EXPLAIN QUERY PLAN " + text, values)]
            wrong += [
                (name, step) for step in steps if walks_in_sqlite(step, text, growing(tables), whole=name in WHOLE)
            ]
    assert not wrong, "\n".join(map(str, wrong))


def walks_in_sqlite(step: str, text: str, grows: Set[str], *, whole: bool) -> bool:
    """Whether a step of a plan walks a growing table, or a whole index that is not meant for that."""
    found = re.match(r"SCAN (\w+)(.*)", step)
    if found is None or re.search(r"VIRTUAL TABLE INDEX \d+:M", step):
        return False
    called = {alias: name for name, alias in re.findall(r"(?:FROM|JOIN|UPDATE|INTO) (\w+) (?:AS )?(\w)\b", text)}
    if called.get(found[1], found[1]) not in grows:
        return False
    return not (whole and "USING" in found[2])


async def test_postgresql_finds_rows_by_an_index(engines: Engines, tmp_path: Path) -> None:
    connection = await asyncpg.connect(await engines.ready("postgresql", tmp_path))
    wrong = []
    try:
        await connection.execute(FILL)
        found = await connection.fetch("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")
        grows = growing(row[0] for row in found)
        # Of an empty table no plan says anything.
        empty = [name for name in sorted(grows) if not await connection.fetchval(f"SELECT EXISTS (SELECT FROM {name})")]
        assert empty == [], "fill.sql puts nothing into these"
        await connection.execute("VACUUM ANALYZE")
        await connection.execute("SET plan_cache_mode = force_generic_plan")
        for name in names("postgresql"):
            text = statement("postgresql", "asyncpg", name)
            numbers = {int(each) for each in re.findall(r"\$(\d+)", text)}
            await connection.execute(f"PREPARE q AS {text}")
            call = f"EXECUTE q ({', '.join(['NULL'] * len(numbers))})" if numbers else "EXECUTE q"
            plan = json.loads(await connection.fetchval(f"EXPLAIN (FORMAT JSON) {call}"))[0]["Plan"]
            await connection.execute("DEALLOCATE q")
            wrong += [(name, step) for step in walks_in_postgresql(plan, grows, whole=name in WHOLE)]
    finally:
        await connection.close()
    assert not wrong, "\n".join(map(str, wrong))


def walks_in_postgresql(plan: Mapping[str, Any], grows: Set[str], *, whole: bool) -> Iterator[str]:
    """The steps of a plan that walk a growing table, or a whole index that is not meant for that."""
    kind, table = plan["Node Type"], plan.get("Relation Name")
    # The outbox holds nothing but what waits and what failed; there are as many lanes as people, and many may wait.
    if (
        table in grows
        and not (whole and table in ("outbox", "lanes"))
        and (
            kind == "Seq Scan" or (kind in ("Index Scan", "Index Only Scan") and "Index Cond" not in plan and not whole)
        )
    ):
        yield f"{kind} {plan.get('Index Name', '')} on {table}"
    if kind == "Bitmap Index Scan" and "Index Cond" not in plan and not whole:
        yield f"{kind} {plan['Index Name']}"
    for part in plan.get("Plans", ()):
        yield from walks_in_postgresql(part, grows, whole=whole)


@pytest.mark.parametrize("engine", ["sqlite", "postgresql"])
def test_every_exception_is_a_query(engine: str) -> None:
    assert set(WHOLE) <= set(names(engine))
    assert len(set(names(engine))) == len(list(names(engine)))
