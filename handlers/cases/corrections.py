"""Putting right or taking back what a secretary has said to a raiser."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from enum import StrEnum

from handlers.cases.answers import reply_words, say_reply
from handlers.cases.entries import entry_files
from handlers.cases.steps import Acted, act
from handlers.cases.submission import revise
from handlers.cases.telling import raiser_locale, raiser_of, show_card, tell_raiser
from handlers.core.presentation import fits_in_place, present
from handlers.core.texts import say
from handlers.core.turn import Turn
from handlers.core.vocabulary import Address, Attachment, Link, Outgoing, OutKind, Spot
from handlers.rules.deadlines import DeadlineKind
from handlers.rules.lifecycle import ENDED, Action, Role, State
from storage import history, messages, tickets
from storage.history import Entry
from storage.messages import Copy
from storage.tickets import Ticket


class Recalled(StrEnum):
    """What taking back amounts to."""

    SENT = "sent"
    """Copies are with their raisers; whether the platform lets us delete them is told afterwards."""
    WAITING = "waiting"
    """It had not arrived yet, and now never will."""
    NOWHERE = "nowhere"
    """Nobody has a copy: the raiser has no chat."""


async def _readers(turn: Turn, ticket: Ticket) -> tuple[Ticket, ...]:
    """The ticket, and those that follow it: a reply went to each of their raisers."""
    followers = [each for each in await tickets.merged_into(turn.tx, ticket.id) if each.state == State.MERGED]
    return tuple(each for each in (ticket, *followers) if each.raiser is not None)


async def _copies(turn: Turn, entry: int) -> list[Copy]:
    return [each for each in await messages.of_history(turn.tx, entry) if each.linked.side == "raiser"]


async def correct(turn: Turn, ticket: Ticket, entry: Entry, text: str) -> Acted | None:
    """A secretary changed their message: the raisers' copies change too, marked; the old words stay on record.

    None when the words are the same. A changed note stays a note.
    """
    acted = await revise(turn, ticket, entry.id, text, role=Role.SECRETARY)
    if acted is None or entry.action != Action.REPLY:
        return acted
    files = await entry_files(turn, entry.id)
    copies = await _copies(turn, entry.id)
    if not copies:
        # It has not left yet: what waits is said in the new words.
        await say_reply(turn, ticket, entry.id, text, files)
        return acted
    for reader in await _readers(turn, ticket):
        theirs = [each for each in copies if each.linked.ticket_id == reader.id]
        if theirs:
            await _change(turn, reader, theirs[0], entry, text=text, files=files)
    return acted


async def _change(
    turn: Turn, reader: Ticket, copy: Copy, entry: Entry, *, text: str, files: Sequence[Attachment]
) -> None:
    locale = await raiser_locale(turn, reader)
    before = reply_words(locale, reader, entry.text)
    after = reply_words(locale, reader, text)
    after += say(locale, "case-edited-mark")
    sent = Outgoing(OutKind.SEND, text=before, attachments=tuple(files))
    if not fits_in_place(sent, after, turn.house.abilities[copy.channel]):
        # It went out in several parts, or no longer fits where it stands: said once more as a whole.
        await tell_raiser(turn, reader, after, entry=entry.id, answers=entry.id, report=True)
        return
    turn.send(
        Outgoing(
            OutKind.EDIT,
            to=Address(copy.channel, copy.chat),
            text=after,
            target=Spot(message=copy.message),
            link=Link(reader.id, "raiser", "entry", entry.id),
            replace=f"entry:{entry.id}",
            report=True,
        )
    )


async def recall(turn: Turn, ticket: Ticket, entry: Entry) -> Recalled:
    """Take back every raiser's copy of a reply, and say so on the history."""
    readers = await _readers(turn, ticket)
    if not readers:
        return Recalled.NOWHERE
    await act(turn, ticket, Action.RECALL, Role.SECRETARY, refers_to=entry.id)
    copies = await _copies(turn, entry.id)
    for reader in readers:
        theirs = [each for each in copies if each.linked.ticket_id == reader.id]
        for copy in theirs:
            turn.send(
                Outgoing(
                    OutKind.DELETE,
                    to=Address(copy.channel, copy.chat),
                    target=Spot(message=copy.message),
                    link=Link(reader.id, "raiser", "recall", entry.id),
                    report=True,
                )
            )
        if not theirs:
            await _before_it_leaves(turn, reader, entry)
    if copies:
        return Recalled.SENT
    await due_again(turn, await tickets.get(turn.tx, ticket.id))
    return Recalled.WAITING


_HEARD = frozenset({Action.REPLY, Action.PASS_PROGRESS, Action.ANSWER, Action.PASS_ON})
"""With these the raiser has heard from the desk."""


async def due_again(turn: Turn, ticket: Ticket) -> None:
    """Words were taken back. If they were all that the raiser had heard, the first answer is due again."""
    if ticket.first_reply_at is None or ticket.answered_at is not None or ticket.state in ENDED:
        return
    story = await history.of_ticket(turn.tx, ticket.id)
    taken = {each.refers_to for each in story if each.action == Action.RECALL}
    if any(each.action in _HEARD and each.id not in taken for each in story):
        return
    await history.unmeet_deadlines(turn.tx, ticket.id, DeadlineKind.FIRST_ANSWER, ticket.first_reply_at)
    after = replace(ticket, first_reply_at=None)
    await tickets.save(turn.tx, after)
    await show_card(turn, after)


async def _before_it_leaves(turn: Turn, reader: Ticket, entry: Entry) -> None:
    """Take the place of what waits in the reader's lane; if it left in the meantime, it is deleted."""
    locale = await raiser_locale(turn, reader)
    said = reply_words(locale, reader, entry.text)
    person = await raiser_of(turn, reader)
    if person is None:
        return
    waits = Outgoing(OutKind.SEND, text=said, attachments=await entry_files(turn, entry.id))
    parts = present(waits, turn.house.abilities[person.channel], locale=locale, now=turn.now)
    for number in range(len(parts)):
        turn.send(
            Outgoing(
                OutKind.DELETE,
                person=person.id,
                target=Spot(ticket=reader.id, side="raiser", history=entry.id),
                link=Link(reader.id, "raiser", "waiting", entry.id),
                replace=f"reply:{entry.id}" + (f"#{number}" if number else ""),
            )
        )
