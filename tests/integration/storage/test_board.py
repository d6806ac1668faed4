"""The public board, on both engines."""

from __future__ import annotations

from dataclasses import replace

from storage import board, tickets
from storage.database import Database
from tests.integration.storage.rows import NOW, a_person, a_ticket, a_unit


async def test_a_matter_is_asked_published_echoed_and_withdrawn(database: Database) -> None:
    async with database.writing() as tx:
        unit, person = await a_unit(tx), await a_person(tx)
        ticket = await a_ticket(tx, unit)
        made = await board.put(tx, ticket.id, unit.id, None, question="咸", answer="好", by=person.id, now=NOW)
        assert made.state == "asked"
        assert await board.shown(tx, 5) == ()
        await board.move(tx, made.id, "published", NOW + 5)
        # Not while its ticket is dealt with (again).
        assert await board.shown(tx, 5) == ()
        await tickets.save(tx, replace(ticket, state="answered"))
        (shown,) = await board.shown(tx, 5)
        assert await board.between(tx, NOW, NOW + 9) == (shown,)
        assert await board.get(tx, made.id) == await board.of_ticket(tx, ticket.id) == shown
        assert await board.echo(tx, made.id, person.id)
        assert not await board.echo(tx, made.id, person.id)
        assert await board.echoes(tx, made.id) == 1
        again = await board.put(tx, ticket.id, unit.id, None, question="太咸", answer="好", by=person.id, now=NOW)
        assert (again.id, again.state, again.question) == (made.id, "asked", "太咸")
        assert await board.get(tx, None) is None


async def test_however_many_there_are_the_oldest_is_still_reached(database: Database) -> None:
    async with database.writing() as tx:
        unit, person = await a_unit(tx), await a_person(tx)
        for each in range(13):
            ticket = await a_ticket(tx, unit)
            await tickets.save(tx, replace(ticket, state="answered"))
            made = await board.put(tx, ticket.id, unit.id, None, question=str(each), answer="好", by=person.id, now=NOW)
            await board.move(tx, made.id, "published", NOW + each)
        assert await board.count_shown(tx) == 13
        pages = [[each.question for each in await board.shown(tx, 6, after)] for after in (0, 6, 12, 18)]
        assert pages == [[*["12", "11", "10", "9", "8", "7"]], [*["6", "5", "4", "3", "2", "1"]], ["0"], []]
