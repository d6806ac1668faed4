"""A ticket goes from one group to another: what its old thread still shows, and what the new one is given."""

from __future__ import annotations

from typing import Any

from handlers.cases.cards import BODY_CHARACTERS, thread_title
from handlers.cases.entries import entry_files, words_now
from handlers.cases.story import story
from handlers.cases.telling import neutral, post_card, tell_thread
from handlers.core.texts import DESK_LOCALE, say
from handlers.core.turn import Turn
from handlers.core.vocabulary import Address, Link, Outgoing, OutKind, Spot
from handlers.rules.lifecycle import Action, State
from storage import groups, history, threads, units
from storage.tickets import Ticket

_STORY_STEPS = 12
_STORY_CHARACTERS = 80
_WORDS = (Action.SUBMIT, Action.SUPPLEMENT)


async def move(turn: Turn, before: Ticket, after: Ticket) -> None:
    """The ticket's group is another one from now on: the old thread is done with, the new one has all that it needs."""
    await leave(turn, before, after)
    await post_card(turn, after)
    await retell(turn, after)


async def leave(turn: Turn, before: Ticket, after: Ticket) -> None:
    """Close the old thread, with a card that says where the ticket is and offers nothing any more."""
    group = None if before.group_id is None else await groups.get(turn.tx, before.group_id)
    if group is None:
        return
    to = Address(group.channel, group.chat)
    new = None if after.group_id is None else await groups.get(turn.tx, after.group_id)
    unit_id = new.unit_id if new is not None and new.unit_id is not None else after.unit_id
    unit = (await units.get(turn.tx, unit_id)).shown
    turn.send(
        Outgoing(
            OutKind.EDIT,
            to=to,
            ticket_thread=before.id,
            text=say(DESK_LOCALE, "case-card-moved", number=after.number, title=after.title, unit=unit),
            target=Spot(ticket=before.id, side="thread", role="card"),
            link=Link(before.id, "thread", "card"),
            replace=f"card:{before.id}",
        )
    )
    title = (await thread_title(turn, before)).rpartition(" · ")[0] + f" · {say(DESK_LOCALE, 'case-moved-away')}"
    await threads.want(turn.tx, before.id, group.id, title=title, icon=State.MERGED, is_open=False)
    turn.send(Outgoing(OutKind.THREAD, to=to, ticket_thread=before.id, replace=f"thread:{before.id}"))


async def retell(turn: Turn, ticket: Ticket, *, besides: int | None = None, **more: Any) -> None:
    """In a thread that is new: the raiser's words and files that the card does not show, and the steps so far.

    ``besides``: an entry that is on its way there already. ``more`` goes with the messages.
    """
    for entry in await history.of_ticket(turn.tx, ticket.id):
        if entry.action not in _WORDS or entry.id == besides:
            continue
        text, files = await words_now(turn, entry), await entry_files(turn, entry.id)
        on_card = entry.action == Action.SUBMIT and text == ticket.body and len(text) <= BODY_CHARACTERS
        if entry.action == Action.SUPPLEMENT and text:
            text = say(DESK_LOCALE, "case-thread-supplement", text=text)
        if files and (on_card or not text):
            text = say(DESK_LOCALE, "case-thread-files")
        elif on_card:
            continue
        await tell_thread(turn, ticket, text, files=neutral(files, ticket.naming), entry=entry.id, **more)
    so_far = await story(turn, ticket, most=_STORY_STEPS, characters=_STORY_CHARACTERS)
    await tell_thread(turn, ticket, so_far, **more)
