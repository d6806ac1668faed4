"""Files of a message that did not go with it: told to whoever sent them, with what would do, and to whoever waits.

Each is named as its sender named it where the reader may know that, else by its number and kind. Of a raiser who is not
named there is no name to tell: it was taken off when the message was made.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from handlers.cases.sent_words import recall_button
from handlers.cases.telling import tell_thread
from handlers.core.admins import alert_admins
from handlers.core.missed_files import TOLD, Missed, missed_of, said
from handlers.core.texts import DESK_LOCALE, locale_for, say
from handlers.core.turn import Turn
from handlers.core.vocabulary import ChatKind, Outgoing, OutKind, Spot
from handlers.people.raisers import raiser_locale, tell_raiser
from handlers.rules.lifecycle import Role
from storage import conversations, history, people, tickets
from storage.tickets import Ticket

NOT_WHOLE = "not-whole"
"""The kind of a conversation that remembers a message of which only a part arrived."""
_WRITER = frozenset({Role.OWNER, Role.MANAGER})
"""Whose files go to a thread that they do not read themselves."""


async def handle(turn: Turn, ticket: Ticket | None, mark: Callable[[int], Any]) -> None:
    """Some files did not go. ``mark``: puts the sign of failure on what a history entry was made of."""
    facts, missed = turn.event.facts, missed_of(turn.event.facts)
    if any(each.kept for each in missed):
        await _rights_missing(turn, [each for each in missed if each.kept])
    side = facts["side"] if ticket is not None else None
    if ticket is None or side is None:
        await _reader(turn, missed)
    elif side == "raiser":
        await _to_raiser(turn, ticket, missed, mark)
    elif side == "thread":
        await _to_thread(turn, ticket, missed)
    else:
        await _reader(turn, missed)
        await _writer(turn, missed)


async def _to_raiser(turn: Turn, ticket: Ticket, missed: Sequence[Missed], mark: Callable[[int], Any]) -> None:
    facts = turn.event.facts
    entry = facts["history"]
    told = entry is not None and await mark(entry)
    if entry is not None and not facts["reported"]:
        # What follows of it may arrive: the sign is not to become another one by that.
        await note_not_whole(turn, ticket, entry)
    key = "missed-to-raiser" if told else "missed-to-raiser-unknown"
    text = said(DESK_LOCALE, key, missed, facts, advice=True, number=ticket.number)
    spot = Spot(ticket=ticket.id, side="thread", history=entry) if told else None
    if facts.get("told"):
        return
    # What did arrive can be taken back like any other.
    recall = ((recall_button(ticket, entry),),) if told and facts["arrived"] else ()
    await tell_thread(turn, ticket, text, buttons=recall, reply_to=spot, facts=TOLD)
    if facts["arrived"]:
        locale = await raiser_locale(turn, ticket)
        short = said(locale, "missed-from-desk", missed, facts, advice=False, number=ticket.number)
        await tell_raiser(turn, ticket, short, facts=TOLD)


def _tag(turn: Turn, ticket: int, entry: int) -> bytes:
    return turn.tx.sealer.tag(NOT_WHOLE, str(ticket), str(entry))


async def note_not_whole(turn: Turn, ticket: Ticket, entry: int) -> None:
    """Something of what ``entry`` says did not reach the ticket's raiser, whatever becomes of the rest."""
    await conversations.save(turn.tx, _tag(turn, ticket.id, entry), NOT_WHOLE, {}, turn.now)


async def was_not_whole(turn: Turn, ticket: Ticket, entry: int) -> bool:
    """Whether something of what ``entry`` says did not reach this ticket's raiser; asked once."""
    return await conversations.drop(turn.tx, _tag(turn, ticket.id, entry), NOT_WHOLE)


async def _to_thread(turn: Turn, ticket: Ticket, missed: Sequence[Missed]) -> None:
    facts = turn.event.facts
    asked = "" if facts.get("told") else await _ask_sender(turn, missed)
    text = said(DESK_LOCALE, "missed-in-thread", missed, facts, advice=False)
    await tell_thread(turn, ticket, "\n".join(filter(None, (text, asked))), facts=TOLD)


async def _ask_sender(turn: Turn, missed: Sequence[Missed]) -> str:
    """Tell whoever sent them what would do; gives the line that says so."""
    facts = turn.event.facts
    lost = [each for each in missed if not each.kept]
    entry = None if facts["history"] is None else await history.get(turn.tx, facts["history"])
    if entry is None or not lost:
        return ""
    if entry.role != Role.RAISER:
        return say(DESK_LOCALE, "missed-asked-writer") if await _writer(turn, lost) else ""
    # The entry may be of a ticket that follows this one, and be shown in both threads: its raiser hears it once.
    theirs = await tickets.get(turn.tx, entry.ticket_id)
    numbers = ",".join(str(each.number) for each in lost)
    once = await history.claim_reminder(
        turn.tx, f"entry:{entry.id}", "files-missed", numbers, person_id=0, now=turn.now
    )
    if theirs.raiser is None:
        return ""
    if once:
        locale = await raiser_locale(turn, theirs)
        text = said(locale, "missed-from-raiser", lost, facts, advice=True, number=theirs.number)
        await tell_raiser(turn, theirs, text, answers=entry.id, facts=TOLD)
    return say(DESK_LOCALE, "missed-asked-raiser")


async def _writer(turn: Turn, missed: Sequence[Missed]) -> bool:
    """Tell who of the staff sent them, if they don't read it where it was to go."""
    facts = turn.event.facts
    lost = [each for each in missed if not each.kept]
    author = facts.get("author")
    if author is None and facts["history"] is not None:
        entry = await history.get(turn.tx, facts["history"])
        author = entry.staff_id if entry is not None and entry.role in _WRITER else None
    if author is None or author == facts["person"] or not lost or facts.get("told"):
        return False
    person = await people.get(turn.tx, author)
    turn.tell(person, said(locale_for(person.language), "missed-from-you", lost, facts, advice=True), facts=TOLD)
    return True


async def _reader(turn: Turn, missed: Sequence[Missed]) -> None:
    """Whoever was to get them hears what is missing; where it is about no ticket, its writer hears it too."""
    event, facts = turn.event, turn.event.facts
    if facts["person"] is not None:
        person = await people.get(turn.tx, facts["person"])
        turn.tell(person, said(locale_for(person.language), "missed-for-you", missed, facts, advice=False), facts=TOLD)
    else:
        key = "missed-here" if event.chat_kind is ChatKind.GROUP else "missed-for-you"
        text = said(DESK_LOCALE, key, missed, facts, advice=False)
        turn.send(Outgoing(OutKind.SEND, to=event.address, text=text, facts=TOLD))
    if facts["side"] is None:
        await _writer(turn, missed)


async def _rights_missing(turn: Turn, kept: Sequence[Missed]) -> None:
    """The admins hear once a day which right a group lacks."""
    event = turn.event
    kinds = sorted({each.kind for each in kept if each.kind})
    today = turn.house.calendar.local(turn.now).date().isoformat()
    if not await history.claim_reminder(
        turn.tx, f"chat:{event.channel}:{event.chat}", "lacks-" + ",".join(kinds), today, person_id=0, now=turn.now
    ):
        return
    title = turn.group.title if turn.group and turn.group.title else event.chat_title or event.chat
    named = partial(say, DESK_LOCALE)
    words = say(DESK_LOCALE, "missed-comma").join(named(f"missed-kind-{kind}") for kind in kinds)
    await alert_admins(turn, "missed-admin-rights", title=title, chat=event.chat, kinds=words)
