"""People and their accounts on channels: everyone who ever wrote or has a part to play.

Roles and tickets hang on the person, who may have several accounts. Who they are is sealed; the rest is what the flow
needs. What they raised is in :mod:`storage.identities`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from storage import identities
from storage.database import Transaction
from storage.rows import Row


@dataclass(frozen=True, slots=True)
class Person:
    """A person as one of their accounts shows them: the one that they just used, else the one they are written to on.

    ``user`` is the channel's id of the account; ``private`` the chat where it can be written to (None: never started).
    ``language`` is the account's, ``reachable`` is False after it blocked us. ``unit_id`` is the unit that they said
    they belong to.
    """

    id: int
    account: int
    channel: str
    user: str
    private: str | None
    name: str
    username: str | None
    language: str | None
    unit_id: int | None
    started: bool
    reachable: bool
    in_use: bool = True
    """They are written to on this account."""

    @property
    def chat(self) -> str:
        """Where the account is written to: who never wrote to us has no chat yet, and trying their own id tells so."""
        return self.private or self.user


def _where(tag: bytes) -> str:
    return "person:" + tag.hex()


def _tag(tx: Transaction, channel: str, user: str) -> bytes:
    return tx.sealer.tag("person", channel, user)


def _read(tx: Transaction, row: Row) -> Person:
    known: dict[str, Any] = tx.sealer.open(bytes(row["sealed"]), _where(bytes(row["tag"])))
    return Person(
        row["id"],
        row["account"],
        known["channel"],
        known["user"],
        known["private"],
        known["name"],
        known["username"],
        row["language"],
        row["unit_id"],
        bool(row["started"]),
        bool(row["reachable"]),
        bool(row["in_use"]),
    )


def _seal(tx: Transaction, person: Person) -> bytes:
    return tx.sealer.seal(
        {
            "channel": person.channel,
            "user": person.user,
            "private": person.private,
            "name": person.name,
            "username": person.username,
        },
        _where(_tag(tx, person.channel, person.user)),
    )


async def _add(tx: Transaction, person: Person) -> Person:
    """A new account; of a new person, where ``person`` has no row yet."""
    person_id = person.id or await tx.insert("person_add")
    added = await tx.insert(
        "account_add",
        person_id=person_id,
        tag=_tag(tx, person.channel, person.user),
        sealed=_seal(tx, person),
        language=person.language,
        started=int(person.started),
        in_use=int(person.in_use),
    )
    return replace(person, id=person_id, account=added)


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

    ``private_chat``: they write in a private chat, so they have started us and can be reached there; of several
    accounts, this is the one that they are written to on from now on.
    """
    person = await find(tx, channel, user)
    if person is None:
        started = private_chat is not None
        return await _add(
            tx, Person(0, 0, channel, user, private_chat, name, username, language, None, started, reachable=True)
        )
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
        await tx.run("account_seal", id=person.account, sealed=_seal(tx, newer))
        if (newer.language, newer.started, newer.reachable) != (person.language, person.started, person.reachable):
            await _seen(tx, newer)
    if private_chat is not None and not newer.in_use:
        newer = await _use(tx, newer)
    return newer


async def _seen(tx: Transaction, person: Person) -> None:
    await tx.run(
        "account_seen",
        id=person.account,
        language=person.language,
        started=int(person.started),
        reachable=int(person.reachable),
    )


async def _use(tx: Transaction, person: Person) -> Person:
    await tx.run("account_leave", person_id=person.id)
    await tx.run("account_use", id=person.account)
    return replace(person, in_use=True)


async def expect(tx: Transaction, channel: str, user: str, name: str) -> Person:
    """The person that the configuration names by user id, who may not have started us yet."""
    return await find(tx, channel, user) or await meet(tx, channel, user, name=name)


async def expect_too(tx: Transaction, person: Person, channel: str, user: str) -> Person:
    """The same person on one more channel, where they may not have started us yet.

    An account that is somebody else's until now is joined to this person with all that is theirs, see :func:`join`.
    """
    known = await find(tx, channel, user)
    if known is None:
        one_more = replace(person, account=0, channel=channel, user=user, private=None, username=None, language=None)
        return await _add(tx, replace(one_more, started=False, reachable=True, in_use=False))
    if known.id != person.id:
        await join(tx, known.id, person.id)
    return replace(known, id=person.id)


async def get(tx: Transaction, person_id: int) -> Person:
    """The person of a row, on the account that they are written to on: the one that they last wrote to us from.

    That holds for all that is said to them, an answer about a ticket included: the ticket is the person's, not the
    account's. Where that account can't be reached it is another one that can, see :func:`lose`. A row that was joined
    into another one leads to that one's person.

    Raises:
        LookupError: there is none.
    """
    row = await tx.one("person_get", id=person_id)
    if row is None:
        raise LookupError(f"person {person_id}")
    return _read(tx, row)


async def find(tx: Transaction, channel: str, user: str) -> Person | None:
    """The person behind a channel's user id, if they were ever met."""
    row = await tx.one("account_by_tag", tag=_tag(tx, channel, user))
    return None if row is None else _read(tx, row)


async def accounts(tx: Transaction, person_id: int) -> tuple[Person, ...]:
    """A person on each of their accounts, in the order in which those were met."""
    return tuple(_read(tx, row) for row in await tx.all("accounts_of", person_id=person_id))


async def belongs_to(tx: Transaction, person_id: int, unit_id: int) -> None:
    """Remember a person's unit for their next concern."""
    await tx.run("person_unit", id=person_id, unit_id=unit_id)


async def speaks(tx: Transaction, person: Person, language: str) -> None:
    """Remember the language that a person chose on this account."""
    await _seen(tx, replace(person, language=language))


async def lose(tx: Transaction, person_id: int, channel: str, chat: str) -> Person:
    """A person can't be written to in this chat any more; gives them as they are written to from now on.

    That is on another account that can be reached, one that has started us before one that has not; where there is
    none, nothing but that is remembered.
    """
    known = [
        replace(each, reachable=each.reachable and (each.channel, each.chat) != (channel, chat))
        for each in await accounts(tx, (await get(tx, person_id)).id)
    ]
    for each in known:
        if (each.channel, each.chat) == (channel, chat):
            await _seen(tx, each)
    best = max(known, key=lambda each: (each.reachable, each.in_use, each.started))
    if best.reachable and not best.in_use:
        return await _use(tx, best)
    return next(each for each in known if each.in_use)


async def join(tx: Transaction, person_id: int, into: int) -> None:
    """Two rows are one person: the accounts, roles and work of one are the other's from now on.

    What is only signed with the row (the history, what was announced or read) stays as it is, and leads to the person
    all the same; so is what is sealed, and what one has raised stands on the other's own list.
    """
    for name in ("roles", "lists", "accounts", "tickets", "tasks", "categories", "unit"):
        await tx.run(f"person_join_{name}", id=person_id, into=into)
    for name in ("roles", "lists"):
        await tx.run(f"person_part_with_{name}", id=person_id)
    await identities.pass_list_on(tx, person_id, into)
    await tx.run("person_same_as", id=person_id, into=into)


async def are_one(tx: Transaction, first: int, second: int) -> bool:
    """Whether two rows are one person's."""
    return first == second or await tx.value("person_is", id=first) == second


async def joined(tx: Transaction) -> Mapping[int, int]:
    """The rows that were joined into another one, and into which; a handful."""
    return {row["id"]: row["same_as"] for row in await tx.all("people_joined")}
