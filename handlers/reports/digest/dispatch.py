"""The digest as it is sent: whose it is, which week, and what goes with it."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from handlers.core.buttons import button, in_rows
from handlers.core.house import House
from handlers.core.texts import locale_for, say
from handlers.core.turn import Turn
from handlers.core.vocabulary import Attachment, FileKind, Incoming, Priority, Rows
from handlers.reports.digest import figures, verbs
from handlers.reports.digest.figures import Figures
from handlers.reports.digest.findings import Look, Reckoned
from handlers.reports.digest.material import gather
from handlers.reports.digest.screen import screen
from handlers.reports.digest.weeks import PERIODS, Week, earlier, label, mark, so_far, span_of, told_last, week_of
from handlers.rules.calendar import WorkCalendar
from handlers.rules.lifecycle import Role
from storage import digests, history, people, roles, units
from storage.database import Transaction
from storage.roles import Role as Held
from storage.units import Unit

EVERYTHING = "/"
"""The path above all units."""
AT_ONCE = 20
"""Digests in one transaction: whoever writes meanwhile has their turn in between."""
PICTURED = 10
"""Units whose rates fit on the picture."""


@dataclass(frozen=True, slots=True)
class Said:
    """One manager's digest, ready to be sent. Without a text there is nothing to say yet, and never will be."""

    person_id: int
    unit_id: int
    text: str = ""
    buttons: Rows = ()
    attachments: tuple[Attachment, ...] = ()


@dataclass(frozen=True, slots=True)
class Part:
    """Some of the digests of a span. ``kept``: the figures of all units, to be remembered as they were told."""

    week: Week
    asked: bool
    said: tuple[Said, ...]
    kept: Mapping[int, Any] | None = None


@dataclass(frozen=True, slots=True)
class _Due:
    """What is to be told of a span: to whom, and whether its figures are still to be kept."""

    week: Week
    asked: bool
    first: bool
    managers: tuple[Held, ...]


async def tell_managers(turn: Turn) -> None:
    """The sweep: each manager's digest of the week before, once; or now, where the event asks for it.

    Facts of the event that ask for it now: ``to`` ("managers"), and with it or without ``unit`` (only that unit's
    managers) and ``starts_at`` (an instant in the week that is meant, else the week that was due last).
    """
    await _tell(turn, read_week)


async def tell_longer(turn: Turn) -> None:
    """The sweep of the month and the quarter: on the first working day after it, at the digest's time, once each."""
    await _tell(turn, read_longer)


async def _tell(turn: Turn, read: Callable[[Transaction, Incoming, House], Awaitable[Sequence[Part]]]) -> None:
    parts: Sequence[Part] = turn.ahead if turn.ahead is not None else await read(turn.tx, turn.event, turn.house)
    for part in parts:
        week = part.week
        if part.kept is not None and await history.claim_reminder(
            turn.tx, _subject("digest", week), "kept", str(week.start), person_id=0, now=turn.now
        ):
            await digests.keep(turn.tx, week.period, week.start, part.kept, turn.now)
        for each in part.said:
            if await _claimed(turn, each, part) and each.text:
                turn.tell(
                    await people.get(turn.tx, each.person_id),
                    each.text,
                    buttons=each.buttons,
                    attachments=each.attachments,
                    priority=Priority.BULK,
                )


async def _claimed(turn: Turn, said: Said, part: Part) -> bool:
    """Nobody is told twice by the same look, nor of the same week without having asked."""
    subject, start = _subject(f"unit:{said.unit_id}", part.week), str(part.week.start)

    async def claim(kind: str, moment: str) -> bool:
        return await history.claim_reminder(turn.tx, subject, kind, moment, person_id=said.person_id, now=turn.now)

    first = await claim("digest", start)
    return await claim("digest-asked", f"{start}:{turn.now}") if part.asked else first


async def week_wanted(tx: Transaction, event: Incoming, house: House) -> bool:
    """Whether the weekly digest is to be told to somebody now."""
    return await _week_due(tx, event, house) is not None


async def read_week(tx: Transaction, event: Incoming, house: House) -> Sequence[Part]:
    """The weekly digests that are to be told now."""
    due = await _week_due(tx, event, house)
    return [] if due is None else await _read(tx, house, due, event.at)


async def _week_due(tx: Transaction, event: Incoming, house: House) -> _Due | None:
    asked = "to" in event.facts or "unit" in event.facts
    return await _due(tx, _week(event, house), event.at, asked=asked, facts=event.facts)


def _week(event: Incoming, house: House) -> Week:
    calendar, rules = house.calendar, house.digest
    if event.facts.get("starts_at") is not None:
        return week_of(calendar, rules, int(event.facts["starts_at"]))
    return told_last(calendar, rules, event.at)


async def longer_wanted(tx: Transaction, event: Incoming, house: House) -> bool:
    """Whether a month or a quarter is to be told of now."""
    return any([await _due(tx, each, event.at) for each in _longer(event, house)])


async def read_longer(tx: Transaction, event: Incoming, house: House) -> Sequence[Part]:
    """The monthly and quarterly digests that are to be told now."""
    parts: list[Part] = []
    for week in _longer(event, house):
        due = await _due(tx, week, event.at)
        if due is not None:
            parts += await _read(tx, house, due, event.at)
    return parts


def _longer(event: Incoming, house: House) -> list[Week]:
    """The spans whose time to be told has come."""
    calendar, found = house.calendar, []
    for period in ("month", "quarter"):
        current = span_of(calendar, period, event.at)
        opens = calendar.opens(calendar.local(calendar.next_working(current.start)).date())
        if event.at >= _at(calendar, opens, house.digest.minutes):
            found.append(span_of(calendar, period, event.at, back=1))
    return found


def _at(calendar: WorkCalendar, opens: int, minutes: int) -> int:
    """The digest's time of the day on which work begins at ``opens``."""
    midnight = calendar.local(opens).replace(hour=0, minute=0, second=0)
    return int(midnight.timestamp()) + minutes * 60


async def _due(
    tx: Transaction, week: Week, now: int, *, asked: bool = False, facts: Mapping[str, Any] | None = None
) -> _Due | None:
    """To whom a span is to be told; None where nobody is left and its figures are kept."""
    unit = None if facts is None else facts.get("unit")
    start = str(week.start)
    first = week.until <= now and not await history.is_claimed(tx, _subject("digest", week), "kept", start, person_id=0)
    managers = [
        held
        for held in await roles.current(tx)
        if held.role == Role.MANAGER
        and unit in (None, held.unit_id)
        and (
            asked
            or not await history.is_claimed(
                tx, _subject(f"unit:{held.unit_id}", week), "digest", start, person_id=held.person_id
            )
        )
    ]
    return _Due(week, asked, first, tuple(managers)) if managers or first else None


async def _read(tx: Transaction, house: House, due: _Due, now: int) -> list[Part]:
    week = due.week
    whole = week.until <= now
    reckoned = Reckoned(await gather(tx, house, EVERYTHING, so_far(week, now)), house)
    told = await _told(tx, earlier(house.calendar, week))
    said = []
    for held in due.managers:
        unit = await units.get(tx, held.unit_id)
        look = reckoned.look(unit, told=told, told_trend=await _trend(tx, unit, reckoned), whole=whole)
        if not due.asked and all(each == Figures() for _, each in look.trend):
            # A mailbox that has just been set up has nothing to say yet.
            said.append(Said(held.person_id, held.unit_id))
            continue
        locale = locale_for((await people.get(tx, held.person_id)).language)
        shown = buttons(locale, look, may_supervise=True)
        attached = files(locale, look, house)
        said.append(Said(held.person_id, held.unit_id, screen(locale, look, house), shown, attached))
    parts = [Part(week, due.asked, tuple(said[at : at + AT_ONCE])) for at in range(0, len(said), AT_ONCE)]
    if due.first:
        kept = {unit_id: figures.write(each) for unit_id, each in reckoned.this.items()}
        parts.insert(0, Part(week, due.asked, (), kept))
    return parts


def _subject(name: str, week: Week) -> str:
    """The reminder's subject; weeks have had theirs from the first day."""
    return name if week.period == "week" else f"{name}:{week.period}"


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
        button(say(locale, "digest-button-details"), verbs.DIG_MORE, unit, start, period),
        button(say(locale, "digest-button-tickets"), verbs.DIG_BROWSE, unit),
    ]
    if may_supervise:
        shown.append(button(say(locale, "digest-button-supervise"), verbs.MAN_CHOOSE, unit))
    shown.append(button(say(locale, "digest-button-ledger"), verbs.DIG_LEDGER, unit))
    earlier_ = say(locale, "digest-button-earlier", period=period)
    shown.append(button(earlier_, verbs.DIG_WEEK, unit, start, "earlier", period))
    if look.whole:
        shown.append(
            button(say(locale, "digest-button-later", period=period), verbs.DIG_WEEK, unit, start, "later", period)
        )
    if any(each.unit.parent_id == look.unit.id for each in look.ranked):
        shown.append(button(say(locale, "digest-button-below"), verbs.DIG_BELOW, unit, start, period))
    shown.append(button(say(locale, "digest-button-paper"), verbs.DIG_PAPER, unit, start, period))
    shown += [
        button(say(locale, f"digest-button-{each}"), verbs.DIG_PERIOD, unit, each) for each in PERIODS if each != period
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
        "unit": look.unit.shown,
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
                "name": each.unit.shown,
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
