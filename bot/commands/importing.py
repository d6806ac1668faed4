"""``shuji import``: rows of a ledger (xlsx or CSV) into the mailbox, each judged first; what was refused, and why."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import aclosing
from pathlib import Path

import click

from bot.clock import SystemClock
from bot.commands.frame import Terminal, command, stop, words
from bot.commands.own_events import leave
from bot.commands.reading import chosen_unit, house_of
from bot.making.opening.opener import Bounds, Opener
from bot.making.tables import Limits
from handlers.offline import importing as rules
from handlers.offline.importing import MOST_ROWS, MOST_TEXT, TICK, Judged
from handlers.rules.columns import Layout
from handlers.rules.headings import find_heading
from handlers.texts import OTHERS, SOURCE
from handlers.vocabulary import Attachment, FileKind, Refusal

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
async def importing(terminal: Terminal, *, file: Path, unit: str | None, dry_run: bool) -> None:
    """Judge every row, say so, and leave the good ones for the mailbox."""
    settings = terminal.settings()
    content = await read(file)
    async with terminal.database(settings) as database:
        async with database.reading() as tx:
            house = await house_of(tx, settings)
            table = list(rows_of(content, terminal.locale, [each.ledger for each in house.layouts.values()]))
            rows = [cells for _, cells in table]
            known = await rules.known(tx, terminal.locale, await chosen_unit(tx, unit), rows)
        judged = [rules.judge(line, cells, known) for line, cells in table]
        if not dry_run:
            now = SystemClock().now()
            good = [each.row for each in judged if each.row is not None]
            async with database.writing() as tx:
                for start in range(0, len(good), AT_ONCE):
                    await leave(tx, TICK, now, rules.facts(good[start : start + AT_ONCE]))
    for text in said(judged, dry_run=dry_run):
        click.echo(text)


def said(judged: Sequence[Judged], *, dry_run: bool) -> Iterator[str]:
    """What became of the rows, in words: those that were not taken by their line."""
    counted = Counter(each.what for each in judged)
    for each in [each for each in judged if each.what in ("wrong", "same")][:_SHOWN]:
        yield words("cli-import-line", line=each.line, why=each.why)
    more = counted["wrong"] + counted["same"] - _SHOWN
    if more > 0:
        yield words("cli-import-more", count=more)
    yield words(
        "cli-import-dry" if dry_run else "cli-import-done",
        new=counted["new"],
        update=counted["update"],
        same=counted["same"],
        wrong=counted["wrong"],
    )


async def read(file: Path) -> list[list[str]]:
    """The rows of a table, whatever it is written in; the program stops with a sentence where it is none.

    It is opened apart, as in the chat: whoever imports it was most likely sent it.
    """
    content = _content(file)
    async with aclosing(Opener(_BOUNDS)) as opener:
        found = await opener.read(Attachment(FileKind.DOCUMENT), content, _LIMITS)
    if isinstance(found, Refusal):
        found = {"trouble": found.value}
    match found.get("trouble"):
        case "many":
            stop("cli-import-many", most=MOST_ROWS)
        case "large" | Refusal.TOO_LARGE:
            stop("cli-import-large", file=str(file))
        case "far":
            stop("cli-import-far", file=str(file), cell=found.get("cell", ""))
        case "no_table" | Refusal.DAMAGED:
            stop("cli-import-no-table", file=str(file))
        case str():
            stop("cli-import-unopened", file=str(file))
    rows: list[list[str]] = found["rows"]
    return rows


def _content(file: Path) -> bytes:
    try:
        if file.stat().st_size > MOST_BYTES:
            stop("cli-import-large", file=str(file))
        return file.read_bytes()
    except OSError:
        stop("cli-import-unreadable", file=str(file))


def rows_of(
    table: Sequence[Sequence[str]], locale: str, layouts: Iterable[Layout] = ()
) -> Iterator[tuple[int, Mapping[str, str]]]:
    """Each row with its line, cells by the names of the fields; the header is the first row that has the titles."""
    titles = {title: name for each in (SOURCE, *OTHERS) for title, name in rules.headings(each).items()}
    titles |= rules.renamed(layouts)
    found = find_heading(table, titles, rules.WANTED, str)
    if found is None:
        stop("cli-import-columns", columns="、".join(rules.headings(locale)))
    at, columns = found
    for line, row in enumerate(table[at + 1 :], at + 2):
        cells = {name: row[place] for place, name in columns.items() if place < len(row)}
        if any(cells.values()):
            yield line, cells
