"""Closing one: nothing that was heard stays without a way; the minutes and the register come out as files."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from handlers import asking
from handlers.buttons import Press, button
from handlers.previews import show_newest, stamp
from handlers.tasks import showing
from handlers.tasks.talking import words
from handlers.turn import Turn
from handlers.visits.deciding import DEFAULT, make_ticket, say_codes
from handlers.visits.entering import described
from handlers.visits.opening import ITEMS, name_of
from handlers.visits.reach import reached
from handlers.vocabulary import Attachment, FileKind, Rows, Style
from handlers.wording import shorten
from storage import visits
from storage.visits import Item, Visit

SHOWN = 25
"""How many are shown before it is closed, each in a line."""


async def finish(turn: Turn, press: Press) -> None:
    """完成: what there is, and what becomes of that which nobody has decided."""
    visit = await reached(turn, press.number(0))
    text, rows = await _finishing(turn, visit)
    turn.answer(turn.say("task-see-below"))
    turn.reply(text, buttons=rows)


async def _finishing(turn: Turn, visit: Visit) -> tuple[str, Rows]:
    items = await visits.items(turn.tx, visit.id)
    undecided = sum(not each.way for each in items)
    lines = [words(turn, "visit-finish", name=name_of(turn, visit), count=len(items)), *_ways(turn, items)]
    lines += [shorten(described(turn, each).replace("\n", " "), 80) for each in items[:SHOWN]]
    if len(items) > SHOWN:
        lines.append(words(turn, "visit-more", count=len(items) - SHOWN))
    if undecided:
        lines.append(words(turn, f"visit-undecided-{DEFAULT[visit.kind]}", count=undecided))
    if visit.detail.get("headless"):
        lines.append(
            words(turn, f"visit-headless-{'round' if visit.kind == 'round' else 'occasion'}", count=len(items))
        )
    said = visit.detail.get("letters")
    if visit.kind == "round" and said and said != len(items):
        lines.append(words(turn, "visit-letters-differ", said=said, count=len(items)))
    close = button(words(turn, "visit-button-close"), "visit_close", visit.id, _stamp(items), style=Style.PRIMARY)
    return "\n".join(lines), ((close, button(words(turn, "visit-button-more"), "visit_join", visit.id)),)


def _stamp(items: tuple[Item, ...]) -> int:
    return stamp([(each.id, each.text, each.files, each.way) for each in items])


def _ways(turn: Turn, items: tuple[Item, ...]) -> list[str]:
    counted = Counter(each.way for each in items if each.way)
    return [words(turn, "visit-way-count", way=words(turn, f"visit-way-{way}"), count=n) for way, n in counted.items()]


async def close(turn: Turn, press: Press) -> None:
    """确认结束."""
    visit = await reached(turn, press.number(0))
    if press.number(1) != _stamp(await visits.items(turn.tx, visit.id)):
        show_newest(turn, *await _finishing(turn, visit))
        return
    undecided = [each for each in await visits.items(turn.tx, visit.id) if not each.way]
    made = [await make_ticket(turn, visit, each, DEFAULT[visit.kind]) for each in undecided]
    # Promises may have given it a list meanwhile.
    closed = await reached(turn, visit.id)
    items = await visits.items(turn.tx, visit.id)
    if closed.kind == "round" and closed.detail.get("headless"):
        closed = replace(closed, detail={**closed.detail, "letters": len(items)})
    closed = replace(closed, closed_at=turn.now)
    await visits.save(turn.tx, closed)
    question = await asking.pending(turn)
    if question is not None and question.kind == ITEMS:
        await asking.drop(turn)
    items = await visits.items(turn.tx, visit.id)
    turn.answer(turn.say("visit-closed-now"))
    turn.edit(
        "\n".join((words(turn, "visit-closed-head", name=name_of(turn, visit), count=len(items)), *_ways(turn, items)))
    )
    say_codes(turn, made)
    turn.reply(words(turn, "visit-files", name=name_of(turn, visit)), attachments=files(turn, closed))


def files(turn: Turn, visit: Visit) -> tuple[Attachment, ...]:
    """The minutes (not of a box) and the register."""
    facts = {"visit": visit.id, "now": turn.now, "locale": showing.locale_here(turn)}
    book = Attachment(FileKind.DOCUMENT, made="visit_book", facts=facts)
    if visit.kind == "round":
        return (book,)
    return (Attachment(FileKind.DOCUMENT, made="visit_minutes", facts=facts), book)
