"""What a lane in hand, a call that came back, and the transaction that records it are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from bot.channels.base import Outcome, RawEvent
from bot.flow.lanes import LaneState
from bot.flow.own_events import outcome_event
from bot.flow.places import Found, Places
from bot.flow.resolve import Row, Step
from handlers.core.abilities import Abilities
from handlers.core.vocabulary import Refusal
from storage import messages, tasks
from storage.database import Transaction


@dataclass(slots=True)
class Job:
    """One lane in hand: its next row (or several joined), and the call that comes next for it."""

    state: LaneState
    rows: tuple[Row, ...]
    step: Step
    looked: tuple[int, ...] = ()
    """How much was thought to wait in the lane when it was picked."""

    @property
    def spent(self) -> dict[int, int]:
        """How many rows of each priority it is about."""
        return dict(Counter(row.waiting.priority for row in self.rows))


@dataclass(slots=True)
class Finished:
    """A call that came back. ``broken``: it raised in our own program at that place; ``final``: don't try again.

    ``outcome.at_fault``: if it was a file that the program stumbled over, which.
    """

    job: Job
    outcome: Outcome
    broken: str = ""
    final: bool = False

    @property
    def result(self) -> str:
        """How it ended, for the metrics."""
        return "broken" if self.broken else self.outcome.result.value


@dataclass(slots=True)
class Effect:
    """What a recorded call means for its lane, its chat and its channel, in seconds from now."""

    job: Job
    gone: bool = False
    hold: bool = False
    moved: bool = False
    """What was to be said waits in another lane now."""
    lane_pause: float = 0.0
    chat_pause: float = 0.0
    channel_pause: float = 0.0
    channel_pauses: tuple[int, ...] = ()
    """The channel names no time itself: it is left alone ever longer while it stays away."""
    works: bool = True
    """The channel answered, whatever it said."""


@dataclass(slots=True)
class Ledger:
    """What one transaction records."""

    tx: Transaction
    places: Places
    now: int
    abilities: Mapping[str, Abilities]
    """Of each channel."""
    found: Found = field(default_factory=Found)
    sent: list[int] = field(default_factory=list)
    links: list[messages.NewLink] = field(default_factory=list)
    tasks: list[tasks.Showing] = field(default_factory=list)
    events: list[RawEvent] = field(default_factory=list)
    effects: list[Effect] = field(default_factory=list)

    def tell(self, finished: Finished, row: Row, refusal: Refusal, *, key: str | None = None, **facts: Any) -> None:
        """Let the handlers know what became of a row; ``facts`` are told besides those of its message."""
        state, outcome = finished.job.state, finished.outcome
        if outcome.read is not None:
            facts["read"] = dict(outcome.read)
        message = replace(row.message, facts={**row.message.facts, **facts}) if facts else row.message
        self.events.append(
            outcome_event(
                row.waiting.id,
                message,
                refusal,
                place=(state.channel, state.chat, state.group),
                now=self.now,
                text=outcome.text,
                sent=outcome.messages[0] if outcome.messages else None,
                key=key,
            )
        )
