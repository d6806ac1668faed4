"""Until when something that was sent to units can be answered."""

from __future__ import annotations

from handlers.core.asked_dates import due_at
from handlers.core.turn import Turn
from handlers.core.wording import in_full, moment


def closing_at(turn: Turn, text: str) -> int:
    """The end of the working day that somebody wrote (“3月20日”, “下周五”, “5天” or “5”).

    Raises:
        Refused: it is no date, or that day is over.
    """
    return due_at(turn, text, turn.house.calendar)


def closing_words(turn: Turn, at: int) -> str:
    """“3月20日（周五）17:30”; of another year with that."""
    calendar = turn.house.calendar
    same = calendar.local(at).year == calendar.local(turn.now).year
    return moment(turn.locale, calendar, at) if same else in_full(turn.locale, calendar, turn.now, at)
