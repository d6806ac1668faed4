"""Names at the head of an opinion, and what only looks like one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.rules.speakers import speaker_in


@pytest.mark.parametrize(
    ("text", "name", "words"),
    [
        ("王小明：澡堂没有热水", "王小明", "澡堂没有热水"),
        ("小李: 什么时候发工装", "小李", "什么时候发工装"),
        ("钳工班老张：扳手不够", "钳工班老张", "扳手不够"),
        ("Tom Brown: no water", "Tom Brown", "no water"),
        ("匿名：菜太咸", "", "菜太咸"),
        ("10:30 食堂还没开门", "", "10:30 食堂还没开门"),
        ("建议：延长开放时间", "", "建议：延长开放时间"),
        ("三车间：灯坏了", "", "三车间：灯坏了"),
        ("https://example.org 打不开", "", "https://example.org 打不开"),
        ("1：灯坏了", "", "1：灯坏了"),
        ("仓储：缺货架", "", "仓储：缺货架"),
        ("王小明：", "", "王小明："),
        ("一句没有冒号的话", "", "一句没有冒号的话"),
    ],
)
def test_who_said_it(text: str, name: str, words: str) -> None:
    assert speaker_in(text, {"仓储"}) == (name, words)


@given(st.text(max_size=80))
def test_nothing_that_was_written_is_lost(text: str) -> None:
    name, words = speaker_in(text)
    assert text.endswith(words)
    assert text.startswith(name)
