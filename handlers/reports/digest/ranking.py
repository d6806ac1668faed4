"""Units beside those of their own level, by how their raisers judged; never by how many tickets they have."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from handlers.core.house import DigestRules
from handlers.reports.digest.figures import Figures
from storage.units import Unit


@dataclass(frozen=True, slots=True)
class Ranked:
    """A unit's place among ``among`` ranked units of its level. ``place`` None: too few ratings for one (``score``
    may still be there), ``before`` None: it had none last week.
    """

    unit: Unit
    figures: Figures
    score: float | None
    place: int | None
    among: int
    before: int | None


def places(units: Sequence[Unit], figures: Mapping[int, Figures], rules: DigestRules) -> dict[int, int]:
    """The place of every unit with enough ratings within its own level; equals share a place."""
    found: dict[int, int] = {}
    for level in {unit.level for unit in units}:
        scores = sorted(
            (
                (round(score, 6), unit.id)
                for unit in units
                if unit.level == level
                and (own := figures.get(unit.id)) is not None
                and own.enough
                and (score := own.composite(rules)) is not None
            ),
            key=lambda each: (-each[0], each[1]),
        )
        for position, (score, unit_id) in enumerate(scores):
            same = position > 0 and scores[position - 1][0] == score
            found[unit_id] = found[scores[position - 1][1]] if same else position + 1
    return found


def ranked(
    units: Sequence[Unit],
    figures: Mapping[int, Figures],
    last: Mapping[int, Figures],
    rules: DigestRules,
) -> tuple[Ranked, ...]:
    """Units by level, best first, those with too few ratings behind. Units with nothing to say are left out."""
    now, before = places(units, figures, rules), places(units, last, rules)
    among = {level: sum(1 for unit in units if unit.level == level and unit.id in now) for level in _levels(units)}
    rows = [
        Ranked(
            unit,
            own,
            own.composite(rules),
            now.get(unit.id),
            among[unit.level],
            before.get(unit.id),
        )
        for unit in units
        if (own := figures.get(unit.id, Figures())) != Figures() or unit.retired_at is None
    ]
    return tuple(sorted(rows, key=lambda each: (each.unit.level, each.place is None, each.place or 0, each.unit.id)))


def _levels(units: Sequence[Unit]) -> set[int]:
    return {unit.level for unit in units}


def under_floor(rows: Sequence[Ranked], rules: DigestRules) -> tuple[Ranked, ...]:
    """Those whose raisers judged them below the floor, the lowest first."""
    low = [each for each in rows if each.place is not None and each.score is not None and each.score < rules.floor]
    return tuple(sorted(low, key=lambda each: each.score or 0))


def well_done(rows: Sequence[Ranked], rules: DigestRules, most: int = 3) -> tuple[Ranked, ...]:
    """The first of each level that are not below the floor, best first."""
    good = [each for each in rows if each.place == 1 and each.score is not None and each.score >= rules.floor]
    return tuple(sorted(good, key=lambda each: -(each.score or 0))[:most])
