"""Opening one: `/open` a box, `/visit` a visit or talk, `/site` an on-site office; who joins writes on in it."""

from __future__ import annotations

import re
from typing import Any

from handlers import asking
from handlers.asking import Question
from handlers.buttons import Press, button, in_rows
from handlers.case.acting import Refused
from handlers.desk.finding import place, words_only
from handlers.routing import Handler
from handlers.rules.rights import Right
from handlers.tasks.talking import words
from handlers.turn import Turn
from handlers.visits.reach import reached
from handlers.vocabulary import Rows, Style
from handlers.wording import day, shorten
from storage import units, visits
from storage.units import Place, Unit
from storage.visits import NewVisit, Visit

HEAD, ITEMS = "visit_head", "visit_items"
MOST = 200
_RECORDS = {("round",): ("round",), ("visit", "talk"): ("talk", "reception"), ("site",): ("site",)}
"""The registers of a year that each command can send."""
_NUMBER = re.compile(r"(\d{1,4})\s*(?:人|位|名)?")


def command(*kinds: str) -> Handler:
    """The command of some kinds: what is open, and what can be begun."""

    async def show(turn: Turn) -> None:
        unit = await place(turn, Right.LOG)
        below = {each.id for each in await units.everyone(turn.tx) if each.path.startswith(unit.path)}
        found = [each for each in await visits.still_open(turn.tx) if each.kind in kinds and each.unit_id in below]
        rows: list[Any] = [
            (button(words(turn, "visit-button-go-on", name=shorten(name_of(turn, each), 30)), "visit_join", each.id),)
            for each in found
        ]
        if "round" in kinds:
            boxes = await _boxes(turn, unit)
            if not boxes and not found:
                raise Refused(turn.say("visit-no-box"))
            busy = {each.box_id for each in found}
            rows += in_rows(
                (
                    button(shorten(each.name, 30), "visit_begin", "round", each.id)
                    for each in boxes
                    if each.id not in busy
                ),
                2,
            )
        else:
            rows.append(tuple(button(words(turn, f"visit-button-{each}"), "visit_begin", each) for each in kinds))
        if "visit" in kinds:
            rows.append((button(words(turn, "visit-button-plans"), "visit_plans"),))
        rows.append(
            tuple(button(words(turn, f"visit-records-{each}"), "visit_records", each) for each in _RECORDS[kinds])
        )
        turn.reply(words(turn, f"visit-start-{kinds[0]}", unit=unit.name), buttons=tuple(rows), quote=True)

    return show


async def _boxes(turn: Turn, unit: Unit) -> list[Place]:
    """The boxes of a unit and of those below it that it looks after."""
    return [
        box
        for each in await units.everyone(turn.tx)
        if each.path.startswith(unit.path)
        for box in await units.places(turn.tx, each.id)
        if box.kind == "box"
    ]


def menu(*kinds: str) -> Any:
    """The same by the menu."""
    show = command(*kinds)

    async def pressed(turn: Turn, press: Press) -> None:  # noqa: ARG001 - one shape for all presses
        await show(turn)

    return pressed


def name_of(turn: Turn, visit: Visit) -> str:
    """How it is called in a list."""
    called = visit.theme or visit.place or words(turn, f"visit-kind-{visit.kind}")
    return f"{called} {day(turn.locale, turn.house.calendar, visit.opened_at)}"


async def begin(turn: Turn, press: Press) -> None:
    """One of a kind: its head is asked for first."""
    kind, unit = press.word(0), await place(turn, Right.LOG)
    if kind not in ("round", "visit", "talk", "site"):
        raise Refused(turn.say("press-outdated"))
    await _not_twice(turn, kind, unit.id, press.number(1))
    facts: dict[str, Any] = {"kind": kind, "box": None}
    if kind == "round":
        boxes = {each.id: each for each in await _boxes(turn, unit)}
        if press.number(1) not in boxes:
            raise Refused(turn.say("press-outdated"))
        facts["box"] = press.number(1)
    await asking.ask(turn, HEAD, facts, text=words(turn, f"visit-ask-{kind}"))
    turn.answer(turn.say("task-see-below"))


async def _not_twice(turn: Turn, kind: str, unit: int, box: int | None) -> None:
    for each in await visits.still_open(turn.tx):
        same = each.box_id == box if kind == "round" else each.unit_id == unit
        if each.kind == kind and same and kind in {"round", "site"}:
            raise Refused(turn.say("visit-twice", name=name_of(turn, each)))


async def head(turn: Turn, question: Question) -> None:
    """The head came, in one line with bars between its parts: it is open, and what was heard is written down next."""
    unit, kind = await place(turn, Right.LOG), question.facts["kind"]
    await _not_twice(turn, kind, unit.id, question.facts["box"])
    parts = [each.strip()[:MOST] for each in words_only(turn).replace("｜", "|").split("|")]
    visit = await visits.begin(
        turn.tx, await _new(turn, kind, parts, unit.id, question.facts["box"]), turn.who.id, turn.now
    )
    await asking.drop(turn)
    await _write_on(turn, visit)


async def _new(turn: Turn, kind: str, parts: list[str], unit: int, box: int | None) -> NewVisit:
    first, second, third, fourth = (*parts, "", "", "", "")[:4]
    count = next((int(found[1]) for each in parts if (found := _NUMBER.fullmatch(each))), 0)
    if kind == "round":
        opened = await units.place(turn.tx, box or 0)
        detail = {"letters": count, "witness": second, "seal": third, "code": opened.code if opened else ""}
        name = opened.name if opened else ""
        unit = opened.unit_id if opened else unit
        return NewVisit(kind, unit, theme=name, place=name, host=turn.who.name, box_id=box, detail=detail)
    if not first:
        raise Refused(turn.say("visit-head-empty"))
    names = [each for each in parts[3 if kind != "site" else 2 :] if not _NUMBER.fullmatch(each)]
    people = count or sum(len(re.split(r"[、,，\s]+", each)) for each in names if each)
    if kind == "site":
        return NewVisit(
            kind, unit, theme="", place=first, host=second, names="、".join(filter(None, names)), people=people
        )
    return NewVisit(kind, unit, theme=first, place=second, host=third, names=fourth if names else "", people=people)


async def join(turn: Turn, press: Press) -> None:
    """Go on with one, or write in it beside its opener."""
    visit = await reached(turn, press.number(0))
    turn.answer(turn.say("task-see-below"))
    await _write_on(turn, visit)


async def _write_on(turn: Turn, visit: Visit) -> None:
    count = len(await visits.items(turn.tx, visit.id))
    await asking.ask(
        turn,
        ITEMS,
        {"visit": visit.id},
        text=words(turn, f"visit-write-{visit.kind}", name=name_of(turn, visit), count=count),
        buttons=(*tools(turn, visit), (button(words(turn, "visit-button-template"), "visit_template", visit.id),)),
    )


def tools(turn: Turn, visit: Visit) -> Rows:
    """Under every message while one is open: finish, or let a colleague write too."""
    return (
        (
            button(words(turn, "visit-button-finish"), "visit_finish", visit.id, style=Style.PRIMARY),
            button(words(turn, "visit-button-join"), "visit_join", visit.id),
        ),
    )
