"""The ledger as a file, for whoever may see it: this year's at once, others by a button, or narrowed as by /find."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime, time

from handlers.components import narrowing
from handlers.components.narrowing import Reach
from handlers.conversations.manager.scope import may, own_units, the_unit
from handlers.core.buttons import Press, button
from handlers.core.refusals import Refused
from handlers.core.turn import Turn
from handlers.core.vocabulary import Attachment, FileKind, Rows
from handlers.core.wording import shorten
from handlers.reports.digest import verbs
from handlers.reports.digest.weeks import week_of
from handlers.rules.filters import NotUnderstood
from handlers.rules.lifecycle import Role
from handlers.rules.rights import Right
from storage import reports, units
from storage.reports import Narrow
from storage.units import Unit

RANGES = ("week", "month", "year", "all")


async def command(turn: Turn) -> None:
    """``/ledger``: this year's; “/ledger 单位:一分厂 状态:未办结 渠道:热线 时间:3月”: of all times, narrowed."""
    own = await own_units(turn, Right.LEDGER)
    if not own:
        raise Refused("manager-no-ledger")
    said = " ".join(turn.event.argument.split())
    everyone = await units.everyone(turn.tx, retired=True)
    reach = Reach([each for each in everyone if may(turn, Right.LEDGER, each)], everyone, turn.picked)
    try:
        wanted = await narrowing.read(turn.tx, said, reach, turn.now, turn.house.calendar, unit_words=True)
    except NotUnderstood as wrong:
        raise Refused("manager-ledger-filter", word=shorten(wrong.word, 20)) from None
    unit = wanted.unit or own[0]
    if not wanted.narrows:
        await _send(turn, unit, "year")
        return
    until = turn.now + 1 if wanted.until is None else wanted.until
    await _tell(turn, unit, Asked(shorten(said, 80), wanted.start or 0, min(until, turn.now + 1), wanted.narrow, said))


async def of_range(turn: Turn, press: Press) -> None:
    """The ledger of another time."""
    unit = await the_unit(turn, press.number(0), Right.LEDGER)
    wanted = press.word(1) or "year"
    if wanted not in RANGES:
        raise Refused("press-outdated")
    await _send(turn, unit, wanted)


@dataclass(frozen=True, slots=True)
class Asked:
    """Which ledger: ``name`` in words, from ``start`` on and before ``until``; ``said`` is the filter as written."""

    name: str
    start: int
    until: int
    narrow: Narrow = field(default_factory=Narrow)
    said: str = ""


async def _send(turn: Turn, unit: Unit, wanted: str) -> None:
    name = turn.say(f"manager-range-{wanted}")
    rows = (
        tuple(
            button(turn.say(f"manager-range-{each}"), verbs.DIG_LEDGER, unit.id, each)
            for each in RANGES
            if each != wanted
        ),
    )
    await _tell(turn, unit, Asked(name, begins(turn, wanted), turn.now + 1), rows)


async def _tell(turn: Turn, unit: Unit, asked: Asked, rows: Rows = ()) -> None:
    count = len(await reports.ledger_ids(turn.tx, unit.path, asked.start, asked.until, asked.narrow))
    if count == 0:
        if asked.said:
            turn.reply(turn.say("manager-ledger-none-narrowed", unit=unit.shown, words=asked.name))
        else:
            turn.reply(turn.say("manager-ledger-none", unit=unit.shown, range=asked.name), buttons=rows)
        return
    names = may(turn, Right.SEE_NAME, unit)
    facts = {
        "unit": unit.id,
        "start": asked.start,
        "until": asked.until,
        "now": turn.now,
        "narrow": asked.narrow.write(),
        "narrowed": asked.said,
        "locale": turn.locale,
        "viewer": str(Role.SECRETARY if names else Role.MANAGER),
    }
    text = turn.say("manager-ledger", unit=unit.shown, range=asked.name, count=count)
    if not asked.said:
        text += "\n" + turn.say("manager-ledger-hint")
    turn.reply(
        text,
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
