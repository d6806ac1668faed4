"""All that a digest is reckoned from, read in one pass over a unit and all below it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from handlers.core.house import House
from handlers.people.raisers import how_many
from handlers.reports.digest.weeks import TREND, Week, earlier
from handlers.rules.deadlines import DeadlineKind
from handlers.rules.lifecycle import Action
from storage import digests, groups, reports, roles, tasks, tickets, units, visits
from storage.database import Transaction
from storage.history import Instruction
from storage.reports import Happened, Limit, Missed
from storage.tasks import Task
from storage.tickets import Ticket
from storage.units import Unit
from storage.visits import Count

_BASE = (TREND - 1) * 7 * 24 * 3600
"""Before its start, a week's own rows are looked at from so many seconds on: who of eight weeks has not been heard."""


@dataclass(frozen=True, slots=True)
class Material:
    """The rows of ``TREND`` weeks up to and with ``week``. Restricted tickets are only a number, for their office.

    ``tickets``: raised or closed in these weeks, or unfinished at the end. ``missed``: by the end of a week (this and
    the last), what was overdue then by ticket. ``followers``: of unfinished main tickets. ``raisers``: how many people
    raised each gathered matter; who they are is not here.
    """

    week: Week
    weeks: tuple[Week, ...]
    units: tuple[Unit, ...]
    categories: Mapping[int, str]
    tickets: Mapping[int, Ticket]
    reports: Mapping[int, int]
    rated: tuple[Happened, ...]
    reopened: tuple[Happened, ...]
    limits: tuple[Limit, ...]
    missed: Mapping[int, Mapping[int, Missed]]
    instructions: tuple[Instruction, ...]
    followers: Mapping[int, tuple[Ticket, ...]]
    raisers: Mapping[int, int]
    staff: Mapping[int, str]
    """Owners and managers as the office calls them, by person."""
    visits: tuple[Count, ...] = ()
    """Visits, talks, boxes opened and on-site offices of the week, by unit and kind."""
    tasks: tuple[Task, ...] = ()
    """What was promised and is not struck off yet, or was in this week."""

    first: int = 0
    """From when on there are rows: of weeks that began before it, figures are not to be reckoned."""

    def since(self, week: Week) -> int:
        """When the eight weeks that end with ``week`` began."""
        return week.start - _BASE


async def gather(tx: Transaction, house: House, path: str, week: Week) -> Material:
    """Read what a digest of ``week`` for the unit at ``path`` (``/``: of everything) is reckoned from."""
    calendar = house.calendar
    weeks = (*(earlier(calendar, week, back) for back in range(TREND - 1, 0, -1)), week)
    first = await _first(tx, weeks)
    found: dict[int, Ticket] = {}
    for each in (
        await tickets.submitted_between(tx, path, first, week.until),
        # Most of what was closed in these weeks was raised in them, and has been read.
        await tickets.closed_between(tx, path, first, week.until, raised_before=first),
        await tickets.open_at(tx, path, week.until),
    ):
        found.update((ticket.id, ticket) for ticket in each)
    restricted = await _reports(tx, found.values(), week)
    shown = {ticket.id: ticket for ticket in found.values() if not ticket.restricted}
    still = [ticket.id for ticket in shown.values() if ticket.closed_at is None or ticket.closed_at >= week.until]
    followers = await reports.following(tx, still)
    missed: dict[int, dict[int, Missed]] = {}
    for moment in {week.until, weeks[-2].until}:
        # Longest overdue first, so the first of a ticket is the one to tell of.
        for late in await reports.missed_at(tx, path, moment):
            if late.ticket_id in shown:
                missed.setdefault(moment, {}).setdefault(late.ticket_id, late)
    given = await reports.instructions(tx, still)
    return Material(
        week=week,
        weeks=weeks,
        first=first,
        units=tuple(each for each in await units.everyone(tx, retired=True) if each.path.startswith(path)),
        categories={each.id: each.name for each in await units.categories(tx, retired=True)},
        tickets=shown,
        reports=restricted,
        rated=tuple(
            each
            for each in await reports.happened_between(tx, Action.RATE, path, first, week.until)
            if "satisfaction" in each.detail
        ),
        reopened=await reports.happened_between(tx, Action.REOPEN, path, first, week.until),
        limits=await reports.limits_between(tx, DeadlineKind.FIRST_ANSWER, path, first, week.until),
        missed=missed,
        instructions=tuple(
            each
            for one in given.values()
            for each in one
            if each.given_at < week.until and (each.answered_at is None or each.answered_at >= week.start)
        ),
        followers=followers,
        raisers=await _raisers(tx, shown, followers),
        staff=await staff_names(tx),
        visits=await visits.counts(tx, path, week.start, week.until),
        tasks=(
            *await tasks.open_below(tx, path),
            *await tasks.struck_below(tx, path, week.start, week.until),
        ),
    )


async def _reports(tx: Transaction, found: Iterable[Ticket], week: Week) -> dict[int, int]:
    """How many accusations of the week each office got, by its unit: the topmost, where nobody is there for them yet.

    No other unit learns that there is one, least of all the one that it is about.
    """
    new = [each for each in found if each.restricted and week.start <= each.submitted_at < week.until]
    if not new:
        return {}
    offices = {each.id: each.unit_id for each in await groups.everyone(tx)}
    known = {each.id: each for each in await units.everyone(tx, retired=True)}
    counted: dict[int, int] = {}
    for ticket in new:
        top = int(known[ticket.unit_id].path.strip("/").split("/")[0])
        office = offices.get(ticket.group_id or 0) or top
        if office != ticket.unit_id:
            counted[office] = counted.get(office, 0) + 1
    return counted


async def _first(tx: Transaction, weeks: Sequence[Week]) -> int:
    """From when on rows are read. Of what was told of before the last two, only the figures are shown, and are kept.

    Two months and a quarter or two instead of two years of tickets, where it is quarters.
    """
    begins, before = weeks[0].start, weeks[-2]
    told = await digests.spans(tx, before.period, since=begins, until=before.start)
    if any(each.start not in told for each in weeks[:-2]):
        return begins
    return max(begins, before.start - _BASE)


async def staff_names(tx: Transaction) -> dict[int, str]:
    """Everyone with a part to play, with their unit: as an owner where they are one."""
    held = sorted(await roles.current(tx), key=lambda each: (each.role == "owner", -each.id))
    return {each.person_id: f"{each.unit_name} {each.name}" for each in held}


async def _raisers(
    tx: Transaction, mains: Mapping[int, Ticket], followers: Mapping[int, tuple[Ticket, ...]]
) -> dict[int, int]:
    """How many people raised each gathered matter."""
    return {main: await how_many(tx, (mains[main], *following)) for main, following in followers.items()}
