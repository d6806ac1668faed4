"""Words in a ticket's thread: on to the raiser, or kept as an internal note; and what is not meant for anybody."""

from __future__ import annotations

from functools import partial

from handlers import albums
from handlers.albums import Album
from handlers.case import answering
from handlers.case.acting import Refused
from handlers.case.telling import DESK_LOCALE
from handlers.desk import strays
from handlers.desk.finding import elsewhere, is_secretary, note_in, sendable, ticket_here
from handlers.rules.lifecycle import Action, Role
from handlers.texts import say
from handlers.turn import Turn
from handlers.vocabulary import Address, Outgoing, OutKind, Reaction, Spot
from storage import history, messages, tickets
from storage.messages import Linked, NewLink
from storage.tickets import Ticket

_say = partial(say, DESK_LOCALE)


async def in_group(turn: Turn) -> None:
    """A message in a group. Only a ticket's thread concerns us: elsewhere the secretaries talk among themselves."""
    if turn.group is None or turn.event.thread is None:
        return
    ticket = await ticket_here(turn) or await strays.written_in(turn)
    if ticket is not None:
        await said(turn, ticket)


async def replied(turn: Turn, linked: Linked) -> None:
    """A reply to a message of a ticket: its thread, in groups without topics too."""
    ticket = await tickets.find(turn.tx, linked.ticket_id)
    if ticket is None or turn.group is None:
        return
    entry = None if linked.history_id is None else await history.get(turn.tx, linked.history_id)
    raisers = entry is not None and entry.role == Role.RAISER and entry.ticket_id == ticket.id
    answers = (entry.refers_to or entry.id) if entry is not None and raisers else None
    await said(turn, ticket, answers=answers)


async def said(turn: Turn, ticket: Ticket, *, answers: int | None = None) -> None:
    """A person wrote in the ticket's thread. ``answers``: the raiser's entry that it is a reply to."""
    event = turn.event
    if turn.group is None or ticket.group_id != turn.group.id:
        raise Refused(await elsewhere(turn, ticket))
    if not await is_secretary(turn, ticket):
        await _stranger(turn)
        return
    text, files = sendable(turn)
    album = await albums.begun(turn, text, to="raiser", role=Role.SECRETARY)
    if album is not None:
        await _more_of(turn, ticket, album)
        return
    note = note_in(text)
    if note is not None:
        if not note and not files:
            raise Refused(turn.say("desk-note-empty"))
        acted = await answering.note(turn, ticket, note, files)
        sent = True
    elif not text and not files:
        return
    else:
        waits = {key: value for key, value in albums.waiting(turn).items() if key != "replace"}
        acted, sent = await answering.reply(turn, ticket, text, files, answers=answers, **waits)
    await albums.begin(turn, ticket.id, acted.entry, text if note is None else note)
    await remember(turn, ticket, acted.entry)
    receipt(turn, ticket, event.message, Reaction.TAKEN if sent else Reaction.FAILED)
    if not sent:
        turn.reply(_say("desk-no-chat"), quote=True)


async def _more_of(turn: Turn, ticket: Ticket, album: Album) -> None:
    """A further part of an album: it joins what waits; what has left already is not said again."""
    await remember(turn, ticket, album.entry)
    receipt(turn, ticket, turn.event.message, Reaction.TAKEN)
    entry = await history.get(turn.tx, album.entry)
    if entry is None or entry.action != Action.REPLY:
        return
    waits = {"not_before": albums.waiting(turn)["not_before"]}
    if album.batch:
        waits["replace"] = f"reply:{entry.id}.{album.batch}"
    await answering.say_reply(turn, ticket, entry.id, album.words, album.files, **waits)


async def remember(turn: Turn, ticket: Ticket, entry: int) -> None:
    """The message in hand is what ``entry`` tells of: edits, replies and receipts find it again."""
    event = turn.event
    if event.message is not None:
        link = NewLink(event.channel, event.chat, event.message, ticket.id, "thread", "said", entry)
        await messages.link(turn.tx, [link], turn.now)


def receipt(turn: Turn, ticket: Ticket, message: str | None, reaction: Reaction) -> None:
    """The quiet mark on a secretary's message, in the lane of its ticket, so that the last one stays."""
    event = turn.event
    abilities = turn.house.abilities.get(event.channel)
    if message is None or abilities is None or not abilities.reactions:
        return
    turn.send(
        Outgoing(
            OutKind.REACT,
            to=Address(event.channel, event.chat),
            ticket_thread=ticket.id,
            target=Spot(message=message),
            reaction=reaction,
            replace=f"receipt:{message}",
        )
    )


async def _stranger(turn: Turn) -> None:
    """Somebody who is no secretary here: told once a day that nothing was sent."""
    event, group = turn.event, turn.group
    if group is None:
        return
    if event.sender is not None and event.sender.user == event.chat:
        turn.reply(_say("desk-nameless"), quote=True)
        return
    today = turn.house.calendar.local(turn.now).date().isoformat()
    subject = f"group:{group.id}"
    if await history.claim_reminder(turn.tx, subject, "stranger", today, person_id=turn.who.id, now=turn.now):
        turn.reply(_say("group-stranger"), quote=True)
