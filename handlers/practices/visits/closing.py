"""Closing one: nothing that was heard stays without a way; the minutes and the register come out as files."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from handlers.core import questions
from handlers.core.buttons import Press, button
from handlers.core.here import locale_here, say_here
from handlers.core.previews import show_newest, stamp
from handlers.core.turn import Turn
from handlers.core.vocabulary import Attachment, FileKind, Rows, Style
from handlers.core.wording import shorten
from handlers.practices.visits import verbs
from handlers.practices.visits.heard import described
from handlers.practices.visits.openings import ITEMS, name_of
from handlers.practices.visits.visit_reach import reached
from handlers.practices.visits.ways import DEFAULT, make_ticket, say_codes
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
    lines = [say_here(turn, "visit-finish", name=name_of(turn, visit), count=len(items)), *_ways(turn, items)]
    lines += [shorten(described(turn, each).replace("\n", " "), 80) for each in items[:SHOWN]]
    if len(items) > SHOWN:
        lines.append(say_here(turn, "visit-more", count=len(items) - SHOWN))
    if undecided:
        lines.append(say_here(turn, f"visit-undecided-{DEFAULT[visit.kind]}", count=undecided))
    if visit.detail.get("headless"):
        lines.append(
            say_here(turn, f"visit-headless-{'round' if visit.kind == 'round' else 'occasion'}", count=len(items))
        )
    said = visit.detail.get("letters")
    if visit.kind == "round" and said and said != len(items):
        lines.append(say_here(turn, "visit-letters-differ", said=said, count=len(items)))
    close = button(
        say_here(turn, "visit-button-close"), verbs.VISIT_CLOSE, visit.id, _stamp(items), style=Style.PRIMARY
    )
    return "\n".join(lines), ((close, button(say_here(turn, "visit-button-more"), verbs.VISIT_JOIN, visit.id)),)


def _stamp(items: tuple[Item, ...]) -> int:
    return stamp([(each.id, each.text, each.files, each.way) for each in items])


def _ways(turn: Turn, items: tuple[Item, ...]) -> list[str]:
    counted = Counter(each.way for each in items if each.way)
    return [
        say_here(turn, "visit-way-count", way=say_here(turn, f"visit-way-{way}"), count=n) for way, n in counted.items()
    ]


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
    question = await questions.pending(turn)
    if question is not None and question.kind == ITEMS:
        await questions.drop(turn)
    items = await visits.items(turn.tx, visit.id)
    turn.answer(turn.say("visit-closed-now"))
    turn.edit(
        "\n".join(
            (say_here(turn, "visit-closed-head", name=name_of(turn, visit), count=len(items)), *_ways(turn, items))
        )
    )
    say_codes(turn, made)
    turn.reply(say_here(turn, "visit-files", name=name_of(turn, visit)), attachments=files(turn, closed))


def files(turn: Turn, visit: Visit) -> tuple[Attachment, ...]:
    """The minutes (not of a box) and the register."""
    facts = {"visit": visit.id, "now": turn.now, "locale": locale_here(turn)}
    book = Attachment(FileKind.DOCUMENT, made="visit_book", facts=facts)
    if visit.kind == "round":
        return (book,)
    return (Attachment(FileKind.DOCUMENT, made="visit_minutes", facts=facts), book)
