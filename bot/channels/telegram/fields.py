"""Careful reading of what a server sent: every accessor gives the wanted type, or nothing, and never raises.

Texts come out fit for every database: without NUL, without half of a surrogate pair.
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from typing import Any

Fields = Mapping[str, Any]

EMPTY: Fields = {}
_MOST = 2**63 - 1
_DECIMAL = re.compile(r"-?[0-9]{1,19}")
_UNFIT = re.compile("[\0\ud800-\udfff]")


def clean(text: str) -> str:
    """``text`` with NUL and lone surrogates replaced by �; pairs of surrogates become the character that they are."""
    if _UNFIT.search(text) is None:
        return text
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace").replace("\0", "\ufffd")


def words(fields: Fields, name: str) -> str | None:
    """A text, cleaned; None when it is missing, empty or something else."""
    value = fields.get(name)
    return clean(value) if isinstance(value, str) and value else None


def number(fields: Fields, name: str) -> int | None:
    """A whole number of at most 64 bits; some servers write ids as texts."""
    value = fields.get(name)
    if isinstance(value, str) and _DECIMAL.fullmatch(value):
        value = int(value)
    return value if type(value) is int and -_MOST <= value <= _MOST else None


def key(fields: Fields, name: str) -> str | None:
    """A number of the platform that is a name for something (a chat, a message), as a text."""
    value = number(fields, name)
    return None if value is None else str(value)


def decimal(fields: Fields, name: str) -> float | None:
    """A finite number."""
    value = fields.get(name)
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    try:
        found = float(value)
    except OverflowError:
        return None
    return found if math.isfinite(found) else None


def flag(fields: Fields, name: str) -> bool:
    """Whether it is said to be so."""
    return fields.get(name) is True


def part(fields: Fields, name: str) -> Fields | None:
    """An object inside."""
    value = fields.get(name)
    return value if isinstance(value, dict) else None


def items(fields: Fields, name: str) -> tuple[Fields, ...]:
    """The objects of a list inside; whatever else is in it is left out."""
    value = fields.get(name)
    return tuple(each for each in value if isinstance(each, dict)) if isinstance(value, list) else ()
