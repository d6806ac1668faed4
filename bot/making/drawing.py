"""SVG from a template, and PNG from SVG. Both block: call them off the loop."""

from __future__ import annotations

import unicodedata
from functools import cache
from pathlib import Path
from typing import Any

import resvg_py
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from bot.making.lettering import FAMILY, files

TEMPLATES = Path(__file__).with_name("templates")


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["fit"] = fit
    return environment


def svg(template: str, **facts: Any) -> str:
    """The drawing of a template, every text escaped."""
    return _environment().get_template(template).render(family=FAMILY, **facts)


def png(drawing: str, width: int | None = None) -> bytes:
    """A drawing as PNG, ``width`` pixels wide (else as the drawing says)."""
    return bytes(
        resvg_py.svg_to_bytes(
            svg_string=drawing,
            width=width,
            font_files=files(),
            # Only what we name: scanning a system's fonts takes a second, and finds others everywhere.
            skip_system_fonts=True,
            font_family=FAMILY,
            sans_serif_family=FAMILY,
        )
    )


def em(text: str) -> float:
    """How wide a text is, in widths of a Chinese character."""
    return sum(1.0 if unicodedata.east_asian_width(each) in "WFA" else 0.56 for each in text)


def fit(text: str, most: float) -> str:
    """A text cut to ``most`` widths of a Chinese character. Control characters, which SVG can't hold, become spaces."""
    clean = "".join(each if each.isprintable() else " " for each in text)
    if em(clean) <= most:
        return clean
    while clean and em(clean) > most - 1:
        clean = clean[:-1]
    return clean + "…"
