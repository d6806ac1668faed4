"""An update as the inbox keeps it, and how the fetching of updates is doing."""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from dataclasses import dataclass, field

from bot.channels.base import RawEvent
from bot.channels.telegram.fields import Fields, key, number, part, words


def _dated(found: Fields) -> str:
    # A press has no date of its own, but its id never comes again.
    date = number(found, "edit_date") or number(found, "date")
    return str(date) if date is not None else words(found, "id") or key(found, "id") or "0"


def raw_event(update: Fields) -> RawEvent:
    """The update as it came. Its id alone could come again after a silent week: the date makes it unique.

    Raises:
        ValueError: it has no id.
    """
    update_id = number(update, "update_id")
    if update_id is None:
        raise ValueError("update without an id")
    found: Fields = next((each for each in update.values() if isinstance(each, dict)), {})
    chat = part(found, "chat") or part(part(found, "message") or {}, "chat") or part(found, "from") or {}
    return RawEvent(f"{update_id}:{_dated(found)}", key(chat, "id") or "", _dump(update))


def _dump(update: Fields) -> str:
    text = json.dumps(update, ensure_ascii=False, separators=(",", ":"))
    try:
        text.encode()
    except UnicodeEncodeError:
        # Half of a surrogate pair can only be kept as the escape that it came as.
        return json.dumps(update, separators=(",", ":"))
    return text


@dataclass(slots=True)
class Pulse:
    """How fetching is doing, for the health page. Instants are UTC epoch seconds, by the machine's clock."""

    now: Callable[[], float] = field(default=time.time, repr=False)
    fetched_at: int | None = None
    """When the platform last answered, with or without events."""
    failing_since: int | None = None
    error: str = ""
    """What is wrong now, in the server's words; empty when nothing is."""
    second_reader: bool = False
    """Somebody else reads the same token."""
    rejected: bool = False
    """The token is not accepted."""
    events: int = 0
    """Handed to the inbox since the start."""

    def well(self, events: int = 0) -> bool:
        """The platform answered; returns whether that is news."""
        news = self.failing_since is not None
        self.fetched_at = int(self.now())
        self.failing_since, self.error = None, ""
        self.second_reader = self.rejected = False
        self.events += events
        return news

    def failed(self, error: str, *, second_reader: bool = False, rejected: bool = False) -> bool:
        """It did not, or what it gave could not be kept; returns whether that is news."""
        news = error != self.error
        if self.failing_since is None:
            self.failing_since = int(self.now())
        self.error, self.second_reader, self.rejected = error, second_reader, rejected
        return news

    @property
    def troubles(self) -> tuple[str, ...]:
        """What is wrong that only a person can put right, by name."""
        found = {"second_reader": self.second_reader, "token_rejected": self.rejected}
        return tuple(name for name, holds in found.items() if holds)
