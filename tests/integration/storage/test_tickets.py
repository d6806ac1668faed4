"""Tickets, their history, deadlines, reminders and what goes with them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from storage import digests, history, identities, tickets, units
from storage.database import Database
from storage.history import Entry
from tests.integration.storage.rows import NOW, a_person, a_ticket, a_unit, new_ticket


async def test_numbers_have_no_gaps_even_when_a_concern_is_undone(database: Database) -> None:
    async with database.writing() as tx:
        unit = await a_unit(tx)
        first = await a_ticket(tx, unit)
    for _ in range(2):
        with pytest.raises(ZeroDivisionError):
            async with database.writing() as tx:
                await a_ticket(tx, unit)
                raise ZeroDivisionError
    async with database.writing() as tx:
        with pytest.raises(ZeroDivisionError):
            async with tx.savepoint():
                await a_ticket(tx, unit)
                raise ZeroDivisionError
        second = await a_ticket(tx, unit)
        other = await tickets.add(tx, new_ticket(unit, unit_prefix="EJ"), NOW)
        later = await tickets.add(tx, new_ticket(unit, year=2027), NOW)
    assert [each.number for each in (first, second, other, later)] == [
        "SJ-2026-0001",
        "SJ-2026-0002",
        "EJ-2026-0001",
        "SJ-2027-0001",
    ]


async def test_a_ticket_is_found_in_every_way_it_is_asked_for(database: Database) -> None:
    async with database.writing() as tx:
        person = await a_person(tx)
        ticket = await a_ticket(tx, raiser_id=person.id, contact={"name": "李梅", "phone": "139"}, follow_code="K7")
        other = await a_ticket(tx)
        assert await tickets.get(tx, ticket.id) == await tickets.by_number(tx, ticket.number.lower()) == ticket
        assert await tickets.by_follow_code(tx, "K7") == ticket
        assert await tickets.by_follow_code(tx, "K8") is None
        assert await tickets.by_number(tx, "SJ-1") is None
        assert await tickets.by_ids(tx, [other.id, 99, ticket.id]) == (ticket, other)
        assert await tickets.by_ids(tx, []) == ()
        assert await identities.raised(tx, person.id) == (ticket.id,)
        assert (identities.raiser_of(tx, ticket), identities.raiser_of(tx, other)) == (person.id, None)
        assert identities.contact_of(tx, ticket) == {"name": "李梅", "phone": "139"}
        assert identities.contact_of(tx, other) == {}
        await tickets.set_follow_code(tx, ticket.id, "K9")
        assert await tickets.by_follow_code(tx, "K7") is None
        assert (await tickets.find(tx, None), await tickets.find(tx, 99)) == (None, None)
        with pytest.raises(LookupError):
            await tickets.get(tx, 99)


async def test_a_ticket_is_saved_as_it_was_changed_and_no_other_way(database: Database) -> None:
    async with database.writing() as tx:
        person = await a_person(tx)
        ticket = await a_ticket(tx, raiser_id=person.id)
        changed = replace(ticket, state="answered", answer="已办", owner_id=person.id, about_owner=True, due_at=NOW + 1)
        await tickets.save(tx, replace(changed, number="XX", raiser=None, submitted_at=1))
        assert await tickets.get(tx, ticket.id) == changed


async def test_lists_of_a_subtree_and_of_a_time(database: Database) -> None:
    async with database.writing() as tx:
        root = await a_unit(tx)
        below, beside = await a_unit(tx, "A", root), await a_unit(tx, "B", root)
        owner = await a_person(tx, "o")
        made = [await a_ticket(tx, unit, at=NOW + 100 * n) for n, unit in enumerate((root, below, beside, below))]
        closed = replace(made[1], state="closed", closed_at=NOW + 250, rated_at=NOW + 260)
        assigned = replace(made[3], state="assigned", owner_id=owner.id, due_at=NOW + 5)
        merged = replace(made[2], state="merged", merged_into=made[0].id)
        for each in (closed, assigned, merged):
            await tickets.save(tx, each)
        assert await tickets.open_below(tx, root.path) == (made[0], assigned)
        assert await tickets.open_below(tx, below.path) == (assigned,)
        assert await tickets.of_owner(tx, owner.id) == (assigned,)
        assert await tickets.merged_into(tx, made[0].id) == (merged,)
        assert await tickets.submitted_between(tx, root.path, NOW + 100, NOW + 300) == (closed, merged)
        assert await tickets.submitted_between(tx, beside.path, NOW, NOW + 900) == (merged,)
        assert await tickets.open_at(tx, root.path, NOW + 250) == (made[0], closed, merged)
        assert await tickets.open_at(tx, root.path, NOW + 251) == (made[0], merged)
        assert await tickets.open_at(tx, below.path, NOW + 900) == (assigned,)
        assert await tickets.rated_between(tx, root.path, NOW + 260, NOW + 261) == (closed,)
        assert await tickets.closed_between(tx, root.path, NOW + 250, NOW + 251) == (closed,)
        assert await tickets.closed_between(tx, beside.path, NOW, NOW + 999) == ()


async def test_the_history_tells_everything_in_order(database: Database) -> None:
    async with database.writing() as tx:
        staff = await a_person(tx, "s")
        ticket = await a_ticket(tx, said="食堂\x00太贵")
        entry = await history.append(
            tx,
            ticket.id,
            at=NOW + 1,
            action="accept",
            role="secretary",
            staff_id=staff.id,
            text="受理",
            states=("submitted", "accepted"),
            refers_to=1,
            detail={"理由": ["a", 1]},
            files=["{1}", "{2}"],
        )
        await history.add_files(tx, entry, ticket.id, ["{3}"], after=2)
        first, second = await history.of_ticket(tx, ticket.id)
        assert first.text == "食堂太贵"
        assert second == Entry(
            entry,
            ticket.id,
            NOW + 1,
            "accept",
            "secretary",
            staff.id,
            "受理",
            "submitted",
            "accepted",
            1,
            {"理由": ["a", 1]},
        )
        assert await history.get(tx, entry) == second
        assert await history.get(tx, 99) is None
        assert await history.files_of(tx, entry) == ("{1}", "{2}", "{3}")
        assert await history.files_of_ticket(tx, ticket.id) == ((entry, "{1}"), (entry, "{2}"), (entry, "{3}"))


async def test_deadlines_start_are_met_moved_and_cancelled(database: Database) -> None:
    async with database.writing() as tx:
        ticket = await a_ticket(tx)

        async def start(kind: str, due_at: int) -> None:
            await history.start_deadline(
                tx, ticket.id, kind, started_at=NOW, due_at=due_at, provisional=True, rule_version="1"
            )

        for kind, due_at in (("accept", 30), ("first_answer", 20), ("done", 10)):
            await start(kind, NOW + due_at)
        assert [each.kind for each in await history.open_deadlines(tx, NOW + 30)] == ["done", "first_answer"]
        await history.meet_deadlines(tx, ticket.id, "accept", NOW + 5)
        await history.cancel_deadlines(tx, ticket.id, "done", NOW + 5)
        (left,) = await history.deadlines_of(tx, ticket.id)
        assert (left.kind, left.due_at, left.provisional) == ("first_answer", NOW + 20, True)
        await history.move_deadline(tx, left, NOW + 40, False, "2")
        (moved,) = await history.deadlines_of(tx, ticket.id)
        assert (moved.due_at, moved.provisional, moved.rule_version, moved.started_at) == (NOW + 40, False, "2", NOW)
        await start("milestone", NOW + 60)
        await start("milestone", NOW + 70)
        await history.meet_deadline(tx, (await history.deadlines_of(tx, ticket.id))[1], NOW + 6)
        assert [each.due_at for each in await history.deadlines_of(tx, ticket.id)] == [NOW + 40, NOW + 70]
        await start("rating", NOW + 50)
        await history.cancel_deadlines(tx, ticket.id, None, NOW)
        assert await history.deadlines_of(tx, ticket.id) == await history.open_deadlines(tx, NOW * 2) == ()


async def test_a_reminder_is_claimed_once(database: Database) -> None:
    async def claim(subject: str, moment: str, person_id: int) -> bool:
        async with database.writing() as tx:
            return await history.claim_reminder(tx, subject, "half", moment, person_id=person_id, now=NOW)

    assert [await claim("ticket:1", "5", 1), await claim("ticket:1", "5", 1)] == [True, False]
    assert [await claim("ticket:2", "5", 1), await claim("ticket:1", "6", 1), await claim("ticket:1", "5", 2)] == [
        True
    ] * 3
    with pytest.raises(ZeroDivisionError):
        async with database.writing() as tx:
            assert await history.claim_reminder(tx, "x", "half", "1", person_id=1, now=NOW)
            raise ZeroDivisionError
    assert await claim("x", "1", 1)


async def test_milestones_and_instructions(database: Database) -> None:
    async with database.writing() as tx:
        ticket, manager = await a_ticket(tx), await a_person(tx, "m")
        await history.add_milestones(tx, ticket.id, [("招标", NOW + 9), ("立项", NOW + 5)])
        first, second = await history.milestones_of(tx, ticket.id)
        assert (first.title, second.title) == ("立项", "招标")
        await history.meet_milestone(tx, first.id, "批文", NOW)
        await history.meet_milestone(tx, first.id, "另一份", NOW + 1)
        met = (await history.milestones_of(tx, ticket.id))[0]
        assert (met.met_at, met.evidence) == (NOW, "批文")
        given = await history.instruct(tx, ticket.id, manager.id, "尽快", due_at=NOW + 7, now=NOW)
        await history.answer_instruction(tx, given, "已安排", NOW + 1)
        (kept,) = await history.instructions_of(tx, ticket.id)
        assert await history.instruction(tx, given) == kept
        assert (kept.text, kept.answer, kept.answered_at, kept.manager_id) == ("尽快", "已安排", NOW + 1, manager.id)
        assert (await history.instruction(tx, None), await history.instruction(tx, 99)) == (None, None)


async def test_categories_places_ready_answers_and_days(database: Database) -> None:
    async with database.writing() as tx:
        unit, owner = await a_unit(tx), await a_person(tx, "o")
        await units.put_category(tx, "食堂", ("饭",), None, None)
        await units.put_category(tx, "食堂", ("饭", "菜"), owner.id, "urgent")
        (category,) = await units.categories(tx)
        assert (category.keywords, category.owner_id, category.grade) == (("饭", "菜"), owner.id, "urgent")
        await units.retire_category(tx, category.id, NOW)
        assert await units.categories(tx) == ()
        assert await units.category(tx, category.id) == category
        assert await units.category(tx, 99) is None
        box = await units.add_place(tx, unit_id=unit.id, kind="box", code="B1", name="一号箱", keeper="王", now=NOW)
        assert await units.place_by_code(tx, "B1") == await units.place(tx, box.id) == box
        assert await units.places(tx, unit.id) == (box,)
        assert (await units.place_by_code(tx, "B2"), await units.place(tx, 99)) == (None, None)
        await units.retire_place(tx, box.id, NOW)
        assert (await units.places(tx, unit.id), await units.place_by_code(tx, "B1")) == ((), None)
        assert await units.place(tx, box.id) == box
        for text in ("您好", "您好，已收到"):
            await units.set_canned(tx, unit.id, "hi", text)
        assert await units.canned(tx, unit.id) == {"hi": "您好，已收到"}
        assert await units.drop_canned(tx, unit.id, "hi")
        assert not await units.drop_canned(tx, unit.id, "hi")
        await units.set_calendar_days(tx, {"2027-02-01": True, "2027-02-08": False}, "notice")
        await units.set_calendar_days(tx, {"2027-02-01": False}, "notice 2")
        assert await units.calendar_days(tx) == {"2027-02-01": False, "2027-02-08": False}


async def test_figures_of_past_weeks(database: Database) -> None:
    week = 7 * 86_400
    async with database.writing() as tx:
        first, second = await a_unit(tx), await a_unit(tx, "B")
        for n in range(4):
            await digests.keep(tx, "week", NOW + n * week, {first.id: {"新增": n}, second.id: {"新增": 9}}, NOW)
        await digests.keep(tx, "week", NOW, {first.id: {"新增": 7}}, NOW + 1)
        told = await digests.of_unit(tx, first.id, "week", since=NOW, until=NOW + 3 * week)
        assert [(each.figures["新增"], each.made_at) for each in told] == [(7, NOW + 1), (1, NOW), (2, NOW)]
        assert await digests.get(tx, first.id, "week", NOW) == told[0]
        assert await digests.get(tx, first.id, "month", NOW) is None
        assert set(await digests.of_all(tx, "week", NOW)) == {first.id, second.id}
        assert await digests.spans(tx, "week", since=NOW + week, until=NOW + 3 * week) == {NOW + week, NOW + 2 * week}


async def test_a_raiser_is_not_opened_on_another_ticket(database: Database) -> None:
    async with database.writing() as tx:
        person = await a_person(tx)
        first, second = await a_ticket(tx, raiser_id=person.id), await a_ticket(tx)
        with pytest.raises(Exception, match="打不开"):
            identities.raiser_of(tx, replace(second, raiser=first.raiser))
        assert await identities.raised(tx, person.id) == (first.id,)
