"""Surveys: questions read from text as people write them, the way through them, and what the answers amount to.

A question's number, its kind in brackets, and its choices by letters:

    1. 您对食堂满意吗？（单选）
    A. 满意
    B. 不满意 → 3
    2. 您常去哪些窗口？（多选，最多2）
    A. 一号
    B. 二号
    3. 给服务打分（1-5分）
    4. 还有什么建议？（文字，选填）

Jumps lead forward only, so that nobody goes round in a ring.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

MOST_QUESTIONS, MOST_CHOICES, MOST_TEXT = 60, 20, 2000
MOST_ASKED, MOST_CHOICE = 500, 100
"""Characters of one question and of one choice: as much as is still read on a phone."""
END = 0
"""Where a jump to the end leads."""


class Kind(StrEnum):
    """How a question is answered."""

    ONE = "one"
    SEVERAL = "several"
    SCALE = "scale"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class Question:
    """One question. ``low`` and ``high``: of a scale; of several choices how few and how many (0: any number).

    ``jumps``: by the place of a choice (from 1) the number of the question that follows, :data:`END` for none.
    """

    text: str
    kind: Kind
    choices: tuple[str, ...] = ()
    required: bool = True
    low: int = 0
    high: int = 0
    jumps: Mapping[int, int] = field(default_factory=dict)


class Wrong(ValueError):
    """The text can't be a survey: ``key`` of what is wrong, and ``facts`` for it."""

    def __init__(self, key: str, /, **facts: Any) -> None:
        super().__init__(key)
        self.key, self.facts = key, facts


_CALLED: Mapping[Kind, tuple[str, ...]] = {
    Kind.SEVERAL: ("多选", "several", "multiple"),
    Kind.SCALE: ("打分", "评分", "量表", "scale"),
    Kind.TEXT: ("文字", "填空", "简答", "问答", "text"),
    Kind.ONE: ("单选", "one", "single"),
}
_OPTIONAL = ("选填", "选答", "可不填", "optional")
_NUMBERS = ("最多", "至少", "最少", "必答", "必填", "required")
_QUESTION = re.compile(r"^\s*(?:第)?(\d{1,3})\s*(?:题|[、)）]|[.．:：](?!\d))\s*(\S.*)$")
"""“6:30的班车” and “1.5倍加班费” begin with no number of a question."""
_CHOICE = re.compile(r"^\s*[（(]?([A-Ta-t])\s*[.、．)）:：]\s*(\S.*)$")
_BRACKETS = re.compile(r"[（(\[【]([^（(\[【）)\]】]{1,30})[）)\]】]\s*$")
_JUMP = re.compile(r"\s*(?:→|->|=>|跳到|跳至)\s*(?:第\s*)?(\d{1,3}|结束|END|end)\s*题?\s*$")
_SCALE = re.compile(r"(\d{1,2})\s*[-－—~～至到]\s*(\d{1,2})\s*分?")
_MOST = re.compile(r"最多\s*(\d{1,2})")
_LEAST = re.compile(r"(?:至少|最少)\s*(\d{1,2})")


def read(text: str) -> tuple[Question, ...]:
    """The questions of a text.

    Raises:
        Wrong: with what a person has to change.
    """
    found: list[tuple[str, str, list[str]]] = []
    for raw in text.splitlines():
        line = raw.strip()
        if not line:
            continue
        if match := _QUESTION.match(line):
            head = match[2]
            words, how = parted(head)
            found.append((words, how, []))
        elif (match := _CHOICE.match(line)) and found:
            found[-1][2].append(match[2].strip())
        else:
            raise Wrong("line", line=line[:40])
    if not found:
        raise Wrong("none")
    if len(found) > MOST_QUESTIONS:
        raise Wrong("many", most=MOST_QUESTIONS)
    questions = tuple(question(number, *each) for number, each in enumerate(found, 1))
    check(questions)
    return questions


def called(how: str) -> Kind | None:
    """The kind that these words name, None for none."""
    known = how.casefold()
    return next((kind for kind, words in _CALLED.items() if any(word in known for word in words)), None)


def parted(head: str) -> tuple[str, str]:
    """A question and what stands in the brackets behind it; brackets that say nothing of its kind are its own words."""
    found = _BRACKETS.search(head)
    if found is not None:
        how = found[1]
        if called(how) or _SCALE.search(how) or any(word in how for word in (*_OPTIONAL, *_NUMBERS)):
            return head[: found.start()].strip(), how
    return head.strip(), ""


def bare(head: str) -> str:
    """A question without its number."""
    found = _QUESTION.match(head)
    return found[2].strip() if found else head.strip()


def bare_choice(choice: str) -> str:
    """A choice without its letter."""
    found = _CHOICE.match(choice)
    return found[2].strip() if found else choice.strip()


def question(number: int, text: str, how: str, raw: Sequence[str]) -> Question:
    """One question: its words, what was said of its kind (“多选，最多2”, “1-5分”), and its choices, with jumps in them.

    Raises:
        Wrong: with what a person has to change.
    """
    if not text:
        raise Wrong("empty", number=number)
    if len(text) > MOST_ASKED or any(len(each) > MOST_CHOICE for each in raw):
        raise Wrong("long", number=number, most=MOST_ASKED, choice=MOST_CHOICE)
    required = not any(word in how for word in _OPTIONAL)
    scale = _SCALE.search(how)
    if scale is not None:
        low, high = int(scale[1]), int(scale[2])
        if not low < high <= 10:
            raise Wrong("scale", number=number)
        return Question(text, Kind.SCALE, required=required, low=low, high=high)
    if not raw:
        if called(how) in (Kind.ONE, Kind.SEVERAL):
            raise Wrong("choices", number=number)
        if called(how) is Kind.SCALE:
            raise Wrong("scale", number=number)
        return Question(text, Kind.TEXT, required=required)
    jumps: dict[int, int] = {}
    choices = []
    for place, each in enumerate(raw, 1):
        jump = _JUMP.search(each)
        choices.append(each[: jump.start()].strip() if jump else each)
        if jump is not None:
            jumps[place] = int(jump[1]) if jump[1].isdigit() else END
    if not 2 <= len(choices) <= MOST_CHOICES:
        raise Wrong("choices", number=number)
    if len(set(choices)) < len(choices):
        raise Wrong("twice", number=number)
    if called(how) is Kind.SEVERAL:
        if jumps:
            raise Wrong("jump-several", number=number)
        least, most = _LEAST.search(how), _MOST.search(how)
        low, high = int(least[1]) if least else 0, int(most[1]) if most else 0
        if low > len(choices) or (high and high < low):
            raise Wrong("counts", number=number)
        return Question(text, Kind.SEVERAL, tuple(choices), required, low, min(high, len(choices)))
    return Question(text, Kind.ONE, tuple(choices), required, jumps=jumps)


def check(questions: Sequence[Question]) -> None:
    """Make sure that every jump leads forward to a question, and that every question can be come to.

    Raises:
        Wrong: it does not.
    """
    reached = {1}
    for number, question in enumerate(questions, 1):
        for target in question.jumps.values():
            if target != END and not number < target <= len(questions):
                raise Wrong("jump", number=number, target=target)
        if number not in reached:
            raise Wrong("unreachable", number=number)
        reached.update(target for target in question.jumps.values() if target != END)
        if not question.jumps or len(question.jumps) < len(question.choices) or not question.required:
            reached.add(number + 1)


def next_after(questions: Sequence[Question], number: int, answer: Any) -> int | None:
    """The number of the question that follows; None at the end. ``answer``: as :func:`fits` takes it, None for none."""
    question = questions[number - 1]
    target = question.jumps.get(answer) if isinstance(answer, int) and question.kind is Kind.ONE else None
    follows = number + 1 if target is None else target
    return None if follows == END or follows > len(questions) else follows


def path(questions: Sequence[Question], answers: Mapping[int, Any]) -> tuple[int, ...]:
    """The questions that somebody with these answers comes by: answers to others do not count."""
    way = []
    at: int | None = 1
    while at is not None:
        way.append(at)
        at = next_after(questions, at, answers.get(at))
    return tuple(way)


def fits(question: Question, answer: Any) -> bool:
    """Whether this answers it: the place of a choice, places of several, a number, or words."""
    match question.kind:
        case Kind.ONE:
            return isinstance(answer, int) and 1 <= answer <= len(question.choices)
        case Kind.SEVERAL:
            most = question.high or len(question.choices)
            return (
                isinstance(answer, list)
                and max(1, question.low) <= len(set(answer)) == len(answer) <= most
                and all(isinstance(each, int) and 1 <= each <= len(question.choices) for each in answer)
            )
        case Kind.SCALE:
            return isinstance(answer, int) and question.low <= answer <= question.high
        case Kind.TEXT:
            return isinstance(answer, str) and 0 < len(answer.strip()) <= MOST_TEXT


@dataclass(frozen=True, slots=True)
class Result:
    """What came of one question: ``n`` answers; counts by choice or number; the mean of a scale; words."""

    n: int
    counts: Mapping[int, int] = field(default_factory=dict)
    mean: float | None = None
    texts: tuple[str, ...] = ()


def results(questions: Sequence[Question], sheets: Sequence[Mapping[int, Any]]) -> tuple[Result, ...]:
    """What the answers of everyone amount to, question by question."""
    found = []
    for number, question in enumerate(questions, 1):
        given = [sheet[number] for sheet in sheets if number in sheet and fits(question, sheet[number])]
        match question.kind:
            case Kind.TEXT:
                found.append(Result(len(given), texts=tuple(sorted(given))))
            case Kind.SCALE:
                mean = sum(given) / len(given) if given else None
                found.append(Result(len(given), Counter(given), mean))
            case Kind.SEVERAL:
                found.append(Result(len(given), Counter(choice for each in given for choice in each)))
            case _:
                found.append(Result(len(given), Counter(given)))
    return tuple(found)


def packed(questions: Sequence[Question]) -> list[dict[str, Any]]:
    """The questions as a row keeps them."""
    return [
        {
            "text": each.text,
            "kind": str(each.kind),
            "choices": list(each.choices),
            "required": each.required,
            "low": each.low,
            "high": each.high,
            "jumps": {str(key): value for key, value in each.jumps.items()},
        }
        for each in questions
    ]


def unpacked(body: Sequence[Mapping[str, Any]]) -> tuple[Question, ...]:
    """The questions of a row."""
    return tuple(
        Question(
            each["text"],
            Kind(each["kind"]),
            tuple(each["choices"]),
            each["required"],
            each["low"],
            each["high"],
            {int(key): value for key, value in each["jumps"].items()},
        )
        for each in body
    )
