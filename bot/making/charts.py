"""Pictures of surveys and campaigns, large enough for a phone. They block: call them off the loop."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bot.making.drawing import em, fit, png, svg

WIDTH = 1080
LEFT, BAR_LEFT, BAR_WIDTH = 60, 420, 440
ROW, TOP = 56, 220
_ASKED_EM, _LABEL_EM, _LINES = 28.0, 11.0, 2
"""Widths of a question and of a choice beside its bar, in Chinese characters; lines of a question."""
MOST = 12
"""Questions on one picture: more is no picture any more, and the spreadsheet has them all."""


def survey_picture(facts: Mapping[str, Any]) -> bytes:
    """The picture as PNG; see ``handlers.practices.surveys.survey_results`` for the facts."""
    y = TOP
    questions = []
    for question in facts["questions"][:MOST]:
        title = wrapped(question["title"], _ASKED_EM, _LINES)
        drawn: dict[str, Any] = {
            "y": y,
            "title": title,
            "note": question["note"],
            "note_y": y + 44 * len(title),
            "bars": [],
        }
        y += 44 * len(title) + (70 if question["note"] else 30)
        # A choice that does not fit beside its bar stands above it, in full.
        above = any(em(label) > _LABEL_EM for label, _ in question["bars"])
        for label, count in question["bars"]:
            share = count / question["n"] if question["n"] else 0
            lines = wrapped(label, _ASKED_EM, _LINES) if above else [fit(label, _LABEL_EM)]
            drop = 42 * len(lines) if above else 0
            left, width = (LEFT, BAR_LEFT + BAR_WIDTH - LEFT) if above else (BAR_LEFT, BAR_WIDTH)
            drawn["bars"].append(
                {
                    "y": y,
                    "lines": lines,
                    "bar_y": y + drop,
                    "left": left,
                    "whole": width,
                    "width": width * share,
                    "value": f"{count}（{share:.0%}）",
                }
            )
            y += ROW + drop
        questions.append(drawn)
        y += 40
    drawing = svg(
        "survey.svg",
        width=WIDTH,
        height=y + 20,
        left=LEFT,
        title=fit(facts["title"], 19),
        count=facts["count"],
        questions=questions,
    )
    return png(drawing)


_MARKS = {"done": ("#2E7D4F", "#E6F4EA"), "late": ("#C0392B", "#FBEAE8"), "open": ("#1F5F99", "#E8F1FA")}
"""Colour of the letters and of the ground: finished, due within a day or overdue, under way."""
_TITLE_EM = 21.0


def measures_picture(facts: Mapping[str, Any]) -> bytes:
    """The measures of a campaign as PNG, one below another; its facts: ``handlers.practices.campaigns.results``."""
    y = TOP + 60
    rows = []
    for number, row in enumerate(facts["rows"], 1):
        lines = wrapped(row["title"], _TITLE_EM, _LINES)
        ink, ground = _MARKS[row["mark"]]
        height = 44 * len(lines) + 90
        rows.append(
            {
                "y": y,
                "number": number,
                "lines": lines,
                "who": fit(row["who"], 28),
                "state": row["state"],
                "chip": 26 * em(row["state"]) + 32,
                "ink": ink,
                "ground": ground,
                "below": y + 44 * len(lines),
                "line": y + height - 54,
            }
        )
        y += height
    drawing = svg(
        "measures.svg",
        width=WIDTH,
        height=y + (50 if facts["rest"] else 0) + 60,
        left=LEFT,
        title=fit(facts["title"], 19),
        count=facts["count"],
        bar=(WIDTH - 2 * LEFT),
        share=facts["share"],
        rows=rows,
        rest=facts["rest"],
        foot=fit(facts["foot"], 34),
        end=y,
    )
    return png(drawing)


def wrapped(text: str, most: float, lines: int) -> list[str]:
    """A text in at most so many lines of ``most`` widths of a Chinese character; the last is cut if there is more."""
    rest = " ".join(text.split())
    found: list[str] = []
    while rest and len(found) < lines - 1 and em(rest) > most:
        kept = 0
        while kept < len(rest) and em(rest[: kept + 1]) <= most:
            kept += 1
        if rest[kept - 1].isascii() and rest[kept].isascii() and " " in rest[:kept]:
            kept = rest.rindex(" ", 0, kept + 1)
        kept = max(1, kept)
        found.append(fit(rest[:kept], most))
        rest = rest[kept:].lstrip()
    return [*found, fit(rest, most)]
