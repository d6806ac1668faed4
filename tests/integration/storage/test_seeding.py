"""What measurements fill a mailbox with is a mailbox: everything that is sealed opens, and search finds it."""

from __future__ import annotations

from handlers.rules.terms import phrases
from storage import groups, history, identities, people, tickets, units
from storage.engines import open_database
from storage.sealing import Sealer
from tests.benchmarks.seeding import FIRST_USER, OPEN_EVERY, fill
from tests.integration.storage.rows import NOW, a_unit

COUNT = 200


async def test_a_seeded_mailbox_goes_on(mailbox_url: str, sealer: Sealer) -> None:
    database = await open_database(mailbox_url, sealer)
    async with database.writing() as tx:
        unit = await a_unit(tx)
        await groups.register(tx, "telegram", "-1001", unit_id=unit.id, category_id=None, purpose="desk")
    await database.close()
    for _ in range(2):
        await fill(mailbox_url, sealer, COUNT, NOW)
    database = await open_database(mailbox_url, sealer)
    async with database.writing() as tx:
        assert len(await tickets.open_below(tx, "/")) == 2 * COUNT // OPEN_EVERY
        person = await people.find(tx, "telegram", str(FIRST_USER + 3))
        assert person is not None
        raised = await tickets.by_ids(tx, await identities.raised(tx, person.id))
        assert {identities.raiser_of(tx, each) for each in raised} == {person.id}
        assert len(await tickets.search(tx, phrases("食堂排队"), "/", 10)) == 4
        linked = await identities.copies_of_role(tx, raised[0].id, "receipt")
        assert [each.chat for each in linked] == [person.private]
        added = await history.append(tx, raised[0].id, at=NOW, action="note", role="secretary", text="x")
        assert added > 0
        assert [each.code for each in await units.everyone(tx)] == [unit.code]
    await database.close()
