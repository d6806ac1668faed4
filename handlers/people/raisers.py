"""Whoever raised something, without saying who that is: told, recognised, counted, but never handed out.

The only room that opens a sealed identity. What others get is what they can do with it: say something in the raiser's
chat, in their language; ask whether it is the person of this event; whether they can be reached. A name leaves it
only of those who are named, for a reader who may see it. Every opening goes through :func:`_open`, with what for.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, TypeVar

from handlers.core.message import Text
from handlers.core.presentation import fits_in_place, present
from handlers.core.texts import locale_for, say
from handlers.core.turn import Turn
from handlers.core.vocabulary import Address, Attachment, Link, Outgoing, OutKind, Priority, Rows, Spot
from handlers.rules.lifecycle import Naming, Role
from handlers.rules.rights import TABLE, Relation, Right
from storage import conversations, identities, messages, people, tickets
from storage.campaigns import Proposal
from storage.database import Transaction
from storage.messages import RAISER, Copy
from storage.people import Person
from storage.surveys import Sheet
from storage.tickets import Ticket

Beside = TypeVar("Beside")
_AWAY = "away"
"""The kind of a conversation that remembers which threads were told that a raiser can't be reached."""


class Purpose(StrEnum):
    """What an identity is opened for."""

    TELL = "tell"
    """Something is said in their chat."""
    LANGUAGE = "language"
    """In which language that is to be."""
    RECOGNISE = "recognise"
    """Is it the person who does this?"""
    REACH = "reach"
    """Can they be reached, and were those who wait told that they can't?"""
    TOGETHER = "together"
    """Which of several are one person's, so that they hear it once, or count once."""
    NAME = "name"
    """Name and contact of one who is named, for a reader who may see them."""
    TAKE_BACK = "take_back"
    """What stands in their chat, or is on its way there, is changed or taken away."""


@dataclass(frozen=True, slots=True)
class _Identity:
    person: int | None
    contact: Mapping[str, str]


async def _open(tx: Transaction, about: Ticket | Proposal | Sheet, purpose: Purpose) -> _Identity:
    """Who is behind it. The one place where that is read."""
    if isinstance(about, Ticket):
        contact = identities.contact_of(tx, about) if purpose is Purpose.NAME else {}
        return _Identity(identities.raiser_of(tx, about), contact)
    if isinstance(about, Proposal):
        return _Identity(identities.proposer_of(tx, about), {})
    return _Identity(identities.respondent_of(tx, about), {})


async def _person(tx: Transaction, about: Ticket | Proposal | Sheet, purpose: Purpose) -> Person | None:
    opened = await _open(tx, about, purpose)
    return None if opened.person is None else await people.get(tx, opened.person)


async def is_theirs(turn: Turn, ticket: Ticket) -> bool:
    """Whether the person of this event raised it."""
    if ticket.raiser is None or turn.person is None:
        return False
    opened = await _open(turn.tx, ticket, Purpose.RECOGNISE)
    return opened.person is not None and await people.are_one(turn.tx, opened.person, turn.person.id)


async def own_tickets(turn: Turn) -> tuple[Ticket, ...]:
    """What the person of this event raised or follows, oldest first."""
    return await tickets.by_ids(turn.tx, await identities.raised(turn.tx, turn.who.id))


async def follow(turn: Turn, ticket: Ticket) -> None:
    """Whoever holds the code of a ticket that came without a raiser is its raiser from now on, with their chat."""
    await identities.follow(turn.tx, ticket, turn.who.id)


async def raiser_locale(turn: Turn, ticket: Ticket) -> str:
    """The language that the raiser is spoken to in."""
    person = await _person(turn.tx, ticket, Purpose.LANGUAGE)
    return locale_for(person.language if person else ticket.language)


async def are_reachable(turn: Turn, ticket: Ticket) -> bool:
    """Whether the raiser has a chat with us and has not blocked us, as far as is known."""
    person = await _person(turn.tx, ticket, Purpose.REACH)
    return person is not None and person.started and person.reachable


async def tell_raiser(
    turn: Turn,
    ticket: Ticket,
    text: Text,
    *,
    buttons: Rows = (),
    files: Sequence[Attachment] = (),
    entry: int | None = None,
    answers: int | None = None,
    role: str = "entry",
    report: bool = False,
    priority: Priority = Priority.INTERACTIVE,
    **more: Any,
) -> bool:
    """Say something about the ticket in the raiser's chat, as a reply to what it answers.

    ``answers`` is the history entry that it is an answer to (else their latest word on the ticket). False when the
    raiser has no chat with us: then somebody has to call them.
    """
    person = await _person(turn.tx, ticket, Purpose.TELL)
    if person is None:
        return False
    spot = (
        Spot(ticket=ticket.id, side=RAISER, history=answers)
        if answers is not None
        else Spot(ticket=ticket.id, side=RAISER, role="said")
    )
    turn.tell(
        person,
        text,
        buttons=buttons,
        attachments=tuple(files),
        reply_to=spot,
        link=Link(ticket.id, RAISER, role, entry),
        priority=priority,
        report=report,
        protect=ticket.naming != Naming.NAMED,
        **more,
    )
    return True


async def by_raiser(
    turn: Turn, found: Iterable[tuple[Ticket, Beside]]
) -> tuple[tuple[tuple[Ticket, Beside], ...], ...]:
    """Tickets, each with what is known beside it, gathered by who raised them; those without a chat are left out."""
    gathered: dict[int, list[tuple[Ticket, Beside]]] = {}
    for ticket, beside in found:
        person = await _person(turn.tx, ticket, Purpose.TOGETHER)
        if person is not None:
            gathered.setdefault(person.id, []).append((ticket, beside))
    return tuple(tuple(each) for each in gathered.values())


async def tell_of_several(
    turn: Turn, theirs: Sequence[Ticket], text: Text, *, buttons: Rows = (), priority: Priority = Priority.INTERACTIVE
) -> None:
    """Say something about several tickets of one raiser, as :func:`by_raiser` gathered them."""
    person = await _person(turn.tx, theirs[0], Purpose.TELL)
    if person is not None:
        hidden = any(each.naming != Naming.NAMED for each in theirs)
        turn.tell(person, text, buttons=buttons, priority=priority, protect=hidden)


async def how_many(tx: Transaction, raised: Iterable[Ticket]) -> int:
    """How many people raised these: who came by phone or box, and is not known, is one each time."""
    known: set[int] = set()
    unknown = 0
    for ticket in raised:
        person = (await _open(tx, ticket, Purpose.TOGETHER)).person
        if person is None:
            unknown += 1
        else:
            known.add(person)
    if len(known) > 1:
        same = await people.joined(tx)
        known = {same.get(each, each) for each in known}
    return len(known) + unknown


@dataclass(frozen=True, slots=True)
class Named:
    """A raiser who is named: their name, and phone and the like by their keys."""

    name: str
    contact: Mapping[str, str]


@dataclass(slots=True)
class Names:
    """Names and contacts for one reader. ``allowed``: they have the right to see them (``Right.SEE_NAME``)."""

    allowed: bool
    _known: dict[int, str] = field(default_factory=dict, repr=False)

    async def of(self, tx: Transaction, ticket: Ticket) -> Named | None:
        """As the raiser gave them, else as their account is called. None: they are not named, or not for this reader.

        The name is empty where somebody is named and nobody knows how.
        """
        if not self.allowed or ticket.naming != Naming.NAMED:
            return None
        opened = await _open(tx, ticket, Purpose.NAME)
        name = opened.contact.get("name", "")
        if not name and opened.person is not None:
            if opened.person not in self._known:
                self._known[opened.person] = (await people.get(tx, opened.person)).name
            name = self._known[opened.person]
        return Named(name, {key: value for key, value in opened.contact.items() if key != "name" and value})


def office_names() -> Names:
    """Names and contacts for the secretaries, whose registers and cards show them."""
    return Names(allowed=Right.SEE_NAME in TABLE[Role.SECRETARY, Relation.COVERS])


async def tell_proposer(turn: Turn, proposal: Proposal, key: str, **facts: str | int) -> None:
    """Text ``key`` in the chat of who proposed it, as far as they can be written to."""
    person = await _person(turn.tx, proposal, Purpose.TELL)
    if person is not None:
        text = say(locale_for(person.language), key, place=proposal.position, **facts)
        turn.tell(person, text, priority=Priority.REMINDER)


async def proposer_name(tx: Transaction, proposal: Proposal) -> str:
    """Who proposed it, if they let the office see that; else nothing."""
    person = await _person(tx, proposal, Purpose.NAME) if proposal.named else None
    return "" if person is None else person.name


async def respondent_name(tx: Transaction, sheet: Sheet) -> str:
    """Who filled it in, in a survey that is not anonymous; else nothing."""
    person = await _person(tx, sheet, Purpose.NAME)
    return "" if person is None else person.name


async def copies_here(turn: Turn, ticket: Ticket, role: str) -> tuple[Copy, ...]:
    """The messages of this chat that show one thing of the ticket to its raiser, the newest last."""
    here = (turn.event.channel, turn.event.chat)
    found = await identities.copies_of_role(turn.tx, ticket.id, role)
    return tuple(each for each in found if (each.channel, each.chat) == here)


async def raisers_with(turn: Turn, entry: int) -> frozenset[int]:
    """The tickets, by their rows, whose raisers have a copy of what an entry of the history says."""
    linked = await messages.linked_to(turn.tx, entry)
    return frozenset(each.ticket_id for each in linked if each.side == RAISER)


async def _copies(turn: Turn, ticket: Ticket, entry: int) -> list[Copy]:
    found = await identities.copies_of_entry(turn.tx, entry)
    return [each for each in found if each.linked.side == RAISER and each.linked.ticket_id == ticket.id]


async def change_copy(turn: Turn, ticket: Ticket, entry: int, sent: Outgoing, text: Text) -> bool:
    """What an entry says to the ticket's raiser (``sent``) is put right where it stands in their chat.

    False: ``text`` does not fit in its place.
    """
    theirs = await _copies(turn, ticket, entry)
    if not theirs or not fits_in_place(sent, text, turn.house.abilities[theirs[0].channel]):
        return False
    copy = theirs[0]
    turn.send(
        Outgoing(
            OutKind.EDIT,
            to=Address(copy.channel, copy.chat),
            text=text,
            target=Spot(message=copy.message),
            link=Link(ticket.id, RAISER, "entry", entry),
            replace=f"entry:{entry}",
            report=True,
        )
    )
    return True


async def take_away_copies(turn: Turn, ticket: Ticket, entry: int) -> bool:
    """What an entry said goes from the raiser's chat, as far as the platform lets us; False: it had not arrived."""
    theirs = await _copies(turn, ticket, entry)
    for copy in theirs:
        turn.send(
            Outgoing(
                OutKind.DELETE,
                to=Address(copy.channel, copy.chat),
                target=Spot(message=copy.message),
                link=Link(ticket.id, RAISER, "recall", entry),
                report=True,
            )
        )
    return bool(theirs)


async def hold_back(turn: Turn, ticket: Ticket, entry: int, waits: Outgoing, word: str) -> None:
    """What waits to be said under ``word`` (its ``replace``) is not said; if it left in the meantime, it is deleted."""
    person = await _person(turn.tx, ticket, Purpose.TAKE_BACK)
    if person is None:
        return
    channels = {each.channel for each in await people.accounts(turn.tx, person.id)}
    locale = locale_for(person.language)
    parts = max(len(present(waits, turn.house.abilities[each], locale=locale, now=turn.now)) for each in channels)
    for number in range(parts):
        turn.send(
            Outgoing(
                OutKind.DELETE,
                person=person.id,
                target=Spot(ticket=ticket.id, side=RAISER, history=entry),
                link=Link(ticket.id, RAISER, "waiting", entry),
                replace=word + (f"#{number}" if number else ""),
            )
        )


async def lose(turn: Turn, ticket: Ticket) -> None:
    """The raiser can't be reached in the chat of this event, which tells of what was said there in vain."""
    person = await _person(turn.tx, ticket, Purpose.REACH)
    if person is not None:
        await people.lose(turn.tx, person.id, turn.event.channel, turn.event.chat)


async def remember_away(turn: Turn, ticket: Ticket) -> None:
    """The ticket's thread was told that its raiser can't be reached: it is told when they are back."""
    person = await _person(turn.tx, ticket, Purpose.REACH)
    if person is None:
        return
    tag = turn.tx.sealer.tag(_AWAY, str(person.id))
    known = await conversations.load(turn.tx, tag, _AWAY)
    ids = [*(known.body["tickets"] if known else ()), ticket.id]
    await conversations.save(turn.tx, tag, _AWAY, {"tickets": list(dict.fromkeys(ids))}, turn.now)


async def missed_while_away(turn: Turn) -> tuple[Ticket, ...]:
    """The tickets whose threads were told that the person of this event can't be reached; asked once."""
    tag = turn.tx.sealer.tag(_AWAY, str(turn.who.id))
    known = await conversations.load(turn.tx, tag, _AWAY)
    await conversations.drop(turn.tx, tag, _AWAY)
    return await tickets.by_ids(turn.tx, known.body["tickets"] if known else ())
