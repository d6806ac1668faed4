"""Units as a tree, their groups, categories, boxes and places, and their ready answers."""

from __future__ import annotations

import json
from dataclasses import dataclass

from storage.database import Transaction
from storage.rows import Row, read


@dataclass(frozen=True, slots=True)
class Unit:
    """One unit. ``path`` is ``/1/4/``: the ids from the root down, so that a subtree is a prefix.

    ``apart``: its name with what tells it apart from others of that name; None where nothing need.
    """

    id: int
    code: str
    name: str
    parent_id: int | None
    path: str
    level: int
    prefix: str | None
    retired_at: int | None
    apart: str | None = None

    @property
    def shown(self) -> str:
        """How it is called wherever others may be meant as well."""
        return self.apart or self.name


@dataclass(frozen=True, slots=True)
class Category:
    """What concerns are about; ``owner_id`` and ``grade`` are suggested for a new ticket of it."""

    id: int
    name: str
    keywords: tuple[str, ...]
    owner_id: int | None
    grade: str | None


@dataclass(frozen=True, slots=True)
class Place:
    """A paper box, or a place with a poster."""

    id: int
    unit_id: int
    kind: str
    code: str
    name: str
    keeper: str | None
    made_at: int


_ALL, _SOME = "units", "units by id"
"""What a transaction has read: one concern asks three times for all units, and each of its steps for the ticket's."""


def _changed(tx: Transaction) -> None:
    tx.known.pop(_ALL, None)
    tx.known.pop(_SOME, None)


async def everyone(tx: Transaction, *, retired: bool = False) -> tuple[Unit, ...]:
    """Every unit, parents before children; those that take no more concerns only if ``retired`` asks for them."""
    known: tuple[Unit, ...] | None = tx.known.get(_ALL)
    if known is None:
        known = tx.known[_ALL] = tuple(read(Unit, row) for row in await tx.all("units_all"))
    return known if retired else tuple(each for each in known if each.retired_at is None)


async def get(tx: Transaction, unit_id: int) -> Unit:
    """The unit of a row.

    Raises:
        LookupError: there is none.
    """
    some: dict[int, Unit] = tx.known.setdefault(_SOME, {})
    if unit_id not in some:
        row = await tx.one("unit_get", id=unit_id)
        if row is None:
            raise LookupError(f"unit {unit_id}")
        some[unit_id] = read(Unit, row)
    return some[unit_id]


async def by_code(tx: Transaction, code: str) -> Unit | None:
    """The unit of a code."""
    row = await tx.one("unit_by_code", code=code)
    return None if row is None else read(Unit, row)


async def put(tx: Transaction, code: str, name: str, parent: Unit | None, prefix: str | None) -> Unit:
    """Make a unit, or bring it to this name and place, with all below it; its tickets and history stay with it.

    Raises:
        ValueError: ``parent`` is the unit itself or below it.
    """
    level = 1 if parent is None else parent.level + 1
    parent_id = None if parent is None else parent.id
    known = await by_code(tx, code)
    if known is None:
        unit_id = await tx.insert("unit_add", code=code, name=name, parent_id=parent_id, level=level, prefix=prefix)
    else:
        unit_id = known.id
        if parent is not None and parent.path.startswith(known.path):
            raise ValueError(f"{code} cannot be below {parent.code}, which is below {code}")
    path = f"{'/' if parent is None else parent.path}{unit_id}/"
    unit = Unit(unit_id, code, name, parent_id, path, level, prefix, None, None if known is None else known.apart)
    _changed(tx)
    if unit != known:
        await tx.run(
            "unit_place",
            id=unit_id,
            name=name,
            parent_id=parent_id,
            path=path,
            level=level,
            prefix=prefix,
            retired_at=None,
        )
    if known is not None and known.path != path:
        await tx.run("units_move", path=path, old=known.path, deeper=level - known.level)
    return unit


async def tell_apart(tx: Transaction, unit: Unit, shown: str) -> None:
    """Let a unit be shown like this from now on, everywhere."""
    apart = None if shown == unit.name else shown
    if apart != unit.apart:
        _changed(tx)
        await tx.run("unit_apart", id=unit.id, apart=apart)


async def retire(tx: Transaction, unit: Unit, now: int) -> None:
    """Take no more concerns for a unit; what it has is kept."""
    _changed(tx)
    await tx.run(
        "unit_place",
        id=unit.id,
        name=unit.name,
        parent_id=unit.parent_id,
        path=unit.path,
        level=unit.level,
        prefix=unit.prefix,
        retired_at=now,
    )


def _category(row: Row) -> Category:
    return Category(row["id"], row["name"], tuple(json.loads(row["keywords"])), row["owner_id"], row["grade"])


async def categories(tx: Transaction, *, retired: bool = False) -> tuple[Category, ...]:
    """Every category in use; those that are used no more only if ``retired`` asks for them."""
    rows = await tx.all("categories_all")
    return tuple(_category(row) for row in rows if retired or row["retired_at"] is None)


async def category(tx: Transaction, category_id: int) -> Category | None:
    """One category, retired ones included."""
    row = await tx.one("category_get", id=category_id)
    return None if row is None else _category(row)


async def put_category(
    tx: Transaction, name: str, keywords: tuple[str, ...], owner_id: int | None, grade: str | None
) -> None:
    """Make a category, or bring it to these words."""
    words = json.dumps(keywords, ensure_ascii=False)
    await tx.run("category_set", name=name, keywords=words, owner_id=owner_id, grade=grade)


async def retire_category(tx: Transaction, category_id: int, now: int) -> None:
    """Offer a category no more; tickets keep it."""
    await tx.run("category_retire", id=category_id, now=now)


async def add_place(
    tx: Transaction, *, unit_id: int, kind: str, code: str, name: str, keeper: str | None, now: int
) -> Place:
    """Register a box or a place."""
    row = await tx.one("place_add", unit_id=unit_id, kind=kind, code=code, name=name, keeper=keeper, now=now)
    assert row is not None
    return read(Place, row)


async def place_by_code(tx: Transaction, code: str) -> Place | None:
    """The box or place of a code (from a poster's link)."""
    row = await tx.one("place_by_code", code=code)
    return None if row is None else read(Place, row)


async def place(tx: Transaction, place_id: int) -> Place | None:
    """The box or place of a row."""
    row = await tx.one("place_get", id=place_id)
    return None if row is None else read(Place, row)


async def places(tx: Transaction, unit_id: int) -> tuple[Place, ...]:
    """The boxes and places of one unit."""
    return tuple(read(Place, row) for row in await tx.all("places_of_unit", unit_id=unit_id))


async def retire_place(tx: Transaction, place_id: int, now: int) -> None:
    """Offer a box or place no more; tickets keep it."""
    await tx.run("place_retire", id=place_id, now=now)


async def canned(tx: Transaction, unit_id: int) -> dict[str, str]:
    """A unit's ready answers by their short names."""
    return {row["name"]: row["text"] for row in await tx.all("canned_of_unit", unit_id=unit_id)}


async def set_canned(tx: Transaction, unit_id: int, name: str, text: str) -> None:
    """Keep a ready answer."""
    await tx.run("canned_set", unit_id=unit_id, name=name, text=text)


async def drop_canned(tx: Transaction, unit_id: int, name: str) -> bool:
    """Forget a ready answer; True if there was one."""
    return bool(await tx.all("canned_drop", unit_id=unit_id, name=name))


async def calendar_days(tx: Transaction) -> dict[str, bool]:
    """Imported work and rest days, by ISO date."""
    return {row["day"]: bool(row["working"]) for row in await tx.all("calendar_days")}


async def set_calendar_days(tx: Transaction, days: dict[str, bool], source: str) -> None:
    """Keep an imported notice."""
    await tx.many(
        "calendar_day_set", ({"day": day, "working": int(working), "source": source} for day, working in days.items())
    )


async def drop_calendar_days(tx: Transaction, year: str) -> int:
    """Forget what was imported for a year; returns how many days."""
    return len(await tx.all("calendar_days_drop", first=f"{year}-01-01", last=f"{year}-12-31"))
