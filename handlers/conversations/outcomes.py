"""What became of messages that left: a person is told of what did not arrive, where they would look.

A receipt on the secretary's message says delivered or not; words are added when somebody has to do something. What is
said about an outcome carries ``told`` in its facts, so that its own outcome is told to nobody: nothing goes in circles.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from functools import partial
from typing import Any

from handlers.cases.corrections import due_again
from handlers.cases.relocation import retell
from handlers.cases.sent_words import say_sent
from handlers.cases.telling import post_card, tell_thread
from handlers.conversations import missed
from handlers.conversations.membership import away, unreachable
from handlers.core.admins import alert_admins
from handlers.core.texts import DESK_LOCALE, locale_for, say
from handlers.core.turn import Turn
from handlers.core.vocabulary import Address, ChatKind, Outgoing, OutKind, Reaction, Refusal, Spot
from handlers.people import raisers
from storage import groups, history, messages, people, tickets
from storage.messages import Copy
from storage.tickets import Ticket

_say = partial(say, DESK_LOCALE)
TOLD: Mapping[str, Any] = {"told": True}


async def handle(turn: Turn) -> None:
    """One outcome of a delivery."""
    facts = turn.event.facts
    refusal = Refusal(turn.event.member or Refusal.REFUSED)
    if facts.get("told") and refusal not in (Refusal.THREAD_REMADE, Refusal.PARTLY):
        return
    ticket = await tickets.find(turn.tx, facts.get("ticket"))
    await _BY_REFUSAL.get(refusal, _failed)(turn, ticket)


async def _delivered(turn: Turn, ticket: Ticket | None) -> None:
    facts = turn.event.facts
    if ticket is None or facts["side"] != "raiser" or facts["history"] is None:
        return
    if facts["role"] == "recall":
        await _recalled(turn, ticket, "desk-recalled")
        entry = await history.get(turn.tx, facts["history"])
        if entry is not None:
            await due_again(turn, await tickets.get(turn.tx, entry.ticket_id))
        return
    if await missed.was_not_whole(turn, ticket, facts["history"]):
        return
    await _receipts(turn, facts["history"], Reaction.DELIVERED)
    said = await _written(turn, facts["history"])
    if said and facts["kind"] == OutKind.SEND and said[-1].linked.ticket_id == ticket.id:
        await say_sent(turn, ticket, facts["history"], said[-1])


async def _written(turn: Turn, entry: int) -> list[Copy]:
    """The secretary's messages that ``entry`` was made of."""
    copies = await messages.of_history(turn.tx, entry)
    return [each for each in copies if each.linked.side == "thread" and each.linked.role == "said"]


async def _partly(turn: Turn, ticket: Ticket | None) -> None:
    """Some of its files did not go with it."""

    async def mark(entry: int) -> bool:
        return await _receipts(turn, entry, Reaction.FAILED)

    await missed.handle(turn, ticket, mark)


async def _receipts(turn: Turn, entry: int, reaction: Reaction) -> bool:
    """Put the mark on the secretary's messages that ``entry`` was made of; False if there are none."""
    said = await _written(turn, entry)
    for copy in said:
        abilities = turn.house.abilities.get(copy.channel)
        if abilities is None or not abilities.reactions:
            continue
        turn.send(
            Outgoing(
                OutKind.REACT,
                to=Address(copy.channel, copy.chat),
                ticket_thread=copy.linked.ticket_id,
                target=Spot(message=copy.message),
                reaction=reaction,
                replace=f"receipt:{copy.message}",
            )
        )
    return bool(said)


async def _recalled(turn: Turn, ticket: Ticket, key: str) -> None:
    """Said once for all copies of a message, in the thread that it was written in."""
    entry = await history.get(turn.tx, turn.event.facts["history"])
    home = ticket if entry is None else await tickets.get(turn.tx, entry.ticket_id)
    subject = f"recall:{turn.event.facts['history']}"
    if await history.claim_reminder(turn.tx, subject, key, "once", person_id=0, now=turn.now):
        await _in_thread(turn, home, _say(key), entry=turn.event.facts["history"])


async def _in_thread(turn: Turn, ticket: Ticket, text: str, *, entry: int | None = None) -> None:
    spot = None if entry is None else Spot(ticket=ticket.id, side="thread", history=entry)
    await tell_thread(turn, ticket, text, reply_to=spot, facts=TOLD)


async def _away(turn: Turn, ticket: Ticket | None) -> None:
    """Somebody can't be reached in private; what was to be said waits for them."""
    facts = turn.event.facts
    if turn.event.chat_kind is ChatKind.GROUP:
        await _group_away(turn, ticket)
        return
    if facts["side"] == "raiser":
        if ticket is not None:
            await _raiser_away(turn, ticket)
        return
    if facts["person"] is None:
        return
    person = await people.get(turn.tx, facts["person"])
    await people.lose(turn.tx, person.id, turn.event.channel, turn.event.chat)
    # Whoever assigns it to somebody who is known not to be there is told so at once.
    if facts["role"] != "card" or (person.started and person.reachable):
        await unreachable(turn, person, ticket)


async def _raiser_away(turn: Turn, ticket: Ticket) -> None:
    await raisers.lose(turn, ticket)
    if turn.event.facts["history"] is not None:
        await _receipts(turn, turn.event.facts["history"], Reaction.FAILED)
    await away(turn, ticket)


async def _group_away(turn: Turn, ticket: Ticket | None) -> None:  # noqa: ARG001 - one shape for all outcomes
    event = turn.event
    if turn.group is not None:
        group = turn.group
        await groups.note(turn.tx, group, threads=group.threads, problem=Refusal.GROUP_GONE, title=group.title)
    title = turn.group.title if turn.group and turn.group.title else event.chat_title or event.chat
    why = _say(f"desk-why-{event.member if event.member != Refusal.UNREACHABLE else Refusal.GROUP_GONE}")
    await alert_admins(turn, "desk-admin-group-away", title=title, chat=event.chat, why=why)


async def _no_rights(turn: Turn, ticket: Ticket | None) -> None:
    """Making threads is forbidden (said in the group, which still works by replies), or speaking at all is."""
    group, kind = turn.group, turn.event.facts["kind"]
    threads_only = kind == OutKind.THREAD or (group is not None and group.threads == 0)
    if turn.event.chat_kind is ChatKind.GROUP and threads_only:
        await _no_threads(turn, ticket)
    elif kind == OutKind.SEND:
        await _group_away(turn, ticket)


async def _no_threads(turn: Turn, ticket: Ticket | None) -> None:  # noqa: ARG001 - one shape for all outcomes
    """Said once, plainly, with what to do about it."""
    group = None if turn.group is None else await groups.get(turn.tx, turn.group.id)
    if group is None:
        return
    today = turn.house.calendar.local(turn.now).date().isoformat()
    if not await history.claim_reminder(
        turn.tx, f"group:{group.id}", f"threads-{turn.event.member}", today, person_id=0, now=turn.now
    ):
        return
    text = _say(f"desk-group-{turn.event.member}")
    turn.send(Outgoing(OutKind.SEND, to=Address(group.channel, group.chat), text=text, facts=TOLD))


async def _remade(turn: Turn, ticket: Ticket | None) -> None:
    """Somebody deleted the topic: the new one gets the card, and what happened so far."""
    if ticket is None:
        return
    if turn.event.facts["role"] != "card":
        await post_card(turn, ticket)
    await tell_thread(turn, ticket, _say("desk-remade"), facts=TOLD)
    await retell(turn, ticket, besides=turn.event.facts["history"], facts=TOLD)


async def _failed(turn: Turn, ticket: Ticket | None) -> None:
    """It would be refused again the same way."""
    facts = turn.event.facts
    if facts["kind"] not in (OutKind.SEND, OutKind.EDIT, OutKind.DELETE):
        return
    if ticket is None or facts["side"] is None:
        await _nobodys(turn)
        return
    handler = _BY_SIDE.get(facts["side"])
    if handler is not None:
        await handler(turn, ticket, _say(f"desk-why-{turn.event.member}"))


async def _nobodys(turn: Turn) -> None:
    """About no ticket: whoever was to get it hears that it did not come."""
    event, facts = turn.event, turn.event.facts
    if facts["kind"] != OutKind.SEND:
        return
    if facts["person"] is not None:
        person = await people.get(turn.tx, facts["person"])
        locale = locale_for(person.language)
        why = say(locale, f"desk-why-{event.member}")
        turn.tell(person, say(locale, "desk-person-not-sent", why=why), facts=TOLD)
        return
    key = "desk-here-not-sent" if event.chat_kind is ChatKind.GROUP else "desk-person-not-sent"
    text = _say(key, why=_say(f"desk-why-{event.member}"))
    turn.send(Outgoing(OutKind.SEND, to=event.address, text=text, facts=TOLD))


async def _to_raiser(turn: Turn, ticket: Ticket, why: str) -> None:
    facts = turn.event.facts
    entry = facts["history"]
    if facts["role"] == "waiting":
        return  # It was taken back before it left, and there is nothing to delete.
    if facts["kind"] == OutKind.DELETE:
        await _recalled(turn, ticket, "desk-recall-failed")
        return
    marked = entry is not None and await _receipts(turn, entry, Reaction.FAILED)
    if facts["kind"] == OutKind.EDIT:
        if marked:
            await _in_thread(turn, ticket, _say("desk-not-changed", why=why), entry=entry)
        return
    if entry is not None and not facts["reported"]:
        await missed.note_not_whole(turn, ticket, entry)
    if marked:
        await _in_thread(turn, ticket, _say("desk-not-sent", why=why), entry=entry)
    else:
        await _in_thread(turn, ticket, _say("desk-not-sent-unknown", number=ticket.number, why=why))


async def _to_thread(turn: Turn, ticket: Ticket, why: str) -> None:
    facts = turn.event.facts
    if facts["kind"] == OutKind.EDIT:
        if facts["role"] == "card" and turn.event.member == Refusal.TARGET_GONE:
            # Somebody deleted the card: a new one takes its place.
            for copy in await messages.of_role(turn.tx, ticket.id, "thread", "card"):
                if copy.chat == turn.event.chat:
                    await messages.forget(turn.tx, copy)
            await post_card(turn, ticket)
        return
    await _in_thread(turn, ticket, _say("desk-not-shown", why=why))


async def _to_staff(turn: Turn, ticket: Ticket, why: str) -> None:
    facts = turn.event.facts
    if facts["kind"] != OutKind.SEND or facts["person"] is None:
        return
    person = await people.get(turn.tx, facts["person"])
    if facts["side"] == "manager":
        locale = locale_for(person.language)
        said = say(locale, f"desk-why-{turn.event.member}")
        turn.tell(person, say(locale, "desk-person-not-sent", why=said), facts=TOLD)
        return
    await _in_thread(turn, ticket, _say("desk-owner-not-sent", who=person.name, why=why))


_Outcome = Callable[[Turn, Ticket | None], Awaitable[None]]
_BY_REFUSAL: Mapping[Refusal, _Outcome] = {
    Refusal.DELIVERED: _delivered,
    Refusal.UNREACHABLE: _away,
    Refusal.GROUP_GONE: _group_away,
    Refusal.NO_RIGHTS: _no_rights,
    Refusal.NO_THREADS: _no_threads,
    Refusal.THREAD_REMADE: _remade,
    Refusal.PARTLY: _partly,
}
_BY_SIDE: Mapping[str, Callable[[Turn, Ticket, str], Awaitable[None]]] = {
    "raiser": _to_raiser,
    "thread": _to_thread,
    "owner": _to_staff,
    "manager": _to_staff,
}
