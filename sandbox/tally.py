"""Counts of what happened, for tests and measurements, and a log of what calls took effect."""

from __future__ import annotations

from collections import Counter, deque
from dataclasses import dataclass, field
from typing import Any

LOG_LENGTH = 100_000


@dataclass(frozen=True, slots=True)
class Effect:
    """A call that was carried out, whatever the bot was told. ``messages``: ids of what it made or touched."""

    method: str
    chat: int | None
    messages: tuple[int, ...]
    text: str
    at: float


@dataclass(slots=True)
class Tally:
    """Counted since the start, or since :meth:`reset`."""

    made: int = 0
    """Updates put into the queue."""
    handed_out: int = 0
    """Updates given to the bot, those given twice counted twice."""
    acknowledged: int = 0
    expired: int = 0
    """Updates that nobody fetched within a day."""
    delivered: int = 0
    """Messages of the bot that people can see."""
    calls: Counter[str] = field(default_factory=Counter)
    refusals: Counter[int] = field(default_factory=Counter)
    """By code; 429 among them."""
    faults: Counter[str] = field(default_factory=Counter)
    mistakes: deque[str] = field(default_factory=lambda: deque(maxlen=1000))
    """Calls that the published description does not allow."""
    log: deque[Effect] = field(default_factory=lambda: deque(maxlen=LOG_LENGTH))

    def as_json(self) -> dict[str, Any]:
        """The counts as plain values."""
        return {
            "made": self.made,
            "handed_out": self.handed_out,
            "acknowledged": self.acknowledged,
            "expired": self.expired,
            "delivered": self.delivered,
            "calls": dict(self.calls),
            "refusals": {str(code): count for code, count in self.refusals.items()},
            "faults": dict(self.faults),
            "mistakes": list(self.mistakes),
        }

    def reset(self) -> None:
        """Begin again at nought."""
        self.made = self.handed_out = self.acknowledged = self.expired = self.delivered = 0
        for counts in (self.calls, self.refusals, self.faults):
            counts.clear()
        self.mistakes.clear()
        self.log.clear()
