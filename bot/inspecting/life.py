"""What lives in the database: people who can't be reached, what was set aside, what could not be sent, the calendar."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from bot.applying import apply, has_come
from bot.assembly import calendar_of
from bot.inspecting.findings import Finding, Level, Words
from bot.settings import RoleName, Settings
from bot.web.asking import ask_health
from bot.web.health import FOR_A_PERSON
from handlers.clock import alarms
from handlers.core.texts import say
from handlers.rules.calendar import LAST_NOTICE
from storage import inbox, outbox, people, roles, units
from storage.database import Database, Transaction

FAILURES_SECONDS = 14 * 86_400
_ASK_FROM_MONTH = 12
"""From December on the notice of the next year is asked for: it should be out, and deadlines reach into that year."""
_SHOWN = 5


class _Undone(Exception):
    """Nothing of this is to stay."""


async def of_database(database: Database, settings: Settings, words: Words, now: int) -> list[Finding]:
    """Everything that only the open database can tell. Nothing is changed."""
    found: list[Finding] = []
    try:
        async with database.writing() as tx:
            # As the next start would leave it: what is wrong then is wrong now, and what would change is worth saying.
            changes = await apply(settings, tx, now)
            found += await _flow(tx, words, now)
            found += await _staff(tx, settings, words)
            found += await _calendar(tx, settings, words, now)
            raise _Undone
    except _Undone:
        pass
    if changes:
        named = "; ".join(say(words.locale, f"cli-applied-{each.what}", name=each.full) for each in changes[:_SHOWN])
        found.append(words.note("changes", count=len(changes), changes=named))
    return found


async def of_the_running(settings: Settings, words: Words) -> list[Finding]:
    """What the running mailbox says of itself and nobody else can know: what it can't store, whom it can't reach."""
    problems = None if settings.health.listen is None else await ask_health(settings.health.listen)
    if problems is None:
        return []
    found = []
    for name, number in problems.items():
        if name not in FOR_A_PERSON:
            text, _, remedy = alarms.words(words.locale, name, number).partition("\n")
            found.append(Finding(Level.WRONG, text, remedy))
    return found or [words.fine("answers")]


def of_settings(settings: Settings, words: Words) -> list[Finding]:
    """What can be told of the people before there is a database."""
    there = {each.role for each in settings.people}
    found = [] if RoleName.SECRETARY in there else [words.wrong("no-secretary")]
    return found if RoleName.ADMIN in there else [*found, words.note("no-admin")]


async def _flow(tx: Transaction, words: Words, now: int) -> list[Finding]:
    aside = await inbox.set_asides(tx)
    failed = await outbox.failures(tx, now - FAILURES_SECONDS)
    held = await outbox.held(tx)
    found = []
    if aside:
        errors = "; ".join(sorted({each.error for each in aside})[:_SHOWN])
        found.append(words.wrong("aside", count=len(aside), errors=errors))
    if failed:
        errors = "; ".join(sorted({each.error for each in failed})[:_SHOWN])
        found.append(words.wrong("failed", count=len(failed), errors=errors))
    if held:
        found.append(words.note("held", count=held))
    if not found:
        found.append(words.fine("flow"))
    return found


async def _staff(tx: Transaction, settings: Settings, words: Words) -> list[Finding]:
    held = await roles.current(tx)
    found = []
    unreachable = []
    reached = dict.fromkeys(RoleName, 0)
    for role in held:
        person = await people.get(tx, role.person_id)
        if person.started and person.reachable:
            reached[RoleName(role.role)] += 1
        else:
            unreachable.append(f"{role.unit_name} {role.name}")
    known = {each.code: each.id for each in await units.everyone(tx)}
    for entry in settings.people:
        if entry.telegram is None and not has_come(entry, known.get(entry.unit or "", 0), held):
            unreachable.append(f"{entry.unit} {entry.name}")
    if not any(each.role == RoleName.SECRETARY for each in held):
        found.append(words.wrong("no-secretary"))
    if not any(each.role == RoleName.ADMIN for each in held):
        found.append(words.note("no-admin"))
    if unreachable:
        names = ", ".join(unreachable[:_SHOWN]) + (" …" if len(unreachable) > _SHOWN else "")
        found.append(words.note("unreachable", count=len(unreachable), names=names))
    elif held:
        found.append(words.fine("staff", count=sum(reached.values())))
    return found


async def _calendar(tx: Transaction, settings: Settings, words: Words, now: int) -> list[Finding]:
    notice = {datetime.fromisoformat(day).date(): worked for day, worked in (await units.calendar_days(tx)).items()}
    calendar = calendar_of(settings.hours, settings.mailbox.timezone, notice)
    today = datetime.fromtimestamp(now, ZoneInfo(settings.mailbox.timezone)).date()

    def known(year: int) -> bool:
        return year <= LAST_NOTICE or year in calendar.noticed

    if not known(today.year):
        return [words.wrong("calendar-now", year=str(today.year))]
    if known(today.year + 1):
        return [words.fine("calendar", year=str(today.year + 1))]
    if today.month >= _ASK_FROM_MONTH:
        return [words.note("calendar-next", year=str(today.year + 1))]
    return [words.fine("calendar", year=str(today.year))]
