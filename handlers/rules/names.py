"""What kind of concern a text sounds like, and which category it may belong to."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from handlers.rules.lifecycle import Kind

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
