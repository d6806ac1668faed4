"""Once a night, and at every start: what is needless is dropped, what has no group is brought to one, and the admin is
asked for what only a person can bring.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from handlers.cases.telling import post_card
from handlers.components.command_menu import refresh_group_menu, refresh_menu
from handlers.conversations import missed
from handlers.core import choices
from handlers.core.admins import tell_admins
from handlers.core.questions import ASIDE_DAYS
from handlers.core.texts import say
from handlers.core.turn import Turn
from handlers.people.desks import desk_of
from handlers.rules.lifecycle import OPEN
from storage import broadcasts, conversations, facts, groups, inbox, outbox, people, roles, tickets
from storage.tickets import Ticket

_DAY = 86_400
INBOX_DAYS = 2
"""A platform hands an event out again for a day at most."""
FAILED_DAYS = 30
"""So long can be tried again what could not be delivered."""
ATTEMPT_DAYS = 2
BROADCAST_DAYS = 90
INVITE_DAYS = 30
"""So long whoever comes too late is told that it expired, not that there never was one."""
CONVERSATION_DAYS = {
    "question": ASIDE_DAYS,
    "offer": 4,
    "doubt": 4,
    "aside": ASIDE_DAYS,
    "album": 2,
    "survey_sheet": 60,
    missed.NOT_WHOLE: 4,
    choices.KIND: choices.KEPT_DAYS,
}
"""Kinds that mean nothing after so many days. A draft is none of them: it is never dropped without its writer."""
ASKED_FROM = (12, 1)
"""From this day on the next year's notice is asked for (month, day)."""


async def forget(turn: Turn) -> None:
    """Drop what nobody will ask for any more."""
    await inbox.forget(turn.tx, turn.now - INBOX_DAYS * _DAY)
    await outbox.forget(turn.tx, turn.now - FAILED_DAYS * _DAY)
    await facts.forget_attempts(turn.tx, turn.now - ATTEMPT_DAYS * _DAY)
    await roles.forget_invites(turn.tx, turn.now - INVITE_DAYS * _DAY)
    await broadcasts.forget(turn.tx, turn.now - BROADCAST_DAYS * _DAY)
    for kind, days in CONVERSATION_DAYS.items():
        await conversations.forget(turn.tx, kind, turn.now - days * _DAY)


async def bring_home(turn: Turn) -> None:
    """A ticket that no group saw goes to the one that serves its unit by now; what still has none is told, daily."""
    homeless: list[Ticket] = []
    for ticket in await tickets.open_below(turn.tx, "/"):
        if ticket.group_id is not None:
            continue
        group_id = await desk_of(turn, ticket.unit_id, ticket.category_id, restricted=bool(ticket.restricted))
        if group_id is None:
            homeless.append(ticket)
            continue
        at_home = replace(ticket, group_id=group_id, changed_at=turn.now)
        await tickets.save(turn.tx, at_home)
        await post_card(turn, at_home)
    if not homeless:
        return
    numbers = "、".join(each.number for each in homeless[:10])
    if len(homeless) > 10:
        numbers += "…"

    def words(locale: str) -> str:
        key = "sweep-homeless-restricted" if all(each.restricted for each in homeless) else "sweep-homeless"
        return say(locale, key, count=len(homeless), numbers=numbers)

    today = turn.house.calendar.local(turn.now).date()
    await tell_admins(turn, "homeless", today.isoformat(), words)


async def ask_for_notice(turn: Turn) -> None:
    """The days of a year without a notice are provisional; from December on the admin is asked for it, weekly."""
    today = turn.house.calendar.local(turn.now).date()
    wanted = today.year + 1 if (today.month, today.day) >= ASKED_FROM else today.year
    if not turn.house.calendar.is_provisional(date(wanted, 6, 1)):
        return
    year, week, _ = today.isocalendar()
    waiting = sum(1 for each in await tickets.open_below(turn.tx, "/") if each.provisional and each.state in OPEN)

    def words(locale: str) -> str:
        return say(locale, "sweep-notice", year=str(wanted), count=waiting)

    await tell_admins(turn, f"notice:{wanted}", f"{year}-{week}", words)


async def menus(turn: Turn) -> None:
    """Commands menus of those who have a part to play, after a role or the program changed."""
    for person_id in dict.fromkeys(each.person_id for each in await roles.current(turn.tx)):
        await refresh_menu(turn, await people.get(turn.tx, person_id))
    for group in await groups.everyone(turn.tx):
        if group.problem is None and group.purpose != "former":
            await refresh_group_menu(turn, group)
