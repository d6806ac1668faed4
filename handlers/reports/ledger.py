"""The ledger (台账): one row a ticket, the columns of the office's own tables in their order, as the reader may see it.

Rows come in pages, each read on its own: a ledger of fifty thousand tickets is never held whole.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import lru_cache

from handlers.core.house import House
from handlers.core.texts import OTHERS, SOURCE, say
from handlers.people.raisers import Names
from handlers.reports.digest.material import staff_names
from handlers.rules.columns import Layout
from handlers.rules.deadlines import DeadlineKind
from handlers.rules.lifecycle import Action, Naming, State
from storage import reports, tickets, units
from storage.database import Database, Transaction
from storage.history import Deadline, Entry, Instruction
from storage.reports import Narrow
from storage.tickets import Ticket

PAGE = 400
"""Tickets read at once."""
COLUMNS = 25
TIMES = frozenset({3, 11, 15, 18})
"""Columns that hold a date and time of day, from 0: 反映时间, 受理时间, 完成时限, 办结时间."""
Value = str | int | datetime | None
Line = tuple[Value, ...]

_PROGRESS = frozenset({Action.NOTE_PROGRESS, Action.PASS_PROGRESS, Action.MEET_MILESTONE, Action.GRANT_EXTENSION})
_TOLD = (Action.REPORT, Action.MERGE, *sorted(_PROGRESS))
"""What a row is written from: the most of a history, letters and all, is in no column."""
_PROMISES = frozenset({DeadlineKind.ACCEPT, DeadlineKind.FIRST_ANSWER, DeadlineKind.DONE})


@dataclass(frozen=True, slots=True)
class Scope:
    """Which ledger: raised from ``start`` on and before ``until`` in the unit at ``path`` and below, narrowed further.

    ``names``: the reader may see name and contact of raisers who are named (the right ``SEE_NAME``); of others nobody
    ever does. ``now`` is when it is read, for what is overdue. ``layout``: which columns, as the unit wants them.
    """

    path: str
    start: int
    until: int
    now: int
    names: bool = False
    locale: str = SOURCE
    narrow: Narrow = field(default_factory=Narrow)
    layout: Layout = field(default_factory=Layout)


def titles(locale: str) -> tuple[str, ...]:
    """What the columns are called, in the ledger's own order."""
    return tuple(say(locale, "ledger-columns").split("|"))


def names_of_columns() -> tuple[tuple[str, ...], ...]:
    """All names of each column, by which settings choose it."""
    return tuple(zip(*(titles(locale) for locale in (SOURCE, *OTHERS)), strict=True))


@dataclass(slots=True)
class Ledger:
    """A ledger ready to be read page by page."""

    scope: Scope
    house: House
    ids: tuple[int, ...]
    units: Mapping[int, str]
    categories: Mapping[int, str]
    staff: Mapping[int, str]
    owners: Mapping[int, str]
    names: Names

    @property
    def columns(self) -> tuple[str, ...]:
        """The titles of the columns in the file."""
        return self.scope.layout.titles(titles(self.scope.locale))


async def open_ledger(tx: Transaction, house: House, scope: Scope) -> Ledger:
    """Find out what a ledger has, without reading it yet. Restricted tickets are in none."""
    staff = await staff_names(tx)
    return Ledger(
        scope=scope,
        house=house,
        ids=await reports.ledger_ids(tx, scope.path, scope.start, scope.until, scope.narrow),
        units={each.id: each.shown for each in await units.everyone(tx, retired=True)},
        categories={each.id: each.name for each in await units.categories(tx, retired=True)},
        staff=staff,
        owners={person: name.split(" ", 1)[-1] for person, name in staff.items()},
        names=Names(allowed=scope.names),
    )


async def page(tx: Transaction, ledger: Ledger, first: int) -> tuple[Line, ...]:
    """The rows from the one at ``first`` (from 0) on, :data:`PAGE` of them at most."""
    ids = ledger.ids[first : first + PAGE]
    found = await tickets.by_ids(tx, ids)
    stories = await reports.stories(tx, ids, _TOLD)
    given = await reports.instructions(tx, ids)
    due = await reports.deadlines(tx, ids)
    lines = []
    # A ticket that became restricted since the ledger was opened leaves it, and so keeps its row free.
    for number, ticket in enumerate((each for each in found if not each.restricted), start=first + 1):
        reader = _Reader(ledger, ticket, stories.get(ticket.id, ()), given.get(ticket.id, ()), due.get(ticket.id, ()))
        raiser, contact = await _raiser(tx, ledger, ticket)
        lines.append(reader.line(number, raiser, contact))
    return tuple(lines)


async def stream(database: Database, house: House, scope: Scope) -> AsyncIterator[tuple[Line, ...]]:
    """The whole ledger page by page, each in a reading transaction of its own."""
    async with database.reading() as tx:
        ledger = await open_ledger(tx, house, scope)
    for first in range(0, len(ledger.ids), PAGE):
        async with database.reading() as tx:
            yield await page(tx, ledger, first)


async def _raiser(tx: Transaction, ledger: Ledger, ticket: Ticket) -> tuple[str, str]:
    locale = ledger.scope.locale
    if not ledger.scope.names:
        return say(locale, f"naming-{ticket.naming}"), ""
    if ticket.naming == Naming.ANONYMOUS:
        return say(locale, "anonymous-raiser"), ""
    if ticket.naming == Naming.HIDDEN:
        return say(locale, "hidden-raiser"), ""
    named = await ledger.names.of(tx, ticket)
    if named is None:
        return say(locale, "naming-named"), ""
    return named.name or say(locale, "naming-named"), say(locale, "digest-comma").join(named.contact.values())


@lru_cache(maxsize=4096)
def _word(locale: str, key: str, **facts: object) -> str:
    # States, grades, an outcome with its day: the same few in many rows. What people wrote is never kept here.
    return say(locale, key, **facts)


@dataclass(frozen=True, slots=True)
class _Reader:
    ledger: Ledger
    ticket: Ticket
    story: Sequence[Entry]
    given: Sequence[Instruction]
    due: Sequence[Deadline]

    def say(self, key: str, **facts: object) -> str:
        return _word(self.ledger.scope.locale, key, **facts)

    def time(self, at: int | None) -> datetime | None:
        return None if at is None else self.ledger.house.calendar.local(at).replace(tzinfo=None)

    def day(self, at: int) -> str:
        return self.ledger.house.calendar.local(at).date().isoformat()

    def yes(self, holds: bool) -> str:
        return self.say("ledger-yes" if holds else "ledger-no")

    def line(self, number: int, raiser: str, contact: str) -> Line:
        """The ticket's row, in the order of the columns."""
        ticket, ledger = self.ticket, self.ledger
        return (
            number,
            ticket.number,
            self.say(f"source-{ticket.source}"),
            self.time(ticket.submitted_at),
            ledger.units.get(ticket.unit_id, ""),
            raiser,
            contact,
            ledger.categories.get(ticket.category_id or 0) or self.say("case-no-category"),
            self.say(f"grade-{ticket.grade}"),
            ticket.title,
            ticket.body,
            self.time(ticket.accepted_at),
            ledger.units.get(ticket.owner_unit_id or 0, ""),
            ledger.owners.get(ticket.owner_id or 0, ""),
            self.measures(),
            self.time(ticket.due_at),
            self.progress(),
            ticket.answer or "",
            self.time(ticket.closed_at),
            self.say(f"state-{ticket.state}"),
            self.yes(self.overdue()),
            self.say(f"satisfaction-{ticket.satisfaction}") if ticket.satisfaction else "",
            self.yes(ticket.reopened > 0),
            self.say("digest-and").join(dict.fromkeys(ledger.staff.get(each.manager_id, "") for each in self.given)),
            self.remarks(),
        )

    def measures(self) -> str:
        """What is done about it: the plan, else the owner's last report."""
        reported = [each.text for each in self.story if each.action == Action.REPORT and each.text]
        return self.ticket.plan or (reported[-1] if reported else "")

    def progress(self) -> str:
        """Every word on how far it is, with its day."""
        return "\n".join(
            f"{self.day(each.at)} {each.text}" for each in self.story if each.action in _PROGRESS and each.text
        )

    def overdue(self) -> bool:
        """Whether what was promised was, or is, late."""
        ticket, now = self.ticket, self.ledger.scope.now
        if any(each.kind in _PROMISES and each.due_at < now for each in self.due):
            return True
        if ticket.due_at is None or ticket.state in (State.SUSPENDED, State.MERGED, State.WITHDRAWN):
            return False
        return (ticket.answered_at or ticket.closed_at or now) > ticket.due_at

    def remarks(self) -> str:
        """Whatever else the office writes beside a ticket."""
        ticket = self.ticket
        merged = next((each.detail.get("into") for each in self.story if "into" in each.detail), None)
        # Nearly every ticket has one or two remarks; a text costs more than all that the row has besides.
        notes: tuple[tuple[object, str, Mapping[str, object]], ...] = (
            (ticket.kind, "kind", {"kind": self.say(f"kind-{ticket.kind}")}),
            (ticket.outcome, "outcome", {"outcome": self._outcome(), "date": self._answered()}),
            (ticket.ground, "ground", {"ground": ticket.ground or ""}),
            (merged, "merged", {"number": str(merged)}),
            (ticket.urged, "urged", {"times": ticket.urged}),
            (ticket.extensions, "extended", {"times": ticket.extensions}),
            (ticket.reopened > 1, "again", {"times": ticket.reopened}),
            (ticket.provisional, "provisional", {}),
        )
        return self.say("digest-semicolon").join(
            (say if name == "ground" else _word)(self.ledger.scope.locale, f"ledger-remark-{name}", **facts)
            for holds, name, facts in notes
            if holds
        )

    def _answered(self) -> str:
        at = self.ticket.answered_at
        return "" if at is None else self.day(at)

    def _outcome(self) -> str:
        return self.say(f"outcome-{self.ticket.outcome}") if self.ticket.outcome else ""
