"""The head of a round, a visit, a talk or an on-site office: read, said back, and asked for again.

What comes before it is kept as what was heard: a letter is never taken for the line of counts, and a photo never sent
back.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from handlers.conversations.secretary.finding import place, sendable
from handlers.core import questions
from handlers.core.buttons import Press, button
from handlers.core.here import say_here
from handlers.core.refusals import Refused
from handlers.core.routing import Handler
from handlers.core.turn import Kept, Question, Turn
from handlers.core.wording import day
from handlers.practices.visits import heard as entering
from handlers.practices.visits import verbs
from handlers.practices.visits.openings import HEAD, ITEMS, begin_round, boxes_of, command, name_of, not_twice, write_on
from handlers.practices.visits.visit_reach import reached
from handlers.rules.heads import Occasion, RoundHead, read_occasion, read_round
from handlers.rules.rights import Right
from storage import units, visits
from storage.visits import NewVisit, Visit

MOST = 200
_TALKS = ("座谈", "谈话", "谈心", "约谈")


def started(*kinds: str) -> Handler:
    """The command of some kinds; with words behind it they are the head, or the first thing that was heard."""
    listed = command(*kinds)

    async def start(turn: Turn) -> None:
        said = turn.event.argument.strip()
        if not said:
            await listed(turn)
            return
        unit = await place(turn, Right.LOG)
        kind, box = kinds[0], None
        if "round" in kinds:
            named = [each for each in await boxes_of(turn, unit) if each.name in said]
            if len(named) != 1:
                await listed(turn)
                return
            box, said = named[0].id, said.replace(named[0].name, "", 1).strip(" |｜，,")
        elif "talk" in kinds and any(each in said.partition("\n")[0] for each in _TALKS):
            kind = "talk"
        await not_twice(turn, kind, unit.id, box)
        if not said:
            await begin_round(turn, box or 0)
            return
        await _begin(turn, {"kind": kind, "box": box}, said)

    return start


async def head(turn: Turn, question: Question) -> None:
    """What came when the head was asked for."""
    facts = question.facts
    if facts.get("visit") is not None:
        visit = await reached(turn, facts["visit"])
        found = _read(turn, visit.kind, sendable(turn)[0], sure=False)
        if found is None or turn.event.attachments:
            raise Refused("visit-head-unread")
        await _put(turn, visit, found)
        return
    await not_twice(turn, facts["kind"], (await place(turn, Right.LOG)).id, facts["box"])
    await _begin(turn, facts, sendable(turn)[0])


async def _begin(turn: Turn, facts: Any, text: str) -> None:
    unit, kind = await place(turn, Right.LOG), facts["kind"]
    found = _read(turn, kind, text, sure=bool(turn.event.attachments))
    opened = await visits.begin(turn.tx, await _new(turn, kind, unit.id, facts["box"]), turn.who.id, turn.now)
    if found is not None:
        await _put(turn, opened, found, quiet=bool(turn.event.attachments))
        if not turn.event.attachments:
            return
        turn.event = replace(turn.event, text="")
    else:
        turn.event = replace(turn.event, text=text)
    await entering.gather(turn, Question(ITEMS, {"visit": opened.id}))
    if found is None:
        # Kept as it is: only the head is still to come.
        turn.reply(say_here(turn, "visit-head-later") + "\n" + say_here(turn, f"visit-ask-{kind}"))


async def heard(turn: Turn, question: Question) -> None:
    """One more message while one is open: its head, if that is still to come and this is one; else what was heard."""
    visit = await visits.get(turn.tx, question.facts["visit"])
    if visit is not None and visit.closed_at is None and visit.detail.get("headless") and not turn.event.attachments:
        found = _read(turn, visit.kind, turn.event.text, sure=True)
        if found is not None:
            await _put(turn, await reached(turn, visit.id), found)
            return
    await entering.gather(turn, question)


async def ask_again(turn: Turn, press: Press) -> None:
    """改登记信息: the head anew."""
    visit = await reached(turn, press.number(0))
    await questions.ask(turn, HEAD, {"visit": visit.id}, text=say_here(turn, f"visit-ask-{visit.kind}"))
    turn.answer(turn.say("task-see-below"))


def _read(turn: Turn, kind: str, text: str, *, sure: bool) -> RoundHead | Occasion | None:
    if kind == "round":
        return read_round(text)
    today = turn.house.calendar.local(turn.now).date()
    return read_occasion(text, today, site=kind == "site", sure=sure)


async def _new(turn: Turn, kind: str, unit: int, box: int | None) -> NewVisit:
    detail: dict[str, Any] = {"headless": True}
    if kind != "round":
        return NewVisit(kind, unit, detail=detail)
    known = await units.place(turn.tx, box or 0)
    name = known.name if known else ""
    detail |= {"letters": 0, "witness": "", "seal": "", "code": known.code if known else ""}
    at = known.unit_id if known else unit
    return NewVisit(kind, at, theme=name, place=name, host=turn.who.name, box_id=box, detail=detail)


async def _put(turn: Turn, visit: Visit, found: RoundHead | Occasion, *, quiet: bool = False) -> None:
    """The head is this from now on, and is said back."""
    detail = {name: value for name, value in visit.detail.items() if name != "headless"}
    if isinstance(found, RoundHead):
        detail |= {"letters": found.letters, "witness": found.witness[:MOST], "seal": found.seal[:MOST]}
        after = replace(visit, detail=detail)
    else:
        if not (found.theme or found.place):
            raise Refused("visit-head-empty")
        calendar = turn.house.calendar
        after = replace(
            visit,
            theme=found.theme[:MOST],
            place=found.place[:MOST],
            host=found.host[:MOST],
            names=found.names[:MOST],
            people=found.people,
            detail=detail,
            opened_at=visit.opened_at if found.day is None else min(visit.opened_at, calendar.opens(found.day)),
        )
    await visits.save(turn.tx, after)
    if not quiet:
        change = button(say_here(turn, "visit-button-head"), verbs.VISIT_HEAD, visit.id)
        await write_on(turn, after, before=_said_back(turn, after, found), more=(change,))


def _said_back(turn: Turn, visit: Visit, found: RoundHead | Occasion) -> str:
    if isinstance(found, RoundHead):
        facts = [("letters", str(found.letters)), ("witness", found.witness), ("seal", found.seal)]
    else:
        facts = [
            ("theme", found.theme),
            ("place", found.place),
            ("leader" if visit.kind == "site" else "host", found.host),
            ("units" if visit.kind == "site" else "names", found.names),
            ("people", str(found.people) if found.people else ""),
            ("date", day(turn.locale, turn.house.calendar, visit.opened_at) if found.day else ""),
        ]
    shown = (f"{say_here(turn, f'visit-column-{key}')} {value}" for key, value in facts if value)
    lines = [say_here(turn, "visit-read", facts="；".join(shown))]
    if isinstance(found, Occasion) and found.unread:
        lines.append(say_here(turn, "visit-read-not", words="；".join(found.unread)))
    return "\n".join(lines)


async def _name(turn: Turn, question: Question) -> str:
    """An open round goes on until it is finished: what is written next must not get lost."""
    visit = await visits.get(turn.tx, question.facts["visit"])
    return "" if visit is None or visit.closed_at is not None else name_of(turn, visit)


async def _again(turn: Turn, question: Question) -> None:
    await write_on(turn, await reached(turn, question.facts["visit"]))


def _same(before: Question, now: Question) -> bool:
    return bool(now.facts.get("visit") == before.facts["visit"])


KEPT = Kept(_name, _again, _same)
