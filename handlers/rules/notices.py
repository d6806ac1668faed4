"""The file of a notice on 调休 that an admin imports: one day a line, every mistake named by its line."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from handlers.rules.days import written_day

_WORDS = {"班": True, "上班": True, "work": True, "休": False, "放假": False, "rest": False}
_SEPARATOR = re.compile(r"\s*[,，;；\t]\s*|\s+")


class NoticeMistake(StrEnum):
    """What is wrong with a line; ``notice-wrong-<value>`` says it in words."""

    DATE = "date"
    """Its first word is not a date."""
    WORD = "word"
    """Its second word is neither 班 nor 休."""
    TWICE = "twice"
    """An earlier line says the opposite of the same day."""
    EMPTY = "empty"
    """The file names no day at all; the line is 0."""


@dataclass(frozen=True, slots=True)
class NoticeProblem:
    """One mistake: the line (from 1), and what stands there."""

    line: int
    mistake: NoticeMistake
    found: str


class BadNotice(ValueError):
    """A notice that can't be used; ``problems`` are all of its mistakes."""

    def __init__(self, problems: tuple[NoticeProblem, ...]) -> None:
        super().__init__("; ".join(f"line {each.line}: {each.mistake} {each.found!r}" for each in problems))
        self.problems = problems


def read_notice(text: str) -> dict[date, bool]:
    """The days of a notice: ``2027-02-06,班`` (worked) or ``2027-02-08,休`` (rest) a line; ``#`` begins a remark.

    Commas may be Chinese ones, tabs or spaces, and ``2027/2/6`` is a date too; what follows the second word (a
    holiday's name) is ignored. A first line that holds no digit is a header.

    Raises:
        BadNotice: with every line that can't be read.
    """
    days: dict[date, bool] = {}
    problems: list[NoticeProblem] = []
    for number, line in enumerate(text.lstrip("\ufeff").splitlines(), 1):
        content = line.split("#", 1)[0].strip()
        if not content or (number == 1 and not any(letter.isdigit() for letter in content)):
            continue
        first, word = (*_SEPARATOR.split(content), "")[:2]
        day, worked = written_day(first), _WORDS.get(word.lower())
        if day is None:
            problems.append(NoticeProblem(number, NoticeMistake.DATE, first[:20]))
        elif worked is None:
            problems.append(NoticeProblem(number, NoticeMistake.WORD, word[:20]))
        elif days.setdefault(day, worked) != worked:
            problems.append(NoticeProblem(number, NoticeMistake.TWICE, first[:20]))
    if not days and not problems:
        problems.append(NoticeProblem(0, NoticeMistake.EMPTY, ""))
    if problems:
        raise BadNotice(tuple(problems))
    return days
