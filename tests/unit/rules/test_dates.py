"""Dates as people type them."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.rules.calendar import WorkCalendar
from handlers.rules.dates import read_date, read_due, typed, wished_by

CALENDAR = WorkCalendar()
NOW = int(datetime(2026, 11, 25, 10, tzinfo=CALENDAR.tz).timestamp())
"""A Wednesday."""


@pytest.mark.parametrize(
    ("text", "day", "rest"),
    [
        ("3天", "2026-11-30", ""),
        ("３天", "2026-11-30", ""),
        ("再给三天，等配件", "2026-11-30", "等配件"),
        ("等厂家配件，延期 5 个工作日", "2026-12-02", "等厂家配件"),
        ("3 days", "2026-11-30", ""),
        ("12月4日", "2026-12-04", ""),
        ("配件没到，申请延期到12月4日", "2026-12-04", "配件没到"),
        ("2026-12-04", "2026-12-04", ""),
        ("2026/12/4", "2026-12-04", ""),
        ("2026年12月4号之前 等审批", "2026-12-04", "等审批"),
        ("12.4", "2026-12-04", ""),
        ("1月5日", "2027-01-05", ""),
        ("下周五前办完", "2026-12-04", "办完"),
        ("周五", "2026-11-27", ""),
        ("周一", "2026-11-30", ""),
        ("明天", "2026-11-26", ""),
        ("月底", "2026-11-30", ""),
        ("两周", "2026-12-09", ""),
        ("28日前办完", "2026-11-30", "办完"),
        ("十二天", "2026-12-11", ""),
        # A Saturday: the next working day.
        ("12月5日", "2026-12-07", ""),
        # It has passed, and is given back as it is.
        ("2026-11-20", "2026-11-20", ""),
    ],
)
def test_what_is_read(text: str, day: str, rest: str) -> None:
    found = read_date(text, NOW, CALENDAR)
    assert found.at is not None
    assert f"{CALENDAR.local(found.at):%Y-%m-%d %H:%M}" == f"{day} 17:30"
    assert found.rest == rest


@pytest.mark.parametrize(
    "text",
    [
        "",
        "没有日期",
        "价格3.5元",
        "共12个人",
        "一号楼漏水",
        "20号楼漏水",
        "13月40日",
        "99999天",
        "0天",
        "第3日志",
        "电话 13800000000",
    ],
)
def test_what_is_no_date(text: str) -> None:
    found = read_date(text, NOW, CALENDAR)
    assert found.at is None
    assert found.rest == text.strip()


def test_a_span_counts_from_the_promised_date() -> None:
    promised = int(datetime(2026, 12, 1, 9, tzinfo=CALENDAR.tz).timestamp())
    found = read_date("3天", NOW, CALENDAR, since=promised)
    assert found.at is not None
    assert f"{CALENDAR.local(found.at):%m-%d}" == "12-04"
    # One that has passed long ago gives nothing back.
    late = read_date("3天", NOW, CALENDAR, since=NOW - 30 * 86_400)
    assert late.at == read_date("3天", NOW, CALENDAR).at


@given(st.text(max_size=80))
def test_anything_can_be_read(text: str) -> None:
    found = read_date(text, NOW, CALENDAR)
    assert (found.at is not None) or found.rest == text.strip()
    assert read_due(text, NOW, CALENDAR).at is None or not read_due(text, NOW, CALENDAR).rest
    wished_by(text, NOW, CALENDAR)


DAYS = st.dates(date(2026, 11, 25), date(2027, 4, 30))


def ways(day: date) -> tuple[str, ...]:
    """The same day as people write it; without its year where that is the coming one."""
    year = "".join("〇一二三四五六七八九"[int(each)] for each in f"{day:%Y}")
    month = ("一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二")[day.month - 1]
    return (
        f"{day:%Y-%m-%d}",
        f"{day:%Y%m%d}",
        f"{day:%Y.%m.%d}",
        f"{day:%Y/%m/%d} 00:00",
        f"{day.year}年{day.month}月{day.day}号前",
        f"{day.month}月{day.day}日",
        f" {day.month} 月 {day.day} 日。",
        f"{day.month}/{day.day}",
        f"{day.month}.{day.day}",
        f"{day.month}月{day.day}日（周{'一二三四五六日'[day.weekday()]}）前完成",
        f"完成时限：{day.month}月{day.day}日",
        f"{year}年{month}月{day.day}日",
        f"{day.year}年{day.month}月{day.day}日".translate(str.maketrans("0123456789", "０１２３４５６７８９")),
        f"{day.day} {day:%B}",
        f"by {day:%B} {day.day}, {day.year}",
        typed(str((day - date(1899, 12, 30)).days)),
    )


@given(DAYS)
def test_every_way_to_write_a_day_means_the_same(day: date) -> None:
    worked = day if CALENDAR.is_workday(day) else CALENDAR.next_workday(day)
    for each in ways(day):
        assert read_due(each, NOW, CALENDAR).at == CALENDAR.closes(worked), each


@given(
    DAYS,
    st.integers(0, 15),
    st.sampled_from(("左右", "前后", "起", "后", "等领导定", "或者下周", "×", "第二", "1", "?%")),
)
def test_no_date_is_read_beside_what_was_not_understood(day: date, which: int, more: str) -> None:
    written = ways(day)[which % len(ways(day))]
    found = read_due(written.rstrip("。") + more, NOW, CALENDAR)
    assert found.at is None or more == "1"
    assert found.unread or found.at is not None


MARCH = int(datetime(2026, 3, 2, 10, tzinfo=CALENDAR.tz).timestamp())


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("6月底前", "2026-06-30 17:30"),
        ("12月底", "2026-12-31 17:30"),
        ("2026年6月底", "2026-06-30 17:30"),
        ("二〇二六年六月末", "2026-06-30 17:30"),
        ("20261001", "2026-10-08 17:30"),
        ("20261231", "2026-12-31 17:30"),
        ("一个半月", "2026-04-17 17:30"),
        ("两个半小时", "2026-03-02 12:30"),
        ("半年内", "2026-09-02 17:30"),
        ("一年半", "2027-09-02 17:30"),
        ("二季度末", "2026-06-30 17:30"),
        ("上半年", "2026-06-30 17:30"),
        ("年底前完成整改", "2026-12-31 17:30"),
        ("下周三下午3点", "2026-03-11 15:00"),
        ("周五下班前", "2026-03-06 17:30"),
        ("3月10日上午九点一刻", "2026-03-10 09:15"),
        ("下周内", "2026-03-13 17:30"),
        ("5", "2026-03-09 17:30"),
        ("end of June", "2026-06-30 17:30"),
        # It has passed: said back as it is, and never next year's.
        ("3月1日", "2026-03-01 17:30"),
    ],
)
def test_all_of_it_is_read(text: str, at: str) -> None:
    found = read_due(text, MARCH, CALENDAR)
    assert found.at is not None
    assert f"{CALENDAR.local(found.at):%Y-%m-%d %H:%M}" == at


@pytest.mark.parametrize(
    ("text", "unread"),
    [
        ("46112", "46112"),
        ("6月底左右", "左右"),
        ("后年春天", "春天"),
        ("立行立改", "立行立改"),
        ("6月前", "6月前"),
        ("3天前", "前"),
        ("3月10日（周三）", "3月10日（周三）"),
        ("下午3点", "下午3点"),
        ("3月15日 或 3月16日", "3月15日 或 3月16日"),
        ("每周五", "每"),
        ("2026", "2026"),
    ],
)
def test_what_is_no_date_as_a_whole_is_named(text: str, unread: str) -> None:
    found = read_due(text, MARCH, CALENDAR)
    assert (found.at, found.unread) == (None, unread)


@pytest.mark.parametrize(
    ("text", "day", "rest"),
    [
        ("等12月4日的配件，延期到12月10日", "2026-12-10", "等12月4日的配件"),
        ("机器坏了3天，延到3月20日", "2026-03-20", "机器坏了3天"),
        ("12.8事故整改，3天", "2026-03-05", "12.8事故整改"),
        ("3.5 吨叉车检修，3天", "2026-03-05", "3.5 吨叉车检修"),
        ("再给一个半月，等审批", "2026-04-17", "等审批"),
        ("请延期至下周三，等检测报告", "2026-03-11", "等检测报告"),
        ("机器坏了3天", None, ""),
        ("等6月底设备大修", None, ""),
        ("延期6月底左右", None, ""),
        ("每周五前交", None, ""),
    ],
)
def test_a_date_among_reasons(text: str, day: str | None, rest: str) -> None:
    found = read_date(text, MARCH, CALENDAR)
    assert (None if found.at is None else f"{CALENDAR.local(found.at):%Y-%m-%d}") == day
    assert found.rest == (rest if day else text)


def test_two_dates_are_asked_about() -> None:
    for text in ("3月15日，3月20日", "配件6月底前到，7月5日办完"):
        found = read_date(text, MARCH, CALENDAR)
        assert found.at is None
        assert "、" in found.unread
    assert read_date("３月15日， 延期到3月20日前", MARCH, CALENDAR).rest == "３月15日"
    assert read_date("３月15日，3月20日", MARCH, CALENDAR).unread == "３月15日、3月20日"


def test_long_texts_are_read_in_no_time() -> None:
    for part in ("延期 ", "三天内", " ", "到", "1", "一"):
        for read in (read_date, read_due):
            assert read(part * (4000 // len(part)), MARCH, CALENDAR).at is None


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("周五前给我结果", "2026-11-27"),
        ("三天内换掉供应商。", "2026-11-30"),
        ("12月4日之前报我", "2026-12-04"),
        ("下周三以前解决，不要再拖", "2026-12-02"),
        ("今天之内回复", "2026-11-25"),
        ("月底前完成", "2026-11-30"),
        ("周六前办完", "2026-11-30"),
        ("三天前反映的，为什么没有人管", None),
        ("12月4日的检查怎么准备", None),
        ("上周五前就该办完", None),
        ("目前到哪一步了", None),
        ("明年5月1日前", None),
        ("尽快", None),
        ("", None),
    ],
)
def test_a_limit_is_read_out_of_a_sentence(text: str, day: str | None) -> None:
    at = wished_by(text, NOW, CALENDAR)
    assert (None if at is None else f"{CALENDAR.local(at):%Y-%m-%d}") == day


@pytest.mark.parametrize("year", ["9999", "0000", "零零零零", "1999", "2200"])
@pytest.mark.parametrize(
    "form",
    [
        "{}年底",
        "{}年12月底",
        "{}年12月31日",
        "{}年四季度末",
        "{}年下半年",
        "{}年12月下旬",
        "{}-12-31",
        "{}-12",
        "{}年内",
    ],
)
def test_a_year_that_nobody_means_is_no_date(year: str, form: str) -> None:
    text = form.format(year)
    assert read_due(text, NOW, CALENDAR).at is None
    assert read_date(text, NOW, CALENDAR).at is None
    assert wished_by(text + "前", NOW, CALENDAR) is None


@pytest.mark.parametrize(
    "text",
    [
        "12月17:30",
        "今年12月17:30",
        "下周17:30",
        "1月59点半",
        "12.49点",
        "2026-12-49点",
        "2026120417:30",
        "12月二十九点",
    ],
)
def test_a_day_and_a_time_that_run_together_are_asked_about(text: str) -> None:
    assert read_due(text, NOW, CALENDAR).at is None


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("12月5日17:30", "2026-12-05 17:30"),
        ("12月5 17:30", "2026-12-05 17:30"),
        ("周三9点半", "2026-11-25 09:30"),
        ("周五下午3点", "2026-11-27 15:00"),
        ("12月二十九日九点", "2026-12-29 09:00"),
    ],
)
def test_a_day_and_a_time_that_stand_apart_are_read(text: str, at: str) -> None:
    found = read_due(text, NOW, CALENDAR).at
    assert found is not None
    assert f"{CALENDAR.local(found):%Y-%m-%d %H:%M}" == at


@pytest.mark.parametrize(("today", "closes"), [(28, "05-29"), (29, "05-29"), (30, "06-01"), (31, "06-01")])
def test_the_end_of_a_month_is_its_last_working_day_while_there_is_one(today: int, closes: str) -> None:
    # The 31st of May 2026 is a Sunday.
    now = int(datetime(2026, 5, today, 9, tzinfo=CALENDAR.tz).timestamp())
    found = read_due("5月底", now, CALENDAR).at
    assert found is not None
    assert f"{CALENDAR.local(found):%m-%d}" == closes


@pytest.mark.parametrize(
    ("before", "after", "read"), [(11, 40, True), (12, 40, False), (40, 11, True), (40, 12, False)]
)
def test_of_a_long_text_both_ends_are_read(before: int, after: int, read: bool) -> None:
    word = "情况说明" * 10
    found = read_date(" ".join([*[word] * before, "延期到12月4日", *[word] * after]), NOW, CALENDAR)
    assert (found.at is not None) == read
    short = read_date(" ".join(["长"] * before + ["延期到12月4日"] + ["长"] * after), NOW, CALENDAR)
    assert short.at is not None


@pytest.mark.parametrize(
    ("farthest", "too_far"),
    [
        ("250天", "251天"),
        ("366个自然日", "367个自然日"),
        ("500小时", "501小时"),
        ("52周", "53周"),
        ("24个月", "25个月"),
        ("8个季度", "9个季度"),
        ("两年", "三年"),
        ("一年半", "两年半"),
        ("1天", "0天"),
        ("半小时", "0小时"),
    ],
)
def test_further_ahead_nobody_promises(farthest: str, too_far: str) -> None:
    assert read_due(farthest, NOW, CALENDAR).at is not None
    assert read_due(too_far, NOW, CALENDAR).at is None


def test_what_is_wished_in_passing_is_soon() -> None:
    def day(text: str, now: int = NOW) -> str | None:
        at = wished_by(text, now, CALENDAR)
        return None if at is None else f"{CALENDAR.local(at):%m-%d}"

    assert day("2月23日前换掉") == "02-23"
    assert day("2月24日前换掉") is None
    evening = CALENDAR.closes(date(2026, 11, 25))
    assert (day("2月24日前换掉", evening), day("2月24日前换掉", evening - 1)) == ("02-24", None)
    assert day("周五前，最晚下周一前") == "11-27"
    closes = CALENDAR.closes(date(2026, 11, 27))
    assert day("周五前", closes - 1) == "11-27"
    assert day("今天前", closes) is None
    assert day("长" * 996 + "周五前") == "11-27"
    assert day("长" * 998 + "周五前") is None


def test_three_figures_alone_are_days_and_four_are_not() -> None:
    assert read_due("250", NOW, CALENDAR).at == read_due("250天", NOW, CALENDAR).at
    assert read_due("1000", NOW, CALENDAR).at is None
    assert typed("46112.0") == "2026-03-31"
    assert typed("41000") == "2012-04-01"
    assert typed("58999") == "2061-07-12"
    for cell in ("40999", "59000", "4611", "461120", "46112.5", "六月"):
        assert typed(cell) == cell
