"""督办事项清单, 问题台账 and 项目清单 as tables: their columns are those of real registers (see ``docs/guides``)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from handlers.house import House
from handlers.rules.columns import Layout
from handlers.rules.lifecycle import State
from handlers.rules.tasks import TaskAction, TaskState
from handlers.tasks.narrowing import Matter, Wanted
from handlers.texts import OTHERS, SOURCE, say
from storage import history, lists, people, roles, tasks, tickets, units
from storage.database import Transaction
from storage.history import Instruction
from storage.tasks import Note, Task
from storage.tickets import Ticket
from storage.units import Unit

SUPERVISED = (
    *("no", "matter", "source", "promise", "leader", "unit", "owner"),
    *("due", "progress", "struck", "struck_at", "evidence"),
)
FOUR_LISTS = (
    *("no", "list", "problem", "aspect", "concerned", "given", "leader", "lead", "owner", "goal", "measure"),
    *("due", "progress", "finished", "struck_at", "struck_by", "evidence", "remark"),
)
"""问题, 责任, 措施, 时限; kept as texts ``register-…``."""
_EVER = 1 << 62


def names_of(register: Sequence[str]) -> tuple[tuple[str, ...], ...]:
    """All names of each column of a register, by which settings choose it."""
    return tuple(tuple(say(locale, f"register-{each}") for locale in (SOURCE, *OTHERS)) for each in register)


@dataclass(frozen=True, slots=True)
class Table:
    """One register: ``title``, the headings of its columns, and the rows below them."""

    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Any, ...], ...]

    def laid_out(self, layout: Layout) -> Table:
        """With the columns that a unit wants."""
        return Table(self.title, layout.titles(self.columns), tuple(layout.row(each) for each in self.rows))


async def supervised(tx: Transaction, house: House, unit: Unit, locale: str, wanted: Wanted | None = None) -> Table:
    """督办事项清单 of a unit and below: tasks that leaders gave out or promised, and instructions on tickets.

    ``wanted``: those alone that it leaves.
    """
    wanted = wanted or Wanted()
    rows: list[tuple[Any, ...]] = []
    codes = {each.id: each for each in await units.everyone(tx, retired=True)}
    for task in await tasks.made_below(tx, unit.path, 0, _EVER):
        listed = task.source not in ("checklist", "project") and task.state != TaskState.DROPPED
        if listed and wanted.fits(_matter(task)):
            told = await _told(tx, task)
            rows.append(
                (
                    len(rows) + 1,
                    task.title,
                    await _source(tx, task, locale),
                    task.measure or task.title,
                    task.leader,
                    codes[task.unit_id].name,
                    task.owner_name,
                    _day(house, task.due_at),
                    told.progress,
                    say(locale, "register-yes" if task.state == TaskState.STRUCK else "register-not"),
                    _day(house, task.struck_at),
                    told.evidence,
                )
            )
    for instruction in await history.instructions_below(tx, unit.path):
        ticket = await tickets.get(tx, instruction.ticket_id)
        owner = await _name(tx, ticket.owner_id)
        if wanted.fits(_matter_of(instruction, ticket, owner)):
            unit_name = codes[ticket.owner_unit_id or ticket.unit_id].name
            manager = await _name(tx, instruction.manager_id)
            rows.append((len(rows) + 1, *_instruction(house, instruction, ticket, (manager, unit_name, owner), locale)))
    title = say(locale, "register-supervised-title", unit=unit.name)
    table = Table(title, tuple(say(locale, f"register-{each}") for each in SUPERVISED), tuple(rows))
    return table.laid_out(house.layouts_for(unit.code).supervised)


async def of_list(tx: Transaction, house: House, list_id: int, locale: str) -> Table:
    """One checklist or project as 问题台账: problem, responsibility, measures, time."""
    found = await lists.get(tx, list_id)
    codes = {each.id: each for each in await units.everyone(tx, retired=True)}
    rows: list[tuple[Any, ...]] = []
    for task in await tasks.of_list(tx, list_id):
        if task.state == TaskState.DROPPED:
            continue
        told = await _told(tx, task)
        remark = say(locale, "task-card-relapsed", count=task.relapses) if task.relapses else ""
        rows.append(
            (
                len(rows) + 1,
                found.name,
                task.title,
                task.aspect,
                codes[found.unit_id].name,
                _day(house, task.made_at),
                task.leader or found.leader,
                codes[task.unit_id].name,
                task.owner_name,
                found.detail,
                task.measure,
                _day(house, task.due_at),
                told.progress,
                say(locale, "register-yes" if task.state == TaskState.STRUCK else "register-not"),
                _day(house, task.struck_at),
                await _name(tx, task.struck_by),
                told.evidence,
                remark,
            )
        )
    title = say(locale, f"register-{found.kind}-title", name=found.name)
    table = Table(title, tuple(say(locale, f"register-{each}") for each in FOUR_LISTS), tuple(rows))
    return table.laid_out(house.layouts_for(codes[found.unit_id].code).problems)


@dataclass(frozen=True, slots=True)
class _Told:
    progress: str
    evidence: str


async def _told(tx: Transaction, task: Task) -> _Told:
    story = await tasks.notes_of(tx, task.id)
    said = [each for each in story if each.action in (TaskAction.PROGRESS, TaskAction.REPORT)]
    return _Told("\n".join(each.text for each in said if each.text), _evidence(said))


def _evidence(said: Sequence[Note]) -> str:
    reports = [each for each in said if each.action == TaskAction.REPORT]
    files = sum(len(each.files) for each in said)
    words = reports[-1].text if reports else ""
    return "\n".join(filter(None, (words, f"[{files}]" if files else "")))


async def _source(tx: Transaction, task: Task, locale: str) -> str:
    name = say(locale, f"task-source-{task.source}")
    if task.list_id is not None:
        name += say(locale, "task-source-named", name=(await lists.get(tx, task.list_id)).name)
    return name


def _over(given: Instruction, ticket: Ticket) -> bool:
    return given.answered_at is not None and ticket.state == State.CLOSED


def _matter(task: Task) -> Matter:
    said = " ".join((task.title, task.measure, task.leader, task.owner_name)).casefold()
    return Matter(task.state, task.source, task.owner_name, task.made_at, task.due_at, said)


def _matter_of(given: Instruction, ticket: Ticket, owner: str) -> Matter:
    if _over(given, ticket):
        state = TaskState.STRUCK
    else:
        state = TaskState.OPEN if given.answered_at is None else TaskState.REPORTED
    said = f"{ticket.number} {ticket.title} {given.text} {owner}".casefold()
    return Matter(state, "instruction", owner, given.given_at, given.due_at, said)


def _instruction(
    house: House, given: Instruction, ticket: Ticket, who: tuple[str, str, str], locale: str
) -> tuple[Any, ...]:
    """Its row; ``who``: the manager, the unit and the owner by their names."""
    over = _over(given, ticket)
    return (
        f"{ticket.number} {ticket.title}",
        say(locale, "task-source-instruction"),
        given.text,
        *who,
        _day(house, given.due_at),
        given.answer or "",
        say(locale, "register-yes" if over else "register-not"),
        _day(house, ticket.closed_at if over else None),
        ticket.answer or "",
    )


async def _name(tx: Transaction, person_id: int | None) -> str:
    if person_id is None:
        return ""
    held = await roles.of_person(tx, person_id)
    if held:
        return held[0].name
    return (await people.get(tx, person_id)).name or ""


def _day(house: House, at: int | None) -> date | None:
    return None if at is None else house.calendar.local(at).date()
