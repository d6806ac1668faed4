"""What a text gives away about its writer, what kind of concern it sounds like, and which category it may belong to."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from enum import StrEnum

from handlers.rules.lifecycle import Kind


class Trace(StrEnum):
    """A way in which a text names its writer."""

    PHONE = "phone"
    ID_CARD = "id_card"
    EMPLOYEE_NUMBER = "employee_number"
    EMAIL = "email"
    NAME = "name"


_TRACES: Mapping[Trace, re.Pattern[str]] = {
    Trace.PHONE: re.compile(r"(?<!\d)(?:\+?86[- ]?)?1[3-9]\d[- ]?\d{4}[- ]?\d{4}(?!\d)"),
    Trace.ID_CARD: re.compile(r"(?<!\d)\d{17}[\dXx](?!\d)"),
    Trace.EMPLOYEE_NUMBER: re.compile(r"(?:工号|员工号|编号|工作证)\s*(?:是|为|[:：])?\s*[A-Za-z]{0,4}\d{3,}"),
    Trace.EMAIL: re.compile(r"[\w.+-]+@[\w-]+\.[\w.]+"),
    Trace.NAME: re.compile(r"(?:我叫|我的名字是|本人姓名|我是[^，。,.\s]{0,12}的)\s*[\u4e00-\u9fff·]{2,4}"),
}
_ID_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)


def _is_id_card(number: str) -> bool:
    # GB 11643: the last character is a checksum of the first seventeen.
    total = sum(weight * int(digit) for weight, digit in zip(_ID_WEIGHTS, number[:17], strict=True))
    return "10X98765432"[total % 11] == number[17].upper()


def traces(text: str) -> tuple[Trace, ...]:
    """The ways in which a text names its writer, each once."""
    found = []
    for trace, pattern in _TRACES.items():
        hits = pattern.findall(text)
        if trace is Trace.ID_CARD:
            hits = [hit for hit in hits if _is_id_card(hit)]
        if hits:
            found.append(trace)
    return tuple(found)


_KIND_WORDS: Mapping[Kind, tuple[str, ...]] = {
    Kind.REPORT: (
        "举报",
        "检举",
        "控告",
        "贪污",
        "受贿",
        "行贿",
        "回扣",
        "挪用公款",
        "侵占",
        "以权谋私",
        "利益输送",
        "吃拿卡要",
        "违纪",
        "虚报",
        "套取",
        "小金库",
        "裙带",
        "买官",
        "收红包",
        "私分",
    ),
    Kind.THANKS: ("感谢", "表扬", "点赞", "谢谢"),
    Kind.SUGGESTION: ("建议", "希望能", "能不能增加", "可以考虑", "提议", "最好能"),
    Kind.INQUIRY: ("请问", "咨询", "想了解", "怎么办理", "如何办理", "是否可以", "什么时候", "政策"),
    Kind.HELP: ("求助", "困难", "帮忙", "帮助", "救助", "申请补助", "急需"),
    Kind.COMPLAINT: (
        "投诉",
        "拖欠",
        "克扣",
        "不公",
        "态度",
        "差",
        "太",
        "坏了",
        "没人管",
        "一直",
        "脏",
        "吵",
        "不合理",
    ),
}


def kind_of(text: str) -> Kind:
    """What a concern sounds like: the kind with most of its words in the text; a complaint when none speaks up."""
    if sounds_like_report(text):
        return Kind.REPORT
    scores = {kind: sum(text.count(word) for word in words) for kind, words in _KIND_WORDS.items()}
    scores.pop(Kind.REPORT)
    best = max(scores, key=lambda kind: scores[kind])
    return best if scores[best] else Kind.COMPLAINT


def sounds_like_report(text: str) -> bool:
    """Whether the words suggest an accusation (检举控告), which goes its own way from the first moment."""
    return any(word in text for word in _KIND_WORDS[Kind.REPORT])


def by_keywords(text: str, categories: Sequence[tuple[int, Sequence[str]]]) -> tuple[tuple[int, int], ...]:
    """Categories whose keywords the text holds, as (category, hits), most hits first."""
    scored = [(category, sum(text.count(word) for word in words if word)) for category, words in categories]
    return tuple(sorted(((c, n) for c, n in scored if n), key=lambda each: -each[1]))
