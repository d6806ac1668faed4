"""Which ticket a raiser's button or message means, and whether it is theirs: raised by them, or followed by its code.

A number in a button proves nothing. Whoever may not see a ticket hears the same as if there were none.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from handlers.cases.steps import standing
from handlers.core.refusals import Refused
from handlers.core.turn import Turn
from handlers.core.vocabulary import ChatKind
from handlers.rules.lifecycle import Naming, Role
from handlers.rules.rights import Right
from storage import conversations, tickets
from storage.tickets import Ticket

_KIND = "follows"
HELD_SECONDS = 7 * 24 * 3600
"""How long a follow code that was shown counts for the buttons below the ticket; after that it is shown again."""


@dataclass(frozen=True, slots=True)
class Reached:
    """A ticket that this person may act on as its raiser."""

    ticket: Ticket
    raised: bool
    holds_code: bool

    @property
    def protect(self) -> bool:
        """Its words shall not be passed on from the raiser's chat by one careless tap."""
        return self.ticket.naming != Naming.NAMED


def _tag(turn: Turn) -> bytes:
    event = turn.event
    return turn.tx.sealer.tag("follows", event.channel, event.sender.user if event.sender else "")


async def hold(turn: Turn, ticket: Ticket) -> None:
    """The person of this turn has shown the ticket's follow code."""
    row = await conversations.load(turn.tx, _tag(turn), _KIND)
    held = {} if row is None else {k: v for k, v in row.body["held"].items() if turn.now - v[1] <= HELD_SECONDS}
    held[str(ticket.id)] = [_code_of(ticket), turn.now]
    await conversations.save(turn.tx, _tag(turn), _KIND, {"held": held}, turn.now)


async def holds(turn: Turn, ticket: Ticket) -> bool:
    """Whether the person has shown the ticket's code lately, and it still is its code."""
    row = await conversations.load(turn.tx, _tag(turn), _KIND)
    known = None if row is None else row.body["held"].get(str(ticket.id))
    return known is not None and known[0] == _code_of(ticket) != "" and turn.now - known[1] <= HELD_SECONDS


def _code_of(ticket: Ticket) -> str:
    return "" if ticket.follow_tag is None else bytes(ticket.follow_tag).hex()


async def reach(turn: Turn, ticket_id: int | None) -> Reached:
    """The ticket of a row number that came from outside.

    Raises:
        Refused: there is none, or it is not theirs; or this is not a private chat.
    """
    ticket = await tickets.find(turn.tx, ticket_id) if turn.event.chat_kind is ChatKind.PRIVATE else None
    if ticket is not None:
        stands = await standing(turn, ticket)
        # Whoever raised it needs no code.
        holds_code = not stands.raised and await holds(turn, ticket)
        if replace(stands, holds_code=holds_code).may(Right.STEP, Role.RAISER):
            return Reached(ticket, stands.raised, holds_code)
    raise Refused("mine-not-yours")
