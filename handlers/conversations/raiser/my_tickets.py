"""/my: what a person has raised, where each stands in words, and a button to open each."""

from __future__ import annotations

from handlers.cases import verbs as case_verbs
from handlers.cases.promises import promise_in
from handlers.conversations.raiser import access, concern_drafts, own_ticket, verbs
from handlers.core.buttons import Press, button
from handlers.core.turn import Turn
from handlers.core.vocabulary import Button, Rows
from handlers.core.wording import shorten
from handlers.people import raisers
from handlers.rules.codes import only_number
from handlers.rules.deadlines import light
from storage import tickets
from storage.tickets import OPEN_STATES, Ticket

PAGE = 6
_LABEL = 36


async def my(turn: Turn) -> None:
    """The first page."""
    text, rows = await _page(turn, 0)
    turn.reply(text, buttons=rows)


async def page(turn: Turn, press: Press) -> None:
    """Another page, in place of the one shown."""
    text, rows = await _page(turn, press.number(0) or 0)
    turn.edit(text, buttons=rows)


async def open_one(turn: Turn, press: Press) -> None:
    """One ticket with its story."""
    await own_ticket.show(turn, await access.reach(turn, press.number(0)))


async def typed(turn: Turn, text: str) -> bool:
    """Whether a message is nothing but the number of a ticket that is theirs, which then is shown."""
    number = only_number(text)
    if number is None:
        return False
    ticket = await tickets.by_number(turn.tx, number)
    if ticket is None or not await raisers.is_theirs(turn, ticket):
        return False
    await own_ticket.show(turn, await access.reach(turn, ticket.id))
    return True


async def _page(turn: Turn, number: int) -> tuple[str, Rows]:
    known = await raisers.own_tickets(turn)
    draft = await concern_drafts.load(turn)
    unsent = [turn.say("mine-unsent")] if draft is not None and not draft.empty else []
    if not known:
        return "\n".join([turn.say("mine-none"), *unsent]), ()
    # What is still open first, the newest first in each half.
    ordered = sorted(known, key=lambda each: (each.state not in OPEN_STATES, -each.id))
    pages = (len(ordered) - 1) // PAGE + 1
    number = min(number, pages - 1)
    shown = ordered[number * PAGE : (number + 1) * PAGE]
    lines = [turn.say("mine-list", count=len(ordered), page=number + 1, pages=pages)]
    lines.extend(_line(turn, each) for each in shown)
    rows: list[tuple[Button, ...]] = [
        (button(shorten(f"{each.number} {each.title}", _LABEL), case_verbs.MINE_OPEN, each.id),) for each in shown
    ]
    turning = []
    if number > 0:
        turning.append(button(turn.say("page-back"), verbs.MINE_LIST, number - 1))
    if number < pages - 1:
        turning.append(button(turn.say("page-on"), verbs.MINE_LIST, number + 1))
    if turning:
        rows.append(tuple(turning))
    return "\n".join([*lines, *unsent]), tuple(rows)


def _line(turn: Turn, ticket: Ticket) -> str:
    state = turn.say(f"state-raiser-{ticket.state}")
    line = turn.say("mine-list-line", number=ticket.number, title=shorten(ticket.title, 30), state=state)
    if ticket.state not in OPEN_STATES or ticket.due_at is None or ticket.answered_at is not None:
        return line
    calendar = turn.house.calendar
    begun = ticket.accepted_at or ticket.submitted_at
    mark = turn.say(f"light-{light(ticket.due_at, turn.now, calendar, begun)}")
    return f"{mark} {line}\n{promise_in(turn, ticket)(turn.locale)}"
