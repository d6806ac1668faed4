"""The company whose half-year it is, as its configuration tells it: its units, its desks, who has a role."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

SETTINGS = Path(__file__).with_name("mailbox.toml")
"""The configuration of the sample mailbox, whose ids are those of the cast. The mailbox checks it as a whole."""


@dataclass(frozen=True, slots=True)
class Unit:
    """One unit. ``group`` is the chat of its secretaries, ``restricted`` that of those who read reports."""

    code: str
    name: str
    parent: str | None
    group: int | None
    restricted: int | None


@cache
def _told() -> Mapping[str, Any]:
    return tomllib.loads(SETTINGS.read_text("utf-8"))


@cache
def units() -> Mapping[str, Unit]:
    """Every unit by its code."""
    return {
        each["code"]: Unit(
            each["code"], each["name"], each.get("parent"), each.get("telegram_group"), each.get("restricted_group")
        )
        for each in _told()["units"]
    }


def staff() -> frozenset[int]:
    """The user ids of everybody who has a role."""
    return frozenset(each["telegram"] for each in _told()["people"])


def line(code: str) -> tuple[Unit, ...]:
    """A unit with all those above it, topmost first."""
    unit = units()[code]
    return (unit,) if unit.parent is None else (*line(unit.parent), unit)


def has_parts(code: str) -> bool:
    """Whether units stand below this one."""
    return any(each.parent == code for each in units().values())


def desk_of(code: str) -> str:
    """The unit whose secretaries' group works on what a unit raises: itself, or the nearest above."""
    return next(each.code for each in reversed(line(code)) if each.group is not None)


def group_of(desk: str) -> int:
    """The group of a desk's secretaries.

    Raises:
        LookupError: the unit is no desk.
    """
    found = units()[desk].group
    if found is None:
        raise LookupError(f"{desk} has no group")
    return found


def restricted_group() -> int:
    """The group of those who read reports."""
    return next(each.restricted for each in units().values() if each.restricted is not None)


def secretary_of(code: str) -> int:
    """The user id of a unit's first secretary."""
    return next(
        int(each["telegram"]) for each in _told()["people"] if each["role"] == "secretary" and each["unit"] == code
    )
