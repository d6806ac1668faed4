"""The shared words as JSON and back: what waits in the inbox and the outbox outlives the program that wrote it.

A packed value names its version. Fields at their default are left out, unknown fields are ignored and missing ones
take their default, so that a row written by an older or newer version of the program can still be read.
"""

from __future__ import annotations

import json
import types
from collections.abc import Callable, Mapping
from dataclasses import MISSING, fields, is_dataclass
from enum import StrEnum
from functools import cache
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

from bot.flow.packed_texts import pack_text, unpack_text
from bot.flow.parts import Progress
from handlers.core.message import Text
from handlers.core.vocabulary import Incoming, Outgoing

VERSION = 2
_READABLE = frozenset({1, VERSION})
"""Before version 2 a message said nothing but a string."""
_PROGRESS = "progress"
T = TypeVar("T")
Convert = Callable[[Any], Any]


class Unpackable(ValueError):
    """A packed value that this version of the program cannot read."""


def _same(value: Any) -> Any:
    return value


def _writer(hint: Any) -> Convert:
    if hint == Text:
        return pack_text
    origin, arguments = get_origin(hint), get_args(hint)
    if origin in (Union, types.UnionType):
        inner = _writer(next(each for each in arguments if each is not type(None)))
        return inner if inner is _same else lambda value: None if value is None else inner(value)
    if origin is tuple:
        inner = _writer(arguments[0])
        return list if inner is _same else lambda values: [inner(each) for each in values]
    # An enumeration's member is its text already; facts are JSON values by agreement.
    return _write if is_dataclass(hint) else _same


@cache
def _writers(kind: type) -> tuple[tuple[str, Any, Convert], ...]:
    hints = get_type_hints(kind)
    found = []
    for each in fields(kind):
        default = each.default
        if default is MISSING and each.default_factory is not MISSING:
            default = each.default_factory()
        found.append((each.name, default, _writer(hints[each.name])))
    return tuple(found)


def _write(value: Any) -> dict[str, Any]:
    packed: dict[str, Any] = {}
    for name, default, write in _writers(type(value)):  # type: ignore[arg-type]
        each = getattr(value, name)
        if each is not default and each != default:
            packed[name] = each if write is _same else write(each)
    return packed


def _reader(hint: Any) -> Convert:
    if hint == Text:
        return unpack_text
    origin, arguments = get_origin(hint), get_args(hint)
    if origin in (Union, types.UnionType):
        inner = _reader(next(each for each in arguments if each is not type(None)))
        return inner if inner is _same else lambda value: None if value is None else inner(value)
    if origin is tuple:
        inner = _reader(arguments[0])
        return lambda values: tuple(inner(each) for each in values)
    if isinstance(hint, type):
        if issubclass(hint, StrEnum):
            return hint
        if is_dataclass(hint):
            return lambda value: _read(hint, value)
    return _same


@cache
def _readers(kind: type) -> dict[str, Convert]:
    hints = get_type_hints(kind)
    return {each.name: _reader(hints[each.name]) for each in fields(kind)}


def _read(kind: type[T], packed: Mapping[str, Any]) -> T:
    readers = _readers(kind)  # type: ignore[arg-type]
    return kind(**{name: readers[name](value) for name, value in packed.items() if name in readers})


def pack(message: Outgoing, progress: Progress | None = None) -> dict[str, Any]:
    """``message`` as JSON values, with the version; and how far it has come."""
    packed = _write(message)
    packed["v"] = VERSION
    if progress is not None:
        packed[_PROGRESS] = _write(progress)
    return packed


def progress_of(packed: Any) -> Progress:
    """How far the message of :func:`pack` has come.

    Raises:
        Unpackable: damaged.
    """
    try:
        return _read(Progress, packed.get(_PROGRESS, {}))
    except (TypeError, ValueError, AttributeError) as error:
        raise Unpackable(f"Progress: {type(error).__name__}") from error


def unpack(packed: Any) -> Outgoing:
    """The message of :func:`pack`.

    Raises:
        Unpackable: written by a newer version, or damaged.
    """
    return _unpack(Outgoing, packed)


def pack_event(event: Incoming) -> str:
    """An event of the program's own (a tick, an outcome, an action of the command line) as the inbox keeps it."""
    packed = _write(event)
    packed["v"] = VERSION
    return json.dumps(packed, ensure_ascii=False, separators=(",", ":"))


def unpack_event(raw: str) -> Incoming:
    """The event of :func:`pack_event`.

    Raises:
        Unpackable: written by a newer version, or damaged.
    """
    try:
        packed = json.loads(raw)
    except json.JSONDecodeError as error:
        raise Unpackable(f"not JSON: {error.msg}") from None
    return _unpack(Incoming, packed)


def _unpack(kind: type[T], packed: Any) -> T:
    if not isinstance(packed, dict) or packed.get("v") not in _READABLE:
        version = packed.get("v") if isinstance(packed, dict) else None
        raise Unpackable(f"{kind.__name__} of version {version!r}, this program reads up to {VERSION}")
    try:
        return _read(kind, packed)
    except (TypeError, ValueError, AttributeError, LookupError) as error:
        raise Unpackable(f"{kind.__name__}: {type(error).__name__}") from error
