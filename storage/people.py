"""People: everyone who ever wrote or has a part to play. Who they are is sealed; the rest is what the flow needs.

The list of a person's tickets is sealed too: a plain link would tell that the person of a named ticket also raised
an anonymous one.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from storage.database import Transaction
from storage.rows import Row


@dataclass(frozen=True, slots=True)
class Person:
    """``user`` is the channel's id; ``private`` the chat where they can be written to (None: never started).

    ``reachable`` is False after they blocked us. ``unit_id`` is the unit that they said they belong to.
    """

    id: int
    channel: str
    user: str
    private: str | None
    name: str
    username: str | None
    language: str | None
    unit_id: int | None
    started: bool
    reachable: bool


def _where(tag: bytes) -> str:
    return "person:" + tag.hex()


def _read(tx: Transaction, row: Row) -> Person:
    known: dict[str, Any] = tx.sealer.open(row["sealed"], _where(bytes(row["tag"])))
    return Person(
        row["id"],
        known["channel"],
        known["user"],
        known["private"],
        known["name"],
        known["username"],
        row["language"],
        row["unit_id"],
        bool(row["started"]),
        bool(row["reachable"]),
    )


def _seal(tx: Transaction, person: Person) -> bytes:
    tag = tx.sealer.tag("person", person.channel, person.user)
    return tx.sealer.seal(
        {
            "channel": person.channel,
            "user": person.user,
            "private": person.private,
            "name": person.name,
            "username": person.username,
        },
        _where(tag),
    )


async def meet(
    tx: Transaction,
    channel: str,
    user: str,
    *,
    name: str,
    username: str | None = None,
    language: str | None = None,
    private_chat: str | None = None,
) -> Person:
    """The person behind a channel's user id, remembered if new, brought up to date if something changed.

    ``private_chat``: they write in a private chat, so they have started us and can be reached there.
    """
    tag = tx.sealer.tag("person", channel, user)
    row = await tx.one("person_by_tag", tag=tag)
    if row is None:
        fresh = Person(0, channel, user, private_chat, name, username, language, None, private_chat is not None, True)
        added = await tx.one(
            "person_add", tag=tag, sealed=_seal(tx, fresh), language=language, started=int(fresh.started)
        )
        assert added is not None
        return replace(fresh, id=added["id"])
    person = _read(tx, row)
    newer = replace(
        person,
        name=name or person.name,
        username=username,
        private=private_chat or person.private,
        language=person.language or language,
        started=person.started or private_chat is not None,
        reachable=person.reachable or private_chat is not None,
    )
    if newer != person:
        await tx.run("person_seal", id=person.id, sealed=_seal(tx, newer))
        if (newer.language, newer.started, newer.reachable) != (person.language, person.started, person.reachable):
            await _seen(tx, newer)
    return newer


async def _seen(tx: Transaction, person: Person) -> None:
    await tx.run(
        "person_seen",
        id=person.id,
        language=person.language,
        started=int(person.started),
        reachable=int(person.reachable),
    )


async def expect(tx: Transaction, channel: str, user: str, name: str) -> Person:
    """The person that the configuration names by user id, who may not have started us yet."""
    row = await tx.one("person_by_tag", tag=tx.sealer.tag("person", channel, user))
    if row is not None:
        return _read(tx, row)
    return await meet(tx, channel, user, name=name)


async def get(tx: Transaction, person_id: int) -> Person:
    """The person of a row.

    Raises:
        LookupError: there is none.
    """
    row = await tx.one("person_get", id=person_id)
    if row is None:
        raise LookupError(f"person {person_id}")
    return _read(tx, row)


async def find(tx: Transaction, channel: str, user: str) -> Person | None:
    """The person behind a channel's user id, if they were ever met."""
    row = await tx.one("person_by_tag", tag=tx.sealer.tag("person", channel, user))
    return None if row is None else _read(tx, row)


async def belongs_to(tx: Transaction, person_id: int, unit_id: int) -> None:
    """Remember a person's unit for their next concern."""
    await tx.run("person_unit", id=person_id, unit_id=unit_id)


async def speaks(tx: Transaction, person: Person, language: str) -> None:
    """Remember the language a person chose."""
    await _seen(tx, replace(person, language=language))


async def set_reachable(tx: Transaction, person_id: int, reachable: bool) -> None:
    """Remember that a person blocked us, or came back."""
    await tx.run("person_reachable", id=person_id, reachable=int(reachable))


async def raised(tx: Transaction, person_id: int) -> tuple[int, ...]:
    """The ids of the tickets that a person raised or follows, oldest first."""
    sealed = await tx.value("person_raised", id=person_id)
    return () if sealed is None else tuple(tx.sealer.open(sealed, f"raised:{person_id}"))


async def add_raised(tx: Transaction, person_id: int, ticket_id: int) -> None:
    """Put a ticket on a person's own list."""
    known = await raised(tx, person_id)
    if ticket_id not in known:
        sealed = tx.sealer.seal([*known, ticket_id], f"raised:{person_id}")
        await tx.run("person_raised_set", id=person_id, raised=sealed)
