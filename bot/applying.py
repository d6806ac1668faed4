"""The settings brought into the database: units, groups, people with their roles, categories.

The file is the truth about what it names; applied twice it changes nothing. What it no longer names is put out of use,
never deleted: a unit takes no more concerns and finishes what it has, a group keeps the threads it has, a role is taken
away unless it came by an invitation, a category is offered no more. Named again, all of it comes back.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from bot.settings import Person, Settings, Unit
from bot.settings.named import owners_named
from bot.settings.rules import in_force
from handlers.people.directories import of_units
from storage import facts, groups, people, roles, rules, tickets, units
from storage.database import Transaction
from storage.errors import StorageError

CHANNEL = "telegram"
CONFIG = "config"
"""The source of roles that the file gives."""
DESK = "desk"
RESTRICTED = "restricted"
FORMER = "former"


class Changed(StrEnum):
    """What was done; ``cli-applied-<value>`` says it in words."""

    UNIT_NEW = "unit-new"
    UNIT_CHANGED = "unit-changed"
    UNIT_RETIRED = "unit-retired"
    UNIT_MERGED = "unit-merged"
    UNIT_UNKNOWN = "unit-unknown"
    RULES_CHANGED = "rules-changed"
    RULES_SAME_NAME = "rules-same-name"
    GROUP_SERVES = "group-serves"
    GROUP_FORMER = "group-former"
    ROLE_GIVEN = "role-given"
    ROLE_TAKEN = "role-taken"
    CATEGORY_SET = "category-set"
    CATEGORY_RETIRED = "category-retired"


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that is not as it was: ``what`` and of which; ``person`` is whose role it is, and never in a log."""

    what: Changed
    name: str
    person: str = ""

    @property
    def full(self) -> str:
        """Of whom and of which, for a terminal."""
        return f"{self.person} · {self.name}" if self.person else self.name


class OtherMailbox(StorageError):
    """The file names none of the units that the database has: it is the configuration of another mailbox."""


async def apply(settings: Settings, tx: Transaction, now: int) -> tuple[Change, ...]:
    """Bring the settings into the database; returns what that changed (nothing, the second time).

    Raises:
        OtherMailbox: not one unit of the database is in the file; nothing was changed.
    """
    changes: list[Change] = []
    known = await _units(settings, tx, now, changes)
    await _rules(settings, tx, now, known, changes)
    await _people(settings, tx, now, known, changes)
    categories = await _categories(settings, tx, now, changes)
    await _groups(settings, tx, known, categories, changes)
    return tuple(changes)


def in_order(entries: Iterable[Unit]) -> list[Unit]:
    """The units, each after the one above it."""
    waiting, placed, seen = list(entries), [], set[str]()
    while waiting:
        ready = [unit for unit in waiting if unit.parent is None or unit.parent in seen]
        if not ready:
            raise ValueError("units form a ring")  # The settings have been checked: this is a mistake in the program.
        placed += ready
        seen.update(unit.code for unit in ready)
        waiting = [unit for unit in waiting if unit.code not in seen]
    return placed


async def _units(settings: Settings, tx: Transaction, now: int, changes: list[Change]) -> dict[str, units.Unit]:
    before = {unit.code: unit for unit in await units.everyone(tx)}
    wanted = {unit.code for unit in settings.units}
    if before and wanted.isdisjoint(before):
        raise OtherMailbox(", ".join(sorted(before)))
    after: dict[str, units.Unit] = {}
    done: list[tuple[Changed, str]] = []
    for unit in in_order(settings.units):
        parent = None if unit.parent is None else after[unit.parent]
        after[unit.code] = await units.put(tx, unit.code, unit.name, parent, unit.prefix)
        was = before.get(unit.code)
        if was is None:
            done.append((Changed.UNIT_NEW, unit.code))
        elif was != after[unit.code]:
            done.append((Changed.UNIT_CHANGED, unit.code))
    # A unit that moved took those below it along; what was remembered of them is out of date.
    after |= await _as_they_are(tx, after)
    merged = {code: unit.code for unit in settings.units for code in unit.merged}
    for code, into in merged.items():
        await _merge(tx, code, after[into], now, changes)
    for code in before.keys() - wanted - merged.keys():
        gone = await units.by_code(tx, code)
        assert gone is not None
        await units.retire(tx, gone, now)
        done.append((Changed.UNIT_RETIRED, code))
    await _tell_apart(tx)
    # Only now is it known which of them need their path to be told from another of the same name.
    named = await _as_they_are(tx, {code for _, code in done} | after.keys())
    changes.extend(Change(what, named[code].shown) for what, code in done)
    return {code: named[code] for code in after}


async def _as_they_are(tx: Transaction, codes: Iterable[str]) -> dict[str, units.Unit]:
    return {each.code: each for each in await units.everyone(tx, retired=True) if each.code in set(codes)}


async def _tell_apart(tx: Transaction) -> None:
    """Units of one name are shown with as much of their paths as tells them apart; those in use among themselves."""
    everyone = await units.everyone(tx, retired=True)
    in_use = [each for each in everyone if each.retired_at is None]
    among_all, among_used = of_units(everyone, everyone), of_units(in_use, everyone)
    for each in everyone:
        known = among_used if each.retired_at is None else among_all
        await units.tell_apart(tx, each, known.shown(each.id))


async def _merge(tx: Transaction, code: str, into: units.Unit, now: int, changes: list[Change]) -> None:
    """A unit goes on as a part of another one: with its history below it, open tickets at the other's desk."""
    gone = await units.by_code(tx, code)
    if gone is None:
        changes.append(Change(Changed.UNIT_UNKNOWN, f"{code} → {into.name}"))
        return
    if gone.retired_at is not None and gone.parent_id == into.id:
        return
    gone = await units.put(tx, code, gone.name, into, gone.prefix)
    await units.retire(tx, gone, now)
    await tickets.leave_desk(tx, gone.id)
    changes.append(Change(Changed.UNIT_MERGED, f"{gone.name} → {into.name}"))


async def _rules(
    settings: Settings, tx: Transaction, now: int, known: dict[str, units.Unit], changes: list[Change]
) -> None:
    """What counts at each unit from now on, with its version; said only where something counted before."""
    for code, unit in known.items():
        before = {each.kind for each in await rules.of_unit(tx, unit.id)}
        for kind, (version, numbers) in in_force(settings, code).items():
            changed, same = await rules.take(tx, unit.id, kind, version, numbers, now=now)
            if changed and kind in before:
                changes.append(Change(Changed.RULES_CHANGED, f"{unit.shown} · [{kind}] · {version}"))
            if not same:
                changes.append(Change(Changed.RULES_SAME_NAME, f'{unit.shown} · [{kind}] version = "{version}"'))


async def _people(
    settings: Settings, tx: Transaction, now: int, known: dict[str, units.Unit], changes: list[Change]
) -> None:
    held = {(role.person_id, role.role, role.unit_id): role for role in await roles.current(tx)}
    named = set()
    for entry in settings.people:
        # Whoever has no user id yet comes in by an invitation: see handlers/conversations/invitations.py.
        if entry.telegram is None or entry.unit is None:
            continue
        person = await people.expect(tx, CHANNEL, str(entry.telegram), entry.name)
        unit = known[entry.unit]
        key = (person.id, str(entry.role), unit.id)
        named.add(key)
        has = held.get(key)
        if has is None or (has.name, has.source) != (entry.name, CONFIG):
            await roles.grant(
                tx, person_id=person.id, role=entry.role, unit_id=unit.id, name=entry.name, source=CONFIG, now=now
            )
            changes.append(Change(Changed.ROLE_GIVEN, f"{entry.role} · {unit.shown}", entry.name))
    for key, role in held.items():
        if role.source == CONFIG and key not in named:
            await roles.revoke(tx, role.id, now)
            changes.append(Change(Changed.ROLE_TAKEN, f"{role.role} · {role.unit_name}", role.name))


async def _categories(settings: Settings, tx: Transaction, now: int, changes: list[Change]) -> dict[str, int]:
    owners = await _owners(settings, tx)
    before = {category.name: category for category in await units.categories(tx)}
    for entry in settings.categories:
        owner = None if entry.owner is None else owners.get(entry.owner)
        was = before.get(entry.name)
        if was is None or (was.keywords, was.owner_id, was.grade) != (entry.keywords, owner, entry.grade):
            await units.put_category(tx, entry.name, entry.keywords, owner, entry.grade)
            changes.append(Change(Changed.CATEGORY_SET, entry.name))
    wanted = {entry.name for entry in settings.categories}
    for name, category in before.items():
        if name not in wanted:
            await units.retire_category(tx, category.id, now)
            changes.append(Change(Changed.CATEGORY_RETIRED, name))
    return {category.name: category.id for category in await units.categories(tx)}


async def _owners(settings: Settings, tx: Transaction) -> dict[str, int]:
    """Who is meant by the owners' names that categories have; who is not in yet, or is one of several, is left out."""
    held = [each for each in await roles.current(tx) if each.role == "owner"]
    codes = {each.id: each.code for each in await units.everyone(tx, retired=True)}
    known = owners_named(settings.people, settings.units)
    found: dict[str, int] = {}
    for name in {entry.owner for entry in settings.categories if entry.owner is not None}:
        meant = known.find(name)
        entry = settings.people[meant.one.key] if meant.sure and meant.one is not None else None
        same = [each for each in held if each.name == (name if entry is None else entry.name)]
        there = [each for each in same if entry is not None and codes[each.unit_id] == entry.unit]
        who = {each.person_id for each in (there or same)}
        if entry is not None and entry.telegram is not None:
            who = {(await people.expect(tx, CHANNEL, str(entry.telegram), entry.name)).id}
        if len(who) == 1:
            found[name] = who.pop()
    return found


def has_come(entry: Person, unit_id: int, held: Iterable[roles.Role]) -> bool:
    """Whether somebody of the settings has their role; another one of their name elsewhere is not they."""
    return any((each.name, each.role, each.unit_id) == (entry.name, entry.role, unit_id) for each in held)


async def _groups(
    settings: Settings,
    tx: Transaction,
    known: dict[str, units.Unit],
    categories: dict[str, int],
    changes: list[Change],
) -> None:
    moves = json.loads(await facts.get(tx, f"moved:{CHANNEL}") or "{}")
    wanted: dict[str, tuple[int | None, int | None, str]] = {}
    names: dict[str, str] = {}
    for unit in settings.units:
        for chat, purpose in ((unit.telegram_group, DESK), (unit.restricted_group, RESTRICTED)):
            if chat is not None:
                wanted[_now_at(moves, chat)] = (known[unit.code].id, None, purpose)
                names[_now_at(moves, chat)] = known[unit.code].shown
    for category in settings.categories:
        if category.telegram_group is not None:
            chat_now = _now_at(moves, category.telegram_group)
            wanted[chat_now] = (None, categories[category.name], DESK)
            names[chat_now] = category.name
    before = {group.chat: group for group in await groups.everyone(tx) if group.channel == CHANNEL}
    for chat_now, (unit_id, category_id, purpose) in wanted.items():
        was = before.get(chat_now)
        if was is None or (was.unit_id, was.category_id, was.purpose) != (unit_id, category_id, purpose):
            await groups.register(tx, CHANNEL, chat_now, unit_id=unit_id, category_id=category_id, purpose=purpose)
            changes.append(Change(Changed.GROUP_SERVES, f"{names[chat_now]} · {chat_now}"))
    for group in await groups.everyone(tx):
        if group.channel == CHANNEL and group.chat not in wanted and group.purpose != FORMER:
            await groups.relieve(tx, group)
            changes.append(Change(Changed.GROUP_FORMER, group.title or group.chat))


def _now_at(moves: dict[str, str], group: int) -> str:
    """The id that a group has by now: the file may still have the one from before it was upgraded."""
    chat, seen = str(group), set[str]()
    while chat in moves and chat not in seen:
        seen.add(chat)
        chat = moves[chat]
    return chat
