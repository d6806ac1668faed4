"""The notice on 调休 is out, or hours were changed: what is due is worked out anew; who was promised a date is told.

A date that a person chose (an extension, a review of the long list) stays: only what the rules worked out is theirs to
work out again.
"""

from __future__ import annotations

import hashlib
from dataclasses import replace

from handlers.cases.telling import show_card, tell_thread, told_words
from handlers.clock.due import Look
from handlers.core.texts import DESK_LOCALE, locale_for, say
from handlers.core.turn import Turn
from handlers.core.vocabulary import Link
from handlers.core.wording import moment
from handlers.people.raisers import raiser_locale, tell_raiser
from handlers.rules.calendar import WorkCalendar
from handlers.rules.deadlines import DeadlineKind
from handlers.rules.lifecycle import OPEN, Action, Grade, Role, State
from storage import facts, history, people, tickets
from storage.history import Deadline
from storage.tickets import Ticket

_BY_RULE = frozenset(
    {
        DeadlineKind.ACCEPT,
        DeadlineKind.SIGN,
        DeadlineKind.FIRST_ANSWER,
        DeadlineKind.DONE,
        DeadlineKind.RATING,
    }
)
_FACT = "calendar"
"""Under this name is kept by which calendar what is open was worked out."""


def mark_of(turn: Turn) -> str:
    """By what days and hours this house counts, as one word."""

    def days(calendar: WorkCalendar) -> str:
        known = sorted((day.isoformat(), worked) for day, worked in {**calendar.notice, **calendar.own}.items())
        return f"{calendar.start}-{calendar.end}:{known}"

    house = turn.house
    said = [days(house.calendar), *(f"{code}={days(each)}" for code, each in sorted(house.calendars.items()))]
    return hashlib.sha256("|".join(said).encode()).hexdigest()[:16]


async def if_changed(turn: Turn) -> None:
    """Work out anew what is open, if the calendar is another than the last time."""
    mark = mark_of(turn)
    known = await facts.get(turn.tx, _FACT)
    if known is None:
        await facts.put(turn.tx, _FACT, mark)
    elif known != mark:
        await recompute(turn)


async def recompute(turn: Turn) -> None:
    """Work out anew whatever the rules made due; safe to call at any time, a second time it changes nothing."""
    look = Look(turn)
    await look.load()
    for ticket in look.tickets.values():
        for deadline in look.deadlines[ticket.id]:
            if deadline.kind in _BY_RULE:
                await _one(look, ticket, deadline)
    await facts.put(turn.tx, _FACT, mark_of(turn))


async def _one(look: Look, ticket: Ticket, deadline: Deadline) -> None:
    turn, rules, calendar = look.turn, look.rules(ticket), look.calendar(ticket)
    done = deadline.kind == DeadlineKind.DONE
    if deadline.rule_version != rules.version or (done and ticket.extensions):
        # Made by other rules, or chosen by a person: that promise stands as it was given.
        return
    begun = await _regraded_from(turn, ticket, deadline) if done else deadline.started_at
    due = rules.due(DeadlineKind(deadline.kind), begun, calendar, Grade(ticket.grade))
    if (due.at, due.provisional) == (deadline.due_at, deadline.provisional):
        return
    if done and due.at <= turn.now < deadline.due_at:
        # A date that is past already can't be promised in place of one that is still to come.
        return
    await history.move_deadline(turn.tx, deadline, due.at, due.provisional, rules.version)
    if not done or ticket.due_at is None:
        return
    after = replace(ticket, due_at=due.at, provisional=due.provisional)
    await tickets.save(turn.tx, after)
    look.tickets[ticket.id] = after
    if due.at != deadline.due_at and ticket.state in OPEN:
        await _tell(turn, after, deadline.due_at, calendar)
    await show_card(turn, after)


async def _regraded_from(turn: Turn, ticket: Ticket, deadline: Deadline) -> int:
    """From when the promised date counts: a change of grade counts from the acceptance, see ``case.desk.regrade``."""
    changed = [
        each
        for each in await history.of_ticket(turn.tx, ticket.id)
        if each.action == Action.REGRADE and each.at >= deadline.started_at
    ]
    if not changed or ticket.accepted_at is None:
        return deadline.started_at
    return ticket.accepted_at


async def _tell(turn: Turn, ticket: Ticket, before: int, calendar: WorkCalendar) -> None:
    """The promised date moved: raiser, owner and desk are told, when work begins."""
    assert ticket.due_at is not None
    entry = await history.append(
        turn.tx,
        ticket.id,
        at=turn.now,
        action=Action.NOTE,
        role=Role.SYSTEM,
        text=say(DESK_LOCALE, "sweep-recomputed"),
        detail={"from": before, "to": ticket.due_at},
    )
    when = calendar.next_working(turn.now)
    locale = await raiser_locale(turn, ticket)
    due = moment(locale, calendar, ticket.due_at, provisional=ticket.provisional)
    said = say(locale, "sweep-date-moved", number=ticket.number, due=due)
    await tell_raiser(turn, ticket, said, entry=entry, not_before=when)
    for follower in await tickets.merged_into(turn.tx, ticket.id):
        if follower.state == State.MERGED:
            theirs = say(await raiser_locale(turn, follower), "sweep-date-moved", number=follower.number, due=due)
            await tell_raiser(turn, follower, theirs, not_before=when)
    here = moment(DESK_LOCALE, calendar, ticket.due_at, provisional=ticket.provisional)
    told = told_words(ticket)
    said = say(DESK_LOCALE, "sweep-thread-date-moved", due=here, told=told)
    if ticket.owner_id is not None:
        said += say(DESK_LOCALE, "sweep-thread-owner-told")
    await tell_thread(turn, ticket, said, entry=entry, not_before=when)
    if ticket.owner_id is not None:
        owner = await people.get(turn.tx, ticket.owner_id)
        locale = locale_for(owner.language)
        said = say(
            locale,
            "sweep-owner-date-moved",
            number=ticket.number,
            title=ticket.title,
            due=moment(locale, calendar, ticket.due_at, provisional=ticket.provisional),
        )
        turn.tell(owner, said, link=Link(ticket.id, "owner", "entry", entry), not_before=when)
