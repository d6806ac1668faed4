"""``shuji import``: rows of a ledger (xlsx or CSV) into the mailbox, each judged first; what was refused, and why."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import aclosing
from pathlib import Path
from typing import Any, NoReturn

import click

from bot.clock import SystemClock
from bot.commands.frame import Terminal, command, stop, words
from bot.commands.own_events import leave
from bot.commands.reading import chosen_unit, house_of
from bot.making.opening.opener import Bounds, Opener
from bot.making.tables import Limits
from handlers.components.sheets import Unread, kept_sheets, written
from handlers.core.texts import OTHERS, SOURCE
from handlers.core.vocabulary import Attachment, FileKind, Refusal
from handlers.practices.doors import importing as rules
from handlers.practices.doors.importing import MOST_ROWS, MOST_TEXT, TICK, Judged
from handlers.reports.ledger import COLUMNS
from handlers.rules.columns import Layout
from handlers.rules.headings import Rows, Sheet, choose, find_heading, heading

AT_ONCE = 50
"""Rows in one event: the running mailbox answers people in between."""
MOST_BYTES = 40 * 1024 * 1024
_SHOWN = 50
_LIMITS = Limits(MOST_ROWS, MOST_TEXT + 1, 60_000_000)
_BOUNDS = Bounds(memory=2 * 1024**3, processor=120, whole=600)
"""Whoever sits there sees that it takes its time."""


@command("import")
@click.argument("file", type=click.Path(path_type=Path), metavar="FILE")
@click.option("--unit", metavar="UNIT", help=words("cli-import-unit"))
@click.option("--dry-run", is_flag=True, help=words("cli-import-dry-run"))
@click.option("--unstated", type=click.Choice(("open", "finished")), help=words("cli-import-unstated"))
async def importing(terminal: Terminal, *, file: Path, unit: str | None, dry_run: bool, unstated: str | None) -> None:
    """Judge every row, say so, and leave the good ones for the mailbox."""
    settings = terminal.settings()
    content = await read(file)
    async with terminal.database(settings) as database:
        async with database.reading() as tx:
            house = await house_of(tx, settings)
            titles = titles_of(each.ledger for each in house.layouts.values())
            sheet = chosen(content, titles, file, terminal.locale)
            table = list(rows_of(sheet.rows, titles))
            rows = [cells for _, cells in table]
            known = await rules.known(tx, terminal.locale, await chosen_unit(tx, unit), rows, unstated or "")
        judged = [rules.judge(line, cells, known) for line, cells in table]
        if not dry_run:
            now = SystemClock().now()
            good = [each.row for each in judged if each.row is not None]
            async with database.writing() as tx:
                for start in range(0, len(good), AT_ONCE):
                    await leave(tx, TICK, now, rules.facts(good[start : start + AT_ONCE]))
    others = [each.name for each in content if each is not sheet and each.name]
    if others:
        click.echo(words("sheet-only", sheet=sheet.name, others="、".join(others)))
    if unknown := unread(sheet.rows, titles):
        click.echo(words("cli-import-unread", columns="、".join(unknown)))
    for text in said(judged, dry_run=dry_run):
        click.echo(text)


def said(judged: Sequence[Judged], *, dry_run: bool) -> Iterator[str]:
    """What became of the rows, in words: those that were not taken by their line."""
    counted = Counter(each.what for each in judged)
    named = [each for each in judged if each.why]
    for each in named[:_SHOWN]:
        yield words("cli-import-line", line=each.line, why=each.why)
    more = len(named) - _SHOWN
    if more > 0:
        yield words("cli-import-more", count=more)
    yield words(
        "cli-import-dry" if dry_run else "cli-import-done",
        new=counted["new"],
        update=counted["update"],
        same=counted["same"],
        wrong=counted["wrong"],
    )


async def read(file: Path) -> tuple[Sheet, ...]:
    """The sheets of a table, whatever it is written in; the program stops with a sentence where it is none.

    It is opened apart, as in the chat: whoever imports it was most likely sent it.
    """
    content = _content(file)
    async with aclosing(Opener(_BOUNDS)) as opener:
        found = await opener.read(Attachment(FileKind.DOCUMENT), content, _LIMITS)
    if isinstance(found, Refusal):
        found = {"trouble": found.value}
    try:
        return kept_sheets(found)
    except Unread as unread:
        _stop(unread.trouble, unread.facts, file)


def _content(file: Path) -> bytes:
    try:
        if file.stat().st_size > MOST_BYTES:
            stop("cli-import-large", file=str(file))
        return file.read_bytes()
    except OSError as refused:
        stop("cli-import-unreadable", file=str(file), says=refused.strerror or str(refused))


def _stop(trouble: str, facts: Mapping[str, Any], file: Path) -> NoReturn:
    match trouble:
        case "many":
            stop("cli-import-many", most=MOST_ROWS)
        case "large" | Refusal.TOO_LARGE:
            stop("cli-import-large", file=str(file))
        case "far":
            stop("cli-import-far", file=str(file), cell=facts.get("cell", ""))
        case "no_table" | Refusal.DAMAGED:
            stop("cli-import-no-table", file=str(file))
        case "blank" | "page" | "xml":
            stop(f"sheet-{trouble}", name=str(file))
    stop("cli-import-unopened", file=str(file))


def titles_of(layouts: Iterable[Layout]) -> Mapping[str, str]:
    """What the titles of a ledger's columns mean, in every language and as the settings rename them."""
    own = {title: name for each in (SOURCE, *OTHERS) for title, name in rules.headings(each).items()}
    return {**own, **rules.renamed(layouts)}


def chosen(sheets: Sequence[Sheet], titles: Mapping[str, str], file: Path, locale: str) -> Sheet:
    """The sheet that is a ledger.

    Raises:
        Stop: none is, with what was found where.
    """
    sheet = choose(sheets, lambda rows: find_heading(rows, titles, rules.WANTED) is not None)
    if sheet is None:
        found = "\n".join(written(locale, each) for each in sheets)
        stop("cli-import-columns", columns="、".join(rules.headings(locale)), found=found)
    if sheet.trouble:
        _stop(sheet.trouble, sheet.facts or {}, file)
    return sheet


def unread(table: Rows, titles: Mapping[str, str]) -> Sequence[str]:
    """The headings that mean nothing here: what stands below them is left out."""
    found = find_heading(table, titles, rules.WANTED)
    assert found is not None
    at, columns = found
    own = {heading(title) for names in COLUMNS.names().values() for title in names}
    left = [each for place, each in enumerate(table[at]) if place not in columns and heading(each) not in {"", *own}]
    return [" ".join(each.split()) for each in left]


def rows_of(table: Rows, titles: Mapping[str, str]) -> Iterator[tuple[int, Mapping[str, str]]]:
    """Each row with its line, cells by the names of the fields; the header is the first row that has the titles."""
    found = find_heading(table, titles, rules.WANTED)
    assert found is not None
    at, columns = found
    for line, row in enumerate(table[at + 1 :], at + 2):
        cells = {name: row[place] for place, name in columns.items() if place < len(row)}
        if any(cells.values()):
            yield line, cells
