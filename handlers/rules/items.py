"""Rows and lines of a list: which numbers count the lines and which belong to what is said; what is over already."""

from __future__ import annotations

import re
from collections.abc import Sequence

_NUMBER = re.compile(r"[(（]?(\d{1,3})\s*[)）.、．]\s*(?=[^\d\s])")
"""A number, what stands behind one, and words: “1. 电气”, not “3.5吨叉车” or “12.8事故整改”."""
_BULLET = re.compile(r"(?:[-–—*]\s+|[•·●○◆■]\s*)(?=\S)")
"""A dash counts only with a blank behind it: “-5℃冷库” is minus five."""


def number_of(line: str) -> int | None:
    """The number that may count this line; None where none stands there."""
    found = _NUMBER.match(line)
    return None if found is None else int(found[1])


def unnumbered(lines: Sequence[str]) -> tuple[str, ...]:
    """The lines without the marks that make them a list, and otherwise as they were written.

    A number counts a line when it is one more than that above or one less than that below, or when there is no other
    line.
    """
    numbers = [number_of(each) for each in lines]
    found = []
    for at, line in enumerate(lines):
        mark = _NUMBER.match(line) if _counts(numbers, at) else _BULLET.match(line)
        found.append(line[mark.end() :] if mark else line)
    return tuple(found)


def _counts(numbers: Sequence[int | None], at: int) -> bool:
    number = numbers[at]
    if number is None:
        return False
    above = numbers[at - 1] if at > 0 else None
    below = numbers[at + 1] if at + 1 < len(numbers) else None
    return len(numbers) == 1 or above == number - 1 or below == number + 1


_YES = frozenset({"是", "yes", "y", "√", "✓", "✔", "1"})
_DONE = re.compile(r"办结|完结|完成|销号|解决|已答复|办完|done|closed|finished|struck")
_NOT_DONE = re.compile(r"未|没|不|正在|待|部分|not|open")
_NOTHING = frozenset({"", "-", "—", "/", "无", "否", "no", "n", "0", "×"})


def is_over(closed: str, state: str) -> str:
    """What says that a row is finished: when it was, or its state; empty where neither does.

    Where the state says that it is not, the row says both: that is for a person to decide, and counts as finished here.
    """
    if closed.strip().casefold() not in _NOTHING:
        return closed.strip()
    said = state.strip().casefold()
    if said in _YES or (_DONE.search(said) and not _NOT_DONE.search(said)):
        return state.strip()
    return ""
