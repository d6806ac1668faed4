"""Choosing units from the tree by ticking them off, for whatever is sent to units."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from handlers.core.buttons import Verb, button, in_rows
from handlers.core.turn import Turn
from handlers.core.vocabulary import Rows
from handlers.core.wording import pinch
from storage.units import Unit

PAGE = 8


def rows(
    turn: Turn,
    allowed: Sequence[Unit],
    picked: Collection[int],
    page: int,
    *,
    toggle: Verb,
    turning: Verb,
    about: tuple[int, ...] = (),
) -> Rows:
    """One page of the units, parents before children, each with a tick when it is ``picked``.

    ``toggle`` is the verb of a unit's button (unit, page), ``turning`` that of another page (page); ``about`` goes with
    both.
    """
    pages = max(1, (len(allowed) + PAGE - 1) // PAGE)
    page = min(max(0, page), pages - 1)
    top = allowed[0].level if allowed else 0
    shown = [
        button(
            ("✓ " if each.id in picked else "") + "　" * max(0, each.level - top) + pinch(each.shown, 40),
            toggle,
            each.id,
            page,
            *about,
        )
        for each in allowed[page * PAGE : (page + 1) * PAGE]
    ]
    turns = tuple(
        button(turn.say(key), turning, to, *about)
        for key, to in (("broadcast-button-before", page - 1), ("broadcast-button-after", page + 1))
        if 0 <= to < pages
    )
    return (*in_rows(shown, 1), *((turns,) if turns else ()))


def toggled(picked: Collection[int], unit_id: int) -> tuple[int, ...]:
    """The units picked after one was pressed."""
    others = tuple(each for each in picked if each != unit_id)
    return others if unit_id in picked else (*others, unit_id)
