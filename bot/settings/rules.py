"""The settings as the rules that handlers go by."""

from __future__ import annotations

import hashlib

from bot.settings.models import Deadlines, Digest, Settings
from handlers.house import DigestRules
from handlers.rules.deadlines import DeadlineRules


def deadline_rules(deadlines: Deadlines) -> DeadlineRules:
    """The limits, with a version that is another one as soon as a number is: it is kept with each promised date."""
    numbers = deadlines.model_dump()
    words = ",".join(f"{name}={numbers[name]:g}" for name in sorted(numbers))
    return DeadlineRules(**numbers, version=hashlib.sha256(words.encode()).hexdigest()[:8])


def unit_rules(settings: Settings) -> dict[str, DeadlineRules]:
    """The limits of every unit by its code, inherited from the units above it."""
    return {unit.code: deadline_rules(settings.deadlines_for(unit.code)) for unit in settings.units}


def digest_rules(digest: Digest) -> DigestRules:
    """When the digest is told, and how it judges."""
    return DigestRules(
        contacted_weight=digest.contacted_weight,
        solved_weight=digest.solved_weight,
        satisfied_weight=digest.satisfied_weight,
        floor=digest.floor,
        version=digest.version,
        weekday=digest.weekday.number,
        minutes=digest.time.hour * 60 + digest.time.minute,
    )
