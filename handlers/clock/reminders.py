"""Reminders: at half time, at 80 %, a working day before, on the day, and each working day after.

Whoever is reminded of several things hears them in one message when the day's work begins; the urgent grade alone is
said at once. Each (ticket, kind, moment, person) is claimed in the database before it is said: nobody hears it twice,
and what passed while the program was down is said once, as it stands now.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from handlers.cases import verbs as case_verbs
from handlers.cases.cards import owner_name
from handlers.cases.owners import owner_buttons
from handlers.cases.summary import due_line, line
from handlers.cases.telling import tell_thread
from handlers.clock.due import Look, Reached, late_count
from handlers.conversations.owner import several_tickets as several_of
from handlers.conversations.owner.todo import buttons_of
from handlers.conversations.secretary import verbs as secretary_verbs
from handlers.core.buttons import button, in_rows
from handlers.core.texts import DESK_LOCALE, locale_for, say
from handlers.core.turn import Turn
from handlers.core.vocabulary import Address, Button, Link, Outgoing, OutKind, Priority, Rows
from handlers.core.wording import moment, shorten
from handlers.rules.deadlines import ESCALATED, TOLD, DeadlineKind, waiting_for
from handlers.rules.lifecycle import Role, State
from storage import history
from storage.tickets import Ticket

MOST = 15
"""Tickets on one gathered message: a phone screen or two; the rest is counted."""
MANAGER_DAYS = 5
"""A manager hears of what is overdue once, and again after so many working days; the weekly digest names it besides."""
_OWNER_ACTS = waiting_for(Role.OWNER) | {State.SUSPENDED}
"""In these an owner is reminded: the next step is theirs, or a step of the plan is."""


@dataclass(frozen=True, slots=True)
class To:
    """Somebody to remind: a person (owner or manager), or the group of a desk. ``key`` is theirs in the database."""

    role: Role
    person: int | None = None
    group: int | None = None

    @property
    def key(self) -> int:
        """Never a raiser's: the rows of reminders are not sealed. Groups count below zero."""
        return self.person if self.person is not None else -(self.group or 0)


async def tick(turn: Turn) -> None:
    """The clock says: look."""
    look = Look(turn)
    await look.load(frozenset(DeadlineKind) - {DeadlineKind.RATING})
    await look.begin_day()
    gathered: dict[To, list[Reached]] = {}
    at_once: dict[tuple[To, int], Reached] = {}
    for each in look.reached():
        for to in await _whom(look, each):
            if not await _claim(turn, to, each):
                continue
            if each.urgent:
                # What presses most comes first; the rest of the same ticket is not a message of its own.
                at_once.setdefault((to, each.ticket.id), each)
            else:
                gathered.setdefault(to, []).append(each)
                await _note_missed(look, to, each)
    for (to, _), each in at_once.items():
        await _tell_at_once(look, to, each)
    for to, several in gathered.items():
        await _tell_gathered(look, to, several)


async def _whom(look: Look, reached: Reached) -> list[To]:
    ticket = reached.ticket
    wanted = TOLD.get(reached.kind, ())
    if reached.newest.overdue:
        wanted = (*wanted, *ESCALATED.get(reached.kind, ()))
    found: list[To] = []
    if Role.OWNER in wanted and ticket.owner_id is not None and ticket.state in _OWNER_ACTS:
        found.append(To(Role.OWNER, person=ticket.owner_id))
    if Role.SECRETARY in wanted and ticket.group_id is not None:
        found.append(To(Role.SECRETARY, group=ticket.group_id))
    if Role.MANAGER in wanted:
        found.extend(To(Role.MANAGER, person=each.id) for each in await look.managers(ticket))
    return found


async def _claim(turn: Turn, to: To, reached: Reached) -> bool:
    """Whether it is still to be said to them.

    Only the newest moment is ever said, and it moves on with time: those before it never come up again.
    """
    subject, kind = str(reached.ticket.id), f"{reached.kind}:{to.role}"
    if to.role is Role.MANAGER:
        turns = late_count(reached.newest) // MANAGER_DAYS
        word = f"missed{turns}@{reached.pressing.due_at}"
        return await history.claim_reminder(turn.tx, subject, kind, word, person_id=to.key, now=turn.now)
    return await history.claim_reminder(turn.tx, subject, kind, reached.newest.key, person_id=to.key, now=turn.now)


async def _note_missed(look: Look, to: To, reached: Reached) -> None:
    """What was missed is noted in the ticket's own thread, once, with whom it was reported to."""
    turn, ticket = look.turn, reached.ticket
    if to.role is not Role.SECRETARY or not reached.newest.overdue:
        return
    word = f"missed@{reached.pressing.due_at}"
    if not await history.claim_reminder(
        turn.tx, str(ticket.id), f"{reached.kind}:thread", word, person_id=to.key, now=turn.now
    ):
        return
    # It stays in the thread: the date, not by how much it is late at this moment.
    due = moment(DESK_LOCALE, look.calendar(ticket), reached.pressing.due_at or turn.now)
    what = say(DESK_LOCALE, f"due-{reached.kind}")
    if reached.pressing.subject:
        what += f"“{shorten(reached.pressing.subject, 20)}”"
    text = say(DESK_LOCALE, "sweep-thread-missed", what=what, due=due)
    if reached.kind in ESCALATED and await look.managers(ticket):
        text += "\n" + say(DESK_LOCALE, "sweep-thread-escalated")
    await tell_thread(turn, ticket, text, priority=Priority.REMINDER)


async def _tell_at_once(look: Look, to: To, reached: Reached) -> None:
    turn, ticket = look.turn, reached.ticket
    if to.group is not None:
        text = say(DESK_LOCALE, "sweep-urgent") + "\n" + await _lines_for(look, to, [reached], DESK_LOCALE)
        await tell_thread(turn, ticket, text)
        return
    person = await look.person(to.key)
    locale = locale_for(person.language)
    text = say(locale, "sweep-urgent") + "\n" + await _lines_for(look, to, [reached], locale)
    if to.role is Role.OWNER:
        buttons = (*owner_buttons(locale, ticket), _open_row(locale, ticket))
        turn.tell(person, text, buttons=buttons, link=Link(ticket.id, "owner", "entry"))
    else:
        turn.tell(person, text, buttons=(_look_row(locale, ticket),), link=Link(ticket.id, "manager", "entry"))


def _open_row(locale: str, ticket: Ticket) -> tuple[Button, ...]:
    return (button(say(locale, "own-button-open", number=ticket.number), case_verbs.OWN_OPEN, ticket.id),)


def _look_row(locale: str, ticket: Ticket) -> tuple[Button, ...]:
    return (button(say(locale, "own-button-look", number=ticket.number), case_verbs.MAN_OPEN, ticket.id),)


async def _lines_for(look: Look, to: To, reached: Sequence[Reached], locale: str) -> str:
    """A ticket on a list: what of it is due, and who has it where the reader is not that person."""
    first, now = reached[0], look.turn.now
    ticket = first.ticket
    said = "\n".join(
        (line(locale, now, first.pressing), *(due_line(locale, now, each.pressing) for each in reached[1:]))
    )
    if to.role is Role.OWNER:
        return said
    if ticket.owner_id is None:
        if to.role is Role.MANAGER:
            said += say(locale, "line-unit", unit=(await look.unit(ticket.unit_id)).shown)
    else:
        said += say(locale, "line-owner", owner=await owner_name(look.turn, ticket))
        owner = await look.person(ticket.owner_id)
        if ticket.state in _OWNER_ACTS and not (owner.started and owner.reachable):
            said += say(locale, "line-owner-away")
    return said


async def _tell_gathered(look: Look, to: To, several: Sequence[Reached]) -> None:
    """One message with all of it, each ticket once."""
    by_ticket: dict[int, list[Reached]] = {}
    for each in several:
        by_ticket.setdefault(each.ticket.id, []).append(each)
    shown = list(by_ticket.values())
    if to.group is not None:
        await _tell_group(look, to, shown)
        return
    turn = look.turn
    person = await look.person(to.key)
    locale = locale_for(person.language)
    lines = [say(locale, f"sweep-head-{to.role}", count=len(shown)), ""]
    lines += [await _lines_for(look, to, each, locale) for each in shown[:MOST]]
    if len(shown) > MOST:
        lines.append(say(locale, "sweep-more-private", count=len(shown) - MOST))
    side = "owner" if to.role is Role.OWNER else "manager"
    # With one ticket on it, a reply to it is about that one; with several, whoever replies is asked which.
    role = "entry" if len(shown) == 1 else several_of.ROLE
    turn.tell(
        person,
        "\n".join(lines),
        buttons=_buttons(to, [each[0].ticket for each in shown[:MOST]], locale),
        link=Link(shown[0][0].ticket.id, side, role),
        priority=Priority.REMINDER,
        # Who could not be reached yesterday finds today's message, not a heap of them.
        replace=f"gathered:{to.role}",
    )


def _buttons(to: To, shown: Sequence[Ticket], locale: str) -> Rows:
    if to.role is Role.MANAGER:
        return tuple(_look_row(locale, each) for each in shown)
    if len(shown) == 1:
        return (*owner_buttons(locale, shown[0]), _open_row(locale, shown[0]))
    return tuple(buttons_of(locale, each) for each in shown)


async def _tell_group(look: Look, to: To, shown: Sequence[Sequence[Reached]]) -> None:
    turn: Turn = look.turn
    group = await look.group(to.group or 0)
    if group is None:
        return
    # The most pressing of a ticket comes first.
    late = sum(1 for each in shown if (each[0].pressing.due_at or 0) <= turn.now)
    red = sum(each[0].pressing.within_a_day(turn.now) for each in shown) - late
    lines = [say(DESK_LOCALE, "sweep-head-group", count=len(shown), late=late, red=red), ""]
    lines += [await _lines_for(look, to, each, DESK_LOCALE) for each in shown[:MOST]]
    if len(shown) > MOST:
        lines.append(say(DESK_LOCALE, "sweep-more-group", count=len(shown) - MOST))
    turn.send(
        Outgoing(
            OutKind.SEND,
            to=Address(group.channel, group.chat),
            text="\n".join(lines),
            buttons=in_rows(
                (button(each[0].ticket.number, secretary_verbs.DESK_SHOW, each[0].ticket.id) for each in shown[:MOST]),
                2,
            ),
            priority=Priority.REMINDER,
            replace="gathered",
        )
    )
