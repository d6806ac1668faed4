"""What was heard, one message each; and what becomes of it: a ticket, an answer on the spot, a promise with a date."""

from __future__ import annotations

import re
from dataclasses import replace

from handlers import albums, asking
from handlers.asking import Question
from handlers.buttons import Press, button
from handlers.case import intake
from handlers.case.acting import Refused, read_file, write_file
from handlers.case.intake import Concern
from handlers.case.telling import DESK_LOCALE
from handlers.desk.finding import sendable, words_only
from handlers.offline.logging import show_code
from handlers.raising.suggesting import suggest
from handlers.rules.dates import read_date
from handlers.rules.lifecycle import Kind, Naming, Source
from handlers.rules.names import kind_of
from handlers.rules.terms import title_of
from handlers.tasks.giving import Giving, give, owner_called
from handlers.tasks.talking import words
from handlers.turn import Turn
from handlers.visits.opening import ITEMS, name_of, tools
from handlers.visits.reach import reached, reached_item
from handlers.vocabulary import Outgoing, OutKind, Rows, Spot, Style
from handlers.wording import day, shorten
from storage import lists, tickets, units, visits
from storage.visits import Item, Visit

REPLY, PROMISE = "visit_reply", "visit_promise"
SOURCES = {"round": Source.BOX, "visit": Source.VISIT, "talk": Source.VISIT, "site": Source.ONSITE}
WAYS = {
    "round": ("ticket",),
    "visit": ("answered", "ticket"),
    "talk": ("answered", "ticket"),
    "site": ("answered", "coordinated", "promised"),
}
_SPEAKER = re.compile(r"^([^：:\s，。,]{1,10})[：:]\s*(?=\S)")
_NOBODY = frozenset({"匿名", "不具名", "未署名"})


async def gather(turn: Turn, question: Question) -> None:
    """One more opinion; the parts of an album are one."""
    visit = await reached(turn, question.facts["visit"])
    text, files = sendable(turn)
    if not text and not files:
        raise Refused(turn.say("visit-item-empty"))
    kept = [write_file(each) for each in files]
    album = turn.event.album or ""
    known = [each for each in await visits.items(turn.tx, visit.id) if album and each.album == album and not each.way]
    if known:
        item = replace(known[0], files=(*known[0].files, *kept), text="\n".join(filter(None, (known[0].text, text))))
        await visits.save_item(turn.tx, item)
    else:
        found = _SPEAKER.match(text)
        speaker = found[1] if found is not None else ""
        item = await visits.add_item(
            turn.tx,
            visit.id,
            text[found.end() :] if found else text,
            speaker="" if speaker in _NOBODY else speaker,
            files=kept,
            album=album,
            by=turn.who.id,
            now=turn.now,
        )
    await asking.remember(turn, ITEMS, question.facts)
    message = turn.event.message
    turn.send(
        Outgoing(
            OutKind.SEND,
            to=turn.event.address,
            text=described(turn, item),
            buttons=(*_ways(turn, visit, item), *tools(turn, visit)),
            reply_to=Spot(message=message) if message else None,
            not_before=albums.waiting(turn).get("not_before"),
            replace=f"visit:{album}" if album else None,
        )
    )


def described(turn: Turn, item: Item) -> str:
    """One item in a line or two."""
    files = words(turn, "task-card-files", count=len(item.files)) if item.files else ""
    speaker = f"{item.speaker}：" if item.speaker else ""
    way = words(turn, "visit-item-way", way=words(turn, f"visit-way-{item.way}")) if item.way else ""
    return words(turn, "visit-item", place=item.position, text=speaker + shorten(item.text, 300) + files) + way


def _ways(turn: Turn, visit: Visit, item: Item) -> Rows:
    shown = [
        button(words(turn, f"visit-way-{each}"), f"visit_{each}", item.id, style=Style.PLAIN)
        for each in WAYS[visit.kind]
        if visit.kind != "round"
    ]
    return tuple(filter(None, (tuple(shown), (button(words(turn, "visit-button-drop"), "visit_drop", item.id),))))


async def drop(turn: Turn, press: Press) -> None:
    """Written down by mistake."""
    _, item = await reached_item(turn, press.number(0))
    await visits.drop_item(turn.tx, item.id)
    turn.answer(turn.say("visit-dropped"))
    turn.edit(words(turn, "visit-dropped-head", place=item.position))


async def to_ticket(turn: Turn, press: Press) -> None:
    """转为反映, or 现场协调: a ticket from here on."""
    visit, item = await reached_item(turn, press.number(0))
    way = "coordinated" if press.verb == "visit_coordinated" else "ticket"
    after = await make_ticket(turn, visit, item, way)
    ticket = await tickets.get(turn.tx, after.ticket_id or 0)
    turn.answer(turn.say("visit-ticket-made", number=ticket.number))
    turn.edit(described(turn, after), buttons=tools(turn, visit))


async def make_ticket(turn: Turn, visit: Visit, item: Item, way: str) -> Item:
    """A ticket of what was heard; whoever gave their name is its raiser on paper, others stay unnamed."""
    title = title_of(item.text) or words(turn, f"visit-untitled-{visit.kind}")
    suggestion = await suggest(turn, title, item.text)
    kind = kind_of(item.text)
    submitted = await intake.submit(
        turn,
        Concern(
            text=item.text or title,
            unit_id=visit.unit_id,
            kind=kind,
            naming=Naming.NAMED if item.speaker else Naming.ANONYMOUS,
            title=title,
            category_id=None if kind is Kind.REPORT else suggestion.clear,
            files=tuple(read_file(each) for each in item.files),
            source=SOURCES[visit.kind],
            place_id=visit.box_id,
            contact={"name": item.speaker} if item.speaker else {},
        ),
        raiser=None,
    )
    after = replace(item, way=way, ticket_id=submitted.ticket.id)
    await visits.save_item(turn.tx, after)
    if submitted.code is not None:
        show_code(turn, submitted.ticket, submitted.code)
    return after


async def answer(turn: Turn, press: Press) -> None:
    """当场答复: what was said to them."""
    visit, item = await reached_item(turn, press.number(0))
    await asking.ask(
        turn, REPLY, {"visit": visit.id, "item": item.id}, text=words(turn, "visit-ask-reply", place=item.position)
    )
    turn.answer(turn.say("task-see-below"))


async def answered(turn: Turn, question: Question) -> None:
    """The answer that was given there."""
    visit, item = await reached_item(turn, question.facts["item"])
    after = replace(item, way="answered", reply=words_only(turn))
    await visits.save_item(turn.tx, after)
    await _back(turn, visit, after)


async def promise(turn: Turn, press: Press) -> None:
    """现场承诺: who does what until when."""
    visit, item = await reached_item(turn, press.number(0))
    await asking.ask(
        turn, PROMISE, {"visit": visit.id, "item": item.id}, text=words(turn, "visit-ask-promise", place=item.position)
    )
    turn.answer(turn.say("task-see-below"))


async def promised(turn: Turn, question: Question) -> None:
    """“责任人 | 期限 | 承诺内容”: it enters the list of what is supervised."""
    visit, item = await reached_item(turn, question.facts["item"])
    owner, due, measure = (*(each.strip() for each in words_only(turn).replace("｜", "|").split("|")), "", "")[:3]
    unit = await units.get(turn.tx, visit.unit_id)
    calendar = turn.house.calendar_for(unit.code)
    at = read_date(f"{due}天" if due.isdigit() else due, turn.now, calendar).at if due else None
    if not owner or at is None:
        raise Refused(turn.say("visit-promise-unread"))
    if visit.list_id is None:
        made = await lists.add(
            turn.tx, "session", unit.id, name_of(turn, visit), leader=visit.host, made_by=turn.who.id, now=turn.now
        )
        visit = replace(visit, list_id=made.id)
        await visits.save(turn.tx, visit)
    person, name = await owner_called(turn, owner, unit.path)
    task = await give(
        turn,
        Giving(
            title=shorten(item.text, 200) or words(turn, "visit-untitled-site"),
            unit_id=unit.id,
            source="onsite",
            measure=measure,
            leader=visit.host,
            owner_id=person,
            owner_name=name,
            due_at=at,
            list_id=visit.list_id,
        ),
    )
    after = replace(item, way="promised", task_id=task.id, reply=measure)
    await visits.save_item(turn.tx, after)
    outside = words(turn, "task-owner-outside") if person is None else ""
    await _back(turn, visit, after, f"{name}{outside} · {day(DESK_LOCALE, calendar, at)}")


async def _back(turn: Turn, visit: Visit, item: Item, more: str = "") -> None:
    """What is written next is another item again."""
    await asking.remember(turn, ITEMS, {"visit": visit.id})
    text = "\n".join(filter(None, (described(turn, item), more)))
    turn.reply(text, buttons=tools(turn, visit), quote=True)
