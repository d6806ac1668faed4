"""What was heard, one message each; and what becomes of it: a ticket, an answer on the spot, a promise with a date."""

from __future__ import annotations

from dataclasses import replace

from handlers.cases.urgent_help import seen_in
from handlers.components import albums, sheets
from handlers.conversations.secretary.finding import sendable, words_only
from handlers.core import questions
from handlers.core.asked_dates import due_at
from handlers.core.buttons import Press, button
from handlers.core.files import write_file
from handlers.core.here import say_here
from handlers.core.questions import Question
from handlers.core.refusals import Refused
from handlers.core.texts import DESK_LOCALE
from handlers.core.turn import Turn
from handlers.core.vocabulary import Outgoing, OutKind, Rows, Spot, Style
from handlers.core.wording import in_full, shorten
from handlers.practices.visits import verbs
from handlers.practices.visits.matter_sheets import OUTCOME as SHEET
from handlers.practices.visits.openings import ITEMS, tools
from handlers.practices.visits.visit_reach import not_names, reached, reached_item
from handlers.practices.visits.ways import WAYS, make_promise, make_ticket, say_codes
from handlers.rules.speakers import speaker_in
from handlers.tasks import verbs as task_verbs
from storage import units, visits
from storage.tasks import Task
from storage.visits import Item, Visit

REPLY, PROMISE = "visit_reply", "visit_promise"


async def gather(turn: Turn, question: Question) -> None:
    """One more opinion; the parts of an album are one, and a table of many is read."""
    visit = await _still(turn, question.facts["visit"])
    if visit is None:
        return
    text, files = sendable(turn)
    if not text and not files:
        raise Refused("visit-item-empty")
    if sheets.is_sheet(files):
        await questions.remember(turn, ITEMS, question.facts)
        sheets.fetch(turn, files[0], SHEET, {"visit": visit.id})
        return
    kept = [write_file(each) for each in files]
    album = turn.event.album or ""
    known = [each for each in await visits.items(turn.tx, visit.id) if album and each.album == album and not each.way]
    if known:
        item = replace(known[0], files=(*known[0].files, *kept), text="\n".join(filter(None, (known[0].text, text))))
        await visits.save_item(turn.tx, item)
    else:
        speaker, said = speaker_in(text, await not_names(turn))
        item = await visits.add_item(
            turn.tx, visit.id, said, speaker=speaker, files=kept, album=album, by=turn.who.id, now=turn.now
        )
    await questions.remember(turn, ITEMS, question.facts)
    message = turn.event.message
    turn.send(
        Outgoing(
            OutKind.SEND,
            to=turn.event.address,
            text="\n".join(filter(None, (described(turn, item), _feared(turn, item)))),
            buttons=(*_ways(turn, visit, item), *tools(turn, visit)),
            reply_to=Spot(message=message) if message else None,
            not_before=albums.waiting(turn).get("not_before"),
            replace=f"visit:{album}" if album else None,
        )
    )


async def _still(turn: Turn, visit_id: int) -> Visit | None:
    """The visit, if it is open; closed by a colleague meanwhile, whoever still writes in it is let go."""
    visit = await visits.get(turn.tx, visit_id)
    if visit is not None and visit.closed_at is None:
        return await reached(turn, visit_id)
    await questions.drop(turn)
    turn.reply(say_here(turn, "visit-closed-meanwhile"), quote=True)
    return None


async def _undecided(turn: Turn, question: Question) -> tuple[Visit, Item] | None:
    """The item that an answer is for; decided by a colleague meanwhile, what is written next is another one again."""
    visit = await _still(turn, question.facts["visit"])
    if visit is None:
        return None
    item = await visits.item(turn.tx, question.facts["item"])
    if item is not None and not item.way:
        return visit, item
    await questions.remember(turn, ITEMS, {"visit": visit.id})
    if item is None:
        turn.reply(say_here(turn, "visit-item-gone"), buttons=tools(turn, visit), quote=True)
    else:
        way = say_here(turn, f"visit-way-{item.way}")
        turn.reply(say_here(turn, "visit-decided", way=way), buttons=tools(turn, visit), quote=True)
    return None


def described(turn: Turn, item: Item) -> str:
    """One item in a line or two; a name that was read out of it is said as one, so that a wrong one is seen."""
    files = say_here(turn, "task-card-files", count=len(item.files)) if item.files else ""
    way = say_here(turn, "visit-item-way", way=say_here(turn, f"visit-way-{item.way}")) if item.way else ""
    speaker = say_here(turn, "visit-item-speaker", name=item.speaker) if item.speaker else ""
    return say_here(turn, "visit-item", place=item.position, text=shorten(item.text, 300) + files) + speaker + way


def _feared(turn: Turn, item: Item) -> str:
    danger = seen_in(turn, item.text)
    return say_here(turn, f"off-preview-{danger}") if danger else ""


def _ways(turn: Turn, visit: Visit, item: Item) -> Rows:
    shown = [
        button(say_here(turn, f"visit-way-{each}"), verbs.OF_WAY[each], item.id, style=Style.PLAIN)
        for each in WAYS[visit.kind]
        if visit.kind != "round"
    ]
    return tuple(
        filter(None, (tuple(shown), (button(say_here(turn, "visit-button-drop"), verbs.VISIT_DROP, item.id),)))
    )


async def drop(turn: Turn, press: Press) -> None:
    """Written down by mistake."""
    _, item = await reached_item(turn, press.number(0))
    await visits.drop_item(turn.tx, item.id)
    turn.answer(turn.say("visit-dropped"))
    turn.edit(say_here(turn, "visit-dropped-head", place=item.position))


async def to_ticket(turn: Turn, press: Press) -> None:
    """转为反映, or 现场协调: a ticket from here on."""
    visit, item = await reached_item(turn, press.number(0))
    way = "coordinated" if press.verb == verbs.VISIT_COORDINATED else "ticket"
    made = await make_ticket(turn, visit, item, way)
    say_codes(turn, (made,))
    turn.answer(turn.say("visit-ticket-made", number=made.ticket.number))
    turn.edit(described(turn, made.item), buttons=tools(turn, visit))


async def answer(turn: Turn, press: Press) -> None:
    """当场答复: what was said to them."""
    visit, item = await reached_item(turn, press.number(0))
    await questions.ask(
        turn, REPLY, {"visit": visit.id, "item": item.id}, text=say_here(turn, "visit-ask-reply", place=item.position)
    )
    turn.answer(turn.say("task-see-below"))


async def answered(turn: Turn, question: Question) -> None:
    """The answer that was given there."""
    found = await _undecided(turn, question)
    if found is None:
        return
    visit, item = found
    after = replace(item, way="answered", reply=words_only(turn))
    await visits.save_item(turn.tx, after)
    await _back(turn, visit, after)


async def promise(turn: Turn, press: Press) -> None:
    """现场承诺: who does what until when."""
    visit, item = await reached_item(turn, press.number(0))
    await questions.ask(
        turn,
        PROMISE,
        {"visit": visit.id, "item": item.id},
        text=say_here(turn, "visit-ask-promise", place=item.position),
    )
    turn.answer(turn.say("task-see-below"))


async def promised(turn: Turn, question: Question) -> None:
    """“责任人 | 期限 | 承诺内容”: it enters the list of what is supervised."""
    found = await _undecided(turn, question)
    if found is None:
        return
    visit, item = found
    owner, due, measure = (*(each.strip() for each in words_only(turn).replace("｜", "|").split("|")), "", "")[:3]
    calendar = turn.house.calendar_for((await units.get(turn.tx, visit.unit_id)).code)
    if not owner or not due:
        raise Refused("visit-promise-unread")
    at = due_at(turn, due, calendar)
    after, task = await make_promise(turn, visit, item, owner=owner, due_at=at, measure=measure)
    outside = say_here(turn, "task-owner-outside") if task.owner_id is None else ""
    await _back(
        turn, visit, after, f"{task.owner_name}{outside} · {in_full(DESK_LOCALE, calendar, turn.now, at)}", task
    )


async def _back(turn: Turn, visit: Visit, item: Item, more: str = "", task: Task | None = None) -> None:
    """What is written next is another item again; the date of a promise can be changed at once."""
    await questions.remember(turn, ITEMS, {"visit": visit.id})
    text = "\n".join(filter(None, (described(turn, item), more)))
    move = () if task is None else ((button(say_here(turn, "task-button-move"), task_verbs.TASK_MOVE, task.id),),)
    turn.reply(text, buttons=(*move, *tools(turn, visit)), quote=True)
