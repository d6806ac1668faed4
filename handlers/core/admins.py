"""Saying something to whoever runs the program, in their private chats."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from handlers.core.missed_files import TOLD
from handlers.core.texts import locale_for, say
from handlers.core.turn import Turn
from handlers.core.vocabulary import Priority
from storage import history, people, roles
from storage.database import Transaction
from storage.people import Person


async def admins(tx: Transaction) -> tuple[Person, ...]:
    """Everyone who runs the program, each once."""
    found = dict.fromkeys(each.person_id for each in await roles.current(tx) if each.role == "admin")
    return tuple([await people.get(tx, each) for each in found])


async def tell_admins(
    turn: Turn, subject: str, moment: str, text: Callable[[str], str], *, at_once: bool = False
) -> bool:
    """Say ``text`` (given the locale) to every admin who has not heard ``subject`` at this ``moment``.

    Outside working hours it waits for the next morning, unless it can't (``at_once``). True if somebody is told.
    """
    told = False
    calendar = turn.house.calendar
    for person in await admins(turn.tx):
        if not await history.claim_reminder(turn.tx, subject, "admin", moment, person_id=person.id, now=turn.now):
            continue
        told = True
        turn.tell(
            person,
            text(locale_for(person.language)),
            priority=Priority.INTERACTIVE if at_once else Priority.REMINDER,
            not_before=None if at_once else calendar.next_working(turn.now),
            replace=f"admin:{subject}",
        )
    return told


async def alert_admins(turn: Turn, key: str, **facts: Any) -> None:
    """Text ``key`` to everyone who runs the program, in their private chat."""
    for person_id in dict.fromkeys(each.person_id for each in await roles.current(turn.tx) if each.role == "admin"):
        person = await people.get(turn.tx, person_id)
        turn.tell(person, say(locale_for(person.language), key, **facts), facts=TOLD)
