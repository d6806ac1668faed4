"""Search finds exactly what contains the words, in the subtree that was asked for; similar ones come nearest first."""

from __future__ import annotations

import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from handlers.rules.terms import phrases, terms
from storage import tickets
from storage.database import Database, Transaction
from storage.tickets import Ticket
from tests.integration.storage.rows import a_ticket, a_unit

LETTERS = (
    ("食堂饭菜太贵", "食堂的饭菜比外面贵一倍，希望降价。"),
    ("宿舍热水不足", "三号楼宿舍晚上没有热水，洗澡困难。"),
    ("食堂卫生差", "食堂里有苍蝇，餐具没有洗干净。VPN123 也连不上"),
    ("班车时间太早", "早上班车六点就开，赶不上；晚上的班车又太晚。"),
    ("食堂排队太久", "中午食堂只开两个窗口，排队半小时。"),
)


async def index(tx: Transaction, ticket: Ticket, title: str, body: str) -> None:
    await tickets.index(tx, ticket.id, " ".join(terms(title)), " ".join(terms(body)))


async def fill(tx: Transaction) -> dict[str, Ticket]:
    unit = await a_unit(tx)
    made = {}
    for title, body in LETTERS:
        made[title] = await a_ticket(tx, unit, title=title, body=body)
        await index(tx, made[title], title, body)
    return made


async def find(tx: Transaction, words: str, path: str = "/") -> list[str]:
    return [each.title for each in await tickets.search(tx, phrases(words), path, 20)]


async def test_two_characters_are_enough_and_one_too(database: Database) -> None:
    async with database.writing() as tx:
        await fill(tx)
        assert await find(tx, "食堂") == ["食堂排队太久", "食堂卫生差", "食堂饭菜太贵"]
        assert await find(tx, "贵") == ["食堂饭菜太贵"]
        assert await find(tx, "食堂 窗口") == ["食堂排队太久"]
        assert await find(tx, "vpn123") == ["食堂卫生差"]
        assert await find(tx, "堂食") == []
        assert await find(tx, "") == []


async def test_what_is_added_is_found_beside_what_was_there(database: Database) -> None:
    async with database.writing() as tx:
        made = await fill(tx)
        bus = made["班车时间太早"].id
        assert await tickets.index_more(tx, bus, " ".join(terms("司机也常常迟到。")))
        assert await tickets.index_more(tx, bus, " ".join(terms("冬天更冷")))
        for words in ("六点", "司机", "迟到", "更冷", "班车时间"):
            assert await find(tx, words) == ["班车时间太早"]
        assert await find(tx, "到冬") == []
        await index(tx, made["班车时间太早"], "班车时间太早", "现在好了")
        assert await find(tx, "司机") == []


async def test_what_is_changed_is_found_by_its_new_words_only(database: Database) -> None:
    async with database.writing() as tx:
        made = await fill(tx)
        await index(tx, made["班车时间太早"], "班车时间太早", "现在好了")
        assert await find(tx, "六点") == []
        assert await find(tx, "好了") == ["班车时间太早"]


async def test_only_the_subtree_is_searched_and_never_what_is_restricted(database: Database) -> None:
    async with database.writing() as tx:
        root = await a_unit(tx)
        below, beside = await a_unit(tx, "A", root), await a_unit(tx, "B", root)
        for unit, restricted in ((root, False), (below, False), (beside, False), (below, True)):
            ticket = await a_ticket(tx, unit, title=f"{unit.code} {restricted}", restricted=restricted)
            await index(tx, ticket, "食堂", "食堂")
        assert await find(tx, "食堂", below.path) == ["A False"]
        assert await find(tx, "食堂", root.path) == ["B False", "A False", "HQ False"]
        near = await tickets.similar(tx, ["食堂"], below.path)
        assert [(await tickets.get(tx, each.id)).title for each in near] == ["A False"]


async def test_similar_ones_come_nearest_first(database: Database) -> None:
    async with database.writing() as tx:
        made = await fill(tx)
        asked = list(dict.fromkeys(terms("食堂排队的窗口太少")))
        near = await tickets.similar(tx, asked, "/", most=3)
        assert near[0].id == made["食堂排队太久"].id
        assert [each.score for each in near] == sorted(each.score for each in near)
        besides = await tickets.similar(tx, asked, "/", besides=near[0].id, most=3)
        assert near[0].id not in {each.id for each in besides}
        assert await tickets.similar(tx, [], "/") == ()
        assert await tickets.similar(tx, ["没有"], "/", most=0) == ()


async def test_how_many_have_a_term_is_counted_up_to_a_limit(database: Database) -> None:
    async with database.writing() as tx:
        await fill(tx)
        counts = await tickets.spread(tx, ["食堂", "热水", "无关", "食堂", "班车", "vpn123"])
        assert counts == {"食堂": 3, "热水": 1, "无关": 0, "班车": 1, "vpn123": 1}
        assert await tickets.spread(tx, ["食堂"], most=2) == {"食堂": 2}
        assert await tickets.spread(tx, []) == {}


async def test_how_many_tickets_the_index_knows_is_counted_up_to_a_limit(database: Database) -> None:
    async with database.writing() as tx:
        assert await tickets.indexed(tx, 10) == 0
        await fill(tx)
        known = await tickets.indexed(tx, 100)
        assert 2 < known < 100
        assert await tickets.indexed(tx, 2) == 2


ALPHABET = "食堂饭菜太贵aB1 ，。\"'\\*():&|!<->NOT"


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.text(ALPHABET, max_size=12), min_size=1, max_size=4), st.text(ALPHABET, max_size=6))
async def test_search_finds_what_contains_the_words(database: Database, bodies: list[str], asked: str) -> None:
    """As ``LIKE`` would, run of characters by run; whatever is typed, no engine stumbles over it."""
    with pytest.raises(ZeroDivisionError):
        async with database.writing() as tx:
            unit = await a_unit(tx)
            for body in bodies:
                ticket = await a_ticket(tx, unit, title=body or "-", body=body)
                await index(tx, ticket, "", body)
            found = {each.id for each in await tickets.search(tx, phrases(asked), "/", 100)}
            wanted = [run for run in _runs(asked) if run]
            expected = {
                each.id
                for each in await tickets.open_below(tx, "/")
                if wanted and all(_contains(each.body, run) for run in wanted)
            }
            assert found == expected
            raise ZeroDivisionError


def _runs(text: str) -> list[str]:
    return re.findall(r"[a-z0-9]+|[\u4e00-\u9fff]+", text.lower())


def _contains(body: str, run: str) -> bool:
    if run[0].isascii():
        return run in re.findall(r"[a-z0-9]+", body.lower())
    return run in body
