"""Somebody blocked us or came back; we were added to a group, removed, or our rights there changed; a group moved."""

from __future__ import annotations

from functools import partial

from handlers.cases.telling import post_card, tell_thread
from handlers.core.admins import alert_admins
from handlers.core.texts import DESK_LOCALE, say
from handlers.core.turn import Turn
from handlers.core.vocabulary import Address, ChatKind, Outgoing, OutKind, Refusal
from handlers.people import raisers
from handlers.rules.lifecycle import OPEN, Naming
from storage import groups, history, outbox, people, roles, threads, tickets, units
from storage.groups import Group
from storage.people import Person
from storage.roles import Role
from storage.tickets import Ticket

_say = partial(say, DESK_LOCALE)
_NEEDED = ("can_manage_topics", "can_pin_messages")
_TOLD = {"told": True}
_AT_ONCE = 30
"""Threads made in one go when a group is divided at last."""


async def changed(turn: Turn) -> None:
    """Who can be written to, and what we may do in a group."""
    event = turn.event
    if event.chat_kind is ChatKind.PRIVATE:
        if event.member == "left" and turn.person is not None:
            await people.lose(turn.tx, turn.person.id, event.channel, event.chat)
    elif event.chat_kind is ChatKind.GROUP:
        if event.member == "left":
            await _removed(turn)
        elif turn.group is None:
            if event.member == "member":
                _speak(turn, _say("desk-group-hello-unknown", chat=event.chat))
        else:
            await _may_now(turn, turn.group)


async def _removed(turn: Turn) -> None:
    group = turn.group
    if group is not None:
        title = turn.event.chat_title or group.title or group.chat
        await groups.note(turn.tx, group, threads=group.threads, problem=Refusal.GROUP_GONE, title=title)
        await alert_admins(turn, "desk-admin-group-left", title=title, chat=group.chat)


async def _may_now(turn: Turn, group: Group) -> None:
    """We were added to a registered group, or our rights there changed: threads are tried again from now on."""
    event = turn.event
    missing = _missing(turn)
    problem = Refusal.NO_RIGHTS if {*missing} - {"forum"} else None
    await groups.note(turn.tx, group, threads=None, problem=problem, title=event.chat_title or group.title)
    if event.member == "member":
        text = _say("desk-group-hello", name=await _serves(turn, group))
    elif missing or group.problem or group.threads == 0:
        text = "" if missing else _say("desk-group-good")
    else:
        return
    if missing:
        words = "、".join(_say(f"desk-group-right-{each}") for each in missing)
        text = "\n".join(filter(None, (text, _say("desk-group-missing", missing=words))))
    _speak(turn, text)
    if not missing and group.threads == 0:
        await _into_threads(turn, group)


async def _into_threads(turn: Turn, group: Group) -> None:
    """What was worked on by replies gets its thread and its card there; the newest, since many at once are slow."""
    tops = [each for each in await units.everyone(turn.tx) if each.id == group.unit_id or group.unit_id is None]
    theirs = [each for top in tops for each in await tickets.open_below(turn.tx, top.path) if each.group_id == group.id]
    for ticket in sorted({each.id: each for each in theirs}.values(), key=lambda each: each.id)[-_AT_ONCE:]:
        known = await threads.get(turn.tx, ticket.id, group.id)
        if known is None or known.external is None:
            await post_card(turn, ticket)


def _missing(turn: Turn) -> list[str]:
    facts = turn.event.facts
    found = [] if facts.get("is_forum") else ["forum"]
    if not facts.get("administrator"):
        return [*found, "administrator"]
    return [*found, *(each for each in _NEEDED if not facts.get(each))]


async def _serves(turn: Turn, group: Group) -> str:
    if group.category_id is not None:
        category = await units.category(turn.tx, group.category_id)
        if category is not None:
            return category.name
    return (await units.get(turn.tx, group.unit_id)).shown if group.unit_id is not None else turn.house.name


def _speak(turn: Turn, text: str) -> None:
    turn.send(Outgoing(OutKind.SEND, to=Address(turn.event.channel, turn.event.chat), text=text, facts=_TOLD))


async def moved(turn: Turn) -> None:
    """A group goes on under another id: it keeps its row, threads are tried anew, and the admin is told the new id."""
    event, group = turn.event, turn.group
    if group is None or event.moved_to is None or event.moved_to == group.chat:
        return
    if await groups.by_chat(turn.tx, event.channel, event.moved_to) is None:
        await groups.move(turn.tx, group, event.moved_to)
    title = event.chat_title or group.title or group.chat
    await groups.note(turn.tx, group, threads=None, problem=None, title=title)
    await alert_admins(turn, "desk-admin-group-moved", title=title, old=group.chat, chat=event.moved_to)


async def heard(turn: Turn) -> None:
    """Somebody does something in their private chat: if they could not be reached, what waited for them goes out."""
    event = turn.event
    if turn.person is None or not await outbox.release(turn.tx, event.channel, event.chat):
        return
    for ticket in await raisers.missed_while_away(turn):
        # Two threads that say so at the same moment tell that one person raised both: of those who are not named, the
        # receipts on the messages that arrive now say enough.
        if ticket.naming == Naming.NAMED and ticket.state in OPEN:
            await tell_thread(turn, ticket, _say("desk-raiser-back"), facts=_TOLD)


async def away(turn: Turn, ticket: Ticket) -> None:
    """The raiser of a ticket can't be reached: its thread is told once a day, and remembered for when they are back."""
    today = turn.house.calendar.local(turn.now).date().isoformat()
    if not await history.claim_reminder(
        turn.tx, f"ticket:{ticket.id}", "raiser-away", today, person_id=0, now=turn.now
    ):
        return
    await tell_thread(turn, ticket, _say("desk-raiser-away"), facts=_TOLD)
    await raisers.remember_away(turn, ticket)


async def unreachable(turn: Turn, person: Person, ticket: Ticket | None) -> None:
    """One of the staff can't be reached: their ticket's thread is told, or their unit's group, with their link."""
    held = [each for each in await roles.of_person(turn.tx, person.id) if each.role != "admin"]
    if not held:
        return
    part = held[0]
    text = _say(
        "desk-staff-away",
        name=f"{part.unit_name} {part.name}",
        role=_say(f"role-{part.role}"),
        link=turn.house.link(person.channel, "hello"),
    )
    local = turn.house.calendar.local(turn.now)
    if ticket is not None and ticket.group_id is not None:
        moment = local.date().isoformat()
        if await history.claim_reminder(
            turn.tx, f"ticket:{ticket.id}", "staff-away", moment, person_id=person.id, now=turn.now
        ):
            await tell_thread(turn, ticket, text, facts=_TOLD)
        return
    year, week, _ = local.isocalendar()
    group = await _desk_above(turn, part)
    if group is not None and await history.claim_reminder(
        turn.tx, "staff", "staff-away", f"{year}-{week}", person_id=person.id, now=turn.now
    ):
        turn.send(Outgoing(OutKind.SEND, to=Address(group.channel, group.chat), text=text, facts=_TOLD))


async def _desk_above(turn: Turn, part: Role) -> Group | None:
    for unit_id in reversed([int(each) for each in part.path.strip("/").split("/")]):
        group = await groups.of_unit(turn.tx, unit_id)
        if group is not None:
            return group
    return None
