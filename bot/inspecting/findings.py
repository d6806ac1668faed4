"""What an inspection finds."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from bot.channels.base import Health
from handlers.core.texts import say


class Level(StrEnum):
    """How a finding is to be taken."""

    FINE = "✓"
    NOTE = "!"
    """The mailbox works, and somebody should know."""
    WRONG = "✗"
    """It does not work as it should."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One line: what was looked at, what was found, what to do about it."""

    level: Level
    text: str
    remedy: str = ""


@dataclass(frozen=True, slots=True)
class Words:
    """Findings in one language, by their texts ``cli-check-<key>`` and ``cli-check-<key>-remedy``."""

    locale: str

    def fine(self, key: str, /, **facts: Any) -> Finding:
        """All is well."""
        return Finding(Level.FINE, say(self.locale, f"cli-check-{key}", **facts))

    def note(self, key: str, /, **facts: Any) -> Finding:
        """Somebody should know."""
        return self._found(Level.NOTE, key, facts)

    def wrong(self, key: str, /, **facts: Any) -> Finding:
        """Something does not work."""
        return self._found(Level.WRONG, key, facts)

    def _found(self, level: Level, key: str, facts: dict[str, Any]) -> Finding:
        text, remedy = f"cli-check-{key}", f"cli-check-{key}-remedy"
        return Finding(level, say(self.locale, text, **facts), say(self.locale, remedy, **facts))


def of_channel(findings: Iterable[Health]) -> Sequence[Finding]:
    """What a channel found out about its own set-up."""
    return [
        Finding(Level.WRONG if each.problem else Level.FINE, f"{each.subject} {each.problem}".strip(), each.remedy)
        for each in findings
    ]
