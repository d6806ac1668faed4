"""What of the tree a person may look at, and whether a ticket is theirs to see."""

from __future__ import annotations

from handlers.cases.steps import standing
from handlers.core.refusals import Refused
from handlers.core.turn import Turn
from handlers.core.vocabulary import ChatKind
from handlers.rules.lifecycle import Role
from handlers.rules.rights import Right, Standing
from storage import tickets, units
from storage.tickets import Ticket
from storage.units import Unit


async def own_units(turn: Turn, right: Right) -> tuple[Unit, ...]:
    """The units at which the person has a right by their own roles, the topmost first; none below another of them."""
    held = {each.unit_id: each for each in turn.roles if Standing((each,), each.path).may(right)}
    tops = [
        each
        for each in held.values()
        if not any(each.path != other.path and each.path.startswith(other.path) for other in held.values())
    ]
    return tuple([await units.get(turn.tx, each.unit_id) for each in sorted(tops, key=lambda each: each.path)])


def may(turn: Turn, right: Right, unit: Unit) -> bool:
    """Whether the person has a right at a unit."""
    return Standing(turn.roles, unit.path).may(right)


def _alone(turn: Turn) -> None:
    # A forged button in a group must not lay a unit's figures or a ticket's story before everybody there.
    if turn.event.chat_kind is not ChatKind.PRIVATE:
        raise Refused("command-wrong-place-group")


async def the_unit(turn: Turn, unit_id: int | None, right: Right) -> Unit:
    """The unit of a press, if the person may do this there.

    Raises:
        Refused: there is no such unit, it is not in their reach, or others would read along.
    """
    _alone(turn)
    found = {each.id: each for each in await units.everyone(turn.tx, retired=True)}.get(unit_id or 0)
    if found is None:
        raise Refused("press-outdated")
    if not may(turn, right, found):
        raise Refused("manager-not-your-unit")
    return found


async def the_ticket(turn: Turn, ticket_id: int | None, right: Right = Right.SEE) -> Ticket:
    """The ticket of a press, if it is this person's to see as one of the office; restricted ones are nobody's here.

    Raises:
        Refused: it is not, or others would read along. A ticket that does not exist sounds the same.
    """
    _alone(turn)
    ticket = await tickets.find(turn.tx, ticket_id)
    if ticket is not None and not ticket.restricted:
        found = await standing(turn, ticket)
        # Somebody who raised it sees it too, but not the office's own story of it.
        if any(found.may(right, role) for role in (Role.MANAGER, Role.SECRETARY)):
            return ticket
    raise Refused("manager-not-yours")
