"""What the play needs of the mailbox that is played to: somebody else's program, known by these few words alone."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, tzinfo
from typing import Any, Protocol


class Mailbox(Protocol):
    """A running mailbox whose clock is the sandbox's, and whose schedule stands still."""

    def look_again(self) -> None:
        """The clock was moved: what waits for a time is looked at anew."""

    async def settled(self, timeout: float) -> None:
        """Until it has done all that there is to do, at most so many seconds.

        Raises:
            TimeoutError: it is still busy.
        """

    async def tick(self, sweep: str) -> Any:
        """Its clock says: look now."""


class Calendar(Protocol):
    """The working days by which the company lives."""

    @property
    def tz(self) -> tzinfo:
        """The zone of the clock on the wall."""

    def local(self, at: int) -> datetime:
        """An instant (UTC epoch seconds) on the wall clock."""

    def is_workday(self, day: date) -> bool:
        """Whether a day is worked."""

    def opens(self, day: date) -> int:
        """When a day's work begins."""

    def next_workday(self, day: date) -> date:
        """The first working day after ``day``."""

    def previous_workday(self, day: date) -> date:
        """The last working day before ``day``."""


@dataclass(frozen=True, slots=True)
class Looks:
    """What the mailbox's clock can be told to look at: ``often`` every few minutes, ``nightly``, ``weekly``."""

    often: tuple[str, ...]
    nightly: tuple[str, ...]
    weekly: tuple[str, ...]
