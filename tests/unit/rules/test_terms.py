"""The one index: what a search finds is what the eye would find."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.rules.terms import TITLE_CHARACTERS, headed, phrases, telling, terms, title_of

CHINESE = st.text("食堂菜价太贵宿舍热水没有", min_size=1, max_size=12)


def _holds(words: list[str], phrase: list[str]) -> bool:
    return any(words[i : i + len(phrase)] == phrase for i in range(len(words) - len(phrase) + 1))


@given(CHINESE, CHINESE, CHINESE)
def test_every_piece_of_two_characters_is_found(before: str, query: str, after: str) -> None:
    text = before + query + after
    if len(query) > 1:
        assert all(_holds(terms(text), phrase) for phrase in phrases(query))


@given(CHINESE, st.text("食堂菜价太贵", min_size=2, max_size=4))
def test_what_is_not_there_is_not_found(text: str, query: str) -> None:
    if query not in text:
        assert not all(_holds(terms(text), phrase) for phrase in phrases(query))


def test_latin_digits_and_wide_forms() -> None:
    assert terms("ＷｉＦｉ坏了 3号楼") == ["wifi", "坏了", "了", "3", "号楼", "楼"]
    assert phrases("WiFi") == [["wifi"]]
    assert phrases("！？ ") == []


@given(st.text(max_size=200))
def test_anything_can_be_indexed(text: str) -> None:
    words = terms(text)
    assert all(word and " " not in word for word in words)
    assert len(telling(text[:20], text)) <= 60
    assert len(title_of(text)) <= TITLE_CHARACTERS


def test_the_title_is_the_first_sentence() -> None:
    assert title_of("  \n食堂太贵。希望降价。") == "食堂太贵"
    assert title_of("版本 3.5 很慢. 请看") == "版本 3.5 很慢"
    assert title_of("") == ""
    assert title_of("长" * 60).endswith("…")


@pytest.mark.parametrize(
    ("title", "text", "said"),
    [
        ("食堂太贵", "食堂太贵", "食堂太贵"),
        ("食堂太贵", "食堂太贵。\n希望降价。", "食堂太贵。\n希望降价。"),
        ("更衣柜不够，四十多个人共用…", "更衣柜不够，四十多个人共用二十六个。", "更衣柜不够，四十多个人共用二十六个。"),
        ("关于食堂", "领导您好。", "关于食堂\n\n领导您好。"),
        ("照片 2 张", "", "照片 2 张"),
    ],
)
def test_nothing_is_said_twice_under_a_title(title: str, text: str, said: str) -> None:
    assert headed(title, text) == said


def test_what_says_most() -> None:
    assert telling("食堂太贵", "热水热水热水 食堂 wifi b") == ["食堂", "堂太", "太贵", "热水", "水热", "wifi"]
    assert telling("食堂太贵", "热水", most=2) == ["食堂", "堂太"]
    assert len(telling("", "".join(chr(0x4E00 + each) for each in range(99)))) == 60
    assert title_of("长" * TITLE_CHARACTERS) == "长" * TITLE_CHARACTERS
    assert title_of("长" * (TITLE_CHARACTERS + 1)) == "长" * (TITLE_CHARACTERS - 1) + "…"
