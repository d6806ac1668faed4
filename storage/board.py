"""The public board. Whose matter it was stands nowhere here; who says “me too” is a keyed tag."""

from __future__ import annotations

from dataclasses import dataclass

from storage.database import Transaction
from storage.rows import read


@dataclass(frozen=True, slots=True)
class Publication:
    """One matter as everyone reads it. ``state``: ``asked`` (its raiser), ``refused``, ``published``, ``withdrawn``."""

    id: int
    ticket_id: int
    unit_id: int
    category_id: int | None
    question: str
    answer: str
    state: str
    made_by: int
    made_at: int
    published_at: int | None


async def put(
    tx: Transaction,
    ticket_id: int,
    unit_id: int,
    category_id: int | None,
    *,
    question: str,
    answer: str,
    by: int,
    now: int,
) -> Publication:
    """Write it, or anew; its raiser is to be asked."""
    row = await tx.one(
        "publication_put",
        ticket_id=ticket_id,
        unit_id=unit_id,
        category_id=category_id,
        question=question,
        answer=answer,
        made_by=by,
        now=now,
    )
    assert row is not None
    return read(Publication, row)


async def get(tx: Transaction, publication_id: int | None) -> Publication | None:
    """The one of a row, None if there is none."""
    row = None if publication_id is None else await tx.one("publication_get", id=publication_id)
    return None if row is None else read(Publication, row)


async def of_ticket(tx: Transaction, ticket_id: int) -> Publication | None:
    """That of a ticket."""
    row = await tx.one("publication_of_ticket", ticket_id=ticket_id)
    return None if row is None else read(Publication, row)


async def move(tx: Transaction, publication_id: int, state: str, published_at: int | None = None) -> None:
    """It stands like this from now on."""
    await tx.run("publication_state", id=publication_id, state=state, published_at=published_at)


async def shown(tx: Transaction, most: int, after: int = 0) -> tuple[Publication, ...]:
    """What everyone can read, the newest first, behind so many newer ones."""
    return tuple(read(Publication, row) for row in await tx.all("publications_shown", most=most, after=after))


async def count_shown(tx: Transaction) -> int:
    """How many everyone can read."""
    return int(await tx.value("publications_shown_count") or 0)


async def between(tx: Transaction, start: int, until: int) -> tuple[Publication, ...]:
    """What was published in a time."""
    rows = await tx.all("publications_between", start=start, until=until)
    return tuple(read(Publication, row) for row in rows)


async def echo(tx: Transaction, publication_id: int, person_id: int) -> bool:
    """“我也遇到”; False if this person had said so before."""
    tag = tx.sealer.tag("echo", str(publication_id), str(person_id))
    return bool(await tx.all("publication_echo", publication_id=publication_id, tag=tag))


async def echoes(tx: Transaction, publication_id: int) -> int:
    """How many said so."""
    return int(await tx.value("publication_echoes", publication_id=publication_id) or 0)
