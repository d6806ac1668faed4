"""A shelf: what a unit keeps, or was sent, asked of the database by unit and shown a page at a time."""

from __future__ import annotations

from collections.abc import Iterable

from handlers.core.buttons import Press, Verb, button
from handlers.core.turn import Turn
from handlers.core.vocabulary import Rows
from handlers.rules.rights import Right, Standing
from storage import units
from storage.units import Unit


async def kept_by(turn: Turn, right: Right) -> list[int]:
    """The units, those that are no more included, whose shelf this person may look at, by their ids."""
    return [
        each.id for each in await units.everyone(turn.tx, retired=True) if Standing(turn.roles, each.path).may(right)
    ]


def sent_to(mine: Iterable[Unit]) -> list[int]:
    """These units and all above them, by their ids: what was sent to one of them was sent to these."""
    return sorted({int(each) for unit in mine for each in unit.path.strip("/").split("/")})


def page_of(press: Press | None) -> int:
    """The page that was asked for, from 0."""
    return 0 if press is None else press.number(0) or 0


def show(turn: Turn, press: Press | None, text: str, rows: Rows) -> None:
    """Another page takes the place of the one that was pressed; the first comes below."""
    if press is not None and press.number(0) is not None:
        turn.edit(text, buttons=rows)
    else:
        turn.reply(text, buttons=rows)


def turns(
    turn: Turn, verb: Verb, number: int, whole: int, page: int, *before: int, after: tuple[str, ...] = ()
) -> Rows:
    """The buttons to the pages before and after ``number``, in a row of their own, as far as there are any.

    ``before`` and ``after``: what stands before and behind the page's number in a button.
    """
    found = tuple(
        button(turn.say(key), verb, *before, to, *after)
        for key, to in (("broadcast-button-before", number - 1), ("broadcast-button-after", number + 1))
        if 0 <= to * page < max(1, whole)
    )
    return (found,) if found else ()
