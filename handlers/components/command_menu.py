"""The commands of each place and role, and the menus in which a channel shows them."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Sequence
from typing import Any

from handlers.core.texts import DESK_LOCALE, OTHERS, SOURCE, locale_for, say
from handlers.core.turn import Turn
from handlers.core.vocabulary import Address, Outgoing, OutKind, Priority
from handlers.rules.lifecycle import Role
from handlers.rules.rights import TABLE, Relation, Right
from storage import facts, roles, tickets
from storage.groups import Group
from storage.people import Person
from storage.roles import Role as Held

EVERYONE = ("start", "my", "code", "faq", "board")
"""Commands in private that need no role: everybody is an employee."""


ALWAYS = ("menu", "help", "cancel")


PRIVATE: tuple[tuple[str, frozenset[Role], Right], ...] = (
    ("todo", frozenset({Role.SECRETARY, Role.OWNER, Role.MANAGER}), Right.SEE),
    ("digest", frozenset({Role.SECRETARY, Role.MANAGER}), Right.DIGEST),
    ("ledger", frozenset({Role.SECRETARY, Role.MANAGER}), Right.LEDGER),
    ("open", frozenset({Role.SECRETARY}), Right.LOG),
    ("visit", frozenset({Role.SECRETARY}), Right.LOG),
    ("site", frozenset({Role.SECRETARY}), Right.LOG),
    ("tasks", frozenset({Role.SECRETARY, Role.MANAGER}), Right.SEE_TASKS),
    ("lists", frozenset({Role.SECRETARY, Role.MANAGER}), Right.SEE_TASKS),
    ("log", frozenset({Role.SECRETARY}), Right.LOG),
    ("boxes", frozenset({Role.SECRETARY, Role.ADMIN}), Right.PLACES),
    ("poster", frozenset({Role.SECRETARY, Role.ADMIN}), Right.PLACES),
    ("campaign", frozenset({Role.SECRETARY}), Right.TASKS),
    ("survey", frozenset({Role.SECRETARY, Role.MANAGER}), Right.SURVEY),
    ("notice", frozenset({Role.SECRETARY, Role.MANAGER, Role.ADMIN}), Right.BROADCAST),
    ("broadcast", frozenset({Role.SECRETARY, Role.MANAGER, Role.ADMIN}), Right.BROADCAST),
)
"""Commands in private for those who hold one of the roles and have the right by it."""


GROUP: tuple[tuple[str, Right], ...] = (
    ("todo", Right.LIST),
    ("find", Right.FIND),
    ("log", Right.LOG),
    ("open", Right.LOG),
    ("visit", Right.LOG),
    ("site", Right.LOG),
    ("tasks", Right.SEE_TASKS),
    ("lists", Right.SEE_TASKS),
    ("t", Right.CANNED),
    ("faq", Right.CANNED),
    ("board", Right.CANNED),
    # Managers have steps of their own, but nothing that they said to a raiser: taking back is for those who write.
    ("recall", Right.CANNED),
    ("who", Right.LIST),
    ("poster", Right.PLACES),
    ("boxes", Right.PLACES),
)
"""Commands in a secretaries' group, with the right that each needs."""


_RELATIONS = {Role.OWNER: Relation.ASSIGNED}


def may(role: Role, right: Right) -> bool:
    """Whether this role has a right over what it is for: an owner over their own, others over what they cover."""
    return right in TABLE.get((role, _RELATIONS.get(role, Relation.COVERS)), frozenset())


def private_commands(held: Iterable[str]) -> tuple[str, ...]:
    """What somebody with these roles can use in private, in the order of the menu."""
    known = {Role(each) for each in held}
    own = tuple(word for word, wanted, right in PRIVATE if any(may(role, right) for role in wanted & known))
    return (*EVERYONE, *own, *ALWAYS)


def group_commands(held: Iterable[str]) -> tuple[str, ...]:
    """What somebody with these roles can use in a secretaries' group."""
    known = {Role(each) for each in held}
    return (*(word for word, right in GROUP if any(may(role, right) for role in known)), *ALWAYS)


async def held_by(turn: Turn, person: Person) -> frozenset[str]:
    """The roles of a person. Who has a ticket to do is an owner, even one whose role was taken away meanwhile."""
    known: tuple[Held, ...] = await roles.of_person(turn.tx, person.id)
    held = {each.role for each in known}
    if Role.OWNER not in held and await tickets.of_owner(turn.tx, person.id):
        held.add(Role.OWNER)
    return frozenset(held)


def everyones_menus() -> dict[str, list[list[str]]]:
    """The commands of whoever has no role, by the language codes of a channel; ``""`` for all others.

    A channel sets them once for all private chats, so that an employee needs no menu of their own.
    """
    return {"": _menu(SOURCE, "private", private_commands(()))} | {
        each: _menu(each, "private", private_commands(())) for each in OTHERS
    }


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
    menu = _menu(locale, "private", private_commands(held)) if held else []
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
    menu = _menu(DESK_LOCALE, "group", group_commands([Role.SECRETARY]))
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


def _menu(locale: str, place: str, commands: Sequence[str]) -> list[list[str]]:
    return [[word, say(locale, f"help-{place}-{word}")] for word in commands]


async def _is_news(turn: Turn, key: str, menu: Any) -> bool:
    """Whether this menu was not set yet; from now on it counts as set."""
    mark = hashlib.sha256(json.dumps(menu, ensure_ascii=False).encode()).hexdigest()[:16]
    if await facts.get(turn.tx, key) == mark:
        return False
    await facts.put(turn.tx, key, mark)
    return True
