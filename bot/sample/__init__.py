"""A believable half-year of a mailbox, played through its front door at earlier times; nothing here writes rows."""

from __future__ import annotations

from bot.sample.cast import SETTINGS, populate, seats
from bot.sample.playing import Played, beginning, play

__all__ = ["SETTINGS", "Played", "beginning", "play", "populate", "seats"]
