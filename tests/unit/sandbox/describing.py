"""Makes ``sandbox/bot_api.json``: every method of the published Bot API with its parameters, from aiogram's models.

Run ``python -m tests.unit.sandbox.describing`` after aiogram was brought up to date; a test compares the two.
"""

from __future__ import annotations

import datetime
import json
import types
import typing
from enum import Enum
from pathlib import Path
from typing import Any

import aiogram
import aiogram.methods
import aiogram.types
from aiogram.client.default import Default
from pydantic import BaseModel
from pydantic.fields import FieldInfo

PATH = Path(__file__).parents[3] / "sandbox" / "bot_api.json"
_PLAIN: dict[Any, tuple[str, ...]] = {
    int: ("Integer",),
    str: ("String",),
    bool: ("Boolean",),
    float: ("Float",),
    datetime.datetime: ("Integer",),
    datetime.timedelta: ("Integer",),
    Default: (),
    type(None): (),
    Any: ("Any",),
}


def _kinds(annotation: Any, models: dict[str, type[BaseModel]]) -> tuple[str, ...]:
    if annotation in _PLAIN:
        return _PLAIN[annotation]
    origin = typing.get_origin(annotation)
    arguments = typing.get_args(annotation)
    if origin is typing.Annotated:
        return _kinds(arguments[0], models)
    if origin is typing.Literal:
        return ("Boolean",) if isinstance(arguments[0], bool) else ("String",)
    if origin is list:
        return tuple(f"Array of {each}" for each in _kinds(arguments[0], models))
    if origin in (typing.Union, types.UnionType):
        return tuple(dict.fromkeys(kind for each in arguments for kind in _kinds(each, models)))
    if isinstance(annotation, type) and issubclass(annotation, Enum):
        return ("String",)
    if isinstance(annotation, type) and issubclass(annotation, aiogram.types.InputFile):
        return ("InputFile",)
    if not (isinstance(annotation, type) and issubclass(annotation, BaseModel)):
        return ("Any",)  # A type that contains itself.
    models[annotation.__name__] = annotation
    return (annotation.__name__,)


def _deprecated(field: FieldInfo) -> bool:
    extra = field.json_schema_extra
    return isinstance(extra, dict) and bool(extra.get("deprecated"))


def _fields(model: type[BaseModel], models: dict[str, type[BaseModel]]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for name, field in model.model_fields.items():
        if _deprecated(field):
            continue
        kinds = _kinds(field.annotation, models)
        literal = field.default.value if isinstance(field.default, Enum) else None
        found[field.alias or name] = (
            {"is": literal} if isinstance(literal, str) else {"types": list(kinds), "required": field.is_required()}
        )
    return found


def describe() -> dict[str, Any]:
    """The whole description."""
    models: dict[str, type[BaseModel]] = {}
    methods = {}
    for name in aiogram.methods.__all__:
        method = getattr(aiogram.methods, name)
        if isinstance(getattr(method, "__api_method__", None), str):
            methods[method.__api_method__] = _fields(method, models)
    described: dict[str, Any] = {}
    while set(models) - set(described):
        for name in sorted(set(models) - set(described)):
            described[name] = _fields(models[name], models)
    return {
        "version": aiogram.__api_version__,
        "methods": dict(sorted(methods.items())),
        "types": dict(sorted(described.items())),
    }


def dumped() -> str:
    """One line for each method and type, so that a newer API can be read as a difference."""
    found = describe()
    parts = []
    for section in ("methods", "types"):
        lines = (f"  {json.dumps(name)}: {json.dumps(fields)}" for name, fields in found[section].items())
        parts.append(f'"{section}": {{\n' + ",\n".join(lines) + "\n}")
    return f'{{"version": {json.dumps(found["version"])},\n' + ",\n".join(parts) + "}\n"


if __name__ == "__main__":
    PATH.write_text(dumped(), encoding="utf-8")
