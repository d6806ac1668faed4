"""Each section and each entry of a list validated by itself, so that one report can name everything that is wrong."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from bot.settings import report
from bot.settings.models import Category, Person, Section, Settings, Unit
from bot.settings.report import Origin, Problem

LISTS: Mapping[str, type[Section]] = {"units": Unit, "people": Person, "categories": Category}
SECRETS = frozenset({"token", "secret"})
_PASSWORD = re.compile(r"//[^@/]*@")
_WORD = re.compile(r"'([^']+)'")
EXPECTED: Mapping[str, str] = {
    "missing": "present",
    "string_type": "text",
    "string_too_short": "text",
    "path_type": "text",
    "int_type": "whole",
    "int_parsing": "whole",
    "int_parsing_size": "whole",
    "int_from_float": "whole",
    "float_type": "number",
    "float_parsing": "number",
    "finite_number": "number",
    "greater_than": "above",
    "greater_than_equal": "at-least",
    "less_than_equal": "at-most",
    "tuple_type": "list",
    "too_long": "shorter-list",
    "bool_type": "yes-no",
    "bool_parsing": "yes-no",
    "literal_error": "choice",
    "enum": "choice",
    "model_type": "table",
    "model_attributes_type": "table",
}
"""What the validator calls each mistake, and the text ``settings-expected-…`` for it."""


@dataclass(slots=True)
class Sections:
    """What could be read, and the problems of what couldn't. Lists keep the place of each entry.

    An entry with a mistake is kept without it, so that what it refers to can be checked in the same go.
    """

    single: dict[str, Section] = field(default_factory=dict)
    units: dict[int, Unit] = field(default_factory=dict)
    people: dict[int, Person] = field(default_factory=dict)
    categories: dict[int, Category] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    codes: frozenset[str] = frozenset()
    """Every unit code that is written, impossible ones too: what refers to them has no mistake of its own."""
    labels: dict[tuple[str, int], str] = field(default_factory=dict)
    """How people are told about each entry."""

    @classmethod
    def read(cls, raw: Mapping[str, Any], folder: Path, origin: Origin) -> Sections:
        """Validate what file and environment gave together."""
        sections = cls()
        reader = _Reader(folder, origin, sections)
        for key in raw.keys() - Settings.model_fields.keys():
            problem = origin.problem((key,), f"[{key}]", "known", names=near(key, Settings.model_fields))
            sections.problems.append(problem)
        for key, info in Settings.model_fields.items():
            if key in LISTS:
                entries = reader.entries(key, LISTS[key], raw.get(key, []))
                setattr(sections, key, entries)
            else:
                assert isinstance(info.default_factory, type)
                section = reader.one((key,), key, info.default_factory, raw.get(key, {}))
                if section is not None:
                    sections.single[key] = section
        units = raw.get("units")
        sections.codes = frozenset(
            str(each["code"]).strip()
            for each in (units if isinstance(units, list) else ())
            if isinstance(each, dict) and "code" in each
        )
        return sections

    def settings(self) -> Settings:
        """The whole, once there are no problems."""
        lists = {key: tuple(getattr(self, key).values()) for key in LISTS}
        return Settings.model_validate({**self.single, **lists})


@dataclass(frozen=True, slots=True)
class _Reader:
    folder: Path
    origin: Origin
    sections: Sections

    def entries(self, key: str, model: type[Section], raw: object) -> dict[int, Any]:
        if not isinstance(raw, list):
            self.sections.problems.append(self.origin.problem((key,), key, "tables", shown(raw), list=key))
            return {}
        read = {}
        for place, each in enumerate(raw):
            label = entry_name(key, place, each)
            self.sections.labels[key, place] = label
            entry = self.one((key, place), label, model, each)
            read[place] = self._rest(place, model, each) if entry is None else entry
        return {place: entry for place, entry in read.items() if entry is not None}

    def one(self, path: report.Path, name: str, model: type[Section], raw: object) -> Section | None:
        try:
            return model.model_validate(raw, context={"folder": self.folder})
        except ValidationError as error:
            self.sections.problems += [self._problem(path, name, model, each) for each in error.errors()]
            return None

    def _rest(self, place: int, model: type[Section], raw: object) -> Section | None:
        """An entry without what is wrong in it; what it can't do without gets a stand-in that nothing else has."""
        if not isinstance(raw, dict):
            return None
        stand_ins = {"code": f"-{place}", "name": f"?{place}", "role": "owner"}
        rest: dict[str, Any] = {key: value for key, value in stand_ins.items() if key in model.model_fields} | raw
        try:
            return model.model_validate(rest)
        except ValidationError as error:
            for key in {str(each["loc"][0]) for each in error.errors()}:
                rest[key] = stand_ins.get(key)
            return model.model_validate({key: value for key, value in rest.items() if value is not None})

    def _problem(self, path: report.Path, name: str, model: type[Section], error: ErrorDetails) -> Problem:
        inner, kind, facts = error["loc"], error["type"], dict(error.get("ctx", {}))
        key = ".".join((name, *(str(part) for part in inner)))
        last = str(inner[-1]) if inner else ""
        path = (*path, *inner)
        if kind == "extra_forbidden":
            return self.origin.problem(path, key, "known", None, names=near(last, _fields(model, inner[:-1])))
        found = None if kind == "missing" or last in SECRETS else shown(error["input"])
        expected = kind.removeprefix("settings-expected-") if kind.startswith("settings-") else EXPECTED[kind]
        if expected == "choice":
            facts = {"words": ", ".join(_WORD.findall(facts["expected"]))}
        return self.origin.problem(path, key, expected, found, **facts)


def _fields(model: type[Section], path: Iterable[str | int]) -> tuple[str, ...]:
    for part in path:
        for candidate in _models(model.model_fields[str(part)].annotation):
            model = candidate
    return tuple(model.model_fields)


def _models(annotation: Any) -> list[type[Section]]:
    arguments = getattr(annotation, "__args__", (annotation,))
    return [each for each in arguments if isinstance(each, type) and issubclass(each, Section)]


def entry_name(key: str, place: int, raw: object) -> str:
    """``units[2] (code "HQ2")``: which entry of a list, counted from 1, with the word by which people know it."""
    word = "code" if key == "units" else "name"
    known = raw.get(word) if isinstance(raw, dict) else None
    return f'{key}[{place + 1}] ({word} "{known}")' if isinstance(known, str) else f"{key}[{place + 1}]"


def near(word: str, known: Iterable[str]) -> str:
    """The known words that were probably meant, or all of them."""
    known = tuple(known)
    return ", ".join(difflib.get_close_matches(word, known, 2, 0.6) or known)


def shown(value: object) -> str:
    """What is written there, short enough for a line and without a password."""
    if isinstance(value, bool):
        return str(value).lower()
    words = _PASSWORD.sub("//…@", f'"{value}"' if isinstance(value, str) else str(value))
    return words if len(words) <= 60 else words[:57] + "…" + words[-1]
