"""Times of day: every way to write one, and what is said of which nobody knows when it is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.rules.hours import read_clock


@pytest.mark.parametrize(
    ("text", "clock"),
    [
        ("0:00", "00:00"),
        ("23:59", "23:59"),
        ("9:05", "09:05"),
        ("17:30:00.0", "17:30"),
        ("9点", "09:00"),
        ("9点半", "09:30"),
        ("9点一刻", "09:15"),
        ("9点三刻", "09:45"),
        ("九点五分", "09:05"),
        ("7点", "07:00"),
        ("06点", "06:00"),
        ("12点", "12:00"),
        ("凌晨1点", "01:00"),
        ("凌晨12点", "00:00"),
        ("凌晨12点半", "00:30"),
        ("早上6点", "06:00"),
        ("上午11点半", "11:30"),
        ("上午12点", "12:00"),
        ("中午11点", "11:00"),
        ("中午12点", "12:00"),
        ("中午1点", "13:00"),
        ("中午2点", "14:00"),
        ("中午14点", "14:00"),
        ("下午1点", "13:00"),
        ("下午3点", "15:00"),
        ("下午11点", "23:00"),
        ("下午12点半", "12:30"),
        ("下午15点", "15:00"),
        ("傍晚6点", "18:00"),
        ("晚上11点", "23:00"),
        ("晚上23点", "23:00"),
        ("9am", "09:00"),
        ("12am", "00:00"),
        ("12 p.m.", "12:00"),
        ("9:30 pm", "21:30"),
        ("1pm", "13:00"),
    ],
)
def test_a_time_however_it_is_written(text: str, clock: str) -> None:
    found = read_clock(text)
    assert found is not None
    assert f"{found // 60:02}:{found % 60:02}" == clock


@pytest.mark.parametrize(
    "text",
    [
        "24:00",
        "9:60",
        "99点",
        "3点",
        "1点",
        "6点半",
        "六点",
        "早上13点",
        "中午10点",
        "中午3点",
        "中午15点",
        "晚上12点",
        "晚12点",
        "13pm",
        "0am",
        "下午3点pm",
        "",
        "九",
    ],
)
def test_what_is_no_time_or_one_of_two(text: str) -> None:
    assert read_clock(text) is None


@given(st.integers(0, 23), st.integers(0, 59))
def test_every_minute_of_the_day(hour: int, minute: int) -> None:
    colon = read_clock(f"{hour:02}:{minute:02}")
    assert colon == hour * 60 + minute
    if hour > 6 or hour == 0:
        assert read_clock(f"{hour}点{minute}分") == colon
    part = "凌晨" if hour < 6 else "上午" if hour < 12 else "下午" if hour < 19 else "晚上"
    assert read_clock(f"{part}{hour % 12 or 12}点{minute:02}分") == colon
