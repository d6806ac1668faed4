"""Who will read what a raiser writes now, said before they write it and after."""

from __future__ import annotations

from handlers.cases.telling import desk_word, managers_of
from handlers.core.texts import say
from handlers.core.turn import Turn
from handlers.rules.deadlines import waiting_for
from handlers.rules.lifecycle import Naming, Role, State
from storage.tickets import Ticket

WITH_OWNER = waiting_for(Role.OWNER) | {State.REPORTED, State.SUSPENDED}
"""In these an owner has the matter and is told what its raiser adds."""


async def readers(turn: Turn, ticket: Ticket, locale: str, *, owner: bool | None = None, managers: bool = False) -> str:
    """“信箱专员和承办部门会看到，看不到您是谁。”

    ``owner``: whether an owner is told, None: whoever has it now. ``managers``: the managers are told as well.
    """
    who = [desk_word(ticket)(locale)]
    told = (ticket.owner_id is not None and ticket.state in WITH_OWNER) if owner is None else owner
    if told:
        who.append(say(locale, "reader-owner"))
    if managers and not ticket.restricted and await managers_of(turn, ticket):
        who.append(say(locale, "reader-managers"))
    *some, last = who
    names = say(locale, "readers-and", some=say(locale, "raise-list-comma").join(some), last=last) if some else last
    if ticket.naming != Naming.NAMED:
        return say(locale, "readers-nameless", readers=names)
    return say(locale, "readers-named" if some else "readers-desk", readers=names, desk=who[0])
