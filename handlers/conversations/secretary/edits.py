"""What people change by hand in a group: their own messages, taking one back, and topics."""

from __future__ import annotations

from functools import partial

from handlers.cases import corrections, sent_words
from handlers.cases.corrections import Recalled
from handlers.cases.pieces import reworded
from handlers.cases.telling import tell_thread
from handlers.conversations.secretary import answer_drafts, doubts, hearing, strays
from handlers.conversations.secretary.finding import allowed, is_secretary, ticket_here
from handlers.conversations.secretary.receipts import receipt
from handlers.core.buttons import Press
from handlers.core.concealing import codes_of
from handlers.core.refusals import Refused
from handlers.core.texts import DESK_LOCALE, say
from handlers.core.turn import Turn
from handlers.core.vocabulary import Address, Outgoing, OutKind, Reaction
from handlers.rules.lifecycle import OPEN, Action, State
from handlers.rules.marks import Mark, opening
from storage import history, messages, threads, tickets
from storage.messages import Linked

_say = partial(say, DESK_LOCALE)
_RECALLABLE = (Action.REPLY, Action.PASS_PROGRESS)
_FINAL = (Action.ANSWER, Action.PASS_ON)


async def changed(turn: Turn, linked: Linked) -> None:
    """A secretary changed a message that is on a ticket: the raiser's copy follows; a note stays a note."""
    ticket = await tickets.find(turn.tx, linked.ticket_id)
    entry = None if linked.history_id is None else await history.get(turn.tx, linked.history_id)
    if ticket is None or entry is None or linked.role != "said" or not await is_secretary(turn, ticket):
        return
    text = turn.event.text.strip()
    found = opening(text)
    if entry.action == Action.REPLY and (found.mark is not Mark.PLAIN or hearing.aside(turn) or codes_of(turn.event)):
        key = "desk-code-not-sent" if codes_of(turn.event) else "desk-edit-was-sent"
        turn.reply(_say(key), buttons=((sent_words.recall_button(ticket, entry.id),),), quote=True)
        return
    note = found.words if found.mark is Mark.NOTE else None
    if entry.action == Action.REPLY and not text and not turn.event.attachments:
        return
    text = await reworded(turn, entry.id, turn.event.message or "", text if note is None else note)
    acted = await corrections.correct(turn, ticket, entry, text)
    if acted is None:
        return
    if entry.action != Action.REPLY:
        if found.mark is Mark.PLAIN and not hearing.aside(turn):
            turn.reply(_say("desk-edit-was-note"), quote=True)
        return
    if ticket.raiser is None:
        turn.reply(_say("desk-no-chat"), quote=True)
        return
    receipt(turn, ticket, turn.event.message, Reaction.TAKEN)


async def edited(turn: Turn) -> None:
    """A message that is on no ticket was changed: what is being prepared, or asked about, says the new words."""
    ticket = await ticket_here(turn)
    if ticket is None or not await doubts.reworded(turn, ticket):
        await answer_drafts.reworded(turn)


async def recall(turn: Turn) -> None:
    """``/recall`` as a reply to what was sent: the raiser's copy is taken back."""
    event = turn.event
    linked = None
    if event.reply_to is not None:
        linked = await messages.find(turn.tx, event.channel, event.chat, event.reply_to)
    if linked is None or linked.side != "thread" or linked.history_id is None:
        raise Refused("desk-recall-how" if event.reply_to is None else "desk-recall-nothing")
    came_of_it = await _recall(turn, linked.ticket_id, linked.history_id)
    if came_of_it is Recalled.SENT:
        ticket = await tickets.get(turn.tx, linked.ticket_id)
        receipt(turn, ticket, event.message, Reaction.TAKEN)
        return
    turn.reply(_say(f"desk-recall-{came_of_it}"), quote=True)


async def recall_pressed(turn: Turn, press: Press) -> None:
    """撤回, under what was sent."""
    came_of_it = await _recall(turn, press.number(0), press.number(1))
    text = _say("desk-recall-asked" if came_of_it is Recalled.SENT else f"desk-recall-{came_of_it}")
    turn.answer(text)
    if came_of_it is not Recalled.SENT:
        turn.reply(text)


async def _recall(turn: Turn, ticket_id: int | None, entry_id: int | None) -> Recalled:
    """Whether the platform still lets us is told when it has answered (handlers/conversations/outcomes.py).

    Raises:
        Refused: there is nothing to take back, or it was taken back before.
    """
    ticket = await allowed(turn, await tickets.find(turn.tx, ticket_id), Action.RECALL)
    entry = None if entry_id is None else await history.get(turn.tx, entry_id)
    if entry is None or entry.ticket_id != ticket.id or entry.action not in (*_RECALLABLE, *_FINAL):
        raise Refused("desk-recall-nothing")
    if entry.action in _FINAL:
        raise Refused("desk-recall-answer")
    story = await history.of_ticket(turn.tx, ticket.id)
    if any(each.action == Action.RECALL and each.refers_to == entry.id for each in story):
        raise Refused("desk-recall-again")
    await sent_words.take_away(turn, ticket)
    return await corrections.recall(turn, ticket, entry)


async def thread_changed(turn: Turn) -> None:
    """A person closed, reopened or renamed a topic by hand.

    Of an open ticket it is opened again, and said why. A new name stays until the ticket's state changes. Topics that
    are no ticket's, and ended ones that somebody opens to talk in, are left alone.
    """
    event, group = turn.event, turn.group
    if event.member == "made":
        await strays.made(turn)
        return
    thread = None
    if group is not None and event.thread is not None:
        thread = await threads.by_external(turn.tx, group.id, event.thread)
    if thread is None or event.member not in ("closed", "reopened", "renamed"):
        return
    is_open = {"closed": False, "reopened": True}.get(event.member, bool(thread.actual_open))
    await threads.found(
        turn.tx,
        thread,
        external=thread.external,
        title=event.thread_name if event.member == "renamed" else thread.actual_title,
        icon=thread.actual_icon,
        is_open=is_open,
        now=turn.now,
    )
    ticket = await tickets.get(turn.tx, thread.ticket_id)
    if event.member == "closed" and thread.open and ticket.state in (*OPEN, State.MERGED):
        turn.send(
            Outgoing(
                OutKind.THREAD,
                to=Address(event.channel, event.chat),
                ticket_thread=ticket.id,
                replace=f"thread:{ticket.id}",
            )
        )
        state = say(DESK_LOCALE, f"state-{ticket.state}")
        await tell_thread(turn, ticket, _say("desk-topic-reopened", number=ticket.number, state=state))
