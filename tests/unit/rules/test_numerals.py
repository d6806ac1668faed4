"""Numbers in figures and in Chinese, and text in plain characters."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.rules.numerals import count, plain

DIGITS = "零一二三四五六七八九"


def chinese(number: int) -> str:
    """As it is written in full."""
    hundreds, rest = divmod(number, 100)
    tens, ones = divmod(rest, 10)
    words = f"{DIGITS[hundreds]}百" if hundreds else ""
    if tens:
        words += f"{DIGITS[tens]}十" if tens > 1 or hundreds else "十"
    elif hundreds and ones:
        words += "零"
    return words + (DIGITS[ones] if ones else "") or "零"


def test_every_number_to_999_is_read_as_it_is_written() -> None:
    for number in range(1000):
        assert count(chinese(number)) == count(str(number)) == number, chinese(number)


@pytest.mark.parametrize(
    ("word", "number"),
    [
        ("两", 2),
        ("〇", 0),
        ("两百", 200),
        ("二〇二六", 2026),
        ("一五", 15),
        ("百", 100),
        ("一百十", 110),
        ("二十〇", 20),
    ],
)
def test_other_ways_to_write_one(word: str, number: int) -> None:
    assert count(word) == number


@pytest.mark.parametrize(
    "word", ["", "个", "十百", "百百", "十十", "零十", "一二十", "二十三四", "三千", "1二", "½", "٣"]
)
def test_what_makes_no_number(word: str) -> None:
    assert count(word) is None


def test_all_the_characters_at_once_are_none() -> None:
    assert count("零一二三四五六七八九两〇百十") is None
    assert count("零一二三四五六七八九两〇") == 12345678920 % 10**12


def test_text_is_made_plain_and_every_character_knows_where_it_came_from() -> None:
    assert plain("Ａ—　 Ｂ") == ("a- b", (0, 1, 2, 4))
    assert plain("") == ("", ())


@given(st.text(max_size=40))
def test_places_lead_back(text: str) -> None:
    written, places = plain(text)
    assert len(written) == len(places)
    assert list(places) == sorted(places)
    assert "  " not in written
