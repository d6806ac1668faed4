"""What is due when, who is reminded when, and the lights on lists. Numbers are DOMAIN's defaults; settings change them.

For comparison, the outer limits elsewhere: 信访工作条例 (2022): notice of acceptance within 15 days, an end within 60;
Beijing's hotline standard: feedback within 2 h / 24 h / 7 days / 15 days by urgency.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from handlers.rules.calendar import Due, WorkCalendar
from handlers.rules.lifecycle import Grade, Role, State


class DeadlineKind(StrEnum):
    """What can be due."""

    ACCEPT = "accept"
    SIGN = "sign"
    FIRST_ANSWER = "first_answer"
    DONE = "done"
    RATING = "rating"
    SUPERVISE = "supervise"
    MILESTONE = "milestone"
    REVIEW = "review"
    """The unit above answers a review (复查): natural days, as the law counts."""


@dataclass(frozen=True, slots=True)
class ReminderRules:
    """When something due is reminded of: at ``shares`` of the time given, the workday before (``eve``), on the ``day``,
    and every ``late_every`` workdays once it is overdue.
    """

    shares: tuple[float, ...] = (0.5, 0.8)
    eve: bool = True
    day: bool = True
    late_every: int = 1


USUAL = ReminderRules()


@dataclass(frozen=True, slots=True)
class DeadlineRules:
    """Limits in working days, unless the name says otherwise."""

    accept: float = 1
    sign: float = 1
    first_answer: float = 3
    done_urgent: float = 1
    done_priority: float = 3
    done_normal: float = 7
    done_complex: float = 15
    rating: float = 5
    rating_nudge: float = 2
    hand_back: float = 1
    reopen_days: int = 30
    """Natural days: for reopening and for asking for a review."""
    review_days: int = 30
    supervise_days: int = 7
    box_days: int = 7
    """Natural days after which a paper box that nobody opened is reminded of."""
    version: str = "1"
    reminders: ReminderRules = USUAL

    def done(self, grade: Grade) -> float:
        """The working days that a grade is given."""
        return {
            Grade.URGENT: self.done_urgent,
            Grade.PRIORITY: self.done_priority,
            Grade.NORMAL: self.done_normal,
            Grade.COMPLEX: self.done_complex,
        }[grade]

    def due(self, kind: DeadlineKind, at: int, calendar: WorkCalendar, grade: Grade = Grade.NORMAL) -> Due:
        """When something that begins at ``at`` is due."""
        if kind is DeadlineKind.SUPERVISE:
            return Due(calendar.add_days(at, self.supervise_days), False)
        if kind is DeadlineKind.REVIEW:
            return Due(calendar.add_days(at, self.review_days), False)
        days = {
            DeadlineKind.ACCEPT: self.accept,
            DeadlineKind.SIGN: self.sign,
            DeadlineKind.FIRST_ANSWER: self.first_answer,
            DeadlineKind.DONE: self.done(grade),
            DeadlineKind.RATING: self.rating,
        }[kind]
        # An urgent matter does not wait a whole day for somebody to look at it.
        if grade is Grade.URGENT and kind in (DeadlineKind.ACCEPT, DeadlineKind.SIGN):
            days = min(days, self.done_urgent / 4)
        return calendar.add_workdays(at, days)


TOLD: dict[DeadlineKind, tuple[Role, ...]] = {
    DeadlineKind.ACCEPT: (Role.SECRETARY,),
    DeadlineKind.SIGN: (Role.OWNER, Role.SECRETARY),
    DeadlineKind.FIRST_ANSWER: (Role.OWNER, Role.SECRETARY),
    DeadlineKind.DONE: (Role.OWNER, Role.SECRETARY),
    DeadlineKind.SUPERVISE: (Role.OWNER, Role.SECRETARY),
    DeadlineKind.MILESTONE: (Role.OWNER, Role.SECRETARY),
    DeadlineKind.REVIEW: (Role.SECRETARY,),
}
"""Who is reminded before and when something is missed."""
NEXT: dict[State, tuple[Role, DeadlineKind]] = {
    State.SUBMITTED: (Role.SECRETARY, DeadlineKind.ACCEPT),
    State.ACCEPTED: (Role.SECRETARY, DeadlineKind.DONE),
    State.ASSIGNED: (Role.OWNER, DeadlineKind.SIGN),
    State.IN_PROGRESS: (Role.OWNER, DeadlineKind.DONE),
    State.REPORTED: (Role.SECRETARY, DeadlineKind.DONE),
    State.ANSWERED: (Role.RAISER, DeadlineKind.RATING),
    State.SUSPENDED: (Role.SECRETARY, DeadlineKind.MILESTONE),
}
"""Who has the next step in each open state, and by which clock they are reminded of it.

Of a ticket that follows another (并案) the next step is that of the one it follows.
"""


def waiting_for(role: Role) -> frozenset[State]:
    """The open states in which the next step is theirs."""
    return frozenset(state for state, (who, _) in NEXT.items() if who is role)


ESCALATED: dict[DeadlineKind, tuple[Role, ...]] = {
    DeadlineKind.ACCEPT: (Role.MANAGER,),
    DeadlineKind.DONE: (Role.MANAGER,),
    DeadlineKind.SUPERVISE: (Role.MANAGER,),
    DeadlineKind.REVIEW: (Role.MANAGER,),
}
"""Who is told besides, once it is overdue."""


@dataclass(frozen=True, slots=True)
class Moment:
    """A time to remind. ``key`` is part of the reminder's unique key in the database, so nobody hears it twice."""

    key: str
    at: int
    overdue: bool


_SHARES = {0.5: "half", 0.8: "most"}
"""The names that the usual shares have had in the keys from the first day."""


def moments(
    started_at: int, due_at: int, now: int, grade: Grade, calendar: WorkCalendar, *, rules: ReminderRules = USUAL
) -> tuple[Moment, ...]:
    """Every moment up to ``now`` at which something that runs from ``started_at`` to ``due_at`` is to be reminded.

    As usual: half time, 80 %, one working day before, the day itself, and each working day after. The keys hold the due
    time: a date that is moved is reminded anew. Outside working hours a moment waits for the next opening, save for
    urgent.
    """
    found = [
        Moment(_SHARES.get(share, f"share{share:g}"), calendar.share(started_at, due_at, share), False)
        for share in rules.shares
    ]
    due_day = calendar.local(due_at).date()
    before = calendar.opens(calendar.previous_workday(due_day))
    if rules.eve and before > started_at:
        found.append(Moment("eve", before, False))
    if rules.day and calendar.opens(due_day) > started_at:
        found.append(Moment("day", calendar.opens(due_day), False))
    found.append(Moment("due", due_at, True))
    day, count = due_day, 0
    while True:
        day = calendar.next_workday(day)
        count += 1
        at = calendar.opens(day)
        if at > now:
            break
        if count % rules.late_every == 0:
            found.append(Moment(f"late{count}", at, True))
    return tuple(
        Moment(f"{each.key}@{due_at}", each.at, each.overdue)
        for each in found
        if (each.at if grade is Grade.URGENT else calendar.next_working(each.at)) <= now
    )


def weekly(due_at: int, now: int, calendar: WorkCalendar, days: int = 7) -> tuple[Moment, ...]:
    """Every moment up to ``now`` at which an instruction (督办) is urged: on its day, then every ``days`` natural days.

    Each waits for the next opening, as no one is urged on a day of rest.
    """
    found: list[Moment] = []
    at, count = calendar.opens(calendar.local(due_at).date()), 0
    while (moment := calendar.next_working(at)) <= now:
        found.append(Moment(f"week{count}@{due_at}", moment, now > due_at))
        at, count = calendar.add_days(at, days), count + 1
    return tuple(found)


class Light(StrEnum):
    """The mark on a list."""

    GREEN = "green"
    YELLOW = "yellow"
    """Due within three days."""
    RED = "red"
    """Due within a day, or overdue."""


def light(due_at: int | None, now: int, calendar: WorkCalendar, started_at: int | None = None) -> Light:
    """The light of something due at ``due_at``; without a due time it is green.

    Where all the time that was given since ``started_at`` is short, so is its warning: what was given one working day
    is yellow for the second third of it and red for the last, and nothing is born red.
    """
    if due_at is None:
        return Light.GREEN
    left = calendar.workdays_between(now, due_at)
    red, yellow = 1.0, 3.0
    if started_at is not None:
        given = calendar.workdays_between(started_at, due_at)
        red, yellow = min(red, given / 3), min(yellow, given * 2 / 3)
    return Light.RED if left <= red else Light.YELLOW if left <= yellow else Light.GREEN
