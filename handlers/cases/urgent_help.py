"""Danger to life or limb: whoever writes of it reads at once where help is, and the secretaries hear of it first.

It never waits for working hours. Whoever is wrongly taken for it has one line to overlook; the office takes the grade
back with two presses.
"""

from __future__ import annotations

from handlers.cases import verbs
from handlers.cases.decisions import regrade
from handlers.cases.telling import tell_thread
from handlers.core.buttons import button
from handlers.core.texts import DESK_LOCALE, locale_for, say
from handlers.core.turn import Turn
from handlers.core.vocabulary import Link, Rows
from handlers.people.raisers import is_theirs, raiser_locale, tell_raiser
from handlers.rules.danger import Danger, danger_in
from handlers.rules.lifecycle import Action, Grade, Impossible, Role, State, step
from storage import groups, people, roles, tickets, units
from storage.tickets import Ticket


def seen_in(turn: Turn, text: str) -> Danger | None:
    """What is to be feared by these words, as this mailbox has them."""
    return danger_in(text, turn.house.danger)


def mind(turn: Turn, text: str) -> None:
    """Say where help is to whoever writes of danger where nobody reads it at once: in a survey, in a proposal."""
    danger = seen_in(turn, text)
    if danger is not None:
        turn.reply(turn.say(f"danger-{danger}") + "\n" + turn.say("danger-elsewhere"))


async def alert(turn: Turn, ticket: Ticket, danger: Danger) -> None:
    """Tell the secretaries now: in the ticket's thread, and those of the unit in their own chats, at any hour."""
    rows: Rows = ()
    if ticket.grade == Grade.URGENT and _regradable(ticket):
        rows = ((button(say(DESK_LOCALE, "danger-button-grade"), verbs.DESK_GRADES, ticket.id),),)
    away = "" if ticket.raiser is not None else "-away"
    await tell_thread(turn, ticket, say(DESK_LOCALE, f"danger-thread-{danger}{away}"), buttons=rows)
    group = None if ticket.group_id is None else await groups.get(turn.tx, ticket.group_id)
    if ticket.restricted:
        # Its group alone may know; where there is none, somebody has to see that there is one.
        held = [each for each in await roles.current(turn.tx) if each.role == "admin"] if group is None else []
    else:
        above = await units.get(turn.tx, (group.unit_id if group else None) or ticket.unit_id)
        covering = await roles.covering(turn.tx, "secretary", above.path)
        held = [each for each in covering if each.path == covering[0].path]
    where = (group.title if group else None) or (await units.get(turn.tx, ticket.unit_id)).shown
    for person_id in dict.fromkeys(each.person_id for each in held):
        person = await people.get(turn.tx, person_id)
        locale = locale_for(person.language)
        turn.tell(person, say(locale, f"danger-secretary-{danger}", number=ticket.number, where=where))


async def heard(turn: Turn, ticket: Ticket, text: str, *, by_raiser: bool = True) -> None:
    """What came to a ticket later: if it tells of danger, the ticket is urgent from now on, and everybody hears it."""
    danger = seen_in(turn, text)
    if danger is None:
        return
    ticket = await tickets.get(turn.tx, ticket.id)
    if by_raiser:
        await warm(turn, ticket, danger)
    main = None if ticket.state != State.MERGED else await tickets.find(turn.tx, ticket.merged_into)
    worked_on = main or ticket
    if worked_on.grade != Grade.URGENT and _regradable(worked_on):
        worked_on = await regrade(turn, worked_on, Grade.URGENT, Role.SYSTEM)
    await alert(turn, worked_on, danger)


def _regradable(ticket: Ticket) -> bool:
    return not isinstance(step(State(ticket.state), Action.REGRADE, Role.SYSTEM), Impossible)


async def warm(turn: Turn, ticket: Ticket, danger: Danger) -> None:
    """Where help is, to the raiser, where they are."""
    locale = await raiser_locale(turn, ticket)
    text = say(locale, f"danger-{danger}") + "\n" + say(locale, "danger-sent", number=ticket.number)
    if await is_theirs(turn, ticket):
        await tell_raiser(turn, ticket, text)
    else:
        turn.reply(text, link=Link(ticket.id, "raiser", "entry"))
