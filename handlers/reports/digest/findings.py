"""What one unit's digest has to tell of a week: its figures beside last week's, and everything that it names."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence, Set
from dataclasses import dataclass

from handlers.core.house import DigestRules, House
from handlers.reports.digest import cells, figures, ranking
from handlers.reports.digest.figures import Figures
from handlers.reports.digest.material import Material
from handlers.reports.digest.ranking import Ranked
from handlers.reports.digest.weeks import Week
from handlers.rules.lifecycle import Naming, State
from handlers.rules.tasks import TaskState
from storage.history import Instruction
from storage.tasks import Task
from storage.tickets import Ticket
from storage.units import Unit
from storage.visits import Count

GATHERED = 3
"""People from whom on a matter is told as one that many raise."""
_WEEK_SECONDS = 7 * 24 * 3600


@dataclass(frozen=True, slots=True)
class Late:
    """A promise that is overdue: since when, and by how many working days."""

    ticket: Ticket
    kind: str
    due_at: int
    days: float


@dataclass(frozen=True, slots=True)
class Shared:
    """A matter that several people raised."""

    ticket: Ticket
    people: int
    tickets: int


@dataclass(frozen=True, slots=True)
class Rise:
    """A category, how many are new in it, and how many more than last week."""

    category: int
    new: int
    change: int


@dataclass(frozen=True, slots=True)
class Look:
    """One unit's digest. ``own`` is its row in the ranking, ``ranked`` the units below it.

    ``last`` and ``trend`` are as they were told then, where they were. ``whole`` is False for a week still going on.
    """

    unit: Unit
    week: Week
    whole: bool
    now: Figures
    last: Figures | None
    own: Ranked
    ranked: tuple[Ranked, ...]
    trend: tuple[tuple[Week, Figures], ...]
    late: tuple[Late, ...]
    again: tuple[Ticket, ...]
    shared: tuple[Shared, ...]
    review: tuple[Ticket, ...]
    instructions: tuple[tuple[Instruction, Ticket], ...]
    unheard: tuple[Ticket, ...]
    unsettled: tuple[Ticket, ...]
    categories: tuple[Rise, ...]
    by_unit: Mapping[int, Mapping[int, int]]
    reports: int
    names: Mapping[int, str]
    category_names: Mapping[int, str]
    staff: Mapping[int, str]
    outside: Outside
    tasks: tuple[Task, ...]
    """Not struck off yet, the soonest due first; then what was struck off in this week."""

    @property
    def struck(self) -> int:
        """How many were struck off."""
        return sum(each.state == TaskState.STRUCK for each in self.tasks)

    @property
    def soon(self) -> int:
        """How many are due in the week after this one (the month, the quarter)."""
        until = self.week.until
        after = until + max(_WEEK_SECONDS, until - self.week.start)
        return sum(each.due_at is not None and until <= each.due_at < after for each in self.promised)

    @property
    def promised(self) -> tuple[Task, ...]:
        """What is still to be done."""
        return tuple(each for each in self.tasks if each.state != TaskState.STRUCK)


@dataclass(frozen=True, slots=True)
class Outside:
    """What was heard outside the chat, as offices count: visits (调研), people in talks (谈话人次), opinions (意见)."""

    visits: int = 0
    talks: int = 0
    people: int = 0
    opinions: int = 0
    rounds: int = 0
    letters: int = 0
    sites: int = 0


def _outside(found: Sequence[Count]) -> Outside:
    heard = [each for each in found if each.kind in ("visit", "talk")]

    def total(kind: str, name: str = "count") -> int:
        return sum(getattr(each, name) for each in found if each.kind == kind)

    return Outside(
        visits=total("visit"),
        talks=total("talk"),
        people=total("talk", "people"),
        opinions=sum(each.opinions for each in heard),
        rounds=total("round"),
        letters=total("round", "opinions"),
        sites=total("site"),
    )


def _due_for_review(here: Sequence[Ticket], week: Week) -> tuple[Ticket, ...]:
    """Of the long list, what is to be looked at again within a week after this one."""
    return tuple(
        each
        for each in sorted(here, key=lambda each: each.suspended_until or 0)
        if each.state == State.SUSPENDED
        and each.suspended_until is not None
        and each.suspended_until < week.until + _WEEK_SECONDS
    )


class Reckoned:
    """The figures of all units of a material, reckoned once for however many digests are made of it."""

    def __init__(self, material: Material, house: House) -> None:
        self.material = material
        self.house = house
        self.figures: dict[int, dict[int, Figures]] = {
            week.start: figures.rolled_up(material.units, figures.of_units(material, week))
            for week in material.weeks
            if week.start >= material.first
        }
        self._cells = {week.start: _cells(material, week) for week in material.weeks[-2:]}
        # Whoever asks for a thousand digests has each ticket looked at once, and the units put in order once.
        self._tickets: dict[int, list[Ticket]] = {}
        for ticket in material.tickets.values():
            self._tickets.setdefault(ticket.unit_id, []).append(ticket)
        self._base: dict[int, list[Ticket]] = {}
        for ticket in figures.base(material, material.week):
            self._base.setdefault(ticket.unit_id, []).append(ticket)
        self._names = {each.id: each.shown for each in material.units}
        self._ranked: tuple[object, ...] | None = None
        self._rows: tuple[Ranked, ...] = ()

    @property
    def this(self) -> dict[int, Figures]:
        """The week's figures by unit."""
        return self.figures[self.material.week.start]

    def look(
        self,
        unit: Unit,
        *,
        told: Mapping[int, Figures],
        told_trend: Mapping[int, Figures],
        whole: bool = True,
        beside: tuple[tuple[Unit, ...], Mapping[int, Figures]] = ((), {}),
    ) -> Look:
        """The digest of one unit.

        ``told``: last week's figures by unit as they were told; ``told_trend``: this unit's by the start of the week.
        ``beside``: all units and this week's figures of those that the material does not have, for the unit's place.
        """
        material, rules = self.material, self.house.seen_from(unit.code).digest
        week, before = material.weeks[-1], material.weeks[-2]
        last = {**self.figures[before.start], **told}
        ids = {each.id for each in material.units if each.path.startswith(unit.path)}
        here = self._among(self._tickets, ids)
        rows = self._in_order(rules, told, beside)
        begun = any(each.submitted_at < before.until for each in here)
        now, then = self._cells[week.start].get(unit.id, {}), self._cells[before.start].get(unit.id, {})
        return Look(
            unit=unit,
            week=week,
            whole=whole,
            now=self.this.get(unit.id, Figures()),
            last=last.get(unit.id) if begun or told.get(unit.id, Figures()) != Figures() else None,
            own=next(each for each in rows if each.unit.id == unit.id),
            ranked=tuple(each for each in rows if each.unit.id in ids and each.unit.id != unit.id),
            trend=self._trend(unit, told_trend),
            late=self._late(ids),
            again=tuple(each for each in here if each.reopened and figures.is_open(each, week.until)),
            shared=self._shared(ids),
            review=_due_for_review(here, week),
            instructions=tuple(
                (each, material.tickets[each.ticket_id])
                for each in sorted(material.instructions, key=lambda each: (each.answered_at is not None, each.due_at))
                if each.ticket_id in material.tickets and material.tickets[each.ticket_id].unit_id in ids
            ),
            unheard=self._without(ids, figures.heard),
            unsettled=self._without(ids, figures.settled),
            categories=tuple(
                Rise(category, now.get(category, 0), now.get(category, 0) - then.get(category, 0))
                for category in sorted({*now, *then}, key=lambda each: (each == cells.OTHER, -now.get(each, 0), each))
            ),
            by_unit={each: self._cells[week.start][each] for each in sorted(ids) if each in self._cells[week.start]},
            reports=material.reports.get(unit.id, 0),
            names=self._names,
            category_names=material.categories,
            staff=material.staff,
            outside=_outside([each for each in material.visits if each.unit_id in ids]),
            tasks=self._tasks(ids),
        )

    @staticmethod
    def _among(tickets: Mapping[int, Sequence[Ticket]], ids: Set[int]) -> list[Ticket]:
        """Those of these units, in their order."""
        return sorted((each for unit in ids for each in tickets.get(unit, ())), key=lambda each: each.id)

    def _in_order(
        self,
        rules: DigestRules,
        told: Mapping[int, Figures],
        beside: tuple[tuple[Unit, ...], Mapping[int, Figures]],
    ) -> tuple[Ranked, ...]:
        """The places of all units; asked for again by the same rules and beside the same figures, they are known."""
        asked = (rules, told, *beside)
        if (
            self._ranked is None
            or rules != self._ranked[0]
            or any(mine is not theirs for mine, theirs in zip(asked[1:], self._ranked[1:], strict=True))
        ):
            last = {**self.figures[self.material.weeks[-2].start], **told}
            units, figures_now = beside[0] or self.material.units, {**beside[1], **self.this}
            self._ranked, self._rows = asked, ranking.ranked(units, figures_now, last, rules)
        return self._rows

    def _tasks(self, ids: Set[int]) -> tuple[Task, ...]:
        return tuple(
            sorted(
                (each for each in self.material.tasks if each.unit_id in ids),
                key=lambda each: (each.state == TaskState.STRUCK, each.due_at is None, each.due_at or 0, each.id),
            )
        )

    def _trend(self, unit: Unit, told: Mapping[int, Figures]) -> tuple[tuple[Week, Figures], ...]:
        """The weeks up to this one: those before as they were told then, where they were."""
        reckoned = {
            week.start: self.figures.get(week.start, {}).get(unit.id, Figures()) for week in self.material.weeks
        }
        known = {**reckoned, **told, self.material.week.start: self.this.get(unit.id, Figures())}
        return tuple((week, known[week.start]) for week in self.material.weeks)

    def _late(self, ids: set[int]) -> tuple[Late, ...]:
        material, calendar = self.material, self.house.calendar
        until = material.week.until
        found = []
        for missed in material.missed.get(until, {}).values():
            ticket = material.tickets[missed.ticket_id]
            if ticket.unit_id in ids and figures.is_open(ticket, until):
                days = calendar.workdays_between(missed.due_at, until)
                found.append(Late(ticket, missed.kind, missed.due_at, days))
        return tuple(sorted(found, key=lambda each: (-each.days, each.ticket.id)))

    def _shared(self, ids: set[int]) -> tuple[Shared, ...]:
        found = [
            Shared(self.material.tickets[main], self.material.raisers[main], 1 + len(following))
            for main, following in self.material.followers.items()
            if self.material.tickets[main].unit_id in ids and self.material.raisers[main] >= GATHERED
        ]
        return tuple(sorted(found, key=lambda each: (-each.people, each.ticket.id)))

    def _without(self, ids: set[int], has: Callable[[Ticket, int], bool]) -> tuple[Ticket, ...]:
        week = self.material.week
        return tuple(each for each in self._among(self._base, ids) if not has(each, week.until))


def _cells(material: Material, week: Week) -> dict[int, dict[int, int]]:
    own: dict[int, dict[int, cells.Cell]] = {}
    for ticket in material.tickets.values():
        if week.start <= ticket.submitted_at < week.until:
            row = own.setdefault(ticket.unit_id, {})
            category = ticket.category_id if ticket.category_id is not None else UNSORTED
            named = ticket.naming == Naming.NAMED
            row[category] = row.get(category, cells.Cell()) + cells.Cell(int(named), int(not named))
    return cells.shown(material.units, own)


UNSORTED = -1
"""The category of tickets that have none."""
