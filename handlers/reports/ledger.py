"""The ledger (台账): one row a ticket, the columns of the office's own tables in their order, as the reader may see it.

Rows come in pages, each read on its own: a ledger of fifty thousand tickets is never held whole.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import lru_cache

from handlers.components.register import Back, Column, Heading, Kind, Register, Value
from handlers.core.house import House
from handlers.core.texts import SOURCE, say
from handlers.people.raisers import Names
from handlers.reports.digest.material import staff_names
from handlers.rules.columns import Layout
from handlers.rules.deadlines import DeadlineKind
from handlers.rules.lifecycle import Action, Naming, State
from storage import reports, tickets, units
from storage.database import Transaction
from storage.history import Deadline, Entry, Instruction
from storage.reports import Narrow
from storage.tickets import Ticket

PAGE = 400
"""Tickets read at once."""
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


@dataclass(slots=True)
class Ledger:
    """A ledger ready to be read page by page."""

    scope: Scope
    house: House
    ids: tuple[int, ...]
    first: int | None
    """When its first ticket was raised; None: it has none."""
    units: Mapping[int, str]
    categories: Mapping[int, str]
    staff: Mapping[int, str]
    owners: Mapping[int, str]
    names: Names

    @property
    def headings(self) -> tuple[Heading, ...]:
        """The columns as the file shows them."""
        return COLUMNS.headings(self.scope.locale, self.scope.layout)


async def open_ledger(tx: Transaction, house: House, scope: Scope) -> Ledger:
    """Find out what a ledger has, without reading it yet. Restricted tickets are in none."""
    staff = await staff_names(tx)
    ids = await reports.ledger_ids(tx, scope.path, scope.start, scope.until, scope.narrow)
    return Ledger(
        scope=scope,
        house=house,
        ids=ids,
        first=(await tickets.get(tx, ids[0])).submitted_at if ids else None,
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
    shown = COLUMNS.shown(ledger.scope.layout)
    lines = []
    # A ticket that became restricted since the ledger was opened leaves it, and so keeps its row free.
    for number, ticket in enumerate((each for each in found if not each.restricted), start=first + 1):
        row = Row(
            ledger,
            number,
            ticket,
            await _raiser(tx, ledger, ticket),
            stories.get(ticket.id, ()),
            given.get(ticket.id, ()),
            due.get(ticket.id, ()),
        )
        lines.append(tuple(each.of(row) for each in shown))
    return tuple(lines)


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
class Row:
    """One ticket with what its row is written from; ``raiser``: their name and contact, as the reader may see them."""

    ledger: Ledger
    number: int
    ticket: Ticket
    raiser: tuple[str, str]
    story: Sequence[Entry]
    given: Sequence[Instruction]
    due: Sequence[Deadline]

    def say(self, key: str, **facts: object) -> str:
        """A text in the reader's language."""
        return _word(self.ledger.scope.locale, key, **facts)

    def time(self, at: int | None) -> datetime | None:
        """A moment by the mailbox's clock."""
        return None if at is None else self.ledger.house.calendar.local(at).replace(tzinfo=None)

    def day(self, at: int) -> str:
        """Its day."""
        return self.ledger.house.calendar.local(at).date().isoformat()

    def yes(self, holds: bool) -> str:
        """Yes or no."""
        return self.say("ledger-yes" if holds else "ledger-no")

    @property
    def category(self) -> str:
        """What it is about."""
        return self.ledger.categories.get(self.ticket.category_id or 0) or self.say("case-no-category")

    def satisfaction(self) -> str:
        """How the raiser found it."""
        found = self.ticket.satisfaction
        return self.say(f"satisfaction-{found}") if found else ""

    def instructed(self) -> str:
        """Which managers have spoken on it."""
        return self.say("digest-and").join(
            dict.fromkeys(self.ledger.staff.get(each.manager_id, "") for each in self.given)
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


_TIME = Kind.TIME
_NEW, _KEPT, _EDITED, _NAMES = Back.NEW, Back.KEPT, Back.EDITED, Back.NAMES
COLUMNS: Register[Row] = Register(
    "ledger-column",
    Column("no", lambda row: row.number, Kind.NUMBER, 6),
    Column("number", lambda row: row.ticket.number, width=15, back=_NAMES),
    Column("source", lambda row: row.say(f"source-{row.ticket.source}"), width=9, back=_NEW),
    Column("raised", lambda row: row.time(row.ticket.submitted_at), _TIME, 16, _KEPT),
    Column("unit", lambda row: row.ledger.units.get(row.ticket.unit_id, ""), width=16, back=_NEW),
    Column("name", lambda row: row.raiser[0], width=12, back=_NEW),
    Column("contact", lambda row: row.raiser[1], width=15, back=_NEW),
    Column("category", lambda row: row.category, width=10, back=_EDITED),
    Column("grade", lambda row: row.say(f"grade-{row.ticket.grade}"), width=9, back=_EDITED),
    Column("title", lambda row: row.ticket.title, width=26, back=_NEW),
    Column("body", lambda row: row.ticket.body, width=44, back=_NEW),
    Column("accepted", lambda row: row.time(row.ticket.accepted_at), _TIME, 16),
    Column("owner_unit", lambda row: row.ledger.units.get(row.ticket.owner_unit_id or 0, ""), width=16),
    Column("owner", lambda row: row.ledger.owners.get(row.ticket.owner_id or 0, ""), width=10, back=_KEPT),
    Column("measures", Row.measures, width=28, back=_KEPT),
    Column("due", lambda row: row.time(row.ticket.due_at), _TIME, 16, _KEPT),
    Column("progress", Row.progress, width=30, back=_KEPT),
    Column("answer", lambda row: row.ticket.answer or "", width=40, back=_KEPT),
    Column("closed", lambda row: row.time(row.ticket.closed_at), _TIME, 16, _KEPT),
    Column("state", lambda row: row.say(f"state-{row.ticket.state}"), width=9, back=_NAMES),
    Column("overdue", lambda row: row.yes(row.overdue()), width=9),
    Column("satisfaction", Row.satisfaction, width=10),
    Column("again", lambda row: row.yes(row.ticket.reopened > 0), width=11),
    Column("instructed", Row.instructed, width=16),
    Column("remarks", Row.remarks, width=24, back=_KEPT),
)
"""The ledger: each column once, for the file, for the settings that choose among them, and for what comes back in."""
