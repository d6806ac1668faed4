"""Policy notices: what was sent to which units, who has read it, and which tickets ask about it."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from storage.database import Transaction
from storage.rows import Row


@dataclass(frozen=True, slots=True)
class Notice:
    """One notice; ``files`` as the caller wrote them, ``picked`` the units that it was sent to with all below."""

    id: int
    unit_id: int
    title: str
    body: str
    files: tuple[str, ...]
    picked: tuple[int, ...]
    made_by: int
    made_at: int
    retired_at: int | None


def _read(row: Row) -> Notice:
    known = dict(row)
    return Notice(**{**known, "files": tuple(json.loads(known["files"])), "picked": tuple(json.loads(known["picked"]))})


async def add(
    tx: Transaction,
    unit_id: int,
    title: str,
    body: str,
    *,
    files: Sequence[str],
    picked: Sequence[int],
    by: int,
    now: int,
) -> Notice:
    """Keep a notice that is sent."""
    row = await tx.one(
        "notice_add",
        unit_id=unit_id,
        title=title,
        body=body,
        files=json.dumps(list(files), ensure_ascii=False),
        picked=json.dumps(list(picked)),
        made_by=by,
        now=now,
    )
    assert row is not None
    return _read(row)


async def get(tx: Transaction, notice_id: int | None) -> Notice | None:
    """The notice of a row, None if there is none."""
    row = None if notice_id is None else await tx.one("notice_get", id=notice_id)
    return None if row is None else _read(row)


async def retire(tx: Transaction, notice_id: int, now: int) -> None:
    """It is no longer shown or asked about; who read it stays."""
    await tx.run("notice_retire", id=notice_id, now=now)


async def sent_to(tx: Transaction, units: Sequence[int], skip: int, most: int) -> tuple[int, tuple[Notice, ...]]:
    """How many were sent to one of these units, and so many of them after the first ``skip``, the newest first."""
    asked = json.dumps(list(units))
    rows = await tx.all("notices_sent_to", units=asked, skip=skip, most=most)
    return int(await tx.value("notices_sent_to_count", units=asked) or 0), tuple(_read(row) for row in rows)


async def read(tx: Transaction, notice_id: int, person_id: int, now: int) -> bool:
    """This person has read it; False if they said so before."""
    before = await tx.one("notice_has_read", notice_id=notice_id, person_id=person_id)
    await tx.run("notice_read", notice_id=notice_id, person_id=person_id, now=now)
    return before is None


async def readers(tx: Transaction, notice_id: int, ids: Sequence[int]) -> set[int]:
    """Who of some people has read it."""
    rows = await tx.all("notice_readers_among", notice_id=notice_id, ids=json.dumps(list(ids)))
    return {int(row["person_id"]) for row in rows}


async def readers_by_unit(tx: Transaction, notice_id: int) -> Mapping[int, int]:
    """How many of each unit have read it; 0 stands for those who have said no unit."""
    return {row["unit_id"]: row["count"] for row in await tx.all("notice_readers_by_unit", notice_id=notice_id)}


async def people_by_unit(tx: Transaction, units: Sequence[int]) -> Mapping[int, int]:
    """How many of each unit can be written to."""
    return {row["unit_id"]: row["count"] for row in await tx.all("people_by_unit", units=json.dumps(list(units)))}


async def asked(tx: Transaction, notice_id: int, ticket_id: int) -> None:
    """This ticket asks about it."""
    await tx.run("notice_question_add", notice_id=notice_id, ticket_id=ticket_id)


async def questions(tx: Transaction, notice_id: int) -> int:
    """How many tickets ask about it."""
    return int(await tx.value("notice_questions_count", notice_id=notice_id) or 0)


async def questions_by_unit(tx: Transaction, notice_id: int) -> Mapping[int, int]:
    """How many tickets of each unit ask about it."""
    rows = await tx.all("notice_questions_by_unit", notice_id=notice_id)
    return {row["unit_id"]: row["count"] for row in rows}


async def of_ticket(tx: Transaction, ticket_id: int) -> Notice | None:
    """The notice that a ticket asks about."""
    row = await tx.one("notice_of_ticket", ticket_id=ticket_id)
    return None if row is None else _read(row)
