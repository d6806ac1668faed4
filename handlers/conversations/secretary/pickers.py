"""Choosing from lists that may be long: an owner, a unit, a category, a grade."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from handlers.cases import assignment, decisions, handover
from handlers.cases.cards import category_name
from handlers.cases.promises import due_in
from handlers.conversations.secretary import verbs
from handlers.conversations.secretary.finding import Choices, done, menu, menu_again, words_only
from handlers.conversations.secretary.guards import at, open_question, told
from handlers.core import questions
from handlers.core.buttons import Press, Verb, button, in_rows
from handlers.core.questions import Question
from handlers.core.refusals import Refused
from handlers.core.texts import DESK_LOCALE, say
from handlers.core.turn import Turn
from handlers.core.vocabulary import Button, Rows, Style
from handlers.core.wording import pinch, shorten
from handlers.people.directories import of_units, staff
from handlers.rules.lifecycle import Action, Grade
from storage import people, roles, units
from storage.roles import Role
from storage.tickets import Ticket
from storage.units import Unit

_say = partial(say, DESK_LOCALE)
PAGE = 8
TRANSFER = "desk_transfer"


def page(buttons: Sequence[Button], number: int, verb: Verb, *arguments: str | int) -> Rows:
    """One page of a long list, one button a row, with the ways to its neighbours."""
    last = max(0, (len(buttons) - 1) // PAGE)
    number = min(max(number, 0), last)
    rows = in_rows(buttons[number * PAGE : (number + 1) * PAGE], 1)
    turns = []
    if number > 0:
        turns.append(button(_say("desk-button-previous"), verb, *arguments, number - 1))
    if number < last:
        turns.append(button(_say("desk-button-next"), verb, *arguments, number + 1))
    return (*rows, tuple(turns)) if turns else rows


# Owners.


async def candidates(turn: Turn, ticket: Ticket) -> list[Role]:
    """Who may be given the ticket: the category's own first, then its unit, those below it, those above it."""
    unit = await units.get(turn.tx, ticket.unit_id)
    near = [*await roles.around(turn.tx, "owner", unit.path)]
    if turn.group is not None and turn.group.unit_id is not None:
        near.extend(await roles.below(turn.tx, "owner", (await units.get(turn.tx, turn.group.unit_id)).path))
    category = None if ticket.category_id is None else await units.category(turn.tx, ticket.category_id)
    if category is not None and category.owner_id is not None:
        suggested = [each for each in await roles.of_person(turn.tx, category.owner_id) if each.role == "owner"]
        near = [*suggested, *near]
    found: dict[int, Role] = {}
    for each in near:
        if each.person_id not in found and not await handover.is_about(turn, ticket, each.person_id):
            found[each.person_id] = each
    return list(found.values())


async def _owner_buttons(turn: Turn, ticket: Ticket, verb: Verb) -> list[Button]:
    category = None if ticket.category_id is None else await units.category(turn.tx, ticket.category_id)
    suggested = category.owner_id if category else None
    shown = []
    found = await candidates(turn, ticket)
    called = staff(found)
    for each in found:
        person = await people.get(turn.tx, each.person_id)
        label = called[each.id]
        if each.person_id == ticket.owner_id:
            label += _say("desk-owner-now")
        elif each.person_id == suggested:
            label += _say("desk-owner-suggested")
        if not person.started or not person.reachable:
            label += _say("desk-owner-away")
        style = Style.PRIMARY if each.person_id == suggested and verb == verbs.DESK_OWN else Style.PLAIN
        shown.append(button(pinch(label, 60), verb, ticket.id, each.person_id, style=style))
    return shown


async def _owners(turn: Turn, ticket: Ticket, number: int) -> tuple[str, Rows, Choices]:
    shown = await _owner_buttons(turn, ticket, verbs.DESK_OWN)
    key = "desk-assign-ask" if shown else "desk-assign-nobody"
    text = _say(key, number=ticket.number, category=await category_name(turn, ticket))
    rows = page(shown, number, verbs.DESK_OWNERS, ticket.id)
    rows = (*rows, (button(_say("desk-button-transfer"), verbs.DESK_UNITS, ticket.id),))
    return text, rows, Choices(shown, units=True)


@at(Action.ASSIGN)
async def assign(turn: Turn, press: Press, ticket: Ticket) -> None:  # noqa: ARG001 - the shape of a press
    """转办/派单: choose an owner, or another unit."""
    await menu(turn, ticket, *await _owners(turn, ticket, 0))
    turn.answer(turn.say("desk-see-below"))


@at(Action.ASSIGN)
async def owners(turn: Turn, press: Press, ticket: Ticket) -> None:
    """Another page of owners."""
    await menu_again(turn, ticket, *await _owners(turn, ticket, press.number(1) or 0))


@at(Action.ASSIGN)
async def own(turn: Turn, press: Press, ticket: Ticket) -> None:
    """This owner."""
    chosen = [each for each in await candidates(turn, ticket) if each.person_id == press.number(1)]
    if not chosen:
        raise Refused("case-refused-no-owner")
    if ticket.owner_id == chosen[0].person_id and ticket.state in ("assigned", "in_progress"):
        raise Refused("desk-assign-same", owner=chosen[0].name)
    await assignment.assign(turn, ticket, chosen[0].person_id)
    owner = f"{chosen[0].unit_name} {chosen[0].name}"
    done(turn, _say("desk-assigned", number=ticket.number, owner=owner), noted=True)


# Units: down the tree, one level at a time.


async def level(turn: Turn, above: Unit | None) -> list[Unit]:
    """The units right below one (None: the roots)."""
    wanted = None if above is None else above.id
    return [each for each in await units.everyone(turn.tx) if each.parent_id == wanted]


async def unit_buttons(turn: Turn, ticket: Ticket) -> list[Button]:
    """Every unit that the ticket can go to; those of one name with what tells them apart."""
    return [
        button(pinch(each.shown, 60), verbs.DESK_TO, ticket.id, each.id)
        for each in await units.everyone(turn.tx)
        if each.id != ticket.unit_id
    ]


async def _units(turn: Turn, ticket: Ticket, above: Unit | None, number: int) -> tuple[str, Rows]:
    everyone = await units.everyone(turn.tx)
    parents = {each.parent_id for each in everyone}
    shown: list[Button] = []
    if above is not None and above.id != ticket.unit_id:
        shown.append(
            button(
                _say("desk-button-this-unit", unit=above.shown), verbs.DESK_TO, ticket.id, above.id, style=Style.PRIMARY
            )
        )
    here = [unit for unit in everyone if unit.parent_id == (None if above is None else above.id)]
    called = of_units(here, await units.everyone(turn.tx, retired=True))
    for each in here:
        if each.id in parents:
            shown.append(button(f"{pinch(called.shown(each.id), 30)} ▸", verbs.DESK_UNITS, ticket.id, each.id))
        elif each.id != ticket.unit_id:
            shown.append(button(pinch(called.shown(each.id), 40), verbs.DESK_TO, ticket.id, each.id))
    rows = page(shown, number, verbs.DESK_UNITS, ticket.id, "" if above is None else above.id)
    if above is not None:
        rows = (*rows, (button(_say("desk-button-up"), verbs.DESK_UNITS, ticket.id, above.parent_id or ""),))
    return _say("desk-transfer-ask", number=ticket.number), rows


@at(Action.TRANSFER)
async def unit_list(turn: Turn, press: Press, ticket: Ticket) -> None:
    """A level of the tree of units."""
    above = await _unit(turn, press.number(1))
    if above is None and press.word(1) == "" and len(press.arguments) == 1:
        roots = await level(turn, None)
        above = roots[0] if len(roots) == 1 else None
    await menu_again(turn, ticket, *await _units(turn, ticket, above, press.number(2) or 0), Choices(units=True))


async def _unit(turn: Turn, unit_id: int | None) -> Unit | None:
    if unit_id is None:
        return None
    return next((each for each in await units.everyone(turn.tx) if each.id == unit_id), None)


@at(Action.TRANSFER)
async def to_unit(turn: Turn, press: Press, ticket: Ticket) -> None:
    """This unit: asks why."""
    unit = await _unit(turn, press.number(1))
    if unit is None:
        raise Refused("press-outdated")
    if unit.id == ticket.unit_id:
        raise Refused("case-refused-same-unit", unit=unit.shown)
    await questions.remember(turn, TRANSFER, {"ticket": ticket.id, "unit": unit.id})
    bare = button(_say("desk-button-no-reason"), verbs.DESK_MOVED, ticket.id, unit.id)
    await menu_again(turn, ticket, _say("desk-transfer-why", number=ticket.number, unit=unit.shown), ((bare,),))
    turn.answer(turn.say("desk-see-below"))


@told(Action.TRANSFER)
async def because(turn: Turn, question: Question, ticket: Ticket) -> None:
    """The reason: it goes there now."""
    unit = await _unit(turn, question.facts["unit"])
    if unit is None:
        raise Refused("press-outdated", after=questions.drop)
    await decisions.transfer(turn, ticket, unit, words_only(turn))
    await questions.drop(turn)


@at(Action.TRANSFER)
async def moved(turn: Turn, press: Press, ticket: Ticket) -> None:
    """It goes there without a reason."""
    question = await open_question(turn, TRANSFER, ticket.id)
    unit = await _unit(turn, press.number(1))
    if unit is None or question.facts["unit"] != unit.id:
        raise Refused("desk-draft-gone")
    await decisions.transfer(turn, ticket, unit, "")
    await questions.drop(turn)
    done(turn, _say("desk-transferred", number=ticket.number, unit=unit.shown))


# Category and grade.


@at(Action.RECATEGORISE)
async def categories(turn: Turn, press: Press, ticket: Ticket) -> None:
    """改类别: the list."""
    shown = [
        button(shorten(each.name, 40), verbs.DESK_CATEGORY, ticket.id, each.id)
        for each in await units.categories(turn.tx)
        if each.id != ticket.category_id
    ]
    text = _say("desk-category-ask", number=ticket.number, category=await category_name(turn, ticket))
    await menu_again(
        turn, ticket, text, page(shown, press.number(1) or 0, verbs.DESK_CATEGORIES, ticket.id), Choices(shown)
    )


@at(Action.RECATEGORISE)
async def category(turn: Turn, press: Press, ticket: Ticket) -> None:
    """This category."""
    chosen = [each for each in await units.categories(turn.tx) if each.id == press.number(1)]
    if not chosen:
        raise Refused("press-outdated")
    await decisions.recategorise(turn, ticket, chosen[0].id)
    done(turn, _say("desk-category-set", number=ticket.number, category=chosen[0].name))


@at(Action.REGRADE)
async def grades(turn: Turn, press: Press, ticket: Ticket) -> None:  # noqa: ARG001 - the shape of a press
    """改紧急程度: the four."""
    rules = turn.house.rules_for((await units.get(turn.tx, ticket.unit_id)).code)
    shown = [
        button(
            _say("desk-grade-with-days", grade=_say(f"grade-{each}"), days=f"{rules.done(each):g}"),
            verbs.DESK_GRADE,
            ticket.id,
            each,
        )
        for each in Grade
        if each != ticket.grade
    ]
    text = _say("desk-grade-ask", number=ticket.number, grade=_say(f"grade-{ticket.grade}"))
    await menu_again(turn, ticket, text, in_rows(shown, 1))


@at(Action.REGRADE)
async def grade(turn: Turn, press: Press, ticket: Ticket) -> None:
    """This grade."""
    if press.word(1) not in list(Grade) or press.word(1) == ticket.grade:
        raise Refused("press-outdated")
    after = await decisions.regrade(turn, ticket, Grade(press.word(1)))
    # Nothing is promised before it is accepted.
    key = "desk-grade-set-none" if after.due_at is None else "desk-grade-set"
    due = due_in(turn, after)(DESK_LOCALE)
    done(turn, _say(key, number=ticket.number, grade=_say(f"grade-{after.grade}"), due=due))


# The matter is about an owner.


@at(Action.NOTE)
async def about(turn: Turn, press: Press, ticket: Ticket) -> None:
    """涉及承办人: which owner it is about."""
    shown = await _owner_buttons(turn, ticket, verbs.DESK_ACCUSED)
    text = _say("desk-about-ask", number=ticket.number)
    await menu_again(turn, ticket, text, page(shown, press.number(1) or 0, verbs.DESK_ABOUT, ticket.id), Choices(shown))


@at(Action.NOTE)
async def accused(turn: Turn, press: Press, ticket: Ticket) -> None:
    """This owner: the matter is never given to them or their unit."""
    chosen = [each for each in await candidates(turn, ticket) if each.person_id == press.number(1)]
    if not chosen:
        raise Refused("press-outdated")
    await assignment.mark_about_owner(turn, ticket, chosen[0].person_id)
    done(turn, _say("desk-about-set", number=ticket.number, owner=f"{chosen[0].unit_name} {chosen[0].name}"))
