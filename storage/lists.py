"""Lists that tasks stand on: checklists, projects, on-site sessions, campaigns; and who follows them."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from storage.database import Transaction
from storage.rows import Row


@dataclass(frozen=True, slots=True)
class List:
    """One list. ``kind``: ``checklist``, ``project``, ``session``, ``campaign``; ``facts``: what only its kind has."""

    id: int
    kind: str
    unit_id: int
    name: str
    detail: str
    leader: str
    made_by: int | None
    opened_at: int
    due_at: int | None
    closed_at: int | None
    facts: Mapping[str, Any]

    @property
    def title(self) -> str:
        """What it is called."""
        return self.name

    @property
    def made_at(self) -> int:
        """When it was begun, UTC epoch seconds."""
        return self.opened_at


def _read(row: Row) -> List:
    known = dict(row)
    return List(**{**known, "facts": json.loads(known["facts"])})


async def add(
    tx: Transaction,
    kind: str,
    unit_id: int,
    name: str,
    *,
    now: int,
    detail: str = "",
    leader: str = "",
    made_by: int | None = None,
    due_at: int | None = None,
    facts: Mapping[str, Any] | None = None,
) -> List:
    """Open a list."""
    row = await tx.one(
        "list_add",
        kind=kind,
        unit_id=unit_id,
        name=name,
        detail=detail,
        leader=leader,
        made_by=made_by,
        due_at=due_at,
        facts=json.dumps(dict(facts or {}), ensure_ascii=False),
        now=now,
    )
    assert row is not None
    return _read(row)


async def get(tx: Transaction, list_id: int) -> List:
    """The list of a row.

    Raises:
        LookupError: there is none.
    """
    row = await tx.one("list_get", id=list_id)
    if row is None:
        raise LookupError(f"list {list_id}")
    return _read(row)


async def save(tx: Transaction, changed: List) -> None:
    """Bring the row to this; its kind, unit and maker never change."""
    await tx.run(
        "list_save",
        id=changed.id,
        name=changed.name,
        detail=changed.detail,
        leader=changed.leader,
        due_at=changed.due_at,
        closed_at=changed.closed_at,
        facts=json.dumps(dict(changed.facts), ensure_ascii=False),
    )


async def close(tx: Transaction, found: List, now: int) -> List:
    """It is finished: nothing is added any more."""
    closed = replace(found, closed_at=now)
    await save(tx, closed)
    return closed


async def below(tx: Transaction, path: str, kind: str, *, closed_since: int | None = None) -> tuple[List, ...]:
    """The lists of a kind in a unit and below, the newest first: open ones, and those closed since an instant."""
    since = (1 << 62) if closed_since is None else closed_since
    return tuple(_read(row) for row in await tx.all("lists_below", path=path, kind=kind, closed_since=since))


async def follow(tx: Transaction, list_id: int, person_id: int) -> None:
    """Tell this person what becomes of the list."""
    await tx.run("list_follow", list_id=list_id, person_id=person_id)


async def unfollow(tx: Transaction, list_id: int, person_id: int) -> bool:
    """No longer; False if they did not follow it."""
    return await tx.one("list_unfollow", list_id=list_id, person_id=person_id) is not None


async def followers(tx: Transaction, list_id: int) -> tuple[int, ...]:
    """Who follows it, by person."""
    return tuple(row["person_id"] for row in await tx.all("list_followers", list_id=list_id))
