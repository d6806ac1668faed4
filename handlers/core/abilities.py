"""What a channel can do, as numbers."""

from __future__ import annotations

from dataclasses import dataclass

from handlers.rules.splitting import Measure

ALWAYS = 1 << 62
"""So many seconds: for as long as the message is there."""


@dataclass(frozen=True, slots=True)
class Abilities:
    """What a channel can do, as numbers. What is said is fitted to them in one place, for the channel of its reader:
    see :mod:`handlers.core.presentation`."""

    threads: bool
    reactions: bool
    text: int
    """The longest text of a message, and the longest below a file, by ``measure``."""
    caption: int
    album: int
    """So many files go together in one message."""
    buttons_in_row: int
    buttons: int
    """So many in all; 0: the channel has none."""
    button_bytes: int
    """The longest data behind a button."""
    toast: int
    """The longest short answer to a press, in characters; 0: the channel has none."""
    edit_seconds: int
    """How long a message of ours can be changed, and how long it can be taken away; 0: never."""
    delete_seconds: int
    measure: Measure = Measure.UTF16

    @property
    def edits(self) -> bool:
        """A message can be changed after it was sent."""
        return self.edit_seconds > 0

    @property
    def deletes(self) -> bool:
        """A message can be taken away after it was sent."""
        return self.delete_seconds > 0
