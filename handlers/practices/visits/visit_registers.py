"""意见箱开箱登记, 座谈访谈记录 and 现场办公 as tables, and the minutes in words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from handlers.components.register import Register, Table, Value
from handlers.core.house import House
from handlers.core.texts import say
from handlers.people.raisers import office_names
from handlers.rules.lifecycle import Source, State
from storage import history, roles, tasks, tickets, units, visits
from storage.database import Transaction
from storage.tasks import Task
from storage.tickets import Ticket
from storage.units import Unit
from storage.visits import Item, Visit

ROUND = Register.keyed(
    "visit-column",
    *("box", "opened", "opener", "witness", "letters", "seal", "letter", "summary"),
    *("signed", "passed_to", "result", "answered_at", "remark"),
)
TALK = Register.keyed(
    "visit-column",
    *("no", "theme", "time", "place", "host", "names", "recorder", "speaker", "opinion", "category", "reply"),
    *("to_unit", "due", "answer", "result", "answered_at", "finished"),
)
SITE = Register.keyed(
    "visit-column",
    *("date", "place", "leader", "units", "raiser", "problem", "way", "promise", "promised_for", "duty_unit", "owner"),
    *("progress", "finished"),
)
RECEPTION = Register.keyed(
    "visit-column",
    *("no", "came", "place", "visitor", "contact", "unit", "people", "matter", "receiver", "advice", "arranged"),
    *("outcome", "remark"),
)
COLUMNS = {"round": ROUND, "visit": TALK, "talk": TALK, "site": SITE}
YEARLY = {"round": ("round",), "talk": ("visit", "talk"), "site": ("site",), "reception": ()}
"""The registers that are kept for a year, and the kinds of visits in each; who came to the office is a ticket."""


@dataclass(frozen=True, slots=True)
class _Row:
    """An item with what has become of it by now."""

    item: Item
    ticket: Ticket | None
    task: Task | None
    category: str = ""


async def register(tx: Transaction, house: House, visit_id: int, locale: str) -> Table:
    """One visit as a table, a line for each opinion."""
    visit = await visits.get(tx, visit_id)
    if visit is None:
        raise LookupError(f"visit {visit_id}")
    unit = await units.get(tx, visit.unit_id)
    rows = await _lines(tx, house, visit, unit.shown, locale)
    return COLUMNS[visit.kind].table(say(locale, f"visit-register-{visit.kind}", unit=unit.shown), rows, locale)


async def yearly(tx: Transaction, house: House, unit: Unit, kind: str, *, now: int, locale: str) -> Table:
    """One of :data:`YEARLY`, of a unit and those below it, from the first of January on until ``now``."""
    begins = house.calendar.local(now).replace(month=1, day=1, hour=0, minute=0, second=0, microsecond=0)
    start, until = int(begins.timestamp()), now + 1
    names = {each.id: each.shown for each in await units.everyone(tx, retired=True)}
    found: list[dict[str, Value]] = []
    if kind == "reception":
        for number, ticket in enumerate(await _receptions(tx, unit, start, until), start=1):
            found.append(await _of_reception(tx, house, ticket, (number, names), locale))
        columns = RECEPTION
    else:
        for visit in await visits.below(tx, unit.path, start, until):
            if visit.kind in YEARLY[kind]:
                found += await _lines(tx, house, visit, names[visit.unit_id], locale)
        columns = COLUMNS[YEARLY[kind][0]]
    title = say(locale, f"visit-yearly-{kind}", unit=unit.shown, year=str(begins.year))
    return columns.table(title, found, locale)


async def _lines(tx: Transaction, house: House, visit: Visit, unit: str, locale: str) -> list[dict[str, Value]]:
    """A line for each opinion; an occasion that had none is a line, too."""
    rows, kept_out = await _rows(tx, visit)
    of_all = _of_visit(house, visit, await _recorder(tx, visit), kept_out)
    return [{**of_all, **_of_item(house, at, each, unit, locale)} for at, each in enumerate(rows, 1)] or [of_all]


async def _receptions(tx: Transaction, unit: Unit, start: int, until: int) -> list[Ticket]:
    """Who came to the office and was written down with ``/log``: what visits brought has a register of its own."""
    elsewhere = await visits.tickets_made(tx, unit.path, start, until)
    return [
        each
        for each in await tickets.submitted_between(tx, unit.path, start, until)
        if each.source == Source.VISIT and not each.restricted and each.id not in elsewhere
    ]


async def _of_reception(
    tx: Transaction, house: House, ticket: Ticket, place: tuple[int, Mapping[int, str]], locale: str
) -> dict[str, Value]:
    """One line of 接访登记表. How many people came is asked of nobody, and left to the office to fill in."""
    named = await office_names().of(tx, ticket)
    (story, *_) = await history.of_ticket(tx, ticket.id)
    held = await roles.of_person(tx, story.staff_id) if story.staff_id is not None else ()
    number, names = place
    box = None if ticket.place_id is None else await units.place(tx, ticket.place_id)
    return {
        "no": number,
        "came": house.calendar.local(ticket.submitted_at).replace(tzinfo=None),
        "place": box.name if box else "",
        "visitor": (named and named.name) or say(locale, "visit-unnamed"),
        "contact": "，".join(named.contact.values()) if named else "",
        "unit": names[ticket.unit_id],
        "matter": ticket.body or ticket.title,
        "receiver": f"{held[0].name}（{say(locale, f'role-{held[0].role}')}）" if held else "",
        "advice": ticket.plan or "",
        "arranged": names.get(ticket.owner_unit_id or 0, ""),
        "outcome": "；".join(filter(None, (say(locale, f"state-{ticket.state}"), ticket.answer))),
        "remark": ticket.number,
    }


async def _rows(tx: Transaction, visit: Visit) -> tuple[list[_Row], int]:
    """What was heard, and how much of it stands here not even as a number: accusations go their own way."""
    kept_out = 0
    names = {each.id: each.name for each in await units.categories(tx)}
    rows = []
    for each in await visits.items(tx, visit.id):
        ticket = None if each.ticket_id is None else await tickets.get(tx, each.ticket_id)
        if ticket is not None and ticket.restricted:
            kept_out += 1
            continue
        task = None if each.task_id is None else await tasks.get(tx, each.task_id)
        rows.append(_Row(each, ticket, task, names.get(ticket.category_id or 0, "") if ticket else ""))
    return rows, kept_out


async def _recorder(tx: Transaction, visit: Visit) -> str:
    held = await roles.of_person(tx, visit.made_by)
    return held[0].name if held else ""


def _of_visit(house: House, visit: Visit, recorder: str, kept_out: int) -> dict[str, Value]:
    detail = visit.detail
    begun = house.calendar.local(visit.opened_at)
    return {
        "box": " ".join(filter(None, (detail.get("code", ""), visit.place))),
        "opened": begun.replace(tzinfo=None),
        "opener": visit.host or recorder,
        "witness": detail.get("witness", ""),
        # Fewer lines than letters would tell of the one that is missing.
        "letters": max(0, detail.get("letters", 0) - kept_out),
        "seal": detail.get("seal", ""),
        "theme": visit.theme,
        "time": begun.replace(tzinfo=None),
        "date": begun.date(),
        "place": visit.place,
        "host": visit.host,
        "leader": visit.host,
        "names": visit.names or visit.people,
        "units": visit.names,
        "recorder": recorder,
    }


def _of_item(house: House, place: int, row: _Row, unit: str, locale: str) -> dict[str, Value]:
    item, ticket, task = row.item, row.ticket, row.task
    nobody = say(locale, "visit-unnamed")
    answered = ticket.answer if ticket is not None and ticket.answer else item.reply if item.way == "answered" else ""
    finished = ticket.state == State.CLOSED if ticket else task.state == "struck" if task else item.way == "answered"
    due = ticket.due_at if ticket else task.due_at if task else None
    return {
        "no": place,
        "letter": ticket.number if ticket else place,
        "summary": item.text,
        "opinion": item.text,
        "problem": item.text,
        "speaker": item.speaker or nobody,
        "raiser": item.speaker or nobody,
        "signed": say(locale, "register-yes" if item.speaker else "register-not"),
        "way": say(locale, f"visit-way-{item.way}") if item.way else "",
        "category": row.category,
        "reply": item.reply if item.way == "answered" else "",
        "promise": item.reply if item.way == "promised" else "",
        **dict.fromkeys(("to_unit", "passed_to", "duty_unit"), unit if item.way != "answered" else ""),
        "owner": task.owner_name if task else "",
        "due": _day(house, due),
        "promised_for": _day(house, task.due_at if task else None),
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
        ("leader" if visit.kind == "site" else "host", visit.host),
        ("units" if visit.kind == "site" else "names", visit.names or (str(visit.people) if visit.people else "")),
        ("recorder", await _recorder(tx, visit)),
    )
    items = []
    for place, row in enumerate((await _rows(tx, visit))[0], 1):
        item = row.item
        came = say(locale, f"visit-way-{item.way}") if item.way else ""
        if row.ticket is not None:
            came += f" {row.ticket.number}"
        if row.task is not None:
            due = _day(house, row.task.due_at)
            came += f" {row.task.owner_name} {due:%Y-%m-%d}" if due else f" {row.task.owner_name}"
        if item.reply:
            came += f"\n{item.reply}"
        items.append((str(place), item.speaker or say(locale, "visit-unnamed"), item.text, came))
    said = ("raiser", "problem") if visit.kind == "site" else ("speaker", "opinion")
    header = tuple(say(locale, f"visit-column-{each}") for each in ("no", *said, "way"))
    return Minutes(
        say(locale, f"visit-minutes-{visit.kind}", unit=unit.shown),
        tuple((say(locale, f"visit-column-{key}"), value) for key, value in facts if value),
        header,
        tuple(items),
        unit.shown,
        begun.replace(tzinfo=None),
    )
