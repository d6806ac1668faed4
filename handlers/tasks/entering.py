"""Several tasks in one message: a line each, or rows copied from a spreadsheet."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from handlers import sheets
from handlers.case.acting import Refused
from handlers.desk.finding import sendable, words_only
from handlers.rules.dates import read_due
from handlers.rules.tasks import Line, read_lines
from handlers.tasks import showing
from handlers.tasks.giving import Giving, give, owner_called
from handlers.tasks.talking import words
from handlers.turn import Turn
from handlers.wording import day, shorten
from storage.tasks import Task
from storage.units import Unit

SHEET = "task_sheet"
"""The rows of a table that was sent for a list (``list`` in the facts) or for none."""
MOST = 60
"""Lines in one message: as many as fit a list that somebody still reads."""


@dataclass(frozen=True, slots=True)
class Entered:
    """One line as it was understood; ``owner_id`` is None for a name that is nobody's, ``due_at`` for no date."""

    line: Line
    owner_id: int | None
    due_at: int | None

    @property
    def doubtful(self) -> bool:
        """Something was written and not understood."""
        return bool(self.line.due and self.due_at is None) or bool(self.line.owner and self.owner_id is None)


async def read(turn: Turn, found: Sequence[Line], unit: Unit) -> tuple[Entered, ...]:
    """What the lines say.

    Raises:
        Refused: there is none, or there are too many.
    """
    if not found:
        raise Refused(turn.say("task-empty"))
    if len(found) > MOST:
        raise Refused(turn.say("task-too-many", most=MOST))
    calendar = turn.house.calendar_for(unit.code)
    entered = []
    for line in found:
        due = line.due
        at = read_due(due, turn.now, calendar).at
        entered.append(Entered(line, (await owner_called(turn, line.owner, unit.path))[0], at))
    return tuple(entered)


async def lines_or_table(turn: Turn, **facts: Any) -> tuple[Line, ...] | None:
    """The lines of a message; None where it is a table, whose rows come as :data:`SHEET` with these facts.

    Raises:
        Refused: there is neither.
    """
    _, files = sendable(turn)
    if sheets.is_sheet(files):
        sheets.fetch(turn, files[0], SHEET, facts)
        return None
    return read_lines(words_only(turn))


async def give_all(
    turn: Turn,
    entered: Sequence[Entered],
    unit: Unit,
    *,
    source: str,
    list_id: int | None = None,
    leader: str = "",
    ticket_id: int | None = None,
) -> tuple[Task, ...]:
    """Make a task of each."""
    return tuple(
        [
            await give(
                turn,
                Giving(
                    title=each.line.title,
                    unit_id=unit.id,
                    source=source,
                    measure=each.line.measure,
                    aspect=each.line.aspect,
                    leader=leader,
                    owner_id=each.owner_id,
                    owner_name=each.line.owner,
                    due_at=each.due_at,
                    list_id=list_id,
                    ticket_id=ticket_id,
                ),
            )
            for each in entered
        ]
    )


def lines(turn: Turn, entered: Sequence[Entered]) -> list[str]:
    """What was understood, a line each, and what was not."""
    calendar = turn.house.calendar
    found = []
    for place, each in enumerate(entered, 1):
        due = day(showing.locale_here(turn), calendar, each.due_at) if each.due_at else words(turn, "task-no-date")
        owner = each.line.owner or words(turn, "nobody")
        if each.line.owner and each.owner_id is None:
            owner += words(turn, "task-owner-outside")
        if each.line.due and each.due_at is None:
            due = words(turn, "task-date-not-read", text=shorten(each.line.due, 20))
        aspect = f"[{each.line.aspect}] " if each.line.aspect else ""
        found.append(f"{place}. {aspect}{shorten(each.line.title, 40)} · {owner} · {due}")
    return found
