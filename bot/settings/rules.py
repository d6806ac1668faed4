"""The settings as the rules that handlers go by, each with its version."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping

from bot.settings.models import Deadlines, Digest, Judging, Reminders, Settings
from handlers.core.house import DigestRules
from handlers.practices.supervision import task_registers
from handlers.reports import ledger
from handlers.rules.columns import Layouts
from handlers.rules.deadlines import DeadlineRules, ReminderRules

KINDS = ("deadlines", "reminders", "digest")
"""What has versions, by the names of its sections."""


def deadline_rules(deadlines: Deadlines, reminders: Reminders) -> DeadlineRules:
    """The limits, with a version that is another one as soon as a number is: it is kept with each promised date."""
    numbers = deadlines.model_dump()
    words = ",".join(f"{name}={numbers[name]:g}" for name in sorted(numbers))
    return DeadlineRules(**numbers, version=_version(words), reminders=ReminderRules(**reminders.model_dump()))


def unit_rules(settings: Settings) -> dict[str, DeadlineRules]:
    """The limits of every unit by its code, inherited from the units above it."""
    return {
        unit.code: deadline_rules(settings.deadlines_for(unit.code), settings.reminders_for(unit.code))
        for unit in settings.units
    }


def digest_rules(digest: Digest, judging: Judging | None = None) -> DigestRules:
    """When the digest is told, and how it judges (by ``judging`` for one unit)."""
    judging = judging or digest
    return DigestRules(
        contacted_weight=judging.contacted_weight,
        solved_weight=judging.solved_weight,
        satisfied_weight=judging.satisfied_weight,
        floor=judging.floor,
        version=judging.version,
        weekday=digest.weekday.number,
        minutes=digest.time.hour * 60 + digest.time.minute,
    )


def unit_judging(settings: Settings) -> dict[str, DigestRules]:
    """How the digest of every unit judges, by its code."""
    return {unit.code: digest_rules(settings.digest, settings.judging_for(unit.code)) for unit in settings.units}


def unit_layouts(settings: Settings) -> dict[str, Layouts]:
    """The columns of every unit's registers, by its code."""
    found = {}
    for unit in settings.units:
        wanted = settings.ledger_for(unit.code)
        found[unit.code] = Layouts(
            ledger.COLUMNS.layout(wanted.columns),
            task_registers.SUPERVISED.layout(wanted.supervised),
            task_registers.FOUR_LISTS.layout(wanted.problems),
        )
    return found


def in_force(settings: Settings, code: str) -> Mapping[str, tuple[str, Mapping[str, object]]]:
    """What counts at a unit: for ``deadlines``, ``reminders`` and ``digest`` the version and the numbers."""
    reminders = settings.reminders_for(code).model_dump()
    judging = settings.judging_for(code).model_dump(include=set(Judging.model_fields) - {"version"})
    limits = settings.deadlines_for(code).model_dump()
    return {
        "deadlines": (deadline_rules(settings.deadlines_for(code), settings.reminders_for(code)).version, limits),
        "reminders": (_version(repr(sorted(reminders.items()))), reminders),
        "digest": (settings.judging_for(code).version, judging),
    }


def _version(words: str) -> str:
    return hashlib.sha256(words.encode()).hexdigest()[:8]
