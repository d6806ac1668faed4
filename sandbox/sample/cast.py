"""Who plays: the people with their phones and the groups, put into the sandbox as they would be on the platform."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from sandbox import World

_CAST = Path(__file__).with_name("cast.toml")


@dataclass(frozen=True, slots=True)
class Player:
    """Somebody with an account."""

    key: str
    id: int
    name: str
    hint: str
    language: str = "zh-hans"


@cache
def _told() -> Mapping[str, Any]:
    return tomllib.loads(_CAST.read_text("utf-8"))


@cache
def players() -> Mapping[str, Player]:
    """Everybody by their short name in the stories."""
    return {key: Player(key, **facts) for key, facts in _told()["users"].items()}


def seats() -> tuple[int, ...]:
    """Whose chats the page shows side by side at first: two employees, a secretary, an owner, a manager."""
    return tuple(players()[key].id for key in _told()["seats"])


@dataclass(frozen=True, slots=True)
class Box:
    """A paper box that hangs somewhere, and who opens it."""

    unit: str
    name: str
    keeper: str


def boxes() -> tuple[Box, ...]:
    """Every box."""
    return tuple(Box(**each) for each in _told()["boxes"])


def ready_answers() -> tuple[tuple[str, str, str], ...]:
    """What the desks keep for ``/t``, as (unit code, short name, text)."""
    return tuple((each["unit"], each["name"], each["text"]) for each in _told()["canned"])


def populate(world: World) -> None:
    """Put the cast into a sandbox that is empty; the bot is let into every group with the rights that it needs."""
    known = players()
    for each in known.values():
        world.add_user(each.id, each.name, language=each.language, role_hint=each.hint)
    for chat, group in _told()["groups"].items():
        members = [known[key].id for key in group["members"]]
        world.add_group(group["title"], members, chat_id=int(chat))
        world.let_bot_in(int(chat))
