"""What was heard outside the chat: rounds to the boxes, visits, talks, on-site offices, each with its opinions."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from storage.database import Transaction
from storage.rows import Row, read


@dataclass(frozen=True, slots=True)
class Visit:
    """One of them. ``kind``: ``round`` (a box is opened), ``visit``, ``talk``, ``site``.

    ``people``: how many took part, ``names``: who, as far as they are named. ``detail``: what only its kind has.
    ``list_id``: the list that its promises stand on.
    """

    id: int
    kind: str
    unit_id: int
    box_id: int | None
    theme: str
    place: str
    host: str
    names: str
    people: int
    detail: Mapping[str, Any]
    list_id: int | None
    made_by: int
    opened_at: int
    closed_at: int | None


@dataclass(frozen=True, slots=True)
class NewVisit:
    """What it begins with."""

    kind: str
    unit_id: int
    theme: str = ""
    place: str = ""
    host: str = ""
    names: str = ""
    people: int = 0
    box_id: int | None = None
    detail: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Item:
    """One opinion, letter or matter. ``way``: empty while nobody has said, else ``ticket``, ``answered``,
    ``coordinated`` (a ticket, too) or ``promised`` (a task).
    """

    id: int
    visit_id: int
    position: int
    speaker: str
    text: str
    files: tuple[str, ...]
    album: str
    way: str
    reply: str
    ticket_id: int | None
    task_id: int | None
    made_by: int
    at: int


@dataclass(frozen=True, slots=True)
class Count:
    """How many of a kind a unit had, with how many people and opinions."""

    unit_id: int
    kind: str
    count: int
    people: int
    opinions: int


@dataclass(frozen=True, slots=True)
class Plan:
    """A visit that comes again: ``every`` ``week`` on ``day`` 0–6 (Monday first), or ``month`` on ``day`` 1–31."""

    id: int
    unit_id: int
    theme: str
    place: str
    host: str
    every: str
    day: int
    minutes: int
    made_by: int
    made_at: int
    retired_at: int | None


def _visit(row: Row) -> Visit:
    known = dict(row)
    return Visit(**{**known, "detail": json.loads(known["detail"])})


def _item(tx: Transaction, row: Row) -> Item:
    known = dict(row)
    sealed = known["speaker"]
    speaker = "" if sealed is None else tx.sealer.open(bytes(sealed), _where(known["visit_id"]))["name"]
    return Item(**{**known, "files": tuple(json.loads(known["files"])), "speaker": speaker})


def _sealed(tx: Transaction, visit_id: int, speaker: str) -> bytes | None:
    """Who said it is a raiser: their name is kept like every raiser's."""
    return tx.sealer.seal({"name": speaker}, _where(visit_id)) if speaker else None


def _where(visit_id: int) -> str:
    return f"visit:{visit_id}"


async def begin(tx: Transaction, new: NewVisit, by: int, now: int) -> Visit:
    """Open one."""
    row = await tx.one(
        "visit_add",
        kind=new.kind,
        unit_id=new.unit_id,
        box_id=new.box_id,
        theme=new.theme,
        place=new.place,
        host=new.host,
        names=new.names,
        people=new.people,
        detail=json.dumps(dict(new.detail), ensure_ascii=False),
        made_by=by,
        now=now,
    )
    assert row is not None
    return _visit(row)


async def get(tx: Transaction, visit_id: int | None) -> Visit | None:
    """The one of a row, None if there is none."""
    row = None if visit_id is None else await tx.one("visit_get", id=visit_id)
    return None if row is None else _visit(row)


async def save(tx: Transaction, changed: Visit) -> None:
    """Bring its head, its list and its end to this; its kind, its box and who began it never change."""
    await tx.run(
        "visit_save",
        id=changed.id,
        list_id=changed.list_id,
        closed_at=changed.closed_at,
        theme=changed.theme,
        place=changed.place,
        host=changed.host,
        people=changed.people,
        names=changed.names,
        detail=json.dumps(dict(changed.detail), ensure_ascii=False),
        opened_at=changed.opened_at,
    )


async def still_open(tx: Transaction) -> tuple[Visit, ...]:
    """All that are not closed."""
    return tuple(_visit(row) for row in await tx.all("visits_open"))


async def below(tx: Transaction, path: str, start: int, until: int) -> tuple[Visit, ...]:
    """Those of a unit and below that were opened from ``start`` until before ``until``."""
    return tuple(_visit(row) for row in await tx.all("visits_below", path=path, start=start, until=until))


async def counts(tx: Transaction, path: str, start: int, until: int) -> tuple[Count, ...]:
    """How many there were in a unit and below in a time, by unit and kind."""
    return tuple(read(Count, row) for row in await tx.all("visit_counts", path=path, start=start, until=until))


async def tickets_made(tx: Transaction, path: str, start: int, until: int) -> frozenset[int]:
    """Rows of the tickets that came of what was heard in a unit and below, in a time."""
    return frozenset(row["ticket_id"] for row in await tx.all("visit_tickets", path=path, start=start, until=until))


async def last_round(tx: Transaction, box_id: int) -> int | None:
    """When a box was opened last."""
    value = await tx.value("visit_last_round", box_id=box_id)
    return None if value is None else int(value)


async def add_item(
    tx: Transaction,
    visit_id: int,
    text: str,
    *,
    speaker: str = "",
    files: Sequence[str] = (),
    album: str = "",
    by: int,
    now: int,
) -> Item:
    """One more, at the end."""
    row = await tx.one(
        "visit_item_add",
        visit_id=visit_id,
        speaker=_sealed(tx, visit_id, speaker),
        text=text,
        files=json.dumps(list(files), ensure_ascii=False),
        album=album,
        made_by=by,
        now=now,
    )
    assert row is not None
    return _item(tx, row)


async def item(tx: Transaction, item_id: int | None) -> Item | None:
    """The one of a row, None if there is none."""
    row = None if item_id is None else await tx.one("visit_item_get", id=item_id)
    return None if row is None else _item(tx, row)


async def save_item(tx: Transaction, changed: Item) -> None:
    """Bring it to this; its place and who wrote it down never change."""
    await tx.run(
        "visit_item_save",
        id=changed.id,
        speaker=_sealed(tx, changed.visit_id, changed.speaker),
        text=changed.text,
        files=json.dumps(list(changed.files), ensure_ascii=False),
        way=changed.way,
        reply=changed.reply,
        ticket_id=changed.ticket_id,
        task_id=changed.task_id,
    )


async def drop_item(tx: Transaction, item_id: int) -> None:
    """It was written down by mistake; nothing has come of it yet."""
    await tx.run("visit_item_drop", id=item_id)


async def items(tx: Transaction, visit_id: int) -> tuple[Item, ...]:
    """All of one, in their order."""
    return tuple(_item(tx, row) for row in await tx.all("visit_items_of", visit_id=visit_id))


async def plan(tx: Transaction, *, by: int, now: int, **known: Any) -> Plan:
    """Keep one that comes again."""
    row = await tx.one("visit_plan_add", **known, made_by=by, now=now)
    assert row is not None
    return read(Plan, row)


async def plans(tx: Transaction) -> tuple[Plan, ...]:
    """All that come again."""
    return tuple(read(Plan, row) for row in await tx.all("visit_plans_all"))


async def retire_plan(tx: Transaction, plan_id: int, now: int) -> None:
    """It comes no more."""
    await tx.run("visit_plan_retire", id=plan_id, now=now)
