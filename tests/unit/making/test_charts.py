"""Pictures of surveys and campaigns: whole with whatever people write, and as high as what stands in them."""

from __future__ import annotations

import io
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from bot.making.charts import measures_picture, survey_picture, wrapped
from bot.making.drawing import em

LONG = "六点四十分，让住在城东的同事也能赶上早班的交接，不用再打车"


def height(content: bytes) -> int:
    image = Image.open(io.BytesIO(content))
    assert (image.format, image.width) == ("PNG", 1080)
    return image.height


def survey(*labels: str, title: str = "几点开好", n: int = 3) -> dict[str, Any]:
    bars = [[each, place] for place, each in enumerate(labels)]
    return {"title": "班车", "count": "3 人参加", "questions": [{"title": title, "note": "", "n": n, "bars": bars}]}


@pytest.mark.parametrize("label", [LONG, "<b>&\x00", "a" * 300])
def test_what_does_not_fit_beside_a_bar_stands_above_it(label: str) -> None:
    assert height(survey_picture(survey(label, "七点"))) >= height(survey_picture(survey("六点", "七点")))
    assert height(survey_picture(survey(LONG, "七点"))) > height(survey_picture(survey("六点", "七点")))
    assert height(survey_picture(survey("六点", title=LONG * 3))) > height(survey_picture(survey("六点")))
    assert height(survey_picture(survey(label, n=0)))


def measures(*titles: str, rest: str = "") -> dict[str, Any]:
    rows = [{"title": each, "who": "王建国 · 期限 —", "state": "办理中", "mark": "open"} for each in titles]
    return {"title": "办实事", "count": "3 项", "share": 0.5, "rows": rows, "rest": rest, "foot": "书记信箱"}


def test_every_measure_has_its_place() -> None:
    one = height(measures_picture(measures("设夜宵窗口")))
    assert one < height(measures_picture(measures("设夜宵窗口", "修路灯")))
    assert one < height(measures_picture(measures(LONG)))
    assert one < height(measures_picture(measures("设夜宵窗口", rest="还有 3 项")))


@given(st.text(max_size=120), st.integers(1, 4))
def test_lines_fit_and_say_the_beginning(text: str, lines: int) -> None:
    found = wrapped(text, 10.0, lines)
    assert 1 <= len(found) <= lines
    assert all(em(each) <= 10.0 for each in found)
