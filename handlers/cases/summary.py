"""What presses most about a ticket, as one line of a list: light, number, matter, and what is due by when in words."""

from __future__ import annotations

from collections.abc import Container, Iterable
from dataclasses import dataclass

from handlers.core.texts import say
from handlers.core.wording import remaining, shorten, when
from handlers.rules.calendar import WorkCalendar
from handlers.rules.deadlines import Light, light
from storage.history import Deadline
from storage.tickets import Ticket

TITLE_CHARACTERS = 24
"""What of a matter stands on a list: one line of a phone."""


@dataclass(frozen=True, slots=True)
class Pressing:
    """A ticket with what is due next on it; ``kind`` and ``due_at`` are None when nothing is."""

    ticket: Ticket
    kind: str | None
    due_at: int | None
    calendar: WorkCalendar
    provisional: bool = False
    subject: str = ""
    started_at: int | None = None

    def light(self, now: int) -> Light:
        """Its mark."""
        return light(self.due_at, now, self.calendar, self.started_at)

    def within_a_day(self, now: int) -> bool:
        """Whether it is due within a working day, or overdue."""
        return self.due_at is not None and self.calendar.workdays_between(now, self.due_at) <= 1

    @property
    def order(self) -> tuple[bool, int, int]:
        """The most pressing first; what has no limit last."""
        return (self.due_at is None, self.due_at or 0, self.ticket.id)


def first_due(ticket: Ticket, deadlines: Iterable[Deadline], kinds: Container[str], calendar: WorkCalendar) -> Pressing:
    """What of ``kinds`` is due first on a ticket."""
    for each in sorted(deadlines, key=lambda deadline: deadline.due_at):
        if each.kind in kinds:
            return Pressing(ticket, each.kind, each.due_at, calendar, each.provisional, each.subject, each.started_at)
    return Pressing(ticket, None, None, calendar)


def line(locale: str, now: int, pressing: Pressing, *, title: bool = True) -> str:
    """Two lines: “🔴 SJ-2026-0042 食堂太贵”, “办结：还剩 2 小时（11月26日）”; the matter only with ``title``."""
    ticket = pressing.ticket
    head = say(
        locale,
        "line-head" if title else "line-head-bare",
        light=say(locale, f"light-{pressing.light(now)}"),
        number=ticket.number,
        **({"title": shorten(ticket.title, TITLE_CHARACTERS)} if title else {}),
    )
    return f"{head}\n{due_line(locale, now, pressing)}"


def due_line(locale: str, now: int, pressing: Pressing) -> str:
    """“办结：还剩 2 小时（11月26日 14:50）”; the state where nothing is due."""
    if pressing.kind is None or pressing.due_at is None:
        return say(locale, "line-state", state=say(locale, f"state-{pressing.ticket.state}"))
    said = say(
        locale,
        "line-due-subject" if pressing.subject else "line-due",
        what=say(locale, f"due-{pressing.kind}"),
        left=remaining(locale, pressing.calendar, now, pressing.due_at),
        date=when(locale, pressing.calendar, now, pressing.due_at),
        **({"subject": shorten(pressing.subject, 20)} if pressing.subject else {}),
    )
    return said + say(locale, "line-provisional") if pressing.provisional else said
