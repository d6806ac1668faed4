"""The commands that somebody may use, in the menus in which a channel shows them."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from typing import Any

from handlers.core.commands import Command, offered
from handlers.core.texts import DESK_LOCALE, OTHERS, SOURCE, locale_for, say
from handlers.core.turn import Turn
from handlers.core.vocabulary import Address, ChatKind, Outgoing, OutKind, Priority
from handlers.rules.lifecycle import Role
from storage import facts, roles, tickets
from storage.groups import Group
from storage.people import Person
from storage.roles import Role as Held


async def held_by(turn: Turn, person: Person) -> frozenset[str]:
    """The roles of a person. Who has a ticket to do is an owner, even one whose role was taken away meanwhile."""
    known: tuple[Held, ...] = await roles.of_person(turn.tx, person.id)
    held = {each.role for each in known}
    if Role.OWNER not in held and await tickets.of_owner(turn.tx, person.id):
        held.add(Role.OWNER)
    return frozenset(held)


def everyones_menus(commands: Sequence[Command]) -> dict[str, list[list[str]]]:
    """The commands of whoever has no role, by the language codes of a channel; ``""`` for all others.

    A channel sets them once for all private chats, so that an employee needs no menu of their own.
    """
    shown = offered(commands, ChatKind.PRIVATE, ())
    return {"": _menu(SOURCE, "private", shown)} | {each: _menu(each, "private", shown) for each in OTHERS}


async def refresh_menu(turn: Turn, person: Person) -> None:
    """Set the commands menu of a person's private chat, if it is not as it should be already.

    Whoever has no role has everyone's menu; a menu of their own from an earlier role is taken off.
    """
    if not person.started:
        return
    locale = locale_for(person.language)
    held, key = await held_by(turn, person), f"menu:person:{person.id}"
    if not held and await facts.get(turn.tx, key) is None:
        return
    menu = _menu(locale, "private", offered(turn.practised.commands, ChatKind.PRIVATE, held)) if held else []
    if await _is_news(turn, key, menu):
        turn.send(
            Outgoing(
                OutKind.COMMANDS,
                person=person.id,
                facts={"commands": menu},
                priority=Priority.BULK,
                replace="menu",
            )
        )


async def refresh_group_menu(turn: Turn, group: Group) -> None:
    """Set the commands menu of a secretaries' group, if it is not as it should be already."""
    menu = _menu(DESK_LOCALE, "group", offered(turn.practised.commands, ChatKind.GROUP, [Role.SECRETARY]))
    if await _is_news(turn, f"menu:group:{group.channel}:{group.chat}", menu):
        turn.send(
            Outgoing(
                OutKind.COMMANDS,
                to=Address(group.channel, group.chat),
                facts={"commands": menu},
                priority=Priority.BULK,
                replace="menu",
            )
        )


def _menu(locale: str, place: str, commands: Sequence[Command]) -> list[list[str]]:
    return [[each.word, say(locale, f"help-{place}-{each.word}")] for each in commands]


async def _is_news(turn: Turn, key: str, menu: Any) -> bool:
    """Whether this menu was not set yet; from now on it counts as set."""
    mark = hashlib.sha256(json.dumps(menu, ensure_ascii=False).encode()).hexdigest()[:16]
    if await facts.get(turn.tx, key) == mark:
        return False
    await facts.put(turn.tx, key, mark)
    return True
