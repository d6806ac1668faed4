"""Which unit a concern belongs to: known already, the only one, or found by buttons or a part of its name."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from handlers.conversations.raiser import verbs
from handlers.conversations.raiser.concern_drafts import Draft
from handlers.core.buttons import button, in_rows
from handlers.core.texts import say
from handlers.core.turn import Turn
from handlers.core.vocabulary import Button, Rows, Style
from handlers.core.wording import pinch
from handlers.people.directories import of_units
from handlers.rules.directory import Directory
from storage import units
from storage.units import Unit

PAGE = 8
"""Units on one page of buttons."""
NAME_CHARACTERS = 20
"""A longer message is not a part of a unit's name."""
_NEARLY = 0.6
_LABEL = 28
_PATH_LABEL = 50


async def settle(turn: Turn, draft: Draft) -> Draft:
    """The draft with its unit where that needs no question: chosen, remembered from last time, or the only one."""
    everyone = {each.id: each for each in await units.everyone(turn.tx)}
    if draft.unit in everyone:
        return draft
    if len(everyone) == 1:
        return replace(draft, unit=next(iter(everyone)))
    remembered = turn.person.unit_id if turn.person else None
    return replace(draft, unit=remembered if remembered in everyone else None)


async def unless_chosen(turn: Turn, draft: Draft) -> Unit | None:
    """Where what is submitted without a unit goes: the one whose list the raiser has opened, else the topmost.

    None where nothing was opened and there are several at the top.
    """
    everyone = await units.everyone(turn.tx)
    opened = next((each for each in everyone if each.id == draft.node), None)
    if opened is not None:
        return opened
    tops = [each for each in everyone if each.parent_id is None]
    return tops[0] if len(tops) == 1 else None


@dataclass(frozen=True, slots=True)
class Matching:
    """Units that were typed. ``sure``: there is one, and it is meant beyond doubt."""

    units: tuple[Unit, ...] = ()
    sure: bool = False


async def matching(turn: Turn, words: str) -> Matching:
    """The units that words may mean: one by its code, its path or its whole name, or nearly so and no other fits."""
    asked = len("".join(words.split()))
    found = (await directory(turn)).find(words)
    if asked > NAME_CHARACTERS and not found.sure:
        return Matching()
    units_ = {each.id: each for each in await units.everyone(turn.tx)}
    nearly = found.one is not None and asked >= _NEARLY * len("".join(found.one.name.split()))
    return Matching(tuple(units_[each.key] for each in found.fits), found.one is not None and (found.sure or nearly))


async def directory(turn: Turn) -> Directory:
    """The units that take concerns."""
    return of_units(await units.everyone(turn.tx), await units.everyone(turn.tx, retired=True))


async def choosing(turn: Turn, draft: Draft, locale: str) -> tuple[str, Rows]:
    """The question and one page of units: below the one that was opened, or those with the typed words."""
    everyone = await units.everyone(turn.tx)
    known = {each.id: each for each in everyone}
    if draft.typed is not None:
        found, names = (await matching(turn, draft.typed[1])).units, await directory(turn)
        head = say(locale, "raise-units-found", words=draft.typed[1], count=len(found))
        shown = [
            button(pinch(names.offered(each.id), _PATH_LABEL), verbs.RAISE_UNIT, draft.id, each.id)
            for each in _page(found, draft.page)
        ]
        rows = [*in_rows(shown, 1), *_pager(draft, locale, found, 0)]
        rows.append((button(say(locale, "raise-button-no-unit-name"), verbs.RAISE_WORDS, draft.id),))
        rows.append((button(say(locale, "raise-button-all-units"), verbs.RAISE_INTO, draft.id, 0, 0),))
        return head, tuple(rows)
    node = known.get(draft.node) if draft.node is not None else None
    roots = [each for each in everyone if each.parent_id not in known]
    if node is None and len(roots) == 1:
        node = roots[0]
    below = roots if node is None else [each for each in everyone if each.parent_id == node.id]
    parents = {each.parent_id for each in everyone}
    rows = list(_ways_up(draft, locale, node, known))
    called = of_units(below, await units.everyone(turn.tx, retired=True))
    shown = [
        _unit_button(draft, locale, each, called.shown(each.id), each.id in parents)
        for each in _page(below, draft.page)
    ]
    rows = [*rows, *in_rows(shown, 2), *_pager(draft, locale, below, node.id if node else 0)]
    return say(locale, "raise-units"), tuple(rows)


def _last_page(found: Sequence[Unit]) -> int:
    return max(0, (len(found) - 1) // PAGE)


def _page(found: Sequence[Unit], page: int) -> Sequence[Unit]:
    page = min(page, _last_page(found))
    return found[page * PAGE : (page + 1) * PAGE]


def _unit_button(draft: Draft, locale: str, unit: Unit, called: str, has_more: bool) -> Button:
    if has_more:
        label = say(locale, "raise-button-unit-below", unit=pinch(called, _LABEL))
        return button(label, verbs.RAISE_INTO, draft.id, unit.id, 0)
    return button(pinch(called, _LABEL), verbs.RAISE_UNIT, draft.id, unit.id)


def _ways_up(draft: Draft, locale: str, node: Unit | None, known: dict[int, Unit]) -> Rows:
    if node is None:
        return ()
    itself = say(locale, "raise-button-unit-itself", unit=pinch(node.shown, _PATH_LABEL))
    rows: list[tuple[Button, ...]] = [(button(itself, verbs.RAISE_UNIT, draft.id, node.id, style=Style.PRIMARY),)]
    several_roots = sum(1 for each in known.values() if each.parent_id not in known) > 1
    if node.parent_id in known or several_roots:
        rows.append((button(say(locale, "raise-button-up"), verbs.RAISE_INTO, draft.id, node.parent_id or 0, 0),))
    return tuple(rows)


def _pager(draft: Draft, locale: str, found: Sequence[Unit], node: int) -> Rows:
    shown = []
    page = min(draft.page, _last_page(found))
    # While a name is looked for, the pages are those of what was found: node 0 is told apart by the typed words.
    if page > 0:
        shown.append(button(say(locale, "page-back"), verbs.RAISE_PAGE, draft.id, node, page - 1))
    if page < _last_page(found):
        shown.append(button(say(locale, "page-on"), verbs.RAISE_PAGE, draft.id, node, page + 1))
    return (tuple(shown),) if shown else ()
