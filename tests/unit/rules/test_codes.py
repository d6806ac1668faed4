"""Follow codes: one wrong character and two that changed places are always found."""

from __future__ import annotations

from hypothesis import assume, given
from hypothesis import strategies as st

from handlers.rules.codes import (
    ALPHABET,
    CODE_LENGTH,
    CodeState,
    find_number,
    new_follow_code,
    new_invite_code,
    read_follow_code,
    spaced,
)

CODES = st.builds(new_follow_code)


@given(CODES)
def test_a_code_is_read_as_it_is_read_out(code: str) -> None:
    assert len(code) == CODE_LENGTH
    assert set(code) <= set(ALPHABET)
    for typed in (code, spaced(code), code.lower(), f" {spaced(code).replace(' ', '-')} "):
        assert read_follow_code(typed) == (CodeState.VALID, code)


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
