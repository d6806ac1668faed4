"""What kind of concern a text sounds like, and which category it may belong to."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.rules.lifecycle import Kind
from handlers.rules.names import by_keywords, kind_of, sounds_like_report


@given(st.text(max_size=200))
def test_anything_can_be_looked_at(text: str) -> None:
    assert (kind_of(text) is Kind.REPORT) == sounds_like_report(text)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("举报车间主任收受回扣", Kind.REPORT),
        ("请问加班费政策", Kind.INQUIRY),
        ("感谢食堂师傅", Kind.THANKS),
        ("建议增加班车", Kind.SUGGESTION),
        ("空调坏了一直没人管", Kind.COMPLAINT),
        ("嗯", Kind.COMPLAINT),
    ],
)
def test_what_it_sounds_like(text: str, kind: Kind) -> None:
    assert kind_of(text) is kind


def test_keywords_decide_the_category() -> None:
    known = [(1, ("食堂", "饭菜")), (2, ("宿舍",)), (3, ("",))]
    assert by_keywords("宿舍楼下的食堂，饭菜凉", known) == ((1, 2), (2, 1))
    assert by_keywords("别的", known) == ()
