"""What comes to a ticket goes on to where it is worked on: the main ticket's thread, and whoever has it to do."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from handlers.cases import verbs
from handlers.cases.readers import WITH_OWNER
from handlers.cases.telling import neutral, tell_owner, tell_thread
from handlers.core.buttons import button
from handlers.core.texts import DESK_LOCALE, locale_for, say
from handlers.core.turn import Turn
from handlers.core.vocabulary import Attachment
from handlers.rules.lifecycle import State
from storage import people, tickets
from storage.tickets import Ticket


async def main_of(turn: Turn, ticket: Ticket) -> Ticket | None:
    """The ticket that this one follows, None if it stands alone."""
    return await tickets.find(turn.tx, ticket.merged_into) if ticket.state == State.MERGED else None


async def tell_main(
    turn: Turn, ticket: Ticket, key: str, text: str, *, files: Sequence[Attachment] = (), entry: int, **more: Any
) -> None:
    """What comes to a ticket that follows another is seen where the matter is worked on.

    A reply there goes to this raiser alone; if the other one is in another group, to all, as what is said there does.
    """
    main = await main_of(turn, ticket)
    if main is None:
        return
    said = say(DESK_LOCALE, key, number=ticket.number, text=text or say(DESK_LOCALE, "case-files"))
    of = ticket if ticket.group_id == main.group_id else None
    await tell_thread(turn, main, said, files=neutral(files, ticket.naming), entry=entry, of=of, **more)


async def tell_owner_of(turn: Turn, ticket: Ticket, key: str, text: str) -> None:
    """The owner works on what the raiser says now, not on what they said first. Files are with the ticket itself."""
    ticket = await main_of(turn, ticket) or ticket
    if ticket.owner_id is None or ticket.state not in WITH_OWNER:
        return
    locale = locale_for((await people.get(turn.tx, ticket.owner_id)).language)
    opened = button(say(locale, "own-button-open", number=ticket.number), verbs.OWN_OPEN, ticket.id)
    await tell_owner(turn, ticket, key, text=text or say(locale, "case-files"), buttons=((opened,),))


async def is_reached(turn: Turn, ticket: Ticket) -> bool:
    """Whether the ticket has an owner who can be written to."""
    owner = None if ticket.owner_id is None else await people.get(turn.tx, ticket.owner_id)
    return owner is not None and owner.started and owner.reachable
