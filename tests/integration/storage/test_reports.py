"""What digest and ledger are read from: the right rows of a subtree and a time, on both engines."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

from handlers.rules.terms import phrases, terms
from storage import history, reports, tickets, units
from storage.database import Database
from storage.reports import Narrow
from tests.integration.storage.rows import NOW, a_person, a_ticket, a_unit

DAY = 86_400


async def test_limits_of_a_time_and_a_subtree(database: Database) -> None:
    async with database.writing() as tx:
        top = await a_unit(tx)
        below = await a_unit(tx, "P", top)
        other = await a_unit(tx, "Q", top)
        found = {}
        for name, unit, due, secret in (
            ("in", below, NOW, False),
            ("kept", below, NOW + 1, False),
            ("dropped", below, NOW + 2, False),
            ("later", below, NOW + DAY, False),
            ("elsewhere", other, NOW, False),
            ("secret", below, NOW, True),
        ):
            found[name] = await a_ticket(tx, unit, restricted=secret)
            await history.start_deadline(
                tx, found[name].id, "first_answer", started_at=NOW, due_at=due, provisional=False, rule_version="1"
            )
        await history.meet_deadlines(tx, found["kept"].id, "first_answer", NOW)
        await history.cancel_deadlines(tx, found["dropped"].id, None, NOW)
        limits = await reports.limits_between(tx, "first_answer", below.path, NOW, NOW + DAY)
        assert [(each.ticket_id, each.met_at) for each in limits] == [(found["in"].id, None), (found["kept"].id, NOW)]
        assert len(await reports.limits_between(tx, "first_answer", top.path, NOW, NOW + DAY)) == 3
        assert not await reports.limits_between(tx, "done", top.path, NOW, NOW + DAY)


async def test_what_was_missed_at_a_moment_stays_missed_for_that_moment(database: Database) -> None:
    async with database.writing() as tx:
        unit = await a_unit(tx)
        ticket = await a_ticket(tx, unit)
        await history.start_deadline(
            tx, ticket.id, "done", started_at=NOW, due_at=NOW + DAY, provisional=False, rule_version="1"
        )
        await history.start_deadline(
            tx, ticket.id, "sign", started_at=NOW, due_at=NOW + DAY, provisional=False, rule_version="1"
        )
        assert not await reports.missed_at(tx, unit.path, NOW + DAY)
        assert [each.kind for each in await reports.missed_at(tx, unit.path, NOW + DAY + 1)] == ["done"]
        await history.meet_deadlines(tx, ticket.id, "done", NOW + 3 * DAY)
        await tickets.save(tx, replace(ticket, state="closed", closed_at=NOW + 4 * DAY))
        assert len(await reports.missed_at(tx, "/", NOW + 2 * DAY)) == 1
        assert not await reports.missed_at(tx, "/", NOW + 3 * DAY + 1)


async def test_several_tickets_at_once(database: Database) -> None:
    async with database.writing() as tx:
        unit = await a_unit(tx)
        manager = await a_person(tx, "m")
        first, second, third = [await a_ticket(tx, unit, said=f"第{n}件") for n in range(3)]
        await tickets.save(tx, replace(second, merged_into=first.id, state="merged"))
        await history.instruct(tx, first.id, manager.id, "请抓紧", due_at=NOW + DAY, now=NOW)
        await history.start_deadline(
            tx, third.id, "done", started_at=NOW, due_at=NOW + DAY, provisional=False, rule_version="1"
        )
        ids = [first.id, second.id, third.id]
        stories = await reports.stories(tx, ids)
        assert [stories[each][0].text for each in ids] == ["第0件", "第1件", "第2件"]
        await history.append(tx, first.id, at=NOW, action="merge", role="secretary", detail={"into": third.number})
        # An action whose name is in the other's is not that action.
        await history.append(tx, first.id, at=NOW, action="merged", role="secretary")
        (merged,) = (await reports.stories(tx, ids, ("merge", "report")))[first.id]
        assert merged.detail == {"into": third.number}
        assert await reports.stories(tx, [second.id], ("merge",)) == {}
        assert {main: [each.id for each in found] for main, found in (await reports.following(tx, ids)).items()} == {
            first.id: [second.id]
        }
        assert [each.text for each in (await reports.instructions(tx, ids))[first.id]] == ["请抓紧"]
        assert [each.kind for each in (await reports.deadlines(tx, ids))[third.id]] == ["done"]
        await history.meet_deadlines(tx, third.id, "done", NOW)
        assert await reports.deadlines(tx, ids) == {}
        for nothing in (reports.stories, reports.following, reports.instructions, reports.deadlines):
            assert await nothing(tx, []) == {}


async def test_a_ledger_has_no_restricted_ticket_and_happenings_neither(database: Database) -> None:
    async with database.writing() as tx:
        unit = await a_unit(tx)
        plain, secret = await a_ticket(tx, unit), await a_ticket(tx, unit, restricted=True)
        late = await a_ticket(tx, unit, at=NOW + DAY)
        for each in (plain, secret, late):
            await history.append(tx, each.id, at=NOW, action="rate", role="raiser", detail={"solved": "yes"})
        assert await reports.ledger_ids(tx, unit.path, NOW, NOW + DAY) == (plain.id,)
        happened = await reports.happened_between(tx, "rate", unit.path, NOW, NOW + 1)
        assert [(each.ticket_id, each.detail["solved"]) for each in happened] == [(plain.id, "yes"), (late.id, "yes")]
        assert not await reports.happened_between(tx, "rate", unit.path, NOW + 1, NOW + DAY)


async def test_a_ledger_is_narrowed_by_state_door_category_and_words(database: Database) -> None:
    async with database.writing() as tx:
        unit = await a_unit(tx)
        await units.put_category(tx, "食堂", (), None, None)
        (category,) = await units.categories(tx)
        plain = await a_ticket(tx, unit)
        other = await a_ticket(tx, unit, source="hotline", category_id=category.id)
        secret = await a_ticket(tx, unit, restricted=True)
        await tickets.save(tx, replace(other, state="in_progress"))
        for each, words in ((plain, "食堂的菜太咸了"), (other, "食堂排队太长"), (secret, "食堂主任收回扣")):
            await tickets.index(tx, each.id, "", " ".join(terms(words)))

        async def found(since: int = NOW, **narrow: Any) -> tuple[int, ...]:
            return await reports.ledger_ids(tx, unit.path, since, NOW + DAY, Narrow(**narrow))

        said = tuple(tuple(each) for each in phrases("食堂"))
        assert await found() == (plain.id, other.id)
        assert await found(states=("in_progress", "closed")) == (other.id,)
        assert await found(states=("in",)) == ()
        assert await found(sources=("hotline",)) == (other.id,)
        assert await found(categories=(category.id,)) == (other.id,)
        assert await found(categories=(0,)) == (plain.id,)
        assert await found(phrases=said) == (plain.id, other.id)
        assert await found(phrases=said, sources=("chat",)) == (plain.id,)
        assert await found(phrases=said, states=("in_progress",), categories=(category.id,)) == (other.id,)
        assert await found(NOW + 1, phrases=said) == ()
        kept = Narrow(states=("a",), categories=(1,), phrases=said)
        assert Narrow.read(json.loads(json.dumps(kept.write()))) == kept
        assert Narrow.read(None) == Narrow()
