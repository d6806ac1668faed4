"""In which line of a TOML file a key stands. The parser forgets them; people need them.

A reading for the report only: what it does not understand (inline tables, dotted keys in odd quotes) has no line.
"""

from __future__ import annotations

import re

from bot.settings.report import Path

_TABLE = re.compile(r"\s*(\[\[?)\s*([A-Za-z0-9_.\-\" ]+?)\s*\]\]?\s*(#.*)?")
_KEY = re.compile(r"\s*([A-Za-z0-9_\-]+)\s*=")


def lines_of(text: str) -> dict[Path, int]:
    """Every key and table that was found, with the number of its line (from 1)."""
    found: dict[Path, int] = {}
    counts: dict[str, int] = {}
    table: Path = ()
    for number, line in enumerate(text.splitlines(), 1):
        if head := _TABLE.fullmatch(line):
            table = _table(head[1], [part.strip(' "') for part in head[2].split(".")], counts)
            found.setdefault(table, number)
        elif key := _KEY.match(line):
            found.setdefault((*table, key[1]), number)
    return found


def _table(brackets: str, parts: list[str], counts: dict[str, int]) -> Path:
    first, rest = parts[0], parts[1:]
    if brackets == "[[" and not rest:
        counts[first] = counts.get(first, -1) + 1
    return (first, *((counts[first],) if first in counts else ()), *rest)
