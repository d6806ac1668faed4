"""What is said is fitted to the channel of its reader: all of it, and nothing that the channel does not take."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.core.abilities import Abilities
from handlers.core.message import Body, Laid, Quotation, Text, Title, body, lay_out, plain
from handlers.core.presentation import MARK_ROOM, Unfit, fits_in_place, pieces, present
from handlers.core.vocabulary import (
    Address,
    Attachment,
    Button,
    FileKind,
    Outgoing,
    OutKind,
    Spot,
)
from handlers.rules.splitting import Measure, size, units
from tests.integration.flow.wire import ABILITIES
from tests.unit.texts import looks, texts

SMALL = Abilities(
    threads=False,
    reactions=False,
    text=90,
    caption=0,
    album=1,
    buttons_in_row=2,
    buttons=3,
    button_bytes=20,
    toast=0,
    edit_seconds=0,
    delete_seconds=0,
    measure=Measure.UTF8,
)
TO = Address("wire", "a")


def said(text: Text, abilities: Abilities, **more: object) -> tuple[Outgoing, ...]:
    message = Outgoing(OutKind.SEND, to=TO, text=text, **more)  # type: ignore[arg-type]
    return present(message, abilities, locale="zh-CN", now=0)


@given(texts(max_size=200), st.integers(40, 200), st.sampled_from(Measure))
def test_parts_fit_and_together_say_all_with_its_looks(text: Text, limit: int, measure: Measure) -> None:
    channel = replace(ABILITIES, text=limit, measure=measure)
    made = pieces(text, channel)
    assert all(size(plain(each), measure) <= limit for each in made)
    if len(made) == 1:
        assert made == (text,)
        return
    whole = lay_out(text)
    at = 0
    for number, each in enumerate(made, 1):
        laid = lay_out(each)
        words = laid.text.removesuffix(f"\n（{number}/{len(made)}）")
        at = whole.text.index(words, at)
        inside = {(place, mark.look) for mark in whole.marks for place in range(mark.begin, mark.end)}
        shown = {(at + place, mark.look) for mark in laid.marks for place in range(mark.begin, mark.end)}
        assert shown == {(place, look) for place, look in inside if at <= place < at + len(words)}
        at += len(words)
        assert whole.text[at:].lstrip() == whole.text[at:] or number == len(made) or whole.text[at].isspace()
    assert not whole.text[at:].strip()


def test_a_real_length_is_cut_at_sentences() -> None:
    made = pieces("我们已经到现场核实。" * 800, ABILITIES)
    assert len(made) == 2
    assert plain(made[0]).endswith("。\n（1/2）")


@pytest.mark.parametrize("text", ["短", "甲" * 4096, "👍" * 2048])
def test_what_fits_stays_whole(text: str) -> None:
    assert pieces(text, ABILITIES) == (text,)


def test_the_mark_of_a_part_fits_its_room_by_any_measure() -> None:
    assert all(size("\n（12/34）", each) <= MARK_ROOM for each in Measure)


def test_a_quotation_that_is_cut_stays_one() -> None:
    message = body(Title("SJ-2026-0001"), Quotation("我们已经到现场核实。" * 800))
    first, second = said(message, ABILITIES)
    assert [look for _, look in looks(first.text)] == ["strong", "folded"]
    assert [look for _, look in looks(second.text)] == ["folded"]


def test_a_channel_of_small_measures_gets_everything() -> None:
    files = (Attachment(FileKind.PHOTO, ref="1"), Attachment(FileKind.PHOTO, ref="2"))
    parts = said("请您查收。" * 15, SMALL, attachments=files, report=True, reply_to=Spot(message="7"), replace="r")
    assert [(bool(each.text), len(each.attachments)) for each in parts] == [(True, 0)] * 3 + [(False, 1)] * 2
    assert [each.report for each in parts] == [False] * 4 + [True]
    assert [each.reply_to is not None for each in parts] == [True] + [False] * 4
    assert [each.replace for each in parts] == ["r", "r#1", "r#2", "r#3", "r#4"]
    together = said("请您查收。", ABILITIES, attachments=files)
    assert [(each.text, len(each.attachments)) for each in together] == [("请您查收。", 2)]


def rows(count: int, width: int = 2) -> tuple[tuple[Button, ...], ...]:
    every = [Button(f"第 {number} 个", data=f"pick:{number}") for number in range(1, count + 1)]
    return tuple(tuple(every[start : start + width]) for start in range(0, count, width))


def test_more_buttons_than_fit_become_a_choice_by_number() -> None:
    (fits,) = said("选一个。", SMALL, buttons=rows(3, width=3))
    assert [len(row) for row in fits.buttons] == [2, 1]
    linked = ((Button("打开", url="https://example.com"),),)
    message = Outgoing(OutKind.SEND, to=TO, text=body(Title("选")), buttons=(*rows(4), *linked))
    (crowded,) = present(message, replace(SMALL, text=999), locale="zh-CN", now=0)
    assert plain(crowded.text) == (
        "选\n\n请回复序号选择：\n1. 第 1 个\n2. 第 2 个\n3. 第 3 个\n4. 第 4 个\n打开：https://example.com"
    )
    assert looks(crowded.text) == [("选", "strong")]
    assert crowded.buttons == ()
    assert [(each.number, each.data) for each in crowded.choices] == [(n, f"pick:{n}") for n in range(1, 5)]
    parts = present(message, SMALL, locale="en", now=0)
    assert len(parts) > 1
    assert [bool(each.choices) for each in parts] == [False] * (len(parts) - 1) + [True]


def test_more_behind_a_button_than_fits_is_a_mistake_of_the_program() -> None:
    with pytest.raises(Unfit):
        said("x", SMALL, buttons=((Button("b", data="x" * 21),),))


def test_what_can_not_be_changed_is_said_anew() -> None:
    change = Outgoing(OutKind.EDIT, to=TO, text="改了", buttons=rows(1), target=Spot(message="7", sent_at=100))
    assert present(change, ABILITIES, locale="", now=10**9) == (change,)
    anew = replace(change, kind=OutKind.SEND, target=None)
    assert present(change, SMALL, locale="", now=100) == (anew,)
    brief = replace(ABILITIES, edit_seconds=60)
    assert present(change, brief, locale="", now=159) == (change,)
    assert present(change, brief, locale="", now=160) == (anew,)
    assert present(replace(change, target=Spot(message="7")), brief, locale="", now=160)[0].kind is OutKind.EDIT
    assert present(replace(change, target=Spot()), ABILITIES, locale="", now=0) == (anew,)
    # Nothing but other buttons, or what is only worth saying there, is not said elsewhere.
    assert present(replace(change, text=""), SMALL, locale="", now=0) == ()
    assert present(replace(change, in_place=True), SMALL, locale="", now=0) == ()


def test_a_change_that_is_too_long_is_cut_with_a_mark() -> None:
    change = Outgoing(OutKind.EDIT, to=TO, text=Body((Laid("甲" * 5000), Quotation("乙"))), target=Spot(message="7"))
    (cut,) = present(change, ABILITIES, locale="", now=0)
    assert units(plain(cut.text)) == 4096
    assert plain(cut.text).endswith("甲…")


@pytest.mark.parametrize(
    ("before", "after", "files", "fits"),
    [
        ("短", "长" * 4096, (), True),
        ("短", "长" * 4097, (), False),
        ("长" * 4097, "短", (), False),
        ("短", "长" * 1024, (Attachment(FileKind.PHOTO),), True),
        ("短", "长" * 1025, (Attachment(FileKind.PHOTO),), False),
        ("长" * 1025, "长" * 1026, (Attachment(FileKind.PHOTO),), True),
    ],
)
def test_what_has_room_where_it_stands(before: str, after: str, files: tuple[Attachment, ...], *, fits: bool) -> None:
    sent = Outgoing(OutKind.SEND, to=TO, text=before, attachments=files)
    assert fits_in_place(sent, after, ABILITIES) is fits


def test_the_mark_of_more_than_a_thousand_parts_fits_as_well() -> None:
    made = [
        plain(each) for each in pieces("字" * 13_000, replace(ABILITIES, text=MARK_ROOM * 2, measure=Measure.UTF16))
    ]
    assert len(made) > 1000
    assert made[-1].endswith(f"（{len(made)}/{len(made)}）")
    assert all(units(each) <= MARK_ROOM * 2 for each in made)
