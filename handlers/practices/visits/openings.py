"""Opening one: `/open` a box, `/visit` a visit or talk, `/site` an on-site office; who joins writes on in it."""

from __future__ import annotations

from typing import Any

from handlers.conversations.secretary.finding import place
from handlers.core import questions
from handlers.core.buttons import Press, button, in_rows
from handlers.core.here import say_here
from handlers.core.refusals import Refused
from handlers.core.routing import Handler
from handlers.core.turn import Turn
from handlers.core.vocabulary import Button, Rows, Style
from handlers.core.wording import day, pinch, shorten
from handlers.people.places import boxes_shown
from handlers.practices.visits import verbs
from handlers.practices.visits.visit_reach import reached
from handlers.rules.rights import Right
from storage import units, visits
from storage.units import Place, Unit
from storage.visits import Visit

HEAD, ITEMS = "visit_head", "visit_items"
_RECORDS = {("round",): ("round",), ("visit", "talk"): ("talk", "reception"), ("site",): ("site",)}
"""The registers of a year that each command can send."""


def command(*kinds: str) -> Handler:
    """The command of some kinds: what is open, and what can be begun."""

    async def show(turn: Turn) -> None:
        unit = await place(turn, Right.LOG)
        below = {each.id for each in await units.everyone(turn.tx) if each.path.startswith(unit.path)}
        found = [each for each in await visits.still_open(turn.tx) if each.kind in kinds and each.unit_id in below]
        rows: list[Any] = [
            (
                button(
                    say_here(turn, "visit-button-go-on", name=shorten(name_of(turn, each), 30)),
                    verbs.VISIT_JOIN,
                    each.id,
                ),
            )
            for each in found
        ]
        if "round" in kinds:
            boxes, called = await boxes_of(turn, unit), await boxes_shown(turn)
            if not boxes and not found:
                raise Refused("visit-no-box")
            busy = {each.box_id for each in found}
            rows += in_rows(
                (
                    button(pinch(called[each.id], 40), verbs.VISIT_BEGIN, "round", each.id)
                    for each in boxes
                    if each.id not in busy
                ),
                2,
            )
        else:
            rows.append(
                tuple(button(say_here(turn, f"visit-button-{each}"), verbs.VISIT_BEGIN, each) for each in kinds)
            )
        if "visit" in kinds:
            rows.append((button(say_here(turn, "visit-button-plans"), verbs.VISIT_PLANS),))
        rows.append(
            tuple(
                button(say_here(turn, f"visit-records-{each}"), verbs.VISIT_RECORDS, each) for each in _RECORDS[kinds]
            )
        )
        turn.reply(say_here(turn, f"visit-start-{kinds[0]}", unit=unit.shown), buttons=tuple(rows), quote=True)

    return show


async def boxes_of(turn: Turn, unit: Unit) -> list[Place]:
    """The boxes of a unit and of those below it that it looks after."""
    return [
        box
        for each in await units.everyone(turn.tx)
        if each.path.startswith(unit.path)
        for box in await units.places(turn.tx, each.id)
        if box.kind == "box"
    ]


def name_of(turn: Turn, visit: Visit) -> str:
    """How it is called in a list."""
    called = visit.theme or visit.place or say_here(turn, f"visit-kind-{visit.kind}")
    return f"{called} {day(turn.locale, turn.house.calendar, visit.opened_at)}"


async def begin(turn: Turn, press: Press) -> None:
    """One of a kind: its head is asked for first."""
    kind, unit = press.word(0), await place(turn, Right.LOG)
    if kind not in ("round", "visit", "talk", "site"):
        raise Refused("press-outdated")
    await not_twice(turn, kind, unit.id, press.number(1))
    facts: dict[str, Any] = {"kind": kind, "box": None}
    if kind == "round":
        boxes = {each.id: each for each in await boxes_of(turn, unit)}
        if press.number(1) not in boxes:
            raise Refused("press-outdated")
        facts["box"] = press.number(1)
    await questions.ask(turn, HEAD, facts, text=say_here(turn, f"visit-ask-{kind}"))
    turn.answer(turn.say("task-see-below"))


async def begin_round(turn: Turn, box: int) -> None:
    """The box was named with the command: how many letters there are is asked for."""
    await questions.ask(turn, HEAD, {"kind": "round", "box": box}, text=say_here(turn, "visit-ask-round"))


async def not_twice(turn: Turn, kind: str, unit: int, box: int | None) -> None:
    """Make sure that no other of a kind is open there.

    Raises:
        Refused: one is.
    """
    for each in await visits.still_open(turn.tx):
        same = each.box_id == box if kind == "round" else each.unit_id == unit
        if each.kind == kind and same and kind in {"round", "site"}:
            raise Refused("visit-twice", name=name_of(turn, each))


async def join(turn: Turn, press: Press) -> None:
    """Go on with one, or write in it beside its opener."""
    visit = await reached(turn, press.number(0))
    turn.answer(turn.say("task-see-below"))
    await write_on(turn, visit)


async def write_on(turn: Turn, visit: Visit, *, before: str = "", more: tuple[Button, ...] = ()) -> None:
    """What is written next was heard there. ``before`` is said first; ``more`` buttons stand beside the template's."""
    count = len(await visits.items(turn.tx, visit.id))
    await questions.ask(
        turn,
        ITEMS,
        {"visit": visit.id},
        text="\n".join(
            filter(None, (before, say_here(turn, f"visit-write-{visit.kind}", name=name_of(turn, visit), count=count)))
        ),
        buttons=(
            *tools(turn, visit),
            (button(say_here(turn, "visit-button-template"), verbs.VISIT_TEMPLATE, visit.id), *more),
        ),
    )


def tools(turn: Turn, visit: Visit) -> Rows:
    """Under every message while one is open: finish, or let a colleague write too."""
    return (
        (
            button(say_here(turn, "visit-button-finish"), verbs.VISIT_FINISH, visit.id, style=Style.PRIMARY),
            button(say_here(turn, "visit-button-join"), verbs.VISIT_JOIN, visit.id),
        ),
    )
