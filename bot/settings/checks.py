"""What no single setting can know: that names point to something, that times and shares fit together."""

from __future__ import annotations

from collections.abc import Iterator

from bot.settings.models import Deadlines, Digest, Hours, Judging, Person, RoleName, Telegram, joined
from bot.settings.named import owners_named
from bot.settings.report import Origin, Path, Problem
from bot.settings.sections import Sections
from handlers.rules.directory import FitsSeveral


def checked(sections: Sections, origin: Origin) -> list[Problem]:
    """Every problem between settings that are right by themselves; gives each person without unit the topmost one."""
    return [
        *_units(sections, origin),
        *_merged(sections, origin),
        *_groups(sections, origin),
        *_people(sections, origin),
        *_categories(sections, origin),
        *_numbers(sections, origin),
        *_telegram(sections, origin),
    ]


def _units(sections: Sections, origin: Origin) -> Iterator[Problem]:
    if not sections.codes and not any(problem.key.startswith("units") for problem in sections.problems):
        yield origin.problem(("units",), "[[units]]", "some-unit")
    first: dict[str, int] = {}
    parents: dict[str, str] = {}
    for place, unit in sections.units.items():
        name = sections.labels["units", place]
        if unit.code in first:
            yield origin.problem(
                ("units", place, "code"), f"{name}.code", "unique", f'"{unit.code}"', other=first[unit.code] + 1
            )
        first.setdefault(unit.code, place)
        if unit.parent is None:
            continue
        if unit.parent not in sections.codes:
            yield _no_unit(sections, origin, ("units", place, "parent"), f"{name}.parent", unit.parent)
        parents.setdefault(unit.code, unit.parent)
    for place, unit in sections.units.items():
        if ring := _ring(unit.code, parents):
            yield origin.problem(
                ("units", place, "parent"),
                f"{sections.labels['units', place]}.parent",
                "no-ring",
                f'"{unit.parent}"',
                ring=" → ".join(ring),
            )


def _merged(sections: Sections, origin: Origin) -> Iterator[Problem]:
    seen: set[str] = set()
    for place, unit in sections.units.items():
        for code in unit.merged:
            wrong = "merged-alive" if code in sections.codes else "merged-twice" if code in seen else None
            seen.add(code)
            if wrong is not None:
                name = f"{sections.labels['units', place]}.merged"
                yield origin.problem(("units", place, "merged"), name, wrong, code=code)


def _ring(code: str, parents: dict[str, str]) -> list[str]:
    """The way up from ``code`` if it comes back to it, each unit once and the first again at the end."""
    way = [code]
    while (above := parents.get(way[-1])) is not None:
        way.append(above)
        if above == code:
            return way
        if above in way[:-1]:
            return []
    return []


def _no_unit(sections: Sections, origin: Origin, path: Path, key: str, found: str) -> Problem:
    return origin.problem(path, key, "unit", f'"{found}"', codes=", ".join(sorted(sections.codes)) or "–")


def _groups(sections: Sections, origin: Origin) -> Iterator[Problem]:
    """One chat is one desk: it can't be told from a message there whose ticket it would be."""
    entries = [
        *(("units", p, k, getattr(u, k)) for p, u in sections.units.items() for k in _UNIT_GROUPS),
        *(("categories", p, "telegram_group", c.telegram_group) for p, c in sections.categories.items()),
    ]
    first: dict[int, str] = {}
    for section, place, key, group in entries:
        if group is None:
            continue
        name = f"{sections.labels[section, place]}.{key}"
        if group in first:
            yield origin.problem((section, place, key), name, "own-group", str(group), other=first[group])
        first.setdefault(group, name)


_UNIT_GROUPS = ("telegram_group", "restricted_group")


def _people(sections: Sections, origin: Origin) -> Iterator[Problem]:
    tops = [unit.code for unit in sections.units.values() if unit.parent is None]
    seen: dict[Person, int] = {}
    for place, person in sections.people.items():
        name = sections.labels["people", place]
        whole = person
        if person.unit is None and len(tops) == 1:
            whole = person.model_copy(update={"unit": tops[0]})
            sections.people[place] = whole
        elif person.unit is None and len(tops) > 1:
            yield origin.problem(("people", place), f"{name}.unit", "person-unit", codes=", ".join(tops))
        elif person.unit is not None and person.unit not in sections.codes:
            yield _no_unit(sections, origin, ("people", place, "unit"), f"{name}.unit", person.unit)
        if whole in seen:
            yield origin.problem(("people", place), name, "person-once", other=seen[whole] + 1)
        seen.setdefault(whole, place)


def _categories(sections: Sections, origin: Origin) -> Iterator[Problem]:
    owners = owners_named(sections.people.values(), sections.units.values())
    first: dict[str, int] = {}
    for place, category in sections.categories.items():
        name = sections.labels["categories", place]
        if category.name in first:
            path: Path = ("categories", place, "name")
            yield origin.problem(path, f"{name}.name", "unique", f'"{category.name}"', other=first[category.name] + 1)
        first.setdefault(category.name, place)
        if category.owner is None:
            continue
        path = ("categories", place, "owner")
        try:
            found = owners.the_one(category.owner, part=False)
        except FitsSeveral as several:
            choices = ", ".join(several.choices.values())
            yield origin.problem(path, f"{name}.owner", "one-owner", f'"{category.owner}"', choices=choices)
            continue
        if found is None:
            names = ", ".join(sorted({each.name for each in sections.people.values() if each.role is RoleName.OWNER}))
            yield origin.problem(path, f"{name}.owner", "owner", f'"{category.owner}"', names=names or "–")


def _numbers(sections: Sections, origin: Origin) -> Iterator[Problem]:
    units = sections.units
    if isinstance(hours := sections.single.get("hours"), Hours):
        yield from _hours(hours, ("hours",), "hours", origin)
        for place, unit in units.items():
            if unit.hours:
                path: Path = ("units", place, "hours")
                yield from _hours(joined(hours, [unit.hours]), path, f"{sections.labels['units', place]}.hours", origin)
    if isinstance(deadlines := sections.single.get("deadlines"), Deadlines):
        yield from _rating(deadlines, ("deadlines",), "deadlines", origin)
        for place, unit in units.items():
            if unit.deadlines:
                path = ("units", place, "deadlines")
                name = f"{sections.labels['units', place]}.deadlines"
                yield from _rating(joined(deadlines, [unit.deadlines]), path, name, origin)
    if isinstance(digest := sections.single.get("digest"), Digest):
        yield from _weights(digest, ("digest",), "digest", origin)
        for place, unit in units.items():
            if unit.digest:
                path = ("units", place, "digest")
                name = f"{sections.labels['units', place]}.digest"
                yield from _weights(joined(digest, [unit.digest]), path, name, origin)


def _weights(judging: Judging, path: Path, name: str, origin: Origin) -> Iterator[Problem]:
    total = judging.contacted_weight + judging.solved_weight + judging.satisfied_weight
    if abs(total - 1) > 1e-6:
        yield origin.problem(path, f"{name}.…_weight", "weights", f"{total:g}")


def _hours(hours: Hours, path: Path, name: str, origin: Origin) -> Iterator[Problem]:
    if hours.start >= hours.end:
        start = hours.start.isoformat("minutes")
        yield origin.problem((*path, "end"), f"{name}.end", "later", hours.end.isoformat("minutes"), start=start)
    for day in sorted({*hours.rest_days} & {*hours.work_days}):
        yield origin.problem((*path, "rest_days"), f"{name}.rest_days", "not-both", day=day.isoformat())


def _rating(deadlines: Deadlines, path: Path, name: str, origin: Origin) -> Iterator[Problem]:
    if deadlines.rating_nudge >= deadlines.rating:
        found = str(deadlines.rating_nudge)
        yield origin.problem((*path, "rating_nudge"), f"{name}.rating_nudge", "nudge", found, rating=deadlines.rating)


def _telegram(sections: Sections, origin: Origin) -> Iterator[Problem]:
    telegram = sections.single.get("telegram")
    if isinstance(telegram, Telegram) and telegram.mode == "webhook":
        for key in ("webhook_url", "secret"):
            if getattr(telegram, key) is None:
                yield origin.problem(("telegram", key), f"telegram.{key}", "webhook-needs")
