"""What a digest names: ranking, judgement, needs, and what it keeps to itself."""

from __future__ import annotations

from dataclasses import replace

import pytest

from handlers.core.house import DigestRules
from handlers.reports.digest.figures import Figures
from handlers.reports.digest.findings import Look, Reckoned
from handlers.reports.digest.judgement import Reason, Verdict, judge, needs
from handlers.reports.digest.ranking import places, ranked, under_floor
from handlers.reports.digest.screen import screen
from handlers.reports.digest.sections import in_words, sections
from handlers.reports.digest.weeks import Week, so_far, told_last, week_of
from storage.history import Instruction
from storage.units import Unit
from tests.unit.digest.made import (
    CALENDAR,
    DAY,
    HOUSE,
    HQ,
    LAST,
    MINE,
    MONDAY,
    PLANT,
    RULES,
    SHOP,
    UNITS,
    WEEK,
    material,
    missed,
    rating,
    ticket,
)

GOOD = Figures(new=1, rated=10, contacted=10, solved=10, satisfied=10)
FAIR = Figures(new=90, rated=10, contacted=10, solved=8, satisfied=8)
POOR = Figures(new=2, rated=10, contacted=5, solved=5, satisfied=5)
FEW = Figures(new=1, rated=4, contacted=4, solved=4, satisfied=4)


def look(made: object, unit: Unit = HQ, **known: object) -> Look:
    reckoned = Reckoned(made, HOUSE)  # type: ignore[arg-type]
    return reckoned.look(unit, told=known.pop("told", {}), told_trend={}, **known)  # type: ignore[arg-type]


def test_units_are_ranked_within_their_level_and_not_by_number() -> None:
    rows = ranked(UNITS, {2: FAIR, 3: GOOD, 4: POOR, 1: FAIR}, {2: GOOD, 3: FAIR}, RULES)
    assert [(each.unit.code, each.place, each.among, each.before) for each in rows] == [
        ("HQ", 1, 1, None),
        ("MINE", 1, 2, 2),
        ("PLANT", 2, 2, 1),
        ("SHOP", 1, 1, None),
    ]


def test_few_ratings_give_no_place_and_equals_share_one() -> None:
    assert places(UNITS, {2: FEW, 3: POOR}, RULES) == {3: 1}
    assert places(UNITS, {2: GOOD, 3: GOOD}, RULES) == {2: 1, 3: 1}


def test_below_the_floor_by_name() -> None:
    rows = ranked(UNITS, {2: POOR, 3: GOOD, 4: FEW}, {}, RULES)
    assert [each.unit.name for each in under_floor(rows, RULES)] == ["一分厂"]


def test_weeks_begin_at_midnight_of_the_day_of_the_digest() -> None:
    assert Week(MONDAY, MONDAY + 7 * DAY) == WEEK
    assert week_of(CALENDAR, RULES, MONDAY + 7 * DAY - 1) == WEEK
    assert week_of(CALENDAR, DigestRules(weekday=4), MONDAY) == Week(MONDAY - 3 * DAY, MONDAY + 4 * DAY)
    assert so_far(WEEK, MONDAY + DAY) == Week(MONDAY, MONDAY + DAY + 1)


@pytest.mark.parametrize(
    ("hours", "week"),
    [(8, LAST.start - 7 * DAY), (8.5, LAST.start), (24 * 6, LAST.start), (24 * 7 + 8.5, WEEK.start)],
)
def test_which_digest_was_due_last(hours: float, week: int) -> None:
    assert told_last(CALENDAR, RULES, int(MONDAY + hours * 3600)).start == week


def test_better_worse_same_first_quiet() -> None:
    found = look(material([ticket(1)]))
    assert judge(found, RULES).verdict is Verdict.FIRST
    assert judge(look(material()), RULES).verdict is Verdict.QUIET
    before = replace(found, last=FAIR)
    assert judge(replace(before, now=GOOD), RULES).verdict is Verdict.BETTER
    assert judge(replace(before, now=POOR), RULES).verdict is Verdict.WORSE
    assert judge(replace(before, now=FAIR), RULES).verdict is Verdict.SAME
    # The raisers' word goes before what is overdue.
    assert judge(replace(before, now=replace(GOOD, overdue=4)), RULES).verdict is Verdict.BETTER
    late = replace(FEW, overdue=2)
    assert judge(replace(before, last=late, now=replace(late, overdue=1)), RULES).verdict is Verdict.BETTER


def test_what_needs_the_manager_each_once_most_pressing_first() -> None:
    tickets = [
        ticket(1),
        ticket(2, reopened=2),
        ticket(3, state="suspended", suspended_until=WEEK.until + DAY),
        ticket(4),
        ticket(5, state="suspended", suspended_until=WEEK.until + 30 * DAY),
    ]
    given = Instruction(1, 4, 9, "请三天内解决", MONDAY, MONDAY + 2 * DAY, None, None)
    found = needs(look(material(tickets, missed=missed(1, 2, 4), instructions=(given,))))
    assert [(each.reason, each.ticket.id) for each in found] == [
        (Reason.INSTRUCTION, 4),
        (Reason.AGAIN, 2),
        (Reason.LATE, 1),
        (Reason.REVIEW, 3),
    ]


def test_overdue_by_name_with_days() -> None:
    found = look(material([ticket(1), ticket(2, unit=MINE)], missed=missed(1, 2)))
    words = in_words("zh-CN", found, HOUSE)
    assert "SJ-2026-0001 事项 1：未办结，超期 4 个工作日" in words
    assert len(look(material([ticket(1), ticket(2, unit=MINE)], missed=missed(1, 2)), PLANT).late) == 1


def test_many_people_one_matter() -> None:
    main, second, third = ticket(1), ticket(2, merged_into=1, state="merged"), ticket(3, merged_into=1, state="merged")
    made = material([main, second, third], followers={1: (second, third)}, raisers={1: 3})
    assert "SJ-2026-0001 事项 1：3 人，待受理" in in_words("zh-CN", look(made), HOUSE)
    # Three tickets of one person are not three people.
    assert look(replace(made, raisers={1: 2})).shared == ()


def test_accusations_are_a_bare_count_for_the_office_that_has_them_alone() -> None:
    made = material([ticket(1)], reports={PLANT.id: 2})
    assert "检举控告 2 件" in screen("zh-CN", look(made, PLANT), HOUSE)
    for unit in (HQ, SHOP, MINE):
        assert "检举" not in screen("zh-CN", look(made, unit), HOUSE)


def test_a_units_own_digest_has_nothing_of_its_neighbours() -> None:
    made = material([ticket(1, unit=MINE, title="隔壁的事"), ticket(2)], missed=missed(1, 2))
    found = look(made, PLANT)
    words = screen("zh-CN", found, HOUSE) + in_words("zh-CN", found, HOUSE)
    assert "隔壁的事" not in words
    assert "二分厂" not in words


def test_last_week_is_compared_as_it_was_told() -> None:
    tickets = [ticket(1), ticket(2, submitted_at=LAST.start + DAY)]
    found = look(material(tickets), told={HQ.id: Figures(new=5, open=7)})
    assert "新增 1（-4）" in screen("zh-CN", found, HOUSE)
    assert "在办 2（-5）" in screen("zh-CN", found, HOUSE)


def test_a_screen_is_a_screen() -> None:
    tickets = [ticket(n, title="一件说来话长的事情" * 6, reopened=2) for n in range(1, 60)]
    ratings = tuple(rating(n, solved="no", satisfaction="unsatisfied") for n in range(1, 50))
    found = look(material(tickets, missed=missed(*range(1, 60)), rated=ratings))
    lines = screen("zh-CN", found, HOUSE).splitlines()
    assert len(lines) <= 26
    assert lines[4] == "需要您过问 59 件："
    assert lines[8] == "另有 56 件，见“明细”。"


def test_what_is_overdue_and_needs_nobody_above_is_not_called_nothing() -> None:
    late = missed(1, kind="first_answer")
    text = screen("zh-CN", look(material([ticket(1)], missed=late)), HOUSE)
    assert "超期的 1 件已在催办" in text
    assert "没有需要您过问的事项" not in text


def test_nobody_reads_the_same_ticket_twice_in_the_details() -> None:
    silent, told = ticket(1), ticket(2, first_reply_at=MONDAY + DAY)
    words = in_words("zh-CN", look(material([silent, told])), HOUSE)
    assert words.count(silent.number) == words.count(told.number) == 1
    assert "其中 1 件还没有人答复" in words


def test_every_section_has_as_many_titles_as_columns() -> None:
    second = ticket(12, merged_into=1, state="merged")
    tickets = [
        ticket(1),
        ticket(2, reopened=1, naming="anonymous"),
        ticket(3, state="suspended", suspended_until=WEEK.until, plan="换管道"),
        ticket(4, unit=SHOP),
        second,
    ]
    given = Instruction(1, 1, 9, "请抓紧", MONDAY, MONDAY + 9 * DAY, None, None)
    made = material(
        tickets,
        missed=missed(1),
        followers={1: (second, second)},
        raisers={1: 3},
        instructions=(given,),
        rated=tuple(rating(n) for n in range(1, 8)),
    )
    for locale in ("zh-CN", "en"):
        found = sections(locale, look(made), HOUSE)
        assert {each.key for each in found} == {
            "figures",
            "late",
            "again",
            "instructions",
            "review",
            "shared",
            "ranking",
            "categories",
            "by_unit",
            "unheard",
            "unsettled",
        }
        for section in found:
            assert {len(row) for row in section.rows} == {len(section.header)}, section.key
