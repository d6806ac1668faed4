"""Tables (xlsx, xls, ods, CSV, and “.xls” that is HTML or XML) and texts that people send in, as rows and words.

They are read in a process of their own: ``bot.making.opening``.
"""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from itertools import islice
from typing import Any

from bot.making.archives import Swollen, packed, unpacked
from bot.making.office_pages import Unreadable, kind_of, read_pages
from bot.making.reach import corner_of
from handlers.core.vocabulary import Refusal
from handlers.rules.headings import WITHIN

_COLUMNS = 60
_READ = (".xml", ".rels", ".bin")
"""Endings of the parts that are read; pictures and whatever else are left out."""
SHEETS = 20
"""So many sheets of a workbook are looked at."""
MOST_NAME = 60
TIMES = 3
"""All sheets together are so many times what one of them may be."""
_TOGETHER = "content.xml"
"""All sheets of an OpenDocument file, which the reader takes at once."""
_OLD_EXCEL = b"\xd0\xcf\x11\xe0"


@dataclass(frozen=True, slots=True)
class Limits:
    """How much is read: ``rows``, characters in one ``cell`` (what is longer is cut) and in the ``whole``."""

    rows: int
    cell: int
    whole: int


TEXTS = (".toml", ".txt")
"""Endings of files that are read as words, not as a table."""
OCCASION = Limits(200, 4000, 200_000)
"""More matters than that nobody enters at one occasion; each may become a ticket with a thread of its own."""


def read_table(content: bytes, limits: Limits = OCCASION) -> Mapping[str, Any]:
    """``sheets`` with something in them that are not hidden; or ``trouble``, why there are none.

    Each has its ``name`` (empty where a file has no names for them) and either ``rows`` as lists of text, their places
    kept, or a ``trouble`` of its own: ``many`` rows (with ``most``), ``large`` (too many words), ``far`` (something
    stands so far out, in ``cell``, that no table is made of it). Troubles of the whole: ``no_table`` (it is not what
    its name says, or damaged), ``page`` and ``xml`` (it is a web page or Excel's XML of 2003 and can't be read),
    ``blank``, ``too_large`` once unpacked. Dates are written 2026-03-15, whole numbers without a point, formulas as
    what they last gave. What is merged downwards counts for each of its rows.
    """
    try:
        cut = list(_cut(content, limits))
    except Unreadable as unreadable:
        return {"trouble": "xml" if unreadable.what == "xml" else "page"}
    except Swollen:
        return {"trouble": Refusal.TOO_LARGE.value}
    except _NoTable:
        return {"trouble": "no_table"}
    sheets: list[dict[str, Any]] = []
    letters_left, rows_left = limits.whole, TIMES * (limits.rows + WITHIN)
    for name, rows in cut:
        if isinstance(rows, _Far):
            sheets.append({"name": name, "trouble": "far", "cell": rows.corner})
            continue
        while rows and not any(rows[-1]):
            rows.pop()
        letters = sum(len(cell) for row in rows for cell in row)
        if not rows:
            continue
        if len(rows) > min(limits.rows + WITHIN, rows_left):
            sheets.append({"name": name, "trouble": "many", "most": limits.rows})
        elif letters > letters_left:
            sheets.append({"name": name, "trouble": "large"})
        else:
            letters_left, rows_left = letters_left - letters, rows_left - len(rows)
            sheets.append({"name": name, "rows": rows})
    return {"sheets": sheets} if sheets else {"trouble": "blank"}


class _NoTable(ValueError):
    """It is none of the kinds that are read."""


@dataclass(frozen=True, slots=True)
class _Far:
    """A sheet reaches too far to be read; its last cell."""

    corner: str


def _cut(content: bytes, limits: Limits) -> Iterator[tuple[str, list[list[str]] | _Far]]:
    """Every sheet that is not hidden, with its name, a little longer than it may be."""
    kind = kind_of(content)
    if kind:
        for page in read_pages(content, kind, limits.rows + WITHIN + 1):
            if page.shown:
                yield page.name[:MOST_NAME], _texts(page.rows, limits)
    elif content[:2] == b"PK" or content[:4] == _OLD_EXCEL:
        yield from _workbook(content, limits)
    else:
        yield "", _separated(content, limits)


def _workbook(content: bytes, limits: Limits) -> Iterator[tuple[str, list[list[str]] | _Far]]:
    from python_calamine import (  # noqa: PLC0415 - the program knows the limits and reads nothing
        CalamineWorkbook,
        SheetTypeEnum,
        SheetVisibleEnum,
    )

    try:
        parts = unpacked(content) if content[:2] == b"PK" else {}
        if _TOGETHER in parts and (far := corner_of(parts, 0)) is not None:
            yield "", _Far(far)
            return
        book = CalamineWorkbook.from_filelike(io.BytesIO(_repacked(parts) if parts else content))
        for place, about in enumerate(book.sheets_metadata[:SHEETS]):
            if about.visible == SheetVisibleEnum.Visible and about.typ == SheetTypeEnum.WorkSheet:
                far = corner_of(parts, place) if parts and _TOGETHER not in parts else None
                yield about.name[:MOST_NAME], _sheet(book, place, limits) if far is None else _Far(far)
    except (KeyboardInterrupt, SystemExit, MemoryError, Swollen):
        raise
    except BaseException as error:  # A damaged file may raise anything, a panic of the reader too.
        raise _NoTable from error


def _repacked(parts: Mapping[str, bytes]) -> bytes:
    """The workbook as the reader is given it: its parts no larger than was measured."""
    return packed(
        ((name, part) for name, part in parts.items() if name.endswith(_READ) or "." not in name), zipfile.ZIP_STORED
    )


def _sheet(book: Any, place: int, limits: Limits) -> list[list[str]]:
    sheet = book.get_sheet_by_index(place)
    rows = _texts(sheet.to_python(skip_empty_area=False, nrows=limits.rows + WITHIN + 1), limits)
    for (top, left), (bottom, _) in sheet.merged_cell_ranges or ():
        for at in range(top + 1, min(bottom + 1, len(rows))):
            if left < len(rows[at]) and top < len(rows):
                rows[at][left] = rows[top][left]
    return rows


def _texts(rows: Iterable[Iterable[Any]], limits: Limits) -> list[list[str]]:
    return [[_text(cell, limits.cell) for cell in islice(row, _COLUMNS)] for row in rows]


def read_text(content: bytes, most: int = OCCASION.whole) -> Mapping[str, Any]:
    """``text`` of a file of words (UTF-8, UTF-16 or GB 18030), or ``trouble``: ``no_text`` or ``large``."""
    text = _decoded(content)
    if text is None:
        return {"trouble": "no_text"}
    return {"trouble": "large"} if len(text) > most else {"text": text}


def _decoded(content: bytes) -> str | None:
    wide = content[:2] in (b"\xff\xfe", b"\xfe\xff")
    for encoding in ("utf-16",) if wide else ("utf-8-sig", "gb18030"):
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        return None if "\0" in text else text
    return None


def _separated(content: bytes, limits: Limits) -> list[list[str]]:
    text = _decoded(content)
    if text is None:
        raise _NoTable
    first = text.partition("\n")[0]
    separator = max(",\t;，", key=first.count)
    try:
        found = csv.reader(io.StringIO(text), delimiter=separator)
        return _texts(islice(found, limits.rows + WITHIN + 1), limits)
    except csv.Error as error:
        raise _NoTable from error


def _text(cell: Any, most: int) -> str:
    if cell is None:
        return ""
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    if isinstance(cell, datetime):
        return f"{cell:%Y-%m-%d}" if cell.time() == time() else f"{cell:%Y-%m-%d %H:%M}"
    if isinstance(cell, date):
        return f"{cell:%Y-%m-%d}"
    return str(cell).strip()[:most]
