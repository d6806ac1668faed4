"""Rows of the database as frozen dataclasses."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import fields
from functools import cache
from typing import Any, TypeVar, get_type_hints

Row = Mapping[str, Any]
T = TypeVar("T")


@cache
def _fields(kind: type[Any]) -> tuple[tuple[str, bool], ...]:
    """The fields of a kind of row, and which of them are yes or no."""
    hints = get_type_hints(kind)
    return tuple((each.name, hints[each.name] is bool) for each in fields(kind))


@cache
def _reader(kind: type[Any], columns: tuple[str, ...]) -> Callable[[Row], Any]:
    # By position: looking a column up by its name walks all names, for each of a ticket's sixty.
    wanted = [(columns.index(name), yes_no) for name, yes_no in _fields(kind)]  # type: ignore[arg-type]

    def read_row(row: Row) -> Any:
        # Both drivers' rows go through by value, whatever a Mapping does.
        values: tuple[Any, ...] = tuple(row)
        return kind(*[values[place] == 1 if yes_no else values[place] for place, yes_no in wanted])

    return read_row


def read(kind: type[T], row: Row) -> T:
    """``row`` as ``kind``: columns by the names of its fields, 0/1 as False/True where the field is a ``bool``."""
    made: T = _reader(kind, tuple(row.keys()))(row)  # type: ignore[arg-type]
    return made


def values(item: Any) -> dict[str, Any]:
    """The fields of a row's dataclass as parameters for a query, yes/no as 1/0."""
    return {
        name: int(getattr(item, name)) if yes_no else getattr(item, name)
        for name, yes_no in _fields(type(item))  # type: ignore[arg-type]
    }
