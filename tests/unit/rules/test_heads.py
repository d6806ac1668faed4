"""A head is told apart from what was heard: a letter is never a line of counts, a line with commas never all theme."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.rules.heads import Occasion, RoundHead, read_occasion, read_round

TODAY = date(2026, 3, 5)


@pytest.mark.parametrize(
    ("text", "head"),
    [
        ("3 | 李明 | 完好", RoundHead(3, "李明", "完好")),
        ("３｜李明｜完好", RoundHead(3, "李明", "完好")),
        ("共3封", RoundHead(3)),
        ("0", RoundHead(0)),
        ("3封，甲乙丙丁戊己庚辛，完好", RoundHead(3, "甲乙丙丁戊己庚辛", "完好")),
        ("3封，甲乙丙丁戊己庚辛壬，完好", None),
        ("3 | 甲乙丙丁戊己庚辛壬 | 完好", RoundHead(3, "甲乙丙丁戊己庚辛壬", "完好")),
        ("3 | 李明 | 完好 | 多的", None),
        ("3封" + "，" * 200, None),
        ("3封，李明，完好", RoundHead(3, "李明", "完好")),
        ("食堂的菜太咸了", None),
        ("3号楼没有热水", None),
        ("3，食堂的饭菜又贵又少，能不能管一管", None),
        ("3\n李明", None),
        ("建议 | 增加夜班车", None),
        ("", None),
    ],
)
def test_the_line_of_counts(text: str, head: RoundHead | None) -> None:
    assert read_round(text) == head


@pytest.mark.parametrize(
    ("text", "head"),
    [
        ("一线走访 | 二车间 | 何厂长 | 夜班职工 | 12人", Occasion("一线走访", "二车间", "何厂长", "夜班职工", 12)),
        (
            "走访一车间，2026-03-02，张三、李四",
            Occasion("走访一车间", names="张三、李四", people=2, day=date(2026, 3, 2)),
        ),
        (
            "夜班座谈，会议室，林书记，12月30日，25人",
            Occasion("夜班座谈", "会议室", "林书记", "", 25, date(2025, 12, 30)),
        ),
        (
            "青年座谈会，会议室，何厂长，新进职工，２５人",
            Occasion("青年座谈会", "会议室", "何厂长", "新进职工", 25),
        ),
        ("一线走访", Occasion("一线走访")),
        ("主" * 30, Occasion("主" * 30)),
        ("主" * 31, None),
        ("走访 | 二车间 |  | 王建国、李四等 12 人", Occasion("走访", "二车间", "", "王建国、李四等 12 人", 12)),
        ("走访，二车间，王建国、李四等5人", Occasion("走访", "二车间", "", "王建国、李四等5人", 5)),
        ("走访，二车间，张三等", Occasion("走访", "二车间", "", "张三等", 1)),
        ("走访，二车间，3月5日", Occasion("走访", "二车间", day=date(2026, 3, 5))),
        ("走访，二车间，3月6日", Occasion("走访", "二车间", day=date(2025, 3, 6))),
        ("走访，二车间，2026-03-05", Occasion("走访", "二车间", day=date(2026, 3, 5))),
        ("走访，二车间，2026-03-06", Occasion("走访", "二车间", unread=("2026-03-06",))),
        ("走访，二车间，2月30日", Occasion("走访", "二车间", unread=("2月30日",))),
        (
            "走访 | 二车间 | 何厂长 | 3月4日 | 张三、李四 | 9人",
            Occasion("走访", "二车间", "何厂长", "张三、李四", 9, date(2026, 3, 4)),
        ),
        ("| | 张三", Occasion(unread=("张三",))),
        ("走访，一车间，何厂长，二车间，3人", Occasion("走访", "一车间", "何厂长", "二车间", 3)),
        ("走访，二车间，看看，问问", None),
        ("走访，二车间，张三、、李四", Occasion("走访", "二车间", unread=("张三、、李四",))),
        ("走访，二车间，张三、" + "甲" * 12, Occasion("走访", "二车间", names="张三、" + "甲" * 12, people=2)),
        ("走访，二车间，张三、" + "甲" * 13, Occasion("走访", "二车间", unread=("张三、" + "甲" * 13,))),
        ("走访，二车间，何厂长，看看，问问", Occasion("走访", "二车间", "何厂长", unread=("看看", "问问"))),
        (f"{'主' * 31}，二车间，何厂长", None),
        ("走访，二车间，顺便看看", Occasion("走访", "二车间", unread=("顺便看看",))),
        ("食堂太贵，菜也少，能不能管管", None),
        ("王小明：澡堂没有热水", None),
        ("宿舍的空调坏了三个星期，报修了几次都没有人来，晚上热得睡不着。", None),
        ("第一行\n第二行", None),
    ],
)
def test_an_occasion(text: str, head: Occasion | None) -> None:
    assert read_occasion(text, TODAY) == head


def test_an_office_begins_with_its_place_and_while_items_are_written_only_bars_make_a_head() -> None:
    head = read_occasion("二号宿舍楼，林书记，后勤处、工会", TODAY, site=True)
    assert head == Occasion(place="二号宿舍楼", host="林书记", names="后勤处、工会", people=2)
    assert read_occasion("二车间，张三、李四", TODAY, sure=True) is None
    assert read_occasion("走访 | 二车间", TODAY, sure=True) == Occasion("走访", "二车间")


@given(st.text(max_size=300))
def test_any_line_is_read(text: str) -> None:
    for found in (read_occasion(text, TODAY), read_occasion(text, TODAY, site=True)):
        assert found is None or found.day is None or found.day <= TODAY
    counted = read_round(text)
    assert counted is None or counted.letters <= 9999


def test_the_longest_line_that_is_a_head() -> None:
    assert read_occasion("走访 | " + "点" * 155, TODAY) == Occasion("走访", "点" * 155)
    assert read_occasion("走访 | " + "点" * 156, TODAY) is None
    assert read_occasion("食堂：太咸", TODAY, site=True) is None
    assert read_occasion("二号楼", TODAY, site=True) == Occasion(place="二号楼")
    assert read_occasion("。", TODAY) is None
