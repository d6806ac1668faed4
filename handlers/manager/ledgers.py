"""The ledger as a file, for whoever may see it: this year's at once, other times by a button."""

from __future__ import annotations

from datetime import date, datetime, time

from handlers.buttons import Press, button
from handlers.case.acting import Refused
from handlers.digest.weeks import week_of
from handlers.manager.digests import asked_unit
from handlers.manager.reach import may, the_unit
from handlers.rules.lifecycle import Role
from handlers.rules.rights import Right
from handlers.turn import Turn
from handlers.vocabulary import Attachment, FileKind
from storage import reports
from storage.units import Unit

RANGES = ("week", "month", "year", "all")


async def command(turn: Turn) -> None:
    """``/ledger``: this year's."""
    unit, _ = await asked_unit(turn, Right.LEDGER, "manager-no-ledger")
    await _send(turn, unit, "year")


async def of_range(turn: Turn, press: Press) -> None:
    """The ledger of another time."""
    unit = await the_unit(turn, press.number(0), Right.LEDGER)
    wanted = press.word(1) or "year"
    if wanted not in RANGES:
        raise Refused(turn.say("press-outdated"))
    await _send(turn, unit, wanted)


async def _send(turn: Turn, unit: Unit, wanted: str) -> None:
    start = begins(turn, wanted)
    until = turn.now + 1
    count = len(await reports.ledger_ids(turn.tx, unit.path, start, until))
    name = turn.say(f"manager-range-{wanted}")
    rows = (
        tuple(
            button(turn.say(f"manager-range-{each}"), "dig_ledger", unit.id, each) for each in RANGES if each != wanted
        ),
    )
    if count == 0:
        turn.reply(turn.say("manager-ledger-none", unit=unit.name, range=name), buttons=rows)
        return
    names = may(turn, Right.SEE_NAME, unit)
    facts = {
        "unit": unit.id,
        "start": start,
        "until": until,
        "now": turn.now,
        "locale": turn.locale,
        "viewer": str(Role.SECRETARY if names else Role.MANAGER),
    }
    turn.reply(
        turn.say("manager-ledger", unit=unit.name, range=name, count=count),
        buttons=rows,
        attachments=(Attachment(FileKind.DOCUMENT, made="ledger", facts=facts),),
    )


def begins(turn: Turn, wanted: str) -> int:
    """When the time that a ledger covers began."""
    calendar = turn.house.calendar
    today = calendar.local(turn.now).date()
    if wanted == "all":
        return 0
    if wanted == "week":
        return week_of(calendar, turn.house.digest, turn.now).start
    first = date(today.year, today.month if wanted == "month" else 1, 1)
    return int(datetime.combine(first, time(), calendar.tz).timestamp())
