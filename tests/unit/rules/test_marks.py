"""How a message begins: no spelling of a mark is ever taken for plain words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.rules.marks import Mark, Opening, names_somebody, opening

STROKES = st.sampled_from("/／、､⁄∕")
UNSEEN = st.text(st.sampled_from("\u200b\u200d\ufeff\ufe0f \u3000\t\xa0\u2060\u00ad\u3164\u200e"), max_size=3)
WORDS = st.text(max_size=30)


@given(UNSEEN, STROKES, UNSEEN, STROKES, WORDS)
def test_two_strokes_are_a_note_however_typed(before: str, one: str, between: str, two: str, words: str) -> None:
    found = opening(before + one + between + two + words)
    assert found.mark is Mark.NOTE
    assert not found.words.startswith(("/", "／", "、"))


@given(UNSEEN, STROKES | st.sampled_from("\\＼÷@＠"), WORDS)
def test_one_mark_is_never_plain(before: str, mark: str, words: str) -> None:
    assert opening(before + mark + words).mark is not Mark.PLAIN


@given(WORDS, UNSEEN, STROKES, WORDS)
def test_nor_is_one_at_the_beginning_of_any_line(first: str, before: str, mark: str, words: str) -> None:
    assert opening(f"{first}\n{before}{mark}{words}").mark is not Mark.PLAIN


@given(WORDS)
def test_anything_can_be_typed(text: str) -> None:
    found = opening(text)
    assert found.mark is not Mark.COMMAND or found.word.isascii()


@pytest.mark.parametrize(
    ("text", "mark", "words", "word"),
    [
        ("// 先不说", Mark.NOTE, "先不说", ""),
        ("、、先不说", Mark.NOTE, "先不说", ""),
        ("/ / 先不说", Mark.NOTE, "先不说", ""),
        ("\u200b／、先不说", Mark.NOTE, "先不说", ""),
        ("///先不说", Mark.NOTE, "先不说", ""),
        ("//\n先不说", Mark.NOTE, "先不说", ""),
        ("//\n/ 先不说", Mark.NOTE, "先不说", ""),
        ("// \n ", Mark.NOTE, "", ""),
        ("//", Mark.NOTE, "", ""),
        ("/todo", Mark.COMMAND, "", "todo"),
        ("／ｔｏｄｏ", Mark.COMMAND, "", "todo"),
        ("、recall", Mark.COMMAND, "", "recall"),
        ("/ Find 食堂 ／二楼", Mark.COMMAND, "食堂 ／二楼", "find"),
        ("／t　已转 = Ａ", Mark.COMMAND, "已转 = Ａ", "t"),
        ("/my@shuji_bot", Mark.COMMAND, "", "my"),
        ("@李娜 你看一下", Mark.COLLEAGUE, "@李娜 你看一下", ""),
        ("\u200b＠李娜 你看一下", Mark.COLLEAGUE, "＠李娜 你看一下", ""),
        ("@_li 看一下", Mark.COLLEAGUE, "@_li 看一下", ""),
        ("已经修好了", Mark.PLAIN, "已经修好了", ""),
        ("3/5 号修好", Mark.PLAIN, "3/5 号修好", ""),
        ("“好的”，已转后勤、人事", Mark.PLAIN, "“好的”，已转后勤、人事", ""),
        ("https://example.com/a//b", Mark.PLAIN, "https://example.com/a//b", ""),
    ],
)
def test_clear_cases(text: str, mark: Mark, words: str, word: str) -> None:
    assert opening(text) == Opening(mark, words, word)


@pytest.mark.parametrize(
    "text",
    [
        "/",
        "／已处理",
        "、还有一件",
        "/find食堂",
        "\\\\先不说",
        "÷÷先不说",
        "「//先不说」",
        "- // 先不说",
        "😀//先不说",
        "收到\n// 先不说",
        "@-li",
        "@@李娜",
        "@",
    ],
)
def test_doubtful_cases(text: str) -> None:
    assert opening(text).mark is Mark.DOUBTFUL


def test_a_command_is_made_plain() -> None:
    assert opening("、ｆｉｎｄ 食堂").command == "/find 食堂"
    assert opening("\ufeff／todo").command == "/todo"


def test_who_is_named() -> None:
    assert names_somebody("请 @李娜 看一下")
    assert names_somebody("请看一下，＠wangqiang")
    assert not names_somebody("写到 a.b@example.com")
    assert not names_somebody("价格 @ 5 元")
