"""Which frequent questions are close to what somebody writes: by the rare pairs of characters that they share."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence

from handlers.rules.terms import terms

LEAST = 0.34
"""So much of what an entry says must be in the words, by weight, before it is offered: an offer that misses annoys."""
MOST = 3
_READ = 600
"""What of a long text is compared: the matter stands in front."""


def close(text: str, entries: Sequence[tuple[int, str]], least: float = LEAST) -> tuple[int, ...]:
    """The entries (id, what they ask) that the text is near to, the nearest first; at most three.

    Each pair of characters weighs the more, the fewer entries have it, so that “怎么” and “可以” count for little.
    """
    wanted = {term for term in terms(text[:_READ]) if len(term) > 1}
    known = [(number, {term for term in terms(words) if len(term) > 1}) for number, words in entries]
    spread = Counter(term for _, found in known for term in found)

    def weight(term: str) -> float:
        return math.log(1 + len(known) / spread[term])

    scored = []
    for number, found in known:
        whole = sum(weight(term) for term in found)
        shared = found & wanted
        if whole and len(shared) > 1:
            share = sum(weight(term) for term in shared) / whole
            if share >= least:
                scored.append((-share, number))
    return tuple(number for _, number in sorted(scored)[:MOST])
