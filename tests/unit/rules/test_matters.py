"""Rows of an on-site office's or a talk's table: each is taken for what it says, or named with why not."""

from __future__ import annotations

from datetime import datetime

import pytest

from handlers.rules.calendar import WorkCalendar
from handlers.rules.matters import Bad, Matter, NoHeading, Occasion, has_heading, read_matters

CALENDAR = WorkCalendar()
NOW = int(datetime(2026, 3, 2, 10, tzinfo=CALENDAR.tz).timestamp())
SITE = Occasion(("answered", "coordinated", "promised"), NOW, CALENDAR)
TALK = Occasion(("answered", "ticket"), NOW, CALENDAR, ("工会",))
HEADS = ["问题", "反映人", "办理方式", "答复", "责任人", "期限", "办结时间", "状态"]


def judged(*cells: str, occasion: Occasion = SITE) -> Matter | Bad:
    good, bad = read_matters([["现场办公记录"], HEADS, list(cells)], occasion)
    assert len(good) + len(bad) == 1
    found: tuple[Matter | Bad, ...] = (*good, *bad)
    return found[0]


def why(*cells: str, occasion: Occasion = SITE) -> tuple[str, dict[str, object]]:
    found = judged(*cells, occasion=occasion)
    assert isinstance(found, Bad)
    assert found.line == 3
    return found.why, dict(found.facts)


def test_what_is_said_becomes_what_it_says() -> None:
    friday = CALENDAR.closes(datetime(2026, 3, 6, tzinfo=CALENDAR.tz).date())
    assert judged("没有热水", "张三", "现场承诺", "换阀门", "王建国", "3月6日") == Matter(
        3, "没有热水", "张三", "promised", "换阀门", "王建国", friday
    )
    assert judged("没有热水", "", "", "换阀门", "王建国", "46087") == Matter(
        3, "没有热水", "", "promised", "换阀门", "王建国", friday
    )
    assert judged("没有热水", "匿名", "当场答复", "明天就有") == Matter(3, "没有热水", "", "answered", "明天就有")
    assert judged("没有热水", "", "", "明天就有") == Matter(3, "没有热水", "", "answered", "明天就有")
    assert judged("没有热水", "", "", "明天就有", "王建国").way == "answered"  # type: ignore[union-attr]
    assert judged("没有热水", "", "转办", "不算") == Matter(3, "没有热水", "", "coordinated")
    assert judged("没有热水") == Matter(3, "没有热水")


def test_what_can_become_of_it_depends_on_the_occasion() -> None:
    assert judged("没有热水", "", "转办", occasion=TALK) == Matter(3, "没有热水", "", "ticket")
    assert why("没有热水", "", "承诺", "", "王建国", "3月6日", occasion=TALK) == ("way", {"way": "承诺"})
    assert judged("没有热水", "", "", "马上", "王建国", "3月6日", occasion=TALK).way == "answered"  # type: ignore[union-attr]
    only = Occasion(("promised",), NOW, CALENDAR)
    assert judged("没有热水", "", "", "马上", occasion=only) == Matter(3, "没有热水")
    assert why("没有热水", "", "转办", occasion=only) == ("way", {"way": "转办"})
    assert why("没有热水", "", "Answered", occasion=only) == ("way", {"way": "Answered"})


@pytest.mark.parametrize(
    ("cells", "reason", "facts"),
    [
        (("=A1", "张三"), "formula", {}),
        (("没有热水", "=1"), "formula", {}),
        (("", "张三"), "empty", {}),
        (("长" * 3001,), "long", {"most": 3000}),
        (("没有热水", "", "答复", "长" * 3001), "long", {"most": 3000}),
        (("没有热水", "名" * 51), "name", {"most": 50}),
        (("没有热水", "", "", "", "名" * 51), "name", {"most": 50}),
        (("没有热水", "", "再研究" * 9), "way", {"way": ("再研究" * 9)[:20]}),
        (("没有热水", "", "承诺", "", "王建国"), "promise", {}),
        (("没有热水", "", "承诺", "", "", "3月6日"), "promise", {}),
        (("没有热水", "", "承诺", "", "王建国", "尽快" * 11), "date", {"due": "尽快" * 10}),
        (("没有热水", "", "承诺", "", "王建国", "2026-03-02 10:00"), "past", {"due": "2026-03-02 10:00"}),
        (("没有热水", "", "承诺", "", "王建国", "2026-02-27"), "past", {"due": "2026-02-27"}),
        (
            ("没有热水", "", "承诺", "", "王建国", "整改时限：2026年02月27日（周五）前完成整改"),
            "past",
            {"due": "整改时限：2026年02月27日（周五）"},
        ),
        (("没有热水", "", "答复"), "no-reply", {}),
        (("没有热水", "", "转办", "", "", "", "3月1日" * 6), "over", {"over": ("3月1日" * 6)[:20]}),
        (("没有热水", "", "", "", "", "", "", "已办结"), "over", {"over": "已办结"}),
    ],
)
def test_what_cant_be_taken_is_named(cells: tuple[str, ...], reason: str, facts: dict[str, object]) -> None:
    assert why(*cells) == (reason, facts)


def test_what_just_fits_is_taken() -> None:
    found = judged("长" * 3000, "名" * 50, "当场答复", "长" * 3000, "", "", "3月1日")
    assert isinstance(found, Matter)
    assert (found.way, found.speaker) == ("answered", "名" * 50)
    soon = judged("没有热水", "", "承诺", "", "王建国", "2026-03-02 10:01")
    assert isinstance(soon, Matter)
    assert soon.due_at == NOW + 60


def test_the_same_words_are_taken_once_and_empty_rows_not_at_all() -> None:
    rows = [["反映问题", "问题"], ["没有热水", "不算"], ["", " "], ["没有热水", ""], ["太咸", ""], ["太吵"]]
    good, bad = read_matters(rows, SITE, known=("太咸",))
    assert good == (Matter(2, "没有热水"), Matter(6, "太吵"))
    assert bad == (Bad(4, "same"), Bad(5, "same"))
    assert has_heading(rows)
    assert not has_heading([["姓名"], ["张三"]])
    with pytest.raises(NoHeading):
        read_matters([["姓名"], ["张三"]], SITE)


def test_who_speaks_may_stand_before_the_words() -> None:
    found = judged("张三：没有热水", occasion=TALK)
    assert isinstance(found, Matter)
    assert (found.speaker, found.text) == ("张三", "没有热水")
    kept = judged("工会：没有热水", occasion=TALK)
    assert isinstance(kept, Matter)
    assert (kept.speaker, kept.text) == ("", "工会：没有热水")
