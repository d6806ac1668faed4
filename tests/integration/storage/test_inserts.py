"""An insert tells the id of its own row, whatever else the transaction has added."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from storage import history, tickets
from storage.database import Database
from storage.named import SQL, statement
from storage.sqlite import without_returning
from tests.integration.storage.rows import NOW, a_person, a_ticket, a_unit

STORAGE = SQL.parent


async def test_an_insert_tells_the_id_of_its_row(database: Database) -> None:
    async with database.writing() as tx:
        unit, manager = await a_unit(tx), await a_person(tx)
        made = [await a_ticket(tx, unit, said=f"第 {n} 条", title=f"{n}") for n in range(3)]
        for each in made:
            await tickets.index(tx, each.id, "食堂", each.title)
            told = [
                await history.append(tx, each.id, at=NOW, action="note", role="secretary", text=f"{each.id}.{n}")
                for n in range(2)
            ]
            order = await history.instruct(tx, each.id, manager.id, f"督办 {each.id}", due_at=NOW, now=NOW)
            for n, entry_id in enumerate(told):
                entry = await history.get(tx, entry_id)
                assert entry is not None
                assert (entry.ticket_id, entry.text) == (each.id, f"{each.id}.{n}")
            given = await history.instruction(tx, order)
            assert given is not None
            assert given.text == f"督办 {each.id}"
    async with database.reading() as tx:
        assert [(await tickets.get(tx, each.id)).title for each in made] == ["0", "1", "2"]


async def test_an_id_that_was_taken_back_confuses_nobody(database: Database) -> None:
    async with database.writing() as tx:
        ticket = await a_ticket(tx)
        with pytest.raises(ZeroDivisionError):
            async with tx.savepoint():
                await history.append(tx, ticket.id, at=NOW, action="note", role="secretary", text="撤回")
                raise ZeroDivisionError
        kept = await history.get(tx, await history.append(tx, ticket.id, at=NOW, action="note", role="x", text="留下"))
        assert kept is not None
        assert kept.text == "留下"
        assert [each.text for each in await history.of_ticket(tx, ticket.id)][1:] == ["留下"]


async def test_what_an_insert_refuses_is_refused_as_ever(database: Database) -> None:
    async with database.writing() as tx:
        with pytest.raises(Exception, match=r"(?i)foreign key"):
            async with tx.savepoint():
                await history.append(tx, 99, at=NOW, action="note", role="x")
        ticket = await a_ticket(tx)
        assert len(await history.of_ticket(tx, ticket.id)) == 1


def _asked_for(verb: str) -> set[str]:
    words = re.compile(rf'\btx\.{verb}\(\s*"(\w+)"')
    return {name for path in Path(STORAGE).glob("*.py") for name in words.findall(path.read_text("utf-8"))}


def test_every_plain_insert_is_asked_for_as_one() -> None:
    texts = {
        name: statement("sqlite", "aiosqlite", name)
        for path in sorted(SQL.glob("*.sql"))
        for name in re.findall(r"^-- name: (\w+)", path.read_text("utf-8"), re.MULTILINE)
    }
    plain = {
        name
        for name, text in texts.items()
        if text.startswith("INSERT") and text.endswith("RETURNING id") and "ON CONFLICT" not in text
    }
    assert _asked_for("insert") == plain
    for name in plain:
        assert f"{without_returning(name)}\nRETURNING id".split() == texts[name].split()
    for name in ("thread_want", "lane_add", "place_add", "task_add", "inbox_again", "deadline_add"):
        with pytest.raises(ValueError, match=name):
            without_returning(name)
