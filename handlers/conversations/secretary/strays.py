"""Topics that were made without our learning of it: the answer got lost, or the program ended before it came.

The platform tells of them later. One whose ticket has none yet becomes its topic; one too many is closed, with a note.
"""

from __future__ import annotations

from functools import partial

from handlers.cases.relocation import retell
from handlers.cases.telling import post_card, tell_thread
from handlers.core.texts import DESK_LOCALE, say
from handlers.core.turn import Turn
from handlers.core.vocabulary import Address, Outgoing, OutKind, Priority
from storage import threads, tickets
from storage.threads import Thread
from storage.tickets import Ticket

_say = partial(say, DESK_LOCALE)


async def made(turn: Turn) -> None:
    """The platform tells of a topic that we made. Nearly always we know it, or its answer is just coming in as well."""
    found = await _meant(turn)
    if found is None:
        return
    ticket, thread = found
    if thread.external is None:
        await _take(turn, ticket, thread)
    else:
        _shut(turn, ticket)


async def written_in(turn: Turn) -> Ticket | None:
    """Somebody wrote in a topic that is no ticket's: the ticket if it is from now on, None if it is not.

    In one that we made too many they are told where to write instead.
    """
    if not turn.event.facts.get("thread_ours"):
        return None
    found = await _meant(turn)
    if found is None:
        return None
    ticket, thread = found
    if thread.external is None:
        await _take(turn, ticket, thread)
        return ticket
    turn.reply(_say("desk-stray", number=ticket.number), quote=True)
    _close(turn)
    return None


async def _meant(turn: Turn) -> tuple[Ticket, Thread] | None:
    """The ticket whose number begins the topic's name, and its thread in this group; None if the topic is known."""
    event, group = turn.event, turn.group
    if group is None or event.thread is None or not event.thread_name:
        return None
    if await threads.by_external(turn.tx, group.id, event.thread) is not None:
        return None
    ticket = await tickets.by_number(turn.tx, event.thread_name.split(maxsplit=1)[0])
    thread = None if ticket is None else await threads.get(turn.tx, ticket.id, group.id)
    return None if ticket is None or thread is None else (ticket, thread)


async def _take(turn: Turn, ticket: Ticket, thread: Thread) -> None:
    await threads.found(
        turn.tx,
        thread,
        external=turn.event.thread,
        title=turn.event.thread_name,
        # Its picture was chosen when it was made; which one, nobody tells: it is set once more with the next change.
        icon=None,
        is_open=True,
        now=turn.now,
    )
    if thread.lost:
        await post_card(turn, ticket)
        await tell_thread(turn, ticket, _say("desk-remade"))
        await retell(turn, ticket)


def _shut(turn: Turn, ticket: Ticket) -> None:
    event = turn.event
    here = Address(event.channel, event.chat, event.thread)
    text = _say("desk-stray", number=ticket.number)
    turn.send(Outgoing(OutKind.SEND, to=here, text=text, silent=True, priority=Priority.REMINDER))
    _close(turn)


def _close(turn: Turn) -> None:
    event = turn.event
    here = Address(event.channel, event.chat, event.thread)
    turn.send(Outgoing(OutKind.THREAD, to=here, replace=f"shut:{event.thread}", priority=Priority.REMINDER))
