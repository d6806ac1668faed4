"""What becomes of one that was heard: a ticket with its follow code, or a promise with an owner and a date."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from handlers.cases import submission
from handlers.cases.submission import Concern
from handlers.components.follow_slip import show_code
from handlers.conversations.raiser.category_hints import suggest
from handlers.core.files import read_file
from handlers.core.here import say_here
from handlers.core.turn import Turn
from handlers.core.wording import shorten
from handlers.practices.visits.openings import name_of
from handlers.rules.codes import spaced
from handlers.rules.lifecycle import Kind, Naming, Source
from handlers.rules.names import kind_of
from handlers.rules.terms import title_of
from handlers.tasks.giving import Giving, give, owner_called
from storage import lists, units, visits
from storage.tasks import Task
from storage.tickets import Ticket
from storage.visits import Item, Visit

SOURCES = {"round": Source.BOX, "visit": Source.VISIT, "talk": Source.VISIT, "site": Source.ONSITE}
WAYS = {
    "round": ("ticket",),
    "visit": ("answered", "ticket"),
    "talk": ("answered", "ticket"),
    "site": ("answered", "coordinated", "promised"),
}
"""What each kind offers for one."""
DEFAULT = {"round": "ticket", "visit": "ticket", "talk": "ticket", "site": "coordinated"}
"""What becomes of those that nobody decided."""
_CODES = 40
"""In one message; a message holds about a hundred lines of them."""


@dataclass(frozen=True, slots=True)
class Made:
    """A ticket that one became, and its follow code."""

    item: Item
    ticket: Ticket
    code: str | None


async def make_ticket(turn: Turn, visit: Visit, item: Item, way: str) -> Made:
    """A ticket of what was heard; whoever gave their name is its raiser on paper, others stay unnamed."""
    title = title_of(item.text) or say_here(turn, f"visit-untitled-{visit.kind}")
    suggestion = await suggest(turn, title, item.text)
    kind = kind_of(item.text)
    submitted = await submission.submit(
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
    return Made(after, submitted.ticket, submitted.code)


def say_codes(turn: Turn, made: Sequence[Made]) -> None:
    """The follow codes, once: one by itself, many in as few messages as hold them."""
    known = [each for each in made if each.code is not None]
    if len(known) == 1:
        show_code(turn, known[0].ticket, known[0].code or "")
        return
    for start in range(0, len(known), _CODES):
        lines = [say_here(turn, "visit-codes")]
        lines += [f"{each.ticket.number}　{spaced(each.code or '')}" for each in known[start : start + _CODES]]
        turn.reply("\n".join(lines))


async def make_promise(
    turn: Turn, visit: Visit, item: Item, *, owner: str, due_at: int, measure: str
) -> tuple[Item, Task]:
    """A promise of an on-site office: it stands on the list of what is supervised until it is struck off."""
    unit = await units.get(turn.tx, visit.unit_id)
    visit = await visits.get(turn.tx, visit.id) or visit
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
            title=shorten(item.text, 200) or say_here(turn, "visit-untitled-site"),
            unit_id=unit.id,
            source="onsite",
            measure=measure,
            leader=visit.host,
            owner_id=person,
            owner_name=name[:50],
            due_at=due_at,
            list_id=visit.list_id,
        ),
    )
    after = replace(item, way="promised", task_id=task.id, reply=measure)
    await visits.save_item(turn.tx, after)
    return after, task
