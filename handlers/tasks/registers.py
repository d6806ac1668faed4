"""督办事项清单, 问题台账 and 项目清单 as tables: their columns are those of real registers (see ``docs/guides``)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from handlers.house import House
from handlers.rules.lifecycle import State
from handlers.rules.tasks import TaskAction, TaskState
from handlers.texts import say
from storage import history, lists, people, roles, tasks, tickets, units
from storage.database import Transaction
from storage.history import Instruction
from storage.tasks import Note, Task
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


@dataclass(frozen=True, slots=True)
class Table:
    """One register: ``title``, the headings of its columns, and the rows below them."""

    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Any, ...], ...]


async def supervised(tx: Transaction, house: House, unit: Unit, locale: str) -> Table:
    """督办事项清单 of a unit and below: tasks that leaders gave out or promised, and instructions on tickets."""
    rows: list[tuple[Any, ...]] = []
    codes = {each.id: each for each in await units.everyone(tx, retired=True)}
    for task in await tasks.made_below(tx, unit.path, 0, _EVER):
        if task.source not in ("checklist", "project") and task.state != TaskState.DROPPED:
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
        rows.append((len(rows) + 1, *await _instruction(tx, house, codes, instruction, locale)))
    title = say(locale, "register-supervised-title", unit=unit.name)
    return Table(title, tuple(say(locale, f"register-{each}") for each in SUPERVISED), tuple(rows))


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
    return Table(title, tuple(say(locale, f"register-{each}") for each in FOUR_LISTS), tuple(rows))


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


async def _instruction(
    tx: Transaction, house: House, codes: dict[int, Unit], given: Instruction, locale: str
) -> tuple[Any, ...]:
    ticket = await tickets.get(tx, given.ticket_id)
    over = given.answered_at is not None and ticket.state == State.CLOSED
    return (
        f"{ticket.number} {ticket.title}",
        say(locale, "task-source-instruction"),
        given.text,
        await _name(tx, given.manager_id),
        codes[ticket.owner_unit_id or ticket.unit_id].name,
        await _name(tx, ticket.owner_id),
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
