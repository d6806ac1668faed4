"""Who is behind what was raised: sealed here, and opened nowhere else.

A ticket, a proposal, the sheet of a survey that is not anonymous and a message in a raiser's chat each hold a sealed
value that leads to a person. Whoever imports this module can follow it: who may is held by a contract of the lint
(``handlers.people.raisers``, which gives no person away, and the flow, which has to know which chat a row goes to).
"""

from __future__ import annotations

from typing import Protocol

from storage.database import Transaction
from storage.messages import RAISER, Copy, copy_of


class Raised(Protocol):
    """A ticket, as far as it leads to whoever raised it."""

    @property
    def id(self) -> int:
        """Its row."""

    @property
    def raiser(self) -> bytes | None:
        """The sealed row of a person."""

    @property
    def contact(self) -> bytes | None:
        """Sealed name, phone and the like."""


class Proposed(Protocol):
    """A proposal, as far as it leads to whoever made it."""

    @property
    def key(self) -> str:
        """The random word that it is sealed under."""

    @property
    def proposer(self) -> bytes:
        """The sealed row of a person."""


class Answered(Protocol):
    """A sheet of a survey, as far as it leads to whoever filled it in."""

    @property
    def survey_id(self) -> int:
        """Of which survey."""

    @property
    def key(self) -> str:
        """The random word that it is sealed under."""

    @property
    def respondent(self) -> bytes | None:
        """The sealed row of a person; None where nobody may know."""


async def identify(tx: Transaction, ticket_id: int, raiser_id: int | None, contact: dict[str, str] | None) -> None:
    """Seal who raised a ticket and how they can be reached otherwise; it stands on their own list from now on."""
    await tx.run(
        "ticket_identify",
        id=ticket_id,
        raiser=None if raiser_id is None else tx.sealer.seal(raiser_id, f"raiser:{ticket_id}"),
        contact=tx.sealer.seal(contact, f"contact:{ticket_id}") if contact else None,
    )
    if raiser_id is not None:
        await _on_their_list(tx, raiser_id, (ticket_id,))


async def follow(tx: Transaction, ticket: Raised, person_id: int) -> None:
    """This person is from now on who raised a ticket that came without a raiser; its contact stays as it is."""
    sealed = tx.sealer.seal(person_id, f"raiser:{ticket.id}")
    await tx.run("ticket_identify", id=ticket.id, raiser=sealed, contact=ticket.contact)
    await _on_their_list(tx, person_id, (ticket.id,))


def raiser_of(tx: Transaction, ticket: Raised) -> int | None:
    """The row of the person who raised it, None for those who came by phone or box and follow by code."""
    return None if ticket.raiser is None else int(tx.sealer.open(bytes(ticket.raiser), f"raiser:{ticket.id}"))


def contact_of(tx: Transaction, ticket: Raised) -> dict[str, str]:
    """Name, phone and the like that were given with it; empty if none."""
    if ticket.contact is None:
        return {}
    return dict(tx.sealer.open(bytes(ticket.contact), f"contact:{ticket.id}"))


async def raised(tx: Transaction, person_id: int) -> tuple[int, ...]:
    """The ids of the tickets that a person raised or follows, oldest first."""
    sealed = await tx.value("person_raised", id=person_id)
    return () if sealed is None else tuple(tx.sealer.open(sealed, f"raised:{person_id}"))


async def _on_their_list(tx: Transaction, person_id: int, ticket_ids: tuple[int, ...]) -> None:
    known = await raised(tx, person_id)
    every = tuple(dict.fromkeys((*known, *ticket_ids)))
    if every != known:
        await tx.run("person_raised_set", id=person_id, raised=tx.sealer.seal(every, f"raised:{person_id}"))


async def pass_list_on(tx: Transaction, person_id: int, to: int) -> None:
    """What one person raised stands on another's list too: the two are one."""
    await _on_their_list(tx, to, await raised(tx, person_id))


def seal_proposer(tx: Transaction, key: str, person_id: int) -> bytes:
    """Who proposed it, for the row of ``key``."""
    return tx.sealer.seal({"person": person_id}, f"proposal:{key}")


def proposer_of(tx: Transaction, proposal: Proposed) -> int:
    """The row of the person who proposed it."""
    return int(tx.sealer.open(bytes(proposal.proposer), f"proposal:{proposal.key}")["person"])


def seal_respondent(tx: Transaction, survey_id: int, key: str, person_id: int) -> bytes:
    """Who filled in the sheet of ``key``, in a survey that is not anonymous."""
    return tx.sealer.seal({"person": person_id}, f"survey:{survey_id}:{key}")


def respondent_of(tx: Transaction, sheet: Answered) -> int | None:
    """The row of the person who filled it in, None where nobody may know."""
    if sheet.respondent is None:
        return None
    return int(tx.sealer.open(bytes(sheet.respondent), f"survey:{sheet.survey_id}:{sheet.key}")["person"])


async def copies_of_role(tx: Transaction, ticket_id: int, role: str) -> tuple[Copy, ...]:
    """The messages in the raiser's chat that show one thing of a ticket, the newest last."""
    rows = await tx.all("messages_of_role", ticket_id=ticket_id, side=RAISER, role=role)
    return tuple(copy_of(tx, row) for row in rows)


async def copies_of_entry(tx: Transaction, history_id: int) -> tuple[Copy, ...]:
    """Every copy of one entry, those in raisers' chats included."""
    return tuple(copy_of(tx, row) for row in await tx.all("messages_of_history", history_id=history_id))
