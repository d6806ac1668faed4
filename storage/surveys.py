"""Surveys, who has answered, and what was answered. Of an anonymous one nothing joins the last two."""

from __future__ import annotations

import json
import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from storage import identities
from storage.database import Transaction
from storage.rows import Row


@dataclass(frozen=True, slots=True)
class Survey:
    """One survey; ``questions`` as the caller wrote them, ``picked`` the units that it goes to with all below."""

    id: int
    unit_id: int
    title: str
    intro: str
    anonymous: bool
    questions: tuple[Mapping[str, Any], ...]
    picked: tuple[int, ...]
    made_by: int
    made_at: int
    opened_at: int | None
    closes_at: int | None
    closed_at: int | None

    @property
    def open(self) -> bool:
        """It can be answered."""
        return self.opened_at is not None and self.closed_at is None


@dataclass(frozen=True, slots=True)
class Sheet:
    """What one person answered, by the number of the question.

    ``respondent`` is sealed under ``key`` (see :mod:`storage.identities`), and None where nobody may know.
    """

    survey_id: int
    day: str
    unit_id: int | None
    key: str = field(repr=False)
    respondent: bytes | None = field(repr=False)
    answers: Mapping[int, Any]


def _read(row: Row) -> Survey:
    known = dict(row)
    return Survey(
        **{
            **known,
            "anonymous": bool(known["anonymous"]),
            "questions": tuple(json.loads(known["questions"])),
            "picked": tuple(json.loads(known["picked"])),
        }
    )


async def add(tx: Transaction, unit_id: int, title: str, intro: str, *, by: int, now: int) -> Survey:
    """Begin to build one; it is anonymous until somebody says otherwise."""
    row = await tx.one(
        "survey_add",
        unit_id=unit_id,
        title=title,
        intro=intro,
        anonymous=1,
        questions="[]",
        picked="[]",
        made_by=by,
        now=now,
    )
    assert row is not None
    return _read(row)


async def get(tx: Transaction, survey_id: int | None) -> Survey | None:
    """The one of a row, None if there is none."""
    row = None if survey_id is None else await tx.one("survey_get", id=survey_id)
    return None if row is None else _read(row)


async def save(tx: Transaction, changed: Survey) -> None:
    """Bring the row to this."""
    await tx.run(
        "survey_save",
        id=changed.id,
        title=changed.title,
        intro=changed.intro,
        anonymous=int(changed.anonymous),
        questions=json.dumps(list(changed.questions), ensure_ascii=False),
        picked=json.dumps(list(changed.picked)),
        opened_at=changed.opened_at,
        closes_at=changed.closes_at,
        closed_at=changed.closed_at,
    )


async def of_units(tx: Transaction, units: Sequence[int], skip: int, most: int) -> tuple[int, tuple[Survey, ...]]:
    """How many there are of these units, and so many of them after the first ``skip``, the newest first."""
    asked = json.dumps(list(units))
    rows = await tx.all("surveys_of_units", units=asked, skip=skip, most=most)
    return int(await tx.value("surveys_of_units_count", units=asked) or 0), tuple(_read(row) for row in rows)


async def open_to(tx: Transaction, units: Sequence[int]) -> tuple[Survey, ...]:
    """What can be answered now and was sent to one of these units, the newest first."""
    return tuple(_read(row) for row in await tx.all("surveys_open_to", units=json.dumps(list(units))))


async def to_close(tx: Transaction, now: int) -> tuple[Survey, ...]:
    """What was to close by now."""
    return tuple(_read(row) for row in await tx.all("surveys_to_close", now=now))


def _tag(tx: Transaction, survey_id: int, person_id: int) -> bytes:
    return tx.sealer.tag("survey", str(survey_id), str(person_id))


async def answer(
    tx: Transaction, survey: Survey, person_id: int, answers: Mapping[int, Any], *, day: str, unit_id: int | None
) -> bool:
    """Keep what one person answered; False, and nothing is kept, if they had answered before."""
    tag = _tag(tx, survey.id, person_id)
    if not await tx.all("survey_take_part", survey_id=survey.id, tag=tag):
        return False
    # A random key: where the row stands says nothing about when it came.
    key = secrets.token_hex(16)
    person = None if survey.anonymous else identities.seal_respondent(tx, survey.id, key, person_id)
    await tx.run(
        "survey_answer",
        survey_id=survey.id,
        key=key,
        day=day,
        unit_id=unit_id,
        person=person,
        answers=json.dumps({str(number): value for number, value in answers.items()}, ensure_ascii=False),
    )
    return True


async def has_answered(tx: Transaction, survey_id: int, person_id: int) -> bool:
    """Whether this person has answered."""
    tag = _tag(tx, survey_id, person_id)
    return await tx.one("survey_has_taken_part", survey_id=survey_id, tag=tag) is not None


async def answered(tx: Transaction, survey_id: int, ids: Sequence[int]) -> set[int]:
    """Who of some people has answered."""
    return {each for each in ids if await has_answered(tx, survey_id, each)}


async def count(tx: Transaction, survey_id: int) -> int:
    """How many have answered."""
    return int(await tx.value("survey_participants_count", survey_id=survey_id) or 0)


async def sheets(tx: Transaction, survey: Survey) -> tuple[Sheet, ...]:
    """All that was answered, in no order that means anything."""
    found = []
    for row in await tx.all("survey_answers_of", survey_id=survey.id):
        respondent = None if row["person"] is None else bytes(row["person"])
        answers = {int(number): value for number, value in json.loads(row["answers"]).items()}
        found.append(Sheet(survey.id, row["day"], row["unit_id"], row["key"], respondent, answers))
    return tuple(found)
