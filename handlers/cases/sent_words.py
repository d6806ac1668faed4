"""The line under a secretary's words that says that they went to the raiser, with 撤回 on it for a while.

One line in a thread, for the newest words: a newer one takes its place, and it goes away by itself.
"""

from __future__ import annotations

from handlers.cases import verbs
from handlers.cases.telling import tell_thread
from handlers.core.buttons import button
from handlers.core.texts import DESK_LOCALE, say
from handlers.core.turn import Turn
from handlers.core.vocabulary import Address, Button, Outgoing, OutKind, Priority, Spot
from storage import groups, messages
from storage.messages import Copy
from storage.tickets import Ticket

ROLE = "sent"
STANDS_SECONDS = 180
"""So long a slip is noticed and taken back with one press; after that ``/recall`` does it, without the row."""
_NOTHING_TO_TELL = {"told": True}


async def say_sent(turn: Turn, ticket: Ticket, entry: int, written: Copy) -> None:
    """The raiser has ``entry``; ``written`` is what the secretary wrote of it last. Not in a group that it has left."""
    group = None if ticket.group_id is None else await groups.get(turn.tx, ticket.group_id)
    if group is None or (group.channel, group.chat) != (written.channel, written.chat):
        return
    await take_away(turn, ticket)
    await tell_thread(
        turn,
        ticket,
        say(DESK_LOCALE, "case-sent"),
        buttons=((recall_button(ticket, entry),),),
        reply_to=Spot(message=written.message),
        role=ROLE,
        silent=True,
        priority=Priority.REMINDER,
        replace=f"sent:{ticket.id}",
        facts=_NOTHING_TO_TELL,
    )
    spot = Spot(ticket=ticket.id, side="thread", role=ROLE)
    _remove(turn, ticket, Address(group.channel, group.chat), spot, not_before=turn.now + STANDS_SECONDS)


def recall_button(ticket: Ticket, entry: int) -> Button:
    """撤回, of what ``entry`` told the raiser."""
    return button(say(DESK_LOCALE, "case-button-recall"), verbs.DESK_RECALL, ticket.id, entry)


async def take_away(turn: Turn, ticket: Ticket) -> None:
    """The line that stands goes."""
    for copy in await messages.of_role(turn.tx, ticket.id, "thread", ROLE):
        _remove(turn, ticket, Address(copy.channel, copy.chat), Spot(message=copy.message))
        await messages.forget(turn.tx, copy)


def _remove(turn: Turn, ticket: Ticket, to: Address, spot: Spot, *, not_before: int | None = None) -> None:
    deletes = turn.house.abilities[to.channel].deletes
    turn.send(
        Outgoing(
            OutKind.DELETE if deletes else OutKind.EDIT,
            to=to,
            ticket_thread=ticket.id,
            # Where nothing can be taken away, at least the button goes.
            text="" if deletes else say(DESK_LOCALE, "case-sent"),
            target=spot,
            in_place=True,
            priority=Priority.REMINDER,
            not_before=not_before,
            replace=None if not_before is None else f"sent-over:{ticket.id}",
            facts=_NOTHING_TO_TELL,
        )
    )
