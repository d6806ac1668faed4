"""Danger to life or limb in what somebody wrote: words that raise it, and ways of speaking that don't.

A false alarm costs a person one line to overlook and the office two presses; a missed one may cost a life. So words of
not wanting to live count in any connection but a known idiom, and only dangers from without are looked at for whether
they are happening.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from handlers.rules.characters import folded


class Danger(StrEnum):
    """What kind of help comes first."""

    MIND = "mind"
    """Somebody may hurt themselves."""
    BODY = "body"
    """Fire, gas, an accident, violence: happening now."""


MIND = (
    *("不想活", "活不下去", "不想再活", "活够了", "活腻了", "活着没意思", "活着没有意思", "活着没意义", "活着没有意义"),
    *("活着还有什么意思", "生无可恋", "不如死", "想死", "寻死", "死了算了", "死给你", "一死了之", "一死百了", "轻生"),
    *("自杀", "自尽", "自残", "自伤", "自我了断", "割腕", "上吊", "跳楼", "跳河", "跳江", "跳桥", "跳下去", "遗书"),
    *("喝农药", "吞药", "吞安眠药", "结束生命", "结束自己", "了结自己", "撑不下去", "自殺", "輕生"),
    *("kill myself", "killing myself", "suicide", "suicidal", "end my life", "want to die", "hurt myself"),
    *("self-harm", "don't want to live", "do not want to live", "no reason to live", "better off dead"),
)
"""不想活 and its like."""
BODY = (
    *("着火", "起火", "失火", "冒浓烟", "煤气泄漏", "燃气泄漏", "天然气泄漏", "液化气泄漏", "煤气漏", "漏煤气", "毒气"),
    *("煤气中毒", "一氧化碳中毒", "食物中毒", "中毒了", "触电", "漏电", "爆炸了", "要爆炸", "发生爆炸", "坍塌", "塌方"),
    *("有人受伤", "受伤了", "受了重伤", "大出血", "流血不止", "昏倒", "晕倒", "昏迷", "没有呼吸", "呼吸困难", "溺水"),
    *("坠楼", "高空坠落", "被困在", "困在电梯", "被机器绞", "被压住", "生命危险", "持刀", "拿刀砍", "砍人", "捅人"),
    *("杀人", "要杀我", "要杀了", "打死我", "弄死我", "往死里打", "绑架", "强奸"),
    *("gas leak", "on fire", "electric shock", "unconscious", "bleeding", "trapped in", "has a knife", "kill me"),
)
"""What is dangerous for others or from without."""
HARMLESS = (
    *("想死你", "想死我", "得想死", "想死机", "想死板", "跳楼价", "跳楼甩卖", "跳楼大甩卖", "跳楼机", "自杀式"),
    *("着火点", "心里着火", "嗓子着火", "信息爆炸", "爆炸头", "爆炸性", "被困扰", "被困难", "心里受伤", "感情受伤"),
    *("电脑中毒", "系统中毒", "手机中毒", "服务器中毒", "上吊牌", "上吊车", "上吊灯", "上吊顶", "上吊钩", "上吊装"),
    *("上吊起", "以上吊", "killing me softly"),
)
"""What sounds like it and is not meant so; it is looked over."""
_BEFORE = re.compile(
    r"((没有?|未|不会|不再|并无|不是)(发生|出现|人|再|被|真的?)?|(防止|预防|避免|严防|谨防|假如|如果|万一|去年|前年|以前"
    r"|曾经|上次|差点|险些)[^|]{0,4}|\b(no|not|never|prevent|avoid)( \w+)?\s?)$"
)
_AFTER = re.compile(r"^[^|]{0,3}?(演练|培训|预案|应急预案|隐患|风险|案例|保护器|保护开关|报警器)")


@dataclass(frozen=True, slots=True)
class DangerWords:
    """What raises it, and what does not, as an office wants it."""

    mind: tuple[str, ...] = MIND
    body: tuple[str, ...] = BODY
    harmless: tuple[str, ...] = HARMLESS


def danger_in(text: str, words: DangerWords | None = None) -> Danger | None:
    """What is to be feared for whoever wrote this, or is written of; None: nothing."""
    mind, body, harmless = _patterns(words or DangerWords())
    said = _plain(text)
    if harmless is not None:
        said = harmless.sub("|", said)
    if mind is not None and mind.search(said):
        return Danger.MIND
    for found in body.finditer(said) if body is not None else ():
        if not _BEFORE.search(said[: found.start()]) and not _AFTER.search(said[found.end() :]):
            return Danger.BODY
    return None


def _plain(text: str) -> str:
    """As it is read, however it was typed: full width or not, with spaces between, a bar where a clause ends."""
    said = folded(text).replace("\u2019", "'")
    said = re.sub(r"[^\w\s'-]+|\n+", "|", said)
    # Between Chinese characters a space means nothing.
    said = re.sub(r"(?<=[\u3400-\u9fff])[^\S|]+(?=[\u3400-\u9fff])", "", said)
    return re.sub(r"[^\S|]+", " ", said)


@cache
def _patterns(words: DangerWords) -> tuple[re.Pattern[str] | None, re.Pattern[str] | None, re.Pattern[str] | None]:
    return _either(words.mind), _either(words.body), _either(words.harmless)


def _either(words: tuple[str, ...]) -> re.Pattern[str] | None:
    # The longest first, so that of two that begin alike the whole one is looked over.
    known = sorted(
        {plain for each in words if (plain := _plain(each).strip("| "))}, key=lambda each: (-len(each), each)
    )
    found = [re.escape(each) if _has_chinese(each) else rf"\b{re.escape(each)}\b" for each in known]
    return re.compile("|".join(found)) if found else None


def _has_chinese(word: str) -> bool:
    return any("\u3400" <= each <= "\u9fff" for each in word)
