"""Units from a table (CSV) into ``config.toml``: every row is judged first; with one wrong row nothing is changed."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click
import tomlkit
from tomlkit.items import AoT, Table

from bot.commands.files import replace, text_of, write_new
from bot.commands.frame import Stop, Terminal, words
from bot.settings import Settings, SettingsError, Unit, load_settings
from bot.settings.named import units_named
from handlers.rules.directory import Directory

_COLUMNS: Mapping[str, str] = {
    "code": "code",
    "代码": "code",
    "单位代码": "code",
    "name": "name",
    "名称": "name",
    "单位": "name",
    "单位名称": "name",
    "parent": "parent",
    "上级": "parent",
    "上级代码": "parent",
    "上级单位": "parent",
    "prefix": "prefix",
    "前缀": "prefix",
    "编号前缀": "prefix",
}
_ORDER = ("code", "name", "parent", "prefix")
_CODE = re.compile(r"[A-Za-z0-9_-]{1,20}")
_PREFIX = re.compile(r"[A-Z][A-Z0-9]{0,7}")
_LONGEST_NAME = 60


@dataclass(slots=True)
class Row:
    """One row of the table; ``wrong`` is what is the matter with it, in words."""

    line: int
    code: str
    name: str
    parent: str
    prefix: str
    wrong: str = ""

    @property
    def values(self) -> dict[str, str]:
        """What is to be written for the unit; empty cells say nothing."""
        return {key: getattr(self, key) for key in _ORDER if getattr(self, key)}


def import_units(terminal: Terminal, settings: Settings, file: Path, *, dry_run: bool) -> None:
    """Judge every row, say so row by row, and write the configuration if all of them are right.

    Raises:
        Stop: a row is wrong, or the file is no such table; nothing was changed.
    """
    rows = list(read_rows(text_of(file), str(file)))
    judge(rows, settings)
    known = {unit.code: unit for unit in settings.units}
    counts = {"new": 0, "changed": 0, "same": 0, "wrong": 0}
    for row in rows:
        fate = "wrong" if row.wrong else "new" if row.code not in known else _change(row, known[row.code])
        counts[fate] += 1
        if fate != "same":
            says = f"{row.code} {row.name}" + (f": {row.wrong}" if row.wrong else "")
            click.echo(words("cli-table-row", line=str(row.line), fate=words(f"cli-table-{fate}"), says=says))
    terminal.tell("cli-table-counts", new=counts["new"], changed=counts["changed"], same=counts["same"])
    if counts["wrong"]:
        raise Stop(words("cli-table-refused", count=counts["wrong"]))
    if dry_run:
        terminal.tell("cli-table-dry-run")
    elif counts["new"] or counts["changed"]:
        _write(terminal, rows)


def _change(row: Row, unit: Unit) -> str:
    return "same" if all(getattr(unit, key) == value for key, value in row.values.items()) else "changed"


def read_rows(text: str, file: str) -> Iterator[Row]:
    """The rows of a table with a head of column names, or with the columns code, name, parent, prefix in this order.

    Raises:
        Stop: it has no rows, or a head without code and name.
    """
    first = text.lstrip().split("\n", 1)[0]
    separator = max(",\t;，", key=first.count)
    lines = [line.replace("，", ",") for line in text.splitlines()] if separator == "，" else text.splitlines()
    table = list(csv.reader(lines, delimiter="," if separator == "，" else separator))
    order: Sequence[str | None] = _ORDER
    begin = 0
    if table and any(cell.strip().lower() in _COLUMNS for cell in table[0]):
        order = [_COLUMNS.get(cell.strip().lower()) for cell in table[0]]
        begin = 1
        if "code" not in order or "name" not in order:
            raise Stop(words("cli-table-head", file=file))
    found = False
    for line, cells in enumerate(table[begin:], begin + 1):
        values = {key: cell.strip() for key, cell in zip(order, cells, strict=False) if key is not None}
        if any(values.values()):
            found = True
            yield Row(line, *(values.get(key, "") for key in _ORDER))
    if not found:
        raise Stop(words("cli-table-empty", file=file))


def judge(rows: Sequence[Row], settings: Settings) -> None:
    """Note in each row what is wrong with it."""
    first: dict[str, int] = {}
    parents = {unit.code: unit.parent or "" for unit in settings.units}
    for row in rows:
        if row.code not in first:
            parents[row.code] = row.parent or parents.get(row.code, "")
    named = units_named({unit.code: unit for unit in (*settings.units, *map(_as_unit, rows))}.values())
    for row in rows:
        row.wrong = _wrong(row, first, parents, named)
        first.setdefault(row.code, row.line)


def _as_unit(row: Row) -> Unit:
    return Unit.model_construct(code=row.code, name=row.name, parent=row.parent or None)


def _no_parent(row: Row, named: Directory) -> str:
    """There is no such code; of a name the codes are said that it may mean."""
    fits = {each.key: f"{each.code} {named.shown(each.key)}" for each in named.find(row.parent).nearest}
    if not fits:
        return words("cli-table-parent", parent=row.parent)
    return words("cli-table-parent-code", parent=row.parent, choices=", ".join(fits.values()))


def _wrong(row: Row, first: Mapping[str, int], parents: Mapping[str, str], named: Directory) -> str:
    if not _CODE.fullmatch(row.code):
        return words("settings-expected-code")
    if row.code in first:
        return words("cli-table-twice", line=str(first[row.code]))
    if not row.name or len(row.name) > _LONGEST_NAME:
        return words("cli-table-name", most=_LONGEST_NAME)
    if row.parent and row.parent not in parents:
        return _no_parent(row, named)
    if row.prefix and not _PREFIX.fullmatch(row.prefix):
        return words("settings-expected-prefix")
    above, seen = row.parent, {row.code}
    while above:
        if above in seen:
            return words("cli-table-ring", parent=row.parent)
        seen.add(above)
        above = parents.get(above, "")
    return ""


def _write(terminal: Terminal, rows: Sequence[Row]) -> None:
    file = terminal.config
    document = tomlkit.parse(file.read_text("utf-8-sig"))
    entries = document.get("units")
    if not isinstance(entries, AoT):
        raise Stop(words("cli-table-no-units", file=str(file)))
    known: dict[str, Any] = {str(entry["code"]).strip(): entry for entry in entries}
    for row in rows:
        entry = known.get(row.code)
        if entry is None:
            entries.append(_entry(row))
            continue
        for key, value in row.values.items():
            if str(entry.get(key, "")).strip() != value:
                entry[key] = value
    part, kept = file.with_name(file.name + ".part"), file.with_name(file.name + ".bak")
    part.unlink(missing_ok=True)
    write_new(part, tomlkit.dumps(document))
    try:
        load_settings(part, locale=terminal.locale)
        replace(file, part, kept)
    except SettingsError as error:
        raise Stop(str(error)) from error
    finally:
        part.unlink(missing_ok=True)
    terminal.tell("cli-table-written", file=str(file), kept=str(kept))


def _entry(row: Row) -> Table:
    entry = tomlkit.table()
    for key, value in row.values.items():
        entry.append(key, value)
    entry.add(tomlkit.nl())
    return entry
