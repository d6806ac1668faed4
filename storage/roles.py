"""Who is what where: roles of people at units. Staff are no secret; their names are plain."""

from __future__ import annotations

from dataclasses import dataclass

from storage.database import Transaction
from storage.rows import read


@dataclass(frozen=True, slots=True)
class Role:
    """A person's part at a unit and all below it; ``path`` is the unit's path in the tree.

    ``unit_name``: how the unit is shown.
    """

    id: int
    person_id: int
    role: str
    unit_id: int
    name: str
    source: str
    path: str
    unit_name: str

    def covers(self, path: str) -> bool:
        """Whether the unit at ``path`` is the role's own or below it."""
        return path.startswith(self.path)


async def of_person(tx: Transaction, person_id: int) -> tuple[Role, ...]:
    """What a person is."""
    return tuple(read(Role, row) for row in await tx.all("roles_of_person", person_id=person_id))


async def current(tx: Transaction) -> tuple[Role, ...]:
    """Every role now held."""
    return tuple(read(Role, row) for row in await tx.all("roles_current"))


async def covering(tx: Transaction, role: str, path: str) -> tuple[Role, ...]:
    """Who holds ``role`` at the unit of ``path`` or above, the nearest first."""
    return tuple(read(Role, row) for row in await tx.all("roles_above", role=role, path=path))


async def below(tx: Transaction, role: str, path: str) -> tuple[Role, ...]:
    """Who holds ``role`` at the unit of ``path`` or below."""
    return tuple(read(Role, row) for row in await tx.all("roles_below", role=role, path=path))


async def around(tx: Transaction, role: str, path: str) -> tuple[Role, ...]:
    """Who holds ``role`` at the unit of ``path``, below it, or above it; who does so twice comes twice."""
    found = {each.id: each for each in (*await below(tx, role, path), *await covering(tx, role, path))}
    return tuple(found.values())


async def grant(tx: Transaction, *, person_id: int, role: str, unit_id: int, name: str, source: str, now: int) -> None:
    """Give a person a role at a unit; given twice it changes nothing but the name."""
    await tx.run("role_grant", person_id=person_id, role=role, unit_id=unit_id, name=name, source=source, now=now)


async def revoke(tx: Transaction, role_id: int, now: int) -> None:
    """Take a role away; what was done under it stays on the history."""
    await tx.run("role_revoke", id=role_id, now=now)


@dataclass(frozen=True, slots=True)
class Invite:
    """A one-time link that gives a role."""

    id: int
    role: str
    unit_id: int
    name: str
    expires_at: int
    used_at: int | None


async def invite(tx: Transaction, code: str, *, role: str, unit_id: int, name: str, expires_at: int) -> None:
    """Keep an invitation; the code itself is not kept, only its tag."""
    tag = tx.sealer.tag("invite", code)
    await tx.run("invite_add", tag=tag, role=role, unit_id=unit_id, name=name, expires_at=expires_at)


async def invited(tx: Transaction, code: str) -> Invite | None:
    """The invitation of a code."""
    row = await tx.one("invite_get", tag=tx.sealer.tag("invite", code))
    return None if row is None else read(Invite, row)


async def open_invites(tx: Transaction, now: int) -> tuple[Invite, ...]:
    """The invitations that nobody has used yet and that still count."""
    return tuple(read(Invite, row) for row in await tx.all("invites_open", now=now))


async def use_invite(tx: Transaction, invite_id: int, person_id: int, now: int) -> None:
    """An invitation counts once."""
    await tx.run("invite_use", id=invite_id, person_id=person_id, now=now)


async def forget_invites(tx: Transaction, before: int) -> None:
    """Drop invitations that nobody took and that expired before then."""
    await tx.run("invites_forget", before=before)
