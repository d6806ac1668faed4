"""The picture of a survey: a bar for each choice, large enough for a phone. Blocks: call it off the loop."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bot.making.drawing import fit, png, svg

WIDTH = 1080
LEFT, BAR_LEFT, BAR_WIDTH = 60, 420, 440
ROW, HEAD, TOP = 56, 110, 220
MOST = 12
"""Questions on one picture: more is no picture any more, and the spreadsheet has them all."""


def survey_picture(facts: Mapping[str, Any]) -> bytes:
    """The picture as PNG; see ``handlers.surveys.outcome`` for the facts."""
    y = TOP
    questions = []
    for question in facts["questions"][:MOST]:
        bars = []
        top = y
        y += HEAD
        for label, count in question["bars"]:
            share = count / question["n"] if question["n"] else 0
            bars.append(
                {"y": y, "label": fit(label, 11), "width": BAR_WIDTH * share, "value": f"{count}（{share:.0%}）"}
            )
            y += ROW
        questions.append({"y": top, "title": fit(question["title"], 27), "note": question["note"], "bars": bars})
        y += 40
    drawing = svg(
        "survey.svg",
        width=WIDTH,
        height=y + 20,
        left=LEFT,
        bar_left=BAR_LEFT,
        bar_width=BAR_WIDTH,
        title=fit(facts["title"], 19),
        count=facts["count"],
        questions=questions,
    )
    return png(drawing)
