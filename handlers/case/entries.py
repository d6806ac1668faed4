"""What an entry of the history says now, and its files."""

from __future__ import annotations

from handlers.case.acting import read_file
from handlers.rules.lifecycle import Action
from handlers.turn import Turn
from handlers.vocabulary import Attachment
from storage import history
from storage.history import Entry


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
