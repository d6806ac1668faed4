"""Times of day as people write them: “9:00”, “9点半”, “下午3点”, “上午九点一刻”, “中午12点”."""

from __future__ import annotations

import re

from handlers.rules.numerals import count

_NUMBER = r"\d{1,2}|[零〇一二两三四五六七八九十]{1,3}"
_PART = r"(?:凌晨|清晨|早上|早晨|早|上午|中午|下午|傍晚|晚上|晚)"
_ENGLISH = r"(?:am|pm|a\.m\.|p\.m\.)"
CLOCK = (
    rf"(?:(?P<part>{_PART})\s*)?"
    rf"(?:(?P<hour>{_NUMBER})\s*(?:[点时]\s*(?P<half>半)|点\s*(?P<quarters>[一三])刻"
    rf"|:\s*(?P<colon>\d{{2}})(?::\d{{2}}(?:\.0+)?)?|[点时]\s*(?:钟|整)?(?:(?P<minute>{_NUMBER})\s*分?)?)"
    rf"(?:\s*(?P<english>{_ENGLISH}))?|(?P<only>\d{{1,2}})\s*(?P<bare>{_ENGLISH}))"
)
"""A time of day, as a pattern for :func:`minutes_of`."""
_CLOCK = re.compile(CLOCK)
_MORNING = frozenset({"凌晨", "清晨", "早上", "早晨", "早", "上午"})
_NOON_FROM = 11
_SMALL = range(1, 7)
"""“3点” alone is in the night or in the afternoon: nobody knows which."""


def minutes_of(found: re.Match[str]) -> int | None:
    """Minutes after midnight of a match of :data:`CLOCK`; None where they are no time, or one of two."""
    parts = found.groupdict()
    written = parts["only"] or parts["hour"] or ""
    hour = count(written)
    minute = _minutes(parts)
    if hour is None or minute is None or hour > 23 or minute > 59:
        return None
    part, english = parts["part"], (parts["english"] or parts["bare"] or "").replace(".", "")
    if english:
        if part or not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if english == "pm" else 0)
    elif part is None:
        if hour in _SMALL and len(written) == 1:
            return None
    elif part in _MORNING:
        if hour > 12:
            return None
        if part == "凌晨":
            hour %= 12
    elif part == "中午":
        if hour in (1, 2):
            hour += 12
        if not _NOON_FROM <= hour <= 14:
            return None
    elif hour <= 12:
        hour = hour + 12 if hour < 12 else 12
        if part not in ("下午", "傍晚") and hour == 12:
            return None
    return hour * 60 + minute


def _minutes(parts: dict[str, str | None]) -> int | None:
    if parts["half"]:
        return 30
    if quarters := parts["quarters"]:
        return 15 * (count(quarters) or 0)
    written = parts["colon"] or parts["minute"]
    return 0 if written is None else count(written)


def read_clock(plain: str) -> int | None:
    """Minutes after midnight that the whole of a text says; None where it says none, or not which of two."""
    found = _CLOCK.fullmatch(plain.strip())
    return None if found is None else minutes_of(found)
