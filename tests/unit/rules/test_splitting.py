"""Long texts in parts: nothing left out, nothing too long, cut where a sentence ends."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from handlers.rules.splitting import Measure, size, split, units

TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=400)


@given(TEXT, st.integers(24, 120), st.sampled_from(Measure))
@settings(max_examples=300)
def test_joined_the_parts_are_the_text(text: str, limit: int, measure: Measure) -> None:
    parts = split(text, limit, measure)
    assert "".join(parts) == text
    assert all(size(part, measure) <= limit for part in parts)
    assert all(parts[:-1])


@given(TEXT)
def test_length_is_counted_in_units_of_utf_16_or_bytes_of_utf_8(text: str) -> None:
    assert units(text) == len(text.encode("utf-16-le")) // 2 == size(text, Measure.UTF16)
    assert size(text, Measure.UTF8) == len(text.encode())


@given(st.lists(st.sampled_from(["👩‍👩‍👧‍👦", "👍🏽", "é", "字", "a"]), max_size=60))
def test_no_visible_character_is_torn(letters: list[str]) -> None:
    text = "".join(letters)
    for part in split(text, 40):
        assert not part.startswith(("\u200d", "\ufe0f", "\u0301", "🏽"))


@pytest.mark.parametrize("joined", ["\u200d", "\ufe0f", "\u20e3", "\u0300", "\u036f", "🏻", "🏿"])
def test_a_cut_goes_before_what_is_joined(joined: str) -> None:
    limit = 20
    text = "字" * limit + joined + "字" * limit
    first, *_ = split(text, limit)
    assert first == "字" * (limit - 1)


def test_a_cut_is_neither_too_early_nor_behind_what_only_looks_joined() -> None:
    assert [len(each) for each in split("字" * 20 + "\u0370" + "字" * 5, 20)] == [20, 6]
    assert [len(each) for each in split("一。" + "字" * 30, 20)] == [20, 12]
    assert split("字" * 6 + "。" + "字" * 30, 20)[0] == "字" * 6 + "。"
    assert split("字" * 20, 20) == ("字" * 20,)
    assert split("👍" * 11, 20) == split("👍" * 11, 21) == ("👍" * 10, "👍")
