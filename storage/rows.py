"""Rows of the database as frozen dataclasses."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import fields
from functools import cache
from typing import Any, TypeVar, get_type_hints

Row = Mapping[str, Any]
T = TypeVar("T")


@cache
def _converters(kind: type[Any]) -> tuple[tuple[str, Callable[[Any], Any] | None], ...]:
    hints = get_type_hints(kind)
    return tuple((each.name, bool if hints[each.name] is bool else None) for each in fields(kind))


def read(kind: type[T], row: Row) -> T:
    """``row`` as ``kind``: columns by the names of its fields, 0/1 as False/True where the field is a ``bool``."""
    converters = _converters(kind)  # type: ignore[arg-type]
    return kind(*(row[name] if convert is None else convert(row[name]) for name, convert in converters))


def values(item: Any) -> dict[str, Any]:
    """The fields of a row's dataclass as parameters for a query, yes/no as 1/0."""
    return {
        name: int(getattr(item, name)) if convert is bool else getattr(item, name)
        for name, convert in _converters(type(item))  # type: ignore[arg-type]
    }
