"""All words that the mailbox says, from the Fluent files in ``locales/``, in the person's language.

Simplified Chinese is the source; English stands beside it. A text that a language lacks is said in Chinese.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from fluent.runtime import FluentBundle, FluentResource

LOCALES = Path(__file__).parents[1] / "locales"
SOURCE = "zh-CN"
DESK_LOCALE = SOURCE
"""The language of the secretaries' groups: several people read one message."""
OTHERS = ("en",)


_LONG = 1000
"""``fluent.runtime`` refuses values of more than 2,500 characters; letters and answers are often longer."""
_CALLED = {"shuji": "shuji"}
"""What every text is told besides its own facts: how the program is called at a command line (see `call_program`)."""
_STANDIN = re.compile("\ue000(\\d+)\ue001")


class MissingText(LookupError):
    """A text was asked for that no locale has, or it lacks one of its variables: a mistake in the program."""


@dataclass(frozen=True, slots=True, init=False)
class Words:
    """What is to be said, as a key and facts: a sentence once its language is known. A fact may be words too."""

    key: str
    facts: Mapping[str, Any]

    def __init__(self, key: str, /, **facts: Any) -> None:
        object.__setattr__(self, "key", key)
        object.__setattr__(self, "facts", facts)

    def said(self, locale: str) -> str:
        """The sentence."""
        return say(locale, self.key, **self.facts)


@cache
def _bundle(locale: str) -> FluentBundle:
    # No isolation marks: chat clients show them as boxes, and numbers are copied out of messages.
    bundle = FluentBundle([locale], use_isolating=False)
    for path in sorted((LOCALES / locale).glob("*.ftl")):
        bundle.add_resource(FluentResource(path.read_text("utf-8")))
    return bundle


def call_program(words: str) -> None:
    """From now on hints name the program so: ``{ $shuji } check`` is what somebody can type where this one runs."""
    _CALLED["shuji"] = words


def locale_for(language: str | None) -> str:
    """The locale for a channel's language code (``zh-hans``, ``en-GB``, None): English for English, else Chinese."""
    return "en" if language and language.lower().split("-")[0] in OTHERS else SOURCE


def say(locale: str, key: str, /, **facts: Any) -> str:
    """The text ``key`` in ``locale`` with its variables filled in.

    Raises:
        MissingText: no such text, or a variable is missing (tests render every text, so users don't meet it).
    """
    for candidate in dict.fromkeys((locale, SOURCE)):
        bundle = _bundle(candidate)
        if not bundle.has_message(key):
            continue
        pattern = bundle.get_message(key).value
        if pattern is None:
            break
        known = {name: each.said(locale) if isinstance(each, Words) else each for name, each in facts.items()}
        short, long = _stand_ins(_CALLED | known)
        text, errors = bundle.format_pattern(pattern, short)
        if errors:
            raise MissingText(f"{candidate}/{key}: {errors[0]!r}")
        return _filled(str(text), long)
    raise MissingText(key)


def _stand_ins(facts: dict[str, Any]) -> tuple[dict[str, Any], tuple[str, ...]]:
    """The facts with a mark in place of each long text, and the long texts in order."""
    names = [name for name, value in facts.items() if isinstance(value, str) and len(value) > _LONG]
    if not names:
        return facts, ()
    marks = {name: f"\ue000{number}\ue001" for number, name in enumerate(names)}
    return {**facts, **marks}, tuple(facts[name] for name in names)


def _filled(text: str, long: tuple[str, ...]) -> str:
    """The text with the long ones in the places of their marks; what only looks like a mark stays."""

    def value(found: re.Match[str]) -> str:
        number = int(found[1])
        return long[number] if number < len(long) else found[0]

    return _STANDIN.sub(value, text) if long else text


def has(key: str) -> bool:
    """Whether there is a text of this name at all."""
    return bool(_bundle(SOURCE).has_message(key))
