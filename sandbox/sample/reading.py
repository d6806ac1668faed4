"""Stories as data: who raises what, and what everyone then does about it, each step a line.

A step reads ``WHEN VERB WORDS | TEXT``: ``+1d 09:10 assign wang``, ``+2d 15:00 report | it is done``. ``WHEN`` counts
from the step before (see ``timing.py``), the verbs are those of ``playing.DEEDS``.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).with_name("stories")


@dataclass(frozen=True, slots=True)
class Step:
    """One thing that somebody does: when, what, its short words, and what they write."""

    when: str
    verb: str
    words: tuple[str, ...] = ()
    text: str = ""


@dataclass(frozen=True, slots=True)
class Story:
    """One concern and what becomes of it.

    ``by`` is whoever raises it; with another ``door`` than the chat the secretary of ``desk`` writes it down for
    ``caller`` instead. ``more`` are further messages of the raiser, ``files`` photos and recordings (see
    ``pictures.py``), ``place`` the box that it lay in.
    """

    name: str
    start: str
    unit: str
    text: str
    steps: tuple[Step, ...]
    category: str
    by: str = ""
    naming: str = "named"
    kind: str = ""
    more: tuple[str, ...] = ()
    files: tuple[str, ...] = ()
    door: str = "chat"
    desk: str = ""
    caller: str = ""
    phone: str = ""
    place: str = ""


class BadStory(ValueError):
    """A story that can't be told as it is written."""


def read_step(line: str) -> Step:
    """One line.

    Raises:
        BadStory: there is no verb.
    """
    head, _, text = line.partition(" | ")
    words = head.split()
    # A time of day belongs to the time before it.
    count = 2 if len(words) > 1 and ":" in words[1] else 1
    if len(words) <= count:
        raise BadStory(line)
    return Step(" ".join(words[:count]), words[count], tuple(words[count + 1 :]), text.strip())


def _story(told: Mapping[str, Any], category: str) -> Story:
    known: dict[str, Any] = {name: tuple(value) if isinstance(value, list) else value for name, value in told.items()}
    known["steps"] = tuple(read_step(line) for line in told["steps"])
    known["text"] = told["text"].strip()
    known.setdefault("category", category)
    try:
        return Story(**known)
    except TypeError as error:
        raise BadStory(f"{told.get('name')}: {error}") from error


def read_stories(folder: Path = FOLDER) -> tuple[Story, ...]:
    """Every story, in the order of the files.

    Raises:
        BadStory: one has a word that stories don't have, or two have the same name.
    """
    found: dict[str, Story] = {}
    for path in sorted(folder.glob("*.toml")):
        told = tomllib.loads(path.read_text("utf-8"))
        for each in told["story"]:
            story = _story(each, told.get("category", ""))
            if story.name in found:
                raise BadStory(f"{story.name} is told twice")
            found[story.name] = story
    return tuple(found.values())


def long_text(name: str) -> str:
    """A text that is too long to stand in a step."""
    return (FOLDER / f"{name}.txt").read_text("utf-8").strip()
