"""Several tasks in one message: a line each, or rows copied from a spreadsheet."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from typing import Any
from zlib import crc32

from handlers.components import sheets
from handlers.conversations.secretary.finding import sendable, words_only
from handlers.core import namesakes, questions
from handlers.core.buttons import Press, button, in_rows
from handlers.core.here import locale_here, say_here
from handlers.core.refusals import Refused
from handlers.core.turn import Turn
from handlers.core.vocabulary import EventKind, Rows
from handlers.core.wording import in_full, shorten
from handlers.practices.supervision import verbs
from handlers.rules.dates import read_due
from handlers.rules.directory import FitsSeveral
from handlers.rules.tasks import Line, read_lines
from handlers.tasks import verbs as task_verbs
from handlers.tasks.giving import Giving, give, owner_called
from storage.tasks import Task
from storage.units import Unit

SHEET = "task_sheet"
"""The rows of a table that was sent for a list (``list`` in the facts) or for none."""
OPENED = 8
MOST = 60
"""Lines in one message: as many as fit a list that somebody still reads."""


@dataclass(frozen=True, slots=True)
class Entered:
    """One line as it was understood; ``owner_id`` is None for a name that is nobody's, ``due_at`` for no date.

    ``refused``: why a row of a table is not taken, in words.
    """

    line: Line
    owner_id: int | None
    due_at: int | None
    unread: str = ""
    """What of its date was not understood."""
    refused: str = ""


async def read(turn: Turn, found: Sequence[Line], unit: Unit) -> tuple[Entered, ...]:
    """What the lines say.

    Raises:
        Refused: there is none that can be taken, or there are too many.
        FitsSeveral: an owner's name that was typed is that of several; a table's row is refused for itself.
    """
    if not found:
        raise Refused("task-empty")
    if len(found) > MOST:
        raise Refused("task-too-many", most=MOST)
    calendar = turn.house.calendar_for(unit.code)
    entered = []
    for line in found:
        date = read_due(line.due, turn.now, calendar)
        try:
            owner_id, name = await owner_called(turn, line.owner, unit.path)
        except FitsSeveral as several:
            if turn.event.kind is EventKind.MESSAGE:
                raise
            entered.append(Entered(line, None, date.at, date.unread, namesakes.words(turn, several)))
        else:
            entered.append(Entered(replace(line, owner=name), owner_id, date.at, date.unread))
    if all(each.refused for each in entered):
        raise Refused("refused-lines", text="\n".join(lines(turn, entered)))
    return tuple(entered)


async def doubted(
    turn: Turn, entered: Sequence[Entered], kind: str, facts: Mapping[str, Any], aim: Mapping[str, Any]
) -> bool:
    """Whether a date was not understood, or has passed: then nothing is made of any line, and it is asked what to do.

    ``kind`` and ``facts``: the question that lines written anew answer; ``aim``: where these lines go, as they are.
    """
    count = sum(_doubtful(turn, each) for each in entered)
    if not count:
        return False
    kept = [asdict(each.line) for each in entered]
    # A button of other lines than those that are held is an old one.
    mark = crc32(repr(kept).encode())
    held = {"lines": kept, "aim": dict(aim), "mark": mark}
    as_is = button(say_here(turn, "task-button-as-is"), verbs.TASK_AS_IS, mark)
    asked = say_here(turn, "task-doubts", count=count)
    text = "\n".join((asked, *lines(turn, entered)))
    await questions.remember(turn, kind, {**facts, "held": held})
    turn.reply(text, buttons=((as_is, questions.cancel_button(turn)),), quote=True)
    return True


def _doubtful(turn: Turn, each: Entered) -> bool:
    return bool(each.unread or each.line.over) or (each.due_at is not None and each.due_at <= turn.now)


async def taken_as_is(turn: Turn, press: Press) -> tuple[tuple[Line, ...], Mapping[str, Any]]:
    """The lines that were asked about, and where they go: what was no date stands in the measure.

    Raises:
        Refused: they were written anew, put away or entered meanwhile.
    """
    question = await questions.pending(turn)
    held = None if question is None else question.facts.get("held")
    if held is None or held["mark"] != press.number(0):
        raise Refused("press-outdated")
    return tuple(_undated(turn, Line(**each)) for each in held["lines"]), held["aim"]


def _undated(turn: Turn, line: Line) -> Line:
    line = replace(line, over="")
    if not read_due(line.due, turn.now, turn.house.calendar).unread:
        return line
    return replace(line, due="", measure=(line.measure + say_here(turn, "task-due-words", due=line.due)).strip())


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
    """Make a task of each that is taken."""
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
            if not each.refused
        ]
    )


def opening(made: Sequence[Task]) -> Rows:
    """Buttons that open what was made, where a date or an owner can be changed."""
    shown = enumerate(made[:OPENED], 1)
    return in_rows((button(f"{at}. {shorten(each.title, 12)}", task_verbs.TASK_OPEN, each.id) for at, each in shown), 2)


def lines(turn: Turn, entered: Sequence[Entered]) -> list[str]:
    """What was understood, a line each, and what was not."""
    calendar = turn.house.calendar
    found = []
    for place, each in enumerate(entered, 1):
        if each.refused:
            title = shorten(each.line.title, 40)
            found.append(say_here(turn, "task-row-refused", place=place, title=title, why=each.refused))
            continue
        locale, at = locale_here(turn), each.due_at
        due = in_full(locale, calendar, turn.now, at) if at else say_here(turn, "task-no-date")
        if at is not None and at <= turn.now:
            due += say_here(turn, "task-date-over")
        owner = each.line.owner or say_here(turn, "nobody")
        if each.line.owner and each.owner_id is None:
            owner += say_here(turn, "task-owner-outside")
        if each.unread:
            due = say_here(turn, "task-date-not-read", text=shorten(each.line.due, 20))
        if each.line.over:
            due += say_here(turn, "task-over", text=shorten(each.line.over, 20))
        aspect = f"[{each.line.aspect}] " if each.line.aspect else ""
        found.append(f"{place}. {aspect}{shorten(each.line.title, 40)} · {owner} · {due}")
    return found
