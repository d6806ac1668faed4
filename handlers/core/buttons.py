"""What a button carries back when it is pressed: a verb and its arguments, in a few bytes.

A press proves nothing about the person who pressed: rights and state are checked again by whoever handles the verb.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from handlers.core.vocabulary import Button, Rows, Style

_SHAPE = re.compile(r"[a-z_]{1,24}(:[A-Za-z0-9_.\-]{0,40}){0,4}")


class Verb(str):
    """What a button asks for, by its word.

    Each is named once, in the ``verbs.py`` of the lowest room that shows such a button; the table of whoever answers
    has it for a key.
    """

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Press:
    """A press taken apart: ``verb`` and up to four short arguments."""

    verb: Verb
    arguments: tuple[str, ...]

    def word(self, position: int) -> str:
        """The argument at ``position``, or an empty string."""
        return self.arguments[position] if position < len(self.arguments) else ""

    def number(self, position: int) -> int | None:
        """The argument at ``position`` as a row number, or None if it is not one."""
        word = self.word(position)
        return int(word) if word.isascii() and word.isdigit() and len(word) <= 18 else None


def pack(verb: Verb, *arguments: str | int) -> str:
    """``verb:argument:…`` for a button.

    Raises:
        ValueError: a word has other characters than ``A–Za–z0–9_.-`` or is too long.
    """
    data = ":".join((verb, *(str(a) for a in arguments)))
    if not _SHAPE.fullmatch(data):
        raise ValueError(f"not a button: {data!r}")
    return data


def unpack(data: str | None) -> Press | None:
    """The press in ``data``, or None for anything that we can't have made."""
    if data is None or not _SHAPE.fullmatch(data):
        return None
    verb, *arguments = data.split(":")
    return Press(Verb(verb), tuple(arguments))


def button(label: str, verb: Verb, *arguments: str | int, style: Style = Style.PLAIN) -> Button:
    """A button that comes back as a press of ``verb``."""
    return Button(label, data=pack(verb, *arguments), style=style)


def in_rows(buttons: Iterable[Button], width: int = 2) -> Rows:
    """Buttons laid out ``width`` to a row."""
    row: list[Button] = []
    rows: list[tuple[Button, ...]] = []
    for each in buttons:
        row.append(each)
        if len(row) == width:
            rows.append(tuple(row))
            row = []
    if row:
        rows.append(tuple(row))
    return tuple(rows)
