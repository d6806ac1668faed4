"""A believable half-year of a mailbox, played through its front door at earlier times; nothing here writes rows."""

from __future__ import annotations

from sandbox.sample.cast import populate, seats
from sandbox.sample.company import SETTINGS
from sandbox.sample.mailbox import Looks
from sandbox.sample.playing import Played, beginning, play

__all__ = ["SETTINGS", "Looks", "Played", "beginning", "play", "populate", "seats"]
