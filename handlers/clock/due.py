"""What is due to be said at this look: read once for all, and decided by the rules."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field, replace

from handlers.cases.summary import Pressing, first_due
from handlers.cases.telling import managers_of
from handlers.core.turn import Turn
from handlers.rules.calendar import WorkCalendar
from handlers.rules.deadlines import DeadlineKind, DeadlineRules, Moment, moments, weekly
from handlers.rules.lifecycle import OPEN, Grade, State
from storage import groups, history, people, tickets, units
from storage.groups import Group
from storage.history import Deadline
from storage.people import Person
from storage.tickets import Ticket
from storage.units import Unit

EVER = 1 << 62
"""Later than anything that can be due."""


@dataclass(frozen=True, slots=True)
class Reached:
    """Something due on a ticket that has come to a moment of reminding.

    ``newest``: the last of its moments that have passed. Only that one is told: what was missed is said as it is now.
    ``urgent``: said at once, at night too; everything else is said once a day, when work begins.
    """

    pressing: Pressing
    newest: Moment
    urgent: bool

    @property
    def ticket(self) -> Ticket:
        """What it is about."""
        return self.pressing.ticket

    @property
    def kind(self) -> DeadlineKind:
        """What is due."""
        return DeadlineKind(self.pressing.kind or "")


@dataclass(slots=True)
class Look:
    """One look at the rows: what was read once is not read again."""

    turn: Turn
    tickets: dict[int, Ticket] = field(default_factory=dict)
    deadlines: dict[int, list[Deadline]] = field(default_factory=dict)
    _first: set[int | None] = field(default_factory=set)
    _units: dict[int, Unit] = field(default_factory=dict)
    _people: dict[int, Person] = field(default_factory=dict)
    _groups: dict[int, Group | None] = field(default_factory=dict)
    _managers: dict[int, tuple[Person, ...]] = field(default_factory=dict)

    async def load(self, kinds: Collection[DeadlineKind] = tuple(DeadlineKind), before: int = EVER) -> None:
        """Read what of these kinds is due before an instant and not done, with its tickets and their units."""
        for each in await history.open_deadlines(self.turn.tx, before):
            if each.kind in kinds:
                self.deadlines.setdefault(each.ticket_id, []).append(each)
        for ticket in await tickets.by_ids(self.turn.tx, list(self.deadlines)):
            self.tickets[ticket.id] = ticket
            await self.unit(ticket.unit_id)

    async def begin_day(self) -> None:
        """Find out for whom this is the first look of the working day: all but the urgent is said then, and only then.

        It is claimed in the database, in the transaction that says it: not for a second process, nor after a restart.
        """
        now = self.turn.now
        for begun in {day_begun(self.calendar(each), now) for each in self.tickets.values()} - {None}:
            if await history.claim_reminder(self.turn.tx, "gathered", "day", str(begun), person_id=0, now=now):
                self._first.add(begun)

    async def unit(self, unit_id: int) -> Unit:
        """A unit."""
        if unit_id not in self._units:
            self._units[unit_id] = await units.get(self.turn.tx, unit_id)
        return self._units[unit_id]

    async def person(self, person_id: int) -> Person:
        """A person."""
        if person_id not in self._people:
            self._people[person_id] = await people.get(self.turn.tx, person_id)
        return self._people[person_id]

    async def group(self, group_id: int) -> Group | None:
        """A group."""
        if group_id not in self._groups:
            self._groups[group_id] = await groups.get(self.turn.tx, group_id)
        return self._groups[group_id]

    async def managers(self, ticket: Ticket) -> tuple[Person, ...]:
        """The managers of a ticket's unit. An accusation is told to none of them."""
        if ticket.restricted:
            return ()
        if ticket.unit_id not in self._managers:
            self._managers[ticket.unit_id] = await managers_of(self.turn, ticket)
        return self._managers[ticket.unit_id]

    def calendar(self, ticket: Ticket) -> WorkCalendar:
        """The calendar that counts for a ticket."""
        return self.turn.house.calendar_for(self._units[ticket.unit_id].code)

    def rules(self, ticket: Ticket) -> DeadlineRules:
        """The limits that count for a ticket."""
        return self.turn.house.rules_for(self._units[ticket.unit_id].code)

    def reached(self) -> tuple[Reached, ...]:
        """What has come to a moment of reminding, the most pressing first; not the raiser's rating (``ratings``)."""
        found: list[Reached] = []
        for ticket in self.tickets.values():
            if ticket.state not in OPEN or ticket.state == State.ANSWERED:
                continue
            for deadline in self.deadlines[ticket.id]:
                one = None if deadline.kind == DeadlineKind.RATING else self._moments(ticket, deadline)
                if one is not None:
                    found.append(one)
        return tuple(sorted(found, key=lambda each: each.pressing.order))

    def _moments(self, ticket: Ticket, deadline: Deadline) -> Reached | None:
        calendar, now = self.calendar(ticket), self.turn.now
        urgent = ticket.grade == Grade.URGENT and deadline.kind != DeadlineKind.SUPERVISE
        until = now if urgent else day_begun(calendar, now)
        if until is None or not (urgent or until in self._first):
            return None
        if deadline.kind == DeadlineKind.SUPERVISE:
            passed = weekly(deadline.due_at, until, calendar, self.rules(ticket).supervise_days)
        else:
            rules = self.rules(ticket).reminders
            passed = moments(deadline.started_at, deadline.due_at, until, Grade(ticket.grade), calendar, rules=rules)
        if not passed:
            return None
        pressing = first_due(ticket, (deadline,), (deadline.kind,), calendar)
        # Two steps of a plan may be due at the same time.
        mark = f"{deadline.id}:" if deadline.subject else ""
        newest = max(passed, key=lambda each: (each.overdue, each.at))
        return Reached(pressing, replace(newest, key=mark + newest.key), urgent)


def day_begun(calendar: WorkCalendar, now: int) -> int | None:
    """When today's work began, while it lasts; None outside working hours: nobody is reminded then."""
    return calendar.opens(calendar.local(now).date()) if calendar.is_working(now) else None


def late_count(moment: Moment) -> int:
    """How many working days (of an instruction: weeks) after its limit a moment is."""
    word = moment.key.split("@", 1)[0].rsplit(":", 1)[-1]
    digits = "".join(letter for letter in word if letter.isdigit())
    return int(digits or 0)
