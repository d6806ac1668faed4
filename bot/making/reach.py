"""How far the sheets of a workbook reach, before it is read.

The reader makes a rectangle of a sheet, from A1 to the last cell that holds something: two cells in opposite corners
ask it for half a terabyte. What a sheet says of its own size is no promise, so its cells are walked through one by
one.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from xml.parsers import expat

from bot.making.archives import Broken

MOST_CELLS = 4_000_000
"""Four times the largest table that is taken (20,000 rows of 50 columns); the reader takes 64 bytes for a cell."""
_FOLDER = "xl/"
_SHEETS = _FOLDER + "worksheets/"
_WORKBOOK = _FOLDER + "workbook.xml"
_RELATIONS = _FOLDER + "_rels/workbook.xml.rels"
_CONTENT = "content.xml"
_LETTERS = 26

_Start = Callable[[str, dict[str, str]], None]


@dataclass(slots=True)
class Reach:
    """How far the cells go that hold something; ``row`` and ``column`` count from 1, 0 where there is none."""

    row: int = 0
    column: int = 0

    @property
    def far(self) -> bool:
        """Whether the rectangle would be too large to make."""
        return self.row * self.column > MOST_CELLS

    @property
    def corner(self) -> str:
        """The name of the cell where the last row and the last column meet: ``XFD1048576``."""
        letters, left = "", self.column
        while left > 0:
            left, letter = divmod(left - 1, _LETTERS)
            letters = chr(ord("A") + letter) + letters
        return f"{letters}{self.row}"

    def holds(self, row: int, column: int) -> None:
        """There is something in this cell."""
        self.row, self.column = max(self.row, row), max(self.column, column)


def corner_of(parts: Mapping[str, bytes], index: int) -> str | None:
    """The last cell of that sheet if it reaches too far to be read, None if it doesn't.

    In an OpenDocument file all sheets are one part and are read together: the farthest counts.

    Raises:
        Broken: a part is no XML that can be walked through.
    """
    if _CONTENT in parts:
        found = [_open_document(parts[_CONTENT])]
    else:
        # A sheet that can't be told from the others may be any of them.
        sheets = {name: part for name, part in parts.items() if name.startswith(_SHEETS) and name.endswith(".xml")}
        names = _in_order(parts)
        asked = names[index : index + 1] if set(names) <= set(sheets) else []
        found = [_excel(sheets[name]) for name in asked or sheets]
    return next((each.corner for each in found if each.far), None)


def _in_order(parts: Mapping[str, bytes]) -> list[str]:
    """The parts of the sheets in the order of the workbook."""
    relations: list[str] = []
    targets: dict[str, str] = {}

    def sheet(name: str, known: dict[str, str]) -> None:
        if name.rpartition(":")[2] == "sheet":
            relations.extend(each for key, each in known.items() if key.endswith(":id"))

    def relation(name: str, known: dict[str, str]) -> None:
        if name.rpartition(":")[2] == "Relationship":
            target = known.get("Target", "").lstrip("/")
            targets[known.get("Id", "")] = target if target.startswith(_FOLDER) else _FOLDER + target

    _walk(parts.get(_WORKBOOK, b"<none/>"), sheet)
    _walk(parts.get(_RELATIONS, b"<none/>"), relation)
    return [targets.get(each, "") for each in relations]


def _walk(part: bytes, start: _Start) -> None:
    parser = expat.ParserCreate()
    parser.StartElementHandler = start
    parser.StartDoctypeDeclHandler = _refuse  # No office program writes one, and one could name other files.
    try:
        parser.Parse(part, True)
    except (expat.ExpatError, ValueError) as error:
        raise Broken from error


def _refuse(*_: object) -> None:
    raise Broken


def _excel(part: bytes) -> Reach:
    reach = Reach()
    row = column = 0

    def start(name: str, known: dict[str, str]) -> None:
        nonlocal row, column
        tag = name.rpartition(":")[2]
        if tag == "c":
            column += 1
            if "r" in known:
                row, column = _place(known["r"])
        elif tag in ("v", "is", "f"):
            reach.holds(row, column)
        elif tag == "row":
            row, column = int(known.get("r", row + 1)), 0

    _walk(part, start)
    return reach


def _place(reference: str) -> tuple[int, int]:
    """Row and column of ``B7``.

    Raises:
        ValueError: it names no cell.
    """
    letters = reference.rstrip("0123456789").upper()
    column = 0
    for letter in letters:
        if not "A" <= letter <= "Z":
            raise ValueError(reference)
        column = column * _LETTERS + ord(letter) - ord("A") + 1
    return int(reference[len(letters) :]), column


def _open_document(part: bytes) -> Reach:
    """The largest of all tables in it: how far the reader would go in one of them."""
    largest, reach = Reach(), Reach()
    row = column = rows = columns = 0

    def start(name: str, known: dict[str, str]) -> None:
        nonlocal reach, largest, row, column, rows, columns
        tag = name.rpartition(":")[2]
        if tag == "table":
            reach, row, rows = Reach(), 0, 0
        elif tag == "table-row":
            # What is repeated, is there so many times.
            row, column = row + rows, 0
            rows, columns = int(known.get("table:number-rows-repeated", 1)), 0
        elif tag in ("table-cell", "covered-table-cell"):
            column += columns
            columns = int(known.get("table:number-columns-repeated", 1))
            if "office:value-type" in known or "table:formula" in known:
                reach.holds(row + rows, column + columns)
        elif tag == "p":
            reach.holds(row + rows, column + columns)
        if reach.row * reach.column > largest.row * largest.column:
            largest = reach

    _walk(part, start)
    return largest
