"""Putting right or taking back what a secretary has said to a raiser."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from enum import StrEnum

from handlers.cases.answers import reply_words, say_reply
from handlers.cases.entries import entry_files
from handlers.cases.steps import Acted, act
from handlers.cases.submission import revise
from handlers.cases.telling import show_card
from handlers.core.texts import say
from handlers.core.turn import Turn
from handlers.core.vocabulary import Attachment, Outgoing, OutKind
from handlers.people.raisers import (
    change_copy,
    hold_back,
    raiser_locale,
    raisers_with,
    take_away_copies,
    tell_raiser,
)
from handlers.rules.deadlines import DeadlineKind
from handlers.rules.lifecycle import ENDED, Action, Role, State
from storage import history, tickets
from storage.history import Entry
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


async def correct(turn: Turn, ticket: Ticket, entry: Entry, text: str) -> Acted | None:
    """A secretary changed their message: the raisers' copies change too, marked; the old words stay on record.

    None when the words are the same. A changed note stays a note.
    """
    acted = await revise(turn, ticket, entry.id, text, role=Role.SECRETARY)
    if acted is None or entry.action != Action.REPLY:
        return acted
    files = await entry_files(turn, entry.id)
    told = await raisers_with(turn, entry.id)
    if not told:
        # It has not left yet: what waits is said in the new words.
        await say_reply(turn, ticket, entry.id, text, files)
        return acted
    for reader in await _readers(turn, ticket):
        if reader.id in told:
            await _change(turn, reader, entry, text=text, files=files)
    return acted


async def _change(turn: Turn, reader: Ticket, entry: Entry, *, text: str, files: Sequence[Attachment]) -> None:
    locale = await raiser_locale(turn, reader)
    before = reply_words(locale, reader, entry.text)
    after = reply_words(locale, reader, text)
    after += say(locale, "case-edited-mark")
    sent = Outgoing(OutKind.SEND, text=before, attachments=tuple(files))
    if not await change_copy(turn, reader, entry.id, sent, after):
        # It went out in several parts, or no longer fits where it stands: said once more as a whole.
        await tell_raiser(turn, reader, after, entry=entry.id, answers=entry.id, report=True)


async def recall(turn: Turn, ticket: Ticket, entry: Entry) -> Recalled:
    """Take back every raiser's copy of a reply, and say so on the history."""
    readers = await _readers(turn, ticket)
    if not readers:
        return Recalled.NOWHERE
    await act(turn, ticket, Action.RECALL, Role.SECRETARY, refers_to=entry.id)
    sent = False
    for reader in readers:
        if await take_away_copies(turn, reader, entry.id):
            sent = True
        else:
            await _before_it_leaves(turn, reader, entry)
    if sent:
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
    waits = Outgoing(OutKind.SEND, text=said, attachments=await entry_files(turn, entry.id))
    await hold_back(turn, reader, entry.id, waits, f"reply:{entry.id}")
