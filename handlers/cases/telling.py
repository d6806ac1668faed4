"""Saying what happened to those who must hear it: the ticket's thread, its owner, its managers, and all raisers of it.

One raiser is told by :mod:`handlers.people.raisers`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from handlers.cases.cards import card, thread_title
from handlers.core.texts import DESK_LOCALE, locale_for, say
from handlers.core.turn import Turn
from handlers.core.vocabulary import (
    Address,
    Attachment,
    ChatKind,
    FileKind,
    Link,
    Outgoing,
    OutKind,
    Priority,
    Rows,
    Spot,
)
from handlers.core.wording import moment
from handlers.people.raisers import is_theirs, raiser_locale, tell_raiser
from handlers.rules.lifecycle import OPEN, Naming, State
from storage import groups, people, roles, threads, tickets, units
from storage.people import Person
from storage.tickets import Ticket


async def tell_thread(
    turn: Turn,
    ticket: Ticket,
    text: str,
    *,
    buttons: Rows = (),
    files: Sequence[Attachment] = (),
    entry: int | None = None,
    role: str = "entry",
    reply_to: Spot | None = None,
    silent: bool = False,
    priority: Priority = Priority.INTERACTIVE,
    of: Ticket | None = None,
    **more: Any,
) -> None:
    """Say something in the ticket's thread in its group. ``of``: it is about another ticket, and replies are too."""
    group = None if ticket.group_id is None else await groups.get(turn.tx, ticket.group_id)
    if group is None:
        return
    alone = bool(buttons or files or more)
    turn.send(
        Outgoing(
            OutKind.SEND,
            to=Address(group.channel, group.chat),
            ticket_thread=ticket.id,
            text=text,
            head="" if alone else await _head(turn, ticket),
            buttons=buttons,
            attachments=tuple(files),
            reply_to=reply_to,
            link=Link((of or ticket).id, "thread", role, entry),
            silent=silent,
            gather=None if alone else f"thread:{ticket.id}",
            priority=priority,
            **more,
        )
    )


async def _head(turn: Turn, ticket: Ticket) -> str:
    """Who made it happen and when. A raiser is never named here, whatever way they are named."""
    person, when = turn.person, moment(DESK_LOCALE, turn.house.calendar, turn.now)
    if person is None:
        who = say(DESK_LOCALE, "role-system")
    elif turn.event.chat_kind is ChatKind.GROUP or ticket.owner_id == person.id:
        who = next((each.name for each in turn.roles), person.name)
    elif turn.roles and not await is_theirs(turn, ticket):
        who = turn.roles[0].name
    else:
        who = say(DESK_LOCALE, "role-raiser")
    return say(DESK_LOCALE, "case-thread-head", who=who, when=when)


async def tell_owner(
    turn: Turn,
    ticket: Ticket,
    key: str,
    *,
    buttons: Rows = (),
    files: Sequence[Attachment] = (),
    entry: int | None = None,
    role: str = "entry",
    **facts: Any,
) -> None:
    """Say text ``key`` to the ticket's owner in their private chat, if there is one.

    A fact that can be called is asked in the owner's language.
    """
    if ticket.owner_id is None:
        return
    person = await people.get(turn.tx, ticket.owner_id)
    locale = locale_for(person.language)
    theirs = {name: fact(locale) if callable(fact) else fact for name, fact in facts.items()}
    text = say(locale, key, number=ticket.number, title=ticket.title, **theirs)
    turn.tell(person, text, buttons=buttons, attachments=tuple(files), link=Link(ticket.id, "owner", role, entry))


async def managers_of(turn: Turn, ticket: Ticket) -> tuple[Person, ...]:
    """The managers of the ticket's unit: the nearest level up the tree that has any."""
    unit = await units.get(turn.tx, ticket.unit_id)
    held = await roles.covering(turn.tx, "manager", unit.path)
    nearest = [each for each in held if each.path == held[0].path] if held else []
    return tuple([await people.get(turn.tx, each.person_id) for each in nearest])


async def tell_managers(turn: Turn, ticket: Ticket, key: str, *, buttons: Rows = (), **facts: Any) -> bool:
    """Say text ``key`` to the managers of the ticket's unit; False if there is none who is told.

    A restricted ticket's matter is never told.
    """
    told = () if ticket.restricted else await managers_of(turn, ticket)
    for person in told:
        text = say(locale_for(person.language), key, number=ticket.number, title=ticket.title, **facts)
        turn.tell(person, text, buttons=buttons, link=Link(ticket.id, "manager", "entry"), priority=Priority.REMINDER)
    return bool(told)


async def post_card(turn: Turn, ticket: Ticket) -> None:
    """Put the card at the top of the ticket's thread, pinned; the thread is made when it is delivered."""
    group = None if ticket.group_id is None else await groups.get(turn.tx, ticket.group_id)
    if group is None:
        return
    to = Address(group.channel, group.chat)
    was_here = await threads.get(turn.tx, ticket.id, group.id) is not None
    if await _wish(turn, ticket, group.id) and was_here:
        # It comes back to where it was worked on before: that thread is opened again, by its own name.
        turn.send(Outgoing(OutKind.THREAD, to=to, ticket_thread=ticket.id, replace=f"thread:{ticket.id}"))
    text, buttons = await card(turn, ticket)
    turn.send(
        Outgoing(
            OutKind.SEND,
            to=to,
            ticket_thread=ticket.id,
            text=text,
            buttons=buttons,
            link=Link(ticket.id, "thread", "card"),
            pin=True,
        )
    )


async def show_card(turn: Turn, ticket: Ticket) -> None:
    """Bring card and thread to what the ticket is now."""
    group = None if ticket.group_id is None else await groups.get(turn.tx, ticket.group_id)
    if group is None:
        return
    to = Address(group.channel, group.chat)
    text, buttons = await card(turn, ticket)
    turn.send(
        Outgoing(
            OutKind.EDIT,
            to=to,
            ticket_thread=ticket.id,
            text=text,
            buttons=buttons,
            target=Spot(ticket=ticket.id, side="thread", role="card"),
            link=Link(ticket.id, "thread", "card"),
            replace=f"card:{ticket.id}",
        )
    )
    if await _wish(turn, ticket, group.id):
        turn.send(Outgoing(OutKind.THREAD, to=to, ticket_thread=ticket.id, replace=f"thread:{ticket.id}"))


async def _wish(turn: Turn, ticket: Ticket, group_id: int) -> bool:
    """Say what the thread should look like; True if that is news."""
    title = await thread_title(turn, ticket)
    is_open = ticket.state in OPEN or ticket.state == State.MERGED
    known = await threads.get(turn.tx, ticket.id, group_id)
    if known and (known.title, known.icon, known.open) == (title, ticket.state, is_open):
        return False
    await threads.want(turn.tx, ticket.id, group_id, title=title, icon=ticket.state, is_open=is_open)
    return True


async def tell_followers(
    turn: Turn,
    ticket: Ticket,
    key: str,
    *,
    files: Sequence[Attachment] = (),
    entry: int | None = None,
    waits: Mapping[str, Any] | None = None,
    **facts: Any,
) -> None:
    """Say text ``key`` to the raisers of the tickets that were merged into this one, as their own.

    ``waits`` goes with the outgoing message. A fact that can be called is asked in each raiser's language.
    """
    for follower in await tickets.merged_into(turn.tx, ticket.id):
        if follower.state != State.MERGED:
            continue
        locale = await raiser_locale(turn, follower)
        theirs = {name: fact(locale) if callable(fact) else fact for name, fact in facts.items()}
        said = say(locale, key, number=follower.number, **theirs)
        await tell_raiser(turn, follower, said, files=files, entry=entry, **(waits or {}))


def neutral(files: Sequence[Attachment], naming: str) -> tuple[Attachment, ...]:
    """A raiser's files as the desk may see them: those of a named one as they are, all others cleaned."""
    return tuple(files) if naming == Naming.NAMED else cleaned(files)


def cleaned(files: Sequence[Attachment]) -> tuple[Attachment, ...]:
    """A raiser's files as everyone else may see them, however the raiser is named.

    Without their names, with what is in them cleaned, and no contact cards: on those stands whose they are.
    """
    return tuple(replace(each, name=None, clean=True) for each in files if each.kind is not FileKind.CONTACT)


def desk_word(ticket: Ticket) -> Callable[[str], str]:
    """Who works on it, as a raiser is told, in whichever language is asked for."""
    return lambda locale: say(locale, "reader-desk-restricted" if ticket.restricted else "reader-desk")


def told_words(ticket: Ticket) -> str:
    """For the desk: that the raiser was written to, or that they have no chat and how they learn of it then."""
    if ticket.raiser is not None:
        return say(DESK_LOCALE, "case-told")
    return say(DESK_LOCALE, "case-told-call" if ticket.contact is not None else "case-told-by-code")
