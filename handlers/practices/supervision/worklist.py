"""``/tasks``: what is not struck off, the most pressing first; to open, to add to, to take along as a file.

With words behind it, 督办事项清单 narrowed by them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict

from handlers.components.narrowing import Reach
from handlers.core import questions
from handlers.core.buttons import Press, button
from handlers.core.here import locale_here, say_here
from handlers.core.questions import Question
from handlers.core.refusals import Refused
from handlers.core.texts import Words
from handlers.core.turn import Turn
from handlers.core.vocabulary import Attachment, Button, ChatKind, FileKind, Rows, Style
from handlers.core.wording import shorten
from handlers.practices.supervision import task_filters, task_lines, task_registers, verbs
from handlers.rules.deadlines import Light
from handlers.rules.filters import NotUnderstood
from handlers.rules.lifecycle import Role
from handlers.rules.rights import Right, Standing
from handlers.rules.tasks import Line, TaskState
from handlers.tasks import task_cards
from handlers.tasks import verbs as task_verbs
from handlers.tasks.changes import calendar_of
from storage import roles, tasks, units
from storage.tasks import Task
from storage.units import Unit

PAGE = 8
ADD = "task_add"


async def top(turn: Turn, right: Right) -> Unit:
    """The unit whose tasks are shown here: the group's own, else the topmost that this person may look at.

    Raises:
        Refused: none.
    """
    own = turn.group.unit_id if turn.group is not None else None
    for each in await units.everyone(turn.tx):
        if (own is None or each.id == own) and Standing(turn.roles, each.path).may(right):
            return each
    raise Refused("not-your-role", role=Words("role-secretary"))


async def command(turn: Turn) -> None:
    """What is not struck off; with words behind it, 督办事项清单 narrowed by them."""
    if turn.event.argument.strip():
        await _narrowed(turn)
        return
    text, rows = await _page(turn, 0)
    turn.reply(text, buttons=rows, quote=True)


async def page(turn: Turn, press: Press) -> None:
    """Another page."""
    text, rows = await _page(turn, press.number(0) or 0)
    turn.edit(text, buttons=rows)


async def _found(turn: Turn) -> tuple[list[Task], str]:
    """The tasks to show, and as what: the office's and managers' of their units, anybody else's own."""
    try:
        unit = await top(turn, Right.SEE_TASKS)
    except Refused:
        mine = await tasks.of_owner(turn.tx, turn.who.id)
        if not mine:
            raise
        return list(mine), say_here(turn, "task-list-own")
    return list(await tasks.open_below(turn.tx, unit.path)), unit.shown


async def _page(turn: Turn, number: int) -> tuple[str, Rows]:
    found, name = await _found(turn)
    locale = locale_here(turn)
    calendars = {each.unit_id: await calendar_of(turn, each) for each in found}
    found.sort(key=lambda each: (each.state != TaskState.REPORTED, each.due_at is None, each.due_at or 0, each.id))
    lights = [task_cards.light(each, turn.now, calendars[each.unit_id]) for each in found]
    late = sum(1 for each in found if each.due_at is not None and each.due_at <= turn.now)
    head = say_here(
        turn,
        "task-list",
        unit=name,
        count=len(found),
        waiting=sum(each.state == TaskState.REPORTED for each in found),
        late=late,
        red=sum(each is Light.RED for each in lights) - late,
    )
    shown = found[number * PAGE : (number + 1) * PAGE]
    lines = [
        f"{place}. {task_cards.line(locale, turn.now, each, calendars[each.unit_id])}"
        for place, each in enumerate(shown, number * PAGE + 1)
    ]
    opening = [
        button(f"{place}. {shorten(each.title, 12)}", task_verbs.TASK_OPEN, each.id)
        for place, each in enumerate(shown, number * PAGE + 1)
    ]
    rows: list[tuple[Button, ...]] = [tuple(opening[start : start + 2]) for start in range(0, len(opening), 2)]
    turns = [
        button(say_here(turn, key), verbs.TASK_PAGE, to)
        for key, to in (("desk-button-previous", number - 1), ("desk-button-next", number + 1))
        if 0 <= to * PAGE < max(1, len(found))
    ]
    if turns:
        rows.append(tuple(turns))
    rows.extend(await _tools(turn))
    return "\n".join((head, "", *(lines or (say_here(turn, "task-list-none"),)))), tuple(rows)


async def _tools(turn: Turn) -> Rows:
    try:
        await top(turn, Right.TASKS)
    except Refused:
        try:
            await top(turn, Right.SEE_TASKS)
        except Refused:
            return ()
        return ((button(say_here(turn, "task-button-book"), verbs.TASK_BOOK),),)
    add = button(say_here(turn, "task-button-add"), verbs.TASK_NEW, style=Style.PRIMARY)
    return ((add, button(say_here(turn, "task-button-book"), verbs.TASK_BOOK)),)


async def book(turn: Turn, press: Press) -> None:  # noqa: ARG001 - one shape for all presses
    """督办事项清单 as a file."""
    unit = await top(turn, Right.SEE_TASKS)
    facts = {"unit": unit.id, "now": turn.now, "locale": locale_here(turn)}
    turn.answer(turn.say("task-book-coming"))
    made = Attachment(FileKind.DOCUMENT, made="task_book", facts=facts)
    turn.reply(say_here(turn, "task-book", unit=unit.shown), attachments=(made,))


async def _narrowed(turn: Turn) -> None:
    """“/tasks 单位:一分厂 状态:未销号 期限:本周”: how many there are, the first of them, and the file."""
    unit = await top(turn, Right.SEE_TASKS)
    said, locale = " ".join(turn.event.argument.split()), locale_here(turn)
    everyone = await units.everyone(turn.tx, retired=True)
    reach = Reach([each for each in everyone if each.path.startswith(unit.path)], everyone, turn.picked)
    owners = await roles.around(turn.tx, Role.OWNER, unit.path)
    try:
        chosen, wanted = task_filters.read(said, reach, owners, turn.now, turn.house.calendar)
    except NotUnderstood as wrong:
        raise Refused("task-filter", word=shorten(wrong.word, 20)) from None
    unit = chosen or unit
    table = await task_registers.supervised(turn.tx, turn.house, unit, locale, wanted)
    facts = {"unit": unit.id, "now": turn.now, "locale": locale, "wanted": asdict(wanted), "narrowed": said}
    made = (Attachment(FileKind.DOCUMENT, made="task_book", facts=facts),) if table.rows else ()
    turn.reply(
        say_here(turn, "task-book-narrowed", unit=unit.shown, words=shorten(said, 80), count=len(table.rows)),
        attachments=made,
        quote=True,
    )


async def new(turn: Turn, press: Press) -> None:  # noqa: ARG001 - one shape for all presses
    """What a meeting or a leader gave out, entered line by line."""
    await top(turn, Right.TASKS)
    await questions.ask(turn, ADD, {}, text=say_here(turn, "task-ask-new"))
    turn.answer(turn.say("task-see-below"))


async def written(turn: Turn, question: Question) -> None:  # noqa: ARG001 - one shape for all answers
    """The lines came, or a table of them."""
    await top(turn, Right.TASKS)
    found = await task_lines.lines_or_table(turn)
    if found is not None:
        await add(turn, found)


async def add(turn: Turn, found: Sequence[Line], *, sure: bool = False) -> None:
    """Make tasks of lines; ``sure``: although a date among them was asked about."""
    unit = await top(turn, Right.TASKS)
    read = await task_lines.read(turn, found, unit)
    if not sure and await task_lines.doubted(turn, read, ADD, {}, {}):
        return
    made = await task_lines.give_all(turn, read, unit, source="meeting")
    await questions.drop(turn)
    turn.reply(
        "\n".join((say_here(turn, "task-entered", count=len(made)), *task_lines.lines(turn, read))),
        buttons=(*task_lines.opening(made), *_more(turn)),
        quote=True,
    )


def _more(turn: Turn) -> Rows:
    in_group = turn.event.chat_kind is ChatKind.GROUP
    return () if not in_group else ((button(say_here(turn, "task-button-add-more"), verbs.TASK_NEW),),)
