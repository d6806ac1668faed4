"""Who proposed something hears what became of it, as far as they can be written to; nobody else learns who that is."""

from __future__ import annotations

from handlers.core.texts import locale_for, say
from handlers.core.turn import Turn
from handlers.core.vocabulary import Priority
from storage import campaigns, people
from storage.campaigns import Proposal
from storage.tasks import Task


async def tell_proposer(turn: Turn, proposal: Proposal, key: str, **facts: str | int) -> None:
    """Text ``key`` in the chat of who proposed it."""
    person = await people.get(turn.tx, proposal.person)
    text = say(locale_for(person.language), key, place=proposal.position, **facts)
    turn.tell(person, text, priority=Priority.REMINDER)


async def struck(turn: Turn, task: Task) -> None:
    """A measure is done: those whose proposals it grew from are told."""
    for each in await campaigns.of_task(turn.tx, task.id):
        await tell_proposer(turn, each, "campaign-measure-done", title=task.title)
