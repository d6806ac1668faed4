"""What a text gives away about its writer, and what kind of concern it sounds like."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.rules.lifecycle import Kind
from handlers.rules.names import Trace, by_keywords, kind_of, sounds_like_report, traces


@pytest.mark.parametrize(
    ("text", "trace"),
    [
        ("请回电 13812345678", Trace.PHONE),
        ("电话+86 138-1234-5678", Trace.PHONE),
        ("身份证11010519491231002X", Trace.ID_CARD),
        ("我的工号是 A00123", Trace.EMPLOYEE_NUMBER),
        ("邮箱 zhang.san@example.com", Trace.EMAIL),
        ("我叫张三", Trace.NAME),
        ("我是一车间的李四", Trace.NAME),
    ],
)
def test_what_names_the_writer_is_found(text: str, trace: Trace) -> None:
    assert trace in traces(text)


@pytest.mark.parametrize(
    "text", ["食堂太贵了", "订单号 110105194912310021234", "身份证110105194912310021", "3号楼漏水", ""]
)
def test_what_names_nobody(text: str) -> None:
    assert traces(text) == ()


@given(st.text(max_size=200))
def test_anything_can_be_looked_at(text: str) -> None:
    assert len(set(traces(text))) == len(traces(text))
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
