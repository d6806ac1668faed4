"""Which of several labels somebody meant who typed instead of pressing."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TypeVar

from handlers.rules.characters import folded

T = TypeVar("T")
_SHORTEST = 2
"""A single character says too little, unless it is all that the label has."""


def _bare(text: str) -> str:
    return "".join(each for each in folded(text) if each.isalnum())


def matching(typed: str, labelled: Iterable[tuple[str, T]]) -> tuple[T, ...]:
    """What ``typed`` may mean, by the labels: the same words; else those that have them, or whose name they have.

    “王建国” means “一分厂 王建国（本类别）”, “转给王建国吧” too; “食堂” means “食堂”. Several may be meant.
    """
    known = list(labelled)
    words = _bare(typed)
    if not words:
        return ()
    same = tuple(each for label, each in known if words == _bare(label))
    if same or len(words) < _SHORTEST:
        return same
    holding = tuple(each for label, each in known if words in _bare(label))
    return holding or tuple(each for label, each in known if _named(label, words))


def _named(label: str, words: str) -> bool:
    names = [_bare(each) for each in re.split(r"[\s（(]+", label)]
    return any(len(name) >= _SHORTEST and name in words for name in names)
