"""Better or worse than last week, and what needs the manager."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from handlers.core.house import DigestRules
from handlers.reports.digest.figures import ENOUGH, Figures
from handlers.reports.digest.findings import Look
from handlers.rules.deadlines import DeadlineKind
from storage.tickets import Ticket

SCORE_STEP = 0.02
"""A change of 综合 that means something."""
TIME_STEP = 0.05
"""The same of 按时率."""
_AGAIN_NEEDS = 2


class Verdict(StrEnum):
    """How the week was beside the last."""

    BETTER = "better"
    WORSE = "worse"
    SAME = "same"
    FIRST = "first"
    """There is nothing to compare with."""
    QUIET = "quiet"
    """Nothing was raised and nothing is open."""


class Why(StrEnum):
    """What a verdict rests on."""

    SCORE = "score"
    LATE = "late"
    TIME = "time"


@dataclass(frozen=True, slots=True)
class Judgement:
    """``changes``: what speaks for the verdict, as differences: shares for SCORE and TIME, tickets for LATE."""

    verdict: Verdict
    changes: tuple[tuple[Why, float], ...] = ()


def judge(look: Look, rules: DigestRules) -> Judgement:
    """The raisers' word goes first, then what is overdue, then what was answered in time."""
    now, last = look.now, look.last
    if now == Figures() and (last is None or last == Figures()):
        return Judgement(Verdict.QUIET)
    if last is None:
        return Judgement(Verdict.FIRST)
    changes: list[tuple[Why, float, bool]] = []
    score, before = now.composite(rules), last.composite(rules)
    if now.enough and last.enough and score is not None and before is not None and abs(score - before) >= SCORE_STEP:
        changes.append((Why.SCORE, score - before, score > before))
    if now.overdue != last.overdue:
        changes.append((Why.LATE, now.overdue - last.overdue, now.overdue < last.overdue))
    time, earlier = now.on_time_rate, last.on_time_rate
    if (
        time is not None
        and earlier is not None
        and min(now.limits, last.limits) >= ENOUGH
        and abs(time - earlier) >= TIME_STEP
    ):
        changes.append((Why.TIME, time - earlier, time > earlier))
    if not changes:
        return Judgement(Verdict.SAME)
    good = changes[0][2]
    return Judgement(
        Verdict.BETTER if good else Verdict.WORSE,
        tuple((why, change) for why, change, each in changes if each is good),
    )


class Reason(StrEnum):
    """Why a ticket needs the manager."""

    INSTRUCTION = "instruction"
    """Their own instruction is overdue."""
    AGAIN = "again"
    """The raiser was not satisfied a second time."""
    LATE = "late"
    REVIEW = "review"
    """On the long list, and to be looked at again."""


@dataclass(frozen=True, slots=True)
class Need:
    """One ticket that needs the manager; ``number`` is working days late, or how often it came back."""

    reason: Reason
    ticket: Ticket
    number: float = 0


def needs(look: Look) -> tuple[Need, ...]:
    """What needs the manager, most pressing first, each ticket once."""
    until = look.week.until
    found = [
        Need(Reason.INSTRUCTION, ticket)
        for given, ticket in look.instructions
        if given.answered_at is None and given.due_at < until
    ]
    found += [Need(Reason.AGAIN, each, each.reopened) for each in look.again if each.reopened >= _AGAIN_NEEDS]
    found += [
        Need(Reason.LATE, each.ticket, each.days)
        for each in look.late
        if each.kind in (DeadlineKind.DONE, DeadlineKind.ACCEPT)
    ]
    found += [Need(Reason.REVIEW, each) for each in look.review]
    once: dict[int, Need] = {}
    for each in found:
        once.setdefault(each.ticket.id, each)
    return tuple(once.values())
