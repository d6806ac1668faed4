"""The file of a notice on 调休: read as people write it, every mistake named by its line."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.rules.notices import BadNotice, NoticeMistake, read_notice


def test_a_notice_as_people_write_it() -> None:
    text = "\ufeff日期,安排\n2027-02-06,班\n2027/2/8，休，春节\n# 备注\n\n2027年2月9日\t放假\n2027.2.20 work\n"
    assert read_notice(text) == {
        date(2027, 2, 6): True,
        date(2027, 2, 8): False,
        date(2027, 2, 9): False,
        date(2027, 2, 20): True,
    }


@pytest.mark.parametrize(
    ("text", "line", "mistake"),
    [
        ("2027-02-30,班", 1, NoticeMistake.DATE),
        ("2027-02-06,班\n二月八日,休", 2, NoticeMistake.DATE),
        ("2027-02-06,也许", 1, NoticeMistake.WORD),
        ("2027-02-06", 1, NoticeMistake.WORD),
        ("2027-02-06,班\n2027-02-06,休", 2, NoticeMistake.TWICE),
        ("", 0, NoticeMistake.EMPTY),
    ],
)
def test_mistakes_are_named(text: str, line: int, mistake: NoticeMistake) -> None:
    with pytest.raises(BadNotice) as raised:
        read_notice(text)
    assert [(each.line, each.mistake) for each in raised.value.problems] == [(line, mistake)]


def test_what_is_wrong_is_shown_in_short() -> None:
    day = "2027-02-06" + "\u200b" * 15
    with pytest.raises(BadNotice) as raised:
        read_notice(f"{day},班\n{day},休\n{'二' * 25},班\n2027-02-07,{'也' * 25}\n没有数字")
    assert [(each.line, each.found) for each in raised.value.problems] == [
        (2, day[:20]),
        (3, "二" * 20),
        (4, "也" * 20),
        (5, "没有数字"),
    ]


@given(st.dictionaries(st.dates(date(2000, 1, 1), date(2100, 12, 31)), st.booleans(), min_size=1))
def test_what_is_written_is_read(days: dict[date, bool]) -> None:
    text = "\n".join(f"{day.isoformat()},{'班' if worked else '休'}" for day, worked in days.items())
    assert read_notice(text) == days


@given(st.text(max_size=100))
def test_anything_can_be_in_the_file(text: str) -> None:
    try:
        days = read_notice(text)
    except BadNotice as bad:
        days, problems = {}, bad.problems
    else:
        problems = ()
    assert bool(days) != bool(problems)
