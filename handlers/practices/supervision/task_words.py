"""What is said about a task: progress and the request to strike it off by its owner, the office's reasons and dates.

Words and files of progress and requests are gathered, shown, and sent by one press; a reason is one message.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass, replace
from typing import Any

from handlers.cases.steps import no_note
from handlers.components import albums, task_news
from handlers.conversations.secretary.finding import Gathered, gathered, words_only
from handlers.conversations.secretary.pickers import PAGE
from handlers.core import questions
from handlers.core.asked_dates import to_come
from handlers.core.buttons import Press, button, in_rows
from handlers.core.files import read_file
from handlers.core.here import locale_here, say_here
from handlers.core.previews import show_newest, stamp
from handlers.core.refusals import Refused
from handlers.core.routing import OnPress
from handlers.core.texts import DESK_LOCALE, locale_for, say
from handlers.core.turn import Kept, Question, Turn
from handlers.core.vocabulary import Attachment, Outgoing, OutKind, Rows, Spot, Style
from handlers.core.wording import in_full, pinch, shorten
from handlers.people.directories import staff
from handlers.practices.supervision import verbs
from handlers.rules.dates import read_reasoned
from handlers.rules.lifecycle import Role
from handlers.rules.tasks import TaskAction
from handlers.tasks import changes, giving, task_cards
from handlers.tasks import verbs as task_verbs
from handlers.tasks.changes import Seen, act, check, seen
from storage import people, roles, units
from storage.tasks import Task

DRAFT, REASON = "task_draft", "task_reason"
MOST_TEXT, MOST_FILES = 3000, 20


@dataclass(frozen=True, slots=True)
class Draft:
    """What is being written about a task; ``files`` as rows keep them, ``said`` the messages that it was made of."""

    task: int
    action: str
    text: str = ""
    files: tuple[str, ...] = ()
    said: tuple[str, ...] = ()

    @property
    def attachments(self) -> tuple[Attachment, ...]:
        """The files."""
        return tuple(read_file(each) for each in self.files)


def _draft(question: Question) -> Draft:
    facts: dict[str, Any] = dict(question.facts)
    return Draft(**{**facts, "files": tuple(facts["files"]), "said": tuple(facts["said"])})


def write(action: TaskAction) -> OnPress:
    """The press that begins progress, or the request to strike off."""

    async def begin(turn: Turn, press: Press) -> None:
        found = await seen(turn, press.number(0))
        check(turn, found, action)
        facts = asdict(Draft(found.task.id, action))
        await questions.ask(
            turn, DRAFT, facts, text=say_here(turn, f"task-ask-{action}", title=shorten(found.task.title, 60))
        )
        turn.answer(turn.say("task-see-below"))

    return begin


async def gather(turn: Turn, question: Question) -> None:
    """One more message of it."""
    no_note(turn)
    draft = _draft(question)
    found = await seen(turn, draft.task)
    check(turn, found, TaskAction(draft.action))
    before = Gathered(draft.text, draft.files, draft.said)
    after = gathered(turn, before, characters=MOST_TEXT, files=MOST_FILES)
    draft = replace(draft, text=after.text, files=after.files, said=after.said)
    message = turn.event.message
    await questions.remember(turn, DRAFT, asdict(draft))
    text, rows = _preview(turn, found.task, draft)
    turn.send(
        Outgoing(
            OutKind.SEND,
            to=turn.event.address,
            text=text,
            buttons=rows,
            reply_to=Spot(message=message) if message else None,
            not_before=albums.waiting(turn).get("not_before"),
            replace=f"task:{turn.event.album}" if turn.event.album else None,
        )
    )


def _preview(turn: Turn, task: Task, draft: Draft) -> tuple[str, Rows]:
    lines = [say_here(turn, f"task-preview-{draft.action}", title=shorten(task.title, 60)), "", draft.text]
    if draft.files:
        lines.append(say_here(turn, "task-card-files", count=len(draft.files)).strip())
    label = say_here(turn, f"task-send-{draft.action}")
    send = button(label, verbs.TASK_SEND, task.id, stamp(draft.action, draft.text, draft.files), style=Style.PRIMARY)
    return "\n".join(lines), ((send, questions.cancel_button(turn)),)


async def send(turn: Turn, press: Press) -> None:
    """What was shown is said."""
    question = await questions.pending(turn)
    if question is None or question.kind != DRAFT or question.facts["task"] != press.number(0):
        raise Refused("press-outdated")
    draft = _draft(question)
    if not draft.text and not draft.files:
        raise Refused("task-empty")
    action = TaskAction(draft.action)
    found = await seen(turn, draft.task)
    by_owner = check(turn, found, action) is Role.OWNER
    if press.number(1) != stamp(draft.action, draft.text, draft.files):
        show_newest(turn, *_preview(turn, found.task, draft))
        return
    more: dict[str, Any] = {"reported_at": turn.now} if action is TaskAction.REPORT else {}
    task = await act(turn, found, action, text=draft.text, files=draft.attachments, **more)
    await questions.drop(turn)
    turn.answer(turn.say("task-sent"))
    turn.edit(say_here(turn, f"task-done-{action}", title=shorten(task.title, 60)))
    if by_owner or action is TaskAction.REPORT:
        await task_news.desk(turn, task, f"task-desk-{action}", files=draft.attachments, words=draft.text)


def ask_reason(action: TaskAction) -> OnPress:
    """The press of the office that asks for a reason, a date or a name."""

    async def begin(turn: Turn, press: Press) -> None:
        found = await seen(turn, press.number(0))
        check(turn, found, action)
        rows: Rows = ()
        if action is TaskAction.HAND_OVER:
            rows = await _owner_rows(turn, found, press.number(1) or 0)
        await questions.ask(
            turn,
            REASON,
            {"task": found.task.id, "action": str(action)},
            text=say_here(turn, f"task-ask-{action}", title=shorten(found.task.title, 60)),
            buttons=rows,
        )
        turn.answer(turn.say("task-see-below"))

    return begin


async def _owner_rows(turn: Turn, found: Seen, number: int) -> Rows:
    path = (await units.get(turn.tx, found.task.unit_id)).path
    near = await roles.around(turn.tx, Role.OWNER, path)
    known = {each.person_id: each for each in reversed(near) if each.person_id != found.task.owner_id}
    called = staff(tuple(known.values()))
    shown = [
        button(pinch(called[each.id], 40), verbs.TASK_OWNER, found.task.id, each.person_id)
        for each in sorted(known.values(), key=lambda each: (each.path, each.name))
    ]
    rows = in_rows(shown[number * PAGE : (number + 1) * PAGE], 2)
    if len(shown) > (number + 1) * PAGE:
        further = button(say_here(turn, "task-button-further"), task_verbs.TASK_HAND_OVER, found.task.id, number + 1)
        rows = (*rows, (further,))
    return rows


async def reason(turn: Turn, question: Question) -> None:
    """The reason, the date or the name came."""
    action = TaskAction(question.facts["action"])
    found = await seen(turn, question.facts["task"])
    check(turn, found, action)
    no_note(turn)
    text = words_only(turn)
    match action:
        case TaskAction.MOVE:
            await _move(turn, found, text)
        case TaskAction.HAND_OVER:
            path = (await units.get(turn.tx, found.task.unit_id)).path
            person, name = await giving.owner_called(turn, text, path)
            await _hand_over(turn, found, person, name[:50])
        case _:
            task = await act(turn, found, action, text=text)
            await giving.tell_owner(turn, task, f"task-owner-{action}", words=text)
            turn.reply(say_here(turn, f"task-done-{action}", title=shorten(task.title, 60)), quote=True)
    await questions.drop(turn)


async def _move(turn: Turn, found: Seen, text: str) -> None:
    calendar = await changes.calendar_of(turn, found.task)
    read = read_reasoned(text, turn.now, calendar)
    until = to_come(turn, read, calendar)
    if not read.rest:
        raise Refused("task-date-why")
    task = await act(
        turn,
        found,
        TaskAction.MOVE,
        text=read.rest,
        detail={"from": found.task.due_at, "to": until},
        due_at=until,
        provisional=calendar.is_provisional(calendar.local(until).date()),
    )
    await giving.tell_owner(turn, task, "task-owner-move", words=read.rest)
    date = in_full(DESK_LOCALE, calendar, turn.now, until)
    turn.reply(
        say_here(turn, "task-done-move", title=shorten(task.title, 60), date=date, why=shorten(read.rest, 200)),
        buttons=((button(say_here(turn, "task-button-move"), task_verbs.TASK_MOVE, task.id),),),
        quote=True,
    )


async def owner_chosen(turn: Turn, press: Press) -> None:
    """This owner, from the list."""
    found = await seen(turn, press.number(0))
    check(turn, found, TaskAction.HAND_OVER)
    held = [each for each in await roles.of_person(turn.tx, press.number(1) or 0) if each.role == "owner"]
    if not held:
        raise Refused("press-outdated")
    await _hand_over(turn, found, held[0].person_id, held[0].name)
    await questions.drop(turn)


async def _hand_over(turn: Turn, found: Seen, person: int | None, name: str) -> None:
    before = found.task
    task = await act(
        turn,
        found,
        TaskAction.HAND_OVER,
        text=name,
        detail={"from": before.owner_id, "to": person},
        owner_id=person,
        owner_name=name,
    )
    if before.owner_id is not None and before.owner_id != person:
        gone = await people.get(turn.tx, before.owner_id)
        said = say(locale_for(gone.language), "task-owner-gone", title=task.title)
        turn.tell(gone, said, tasks=(task.id,))
    await giving.tell_owner(turn, task, "task-given")
    key = "task-done-hand_over" if person is not None else "task-done-hand_over-outside"
    turn.reply(say_here(turn, key, title=shorten(task.title, 60), owner=name), quote=True)


async def strike(turn: Turn, press: Press) -> None:
    """销号: the office has looked at the evidence."""
    found = await seen(turn, press.number(0))
    await changes.may_strike(turn, found)
    task = await act(turn, found, TaskAction.STRIKE, struck_at=turn.now, struck_by=turn.who.id)
    turn.answer(turn.say("task-done-strike", title=shorten(task.title, 60)))
    await task_news.struck(turn, task)
    await showing_again(turn, task)


async def relapse(turn: Turn, press: Press) -> None:
    """反弹: it came back and is to be done again."""
    found = await seen(turn, press.number(0))
    check(turn, found, TaskAction.RELAPSE)
    changes.may_relapse(turn, found.task)
    task = await act(
        turn,
        found,
        TaskAction.RELAPSE,
        struck_at=None,
        struck_by=None,
        reported_at=None,
        relapses=found.task.relapses + 1,
    )
    await giving.tell_owner(turn, task, "task-owner-relapse")
    turn.answer(turn.say("task-done-relapse", title=shorten(task.title, 60)))
    await showing_again(turn, task)


async def opened(turn: Turn, press: Press) -> None:
    """The task of a list, whole, with its evidence."""
    found = await seen(turn, press.number(0))
    turn.answer(turn.say("task-see-below"))
    locale = locale_here(turn)
    turn.reply(
        await task_cards.card(turn, found.task, locale),
        buttons=await _buttons(turn, found, locale),
        tasks=(found.task.id,),
    )


async def _buttons(turn: Turn, found: Seen, locale: str) -> Rows:
    rows: Rows = ()
    if found.role in (Role.SECRETARY, Role.OWNER):
        shown = task_cards.office_buttons if found.role is Role.SECRETARY else task_cards.owner_buttons
        rows = shown(locale, found.task)
    if await task_news.evidence(turn, found.task):
        rows = (*rows, (button(say(locale, "task-button-files"), verbs.TASK_FILES, found.task.id),))
    return rows


async def files(turn: Turn, press: Press) -> None:
    """The evidence that was brought, in its order."""
    found = await seen(turn, press.number(0))
    brought = await task_news.evidence(turn, found.task)
    if not brought:
        raise Refused("task-no-files")
    turn.answer(turn.say("task-see-below"))
    turn.reply(
        say_here(turn, "task-files", title=shorten(found.task.title, 60)), attachments=brought, tasks=(found.task.id,)
    )


async def showing_again(turn: Turn, task: Task) -> None:
    """The message that was pressed shows the task as it is now."""
    locale = locale_here(turn)
    found = await seen(turn, task.id)
    turn.edit(await task_cards.card(turn, task, locale), buttons=await _buttons(turn, found, locale))


async def _name(turn: Turn, question: Question) -> str:
    draft = _draft(question)
    return draft.text or (say_here(turn, "task-card-files", count=len(draft.files)).strip() if draft.files else "")


async def _again(turn: Turn, question: Question) -> None:
    draft = _draft(question)
    text, rows = _preview(turn, (await seen(turn, draft.task)).task, draft)
    turn.reply(text, buttons=rows)


KEPT = Kept(_name, _again)
