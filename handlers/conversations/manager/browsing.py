"""Going down from figures to tickets: by state or category to a list, and from the list to one ticket."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from handlers.cases import verbs as case_verbs
from handlers.conversations.manager import verbs
from handlers.conversations.manager.scope import the_unit
from handlers.core.buttons import Press, button, in_rows
from handlers.core.refusals import Refused
from handlers.core.turn import Turn
from handlers.core.vocabulary import Button, Rows
from handlers.core.wording import remaining, shorten
from handlers.rules.deadlines import DeadlineKind, Light, light
from handlers.rules.lifecycle import OPEN, State
from handlers.rules.rights import Right
from storage import reports, tickets, units
from storage.history import Deadline
from storage.tickets import Ticket
from storage.units import Unit

PAGE = 8
RECENT_DAYS = 30
_PROMISES = frozenset({DeadlineKind.ACCEPT, DeadlineKind.FIRST_ANSWER, DeadlineKind.DONE})
_Due = Mapping[int, tuple[Deadline, ...]]
_MARKS: Mapping[str, Callable[[Ticket], bool]] = {
    "again": lambda ticket: ticket.reopened > 0,
    "told": lambda ticket: ticket.supervised,
}


async def browse(turn: Turn, press: Press) -> None:
    """What can be looked at one by one: by what is pressing, by state, by category, each with its number."""
    unit = await the_unit(turn, press.number(0), Right.LIST)
    found = await _open(turn, unit)
    due = await reports.deadlines(turn.tx, [each.id for each in found])
    names = {each.id: each.name for each in await units.categories(turn.tx)}
    shown: list[Button] = []

    def offer(name: str, filter_word: str, count: int) -> None:
        if count:
            shown.append(
                button(turn.say("manager-filter", name=name, count=count), verbs.DIG_LIST, unit.id, filter_word, 0)
            )

    offer(turn.say("manager-filter-late"), "late", sum(1 for each in found if _is_late(turn, each, due)))
    for word, holds in _MARKS.items():
        offer(turn.say(f"manager-filter-{word}"), word, sum(1 for each in found if holds(each)))
    for state in OPEN:
        offer(turn.say(f"state-{state}"), f"s-{state}", sum(1 for each in found if each.state == state))
    by_category: dict[int, int] = {}
    for each in found:
        by_category[each.category_id or 0] = by_category.get(each.category_id or 0, 0) + 1
    for category, count in sorted(by_category.items(), key=lambda each: -each[1])[:20]:
        offer(names.get(category, turn.say("case-no-category"))[:20], f"c-{category}", count)
    offer(turn.say("manager-filter-all"), "all", len(found))
    shown.append(button(turn.say("manager-filter-done"), verbs.DIG_LIST, unit.id, "done", 0))
    key = "manager-browse" if found else "manager-browse-none"
    turn.reply(turn.say(key, unit=unit.shown, count=len(found)), buttons=in_rows(shown, 2))


async def _open(turn: Turn, unit: Unit) -> tuple[Ticket, ...]:
    return tuple(each for each in await tickets.open_below(turn.tx, unit.path) if not each.restricted)


def _is_late(turn: Turn, ticket: Ticket, due: _Due) -> bool:
    return any(each.kind in _PROMISES and each.due_at < turn.now for each in due.get(ticket.id, ()))


async def list_tickets(turn: Turn, press: Press) -> None:
    """One page of a list; further pages take its place."""
    unit = await the_unit(turn, press.number(0), Right.LIST)
    word = press.word(1)
    name, chosen, due = await _chosen(turn, unit, word)
    if not chosen:
        raise Refused("manager-list-none", unit=unit.shown, name=name)
    pages = (len(chosen) + PAGE - 1) // PAGE
    page = min(press.number(2) or 0, pages - 1)
    part = chosen[page * PAGE : (page + 1) * PAGE]
    unit_names = {each.id: each.shown for each in await units.everyone(turn.tx, retired=True)}
    head = turn.say("manager-list", unit=unit.shown, name=name, count=len(chosen), page=page + 1, pages=pages)
    text = "\n".join((head, *(_line(turn, each, due, unit_names) for each in part)))
    rows: Rows = in_rows((button(each.number, case_verbs.MAN_OPEN, each.id) for each in part), 2)
    turning = []
    if page > 0:
        turning.append(button(turn.say("manager-before"), verbs.DIG_LIST, unit.id, word, page - 1, "turn"))
    if page < pages - 1:
        turning.append(button(turn.say("manager-after"), verbs.DIG_LIST, unit.id, word, page + 1, "turn"))
    if turning:
        rows = (*rows, tuple(turning))
    # A first page comes from the menu, which stays; the others turn the page of the list itself.
    if press.word(3) == "turn":
        turn.edit(text, buttons=rows)
    else:
        turn.reply(text, buttons=rows)


async def _chosen(turn: Turn, unit: Unit, word: str) -> tuple[str, Sequence[Ticket], _Due]:
    if word == "done":
        since = turn.house.calendar.add_days(turn.now, -RECENT_DAYS)
        closed = await tickets.closed_between(turn.tx, unit.path, since, turn.now + 1)
        ended = [each for each in closed if not each.restricted and each.state in (State.CLOSED, State.DECLINED)]
        return turn.say("manager-filter-done"), ended[::-1], {}
    found = await _open(turn, unit)
    due = await reports.deadlines(turn.tx, [each.id for each in found])
    name, holds = await _filter(turn, word, due)
    # What is due first stands first; what has no date yet comes after, oldest first.
    return (
        name,
        sorted(
            (each for each in found if holds(each)),
            key=lambda each: (next((d.due_at for d in due.get(each.id, ()) if d.kind in _PROMISES), 1 << 60), each.id),
        ),
        due,
    )


async def _filter(turn: Turn, word: str, due: _Due) -> tuple[str, Callable[[Ticket], bool]]:
    """What a word of a button chooses, with its name.

    Raises:
        Refused: it is none of ours.
    """
    kind, _, value = word.partition("-")
    if word == "all":
        return turn.say("manager-filter-all"), lambda _ticket: True
    if word == "late":
        return turn.say("manager-filter-late"), lambda ticket: _is_late(turn, ticket, due)
    if word in _MARKS:
        return turn.say(f"manager-filter-{word}"), _MARKS[word]
    if kind == "s" and value in frozenset(map(str, OPEN)):
        return turn.say(f"state-{value}"), lambda ticket: ticket.state == value
    if kind == "c" and value.isascii() and value.isdigit() and len(value) < 12:
        category = await units.category(turn.tx, int(value))
        name = category.name if category else turn.say("case-no-category")
        return name, lambda ticket: (ticket.category_id or 0) == int(value)
    raise Refused("press-outdated")


def _line(turn: Turn, ticket: Ticket, due: _Due, unit_names: Mapping[int, str]) -> str:
    calendar = turn.house.calendar
    soonest = next((each for each in due.get(ticket.id, ()) if each.kind in _PROMISES), None)
    when, mark = "", Light.GREEN
    if soonest is not None:
        when = turn.say("manager-list-when", when=remaining(turn.locale, calendar, turn.now, soonest.due_at))
        mark = light(soonest.due_at, turn.now, calendar, soonest.started_at)
    return turn.say(
        "manager-list-line",
        light=turn.say(f"light-{mark}"),
        number=ticket.number,
        title=shorten(ticket.title, 30),
        unit=unit_names.get(ticket.unit_id, ""),
        state=turn.say(f"state-{ticket.state}"),
        when=when,
    )
