"""Files called “.xls” that are none: web pages with tables (HTML, MHTML) and Excel's XML of 2003, as sheets."""

from __future__ import annotations

import email
import email.policy
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from email.message import EmailMessage
from html.parser import HTMLParser
from typing import Any
from xml.parsers import expat

_BEGINS = 4096
"""Bytes in which a file says what it is."""
_CHARSET = re.compile(rb"charset\s*=\s*[\"']?\s*([A-Za-z0-9_-]{2,20})", re.IGNORECASE)
_MOST_SPAN = 60
_MOST_TABLES = 20
_SS = "urn:schemas-microsoft-com:office:spreadsheet"
_X = "urn:schemas-microsoft-com:office:excel"


@dataclass(slots=True)
class Page:
    """One table of cells as text; ``shown``: not hidden."""

    name: str = ""
    rows: list[list[str]] = field(default_factory=list)
    shown: bool = True


class Unreadable(ValueError):
    """It is what it looked like, but can't be read; ``what`` names the kind: ``html`` or ``xml``."""

    def __init__(self, what: str) -> None:
        super().__init__(what)
        self.what = what


def kind_of(content: bytes) -> str:
    """``html``, ``mhtml`` or ``xml`` where the beginning says so; empty for anything else."""
    encoding = "utf-16" if content[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"
    begin = content[:_BEGINS].decode(encoding, "ignore").lstrip("\ufeff \t\r\n").lower().replace("'", '"')
    if begin.startswith("mime-version:") or (begin.startswith("from:") and "multipart/related" in begin):
        return "mhtml"
    if begin.startswith("<?xml") and (_SS in begin or 'progid="excel.sheet"' in begin):
        return "xml"
    if begin.startswith(("<html", "<!doctype html", "<table", "<head", "<meta", "<style", "<?xml")) and (
        "<html" in begin or "<table" in begin or "<meta" in begin
    ):
        return "html"
    return ""


def read_pages(content: bytes, kind: str, most_rows: int) -> list[Page]:
    """The tables of such a file, each cut after ``most_rows`` rows.

    Raises:
        Unreadable: it is damaged, or holds declarations that are never read (entities).
    """
    if kind == "xml":
        return _Workbook(most_rows).read(content)
    pages = [content] if kind == "html" else list(_parts(content))
    found: list[Page] = []
    for page in pages:
        parser = _Tables(most_rows)
        parser.feed(_decoded(page))
        parser.close()
        found += parser.pages
    return found[:_MOST_TABLES]


def _parts(content: bytes) -> Iterator[bytes]:
    message = email.message_from_bytes(content, _class=EmailMessage, policy=email.policy.default)
    for part in message.walk():
        if part.get_content_type() == "text/html":
            payload = part.get_payload(decode=True)
            if isinstance(payload, bytes):
                charset = part.get_content_charset()
                named = b"" if charset is None else b"<meta charset=" + charset.encode("ascii", "ignore") + b">"
                yield named + payload


def _decoded(content: bytes) -> str:
    if content[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return content.decode("utf-16", "replace")
    named = _CHARSET.search(content[:_BEGINS])
    encodings = ["utf-8-sig", "gb18030"]
    if named is not None:
        encodings.insert(0, "gb18030" if named[1].lower().startswith(b"gb") else named[1].decode("ascii"))
    for encoding in encodings:
        try:
            return content.decode(encoding)
        except (UnicodeDecodeError, LookupError):
            continue
    raise Unreadable("html")


def _span(value: str | None) -> int:
    number = int(value) if value is not None and value.isascii() and value.isdigit() and len(value) < 10 else 1
    return max(1, min(number, _MOST_SPAN))


class _Tables(HTMLParser):
    """Every outermost table of a page; what is in a table within a cell is words of that cell."""

    def __init__(self, most_rows: int) -> None:
        super().__init__(convert_charrefs=True)
        self.pages: list[Page] = []
        self._most = most_rows
        self._depth = 0
        self._row: list[str] | None = None
        self._cell: list[str] | None = None
        self._spans = (1, 1)
        self._held: dict[int, tuple[int, str]] = {}
        """Columns that a cell above still fills: for how many rows, and with what."""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """A table, a row or a cell begins."""
        if tag == "table":
            self._depth += 1
            if self._depth == 1:
                self.pages.append(Page())
                self._held = {}
        elif self._depth == 1 and tag == "tr":
            self._end_row()
            self._row = []
        elif self._depth == 1 and tag in ("td", "th"):
            self._end_cell()
            if self._row is None:
                self._row = []
            known = dict(attrs)
            self._cell, self._spans = [], (_span(known.get("rowspan")), _span(known.get("colspan")))
        elif tag in ("br", "p", "div") and self._cell is not None:
            self._cell.append("\n")

    def handle_endtag(self, tag: str) -> None:
        """A table, a row or a cell ends."""
        if tag == "table" and self._depth:
            if self._depth == 1:
                self._end_row()
            self._depth -= 1
        elif self._depth == 1 and tag in ("td", "th"):
            self._end_cell()
        elif self._depth == 1 and tag == "tr":
            self._end_row()

    def handle_data(self, data: str) -> None:
        """Words of a cell."""
        if self._cell is not None:
            self._cell.append(data)

    def _fill(self) -> None:
        assert self._row is not None
        while len(self._row) in self._held:
            place = len(self._row)
            left, text = self._held.pop(place)
            self._row.append(text)
            if left > 1:
                self._held[place] = (left - 1, text)

    def _end_cell(self) -> None:
        if self._cell is None or self._row is None:
            return
        lines = (" ".join(line.split()) for line in "".join(self._cell).replace("\xa0", " ").split("\n"))
        text, (down, across) = "\n".join(filter(None, lines)), self._spans
        self._cell = None
        for step in range(across):
            self._fill()
            words = text if step == 0 else ""
            if down > 1:
                self._held[len(self._row)] = (down - 1, words)
            self._row.append(words)

    def _end_row(self) -> None:
        self._end_cell()
        if self._row is None:
            return
        self._fill()
        if len(self.pages[-1].rows) < self._most:
            self.pages[-1].rows.append(self._row)
        self._row = None


class _Workbook:
    """Excel's XML of 2003 ("XML Spreadsheet"); a file that declares a document type or entities is not read."""

    def __init__(self, most_rows: int) -> None:
        self._pages: list[Page] = []
        self._most = most_rows
        self._words: list[str] | None = None
        self._row = 0
        self._column = 0
        self._kind = ""
        self._down = self._across = 1

    def read(self, content: bytes) -> list[Page]:
        """Its worksheets."""
        parser = expat.ParserCreate(namespace_separator=" ")
        parser.StartDoctypeDeclHandler = self._refuse
        parser.EntityDeclHandler = self._refuse
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._data
        try:
            parser.Parse(content, True)
        except (expat.ExpatError, ValueError) as error:
            raise Unreadable("xml") from error
        return self._pages

    @staticmethod
    def _refuse(*_: Any) -> None:
        raise Unreadable("xml")

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        def named(key: str) -> str | None:
            return attributes.get(f"{_SS} {key}")

        match name:
            case "urn:schemas-microsoft-com:office:spreadsheet Worksheet":
                if len(self._pages) == _MOST_TABLES:
                    raise Unreadable("xml")
                self._pages.append(Page(named("Name") or ""))
                self._row = 0
            case "urn:schemas-microsoft-com:office:spreadsheet Row":
                self._row = _index(named("Index"), self._row)
                self._column = 0
            case "urn:schemas-microsoft-com:office:spreadsheet Cell":
                self._column = _index(named("Index"), self._column)
                self._down, self._across = _more(named("MergeDown")), _more(named("MergeAcross"))
            case "urn:schemas-microsoft-com:office:spreadsheet Data":
                self._words, self._kind = [], named("Type") or ""
            case "urn:schemas-microsoft-com:office:excel Visible":
                self._words = []

    def _data(self, words: str) -> None:
        if self._words is not None:
            self._words.append(words)

    def _end(self, name: str) -> None:
        if name == f"{_SS} Data" and self._words is not None and self._pages:
            self._put("".join(self._words).strip())
            self._words = None
        elif name == f"{_SS} Cell":
            self._column += self._across - 1
        elif name == f"{_X} Visible" and self._words is not None:
            if self._pages and "hidden" in "".join(self._words).lower():
                self._pages[-1].shown = False
            self._words = None

    def _put(self, words: str) -> None:
        if self._kind == "DateTime":
            day, _, clock = words.partition("T")
            words = day if clock.startswith("00:00") or not clock else f"{day} {clock[:5]}"
        elif self._kind == "Number" and words.endswith(".0"):
            words = words[:-2]
        rows = self._pages[-1].rows
        for below in range(self._row - 1, self._row - 1 + self._down):
            if self._column > _MOST_SPAN:
                return
            # What stands further down makes the table as long as is read, so that it is told of.
            at = min(below, self._most - 1)
            while len(rows) <= at:
                rows.append([])
            rows[at].extend([""] * (self._column - len(rows[at])))
            rows[at][self._column - 1] = words


def _more(written: str | None) -> int:
    """How many rows or columns a cell fills that is said to fill so many more."""
    return 1 + (min(int(written), _MOST_SPAN) if written and written.isascii() and written.isdigit() else 0)


def _index(written: str | None, before: int) -> int:
    """The row or column that comes next, from 1; an index that goes back counts for nothing."""
    if written is not None and written.isascii() and written.isdigit() and before < int(written) < 1 << 21:
        return int(written)
    return before + 1
