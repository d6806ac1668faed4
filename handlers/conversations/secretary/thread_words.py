"""Words in a ticket's thread: on to the raiser, or kept as an internal note; and what is not meant for anybody."""

from __future__ import annotations

from functools import partial

from handlers.cases import answers
from handlers.components import albums
from handlers.components.albums import Album
from handlers.conversations.secretary import doubts, hearing, strays, typed_choices
from handlers.conversations.secretary.finding import elsewhere, is_secretary, sendable, ticket_here
from handlers.conversations.secretary.hearing import For, Heard
from handlers.conversations.secretary.receipts import receipt, remember
from handlers.core import lost_tickets, questions
from handlers.core.concealing import codes_of
from handlers.core.refusals import Refused
from handlers.core.texts import DESK_LOCALE, say
from handlers.core.turn import Turn
from handlers.core.vocabulary import Reaction
from handlers.rules.lifecycle import Action, Role
from handlers.rules.marks import Mark, opening
from storage import history, messages, tickets
from storage.messages import Linked
from storage.tickets import Ticket

_say = partial(say, DESK_LOCALE)


async def aside(turn: Turn) -> bool:
    """Take words in a ticket's thread that are plainly for colleagues, whatever question is open; False: they are not.

    Raises:
        Refused: with a question open, they begin with a mark, and it is not clear which.
    """
    if turn.group is None:
        return False
    question = await questions.pending(turn)
    doubtful = question is not None and opening(turn.event.text).mark in (Mark.COMMAND, Mark.DOUBTFUL)
    if not (doubtful or hearing.aside(turn)):
        return False
    ticket = await ticket_here(turn)
    if ticket is None:
        return False
    if doubtful:
        raise Refused("desk-mark-in-answer")
    await said(turn, ticket, await _answered(turn))
    return True


async def _answered(turn: Turn) -> Linked | None:
    event = turn.event
    return None if event.reply_to is None else await messages.find(turn.tx, event.channel, event.chat, event.reply_to)


async def in_group(turn: Turn) -> None:
    """A message in a group. Only a ticket's thread concerns us: elsewhere the secretaries talk among themselves.

    Save for whoever has choices before them in a group without threads: what they type may be meant for those.
    """
    if turn.group is None:
        return
    if turn.event.thread is None:
        offer = await questions.offered(turn)
        ticket = None if offer is None else await tickets.find(turn.tx, int(offer["ticket"]))
    else:
        ticket = await ticket_here(turn) or await strays.written_in(turn)
    if ticket is not None:
        await said(turn, ticket)
    elif turn.event.thread is not None:
        await lost_tickets.written_in_topic(turn)


async def replied(turn: Turn, linked: Linked) -> None:
    """A reply to a message of a ticket: its thread, in groups without topics too."""
    ticket = await tickets.find(turn.tx, linked.ticket_id)
    if ticket is not None and turn.group is not None:
        await said(turn, ticket, linked)


async def said(turn: Turn, ticket: Ticket, linked: Linked | None = None) -> None:
    """A person wrote in the ticket's thread. ``linked``: what the message is that it is a reply to."""
    if turn.group is None or ticket.group_id != turn.group.id:
        raise Refused(await elsewhere(turn, ticket))
    if not await is_secretary(turn, ticket):
        await _stranger(turn)
        return
    text, files = sendable(turn)
    if turn.event.album is not None and await _joined(turn, ticket, text):
        return
    if not text and not files:
        return
    heard = await hearing.whom(turn, ticket, text, linked)
    if heard.whom in (For.DESK, For.COLLEAGUE):
        await _note(turn, ticket, heard)
        return
    if codes_of(turn.event):
        raise Refused("desk-code-not-sent")
    offer = await typed_choices.offered(turn, ticket)
    # Who answers the raiser's own words answers the raiser, whatever else stands open.
    if offer is not None and heard.answers is None:
        options = await typed_choices.meant_by(turn, ticket, offer, text)
        await questions.settle(turn)
        why = "choice" if heard.whom is For.RAISER else heard.why
        await doubts.ask(turn, ticket, why, text, files, options=options)
    elif heard.whom is For.UNSURE or (
        heard.answers is None and await doubts.pending(turn, ticket.id, within=doubts.JOINED_SECONDS)
    ):
        await doubts.ask(turn, ticket, heard.why, text, files, answers=heard.answers)
    else:
        await _send(turn, ticket, heard)


async def _note(turn: Turn, ticket: Ticket, heard: Heard) -> None:
    _, files = sendable(turn)
    if not heard.text and not files:
        raise Refused("desk-note-empty")
    acted = await answers.note(turn, ticket, heard.text, files)
    await albums.begin(turn, ticket.id, acted.entry, heard.text)
    await remember(turn, ticket, acted.entry)
    receipt(turn, ticket, turn.event.message, Reaction.TAKEN)
    once = (f"aside:{ticket.id}", "note", "once")
    if heard.whom is For.COLLEAGUE and await history.claim_reminder(
        turn.tx, *once, person_id=turn.who.id, now=turn.now
    ):
        turn.reply(_say("desk-aside"), quote=True)


async def _send(turn: Turn, ticket: Ticket, heard: Heard) -> None:
    _, files = sendable(turn)
    waits = {key: value for key, value in albums.waiting(turn).items() if key != "replace"}
    acted, sent = await answers.reply(turn, ticket, heard.text, files, answers=heard.answers, **waits)
    await albums.begin(turn, ticket.id, acted.entry, heard.text)
    await remember(turn, ticket, acted.entry)
    receipt(turn, ticket, turn.event.message, Reaction.TAKEN if sent else Reaction.FAILED)
    if not sent:
        turn.reply(_say("desk-no-chat"), quote=True)


async def _joined(turn: Turn, ticket: Ticket, text: str) -> bool:
    """Whether the message is a further part of an album, which then goes where the first one went.

    Raises:
        Refused: a mark stands only on a later part, when the first ones are on their way to the raiser.
    """
    if text and opening(text).mark is not Mark.PLAIN and await albums.entry_of(turn) is not None:
        raise Refused("desk-mark-late")
    album = await albums.begun(turn, text, to="raiser", role=Role.SECRETARY)
    if album is None:
        return False
    await _more_of(turn, ticket, album)
    return True


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
    await answers.say_reply(turn, ticket, entry.id, album.words, album.files, **waits)


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
