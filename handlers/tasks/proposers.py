"""Who proposed something hears what became of it, as far as they can be written to; nobody else learns who that is."""

from __future__ import annotations

from handlers.core.turn import Turn
from handlers.people.raisers import tell_proposer
from storage import campaigns
from storage.tasks import Task


async def struck(turn: Turn, task: Task) -> None:
    """A measure is done: those whose proposals it grew from are told."""
    for each in await campaigns.of_task(turn.tx, task.id):
        await tell_proposer(turn, each, "campaign-measure-done", title=task.title)
