"""All words that the mailbox says, from the Fluent files in ``locales/``, in the person's language.

Simplified Chinese is the source; English stands beside it. A text that a language lacks is said in Chinese.

``{ STRONG($number) }`` in a text emphasises that value wherever the text is shown with looks: such a text is said as a
:class:`~handlers.core.phrases.Phrase`, which is a string for all else. No character of a value is ever read as a mark.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from threading import Lock
from typing import Any

from fluent.runtime import FluentBundle, FluentResource
from fluent.runtime.types import FluentType
from fluent.syntax import ast
from fluent.syntax.visitor import Visitor

from handlers.core.phrases import Phrase, Span, spans_of

LOCALES = Path(__file__).parents[1] / "locales"
SOURCE = "zh-CN"
DESK_LOCALE = SOURCE
"""The language of the secretaries' groups: several people read one message."""
OTHERS = ("en",)


_LONG = 1000
"""``fluent.runtime`` refuses values of more than 2,500 characters; letters and answers are often longer."""
_CALLED = {"shuji": "shuji"}
"""What every text is told besides its own facts: how the program is called at a command line (see `call_program`)."""
_ENTRY = re.compile(r"^(-?[a-zA-Z][\w-]*) *=", re.MULTILINE)
"""Where an entry of a Fluent file begins; it ends where the next one does. Lines that belong to it are indented."""
_OPEN, _SHUT = "\ue002", "\ue003"
_MARK = re.compile("\ue000(\\d+)\ue001|[\ue002\ue003]")
"""What stands in a formatted text for a value put in later, and around what is emphasised."""
_LOOKS_LIKE_ONE = re.compile("[\ue000-\ue003]")


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


class _Emphasised(FluentType):
    """What ``STRONG`` makes of a value: the value as it would have been said, between marks."""

    def __init__(self, value: Any) -> None:
        self._value = value

    def format(self, locale: Any) -> str:
        """The value in the language's own way, a number with its separators."""
        said = self._value.format(locale) if isinstance(self._value, FluentType) else str(self._value)
        return f"{_OPEN}{said}{_SHUT}"


class _References(Visitor):
    """Which other texts a text is made of."""

    def __init__(self) -> None:
        self.keys: list[str] = []

    def visit_MessageReference(self, node: ast.MessageReference) -> None:  # noqa: N802 - the visitor's own naming
        self.keys.append(node.id.name)

    def visit_TermReference(self, node: ast.TermReference) -> None:  # noqa: N802 - the visitor's own naming
        self.keys.append("-" + node.id.name)


class _Locale:
    """The texts of one language, each read when it is first said: to read all of them took half of a start.

    Texts are said in threads as well (files are made there), so one at a time is read.
    """

    def __init__(self, locale: str) -> None:
        # No isolation marks: chat clients show them as boxes, and numbers are copied out of messages.
        self.bundle = FluentBundle([locale], use_isolating=False, functions={"STRONG": _Emphasised})
        self._entries: dict[str, str] = {}
        self._read: set[str] = set()
        self._lock = Lock()
        for path in sorted((LOCALES / locale).glob("*.ftl")):
            text = path.read_text("utf-8")
            begins = list(_ENTRY.finditer(text))
            ends = (*(each.start() for each in begins[1:]), len(text))
            for found, end in zip(begins, ends, strict=True):
                self._entries.setdefault(found[1], text[found.start() : end])

    def has(self, key: str) -> bool:
        """Whether there is a text of this name; from then on ``bundle`` can say it."""
        with self._lock:
            self._take(key)
        return bool(self.bundle.has_message(key))

    def _take(self, key: str) -> None:
        """Read it and what it is made of."""
        if key in self._read or key not in self._entries:
            return
        self._read.add(key)
        resource = FluentResource(self._entries[key])
        self.bundle.add_resource(resource)
        references = _References()
        references.visit(resource)
        for each in references.keys:
            self._take(each)


@cache
def _texts(locale: str) -> _Locale:
    return _Locale(locale)


def call_program(words: str) -> None:
    """From now on hints name the program so: ``{ $shuji } check`` is what somebody can type where this one runs."""
    _CALLED["shuji"] = words


def locale_for(language: str | None) -> str:
    """The locale for a channel's language code (``zh-hans``, ``en-GB``, None): English for English, else Chinese."""
    return "en" if language and language.lower().split("-")[0] in OTHERS else SOURCE


def say(locale: str, key: str, /, **facts: Any) -> str:
    """The text ``key`` in ``locale`` with its variables filled in; a phrase where some of them are emphasised.

    Raises:
        MissingText: no such text, or a variable is missing (tests render every text, so users don't meet it).
    """
    for candidate in dict.fromkeys((locale, SOURCE)):
        texts = _texts(candidate)
        if not texts.has(key):
            continue
        pattern = texts.bundle.get_message(key).value
        if pattern is None:
            break
        known = {name: each.said(locale) if isinstance(each, Words) else each for name, each in facts.items()}
        short, values = _stand_ins(_CALLED | known)
        text, errors = texts.bundle.format_pattern(pattern, short)
        if errors:
            raise MissingText(f"{candidate}/{key}: {errors[0]!r}")
        return _filled(str(text), values)
    raise MissingText(key)


def _stand_ins(facts: dict[str, Any]) -> tuple[dict[str, Any], tuple[str, ...]]:
    """The facts with a mark in place of each text that can't go through Fluent as it is, and those texts in order.

    It is too long, has emphasis of its own, or has characters that would be taken for a mark.
    """
    names = [name for name, value in facts.items() if isinstance(value, str) and _stands_apart(value)]
    if not names:
        return facts, ()
    marks = {name: f"\ue000{number}\ue001" for number, name in enumerate(names)}
    return {**facts, **marks}, tuple(facts[name] for name in names)


def _stands_apart(value: str) -> bool:
    return len(value) > _LONG or isinstance(value, Phrase) or _LOOKS_LIKE_ONE.search(value) is not None


def _filled(text: str, values: tuple[str, ...]) -> str:
    """The text with the values in the places of their marks, and with its emphasis."""
    if _LOOKS_LIKE_ONE.search(text) is None:
        return text
    made: list[str] = []
    spans: list[Span] = []
    opened: list[int] = []
    at = end = 0

    def put(piece: str) -> None:
        nonlocal at
        spans.extend((at + begin, at + end) for begin, end in spans_of(piece))
        made.append(piece)
        at += len(piece)

    for found in _MARK.finditer(text):
        put(text[end : found.start()])
        end = found.end()
        if found[1] is not None:
            put(values[int(found[1])])
        elif found[0] == _OPEN:
            opened.append(at)
        else:
            spans.append((opened.pop(), at))
    put(text[end:])
    whole = "".join(made)
    return Phrase(whole, spans) if spans else whole


def has(key: str) -> bool:
    """Whether there is a text of this name at all."""
    return _texts(SOURCE).has(key)
