"""意见箱开箱登记, 座谈访谈记录 and 现场办公 as tables, and the minutes in words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from handlers.house import House
from handlers.rules.lifecycle import State
from handlers.tasks.registers import Table
from handlers.texts import say
from storage import roles, tasks, tickets, units, visits
from storage.database import Transaction
from storage.tasks import Task
from storage.tickets import Ticket
from storage.visits import Item, Visit

ROUND = (
    *("box", "opened", "opener", "witness", "letters", "seal", "letter", "summary"),
    *("signed", "to_unit", "result", "answered_at", "remark"),
)
TALK = (
    *("no", "theme", "time", "place", "host", "names", "recorder", "speaker", "opinion", "category", "reply"),
    *("to_unit", "due", "answer", "result", "answered_at", "finished"),
)
SITE = (
    *("date", "place", "host", "units", "speaker", "problem", "way", "promise", "due", "to_unit", "owner"),
    *("progress", "finished"),
)
COLUMNS = {"round": ROUND, "visit": TALK, "talk": TALK, "site": SITE}


@dataclass(frozen=True, slots=True)
class _Row:
    """An item with what has become of it by now."""

    item: Item
    ticket: Ticket | None
    task: Task | None


async def register(tx: Transaction, house: House, visit_id: int, locale: str) -> Table:
    """One visit as a table, a line for each opinion."""
    visit = await visits.get(tx, visit_id)
    if visit is None:
        raise LookupError(f"visit {visit_id}")
    unit = await units.get(tx, visit.unit_id)
    writer = await _recorder(tx, visit)
    of_all = _of_visit(house, visit, writer)
    found = [{**of_all, **_of_item(house, each, unit.name, locale)} for each in await _rows(tx, visit)]
    rows = [tuple(known.get(each, "") for each in COLUMNS[visit.kind]) for known in found]
    title = say(locale, f"visit-register-{visit.kind}", unit=unit.name)
    columns = tuple(say(locale, f"visit-column-{each}") for each in COLUMNS[visit.kind])
    return Table(title, columns, tuple(rows))


async def _rows(tx: Transaction, visit: Visit) -> list[_Row]:
    return [
        _Row(
            each,
            None if each.ticket_id is None else await tickets.get(tx, each.ticket_id),
            None if each.task_id is None else await tasks.get(tx, each.task_id),
        )
        for each in await visits.items(tx, visit.id)
    ]


async def _recorder(tx: Transaction, visit: Visit) -> str:
    held = await roles.of_person(tx, visit.made_by)
    return held[0].name if held else ""


def _of_visit(house: House, visit: Visit, recorder: str) -> dict[str, Any]:
    detail = visit.detail
    begun = house.calendar.local(visit.opened_at)
    return {
        "box": visit.place,
        "opened": begun.replace(tzinfo=None),
        "opener": visit.host or recorder,
        "witness": detail.get("witness", ""),
        "letters": detail.get("letters", 0),
        "seal": detail.get("seal", ""),
        "theme": visit.theme,
        "time": begun.replace(tzinfo=None),
        "date": begun.date(),
        "place": visit.place,
        "host": visit.host,
        "names": visit.names or visit.people,
        "units": visit.names,
        "recorder": recorder,
    }


def _of_item(house: House, row: _Row, unit: str, locale: str) -> dict[str, Any]:
    item, ticket, task = row.item, row.ticket, row.task
    nobody = say(locale, "visit-unnamed")
    answered = ticket.answer if ticket is not None and ticket.answer else item.reply if item.way == "answered" else ""
    finished = ticket.state == State.CLOSED if ticket else task.state == "struck" if task else item.way == "answered"
    due = ticket.due_at if ticket else task.due_at if task else None
    return {
        "no": item.position,
        "letter": ticket.number if ticket else item.position,
        "summary": item.text,
        "opinion": item.text,
        "problem": item.text,
        "speaker": item.speaker or nobody,
        "signed": say(locale, "register-yes" if item.speaker else "register-not"),
        "way": say(locale, f"visit-way-{item.way}") if item.way else "",
        "reply": item.reply if item.way == "answered" else "",
        "promise": item.reply if item.way == "promised" else "",
        "to_unit": unit if item.way != "answered" else "",
        "owner": task.owner_name if task else "",
        "due": _day(house, due),
        "answer": answered,
        "result": say(locale, f"state-{ticket.state}") if ticket else "",
        "progress": say(locale, f"task-state-{task.state}") if task else "",
        "answered_at": _day(house, ticket.answered_at if ticket else item.at if item.way == "answered" else None),
        "finished": say(locale, "register-yes" if finished else "register-not"),
    }


def _day(house: House, at: int | None) -> date | None:
    return None if at is None else house.calendar.local(at).date()


@dataclass(frozen=True, slots=True)
class Minutes:
    """The minutes as a document wants them: ``facts`` line by line, then ``items`` with what came of each."""

    title: str
    facts: tuple[tuple[str, str], ...]
    header: tuple[str, ...]
    items: tuple[tuple[str, ...], ...]
    signed: str
    at: datetime


async def minutes(tx: Transaction, house: House, visit_id: int, locale: str) -> Minutes:
    """The minutes of one visit."""
    visit = await visits.get(tx, visit_id)
    if visit is None:
        raise LookupError(f"visit {visit_id}")
    unit = await units.get(tx, visit.unit_id)
    begun = house.calendar.local(visit.opened_at)
    facts = (
        ("theme", visit.theme),
        ("time", f"{begun:%Y-%m-%d %H:%M}"),
        ("place", visit.place),
        ("host", visit.host),
        ("names", visit.names or (str(visit.people) if visit.people else "")),
        ("recorder", await _recorder(tx, visit)),
    )
    items = []
    for row in await _rows(tx, visit):
        item = row.item
        came = say(locale, f"visit-way-{item.way}") if item.way else ""
        if row.ticket is not None:
            came += f" {row.ticket.number}"
        if row.task is not None:
            due = _day(house, row.task.due_at)
            came += f" {row.task.owner_name} {due:%Y-%m-%d}" if due else f" {row.task.owner_name}"
        if item.reply:
            came += f"\n{item.reply}"
        items.append((str(item.position), item.speaker or say(locale, "visit-unnamed"), item.text, came))
    header = tuple(say(locale, f"visit-column-{each}") for each in ("no", "speaker", "opinion", "way"))
    return Minutes(
        say(locale, f"visit-minutes-{visit.kind}", unit=unit.name),
        tuple((say(locale, f"visit-column-{key}"), value) for key, value in facts if value),
        header,
        tuple(items),
        unit.name,
        begun.replace(tzinfo=None),
    )
