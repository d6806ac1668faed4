"""A survey as a file: TOML with everything in it, or a table (xlsx, CSV) with a question in each row.

    title = "食堂满意度"
    intro = "三分钟，匿名。"
    anonymous = true
    until = "3月20日"

    [[questions]]
    text = "您对食堂满意吗？"
    kind = "单选"
    choices = ["满意", "不满意 → 3"]

The columns of a table: 题目, 题型, 必答, 选项 and those right of it.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from handlers.rules.headings import find_heading, heading
from handlers.rules.surveys import (
    MOST_QUESTIONS,
    Kind,
    Question,
    Wrong,
    bare,
    bare_choice,
    called,
    check,
    parted,
    question,
)

_TOP: Mapping[str, type] = {"title": str, "intro": str, "anonymous": bool, "until": str, "questions": list}
_EACH: Mapping[str, type] = {
    "text": str,
    "kind": str,
    "choices": list,
    "required": bool,
    **dict.fromkeys(("least", "most", "low", "high"), int),
}
_WORDS = {Kind.ONE: "单选", Kind.SEVERAL: "多选", Kind.SCALE: "打分", Kind.TEXT: "文字"}
_HEADINGS = {
    "text": ("题目", "问题", "question"),
    "kind": ("题型", "类型", "kind"),
    "required": ("必答", "是否必答", "必填", "required"),
}
_CHOICES = ("选项", "choice", "option")
_NO = frozenset({"否", "不", "选填", "选答", "no", "false", "0", "n"})
_NAMES = {title: name for name, titles in _HEADINGS.items() for title in titles}
_LINE = re.compile(r"at line (\d+)")
_BETWEEN = re.compile(r"\s*[|｜\n]\s*")


@dataclass(frozen=True, slots=True)
class Plan:
    """What a file says of a survey: its questions, and whatever else it names; empty or None where it says nothing."""

    questions: tuple[Question, ...]
    title: str = ""
    intro: str = ""
    anonymous: bool | None = None
    until: str = ""


def from_toml(text: str) -> Plan:
    """The survey of a TOML file.

    Raises:
        Wrong: ``toml`` with the line that can't be read, or with what a person has to change in which question.
    """
    try:
        body = tomllib.loads(text.replace("\r\n", "\n"))
    except (ValueError, RecursionError) as error:  # Numbers and brackets without end are no TOML errors to the library.
        lines = text.splitlines() or [""]
        named = _LINE.search(str(error))
        number = min(int(named[1]) if named else len(lines), len(lines))
        raise Wrong("toml", line=number, found=lines[number - 1].strip()[:40]) from None
    if isinstance(body.get("until"), date | datetime):
        body["until"] = f"{body['until']:%Y-%m-%d}"
    if "question" in body and "questions" not in body:
        body["questions"] = body.pop("question")
    _known(body, _TOP, 0)
    asked = []
    for number, each in enumerate(body.get("questions", ()), 1):
        if not isinstance(each, dict):
            raise Wrong("toml-type", number=0, key="questions")
        _known(each, _EACH, number)
        choices = each.get("choices", [])
        if not all(isinstance(choice, str) for choice in choices):
            raise Wrong("toml-type", number=number, key="choices")
        asked.append((each.get("text", "").strip(), _how(number, each), [bare_choice(choice) for choice in choices]))
    return Plan(
        _questions(asked),
        body.get("title", "").strip(),
        body.get("intro", "").strip(),
        body.get("anonymous"),
        body.get("until", "").strip(),
    )


def _known(body: Mapping[str, Any], keys: Mapping[str, type], number: int) -> None:
    """Make sure that every key means something and holds what it should; ``number``: of the question, 0 at the top."""
    for key, value in body.items():
        if key not in keys:
            raise Wrong("toml-key", number=number, key=key[:30], known="、".join(keys))
        # A truth is a number to the language, not to people.
        if not isinstance(value, keys[key]) or (keys[key] is int and isinstance(value, bool)):
            raise Wrong("toml-type", number=number, key=key)


def _how(number: int, each: Mapping[str, Any]) -> str:
    """The kind as it would stand in brackets behind the question."""
    scale = "low" in each or "high" in each
    named = str(each.get("kind", "")).strip()
    if named and called(named) is None:
        raise Wrong("kind", number=number, kind=named[:20])
    kind = called(named) or (Kind.SCALE if scale else Kind.ONE if each.get("choices") else Kind.TEXT)
    parts = [_WORDS[kind]]
    if kind is Kind.SCALE:
        parts.append(f"{each.get('low', 1)}-{each.get('high', 5)}分")
    parts += [f"{word}{each[key]}" for key, word in (("least", "至少"), ("most", "最多")) if key in each]
    if each.get("required") is False:
        parts.append("选填")
    return "，".join(parts)


def from_rows(rows: Sequence[Sequence[str]]) -> Plan:
    """The questions of a table; one that goes over several rows (merged cells, or none beside the choices) is one.

    Raises:
        Wrong: ``columns`` where no headings were found, else with what a person has to change in which question.
    """
    at, columns, choices = _headings(rows)
    asked: list[tuple[str, str, list[str]]] = []
    whole = ""
    for row in rows[at + 1 :]:
        cells = {name: row[column].strip() if column < len(row) else "" for name, column in columns.items()}
        offered = [
            bare_choice(part)
            for column in choices
            if column < len(row)
            for part in _BETWEEN.split(row[column].strip())
            if part
        ]
        if asked and offered and cells["text"] in ("", whole):
            asked[-1][2].extend(offered)
            continue
        if not cells["text"] and not offered:
            continue
        whole = cells["text"]
        words, how = parted(bare(whole))
        named = cells.get("kind", "")
        if named:
            words, how = bare(whole), _named(len(asked) + 1, named)
        if cells.get("required", "").casefold() in _NO:
            how = "，".join(filter(None, (how, "选填")))
        asked.append((words, how, offered))
    return Plan(_questions(asked))


def _named(number: int, kind: str) -> str:
    """What a cell says of the kind; a scale without numbers goes from 1 to 5."""
    found = called(kind)
    if re.search(r"\d\s*[-－—~～至到]\s*\d", kind):
        return kind
    if found is None:
        raise Wrong("kind", number=number, kind=kind[:20])
    return f"{kind}，1-5分" if found is Kind.SCALE else kind


def _headings(rows: Sequence[Sequence[str]]) -> tuple[int, dict[str, int], list[int]]:
    """The row of the headings, where each column is, and the columns of the choices."""
    found = find_heading(rows, _NAMES, ("text",))
    if found is None:
        raise Wrong("columns")
    at = found[0]
    # Of two columns that are called alike, the first counts: it is read last.
    columns = {name: place for place, name in reversed(found[1].items())}
    first = next((place for place, each in enumerate(rows[at]) if heading(each).startswith(_CHOICES)), None)
    width = max(len(each) for each in rows[at:])
    begins = max(columns.values()) + 1 if first is None else first
    return at, columns, [place for place in range(begins, width) if place not in columns.values()]


def has_heading(rows: Sequence[Sequence[str]]) -> bool:
    """Whether a column of this table is called as one for questions."""
    return find_heading(rows, _NAMES, ("text",)) is not None


def _questions(asked: Sequence[tuple[str, str, list[str]]]) -> tuple[Question, ...]:
    if not asked:
        raise Wrong("empty-file")
    if len(asked) > MOST_QUESTIONS:
        raise Wrong("many", most=MOST_QUESTIONS)
    found = tuple(question(number, *each) for number, each in enumerate(asked, 1))
    check(found)
    return found
