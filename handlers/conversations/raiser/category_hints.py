"""Which category a concern may belong to: its own words among few tickets, the nearest tickets among many."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from handlers.core.turn import Turn
from handlers.rules.names import by_keywords
from handlers.rules.terms import terms
from storage import tickets, units
from storage.units import Category

ENOUGH = 350
"""With fewer tickets the categories' keywords know more than a vote of the nearest."""
RAREST = 30
FEW, MANY = 2, 200
"""A pair of characters that one ticket or half of all have says nothing about a category."""
NEAREST = 15
OFFERED = 3
CLEAR_VOTE = 0.6
"""The share of the vote from which it decides alone."""
_EVERYWHERE = "/"
_READ = 20_000


@dataclass(frozen=True, slots=True)
class Suggestion:
    """``clear`` is filled in alone; ``offers`` are up to three to choose from, the likeliest first."""

    clear: int | None
    offers: tuple[Category, ...]


async def suggest(turn: Turn, title: str, text: str) -> Suggestion:
    """What the words say about the category."""
    known = {each.id: each for each in await units.categories(turn.tx)}
    if not known:
        return Suggestion(None, ())
    read = f"{title}\n{text[:_READ]}"
    if await tickets.indexed(turn.tx, ENOUGH) >= ENOUGH:
        scores, clear = await _vote(turn, title, text[:_READ], known)
    else:
        scores, clear = {}, None
    if not scores:
        hits = by_keywords(read, [(each.id, (*each.keywords, each.name)) for each in known.values()])
        scores = {category: float(count) for category, count in hits}
        clear = _clearest(hits)
    ordered = sorted(scores, key=lambda each: -scores[each])[:OFFERED]
    return Suggestion(clear, tuple(known[each] for each in ordered))


def _clearest(hits: Sequence[tuple[int, int]]) -> int | None:
    if not hits:
        return None
    if len(hits) == 1 or hits[0][1] >= 2 * hits[1][1]:
        return hits[0][0]
    return None


async def _vote(
    turn: Turn, title: str, text: str, known: Mapping[int, Category]
) -> tuple[dict[int, float], int | None]:
    """The nearest tickets by the title and the rarest of the body's pairs, each with the weight of its likeness."""
    asked = [term for term in dict.fromkeys(terms(title)) if len(term) > 1]
    body = [term for term in dict.fromkeys(terms(text)) if len(term) > 1 and term not in asked]
    spread = await tickets.spread(turn.tx, body, most=MANY + 1)
    telling = sorted((term for term in body if FEW <= spread.get(term, 0) <= MANY), key=lambda term: spread[term])
    near = await tickets.similar(turn.tx, [*asked, *telling[:RAREST]], _EVERYWHERE, most=NEAREST)
    scores: dict[int, float] = {}
    for each in near:
        if each.category_id in known and each.category_id is not None:
            scores[each.category_id] = scores.get(each.category_id, 0.0) + max(0.0, -each.score)
    total = sum(scores.values())
    if not total:
        return {}, None
    best = max(scores, key=lambda each: scores[each])
    return scores, best if scores[best] / total >= CLEAR_VOTE else None
