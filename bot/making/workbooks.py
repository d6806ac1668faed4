"""Excel files: written row by row in constant memory, every text as text and never as a formula.

All of it blocks: call it off the loop.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from typing import Any

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from handlers.components.register import Heading, Kind, Table, Value
from handlers.core.texts import say
from handlers.reports.digest.sections import Section

LIMIT = 32_767
"""What one cell can hold, in UTF-16 units: past it a writer of the library writes nothing at all."""
MIME = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_SECTION_WIDTHS = (26, 32, 17, 17, 15, 13, 13, 13, 13, 13)
_UNFIT = re.compile("[\\x00-\\x08\\x0b-\\x1f\\x7f-\\x9f\\ud800-\\udfff\\ufffe\\uffff]")
_WIDE = re.compile("[\u2e80-\U0010ffff]+")
_WIDEST = 44
_HIGHEST = 12
"""So many lines of a cell are shown; what is longer is whole in the cell all the same."""
MOST_LINES = 200
"""Rows of a form that offer their choices: as many as are read of one that comes back."""
_FONT = "Microsoft YaHei"
_HEADER: dict[str, Any] = {
    "bold": True,
    "bg_color": "#1F4E79",
    "font_color": "#FFFFFF",
    "valign": "vcenter",
    "text_wrap": True,
}


def _width(value: object) -> int:
    """How wide a cell's longest line is, in Latin characters: a Chinese one counts for two."""
    if isinstance(value, date):
        return 16 if isinstance(value, datetime) else 10
    return max(map(_line_width, str("" if value is None else value).splitlines()), default=0)


def _line_width(line: str) -> int:
    return len(line) if line.isascii() else 2 * len(line) - len(_WIDE.sub("", line))


def _lines(value: object, width: int) -> int:
    """In how many lines a cell of this width shows it."""
    if not isinstance(value, str):
        return 1
    room = max(1, width - 1)
    return sum(max(1, -(-_line_width(line) // room)) for line in value.splitlines()) or 1


def _height(row: Sequence[object], widths: Sequence[int]) -> float | None:
    """How high a row is, in points, for its longest cell to be read; None: one line is enough."""
    # Not every program makes a row as high as the lines in it.
    lines = max((_lines(value, width) for value, width in zip(row, widths, strict=False)), default=1)
    return 15.0 * min(lines, _HIGHEST) if lines > 1 else None


class Book:
    """One workbook. Sheets are written one after another, rows from the top down."""

    def __init__(self, locale: str, *, title: str, made: datetime) -> None:
        self._locale = locale
        self._content = io.BytesIO()
        self._book = xlsxwriter.Workbook(
            self._content,
            {
                "constant_memory": True,
                "strings_to_formulas": False,
                "strings_to_urls": False,
                "strings_to_numbers": False,
                "default_format_properties": {"font_name": _FONT, "font_size": 10},
            },
        )
        self._book.set_properties({"title": title, "created": made})
        base: dict[str, Any] = {
            "font_name": _FONT,
            "font_size": 10,
            "valign": "top",
            "border": 1,
            "border_color": "#D5DDE4",
        }
        self._formats: dict[str, Format] = {
            name: self._book.add_format({**base, **more})
            for name, more in {
                "header": {**_HEADER, "font_size": 10},
                "text": {"text_wrap": True},
                "number": {"num_format": "0", "align": "left"},
                "time": {"num_format": "yyyy-mm-dd hh:mm", "align": "left"},
                "date": {"num_format": "yyyy-mm-dd", "align": "left"},
                "title": {"bold": True, "font_size": 13, "border": 0, "font_color": "#1F4E79"},
                "note": {"border": 0, "font_color": "#5A6772"},
            }.items()
        }
        self.cut = 0
        self._sheet: Worksheet | None = None
        self._row = 0

    def begin_ledger(self, name: str, headings: Sequence[Heading]) -> None:
        """Start the sheet of the ledger: header that stays, columns as wide as what is in them."""
        sheet = self._begin(name)
        sheet.set_row(0, 30)
        for column, each in enumerate(headings):
            # What is empty looks as its column does: a third of the cells need not be written.
            sheet.set_column(column, column, each.width, self._formats["time" if each.kind is Kind.TIME else "text"])
            sheet.write_string(0, column, each.title, self._formats["header"])
        sheet.freeze_panes(1, 2)
        sheet.set_landscape()
        sheet.set_paper(8)
        sheet.fit_to_pages(1, 0)
        sheet.repeat_rows(0)
        self._row = 1

    def add_lines(self, lines: Iterable[Sequence[Value]]) -> None:
        """Further rows of the ledger."""
        assert self._sheet is not None
        for line in lines:
            # Two lines of a long text: the whole is in the cell, and rows stay readable.
            self._sheet.set_row(self._row, 32)
            for column, value in enumerate(line):
                if value is not None and value != "":
                    self._cell(column, value)
            self._row += 1

    def end_ledger(self, columns: int) -> None:
        """Filters over what has been written."""
        assert self._sheet is not None
        self._sheet.autofilter(0, 0, max(1, self._row - 1), columns - 1)

    def add_sections(self, name: str, heading: Sequence[str], sections: Iterable[Section]) -> None:
        """A sheet with tables one below another."""
        sheet = self._begin(name)
        for column, width in enumerate(_SECTION_WIDTHS):
            sheet.set_column(column, column, width)
        sheet.set_landscape()
        sheet.set_paper(9)
        sheet.fit_to_pages(1, 0)
        sheet.hide_gridlines(2)
        for text in heading:
            self._plain(text, "title" if self._row == 0 else "note")
        for section in sections:
            self._row += 1
            self._plain(section.title, "title")
            if section.note:
                self._plain(section.note, "note")
            for column, title in enumerate(section.header):
                sheet.write_string(self._row, column, title, self._formats["header"])
            self._row += 1
            for row in section.rows:
                sheet.set_row(self._row, _height(row, _SECTION_WIDTHS))
                for column, value in enumerate(row):
                    self._cell(column, value)
                self._row += 1

    def add_register(self, name: str, title: str, table: Table) -> None:
        """A sheet with one table: its title, a header that stays, filters, columns as wide as what is in them."""
        sheet, headings, rows = self._begin(name), table.headings, table.rows
        self._plain(title, "title")
        widths = [
            each.width or min(_WIDEST, 2 + max([_width(each.title), *(_width(row[column]) for row in rows)]))
            for column, each in enumerate(headings)
        ]
        for column, each in enumerate(headings):
            sheet.set_column(column, column, widths[column])
            sheet.write_string(self._row, column, each.title, self._formats["header"])
        self._row += 1
        first = self._row
        for row in rows:
            height = _height(row, widths)
            if height is not None:
                sheet.set_row(self._row, height)
            for column, value in enumerate(row):
                self._cell(column, value)
            self._row += 1
        sheet.freeze_panes(first, 0)
        sheet.autofilter(first - 1, 0, max(first, self._row - 1), len(headings) - 1)
        sheet.set_landscape()
        sheet.set_paper(9)
        sheet.fit_to_pages(1, 0)
        sheet.repeat_rows(first - 1)

    def add_form(self, name: str, columns: Sequence[str], choices: Mapping[int, Sequence[str]]) -> None:
        """An empty sheet to fill in: the header is the first row; a column with ``choices`` (from 0) offers them."""
        sheet = self._begin(name)
        for column, heading in enumerate(columns):
            sheet.set_column(column, column, _WIDEST if column == 0 else max(16, _width(heading) + 2))
            sheet.write_string(0, column, heading, self._formats["header"])
        for column, offered in choices.items():
            sheet.data_validation(
                1, column, MOST_LINES, column, {"validate": "list", "source": list(offered), "ignore_blank": True}
            )
        sheet.freeze_panes(1, 0)
        self._row = 1

    def add_notes(self, name: str, lines: Iterable[str]) -> None:
        """A sheet of sentences."""
        self._begin(name).set_column(0, 0, 100)
        for line in lines:
            self._plain(line, "note")

    def finish(self) -> bytes:
        """The file."""
        self._book.close()
        return self._content.getvalue()

    def _begin(self, name: str) -> Worksheet:
        sheet: Worksheet = self._book.add_worksheet(sheet_name(name))
        self._sheet = sheet
        self._row = 0
        return sheet

    def _plain(self, text: str, style: str) -> None:
        assert self._sheet is not None
        self._sheet.set_row(self._row, 24 if style == "title" else 17)
        self._sheet.write_string(self._row, 0, self._fit(text), self._formats[style])
        self._row += 1

    def _cell(self, column: int, value: Any) -> None:
        assert self._sheet is not None
        formats = self._formats
        if value is None or value == "":
            self._sheet.write_blank(self._row, column, None, formats["text"])
        elif isinstance(value, str):
            self._sheet.write_string(self._row, column, self._fit(value), formats["text"])
        elif isinstance(value, datetime):
            self._sheet.write_datetime(self._row, column, value, formats["time"])
        elif isinstance(value, date):
            self._sheet.write_datetime(self._row, column, datetime(value.year, value.month, value.day), formats["date"])
        elif isinstance(value, int | float):
            self._sheet.write_number(self._row, column, value, formats["number"])
        else:
            self._sheet.write_string(self._row, column, self._fit(str(value)), formats["text"])

    def _fit(self, text: str) -> str:
        """A text as a cell can hold it: no control characters or half characters; cut, with a note, if too long."""
        # Most texts are one printable line, and that is known much sooner than what is unfit is looked for.
        clean = text if text.isprintable() else _UNFIT.sub("", text)
        if len(clean) <= LIMIT // 2:
            return clean  # Even if every character took two units.
        encoded = clean.encode("utf-16-le")
        if len(encoded) <= 2 * LIMIT:
            return clean
        self.cut += 1
        note = "\n" + say(self._locale, "ledger-cut", count=len(clean))
        kept = encoded[: 2 * (LIMIT - len(note))].decode("utf-16-le", "ignore")
        return kept + note


def sheet_name(name: str) -> str:
    """A name that Excel allows for a sheet."""
    return "".join("_" if each in "[]:*?/\\" else each for each in name)[:31] or "1"
