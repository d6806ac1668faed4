"""The digest as it is sent: whose it is, which week, and what goes with it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from handlers.buttons import button, in_rows
from handlers.digest import figures
from handlers.digest.figures import Figures
from handlers.digest.gathering import gather
from handlers.digest.looking import Look, Reckoned
from handlers.digest.screen import screen
from handlers.digest.weeks import PERIODS, Week, earlier, label, mark, so_far, span_of, told_last, week_of
from handlers.house import House
from handlers.rules.calendar import WorkCalendar
from handlers.rules.lifecycle import Role
from handlers.texts import locale_for, say
from handlers.turn import Turn
from handlers.vocabulary import Attachment, FileKind, Priority, Rows
from storage import digests, history, people, roles, units
from storage.database import Transaction
from storage.roles import Role as Held
from storage.units import Unit

EVERYTHING = "/"
"""The path above all units."""
PICTURED = 10
"""Units whose rates fit on the picture."""


async def tell_managers(turn: Turn) -> None:
    """The sweep: each manager's digest of the week before, once; or now, where the event asks for it.

    Facts of the event that ask for it now: ``to`` ("managers"), and with it or without ``unit`` (only that unit's
    managers) and ``starts_at`` (an instant in the week that is meant, else the week that was due last).
    """
    facts = turn.event.facts
    calendar, rules = turn.house.calendar, turn.house.digest
    asked = "to" in facts or "unit" in facts
    week = told_last(calendar, rules, turn.now)
    if facts.get("starts_at") is not None:
        week = week_of(calendar, rules, int(facts["starts_at"]))
    await _tell_all(turn, week, asked=asked)


async def tell_longer(turn: Turn) -> None:
    """The sweep of the month and the quarter: on the first working day after it, at the digest's time, once each."""
    calendar, rules = turn.house.calendar, turn.house.digest
    for period in ("month", "quarter"):
        current = span_of(calendar, period, turn.now)
        opens = calendar.opens(calendar.local(calendar.next_working(current.start)).date())
        if turn.now >= _at(calendar, opens, rules.minutes):
            await _tell_all(turn, span_of(calendar, period, turn.now, back=1), asked=False)


def _at(calendar: WorkCalendar, opens: int, minutes: int) -> int:
    """The digest's time of the day on which work begins at ``opens``."""
    midnight = calendar.local(opens).replace(hour=0, minute=0, second=0)
    return int(midnight.timestamp()) + minutes * 60


async def _tell_all(turn: Turn, week: Week, *, asked: bool) -> None:
    facts = turn.event.facts
    calendar = turn.house.calendar
    whole = week.until <= turn.now
    first = whole and await history.claim_reminder(
        turn.tx, _subject("digest", week), "kept", str(week.start), person_id=0, now=turn.now
    )
    due = [
        held
        for held in await roles.current(turn.tx)
        if held.role == Role.MANAGER
        and facts.get("unit") in (None, held.unit_id)
        and (await _claimed(turn, held, week) or asked)
    ]
    if not due and not first:
        return
    reckoned = Reckoned(await gather(turn.tx, turn.house, EVERYTHING, so_far(week, turn.now)), turn.house)
    if whole:
        kept = {unit_id: figures.write(each) for unit_id, each in reckoned.this.items()}
        await digests.keep(turn.tx, week.period, week.start, kept, turn.now)
    told = await _told(turn.tx, earlier(calendar, week))
    for held in due:
        unit = await units.get(turn.tx, held.unit_id)
        look = reckoned.look(unit, told=told, told_trend=await _trend(turn.tx, unit, reckoned), whole=whole)
        # A mailbox that has just been set up has nothing to say yet.
        if asked or any(each != Figures() for _, each in look.trend):
            await _tell(turn, held, look)


def _subject(name: str, week: Week) -> str:
    """The reminder's subject; weeks have had theirs from the first day."""
    return name if week.period == "week" else f"{name}:{week.period}"


async def _claimed(turn: Turn, held: Held, week: Week) -> bool:
    subject = _subject(f"unit:{held.unit_id}", week)
    return await history.claim_reminder(
        turn.tx, subject, "digest", str(week.start), person_id=held.person_id, now=turn.now
    )


async def _tell(turn: Turn, held: Held, look: Look) -> None:
    person = await people.get(turn.tx, held.person_id)
    locale = locale_for(person.language)
    turn.tell(
        person,
        screen(locale, look, turn.house),
        buttons=buttons(locale, look, may_supervise=True),
        attachments=files(locale, look, turn.house),
        priority=Priority.BULK,
    )


async def _told(tx: Transaction, week: Week) -> dict[int, Figures]:
    kept = await digests.of_all(tx, week.period, week.start)
    return {unit_id: figures.read(each.figures) for unit_id, each in kept.items()}


async def _trend(tx: Transaction, unit: Unit, reckoned: Reckoned) -> dict[int, Figures]:
    weeks = reckoned.material.weeks
    kept = await digests.of_unit(tx, unit.id, weeks[-1].period, since=weeks[0].start, until=weeks[-1].start)
    return {each.starts_at: figures.read(each.figures) for each in kept}


async def look_at(tx: Transaction, house: House, unit: Unit, week: Week, now: int) -> Look:
    """The digest of one unit for a week that is over or going on, as a manager asks for it."""
    reckoned = Reckoned(await gather(tx, house, unit.path, so_far(week, now)), house)
    return reckoned.look(
        unit,
        told=await _told(tx, earlier(house.calendar, week)),
        told_trend=await _trend(tx, unit, reckoned),
        whole=week.until <= now,
        beside=(await units.everyone(tx, retired=True), await _told(tx, week)),
    )


def buttons(locale: str, look: Look, *, may_supervise: bool) -> Rows:
    """What can be done from a digest."""
    unit, start, period = look.unit.id, look.week.start, look.week.period
    shown = [
        button(say(locale, "digest-button-details"), "dig_more", unit, start, period),
        button(say(locale, "digest-button-tickets"), "dig_browse", unit),
    ]
    if may_supervise:
        shown.append(button(say(locale, "digest-button-supervise"), "man_choose", unit))
    shown.append(button(say(locale, "digest-button-ledger"), "dig_ledger", unit))
    earlier_ = say(locale, "digest-button-earlier", period=period)
    shown.append(button(earlier_, "dig_week", unit, start, "earlier", period))
    if look.whole:
        shown.append(
            button(say(locale, "digest-button-later", period=period), "dig_week", unit, start, "later", period)
        )
    if any(each.unit.parent_id == look.unit.id for each in look.ranked):
        shown.append(button(say(locale, "digest-button-below"), "dig_below", unit, start, period))
    shown.append(button(say(locale, "digest-button-paper"), "dig_paper", unit, start, period))
    shown += [
        button(say(locale, f"digest-button-{each}"), "dig_period", unit, each) for each in PERIODS if each != period
    ]
    return in_rows(shown, 2)


def files(locale: str, look: Look, house: House) -> tuple[Attachment, ...]:
    """The picture and the workbook of a digest; they are made when they are sent."""
    week = look.week
    book: dict[str, Any] = {
        "unit": look.unit.id,
        "start": week.start,
        "until": week.until,
        "whole": look.whole,
        "period": week.period,
        "locale": locale,
        "viewer": str(Role.MANAGER),
    }
    return (
        Attachment(FileKind.PHOTO, made="digest_picture", facts=picture(locale, look, house)),
        Attachment(FileKind.DOCUMENT, made="digest_book", facts=book),
    )


def paper(locale: str, look: Look) -> Attachment:
    """The digest as a document that an office files."""
    week = look.week
    facts: dict[str, Any] = {
        "unit": look.unit.id,
        "start": week.start,
        "until": week.until,
        "whole": look.whole,
        "period": week.period,
        "locale": locale,
    }
    return Attachment(FileKind.DOCUMENT, made="digest_paper", facts=facts)


def picture(locale: str, look: Look, house: House) -> Mapping[str, Any]:
    """What the picture shows: plain values, so that it shows what was told however late it is made."""
    rules = house.seen_from(look.unit.code).digest
    # The unit itself, then those below it that somebody rated.
    below = sorted(
        (each for each in look.ranked if each.figures.rated),
        key=lambda each: (each.unit.level, each.place is None, each.place or 0),
    )
    units_shown = (look.own, *below)[:PICTURED]
    return {
        "locale": locale,
        "period": look.week.period,
        "unit": look.unit.name,
        "span": label(locale, house.calendar, look.week),
        "from": f"{house.calendar.local(look.week.start):%Y-%m-%d}",
        "weeks": [
            {
                "label": mark(locale, house.calendar, week),
                "new": each.new,
                "finished": each.finished,
                "open": each.open,
                "score": each.composite(rules) if each.enough else None,
            }
            for week, each in look.trend
        ],
        "units": [
            {
                "name": each.unit.name,
                "n": each.figures.rated,
                "few": {
                    "contacted": f"{each.figures.contacted}/{each.figures.rated}",
                    "solved": f"{each.figures.solved}/{each.figures.rated}",
                    "satisfied": f"{round(each.figures.pleased, 1):g}/{each.figures.rated}",
                },
                "contacted": each.figures.contact_rate if each.figures.enough else None,
                "solved": each.figures.solved_rate if each.figures.enough else None,
                "satisfied": each.figures.satisfied_rate if each.figures.enough else None,
            }
            for each in units_shown
        ],
        "more": max(0, 1 + len(below) - PICTURED),
        "silent": len(look.ranked) - len(below),
        "floor": rules.floor,
        "version": rules.version,
    }
