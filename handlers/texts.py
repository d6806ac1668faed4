"""All words that the mailbox says, from the Fluent files in ``locales/``, in the person's language.

Simplified Chinese is the source; English stands beside it. A text that a language lacks is said in Chinese.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

from fluent.runtime import FluentBundle, FluentResource

LOCALES = Path(__file__).with_name("locales")
SOURCE = "zh-CN"
OTHERS = ("en",)


class MissingText(LookupError):
    """A text was asked for that no locale has, or it lacks one of its variables: a mistake in the program."""


@cache
def _bundle(locale: str) -> FluentBundle:
    # No isolation marks: chat clients show them as boxes, and numbers are copied out of messages.
    bundle = FluentBundle([locale], use_isolating=False)
    for path in sorted((LOCALES / locale).glob("*.ftl")):
        bundle.add_resource(FluentResource(path.read_text("utf-8")))
    return bundle


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
        text, errors = bundle.format_pattern(pattern, facts)
        if errors:
            raise MissingText(f"{candidate}/{key}: {errors[0]!r}")
        return str(text)
    raise MissingText(key)


def has(key: str) -> bool:
    """Whether there is a text of this name at all."""
    return bool(_bundle(SOURCE).has_message(key))
