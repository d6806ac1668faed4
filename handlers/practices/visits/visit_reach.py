"""Which visit is meant, and whether this person may write in it."""

from __future__ import annotations

from handlers.core.refusals import Refused
from handlers.core.texts import Words
from handlers.core.turn import Turn
from handlers.rules.rights import Right, Standing
from storage import units, visits
from storage.visits import Item, Visit


async def reached(turn: Turn, visit_id: int | None, *, open_only: bool = True) -> Visit:
    """The visit of a row number that came from outside, if this person may write in it.

    Raises:
        Refused: there is none, it is not theirs, or it is closed.
    """
    visit = await visits.get(turn.tx, visit_id)
    if visit is None:
        raise Refused("visit-gone")
    path = (await units.get(turn.tx, visit.unit_id)).path
    if not Standing(turn.roles, path).may(Right.LOG):
        raise Refused("visit-gone")
    if open_only and visit.closed_at is not None:
        raise Refused("visit-closed")
    return visit


async def reached_item(turn: Turn, item_id: int | None) -> tuple[Visit, Item]:
    """The item of a press, while it is open what becomes of it.

    Raises:
        Refused: see :func:`reached`; or it was decided.
    """
    item = await visits.item(turn.tx, item_id)
    if item is None:
        raise Refused("visit-item-gone")
    visit = await reached(turn, item.visit_id)
    if item.way:
        raise Refused("visit-decided", way=Words(f"visit-way-{item.way}"))
    return visit, item


async def not_names(turn: Turn) -> frozenset[str]:
    """What stands before a colon and is a unit or a category, not a person."""
    known = {each.name for each in await units.everyone(turn.tx)}
    return frozenset(known | {each.name for each in await units.categories(turn.tx)})
