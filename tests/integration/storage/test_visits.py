"""Visits with what was heard there, on both engines."""

from __future__ import annotations

from dataclasses import replace

from storage import units, visits
from storage.database import Database
from storage.visits import NewVisit
from tests.integration.storage.rows import NOW, a_person, a_unit


async def test_a_visit_with_its_opinions(database: Database) -> None:
    async with database.writing() as tx:
        unit, person = await a_unit(tx), await a_person(tx)
        visit = await visits.begin(tx, NewVisit("talk", unit.id, "座谈", people=25, detail={"a": 1}), person.id, NOW)
        assert await visits.still_open(tx) == (visit,)
        first = await visits.add_item(
            tx, visit.id, "太吵", speaker="小李", files=("{}",), album="9", by=person.id, now=NOW
        )
        second = await visits.add_item(tx, visit.id, "写错的", by=person.id, now=NOW)
        assert (first.position, second.position, first.speaker) == (1, 2, "小李")
        decided = replace(first, way="answered", reply="马上办")
        await visits.save_item(tx, decided)
        await visits.drop_item(tx, second.id)
        await visits.drop_item(tx, first.id)
        assert await visits.items(tx, visit.id) == (decided,)
        (count,) = await visits.counts(tx, unit.path, NOW, NOW + 1)
        assert (count.count, count.people, count.opinions) == (1, 25, 1)
        assert await visits.counts(tx, unit.path, NOW + 1, NOW + 2) == ()
        await visits.save(tx, replace(visit, closed_at=NOW + 5))
        assert await visits.still_open(tx) == ()
        assert len(await visits.below(tx, unit.path, NOW, NOW + 1)) == 1
        assert await visits.get(tx, None) is None
        assert await visits.item(tx, None) is None


async def test_when_a_box_was_opened_and_what_comes_again(database: Database) -> None:
    async with database.writing() as tx:
        unit, person = await a_unit(tx), await a_person(tx)
        box = await units.add_place(tx, unit_id=unit.id, kind="box", code="B", name="箱", keeper=None, now=NOW)
        assert await visits.last_round(tx, box.id) is None
        await visits.begin(tx, NewVisit("round", unit.id, box_id=box.id), person.id, NOW + 3)
        assert await visits.last_round(tx, box.id) == NOW + 3
        plan = await visits.plan(
            tx,
            unit_id=unit.id,
            theme="巡诊",
            place="",
            host="",
            every="week",
            day=2,
            minutes=540,
            by=person.id,
            now=NOW,
        )
        assert await visits.plans(tx) == (plan,)
        await visits.retire_plan(tx, plan.id, NOW)
        assert await visits.plans(tx) == ()
