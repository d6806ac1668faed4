"""Which frequent questions are offered: those that share rare pairs of characters with what somebody writes."""

from __future__ import annotations

from handlers.rules.faq import MOST, close

ENTRIES = ((1, "怎么申请宿舍"), (2, "怎么补办饭卡"), (3, "怎么申请补助"), (4, "班车时间"))


def test_the_nearest_come_first_and_common_words_count_for_little() -> None:
    assert close("我想申请一间宿舍，怎么申请宿舍", ENTRIES) == (1, 3)
    assert close("饭卡丢了，怎么补办饭卡", ENTRIES) == (2,)
    assert close("班车时间能不能改", ENTRIES) == (4,)
    assert close("怎么这么贵", ENTRIES) == ()


def test_one_pair_alone_is_too_little_and_what_is_far_down_is_not_read() -> None:
    assert close("宿舍", ((1, "宿舍"), (2, "饭卡"))) == ()
    assert close("班车时间", ()) == ()
    assert close("", ENTRIES) == ()
    assert close("长" * 596 + "班车时间", ENTRIES) == (4,)
    assert close("长" * 597 + "班车时", ((1, "班车时"),)) == (1,)
    assert close("长" * 598 + "班车时", ((1, "班车时"),)) == ()
    assert close("长" * 600 + "班车时间", ENTRIES) == ()


def test_at_most_three_and_no_more_than_are_near_enough() -> None:
    same = tuple((number, "班车时间") for number in range(9, 0, -1))
    assert close("班车时间", same) == (1, 2, 3) == tuple(range(1, MOST + 1))
    half = ((1, "班车时间饭卡补办"),)
    assert close("班车时间", half, least=0.42) == (1,)
    assert close("班车时间", half, least=0.44) == ()
