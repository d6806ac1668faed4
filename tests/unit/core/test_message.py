"""Parts become lines, each with its look; what people typed is never taken for one."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from handlers.core.message import (
    Body,
    Bullet,
    Facts,
    Laid,
    Listing,
    Look,
    Mark,
    Quotation,
    Title,
    as_text,
    body,
    cut,
    join,
    lay_out,
    plain,
)
from handlers.core.phrases import Phrase, spans_of, strong
from handlers.core.phrases import join as join_phrases
from tests.unit.texts import looks, phrases, texts


def test_a_message_of_every_part_is_laid_out_as_it_is_read() -> None:
    said = body(
        Title("SJ-2026-0042 · 办理中"),
        Facts((("单位：", "一分厂"), ("承办部门：", strong("设备科")))),
        join_phrases("", ("请在 ", strong("11月26日"), " 前答复。")),
        Quotation("食堂的饭菜太贵\n**加粗**"),
        Listing(("甲", strong("乙")), Bullet.NUMBER),
    )
    assert plain(said) == (
        "SJ-2026-0042 · 办理中\n单位：\u3000\u3000一分厂\n承办部门：设备科\n\n"
        "请在 11月26日 前答复。\n食堂的饭菜太贵\n**加粗**\n1. 甲\n2. 乙"
    )
    assert looks(said) == [
        ("SJ-2026-0042 · 办理中", Look.STRONG),
        ("设备科", Look.STRONG),
        ("11月26日", Look.STRONG),
        ("食堂的饭菜太贵\n**加粗**", Look.QUOTED),
        ("乙", Look.STRONG),
    ]


def test_long_quotations_are_folded_and_english_labels_are_not_moved() -> None:
    assert looks(Body((Quotation("长" * 241),))) == [("长" * 241, Look.FOLDED)]
    assert looks(Body((Quotation("行\n" * 6 + "行"),)))[0][1] is Look.FOLDED
    assert plain(Body((Facts((("Unit: ", "one"), ("Department: ", "two"))),))) == "Unit: one\nDepartment: two"
    assert plain(Body((Listing(("a", "b"), Bullet.DOT),))) == "· a\n· b"


def test_empty_parts_are_left_out_and_nothing_is_nothing() -> None:
    assert body(None, "", Title(""), Quotation(""), "甲") == body("甲")
    assert not body(None, Facts(()))
    assert plain(body()) == "" == join("\n", [])


@given(texts(), st.data())
def test_cutting_keeps_words_and_looks(text: Body | str, data: st.DataObject) -> None:
    laid = lay_out(text)
    assert laid.text == plain(text)
    at = data.draw(st.integers(0, len(laid.text)))
    first, second = cut(laid, 0, at), cut(laid, at, len(laid.text))
    assert first.text + second.text == laid.text
    every = [(place, mark.look) for mark in laid.marks for place in range(mark.begin, mark.end)]
    kept = [(place, mark.look) for mark in first.marks for place in range(mark.begin, mark.end)]
    kept += [(at + place, mark.look) for mark in second.marks for place in range(mark.begin, mark.end)]
    assert sorted(kept) == sorted(every)


@given(st.lists(texts(), max_size=4))
def test_joining_keeps_words_and_looks(several: list[Body | str]) -> None:
    joined = join("\n\n", several)
    assert plain(joined) == "\n\n".join(map(plain, several))
    assert looks(joined) == [each for text in several for each in looks(text)]


@given(st.lists(phrases(), max_size=4))
def test_phrases_are_strings_that_keep_their_emphasis_when_joined(several: list[str]) -> None:
    joined = join_phrases("，", several)
    assert joined == "，".join(several)
    assert [joined[a:b] for a, b in spans_of(joined)] == [each[a:b] for each in several for a, b in spans_of(each)]


def test_phrases_differ_by_emphasis_from_each_other_alone() -> None:
    assert strong("甲") != Phrase("甲")
    assert strong("甲") == strong("甲") == "甲"
    assert hash(strong("甲")) == hash("甲")
    assert strong("甲") != "乙"


def test_the_simplest_text_is_taken() -> None:
    assert as_text(Laid("甲")) == "甲"
    assert as_text(Laid("甲", (Mark(Look.STRONG, 0, 1),))) == Body((Laid("甲", (Mark(Look.STRONG, 0, 1),)),))
