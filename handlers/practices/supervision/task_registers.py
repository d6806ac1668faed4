"""督办事项清单, 问题台账 and 项目清单 as tables: their columns are those of real registers (see ``docs/guides``)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from sys import intern

from handlers.components.register import Register, Table, Value
from handlers.core.house import House
from handlers.core.texts import say
from handlers.practices.supervision.task_filters import Matter, Wanted
from handlers.rules.lifecycle import State
from handlers.rules.tasks import TaskAction, TaskState
from storage import history, lists, people, roles, tasks, tickets, units
from storage.database import Transaction
from storage.history import Instruction
from storage.tasks import Note, Task
from storage.tickets import Ticket
from storage.units import Unit

SUPERVISED = Register.keyed(
    "register",
    *("no", "matter", "source", "promise", "leader", "unit", "owner"),
    *("due", "progress", "struck", "struck_at", "evidence"),
)
FOUR_LISTS = Register.keyed(
    "register",
    *("no", "list", "problem", "aspect", "concerned", "given", "leader", "lead", "owner", "goal", "measure"),
    *("due", "progress", "finished", "struck_at", "struck_by", "evidence", "remark"),
)
"""问题, 责任, 措施, 时限; kept as texts ``register-…``."""
_EVER = 1 << 62
PAGE = 400
"""Tasks that are read at once, each with its story."""


async def supervised(tx: Transaction, house: House, unit: Unit, locale: str, wanted: Wanted | None = None) -> Table:
    """督办事项清单 of a unit and below: tasks that leaders gave out or promised, and instructions on tickets.

    ``wanted``: those alone that it leaves.
    """
    wanted = wanted or Wanted()
    known = _Known(tx, {each.id: each.shown for each in await units.everyone(tx, retired=True)}, locale)
    rows = await _given_out(known, house, unit, wanted)
    rows += await _instructed(known, house, unit, wanted, after=len(rows))
    title = say(locale, "register-supervised-title", unit=unit.shown)
    return SUPERVISED.table(title, rows, locale, house.layouts_for(unit.code).supervised)


async def _given_out(known: _Known, house: House, unit: Unit, wanted: Wanted) -> list[dict[str, Value]]:
    """What was given out or promised, checklists and projects left out: they have registers of their own."""
    rows: list[dict[str, Value]] = []
    ids = await tasks.ids_made_below(known.tx, unit.path, 0, _EVER)
    for first in range(0, len(ids), PAGE):
        part = [
            each
            for each in await tasks.by_ids(known.tx, ids[first : first + PAGE])
            if each.source not in ("checklist", "project")
            and each.state != TaskState.DROPPED
            and wanted.fits(_matter(each))
        ]
        stories = await tasks.notes_of_all(known.tx, [each.id for each in part])
        for task in part:
            told = _told(stories.get(task.id, ()))
            rows.append(
                {
                    "no": len(rows) + 1,
                    "matter": task.title,
                    "source": await known.source(task),
                    "promise": task.measure or task.title,
                    # The same few names in many rows: each is held once.
                    "leader": intern(task.leader),
                    "unit": known.units[task.unit_id],
                    "owner": intern(task.owner_name),
                    "due": _day(house, task.due_at),
                    "progress": told.progress,
                    "struck": known.say("register-yes" if task.state == TaskState.STRUCK else "register-not"),
                    "struck_at": _day(house, task.struck_at),
                    "evidence": told.evidence,
                }
            )
    return rows


async def _instructed(known: _Known, house: House, unit: Unit, wanted: Wanted, *, after: int) -> list[dict[str, Value]]:
    """What leaders said on tickets, numbered on from the ``after`` rows above."""
    rows: list[dict[str, Value]] = []
    given = await history.instructions_below(known.tx, unit.path)
    for first in range(0, len(given), PAGE):
        part_given = given[first : first + PAGE]
        about = {each.id: each for each in await tickets.by_ids(known.tx, [each.ticket_id for each in part_given])}
        for instruction in part_given:
            ticket = about[instruction.ticket_id]
            owner = await known.name(ticket.owner_id)
            if wanted.fits(_matter_of(instruction, ticket, owner)):
                unit_name = known.units[ticket.owner_unit_id or ticket.unit_id]
                who = (await known.name(instruction.manager_id), unit_name, owner)
                rows.append({"no": after + len(rows) + 1, **_instruction(known, house, instruction, ticket, who)})
    return rows


async def of_list(tx: Transaction, house: House, list_id: int, locale: str) -> Table:
    """One checklist or project as 问题台账: problem, responsibility, measures, time."""
    found = await lists.get(tx, list_id)
    codes = {each.id: each for each in await units.everyone(tx, retired=True)}
    rows: list[dict[str, Value]] = []
    here = [each for each in await tasks.of_list(tx, list_id) if each.state != TaskState.DROPPED]
    stories = await tasks.notes_of_all(tx, [each.id for each in here])
    known = _Known(tx, {each.id: each.shown for each in codes.values()}, locale)
    for task in here:
        told = _told(stories.get(task.id, ()))
        remark = say(locale, "task-card-relapsed", count=task.relapses) if task.relapses else ""
        rows.append(
            {
                "no": len(rows) + 1,
                "list": found.name,
                "problem": task.title,
                "aspect": task.aspect,
                "concerned": codes[found.unit_id].shown,
                "given": _day(house, task.made_at),
                "leader": task.leader or found.leader,
                "lead": codes[task.unit_id].shown,
                "owner": task.owner_name,
                "goal": found.detail,
                "measure": task.measure,
                "due": _day(house, task.due_at),
                "progress": told.progress,
                "finished": known.say("register-yes" if task.state == TaskState.STRUCK else "register-not"),
                "struck_at": _day(house, task.struck_at),
                "struck_by": await known.name(task.struck_by),
                "evidence": told.evidence,
                "remark": remark,
            }
        )
    title = say(locale, f"register-{found.kind}-title", name=found.name)
    return FOUR_LISTS.table(title, rows, locale, house.layouts_for(codes[found.unit_id].code).problems)


@dataclass(frozen=True, slots=True)
class _Told:
    progress: str
    evidence: str


def _told(story: Sequence[Note]) -> _Told:
    said = [each for each in story if each.action in (TaskAction.PROGRESS, TaskAction.REPORT)]
    return _Told("\n".join(each.text for each in said if each.text), _evidence(said))


def _evidence(said: Sequence[Note]) -> str:
    reports = [each for each in said if each.action == TaskAction.REPORT]
    files = sum(len(each.files) for each in said)
    words = reports[-1].text if reports else ""
    return "\n".join(filter(None, (words, f"[{files}]" if files else "")))


@dataclass(slots=True)
class _Known:
    """Names that many rows have, each looked up once: of units, of people by their part, of lists."""

    tx: Transaction
    units: Mapping[int, str]
    locale: str
    words: dict[str, str] = field(default_factory=dict)
    people: dict[int, str] = field(default_factory=dict)
    lists: dict[int, str] = field(default_factory=dict)

    def say(self, key: str) -> str:
        if key not in self.words:
            self.words[key] = say(self.locale, key)
        return self.words[key]

    async def name(self, person_id: int | None) -> str:
        if person_id is None:
            return ""
        if person_id not in self.people:
            held = await roles.of_person(self.tx, person_id)
            self.people[person_id] = held[0].name if held else (await people.get(self.tx, person_id)).name or ""
        return self.people[person_id]

    async def source(self, task: Task) -> str:
        name = self.say(f"task-source-{task.source}")
        if task.list_id is None:
            return name
        if task.list_id not in self.lists:
            self.lists[task.list_id] = (await lists.get(self.tx, task.list_id)).name
        return name + say(self.locale, "task-source-named", name=self.lists[task.list_id])


def _over(given: Instruction, ticket: Ticket) -> bool:
    return given.answered_at is not None and ticket.state == State.CLOSED


def _matter(task: Task) -> Matter:
    said = " ".join((task.title, task.measure, task.leader, task.owner_name)).casefold()
    return Matter(task.state, task.source, task.owner_name, task.owner_id, task.made_at, task.due_at, said)


def _matter_of(given: Instruction, ticket: Ticket, owner: str) -> Matter:
    if _over(given, ticket):
        state = TaskState.STRUCK
    else:
        state = TaskState.OPEN if given.answered_at is None else TaskState.REPORTED
    said = f"{ticket.number} {ticket.title} {given.text} {owner}".casefold()
    return Matter(state, "instruction", owner, ticket.owner_id, given.given_at, given.due_at, said)


def _instruction(
    known: _Known, house: House, given: Instruction, ticket: Ticket, who: tuple[str, str, str]
) -> dict[str, Value]:
    """Its row; ``who``: the manager, the unit and the owner by their names."""
    over = _over(given, ticket)
    leader, unit, owner = who
    return {
        "matter": f"{ticket.number} {ticket.title}",
        "source": known.say("task-source-instruction"),
        "promise": given.text,
        "leader": leader,
        "unit": unit,
        "owner": owner,
        "due": _day(house, given.due_at),
        "progress": given.answer or "",
        "struck": known.say("register-yes" if over else "register-not"),
        "struck_at": _day(house, ticket.closed_at if over else None),
        "evidence": ticket.answer or "",
    }


def _day(house: House, at: int | None) -> date | None:
    return None if at is None else house.calendar.local(at).date()
