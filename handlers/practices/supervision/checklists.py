"""``/lists``: checklists (拉条挂账) and projects with milestones, as named lists of tasks with a bar of progress."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from handlers.components import task_news
from handlers.conversations.secretary.finding import words_only
from handlers.core import questions
from handlers.core.asked_dates import due_at
from handlers.core.buttons import Press, button, in_rows
from handlers.core.here import locale_here, say_here
from handlers.core.questions import Question
from handlers.core.refusals import Refused
from handlers.core.texts import Words
from handlers.core.turn import Turn
from handlers.core.vocabulary import Attachment, Button, FileKind, Rows, Style
from handlers.core.wording import in_full, pinch, shorten
from handlers.people.titles import titles
from handlers.practices.supervision import task_lines, verbs
from handlers.practices.supervision.worklist import PAGE, top
from handlers.rules.rights import Right, Standing
from handlers.rules.tasks import Line, TaskState
from handlers.tasks import task_cards
from handlers.tasks import verbs as task_verbs
from handlers.tasks.changes import calendar_of, raiser_heard
from storage import lists, tasks, units
from storage.lists import List
from storage.tasks import Task
from storage.units import Unit

KINDS = ("checklist", "project")
NAME, ENTER = "list_name", "list_enter"
SHOWN_DAYS = 90
"""So long a closed list can still be looked at here; the file and the ledger keep it for good."""
_DAY = 86_400
MOST_NAME = 60
MOST_LINES = 40


@dataclass(frozen=True, slots=True)
class Reached:
    """A list as somebody stands to it."""

    found: List
    unit: Unit
    office: bool


async def reached(turn: Turn, list_id: int | None) -> Reached:
    """The list of a row number that came from outside, if it is this person's to see.

    Raises:
        Refused: there is none, or it is not.
    """
    try:
        found = await lists.get(turn.tx, list_id or 0)
    except LookupError:
        raise Refused("list-gone") from None
    unit = await units.get(turn.tx, found.unit_id)
    standing = Standing(turn.roles, unit.path)
    mine = any(each.list_id == found.id for each in await tasks.of_owner(turn.tx, turn.who.id))
    if not (standing.may(Right.SEE_TASKS) or mine):
        raise Refused("list-gone")
    return Reached(found, unit, standing.may(Right.TASKS))


async def _office(turn: Turn, list_id: int | None) -> Reached:
    found = await reached(turn, list_id)
    if not found.office:
        raise Refused("not-your-role", role=Words("role-secretary"))
    if found.found.closed_at is not None:
        raise Refused("list-closed-already")
    return found


async def command(turn: Turn) -> None:
    """The lists of this unit and below."""
    text, rows = await _all(turn)
    turn.reply(text, buttons=rows, quote=True)


async def _all(turn: Turn) -> tuple[str, Rows]:
    unit = await top(turn, Right.SEE_TASKS)
    found = [
        each
        for kind in KINDS
        for each in await lists.below(turn.tx, unit.path, kind, closed_since=turn.now - SHOWN_DAYS * _DAY)
    ]
    shown: list[str] = [say_here(turn, "list-all", unit=unit.shown, count=len(found)), ""]
    opening: list[Button] = []
    called = await titles(turn, found)
    for place, each in enumerate(found[:20], 1):
        standing = await tasks.of_list(turn.tx, each.id)
        mark = say_here(turn, f"list-kind-{each.kind}") + (say_here(turn, "list-mark-closed") if each.closed_at else "")
        shown += [
            f"{place}. {called[each.id]}（{mark}）",
            f"    {task_cards.progress(locale_here(turn), standing)}",
        ]
        opening.append(button(f"{place}. {pinch(called[each.id], 24)}", verbs.LIST_OPEN, each.id))
    if not found:
        shown.append(say_here(turn, "list-none"))
    rows: Rows = in_rows(opening, 2)
    if Standing(turn.roles, unit.path).may(Right.TASKS):
        new = tuple(
            button(say_here(turn, f"list-button-new-{kind}"), verbs.LIST_NEW, kind, style=Style.PRIMARY)
            for kind in KINDS
        )
        rows = (*rows, new)
    return "\n".join(shown), rows


async def new(turn: Turn, press: Press) -> None:
    """A new list: its name first."""
    kind = press.word(0)
    if kind not in KINDS:
        raise Refused("press-outdated")
    await top(turn, Right.TASKS)
    await questions.ask(turn, NAME, {"kind": kind}, text=say_here(turn, f"list-ask-{kind}"))
    turn.answer(turn.say("task-see-below"))


async def named(turn: Turn, question: Question) -> None:
    """“名称 | 责任领导 | 期限”: the list is there, and its lines are asked for."""
    unit = await top(turn, Right.TASKS)
    name, leader, due = (*(each.strip() for each in words_only(turn).replace("｜", "|").split("|")), "", "")[:3]
    if not name or len(name) > MOST_NAME:
        raise Refused("list-name", most=MOST_NAME)
    calendar = turn.house.calendar_for(unit.code)
    at = due_at(turn, due, calendar) if due else None
    found = await lists.add(
        turn.tx,
        question.facts["kind"],
        unit.id,
        name,
        leader=leader[:50],
        due_at=at,
        made_by=turn.who.id,
        now=turn.now,
    )
    await lists.follow(turn.tx, found.id, turn.who.id)
    asked = say_here(turn, f"list-enter-{found.kind}", name=name)
    if at is not None:
        date = in_full(locale_here(turn), calendar, turn.now, at)
        asked = "\n".join((say_here(turn, "list-due", date=date), asked))
    await questions.ask(turn, ENTER, {"list": found.id}, text=asked)


async def enter(turn: Turn, press: Press) -> None:
    """Add to a list."""
    found = (await _office(turn, press.number(0))).found
    await questions.ask(
        turn, ENTER, {"list": found.id}, text=say_here(turn, f"list-enter-{found.kind}", name=found.name)
    )
    turn.answer(turn.say("task-see-below"))


async def entered(turn: Turn, question: Question) -> None:
    """Lines came, or a table of them; more may follow in further messages until the question is put away."""
    at = await _office(turn, question.facts["list"])
    # The question stays open: a list is pasted in several messages.
    await questions.remember(turn, ENTER, {"list": at.found.id})
    found = await task_lines.lines_or_table(turn, list=at.found.id)
    if found is not None:
        await add(turn, at.found.id, found)


async def add(turn: Turn, list_id: int | None, found: Sequence[Line], *, sure: bool = False) -> None:
    """Add lines to a list; ``sure``: although a date among them was asked about."""
    at = await _office(turn, list_id)
    read = await task_lines.read(turn, found, at.unit)
    aim = {"list": at.found.id}
    if not sure and await task_lines.doubted(turn, read, ENTER, aim, aim):
        return
    if sure:
        await questions.remember(turn, ENTER, aim)
    made = await task_lines.give_all(
        turn,
        read,
        at.unit,
        source=at.found.kind,
        list_id=at.found.id,
        leader=at.found.leader,
        ticket_id=at.found.facts.get("ticket"),
    )
    standing = await tasks.of_list(turn.tx, at.found.id)
    turn.reply(
        "\n".join(
            (say_here(turn, "list-entered", count=len(made), whole=len(standing)), *task_lines.lines(turn, read))
        ),
        buttons=(
            *task_lines.opening(made),
            (
                button(say_here(turn, "list-button-done"), verbs.LIST_DONE, at.found.id, style=Style.PRIMARY),
                questions.cancel_button(turn),
            ),
        ),
        quote=True,
    )


async def done(turn: Turn, press: Press) -> None:
    """Nothing more is entered for now: the list is shown, and whoever follows it hears of it."""
    at = await reached(turn, press.number(0))
    question = await questions.pending(turn)
    if question is not None and question.kind == ENTER:
        await questions.drop(turn)
    text, rows = await _list(turn, at, 0)
    turn.edit(text, buttons=rows)


async def opened(turn: Turn, press: Press) -> None:
    """One list, whole."""
    turn.answer(turn.say("task-see-below"))
    await show(turn, press.number(0))


async def show(turn: Turn, list_id: int | None) -> None:
    """The same, for whoever came to it by another way."""
    text, rows = await _list(turn, await reached(turn, list_id), 0)
    turn.reply(text, buttons=rows)


async def page(turn: Turn, press: Press) -> None:
    """Another page of its tasks."""
    text, rows = await _list(turn, await reached(turn, press.number(0)), press.number(1) or 0)
    turn.edit(text, buttons=rows)


async def _list(turn: Turn, at: Reached, number: int) -> tuple[str, Rows]:
    found, locale = at.found, locale_here(turn)
    standing = [each for each in await tasks.of_list(turn.tx, found.id) if each.state != TaskState.DROPPED]
    head = [
        say_here(turn, "list-head", name=found.name, kind=say_here(turn, f"list-kind-{found.kind}"), unit=at.unit.shown)
    ]
    if found.leader:
        head.append(say_here(turn, "task-card-leader", leader=found.leader))
    if found.due_at is not None:
        head.append(say_here(turn, "list-due", date=in_full(locale, turn.house.calendar, turn.now, found.due_at)))
    aspects = dict.fromkeys(each.aspect for each in standing if each.aspect)
    if len(aspects) > 1:
        head.append(say_here(turn, "list-counts", aspects=len(aspects), problems=len(standing)))
    head.append(task_cards.progress(locale, standing))
    shown = sorted(standing, key=lambda each: (list(aspects).index(each.aspect) if each.aspect else -1, each.position))
    lines = await _lines(turn, shown[:MOST_LINES])
    if len(shown) > MOST_LINES:
        lines.append(say_here(turn, "task-remind-more", count=len(shown) - MOST_LINES))
    return "\n".join((*head, *lines)), await _tools(turn, at, shown, number)


async def _lines(turn: Turn, shown: list[Task]) -> list[str]:
    lines: list[str] = []
    aspect = None
    for place, each in enumerate(shown, 1):
        if each.aspect and each.aspect != aspect:
            lines.append(say_here(turn, "list-aspect", aspect=each.aspect))
            aspect = each.aspect
        lines.append(f"{place}. {task_cards.line_by_date(locale_here(turn), each, await calendar_of(turn, each))}")
    return lines


async def _tools(turn: Turn, at: Reached, shown: list[Task], number: int) -> Rows:
    found = at.found
    opening = [
        button(f"{place}. {shorten(each.title, 12)}", task_verbs.TASK_OPEN, each.id)
        for place, each in enumerate(shown, 1)
        if number * PAGE < place <= (number + 1) * PAGE
    ]
    rows = list(in_rows(opening, 2))
    turns = tuple(
        button(say_here(turn, key), verbs.LIST_PAGE, found.id, to)
        for key, to in (("desk-button-previous", number - 1), ("desk-button-next", number + 1))
        if 0 <= to * PAGE < max(1, len(shown))
    )
    if turns:
        rows.append(turns)
    follows = turn.who.id in await lists.followers(turn.tx, found.id)
    tools = [
        button(
            say_here(turn, "list-button-unfollow" if follows else "list-button-follow"), verbs.LIST_FOLLOW, found.id
        ),
        button(say_here(turn, "task-button-book"), verbs.LIST_BOOK, found.id),
    ]
    if at.office and found.closed_at is None:
        tools += [
            button(say_here(turn, "list-button-enter"), verbs.LIST_ADD, found.id),
            button(say_here(turn, "list-button-close"), verbs.LIST_CLOSE, found.id),
        ]
    return (*rows, *in_rows(tools, 2))


async def follow(turn: Turn, press: Press) -> None:
    """关注 or 取消关注, whichever it is not."""
    at = await reached(turn, press.number(0))
    if await lists.unfollow(turn.tx, at.found.id, turn.who.id):
        turn.answer(turn.say("list-unfollowed"))
    else:
        await lists.follow(turn.tx, at.found.id, turn.who.id)
        turn.answer(turn.say("list-followed"))
    text, rows = await _list(turn, at, 0)
    turn.edit(text, buttons=rows)


async def book(turn: Turn, press: Press) -> None:
    """The list as a file."""
    at = await reached(turn, press.number(0))
    turn.answer(turn.say("task-book-coming"))
    facts = {"list": at.found.id, "now": turn.now, "locale": locale_here(turn)}
    made = Attachment(FileKind.DOCUMENT, made="task_book", facts=facts)
    turn.reply(say_here(turn, "list-book", name=at.found.name), attachments=(made,))


async def close(turn: Turn, press: Press) -> None:
    """关闭: only when nothing on it is open any more."""
    at = await _office(turn, press.number(0))
    standing = await tasks.of_list(turn.tx, at.found.id)
    left = sum(each.state in (TaskState.OPEN, TaskState.REPORTED) for each in standing)
    if left:
        raise Refused("list-not-finished", count=left)
    if "ticket" in at.found.facts:
        await raiser_heard(turn, at.found.facts["ticket"])
    closed = await lists.close(turn.tx, at.found, turn.now)
    turn.answer(turn.say("list-closed", name=closed.name))
    await task_news.followers(turn, closed.id, "list-followed-closed", but=turn.who.id)
    text, rows = await _list(turn, await reached(turn, closed.id), 0)
    turn.edit(text, buttons=rows)
