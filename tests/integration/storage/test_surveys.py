"""Surveys and their answers, on both engines."""

from __future__ import annotations

from dataclasses import replace

from storage import identities, surveys
from storage.database import Database
from tests.integration.storage.rows import NOW, a_person, a_unit


async def test_one_answer_a_person_and_nothing_that_joins_it_to_them(database: Database) -> None:
    async with database.writing() as tx:
        unit, person, other = await a_unit(tx), await a_person(tx), await a_person(tx, "u2")
        survey = await surveys.add(tx, unit.id, "食堂", "", by=person.id, now=NOW)
        opened = replace(survey, questions=({"text": "好吗"},), picked=(unit.id,), opened_at=NOW, closes_at=NOW + 9)
        await surveys.save(tx, opened)
        assert await surveys.get(tx, survey.id) == opened
        assert opened.open
        assert await surveys.of_units(tx, [opened.unit_id], 0, 5) == (1, (opened,))
        assert await surveys.open_to(tx, [99, unit.id]) == await surveys.to_close(tx, NOW + 9) == (opened,)
        assert await surveys.open_to(tx, [99]) == await surveys.to_close(tx, NOW + 8) == ()
        assert await surveys.answer(tx, opened, person.id, {1: 2}, day="2026-03-02", unit_id=unit.id)
        assert not await surveys.answer(tx, opened, person.id, {1: 1}, day="2026-03-03", unit_id=None)
        assert await surveys.answered(tx, survey.id, [person.id, other.id]) == {person.id}
        (sheet,) = await surveys.sheets(tx, opened)
        assert (sheet.respondent, sheet.answers, sheet.day, sheet.unit_id) == (None, {1: 2}, "2026-03-02", unit.id)
        assert await surveys.count(tx, survey.id) == 1
        assert await surveys.get(tx, None) is None


async def test_a_named_one_keeps_who_under_seal(database: Database) -> None:
    async with database.writing() as tx:
        unit, person = await a_unit(tx), await a_person(tx)
        survey = replace(await surveys.add(tx, unit.id, "食堂", "", by=person.id, now=NOW), anonymous=False)
        await surveys.save(tx, survey)
        await surveys.answer(tx, survey, person.id, {2: "好"}, day="2026-03-02", unit_id=None)
        (sheet,) = await surveys.sheets(tx, survey)
        assert identities.respondent_of(tx, sheet) == person.id
