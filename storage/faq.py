"""Frequent questions with their answers, and how often they helped."""

from __future__ import annotations

from dataclasses import dataclass

from storage.database import Transaction
from storage.rows import read


@dataclass(frozen=True, slots=True)
class Entry:
    """One question. ``shown``, ``solved``, ``unsolved``: how often it was opened, and what those said who opened it."""

    id: int
    unit_id: int
    question: str
    answer: str
    keywords: str
    made_by: int | None
    made_at: int
    retired_at: int | None
    shown: int
    solved: int
    unsolved: int


async def add(
    tx: Transaction, unit_id: int, question: str, answer: str, *, keywords: str = "", by: int | None, now: int
) -> Entry:
    """Keep one."""
    row = await tx.one(
        "faq_add", unit_id=unit_id, question=question, answer=answer, keywords=keywords, made_by=by, now=now
    )
    assert row is not None
    return read(Entry, row)


async def get(tx: Transaction, entry_id: int | None) -> Entry | None:
    """The one of a row, None if there is none."""
    row = None if entry_id is None else await tx.one("faq_get", id=entry_id)
    return None if row is None else read(Entry, row)


async def change(tx: Transaction, entry_id: int, question: str, answer: str, keywords: str) -> None:
    """It says this from now on."""
    await tx.run("faq_change", id=entry_id, question=question, answer=answer, keywords=keywords)


async def retire(tx: Transaction, entry_id: int, now: int) -> None:
    """It is no longer offered."""
    await tx.run("faq_retire", id=entry_id, now=now)


async def everything(tx: Transaction) -> tuple[Entry, ...]:
    """All that are offered."""
    return tuple(read(Entry, row) for row in await tx.all("faq_all"))


async def count(tx: Transaction, entry_id: int, *, shown: int = 0, solved: int = 0, unsolved: int = 0) -> None:
    """Somebody opened it, or said whether it helped."""
    await tx.run("faq_count", id=entry_id, shown=shown, solved=solved, unsolved=unsolved)
