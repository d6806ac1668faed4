"""Making the files that the program sends: each by its name and facts, at the moment it is sent, off the loop."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from datetime import datetime
from typing import Any

from bot.channels.base import MadeFile
from bot.flow.files import Make, NoMaker
from bot.making import charts, pictures, workbooks
from bot.making.posters import poster
from bot.making.workbooks import Book
from handlers.components.register import Table
from handlers.components.sheets import Form
from handlers.core.house import House
from handlers.core.texts import SOURCE, say
from handlers.practices.campaigns import measures_register as campaign_registers
from handlers.practices.notices import reading_rates as notice_registers
from handlers.practices.supervision import task_registers
from handlers.practices.supervision.task_filters import kept
from handlers.practices.surveys import survey_tables as survey_registers
from handlers.practices.visits import matter_sheets, visit_registers
from handlers.reports import ledger
from handlers.reports.digest import dispatch, sections
from handlers.reports.digest.findings import Look
from handlers.reports.digest.paper import paper
from handlers.reports.digest.screen import screen
from handlers.reports.digest.weeks import Week
from handlers.reports.ledger import Scope
from handlers.rules.lifecycle import Naming, Role
from handlers.rules.rights import TABLE, Relation, Right
from storage import units
from storage.database import Database
from storage.reports import Narrow
from storage.units import Unit

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_Make = Callable[[Database, House, Mapping[str, Any]], Awaitable[MadeFile]]


def maker(database: Database, house: House) -> Make:
    """What makes the files of outgoing messages."""

    async def make(name: str, facts: Mapping[str, Any]) -> MadeFile:
        if name not in _MAKERS:
            raise NoMaker(name)
        return await _MAKERS[name](database, house, facts)

    return make


def _locale(facts: Mapping[str, Any]) -> str:
    return str(facts.get("locale") or SOURCE)


def plain_name(name: str) -> str:
    """A file name that every system takes."""
    return " ".join("".join(" " if each in '\\/:*?"<>|' or not each.isprintable() else each for each in name).split())


async def _picture(_database: Database, _house: House, facts: Mapping[str, Any]) -> MadeFile:
    content = await asyncio.to_thread(pictures.digest_picture, facts)
    period = facts.get("period", "week")
    name = say(_locale(facts), "digest-picture-name", unit=facts["unit"], period=period, **{"from": facts["from"]})
    return MadeFile(plain_name(name), content, "image/png")


def _scope(house: House, facts: Mapping[str, Any], unit: Unit, *, start: int, until: int, now: int) -> Scope:
    # Whether that role may see names is the table's to say, not the message's.
    role = Role(facts.get("viewer", Role.MANAGER))
    names = Right.SEE_NAME in TABLE.get((role, Relation.COVERS), frozenset())
    narrow, layout = Narrow.read(facts.get("narrow")), house.layouts_for(unit.code).ledger
    return Scope(unit.path, start, until, now, names, _locale(facts), narrow, layout)


async def _ledger(database: Database, house: House, facts: Mapping[str, Any]) -> MadeFile:
    locale = _locale(facts)
    async with database.reading() as tx:
        unit = await units.get(tx, int(facts["unit"]))
    until = int(facts["until"])
    now = int(facts.get("now", until))
    scope = _scope(house, facts, unit, start=int(facts["start"]), until=until, now=now)
    title = say(locale, "ledger-sheet")
    book = Book(locale, title=f"{title} {unit.shown}", made=_local(house, now))
    first = await _write_ledger(database, house, scope, book)
    begins = f"{house.calendar.local(scope.start or first or now):%Y-%m-%d}"
    ends = f"{house.calendar.local(until - 1):%Y-%m-%d}"
    await asyncio.to_thread(_write_notes, book, scope, unit.shown, (begins, ends), str(facts.get("narrowed", "")))
    content = await asyncio.to_thread(book.finish)
    name = say(locale, "ledger-name", unit=unit.shown, to=ends, **{"from": begins})
    return MadeFile(plain_name(name), content, workbooks.MIME)


def _local(house: House, at: int) -> datetime:
    return house.calendar.local(at).replace(tzinfo=None)


async def _write_ledger(database: Database, house: House, scope: Scope, book: Book) -> int | None:
    """Write the sheet; returns when its first ticket was raised."""
    async with database.reading() as tx:
        opened = await ledger.open_ledger(tx, house, scope)
    await asyncio.to_thread(book.begin_ledger, say(scope.locale, "ledger-sheet"), opened.headings)
    for start in range(0, len(opened.ids), ledger.PAGE):
        async with database.reading() as tx:
            lines = await ledger.page(tx, opened, start)
        await asyncio.to_thread(book.add_lines, lines)
    book.end_ledger(len(opened.headings))
    return opened.first


def _write_notes(book: Book, scope: Scope, unit: str, days: tuple[str, str], narrowed: str = "") -> None:
    locale = scope.locale
    lines = [
        say(locale, "ledger-about-scope", unit=unit, to=days[1], **{"from": days[0]}),
        say(locale, "ledger-about-names" if scope.names else "ledger-about-no-names"),
        say(locale, "ledger-about-restricted"),
    ]
    if narrowed:
        lines.insert(1, say(locale, "ledger-about-narrowed", words=narrowed))
    if book.cut:
        lines.append(say(locale, "ledger-about-cut", count=book.cut))
    book.add_notes(say(locale, "ledger-notes"), lines)


async def _look(database: Database, house: House, facts: Mapping[str, Any]) -> tuple[Unit, Look]:
    week = Week(int(facts["start"]), int(facts["until"]), str(facts.get("period", "week")))
    async with database.reading() as tx:
        unit = await units.get(tx, int(facts["unit"]))
        # What is still going on is shown as it stood when it was asked for.
        return unit, await dispatch.look_at(tx, house, unit, week, week.until if facts["whole"] else week.until - 1)


async def _digest_paper(database: Database, house: House, facts: Mapping[str, Any]) -> MadeFile:
    """The digest as a document that an office files."""
    locale = _locale(facts)
    unit, look = await _look(database, house, facts)

    def write() -> bytes:
        from bot.making.documents import Paper  # noqa: PLC0415 - slow to import, and most days nobody needs it

        told = paper(locale, look, house)
        made = Paper(told.title)
        made.subtitle(told.span)
        made.heading(told.summary_heading)
        for text in told.summary:
            made.paragraph(text)
        for each in told.parts:
            made.heading(each.title)
            if each.note:
                made.paragraph(each.note)
            made.table(each.header, [[_plain(value) for value in row] for row in each.rows])
        made.signed(told.signed, told.dated)
        return made.finish()

    content = await asyncio.to_thread(write)
    first = f"{house.calendar.local(look.week.start):%Y-%m-%d}"
    name = say(locale, "digest-paper-name", unit=unit.shown, period=look.week.period, **{"from": first})
    return MadeFile(plain_name(name), content, WORD)


def _plain(value: object) -> str:
    return "" if value is None else str(value)


async def _digest_book(database: Database, house: House, facts: Mapping[str, Any]) -> MadeFile:
    """The digest's tables and the ledger of its year, one sheet each."""
    locale = _locale(facts)
    unit, look = await _look(database, house, facts)
    week, period = look.week, look.week.period
    made = await asyncio.to_thread(sections.sections, locale, look, house)
    book = Book(
        locale, title=say(locale, "digest-title", unit=unit.shown, period=period), made=_local(house, week.until)
    )
    heading = [line for line in screen(locale, look, house).splitlines() if line]
    await asyncio.to_thread(book.add_sections, say(locale, "digest-book-sheet", period=period), heading, made)
    begins = house.calendar.local(week.start).replace(month=1, day=1, hour=0, minute=0, second=0)
    scope = _scope(house, facts, unit, start=int(begins.timestamp()), until=week.until, now=week.until)
    await _write_ledger(database, house, scope, book)
    days = (f"{begins:%Y-%m-%d}", f"{house.calendar.local(week.until - 1):%Y-%m-%d}")
    await asyncio.to_thread(_write_notes, book, scope, unit.shown, days)
    content = await asyncio.to_thread(book.finish)
    first = f"{house.calendar.local(week.start):%Y-%m-%d}"
    name = say(locale, "digest-book-name", unit=unit.shown, period=period, **{"from": first})
    return MadeFile(plain_name(name), content, workbooks.MIME)


async def _poster(database: Database, house: House, facts: Mapping[str, Any]) -> MadeFile:
    locale = _locale(facts)
    async with database.reading() as tx:
        if "unit" in facts:
            # A whole unit's poster: at no place in particular, so that its link names the unit.
            unit = await units.get(tx, int(facts["unit"]))
            name, kind, code, payload = unit.shown, "place", unit.code, f"u-{unit.code}"
        else:
            place = await units.place(tx, int(facts["place"]))
            if place is None:
                raise LookupError(f"place {facts['place']}")
            unit = await units.get(tx, place.unit_id)
            name, kind, code, payload = place.name, place.kind, place.code, f"p-{place.code}"
    channel = str(facts.get("channel") or next(iter(house.abilities)))
    days = house.rules_for(unit.code).first_answer
    words = {
        "mailbox": house.name,
        "unit": unit.shown,
        "title": say(locale, "poster-title"),
        "english": say(locale, "poster-english"),
        "place": name,
        "code": say(locale, "poster-code", code=code),
        "foot": say(locale, "poster-foot-box" if kind == "box" else "poster-foot"),
    }
    steps = (
        say(locale, "poster-step-write"),
        say(locale, "poster-step-number", days=int(days) if days == int(days) else days),
        say(locale, "poster-step-told"),
    )
    naming = [(say(locale, f"naming-{each}"), say(locale, f"poster-naming-{each}")) for each in Naming]
    content = await asyncio.to_thread(poster, house.link(channel, payload), words, steps=steps, naming=naming)
    return MadeFile(plain_name(say(locale, "poster-name", place=name)), content, "application/pdf")


async def _task_book(database: Database, house: House, facts: Mapping[str, Any]) -> MadeFile:
    """督办事项清单 of a unit, or one checklist or project."""
    locale = _locale(facts)
    now = int(facts["now"])
    async with database.reading() as tx:
        if "list" in facts:
            table = await task_registers.of_list(tx, house, int(facts["list"]), locale)
        else:
            unit = await units.get(tx, int(facts["unit"]))
            table = await task_registers.supervised(tx, house, unit, locale, kept(facts.get("wanted", {})))
    return await _register(house, table, locale, now, str(facts.get("narrowed", "")))


async def _register(house: House, table: Table, locale: str, now: int, narrowed: str = "") -> MadeFile:
    book = Book(locale, title=table.title, made=_local(house, now))
    await asyncio.to_thread(book.add_register, table.title, table.title, table)
    if narrowed:
        notes = [say(locale, "ledger-about-narrowed", words=narrowed)]
        await asyncio.to_thread(book.add_notes, say(locale, "ledger-notes"), notes)
    content = await asyncio.to_thread(book.finish)
    return MadeFile(plain_name(f"{table.title} {_local(house, now):%Y-%m-%d}.xlsx"), content, workbooks.MIME)


async def _visit_book(database: Database, house: House, facts: Mapping[str, Any]) -> MadeFile:
    locale = _locale(facts)
    async with database.reading() as tx:
        table = await visit_registers.register(tx, house, int(facts["visit"]), locale)
    return await _register(house, table, locale, int(facts["now"]))


async def _visit_records(database: Database, house: House, facts: Mapping[str, Any]) -> MadeFile:
    """One register of a year, of a unit and those below it."""
    locale, now = _locale(facts), int(facts["now"])
    async with database.reading() as tx:
        unit = await units.get(tx, int(facts["unit"]))
        table = await visit_registers.yearly(tx, house, unit, str(facts["kind"]), now=now, locale=locale)
    return await _register(house, table, locale, now)


async def _form(house: House, form: Form, locale: str, now: int) -> MadeFile:
    book = Book(locale, title=form.title, made=_local(house, now))
    await asyncio.to_thread(book.add_form, form.title, form.columns, form.choices)
    content = await asyncio.to_thread(book.finish)
    return MadeFile(plain_name(f"{form.title}.xlsx"), content, workbooks.MIME)


async def _visit_template(_database: Database, house: House, facts: Mapping[str, Any]) -> MadeFile:
    """An empty table to fill in and send back."""
    locale, kind = _locale(facts), str(facts["kind"])
    return await _form(house, matter_sheets.form(kind, locale), locale, int(facts["now"]))


async def _visit_minutes(database: Database, house: House, facts: Mapping[str, Any]) -> MadeFile:
    async with database.reading() as tx:
        told = await visit_registers.minutes(tx, house, int(facts["visit"]), _locale(facts))

    def write() -> bytes:
        from bot.making.documents import Paper  # noqa: PLC0415 - slow to import, and most days nobody needs it

        paper = Paper(told.title)
        paper.facts(told.facts)
        paper.table(told.header, told.items, (1.2, 2.4, 7.2, 4.8))
        paper.signed(told.signed, f"{told.at:%Y年%-m月%-d日}")
        return paper.finish()

    content = await asyncio.to_thread(write)
    return MadeFile(plain_name(f"{told.title} {told.at:%Y-%m-%d}.docx"), content, WORD)


async def _campaign_book(database: Database, house: House, facts: Mapping[str, Any]) -> MadeFile:
    locale = _locale(facts)
    async with database.reading() as tx:
        table = await campaign_registers.table(
            tx, house, int(facts["campaign"]), locale, public=bool(facts.get("public"))
        )
    return await _register(house, table, locale, int(facts["now"]))


async def _campaign_picture(_database: Database, _house: House, facts: Mapping[str, Any]) -> MadeFile:
    content = await asyncio.to_thread(charts.measures_picture, facts)
    return MadeFile(plain_name(f"{facts['title']}.png"), content, "image/png")


async def _survey_picture(_database: Database, _house: House, facts: Mapping[str, Any]) -> MadeFile:
    content = await asyncio.to_thread(charts.survey_picture, facts)
    return MadeFile(plain_name(f"{facts['title']}.png"), content, "image/png")


async def _notice_book(database: Database, house: House, facts: Mapping[str, Any]) -> MadeFile:
    locale = _locale(facts)
    async with database.reading() as tx:
        table = await notice_registers.table(tx, house, int(facts["notice"]), locale)
    return await _register(house, table, locale, int(facts["now"]))


async def _survey_form(_database: Database, house: House, facts: Mapping[str, Any]) -> MadeFile:
    locale = _locale(facts)
    return await _form(house, survey_registers.form(locale), locale, int(facts["now"]))


async def _survey_sample(_database: Database, _house: House, facts: Mapping[str, Any]) -> MadeFile:
    text = say(_locale(facts), "survey-sample")
    return MadeFile(plain_name(f"{say(_locale(facts), 'survey-form-name')}.toml"), text.encode(), "text/plain")


async def _survey_book(database: Database, house: House, facts: Mapping[str, Any]) -> MadeFile:
    locale = _locale(facts)
    async with database.reading() as tx:
        survey, *tables = await survey_registers.tables(tx, int(facts["survey"]), locale)
    name = say(locale, "survey-book-name", title=survey.title)
    book = Book(locale, title=name, made=_local(house, int(facts["now"])))
    for each in tables:
        await asyncio.to_thread(book.add_register, each.title, survey.title, each)
    content = await asyncio.to_thread(book.finish)
    return MadeFile(plain_name(f"{name}.xlsx"), content, workbooks.MIME)


_MAKERS: Mapping[str, _Make] = {
    "digest_picture": _picture,
    "digest_book": _digest_book,
    "digest_paper": _digest_paper,
    "ledger": _ledger,
    "poster": _poster,
    "task_book": _task_book,
    "campaign_book": _campaign_book,
    "campaign_picture": _campaign_picture,
    "notice_book": _notice_book,
    "survey_picture": _survey_picture,
    "survey_book": _survey_book,
    "survey_form": _survey_form,
    "survey_sample": _survey_sample,
    "visit_book": _visit_book,
    "visit_minutes": _visit_minutes,
    "visit_records": _visit_records,
    "visit_template": _visit_template,
}
