"""What an entry of the history says now, and its files."""

from __future__ import annotations

from handlers.core.files import read_file
from handlers.core.turn import Turn
from handlers.core.vocabulary import Attachment
from handlers.rules.danger import danger_in
from handlers.rules.lifecycle import Action, Grade, Role
from storage import history
from storage.history import Entry
from storage.tickets import Ticket


async def entry_files(turn: Turn, entry: int) -> tuple[Attachment, ...]:
    """The files of a history entry as they were sent."""
    return tuple(read_file(body) for body in await history.files_of(turn.tx, entry))


async def words_now(turn: Turn, entry: Entry) -> str:
    """The words of an entry as their writer last changed them."""
    newer = [
        each
        for each in await history.of_ticket(turn.tx, entry.ticket_id)
        if each.refers_to == entry.id and each.action == Action.REVISE
    ]
    return newer[-1].text if newer else entry.text


async def tells_of_danger(turn: Turn, ticket: Ticket) -> bool:
    """Somebody was taken to be in danger, at once or later, and nobody has said that it was no such thing."""
    if ticket.grade != Grade.URGENT:
        return False
    said = [f"{ticket.title}\n{ticket.body}"]
    said += [each.text for each in await history.of_ticket(turn.tx, ticket.id) if each.role == Role.RAISER]
    return any(danger_in(each, turn.house.danger) is not None for each in said)
