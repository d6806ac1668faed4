"""Which rules counted where since when. Versions are only ever added, so that an old promise can be explained."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass

from storage.database import Transaction
from storage.rows import read


@dataclass(frozen=True, slots=True)
class InForce:
    """``version`` of the rules of a ``kind`` counted at a unit from ``since`` on, until the next one of that kind."""

    kind: str
    version: str
    since: int


async def take(
    tx: Transaction, unit_id: int, kind: str, version: str, body: Mapping[str, object], *, now: int
) -> tuple[bool, bool]:
    """From now on these count at a unit: whether they are others than before, and whether they say what they said.

    The second is False when ``version`` was the name of other numbers before; what it said first stays.
    """
    words = json.dumps(body, ensure_ascii=False, sort_keys=True, default=str)
    known = await tx.value("rules_get", kind=kind, version=version)
    if known is None:
        await tx.run("rules_add", kind=kind, version=version, body=words, now=now)
    changed = await tx.value("rules_current", unit_id=unit_id, kind=kind) != version
    if changed:
        await tx.run("rules_begin", unit_id=unit_id, kind=kind, version=version, now=now)
    return changed, known is None or known == words


async def of_unit(tx: Transaction, unit_id: int) -> tuple[InForce, ...]:
    """What counted at a unit, by kind, the oldest first."""
    return tuple(read(InForce, row) for row in await tx.all("rules_of_unit", unit_id=unit_id))


async def said(tx: Transaction, kind: str, version: str) -> Mapping[str, object] | None:
    """The numbers of a version, None if there never was one."""
    body = await tx.value("rules_get", kind=kind, version=version)
    return None if body is None else json.loads(body)
