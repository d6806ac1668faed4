"""What is kept and shown of a secretary's message once it is known what became of it."""

from __future__ import annotations

from handlers.core.turn import Turn
from handlers.core.vocabulary import Address, Outgoing, OutKind, Reaction, Spot
from storage import messages
from storage.messages import NewLink
from storage.tickets import Ticket


async def remember(turn: Turn, ticket: Ticket, entry: int, message: str | None = None) -> None:
    """The message (None: the one in hand) is what ``entry`` tells of: edits, replies and receipts find it again."""
    event = turn.event
    which = message or event.message
    if which is not None:
        link = NewLink(event.channel, event.chat, which, ticket.id, "thread", "said", entry)
        await messages.link(turn.tx, [link], turn.now)


def receipt(turn: Turn, ticket: Ticket, message: str | None, reaction: Reaction) -> None:
    """The quiet mark on a secretary's message, in the lane of its ticket, so that the last one stays."""
    event = turn.event
    abilities = turn.house.abilities.get(event.channel)
    if message is None or abilities is None or not abilities.reactions:
        return
    turn.send(
        Outgoing(
            OutKind.REACT,
            to=Address(event.channel, event.chat),
            ticket_thread=ticket.id,
            target=Spot(message=message),
            reaction=reaction,
            replace=f"receipt:{message}",
        )
    )
