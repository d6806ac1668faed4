"""Files of a message that did not go with it, in words: which, who refused them, what would do."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from handlers.core.texts import say
from handlers.core.vocabulary import Refusal

TOLD: Mapping[str, Any] = {"told": True}


_TO_READER = frozenset({"missed-from-desk", "missed-for-you"})
"""Texts for whoever was to get the files."""


@dataclass(frozen=True, slots=True)
class Missed:
    """One file. ``number``: which of those that were sent, from 1; 0: the words. ``kept``: it goes later."""

    number: int
    kind: str | None
    name: str | None
    refusal: Refusal

    @property
    def kept(self) -> bool:
        """It waits for a right that we lack."""
        return self.refusal is Refusal.NO_RIGHTS


def missed_of(facts: Mapping[str, Any]) -> tuple[Missed, ...]:
    """What is missing, as the event tells it."""
    return tuple(
        Missed(each["number"], each["kind"], each["name"], Refusal(each["refusal"])) for each in facts["missed"]
    )


def _line(locale: str, each: Missed, of: int, *, advice: bool, yours: bool) -> str:
    kind = say(locale, f"missed-kind-{each.kind}") if each.kind else ""
    if each.number == 0:
        what = say(locale, "missed-words")
    elif each.name:
        what = say(locale, "missed-named", name=each.name)
    elif of == 1:
        what = kind
    else:
        what = say(locale, "missed-numbered", number=each.number, kind=kind)
    whose = "-yours" if yours and each.refusal is Refusal.BARRED else ""
    why = say(locale, f"missed-why-{each.refusal}{whose}", kind=kind)
    do = say(locale, f"missed-do-{each.refusal}") if advice or each.kept else ""
    return say(locale, "missed-line-do" if do else "missed-line", what=what, why=why, do=do)


def said(
    locale: str, key: str, missed: Sequence[Missed], facts: Mapping[str, Any], *, advice: bool, **more: Any
) -> str:
    """Text ``key`` with a line for each file: who did not take it and why, and (``advice``) what would do.

    ``facts`` are those of the event; ``more`` are facts of the text.
    """
    yours = key in _TO_READER
    lines = "\n".join(_line(locale, each, facts["of"], advice=advice, yours=yours) for each in missed)
    counts = {"of": facts["of"], "count": sum(each.number > 0 for each in missed)}
    whole = "whole" if counts["count"] < counts["of"] or facts["arrived"] else "nothing"
    return "\n".join((say(locale, key, **counts, rest=whole, **more), lines))
