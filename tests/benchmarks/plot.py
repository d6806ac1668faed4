"""The picture of ``docs/benchmarks.md``: ``python -m tests.benchmarks.plot INTAKE.json CARD.json OUT.svg``.

Drawn from what ``./run bench intake --json`` and ``./run bench card --json`` print: messages a second beside the echo
bots, and what the steps of a concern take with few tickets and with many.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from html import escape
from pathlib import Path
from typing import Any

WIDTH, HEIGHT, BAR, ROW, LEFT, FULL = 900, 420, 22, 34, 210, 490
STEPS = {
    "write": "written → preview",
    "submit": "提交 → ticket, card, receipt",
    "accept": "受理 → card changed",
    "draw": "card drawn",
    "sweep": "look at what is due",
}
OURS, THEIRS, FEW, MANY = "#1F4E79", "#9AA7B2", "#9AC1E0", "#1F4E79"
Bar = tuple[str, str, float, tuple[float, float] | None, str]
"""Label, colour, value, smallest and largest, what is written behind it."""


def _text(x: float, y: float, words: str, *, size: int = 13, end: bool = False, bold: bool = False) -> str:
    anchor, weight = "end" if end else "start", "bold" if bold else "normal"
    return (
        f'<text x="{x}" y="{y}" font-size="{size}" text-anchor="{anchor}" font-weight="{weight}">{escape(words)}</text>'
    )


def _bars(top: float, title: str, bars: Sequence[Bar], row: int = ROW) -> list[str]:
    most = max(spread[1] if spread else value for _, _, value, spread, _ in bars)
    drawn = [_text(20, top, title, size=15, bold=True)]
    for number, (label, colour, value, spread, said) in enumerate(bars):
        y = top + 16 + number * row
        wide = FULL * value / most
        drawn.append(_text(LEFT - 10, y + BAR - 7, label, end=True))
        drawn.append(f'<rect x="{LEFT}" y="{y}" width="{wide:.1f}" height="{min(BAR, row - 2)}" fill="{colour}"/>')
        end = wide
        if spread is not None:
            low, high = (LEFT + FULL * each / most for each in spread)
            middle = y + BAR / 2
            drawn.append(f'<path d="M{low:.1f} {middle}H{high:.1f}" stroke="#C0504D" stroke-width="3"/>')
            end = max(wide, high - LEFT)
        drawn.append(_text(LEFT + end + 8, y + BAR - 7, said))
    return drawn


def draw(intake: dict[str, Any], card: dict[str, Any]) -> str:
    """The picture as SVG."""
    bots = (("the mailbox", "messages", OURS), ("aiogram, echo", "aiogram", THEIRS), ("p-t-b, echo", "ptb", THEIRS))
    first: list[Bar] = []
    for label, key, colour in bots:
        value, spread = intake[f"{key}_per_second"], intake[f"{key}_per_second_spread"]
        first.append((label, colour, value, (spread[0], spread[1]), f"{value:.0f} a second"))
    sizes = sorted(card["tickets"], key=int)
    second: list[Bar] = []
    for key, label in STEPS.items():
        for size, colour in ((sizes[0], FEW), (sizes[-1], MANY)):
            value = card["tickets"][size][f"{key}_ms"]
            said = f"{value:.0f} ms, {int(size):,} tickets"
            second.append((label if size == sizes[0] else "", colour, value, None, said))
    parts = [
        *_bars(30, "Messages a second: kept, filed, relayed, answered — beside bots that only echo", first),
        *_bars(170, "One step of a concern, median, by how many tickets there are", second, 23),
    ]
    frame = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" font-family="sans-serif">'
    return "\n".join((frame, f'<rect width="{WIDTH}" height="{HEIGHT}" fill="white"/>', *parts, "</svg>")) + "\n"


if __name__ == "__main__":
    read = [json.loads(Path(each).read_text("utf-8")) for each in sys.argv[1:3]]
    Path(sys.argv[3]).write_text(draw(read[0], read[1]), "utf-8")
