"""What somebody meant who typed instead of pressing."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from handlers.rules.matching import matching

OWNERS = [("一分厂 王建国（本类别）", 1), ("集团公司 钱进（未启用）", 2), ("二分厂 王建国", 3)]


def test_names_among_words() -> None:
    assert matching("钱进", OWNERS) == (2,)
    assert matching("转给钱进吧", OWNERS) == (2,)
    assert matching("王建国", OWNERS) == (1, 3)
    assert matching("一分厂王建国", OWNERS) == (1,)
    assert matching("食堂太咸", OWNERS) == ()
    assert matching("…", OWNERS) == ()


def test_the_same_words_are_the_one_that_is_meant() -> None:
    assert matching("ＨＲ", [("HR", 1), ("HR 二部", 2)]) == (1,)
    assert matching("一", [("一", 1), ("一分厂", 2)]) == (1,)
    assert matching("一", [("一分厂", 2)]) == ()


@given(st.text(max_size=20), st.lists(st.tuples(st.text(max_size=12), st.integers()), max_size=6))
def test_anything_can_be_typed(typed: str, labelled: list[tuple[str, int]]) -> None:
    assert set(matching(typed, labelled)) <= {each for _, each in labelled}
