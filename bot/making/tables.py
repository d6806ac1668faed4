"""Tables (xlsx, xls, ods, CSV) and texts that people send in, as rows and words.

They are read in a process of their own: ``bot.making.opening``.
"""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any

from bot.making.archives import Swollen, packed, unpacked
from bot.making.reach import corner_of
from handlers.rules.headings import WITHIN
from handlers.vocabulary import Refusal

_COLUMNS = 60
_READ = (".xml", ".rels", ".bin")
"""Endings of the parts that are read; pictures and whatever else are left out."""
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
    """``rows`` of the first sheet as lists of text, their places kept; or ``trouble``, why there are none.

    Troubles: ``no_table`` (it is not what its name says, or damaged), ``many`` rows, ``large`` (too many words),
    ``far`` (something stands so far out, in ``cell``, that no table is made of it), ``too_large`` once unpacked.
    Dates are written 2026-03-15, whole numbers without a point, formulas as what they last gave. What is merged
    downwards counts for each of its rows.
    """
    old = content[:2] == b"PK" or content[:4] == _OLD_EXCEL
    try:
        rows = _sheet(content, limits) if old else _separated(content, limits)
    except Swollen:
        return {"trouble": Refusal.TOO_LARGE.value}
    except _Far as far:
        return {"trouble": "far", "cell": str(far)}
    if rows is None:
        return {"trouble": "no_table"}
    while rows and not any(rows[-1]):
        rows.pop()
    if len(rows) > limits.rows + WITHIN:
        return {"trouble": "many", "most": limits.rows}
    if sum(len(cell) for row in rows for cell in row) > limits.whole:
        return {"trouble": "large"}
    return {"rows": rows}


class _Far(Exception):
    """A sheet reaches too far to be read; its last cell."""


def _sheet(content: bytes, limits: Limits) -> list[list[str]] | None:
    from python_calamine import CalamineWorkbook  # noqa: PLC0415 - the program knows the limits and reads nothing

    try:
        if content[:2] == b"PK":
            content = _bounded(content)
        sheet = CalamineWorkbook.from_filelike(io.BytesIO(content)).get_sheet_by_index(0)
        found = sheet.to_python(skip_empty_area=False, nrows=limits.rows + WITHIN + 1)
        rows = [[_text(cell, limits.cell) for cell in row[:_COLUMNS]] for row in found]
        merged = sheet.merged_cell_ranges or ()
    except (KeyboardInterrupt, SystemExit, MemoryError, Swollen, _Far):
        raise
    except BaseException:  # noqa: BLE001 - a damaged file may raise anything in the reader, a panic of its core included
        return None
    for (top, left), (bottom, _) in merged:
        for at in range(top + 1, min(bottom + 1, len(rows))):
            if left < len(rows[at]) and top < len(rows):
                rows[at][left] = rows[top][left]
    return rows


def _bounded(content: bytes) -> bytes:
    """The workbook as the reader is given it: its parts no larger than was measured, and the sheet that is read.

    Raises:
        Swollen, _Far, Broken: it is not given to it.
    """
    parts = unpacked(content)
    far = corner_of(parts, 0)
    if far is not None:
        raise _Far(far)
    wanted = ((name, part) for name, part in parts.items() if name.endswith(_READ) or "." not in name)
    return packed(wanted, zipfile.ZIP_STORED)


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


def _separated(content: bytes, limits: Limits) -> list[list[str]] | None:
    text = _decoded(content)
    if text is None:
        return None
    first = text.partition("\n")[0]
    separator = max(",\t;，", key=first.count)
    try:
        found = csv.reader(io.StringIO(text), delimiter=separator)
        most = range(limits.rows + WITHIN + 1)
        return [[_text(cell, limits.cell) for cell in row[:_COLUMNS]] for _, row in zip(most, found, strict=False)]
    except csv.Error:
        return None


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
