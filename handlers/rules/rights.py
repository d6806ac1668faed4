"""Who may do and see what, as one table: role × right × relation. Buttons, commands and the command line all read it.

Whether a ticket's state allows an action is the lifecycle's; whether this person may at all is decided here.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from handlers.rules.lifecycle import Role


class Relation(StrEnum):
    """How somebody stands to a ticket or a unit."""

    RAISED = "raised"
    """They raised it."""
    HOLDS_CODE = "holds_code"
    """They showed its follow code."""
    ASSIGNED = "assigned"
    """It is theirs to do."""
    COVERS = "covers"
    """Their role is at its unit or above."""
    NONE = "none"


class Right(StrEnum):
    """What can be allowed."""

    STEP = "step"
    """The role's steps of the lifecycle."""
    SEE = "see"
    SEE_NAME = "see_name"
    """Name and contact of a raiser who is named; of others nobody ever sees them."""
    FIND = "find"
    LIST = "list"
    LOG = "log"
    """Write down a concern on somebody's behalf."""
    PLACES = "places"
    CANNED = "canned"
    DIGEST = "digest"
    LEDGER = "ledger"
    SUPERVISE = "supervise"
    TASKS = "tasks"
    """Give tasks, look at evidence, strike off; open and close the lists that they stand on."""
    SEE_TASKS = "see_tasks"
    SURVEY = "survey"
    """Ask everyone of a unit and below, and see what came of it."""
    BROADCAST = "broadcast"
    """Say something to everyone of a unit and below."""
    INVITE = "invite"
    OPERATE = "operate"
    """Hear what is wrong with the program."""


TABLE: dict[tuple[Role, Relation], frozenset[Right]] = {
    (Role.RAISER, Relation.RAISED): frozenset({Right.STEP, Right.SEE}),
    (Role.RAISER, Relation.HOLDS_CODE): frozenset({Right.STEP, Right.SEE}),
    # An owner is told the matter, never who raised it, unless the raiser is named and the secretary passes it on.
    (Role.OWNER, Relation.ASSIGNED): frozenset({Right.STEP, Right.SEE}),
    (Role.SECRETARY, Relation.COVERS): frozenset(
        {
            Right.STEP,
            Right.SEE,
            Right.SEE_NAME,
            Right.FIND,
            Right.LIST,
            Right.LOG,
            Right.PLACES,
            Right.CANNED,
            Right.DIGEST,
            Right.LEDGER,
            Right.TASKS,
            Right.SEE_TASKS,
            Right.SURVEY,
            Right.BROADCAST,
        }
    ),
    # A manager judges the matter, not the person: the name stays with the secretary's office.
    (Role.MANAGER, Relation.COVERS): frozenset(
        {
            Right.STEP,
            Right.SEE,
            Right.LIST,
            Right.FIND,
            Right.DIGEST,
            Right.LEDGER,
            Right.SUPERVISE,
            Right.SEE_TASKS,
            Right.SURVEY,
            Right.BROADCAST,
        }
    ),
    (Role.ADMIN, Relation.COVERS): frozenset({Right.INVITE, Right.PLACES, Right.OPERATE, Right.BROADCAST}),
}


_RELATIONS = {Role.OWNER: Relation.ASSIGNED}


def may(role: Role, right: Right) -> bool:
    """Whether this role has a right over what it is for: an owner over their own, others over what they cover."""
    return right in TABLE.get((role, _RELATIONS.get(role, Relation.COVERS)), frozenset())


class Held(Protocol):
    """A role that somebody holds."""

    @property
    def role(self) -> str:
        """Its name."""

    def covers(self, path: str) -> bool:
        """Whether a unit is in its reach."""


@dataclass(frozen=True, slots=True)
class Standing:
    """A person before one ticket or unit: their roles, and their own relation to the ticket."""

    held: tuple[Held, ...]
    path: str
    raised: bool = False
    holds_code: bool = False
    assigned: bool = False
    restricted: bool = False
    """The ticket goes the restricted way: only those who were let in see it."""
    let_in: bool = False

    def relations(self) -> Iterable[tuple[Role, Relation]]:
        """Every (role, relation) that the person has here."""
        if self.raised:
            yield Role.RAISER, Relation.RAISED
        if self.holds_code:
            yield Role.RAISER, Relation.HOLDS_CODE
        if self.assigned:
            yield Role.OWNER, Relation.ASSIGNED
        if self.restricted and not self.let_in:
            return
        for each in self.held:
            if each.covers(self.path):
                yield Role(each.role), Relation.COVERS

    def may(self, right: Right, role: Role | None = None) -> bool:
        """Whether the person has a right here (as ``role``, where one is named)."""
        return any(
            right in TABLE.get((each, relation), frozenset())
            for each, relation in self.relations()
            if role is None or each is role
        )
