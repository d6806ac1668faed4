"""Until when something that was sent to units can be answered."""

from __future__ import annotations

from handlers.dating import due_at
from handlers.turn import Turn


def closing_at(turn: Turn, text: str) -> int:
    """The end of the working day that somebody wrote (“3月20日”, “下周五”, “5天” or “5”).

    Raises:
        Refused: it is no date, or that day is over.
    """
    return due_at(turn, text, turn.house.calendar)
