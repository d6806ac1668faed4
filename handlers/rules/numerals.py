"""Text as it is read whatever keyboard wrote it, and numbers in figures and in Chinese."""

from __future__ import annotations

from handlers.rules import characters

NUMBER = r"(?:\d{1,3}|[零〇一二两三四五六七八九十百]{1,6})"
"""A number up to 999, as a pattern for :func:`count`."""
_DIGITS = {word: number for number, word in enumerate("零一二三四五六七八九")} | {"两": 2, "〇": 0}
_TENS = {"百": 100, "十": 10}
_DASHES = str.maketrans("‐‑‒–—―−﹣", "--------")


def plain(text: str) -> tuple[str, tuple[int, ...]]:
    """The text in plain characters, with one kind of dash, small letters and single blanks.

    With it, where in ``text`` each of its characters comes from.
    """
    found: list[str] = []
    places: list[int] = []
    for place, shown in characters.one_by_one(text):
        for each in shown.translate(_DASHES).lower():
            if not (each.isspace() and found and found[-1].isspace()):
                found.append(each)
                places.append(place)
    return "".join(found), tuple(places)


def count(word: str) -> int | None:
    """The number of “12”, “十二”, “二十”, “一百二十”, “二〇二六”; None where the characters make none."""
    if word.isascii() and word.isdigit():
        return int(word)
    if not word or not set(word) <= _DIGITS.keys() | _TENS.keys():
        return None
    if not set(word) & _TENS.keys():
        return int("".join(str(_DIGITS[each]) for each in word))
    whole, digit, above = 0, None, 1000
    for each in word:
        worth = _TENS.get(each)
        if worth is None:
            if digit not in (None, 0):
                return None
            digit = _DIGITS[each]
            continue
        if worth >= above or digit == 0:
            return None
        whole += worth * (1 if digit is None else digit)
        digit, above = None, worth
    return whole + (digit or 0)
