"""Units and owners of the settings as they may be named there: by code, path or name."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from bot.settings.models import Person, RoleName, Settings, Unit
from handlers.people.directories import OWNER, UNIT
from handlers.rules.directory import Directory, Entry


def units_named(units: Iterable[Unit]) -> Directory:
    """The units, by their places among ``units``."""
    listed = list(units)
    known = {each.code: each for each in reversed(listed)}
    return Directory(UNIT, (Entry(place, _path(each.code, known), each.code) for place, each in enumerate(listed)))


def owners_named(people: Iterable[Person], units: Iterable[Unit]) -> Directory:
    """Who is an owner, by their first places among ``people``; who has several entries is one person."""
    known, first = {each.code: each for each in units}, dict[tuple[str, int | None, str | None], int]()
    entries = []
    for place, each in enumerate(people):
        if each.role is RoleName.OWNER:
            # Without a user id it isn't known whether one of the same name at another unit is the same person.
            who = (each.name, each.telegram, None if each.telegram else each.unit)
            key = first.setdefault(who, place)
            above = _path(each.unit, known)
            entries.append(Entry(key, (*above, each.name), mark=each.unit or ""))
    return Directory(OWNER, entries)


def category_owners(settings: Settings) -> Mapping[str, tuple[str, str]]:
    """For each category that has an owner: their name, and the code of their unit where the settings have them."""
    known = owners_named(settings.people, settings.units)
    found = {}
    for each in settings.categories:
        if each.owner is not None:
            meant = known.find(each.owner)
            person = settings.people[meant.one.key] if meant.sure and meant.one is not None else None
            found[each.name] = (each.owner, "") if person is None else (person.name, person.unit or "")
    return found


def _path(code: str | None, known: Mapping[str, Unit]) -> tuple[str, ...]:
    """The names from the top; a ring is somebody else's mistake to report."""
    names: list[str] = []
    seen = set[str]()
    while code is not None and code in known and code not in seen:
        seen.add(code)
        names.insert(0, known[code].name)
        code = known[code].parent
    return tuple(names)
