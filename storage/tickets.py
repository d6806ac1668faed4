"""Tickets: what was raised and where it stands. Their story is in :mod:`storage.history`."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from storage import identities, indexing
from storage.database import Transaction
from storage.indexing import Words
from storage.rows import Row, read, values


@dataclass(frozen=True, slots=True)
class Ticket:
    """One concern. Instants are UTC epoch seconds; None means not yet.

    ``raiser`` and ``contact`` are sealed, see :mod:`storage.identities`.
    ``due_at`` is what the raiser was promised.
    """

    id: int
    number: str
    unit_id: int
    group_id: int | None
    kind: str
    category_id: int | None
    grade: str
    state: str
    naming: str
    source: str
    place_id: int | None
    title: str
    body: str
    restricted: bool
    raiser: bytes | None = field(repr=False)
    contact: bytes | None = field(repr=False)
    follow_tag: bytes | None = field(repr=False)
    language: str | None
    owner_id: int | None
    owner_unit_id: int | None
    about_owner: bool
    submitted_at: int
    accepted_at: int | None
    assigned_at: int | None
    signed_at: int | None
    first_reply_at: int | None
    answered_at: int | None
    closed_at: int | None
    changed_at: int
    due_at: int | None
    provisional: bool
    rule_version: str
    extensions: int
    handbacks: int
    assignments: int
    reopened: int
    urged: int
    last_urged_at: int | None
    appeals: int
    reviews: int
    merged_into: int | None
    outcome: str | None
    ground: str | None
    answer: str | None
    contacted: str | None
    solved: str | None
    satisfaction: str | None
    rated_at: int | None
    rating_reason: str | None
    supervised: bool
    suspended_until: int | None
    plan: str | None


OPEN_STATES = frozenset({"submitted", "accepted", "assigned", "in_progress", "reported", "answered", "suspended"})
"""States in which somebody still has to do something."""


@dataclass(frozen=True, slots=True)
class NewTicket:
    """What is known when a concern is submitted."""

    unit_id: int
    unit_prefix: str
    year: int
    group_id: int | None
    kind: str
    category_id: int | None
    grade: str
    naming: str
    source: str
    place_id: int | None
    title: str
    body: str
    restricted: bool
    about_owner: bool
    language: str | None
    rule_version: str
    raiser_id: int | None = None
    contact: dict[str, str] | None = None
    follow_code: str | None = None


async def add(tx: Transaction, new: NewTicket, now: int) -> Ticket:
    """Put a concern on the ledger under the next number of its unit's series, without gaps."""
    last = await tx.value("counter_next", name=f"{new.unit_prefix}-{new.year}")
    ticket_id = await tx.insert(
        "ticket_add",
        number=f"{new.unit_prefix}-{new.year}-{last:04d}",
        unit_id=new.unit_id,
        group_id=new.group_id,
        kind=new.kind,
        category_id=new.category_id,
        grade=new.grade,
        state="submitted",
        naming=new.naming,
        source=new.source,
        place_id=new.place_id,
        title=new.title,
        body=new.body,
        restricted=int(new.restricted),
        follow_tag=tx.sealer.tag("follow", new.follow_code) if new.follow_code else None,
        language=new.language,
        about_owner=int(new.about_owner),
        now=now,
        rule_version=new.rule_version,
    )
    if new.raiser_id is not None or new.contact:
        await identities.identify(tx, ticket_id, new.raiser_id, new.contact)
    return await get(tx, ticket_id)


async def set_follow_code(tx: Transaction, ticket_id: int, code: str) -> None:
    """Let whoever holds ``code`` follow the ticket; an earlier code no longer counts."""
    await tx.run("ticket_follow", id=ticket_id, follow_tag=tx.sealer.tag("follow", code))


async def save(tx: Transaction, ticket: Ticket) -> None:
    """Write a changed ticket (who raised it and its number never change)."""
    await tx.run("ticket_save", **{k: v for k, v in values(ticket).items() if k not in _FIXED})


async def touch(tx: Transaction, ticket_id: int, now: int) -> None:
    """Something happened to a ticket that is on its history alone."""
    await tx.run("ticket_touch", id=ticket_id, now=now)


_FIXED = frozenset({"number", "source", "place_id", "raiser", "contact", "follow_tag", "language", "submitted_at"})


def _read(row: Row) -> Ticket:
    return read(Ticket, row)


async def get(tx: Transaction, ticket_id: int) -> Ticket:
    """The ticket of a row.

    Raises:
        LookupError: there is none.
    """
    row = await tx.one("ticket_get", id=ticket_id)
    if row is None:
        raise LookupError(f"ticket {ticket_id}")
    return _read(row)


async def find(tx: Transaction, ticket_id: int | None) -> Ticket | None:
    """The ticket of a row number that came from outside, or None."""
    row = None if ticket_id is None else await tx.one("ticket_get", id=ticket_id)
    return None if row is None else _read(row)


async def by_number(tx: Transaction, number: str) -> Ticket | None:
    """The ticket of a number such as ``SJ-2026-0042``."""
    row = await tx.one("ticket_by_number", number=number.upper())
    return None if row is None else _read(row)


async def by_follow_code(tx: Transaction, code: str) -> Ticket | None:
    """The ticket that a follow code belongs to."""
    row = await tx.one("ticket_by_follow", follow_tag=tx.sealer.tag("follow", code))
    return None if row is None else _read(row)


async def by_ids(tx: Transaction, ids: Sequence[int]) -> tuple[Ticket, ...]:
    """Several tickets, oldest first; unknown ids are left out."""
    if not ids:
        return ()
    return tuple(_read(row) for row in await tx.all("tickets_by_ids", ids=json.dumps(list(ids))))


async def unanswered_since(tx: Transaction) -> int | None:
    """Since when the ticket that waits longest for its answer does; None when none waits."""
    at = await tx.value("ticket_unanswered")
    return None if at is None else int(at)


async def merged_into(tx: Transaction, ticket_id: int) -> tuple[Ticket, ...]:
    """Those that follow a main ticket."""
    return tuple(_read(row) for row in await tx.all("tickets_merged_into", id=ticket_id))


async def open_below(tx: Transaction, path: str, most: int = 100_000) -> tuple[Ticket, ...]:
    """What is not finished in a unit and below it."""
    return tuple(_read(row) for row in await tx.all("tickets_open_below", path=path, most=most))


async def of_owner(tx: Transaction, person_id: int) -> tuple[Ticket, ...]:
    """What an owner has in hand, soonest due first."""
    return tuple(_read(row) for row in await tx.all("tickets_of_owner", owner_id=person_id))


async def submitted_between(tx: Transaction, path: str, start: int, until: int) -> tuple[Ticket, ...]:
    """Raised in a time (``start`` included, ``until`` not) in a unit and below."""
    rows = await tx.all("tickets_between", path=path, start=start, until=until)
    return tuple(_read(row) for row in rows)


async def open_at(tx: Transaction, path: str, moment: int) -> tuple[Ticket, ...]:
    """Raised before ``moment`` and not closed then."""
    return tuple(_read(row) for row in await tx.all("tickets_open_at", path=path, moment=moment))


async def rated_between(tx: Transaction, path: str, start: int, until: int) -> tuple[Ticket, ...]:
    """Rated in a time."""
    rows = await tx.all("tickets_rated_between", path=path, start=start, until=until)
    return tuple(_read(row) for row in rows)


async def closed_between(
    tx: Transaction, path: str, start: int, until: int, *, raised_before: int = 1 << 62
) -> tuple[Ticket, ...]:
    """Closed in a time; of those raised from ``raised_before`` on none."""
    rows = await tx.all("tickets_closed_between", path=path, start=start, until=until, raised_before=raised_before)
    return tuple(_read(row) for row in rows)


async def index(tx: Transaction, ticket_id: int, title: str, body: str) -> None:
    """Put a ticket's terms (words with spaces between, made by ``handlers.rules.terms``) into the search index."""
    await indexing.change(tx, ticket_id, Words(title, body))


async def index_more(tx: Transaction, ticket_id: int, body: str) -> bool:
    """Put further terms of a ticket into the search index, behind those that are there. False: it is not in it."""
    known = await indexing.known(tx, ticket_id)
    if known is None:
        return False
    await indexing.change(tx, ticket_id, replace(known, body=f"{known.body} {body}".strip()))
    return True


def match(tx: Transaction, phrases: Sequence[Sequence[str]], *, every: bool) -> str:
    """Phrases in the engine's own words: every one, as a person typed them, or any, as they are indexed."""
    if tx.engine == "sqlite":
        quoted = [
            '"' + " ".join(word.replace('"', "") for word in p) + '"' + " *" * (every and _begins(p)) for p in phrases
        ]
        return (" AND " if every else " OR ").join(quoted)
    quoted = [
        " <-> ".join("'" + word.replace("'", "").replace("\\", "") + "'" + ":*" * (every and _begins(p)) for word in p)
        for p in phrases
    ]
    return (" & " if every else " | ").join(quoted)


def _begins(phrase: Sequence[str]) -> bool:
    return len(phrase) == 1 and len(phrase[0]) == 1 and not phrase[0].isascii()


async def spread(tx: Transaction, words: Sequence[str], most: int = 201) -> dict[str, int]:
    """In how many tickets each term occurs, counted up to ``most``: a term that few have says much about a matter."""
    asked = list(dict.fromkeys(words))
    if not asked:
        return {}
    queries = json.dumps([match(tx, [[word]], every=False) for word in asked], ensure_ascii=False)
    rows = await indexing.rows(tx, "terms_spread", words=queries, most=most)
    return {asked[row["place"]]: row["tickets"] for row in rows}


async def indexed(tx: Transaction, most: int) -> int:
    """How many tickets the search index knows, counted up to ``most``."""
    (row,) = await indexing.rows(tx, "terms_count", most=most)
    return int(row["tickets"])


async def search(tx: Transaction, phrases: Sequence[Sequence[str]], path: str, most: int) -> tuple[Ticket, ...]:
    """Those that contain every phrase (each a run of terms), newest first, restricted ones never.

    One Chinese character alone is found wherever a term begins with it: every character begins a pair or ends its run.
    """
    if not phrases:
        return ()
    rows = await indexing.rows(tx, "search_find", query=match(tx, phrases, every=True), path=path, most=most)
    return tuple(_read(row) for row in rows)


COMMON = 1_000
"""A term that more tickets have tells hardly anything of a matter, and ranking would read every one of them."""


@dataclass(frozen=True, slots=True)
class Near:
    """A ticket that resembles another; lower ``score`` is nearer."""

    id: int
    category_id: int | None
    score: float


async def similar(
    tx: Transaction, terms: Sequence[str], path: str, *, besides: int = 0, most: int = 5
) -> tuple[Near, ...]:
    """The tickets that share most with ``terms``, nearest first; what :data:`COMMON` have counts for nothing."""
    counted = await spread(tx, terms, COMMON + 1)
    telling = [term for term in counted if 0 < counted[term] <= COMMON]
    if not telling:
        return ()
    query = match(tx, [[term] for term in telling], every=False)
    rows = await indexing.rows(tx, "search_similar", query=query, path=path, except_id=besides, most=most)
    return tuple(Near(row["id"], row["category_id"], float(row["score"])) for row in rows)


async def leave_desk(tx: Transaction, unit_id: int) -> None:
    """What a unit has open has no group any more: the next housekeeping brings it to the one that serves it now."""
    await tx.run("tickets_of_merged_unit", unit_id=unit_id)
