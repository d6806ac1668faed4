"""What stays the same from one event to the next: the mailbox's name, rules, calendar and what its channels can do."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace

from handlers.core.abilities import Abilities
from handlers.rules.calendar import WorkCalendar
from handlers.rules.columns import Layouts
from handlers.rules.danger import DangerWords
from handlers.rules.deadlines import DeadlineRules


@dataclass(frozen=True, slots=True)
class DigestRules:
    """When the weekly digest is told, and how it judges: the weights of 综合, the floor below which a unit is named.

    ``weekday`` counts from 0 for Monday, ``minutes`` from midnight.
    """

    contacted_weight: float = 0.1
    solved_weight: float = 0.5
    satisfied_weight: float = 0.4
    floor: float = 0.85
    version: str = "1"
    weekday: int = 0
    minutes: int = 8 * 60 + 30


@dataclass(frozen=True, slots=True)
class House:
    """Given to every turn. What is by unit code (``rules``, ``judging``, ``calendars``) goes before what is for all.

    ``owners``: whom the settings suggest for a category of this name, by name and code of unit; they may not have
    joined yet.
    ``link`` makes a deep link for a channel and a payload (of ``A–Za–z0–9_-``, a few dozen at most).
    """

    name: str
    zone: str
    prefix: str
    calendar: WorkCalendar
    default_rules: DeadlineRules
    abilities: Mapping[str, Abilities]
    link: Callable[[str, str], str]
    rules: Mapping[str, DeadlineRules] = field(default_factory=dict)
    digest: DigestRules = field(default_factory=DigestRules)
    judging: Mapping[str, DigestRules] = field(default_factory=dict)
    calendars: Mapping[str, WorkCalendar] = field(default_factory=dict)
    owners: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    boards: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    """Where what is made public of a unit is posted, by its code: channel and chat."""
    danger: DangerWords = field(default_factory=DangerWords)
    """What raises danger to life or limb, and what does not."""
    layouts: Mapping[str, Layouts] = field(default_factory=dict)
    """Which columns the registers of a unit have, by its code."""

    def rules_for(self, unit_code: str | None) -> DeadlineRules:
        """The deadlines that a unit works by."""
        return self.rules.get(unit_code or "", self.default_rules)

    def seen_from(self, unit_code: str) -> House:
        """The house whose digest judges as this unit wants it; when it is told is the same for all."""
        return replace(self, digest=self.judging.get(unit_code, self.digest))

    def layouts_for(self, unit_code: str) -> Layouts:
        """The columns of a unit's registers."""
        return self.layouts.get(unit_code, Layouts())

    def calendar_for(self, unit_code: str | None) -> WorkCalendar:
        """The working days and hours that count for promises to a unit's people."""
        return self.calendars.get(unit_code or "", self.calendar)
