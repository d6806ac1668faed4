"""Follow codes: one wrong character and two that changed places are always found."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from handlers.rules.codes import (
    ALPHABET,
    CODE_LENGTH,
    MASK,
    CodeState,
    codes_in,
    find_number,
    masked,
    new_follow_code,
    new_invite_code,
    only_number,
    read_follow_code,
    spaced,
)

CODES = st.builds(new_follow_code)


@given(CODES)
def test_a_code_is_read_as_it_is_read_out(code: str) -> None:
    assert len(code) == CODE_LENGTH
    assert set(code) <= set(ALPHABET)
    for typed in (code, spaced(code), code.lower(), f" {spaced(code).replace(' ', '-')} ", wide(code), f"{code}。"):
        assert read_follow_code(typed) == (CodeState.VALID, code)


def wide(text: str) -> str:
    """As a keyboard in full-width mode types it."""
    return "".join(chr(ord(each) + 0xFEE0) if "!" <= each <= "~" else each for each in text)


FORMS = st.sampled_from(
    [str, str.lower, spaced, wide, lambda code: wide(spaced(code)), lambda code: "–".join(spaced(code).split()),
     lambda code: " - ".join(spaced(code).split()), "\u200b".join, " ".join, ("\u200b\u2060" * 4).join,
     lambda code: "\n\n    ".join(spaced(code).split()), lambda code: "……".join(spaced(code).split()),
     "+".join, lambda code: "😀".join(spaced(code).split()), "\u3164".join]
)  # fmt: skip


@given(
    CODES,
    FORMS,
    st.text(st.sampled_from("，。！？…（）【】\n\t 食堂😀※+=")),
    st.sampled_from(["", "查询码（只显示这一次，请保存）：", "我的码 ", "code ", "SJ-2026-0042 的码是"]),
    st.sampled_from(["", "。", "，怎么还没办", " 请查", "\n食堂太贵"]),
)
def test_a_code_among_words_is_found_and_masked(
    code: str, form: Callable[[str], str], far: str, before: str, after: str
) -> None:
    text = far + before + form(code) + after
    assert [each.code for each in codes_in(text)] == [code]
    assert masked(text) == far + before + MASK + after


def test_what_holds_no_code() -> None:
    for text in ("", "食堂太贵了", "SJ-2026-0042", "13800000000 和 13911112222", "have they seen", "2026 年 3 月"):
        assert masked(text) == text


@given(st.text(max_size=60))
def test_masking_leaves_no_code(text: str) -> None:
    assert codes_in(masked(text)) == ()


def test_every_single_mistake_is_found() -> None:
    code = new_follow_code()
    for place, right in enumerate(code):
        for wrong in ALPHABET:
            if wrong != right:
                typed = code[:place] + wrong + code[place + 1 :]
                assert read_follow_code(typed)[0] is CodeState.MISTYPED, typed


@given(CODES, st.integers(0, CODE_LENGTH - 1), st.integers(0, CODE_LENGTH - 1))
def test_every_swap_is_found(code: str, one: int, other: int) -> None:
    assume(code[one] != code[other])
    letters = list(code)
    letters[one], letters[other] = letters[other], letters[one]
    assert read_follow_code("".join(letters))[0] is CodeState.MISTYPED


@given(st.text(max_size=30))
def test_anything_can_be_typed(text: str) -> None:
    state, code = read_follow_code(text)
    assert (state is CodeState.NO_CODE) == (code == "")


def test_what_is_no_code() -> None:
    for text in ("", "食堂太贵了", "SJ-2026-0042", "13800000000"):
        assert read_follow_code(text)[0] is CodeState.NO_CODE


def test_invitations_differ() -> None:
    codes = {new_invite_code() for _ in range(200)}
    assert len(codes) == 200
    assert all(len(each) == 16 for each in codes)


def test_numbers_are_found_in_a_sentence() -> None:
    assert find_number("请看 sj-2026-42 这件") == "SJ-2026-0042"
    assert find_number("SJ-2026-12345") == "SJ-2026-12345"
    assert find_number("没有编号 2026-0042") is None


def test_numbers_are_found_however_they_are_typed() -> None:
    for text in (
        "F1-2026-0042", "f1-2026-42", wide("F1-2026-0042"), "F1–2026–0042", "F1—2026—0042", "F1 2026 0042",
        "F1 - 2026 - 0042", "编号：F1-2026-0042。", "（F1‐2026‐0042）", "F120260042", "F1\u200b-2026-0042",
        "F1_2026_0042",
    ):  # fmt: skip
        assert find_number(text) == "F1-2026-0042", text
    assert find_number("XF1-2026-0042X") is None
    assert find_number("ABCDEFGHIJ-2026-0042") is None


def test_a_number_alone_is_told_from_one_among_words() -> None:
    for text in ("SJ-2026-0042", "编号：sj-2026-0042。", "已收到，编号 SJ-2026-0042。", "SJ-2026-0042 办到哪了？"):
        assert only_number(text) == "SJ-2026-0042", text
    for text in ("SJ-2026-0042 还是太贵", "食堂太贵", "上次那件 SJ-2026-0042 的师傅态度很差"):
        assert only_number(text) is None, text


LETTERS, FIGURES = "ABCDEFGHJKMV", "234567892369"
"""Codes by their check characters, as none is made."""


def test_every_new_code_has_letters_and_figures() -> None:
    # One in thirty would be of letters alone.
    for code in (new_follow_code() for _ in range(500)):
        assert not code.isalpha()
        assert not code.isdigit()


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (FIGURES, []),
        (spaced(FIGURES), []),
        (LETTERS, [LETTERS]),
        (LETTERS.lower(), [LETTERS]),
        (spaced(LETTERS), [LETTERS]),
        (spaced(LETTERS).lower(), []),
        (f"{LETTERS}、{LETTERS}", [LETTERS, LETTERS]),
        (f"x{LETTERS}", []),
        (f"{LETTERS}x", []),
        (f"我的{LETTERS}", [LETTERS]),
        (LETTERS[:6] + "." * 6 + LETTERS[6:], [LETTERS]),
        (LETTERS[:6] + "." * 7 + LETTERS[6:], []),
        (LETTERS[:-1], []),
        (f"{LETTERS[1:]} {LETTERS[0]}", []),
    ],
)
def test_figures_alone_and_words_are_no_codes(text: str, found: list[str]) -> None:
    assert [each.code for each in codes_in(text)] == found


def test_only_some_codes_are_masked_and_where_they_stand_is_known() -> None:
    one, other = new_follow_code(), new_follow_code()
    text = f"{one}，{other}。"
    assert masked(text, {other}) == f"{one}，{MASK}。"
    assert [(each.start, each.end) for each in codes_in(text)] == [(0, 12), (13, 25)]
