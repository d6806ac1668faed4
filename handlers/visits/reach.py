"""Which visit is meant, and whether this person may write in it."""

from __future__ import annotations

from handlers.case.acting import Refused
from handlers.desk.finding import home
from handlers.rules.rights import Right, Standing
from handlers.turn import Turn
from handlers.vocabulary import ChatKind
from storage import units, visits
from storage.units import Unit
from storage.visits import Item, Visit

KINDS = ("round", "visit", "talk", "site")


async def place(turn: Turn) -> Unit:
    """The unit for which something is entered here: the group's, else the topmost that this person looks after.

    Raises:
        Refused: none.
    """
    if turn.event.chat_kind is ChatKind.GROUP:
        unit = await home(turn)
        if Standing(turn.roles, unit.path).may(Right.LOG):
            return unit
    else:
        for unit in await units.everyone(turn.tx):
            if Standing(turn.roles, unit.path).may(Right.LOG):
                return unit
    raise Refused(turn.say("not-your-role", role=turn.say("role-secretary")))


async def reached(turn: Turn, visit_id: int | None, *, open_only: bool = True) -> Visit:
    """The visit of a row number that came from outside, if this person may write in it.

    Raises:
        Refused: there is none, it is not theirs, or it is closed.
    """
    visit = await visits.get(turn.tx, visit_id)
    if visit is None:
        raise Refused(turn.say("visit-gone"))
    path = (await units.get(turn.tx, visit.unit_id)).path
    if not Standing(turn.roles, path).may(Right.LOG):
        raise Refused(turn.say("visit-gone"))
    if open_only and visit.closed_at is not None:
        raise Refused(turn.say("visit-closed"))
    return visit


async def reached_item(turn: Turn, item_id: int | None) -> tuple[Visit, Item]:
    """The item of a press, while it is open what becomes of it.

    Raises:
        Refused: see :func:`reached`; or it was decided.
    """
    item = await visits.item(turn.tx, item_id)
    if item is None:
        raise Refused(turn.say("visit-item-gone"))
    visit = await reached(turn, item.visit_id)
    if item.way:
        raise Refused(turn.say("visit-decided", way=turn.say(f"visit-way-{item.way}")))
    return visit, item
