"""Figures of past weeks, kept as they were told: the next digest compares with them."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from storage.database import Transaction
from storage.rows import Row


@dataclass(frozen=True, slots=True)
class Digest:
    """What a unit's digest of one time said. ``starts_at`` is when that time began, ``made_at`` when it was told."""

    unit_id: int
    period: str
    starts_at: int
    figures: Mapping[str, Any]
    made_at: int


def _read(row: Row) -> Digest:
    return Digest(row["unit_id"], row["period"], row["starts_at"], json.loads(row["figures"]), row["made_at"])


async def keep(
    tx: Transaction, period: str, starts_at: int, figures: Mapping[int, Mapping[str, Any]], now: int
) -> None:
    """Keep figures (JSON values, by unit id) of the ``period`` ("week") from ``starts_at``, for the earlier ones."""
    await tx.many(
        "digest_keep",
        (
            {
                "unit_id": unit_id,
                "period": period,
                "starts_at": starts_at,
                "figures": json.dumps(dict(each), ensure_ascii=False, separators=(",", ":")),
                "now": now,
            }
            for unit_id, each in figures.items()
        ),
    )


async def get(tx: Transaction, unit_id: int, period: str, starts_at: int) -> Digest | None:
    """What was told for exactly this time."""
    row = await tx.one("digest_get", unit_id=unit_id, period=period, starts_at=starts_at)
    return None if row is None else _read(row)


async def of_unit(tx: Transaction, unit_id: int, period: str, *, since: int, until: int) -> tuple[Digest, ...]:
    """A unit's digests of the times that began from ``since`` on and before ``until``, the oldest first."""
    rows = await tx.all("digests_of_unit", unit_id=unit_id, period=period, since=since, until=until)
    return tuple(_read(row) for row in rows)


async def of_all(tx: Transaction, period: str, starts_at: int) -> dict[int, Digest]:
    """Every unit's digest of one time, by unit id: last week's places in the ranking."""
    return {row["unit_id"]: _read(row) for row in await tx.all("digests_of_time", period=period, starts_at=starts_at)}


async def spans(tx: Transaction, period: str, *, since: int, until: int) -> frozenset[int]:
    """When the times began, from ``since`` on and before ``until``, of which figures have been kept."""
    rows = await tx.all("digests_spans", period=period, since=since, until=until)
    return frozenset(row["starts_at"] for row in rows)
