"""A table of matters instead of one message each: a template to fill in, its rows judged one by one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from handlers.components import sheets
from handlers.components.sheets import Form
from handlers.core import namesakes
from handlers.core.buttons import Press
from handlers.core.here import locale_here, say_here
from handlers.core.texts import say
from handlers.core.turn import Turn
from handlers.core.vocabulary import Attachment, FileKind
from handlers.core.wording import in_full, shorten
from handlers.practices.visits.openings import tools
from handlers.practices.visits.visit_reach import not_names, reached
from handlers.practices.visits.ways import WAYS, Made, make_promise, make_ticket, say_codes
from handlers.rules.calendar import WorkCalendar
from handlers.rules.directory import FitsSeveral
from handlers.rules.matters import Bad, Matter, Occasion, has_heading, read_matters
from handlers.tasks.giving import owners_of
from storage import units, visits
from storage.visits import Item, Visit

OUTCOME = "visit_sheet"
_SHOWN = 20
"""So many rows that were not taken are named, each with why."""


def form(kind: str, locale: str) -> Form:
    """The table to fill in for a kind of visit: where more than one thing can become of a matter, it is chosen."""
    columns = tuple(say(locale, f"visit-template-{kind}").split("|"))
    ways = tuple(say(locale, f"visit-way-{each}") for each in WAYS[kind])
    choices = {columns.index(say(locale, "visit-column-way")): ways} if len(ways) > 1 else {}
    return Form(say(locale, f"visit-template-name-{kind}"), columns, choices)


async def template(turn: Turn, press: Press) -> None:
    """录入表: an empty one to fill in."""
    visit = await reached(turn, press.number(0))
    facts = {"kind": visit.kind, "now": turn.now, "locale": locale_here(turn)}
    turn.answer(turn.say("task-see-below"))
    turn.reply(
        say_here(turn, "visit-template"),
        attachments=(Attachment(FileKind.DOCUMENT, made="visit_template", facts=facts),),
    )


async def came(turn: Turn) -> None:
    """The rows are there: the good ones are taken as if they had been written, the others are named."""
    name = str(turn.event.facts["name"])
    await sheets.as_sender(turn)
    visit = await reached(turn, turn.event.facts["visit"])
    wanted = say_here(turn, f"visit-template-{visit.kind}").replace("|", say_here(turn, "sheet-comma"))
    rows = await sheets.rows(turn, has_heading, wanted)
    there = await visits.items(turn.tx, visit.id)
    calendar = turn.house.calendar_for((await units.get(turn.tx, visit.unit_id)).code)
    occasion = Occasion(WAYS[visit.kind], turn.now, calendar, await not_names(turn))
    good, bad = read_matters(rows, occasion, {each.text for each in there})
    to_take, refused = await _with_owners(turn, visit, good, bad)
    made: list[Made] = []
    taken = [await _take(turn, visit, each, made) for each in to_take]
    promises = _promises(turn, to_take, calendar)
    turn.reply("\n".join((_told(turn, name, taken, refused), *promises)), buttons=tools(turn, visit))
    say_codes(turn, made)


async def _with_owners(
    turn: Turn, visit: Visit, good: Sequence[Matter], bad: Sequence[Bad]
) -> tuple[list[Matter], list[Bad]]:
    """A promise whose owner's name is that of several is not taken: its row says who they are."""
    known = await owners_of(turn, (await units.get(turn.tx, visit.unit_id)).path)
    taken, refused = [], [*bad]
    for each in good:
        try:
            if each.owner:
                known.the_one(each.owner, part=False)
        except FitsSeveral as several:
            refused.append(Bad(each.line, "owner", {"why": namesakes.words(turn, several)}))
        else:
            taken.append(each)
    return taken, sorted(refused, key=lambda each: each.line)


async def _take(turn: Turn, visit: Visit, matter: Matter, made: list[Made]) -> Item:
    item = await visits.add_item(turn.tx, visit.id, matter.text, speaker=matter.speaker, by=turn.who.id, now=turn.now)
    match matter.way:
        case "answered":
            item = replace(item, way="answered", reply=matter.reply)
            await visits.save_item(turn.tx, item)
        case "promised":
            assert matter.due_at is not None
            item, _ = await make_promise(
                turn, visit, item, owner=matter.owner, due_at=matter.due_at, measure=matter.reply
            )
        case "ticket" | "coordinated":
            made.append(await make_ticket(turn, visit, item, matter.way))
            item = made[-1].item
    return item


def _promises(turn: Turn, good: Sequence[Matter], calendar: WorkCalendar) -> list[str]:
    """What was promised, each with the date that was read, and how it is changed."""
    locale = locale_here(turn)
    lines = [
        say_here(
            turn,
            "visit-sheet-promise",
            text=shorten(each.text, 30),
            owner=each.owner,
            date=in_full(locale, calendar, turn.now, each.due_at),
        )
        for each in good
        if each.due_at is not None
    ]
    return [*lines[:_SHOWN], say_here(turn, "visit-sheet-promises")] if lines else []


def _told(turn: Turn, name: str, taken: Sequence[Item], bad: Sequence[Bad]) -> str:
    ways = Counter(each.way for each in taken if each.way)
    lines = [say_here(turn, "visit-sheet-taken", name=name, count=len(taken))]
    lines += [
        say_here(turn, "visit-way-count", way=say_here(turn, f"visit-way-{way}"), count=n) for way, n in ways.items()
    ]
    if bad:
        lines += ["", say_here(turn, "visit-sheet-bad", count=len(bad))]
        lines += [
            say_here(turn, "visit-sheet-row", line=each.line, why=say_here(turn, f"visit-row-{each.why}", **each.facts))
            for each in bad[:_SHOWN]
        ]
    if len(bad) > _SHOWN:
        lines.append(say_here(turn, "visit-more", count=len(bad) - _SHOWN))
    return "\n".join(lines)
