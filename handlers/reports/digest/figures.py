"""The figures of a week, for every unit with all below it: pure functions over what was gathered.

A rate of nothing is nothing, never 0 %; of fewer than :data:`ENOUGH` it is a fraction.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, fields
from typing import Any

from handlers.core.house import DigestRules
from handlers.reports.digest.material import Material
from handlers.reports.digest.weeks import Week
from handlers.rules.lifecycle import Satisfaction, State
from storage.tickets import Ticket
from storage.units import Unit

ENOUGH = 5
"""Ratings below which a rate says too little (样本不足)."""
FAIR_SHARE = 0.9
"""What 基本满意 counts for in 满意率."""


@dataclass(frozen=True, slots=True)
class Figures:
    """Counts of one week; they add up, so that a unit's are its own and those of all below it.

    ``rated`` are the raisers who answered the rating (有效回访), ``unrated`` the tickets closed without one.
    ``limits`` fell in the week, ``kept`` of them with an answer by a person in time. Of ``raised`` (eight weeks, and
    every older ticket that is not finished) ``heard`` had an answer by a person and ``settled`` a result that the
    raiser did not reject. ``again``: reopened in the week.
    """

    new: int = 0
    finished: int = 0
    open: int = 0
    overdue: int = 0
    rated: int = 0
    contacted: int = 0
    solved: int = 0
    satisfied: int = 0
    fair: int = 0
    unrated: int = 0
    limits: int = 0
    kept: int = 0
    raised: int = 0
    heard: int = 0
    settled: int = 0
    again: int = 0

    def __add__(self, other: Figures) -> Figures:
        return Figures(*(getattr(self, each.name) + getattr(other, each.name) for each in fields(self)))

    @property
    def contact_rate(self) -> float | None:
        """响应率, None where nobody answered."""
        return share(self.contacted, self.rated)

    @property
    def solved_rate(self) -> float | None:
        """解决率."""
        return share(self.solved, self.rated)

    @property
    def pleased(self) -> float:
        """满意 and what 基本满意 counts for."""
        return self.satisfied + FAIR_SHARE * self.fair

    @property
    def satisfied_rate(self) -> float | None:
        """满意率."""
        return share(self.pleased, self.rated)

    @property
    def on_time_rate(self) -> float | None:
        """按时率."""
        return share(self.kept, self.limits)

    @property
    def enough(self) -> bool:
        """Whether enough raisers answered for a rate to say something."""
        return self.rated >= ENOUGH

    def composite(self, rules: DigestRules) -> float | None:
        """综合: the three rates by their weights."""
        contacted, solved, satisfied = self.contact_rate, self.solved_rate, self.satisfied_rate
        if contacted is None or solved is None or satisfied is None:
            return None
        return rules.contacted_weight * contacted + rules.solved_weight * solved + rules.satisfied_weight * satisfied


def share(part: float, whole: int) -> float | None:
    """``part`` of ``whole``, None where there is nothing to be a part of."""
    return part / whole if whole else None


def write(figures: Figures) -> dict[str, int]:
    """Figures as they are kept."""
    return asdict(figures)


def read(kept: Mapping[str, Any]) -> Figures:
    """Figures that were kept, by this version of the program or another."""
    known = {each.name for each in fields(Figures)}
    return Figures(**{name: int(value) for name, value in kept.items() if name in known})


def heard(ticket: Ticket, until: int) -> bool:
    """Whether a person had answered by then."""
    return ticket.first_reply_at is not None and ticket.first_reply_at < until


def settled(ticket: Ticket, until: int) -> bool:
    """Whether there was a result by then that the raiser did not reject."""
    if ticket.state not in (State.ANSWERED, State.CLOSED, State.DECLINED):
        return False
    if ticket.satisfaction == Satisfaction.UNSATISFIED or ticket.solved == "no":
        return False
    at = ticket.answered_at if ticket.state != State.DECLINED else ticket.closed_at
    return at is not None and at < until


def is_open(ticket: Ticket, moment: int) -> bool:
    """Whether a ticket was unfinished at a moment, and not following another."""
    return (
        ticket.submitted_at < moment
        and (ticket.closed_at is None or ticket.closed_at >= moment)
        and ticket.merged_into is None
    )


def base(material: Material, week: Week) -> tuple[Ticket, ...]:
    """What must have an answer: raised in the eight weeks to the end of the week, or older and unfinished.

    What its raiser took back and what follows another ticket does not count.
    """
    return tuple(
        ticket
        for ticket in material.tickets.values()
        if ticket.submitted_at < week.until
        and ticket.state != State.WITHDRAWN
        and ticket.merged_into is None
        and (ticket.submitted_at >= material.since(week) or is_open(ticket, week.until))
    )


def of_units(material: Material, week: Week) -> dict[int, Figures]:
    """Every unit's figures of a week, its own tickets alone."""
    counts: dict[int, dict[str, int]] = {unit.id: {} for unit in material.units}

    def count(unit_id: int, **more: int) -> None:
        kept = counts.setdefault(unit_id, {})
        for name, value in more.items():
            kept[name] = kept.get(name, 0) + value

    for ticket in material.tickets.values():
        new = week.start <= ticket.submitted_at < week.until
        finished = ticket.closed_at is not None and week.start <= ticket.closed_at < week.until
        unfinished = is_open(ticket, week.until)
        if new or finished or unfinished:
            count(
                ticket.unit_id,
                new=int(new),
                finished=int(finished and ticket.state in (State.CLOSED, State.DECLINED)),
                open=int(unfinished),
                unrated=int(finished and ticket.satisfaction == Satisfaction.NONE),
            )
    for ticket in base(material, week):
        count(
            ticket.unit_id,
            raised=1,
            heard=int(heard(ticket, week.until)),
            settled=int(settled(ticket, week.until)),
        )
    for ticket_id in material.missed.get(week.until, {}):
        if ticket_id in material.tickets and is_open(material.tickets[ticket_id], week.until):
            count(material.tickets[ticket_id].unit_id, overdue=1)
    # Whoever rated twice in a week counts once, with the later word.
    latest = {each.ticket_id: each for each in material.rated if week.start <= each.at < week.until}
    for rating in latest.values():
        count(
            rating.unit_id,
            rated=1,
            contacted=int(rating.detail["contacted"] == "yes"),
            solved=int(rating.detail["solved"] == "yes"),
            satisfied=int(rating.detail["satisfaction"] == Satisfaction.SATISFIED),
            fair=int(rating.detail["satisfaction"] == Satisfaction.FAIR),
        )
    for limit in material.limits:
        if week.start <= limit.due_at < week.until:
            count(limit.unit_id, limits=1, kept=int(limit.met_at is not None and limit.met_at <= limit.due_at))
    for unit_id in {
        each.ticket_id: each.unit_id for each in material.reopened if week.start <= each.at < week.until
    }.values():
        count(unit_id, again=1)
    return {unit_id: Figures(**found) for unit_id, found in counts.items()}


def rolled_up(units: Iterable[Unit], own: Mapping[int, Figures]) -> dict[int, Figures]:
    """Every unit's figures with those of all below it."""
    total: dict[int, Figures] = {}
    for unit in sorted(units, key=lambda each: -each.level):
        mine = total.get(unit.id, Figures()) + own.get(unit.id, Figures())
        total[unit.id] = mine
        if unit.parent_id is not None:
            total[unit.parent_id] = total.get(unit.parent_id, Figures()) + mine
    return total
