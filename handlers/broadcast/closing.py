"""Until when something that was sent to units can be answered."""

from __future__ import annotations

from handlers.case.acting import Refused
from handlers.rules.dates import read_due
from handlers.turn import Turn


def closing_at(turn: Turn, text: str) -> int:
    """The end of the working day that somebody wrote (“3月20日”, “下周五”, “5天” or “5”).

    Raises:
        Refused: it is no date, or that day is over.
    """
    at = read_due(text, turn.now, turn.house.calendar).at
    if at is None:
        raise Refused(turn.say("task-date-unread"))
    if at <= turn.now:
        raise Refused(turn.say("broadcast-closing-past"))
    return at
