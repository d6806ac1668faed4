"""Units, people, boxes, lists and categories as directories in which they are found by what somebody typed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from handlers.core.texts import SOURCE, say
from handlers.rules.directory import SEPARATOR, Directory, Entry
from storage.roles import Role
from storage.units import Category, Place, Unit

UNIT, OWNER, CATEGORY, BOX = "unit", "owner", "category", "box"
"""The kinds; ``which-<kind>`` asks which one is meant."""


def path_of(unit: Unit, names: Mapping[int, str]) -> tuple[str, ...]:
    """The names from the top of the tree down to a unit; ``names`` of all units by their rows."""
    return tuple(names[int(each)] for each in unit.path.strip("/").split("/"))


def of_units(among: Iterable[Unit], everyone: Iterable[Unit]) -> Directory:
    """Units among which one is looked for; ``everyone``, retired ones included, has the names above them."""
    names = {each.id: each.name for each in everyone}
    return Directory(UNIT, (Entry(each.id, path_of(each, names), each.code) for each in among))


def of_people(held: Iterable[Role], everyone: Iterable[Unit], locale: str = SOURCE) -> Directory:
    """People by roles that they hold, each as often as they hold one; the first role is what they are shown with."""
    names = {each.id: each.name for each in everyone}
    return Directory(
        OWNER,
        (
            Entry(
                each.person_id,
                (*(names[int(unit)] for unit in each.path.strip("/").split("/")), each.name),
                note=say(locale, f"role-{each.role}"),
                mark=str(each.id),
                least=_least(each.unit_name),
            )
            for each in held
        ),
    )


def of_places(known: Iterable[tuple[Unit, Place]], everyone: Iterable[Unit]) -> Directory:
    """Boxes and places with their units."""
    names = {each.id: each.name for each in everyone}
    return Directory(
        BOX,
        (
            Entry(place.id, (*path_of(unit, names), place.name), place.code, least=_least(unit.shown))
            for unit, place in known
        ),
    )


def of_categories(known: Iterable[Category]) -> Directory:
    """Categories, which have nothing above them."""
    return Directory(CATEGORY, (Entry(each.id, (each.name,)) for each in known))


def of_titled(known: Iterable[tuple[int, int, str, str]], everyone: Iterable[Unit]) -> Directory:
    """Lists, surveys and whatever else has a name at a unit: row, unit, name, and the day on which it began."""
    units = {each.id: each for each in everyone}
    names = {each.id: each.name for each in units.values()}
    return Directory(
        "",
        (
            Entry(key, (*path_of(units[unit], names), name), mark=day, least=_least(units[unit].shown))
            for key, unit, name, day in known
        ),
    )


def _least(shown: str) -> int:
    """How many names it takes to say a unit."""
    return shown.count(SEPARATOR) + 1


def staff(held: Sequence[Role]) -> Mapping[int, str]:
    """“一分厂 王建国” for each role by its row; of two who would be called the same the number says which is which."""
    called = {each.id: f"{each.unit_name} {each.name}" for each in held}
    same = Counter(name for name, _ in {(called[each.id], each.person_id) for each in held})
    return {key: f"{name}（{key}）" if same[name] > 1 else name for key, name in called.items()}
