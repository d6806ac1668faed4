"""What is wrong with the settings, in words for whoever wrote them: where, which key, what is there, what should be."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from handlers.core.texts import has, say

PREFIX = "SHUJI_"
Path = tuple[str | int, ...]
"""A key as the validator knows it: ``("units", 1, "parent")``."""


@dataclass(frozen=True, slots=True)
class Problem:
    """One wrong setting. ``expected`` is a text ``settings-expected-…`` (or a
    whole sentence, ``settings-wrong-…``) with its ``facts``; lists count from 1."""

    source: str
    key: str
    expected: str
    facts: Mapping[str, Any] = field(default_factory=dict)
    found: str | None = None
    line: int | None = None

    @property
    def place(self) -> str:
        """Where it is and of what kind, for the log; nothing of what is written there: it may be a name or a secret."""
        where = ":".join(str(each) for each in (self.source, self.line) if each is not None)
        kind = f"{self.expected}: {self.facts['reason']}" if "reason" in self.facts else self.expected
        return " ".join(each for each in (where, _NAMED.sub("", self.key), f"({kind})") if each)

    def words(self, locale: str) -> str:
        """The problem as one line."""
        place = (
            self.source if self.line is None else say(locale, "settings-line", file=self.source, line=str(self.line))
        )
        where = say(locale, "settings-key", place=place, key=self.key) if self.key else place
        facts = {name: f"{fact:g}" if isinstance(fact, float) else str(fact) for name, fact in self.facts.items()}
        if has(whole := f"settings-wrong-{self.expected}"):
            return say(locale, "settings-problem-whole", where=where, what=say(locale, whole, **facts))
        expected = say(locale, f"settings-expected-{self.expected}", **facts)
        if self.found is None:
            return say(locale, "settings-problem", where=where, expected=expected)
        return say(locale, "settings-problem-found", where=where, found=self.found, expected=expected)


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a setting was written, for the report."""

    file: str
    lines: dict[Path, int]
    environment: dict[str, Any]

    def problem(self, path: Path, key: str, expected: str, found: str | None = None, /, **facts: Any) -> Problem:
        """A problem with the key at ``path``; ``key`` is how people are told about it."""
        value: Any = self.environment
        for part in path:
            value = value.get(part) if isinstance(value, dict) else None
        if value is not None:
            return Problem(variable(path), key, expected, facts, found)
        return Problem(self.file, key, expected, facts, found, _line(path, self.lines))


def variable(path: Path) -> str:
    """The environment variable of a key."""
    return PREFIX + "__".join(str(part) for part in path).upper()


def _line(path: Path, lines: Mapping[Path, int]) -> int | None:
    """The line of a key, or of the nearest table around it."""
    while path:
        if path in lines:
            return lines[path]
        path = path[:-1]
    return None


class SettingsError(Exception):
    """The configuration can't be used. Its text is the whole report, ready to be shown."""

    def __init__(self, problems: Sequence[Problem], locale: str) -> None:
        head = say(locale, "settings-report", count=len(problems))
        self.problems = tuple(sorted(problems, key=lambda each: (each.line is not None, each.line or 0)))
        super().__init__("\n".join((head, *(f"  - {each.words(locale)}" for each in self.problems))))


_NAMED = re.compile(r' \([a-z_]+ ".*"\)')
"""What a key says of the entry that it is in: ``people[1] (name "…").unit``."""
_NO_LANGUAGE = ("", "c", "posix")


def terminal_locale(environ: Mapping[str, str] | None = None) -> str:
    """The language for whoever sits at the terminal: Chinese if the system's language is, else English."""
    return "zh-CN" if _language(environ).startswith("zh") else "en"


def language_chosen(environ: Mapping[str, str] | None = None) -> bool:
    """Whether the system has a language at all: ``C`` and ``POSIX`` are none."""
    return _language(environ).partition(".")[0] not in _NO_LANGUAGE


def _language(environ: Mapping[str, str] | None) -> str:
    environ = os.environ if environ is None else environ
    named = (environ[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if environ.get(name))
    return next(named, "").lower()
