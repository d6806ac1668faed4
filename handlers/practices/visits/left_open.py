"""What is left lying: a box that nobody opened for too long, a visit that nobody closed."""

from __future__ import annotations

from handlers.core.buttons import button
from handlers.core.texts import DESK_LOCALE, locale_for, say
from handlers.core.turn import Turn
from handlers.core.vocabulary import Address, Outgoing, OutKind, Priority, Rows
from handlers.core.wording import day
from handlers.people.places import keepers_of
from handlers.practices.visits import verbs
from handlers.rules.directory import pieces_of
from handlers.tasks import changes
from storage import history, people, units, visits
from storage.units import Place, Unit

_DAY = 86_400


async def tick(turn: Turn) -> None:
    """Look at boxes and at what is open; each is said once, when work begins."""
    for unit in await units.everyone(turn.tx):
        calendar = turn.house.calendar_for(unit.code)
        if calendar.is_working(turn.now):
            for box in await units.places(turn.tx, unit.id):
                if box.kind == "box":
                    await _box(turn, unit, box)
    await _open(turn)


async def _box(turn: Turn, unit: Unit, box: Place) -> None:
    last = await visits.last_round(turn.tx, box.id)
    since = box.made_at if last is None else last
    days = turn.house.rules_for(unit.code).box_days
    missed = (turn.now - since) // (days * _DAY)
    if missed < 1 or not await _once(turn, f"box:{box.id}", f"{since}:{missed}"):
        return
    when = "" if last is None else day(DESK_LOCALE, turn.house.calendar, last)
    key = "visit-box-never" if last is None else "visit-box-late"
    text = say(DESK_LOCALE, key, name=box.name, keeper=box.keeper or say(DESK_LOCALE, "nobody"), date=when, days=days)
    await _to_desk(
        turn, unit.id, text, ((button(say(DESK_LOCALE, "visit-button-open"), verbs.VISIT_BEGIN, "round", box.id),),)
    )
    known = await keepers_of(turn, unit)
    for name in pieces_of(box.keeper or ""):
        found = known.find(name)
        # Of a name that several have the desk knows who is meant; nobody is told in another's place.
        if found.sure and found.one is not None:
            keeper = await people.get(turn.tx, found.one.key)
            said = say(locale_for(keeper.language), key, name=box.name, keeper=found.one.name, date=when, days=days)
            turn.tell(keeper, said, priority=Priority.REMINDER)


async def _open(turn: Turn) -> None:
    for visit in await visits.still_open(turn.tx):
        unit = await units.get(turn.tx, visit.unit_id)
        calendar = turn.house.calendar_for(unit.code)
        today = calendar.local(turn.now).date()
        begun = calendar.local(visit.opened_at).date()
        if today <= begun or not calendar.is_working(turn.now):
            continue
        if await _once(turn, f"visit:{visit.id}", today.isoformat()):
            name = f"{visit.theme or visit.place} {day(DESK_LOCALE, calendar, visit.opened_at)}"
            go_on = button(say(DESK_LOCALE, "visit-button-go-on", name=name[:30]), verbs.VISIT_JOIN, visit.id)
            finish = button(say(DESK_LOCALE, "visit-button-finish"), verbs.VISIT_FINISH, visit.id)
            await _to_desk(turn, unit.id, say(DESK_LOCALE, "visit-left-open", name=name), ((go_on, finish),))


async def _once(turn: Turn, subject: str, moment: str) -> bool:
    return await history.claim_reminder(turn.tx, subject, "due", moment, person_id=0, now=turn.now)


async def _to_desk(turn: Turn, unit_id: int, text: str, buttons: Rows) -> None:
    group = await changes.desk(turn, unit_id)
    if group is not None:
        turn.send(
            Outgoing(
                OutKind.SEND,
                to=Address(group.channel, group.chat),
                text=text,
                buttons=buttons,
                priority=Priority.REMINDER,
            )
        )
