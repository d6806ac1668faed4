"""The published Bot API as a table (``bot_api.json``): does a method exist, does it take these parameters?

The table is made from a maintained package by ``tests/unit/sandbox/describing.py``.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

Fields = Mapping[str, Any]
_PATH = Path(__file__).parent / "bot_api.json"
_ARRAY = "Array of "
_TEXTS = frozenset({"String", "InputFile"})


@cache
def _table() -> Fields:
    found: Fields = json.loads(_PATH.read_text(encoding="utf-8"))
    return found


def exists(method: str) -> str | None:
    """The method's name as it is published, or None; names are compared without regard to case, as the server does."""
    return _by_lower().get(method.lower())


@cache
def _by_lower() -> dict[str, str]:
    return {name.lower(): name for name in _table()["methods"]}


def decoded(method: str, name: str, value: Any) -> Any:
    """A form's text as the value that it stands for; unchanged where it can't be one (``mistakes`` tells so)."""
    if not isinstance(value, str):
        return value
    kinds = _table()["methods"][method].get(name, {}).get("types", ("String",))
    if set(kinds) == {"String"}:
        return value
    try:
        read = json.loads(value)
    except ValueError:
        # The server takes True and False for booleans, as many libraries write them.
        return {"True": True, "False": False}.get(value, value) if "Boolean" in kinds else value
    if _TEXTS.isdisjoint(kinds):
        return read
    # A text that happens to look like a number stays one, where no number may be.
    words = isinstance(read, float | str | bool | None) or (isinstance(read, int) and "Integer" not in kinds)
    return value if words else read


def mistakes(method: str, parameters: Mapping[str, Any]) -> list[str]:
    """What the description does not allow, a line each. ``attach://`` uploads have been put in place already."""
    fields = _table()["methods"][method]
    return list(_check(fields, parameters, method))


def _check(fields: Fields, given: Mapping[str, Any], where: str) -> Iterator[str]:
    for name in given:
        if name not in fields:
            yield f"{where} has no {name}"
    for name, field in fields.items():
        if "is" in field:
            if given.get(name) != field["is"]:
                yield f"{where}.{name} is not {field['is']!r}"
        elif name not in given:
            if field["required"]:
                yield f"{where} wants {name}"
        else:
            yield from _value(field["types"], given[name], f"{where}.{name}")


def _value(kinds: list[str], value: Any, where: str) -> Iterator[str]:
    if any(_plain(kind, value) for kind in kinds):
        return
    if isinstance(value, list):
        inner = [kind.removeprefix(_ARRAY) for kind in kinds if kind.startswith(_ARRAY)]
        if not inner:
            yield f"{where} is not {' or '.join(kinds)}"
        for place, each in enumerate(value):
            yield from _value(inner, each, f"{where}[{place}]")
        return
    if not isinstance(value, dict):
        yield f"{where} is not {' or '.join(kinds)}"
        return
    objects = [kind for kind in kinds if kind in _table()["types"]]
    if not objects:
        yield f"{where} is not {' or '.join(kinds)}"
        return
    # Of several that it could be: what it says that it is, else the one that it comes nearest to.
    said = [kind for kind in objects if _says_so(_table()["types"][kind], value)]
    yield from min((list(_check(_table()["types"][kind], value, where)) for kind in said or objects), key=len)


def _says_so(fields: Fields, value: Fields) -> bool:
    names = [name for name, field in fields.items() if "is" in field]
    return bool(names) and all(value.get(name) == fields[name]["is"] for name in names)


def _plain(kind: str, value: Any) -> bool:
    match kind:
        case "Any":
            return True
        case "Integer":
            return isinstance(value, int) and not isinstance(value, bool)
        case "Float":
            return isinstance(value, int | float) and not isinstance(value, bool)
        case "Boolean":
            return isinstance(value, bool)
        case "String":
            return isinstance(value, str)
        case "InputFile":
            return isinstance(value, Upload)
    return False


class Upload:
    """A file in a request. ``name`` as it was given; ``mime`` may be empty."""

    __slots__ = ("content", "mime", "name")

    def __init__(self, name: str, content: bytes, mime: str = "") -> None:
        self.name = name
        self.content = content
        self.mime = mime
