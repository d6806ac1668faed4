"""The search index is written once a transaction: seen at once by who searches, and undone with what undid it."""

from __future__ import annotations

import sqlite3
from contextlib import AsyncExitStack, closing, suppress
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from storage import history, tickets
from storage.database import Database, Transaction
from storage.engines import open_database
from storage.sealing import Sealer
from tests.engines import Engines
from tests.integration.storage.rows import NOW, a_ticket, a_unit


class Oops(Exception):
    """Something goes wrong in the middle."""


async def some(tx: Transaction, count: int) -> list[int]:
    unit = await a_unit(tx)
    return [(await a_ticket(tx, unit)).id for _ in range(count)]


async def having(tx: Transaction, word: str) -> set[int]:
    return {each.id for each in await tickets.search(tx, [[word]], "/", 100)}


async def check(tx: Transaction) -> None:
    """SQLite compares the whole index with one that is made anew; PostgreSQL makes it of the terms itself."""
    if tx.engine == "sqlite":
        await tx._connection.raw("INSERT INTO terms_index (terms_index, rank) VALUES ('integrity-check', 1)")


async def test_supplements_to_one_ticket_in_one_transaction_are_all_found(database: Database) -> None:
    async with database.writing() as tx:
        first, second = await some(tx, 2)
        await tickets.index(tx, second, "食堂", "很贵")
        await tickets.index(tx, first, "班车", "太早")
    async with database.writing() as tx:
        assert await tickets.index_more(tx, second, "排队")
        assert await tickets.index_more(tx, first, "太晚")
        assert await tickets.index_more(tx, second, "苍蝇")
    async with database.writing() as tx:
        for word in ("食堂", "很贵", "排队", "苍蝇"):
            assert await having(tx, word) == {second}
        for word in ("班车", "太早", "太晚"):
            assert await having(tx, word) == {first}
        await check(tx)


async def test_who_searches_in_the_same_transaction_finds_what_it_wrote(database: Database) -> None:
    async with database.writing() as tx:
        first, second = await some(tx, 2)
        await tickets.index(tx, second, "", "食堂")
        assert await tickets.indexed(tx, 9) == 1
        await tickets.index(tx, first, "", "食堂")
        assert await tickets.spread(tx, ["食堂"]) == {"食堂": 2}
        await tickets.index_more(tx, second, "苍蝇")
        assert [each.id for each in await tickets.similar(tx, ["苍蝇"], "/")] == [second]
        await tickets.index_more(tx, first, "班车")
        assert await having(tx, "班车") == {first}
        await check(tx)


async def test_a_part_that_is_undone_leaves_nothing_in_the_index(database: Database) -> None:
    async with database.writing() as tx:
        first, second = await some(tx, 2)
        await tickets.index(tx, second, "", "食堂")
        with pytest.raises(Oops):
            async with tx.savepoint():
                await tickets.index(tx, first, "", "撤回")
                await tickets.index_more(tx, second, "撤回")
                async with tx.savepoint():
                    await tickets.index(tx, second, "", "改口")
                assert await having(tx, "食堂") == set()
                raise Oops
        assert await tickets.index_more(tx, second, "很贵")
        assert not await tickets.index_more(tx, first, "没有")
        async with tx.savepoint():
            await tickets.index(tx, first, "", "班车")
    async with database.writing() as tx:
        found = {word: await having(tx, word) for word in ("食堂", "很贵", "班车", "撤回", "改口", "没有")}
        assert {word: ids for word, ids in found.items() if ids} == {
            "食堂": {second},
            "很贵": {second},
            "班车": {first},
        }
        await check(tx)


async def test_a_transaction_that_is_undone_leaves_nothing_in_the_index(database: Database) -> None:
    async with database.writing() as tx:
        (only,) = await some(tx, 1)
        await tickets.index(tx, only, "", "食堂")
    for looks in (False, True):
        with pytest.raises(Oops):
            async with database.writing() as tx:
                await tickets.index_more(tx, only, "撤回")
                assert not looks or await having(tx, "撤回") == {only}
                raise Oops
    async with database.writing() as tx:
        assert (await having(tx, "食堂"), await having(tx, "撤回")) == ({only}, set())
        await check(tx)


async def test_what_the_index_refuses_undoes_the_part_that_brought_it(database: Database) -> None:
    refused = "\ud800"
    async with database.writing() as tx:
        first, second = await some(tx, 2)
        await tickets.index(tx, first, "", "食堂")
        with pytest.raises(Exception, match="surrogates"):
            async with tx.savepoint():
                await tickets.index(tx, second, "", refused)
        await tickets.index_more(tx, first, "很贵")
    with pytest.raises(Exception, match="surrogates"):
        async with database.writing() as tx:
            await tickets.index_more(tx, first, refused)
            await tickets.index(tx, second, "", "很贵")
    async with database.writing() as tx:
        assert (await having(tx, "食堂"), await having(tx, "很贵")) == ({first}, {first})
        await check(tx)


async def test_a_transaction_writes_one_segment(engines: Engines, tmp_path: Path, sealer: Sealer) -> None:
    """In whatever order the tickets come, and whatever else is added between."""
    url = await engines.ready("sqlite", tmp_path)
    database = await open_database(url, sealer)
    try:
        async with database.writing() as tx:
            made = await some(tx, 20)
        async with database.writing() as tx:
            for ticket_id in reversed(made):
                await tickets.index(tx, ticket_id, "", "食堂")
                await history.append(tx, ticket_id, at=NOW, action="supplement", role="raiser", text="食堂")
    finally:
        await database.close()
    with closing(sqlite3.connect(url.removeprefix("sqlite:///"))) as connection:
        assert connection.execute("SELECT count(DISTINCT segid) FROM terms_index_idx").fetchone() == (1,)


WORDS = ("甲", "乙", "丙", "丁")
TICKETS = 3


@dataclass(frozen=True)
class Part:
    """Some steps, a part of a transaction or a whole one; ``undone``: it raises at its end."""

    steps: list[tuple[str, int, str]]
    undone: bool
    inner: list[Part]


STEPS = st.lists(
    st.tuples(
        st.sampled_from(("index", "more", "more", "look")),
        st.integers(0, TICKETS - 1),
        st.lists(st.sampled_from(WORDS), max_size=3).map(" ".join),
    ),
    max_size=5,
)
PARTS = st.recursive(
    st.builds(Part, STEPS, st.booleans(), st.just([])),
    lambda inner: st.builds(Part, STEPS, st.booleans(), st.lists(inner, max_size=2)),
    max_leaves=4,
)
Known = dict[int, str]
"""What the index is to say of each ticket in it."""


async def step(tx: Transaction, known: Known, what: str, made: list[int], number: int, words: str) -> None:
    ticket_id = made[number]
    if what == "index":
        await tickets.index(tx, ticket_id, "", words)
        known[ticket_id] = words
    elif what == "more":
        assert await tickets.index_more(tx, ticket_id, words) == (ticket_id in known)
        if ticket_id in known:
            known[ticket_id] = f"{known[ticket_id]} {words}".strip()
    else:
        await compare(tx, known, made)


async def compare(tx: Transaction, known: Known, made: list[int]) -> None:
    for word in WORDS:
        assert await having(tx, word) & {*made} == {each for each, said in known.items() if word in said}
    await check(tx)


async def play(tx: Transaction, part: Part, made: list[int], before: Known) -> Known:
    """What is known after the part, if it is not undone."""
    known = dict(before)
    half = len(part.steps) // 2
    for what, number, words in part.steps[:half]:
        await step(tx, known, what, made, number, words)
    for inner in part.inner:
        async with AsyncExitStack() as stack:
            stack.enter_context(suppress(Oops))
            await stack.enter_async_context(tx.savepoint())
            known = await play(tx, inner, made, known)
    for what, number, words in part.steps[half:]:
        await step(tx, known, what, made, number, words)
    if part.undone:
        raise Oops
    return known


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(PARTS, max_size=4))
async def test_the_index_is_that_of_what_was_kept(database: Database, parts: list[Part]) -> None:
    """Whatever is indexed, changed, searched and undone, in whatever order."""
    async with database.writing() as tx:
        made = await some(tx, TICKETS)
    known: Known = {}
    for part in parts:
        with suppress(Oops):
            async with database.writing() as tx:
                after = await play(tx, part, made, known)
            known = after
        async with database.writing() as tx:
            await compare(tx, known, made)
