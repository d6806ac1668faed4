"""The digest's picture: eight weeks, and the three rates of each unit, large enough for a phone."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from bot.making.drawing import fit, png, svg
from handlers.core.texts import say

WIDTH = 1080
LEFT, RIGHT = 72, 1008
TREND_TOP, TREND_HEIGHT = 330, 300
ROW = 96
"""Height of one unit's rates."""
BAR = 250
"""Width of a rate of 100 %."""


def digest_picture(facts: Mapping[str, Any]) -> bytes:
    """The picture of a digest as PNG; see ``handlers.reports.digest.dispatch.picture`` for the facts."""
    locale = facts["locale"]

    def word(key: str, **more: Any) -> str:
        return say(locale, f"digest-picture-{key}", period=facts.get("period", "week"), **more)

    rows = [_row(each, position, word) for position, each in enumerate(facts["units"])]
    units_top = TREND_TOP + TREND_HEIGHT + 250
    # Rows that were kept before there were silent units don't name them.
    rest = [word(key, count=count) for key in ("more", "silent") if (count := facts.get(key, 0))]
    drawing = svg(
        "digest.svg",
        width=WIDTH,
        height=units_top + ROW * len(rows) + 110 + 40 * len(rest),
        left=LEFT,
        right=RIGHT,
        title=say(locale, "digest-title", unit=fit(facts["unit"], 15), period=facts.get("period", "week")),
        span=facts["span"],
        trend=_trend(facts["weeks"]),
        rows=rows,
        units_top=units_top,
        row_height=ROW,
        bar=BAR,
        rest=rest,
        foot=word("foot", version=facts["version"]),
        words={
            key: word(key)
            for key in ("trend", "new", "finished", "open", "score", "units", "contacted", "solved", "satisfied")
        },
    )
    return png(drawing)


def _trend(weeks: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    """Columns of new and finished, the line of what is open, and 综合 as a row of numbers."""
    highest = max(1, *(max(each["new"], each["finished"], each["open"]) for each in weeks))
    top = _round_up(highest)
    step = (RIGHT - LEFT - 60) / len(weeks)
    bottom = TREND_TOP + TREND_HEIGHT
    columns = []
    for position, each in enumerate(weeks):
        middle = LEFT + 60 + step * (position + 0.5)
        heights = {name: TREND_HEIGHT * each[name] / top for name in ("new", "finished", "open")}
        columns.append(
            {
                "x": middle,
                "label": each["label"],
                "last": position == len(weeks) - 1,
                "new": {"x": middle - 30, "y": bottom - heights["new"], "height": heights["new"], "value": each["new"]},
                "finished": {
                    "x": middle + 2,
                    "y": bottom - heights["finished"],
                    "height": heights["finished"],
                    "value": each["finished"],
                },
                "open": {"y": bottom - heights["open"], "value": each["open"]},
                "score": "—" if each["score"] is None else f"{100 * each['score']:.0f}%",
            }
        )
    return {
        "columns": columns,
        "line": " ".join(f"{each['x']:.1f},{each['open']['y']:.1f}" for each in columns),
        "bottom": bottom,
        "grid": [{"y": bottom - TREND_HEIGHT * part / 2, "value": f"{top * part / 2:g}"} for part in range(3)],
    }


def _round_up(number: int) -> int:
    """The next number that halves well: the top of the scale."""
    for step in (2, 4, 6, 8, 10, 20, 30, 40, 50, 60, 80, 100):
        if number <= step:
            return step
    magnitude = int(10 ** (len(str(number)) - 1))
    return -(-number // magnitude) * magnitude


def _row(unit: Mapping[str, Any], position: int, word: Callable[..., str]) -> dict[str, Any]:
    enough = unit["solved"] is not None
    rates = []
    for name in ("contacted", "solved", "satisfied") if unit["n"] else ():
        part = unit[name] if enough else None
        text = unit["few"][name] if part is None else f"{100 * part:.1f}".removesuffix(".0") + "%"
        rates.append({"name": name, "part": part, "text": text, "of": "" if part is None else unit["few"][name]})
    return {
        "first": position == 0,
        "name": fit(unit["name"], 10.2),
        "n": word("n" if enough else "few", n=unit["n"]) if unit["n"] else "",
        "note": "" if unit["n"] else word("none"),
        "rates": rates,
    }
