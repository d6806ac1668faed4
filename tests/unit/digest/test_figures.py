"""The figures of a week, reckoned by hand beside."""

from __future__ import annotations

from dataclasses import fields, replace

import pytest
from hypothesis import given
from hypothesis import strategies as some

from handlers.reports.digest import figures
from handlers.reports.digest.figures import Figures, of_units, rolled_up
from handlers.reports.digest.screen import rate, score
from tests.unit.digest.made import (
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
    limit,
    material,
    missed,
    rating,
    ticket,
)


def of(unit_id: int, *args: object, **known: object) -> Figures:
    made = material(*args, **known)  # type: ignore[arg-type]
    return rolled_up(made.units, of_units(made, WEEK))[unit_id]


def test_new_finished_open_overdue() -> None:
    tickets = [
        ticket(1),
        ticket(2, submitted_at=WEEK.start),
        ticket(3, submitted_at=WEEK.until - 1),
        ticket(4, submitted_at=WEEK.start - 1),
        ticket(5, state="closed", closed_at=WEEK.until - 1, satisfaction="satisfied"),
        ticket(6, submitted_at=LAST.start, state="closed", closed_at=WEEK.start, satisfaction="none"),
        ticket(7, submitted_at=LAST.start, state="closed", closed_at=WEEK.start - 1),
        ticket(8, state="declined", closed_at=MONDAY + 2 * DAY),
        ticket(9, state="withdrawn", closed_at=MONDAY + 2 * DAY),
        ticket(10, state="merged", merged_into=1),
        ticket(11, unit=MINE),
    ]
    found = of(PLANT.id, tickets, missed=missed(1, 4, 5, 11))
    assert (found.new, found.finished, found.open, found.overdue) == (7, 3, 4, 2)
    assert found.unrated == 1


def test_a_week_ends_before_its_end() -> None:
    assert of(PLANT.id, [ticket(1, submitted_at=WEEK.until)]).new == 0


def test_rates_by_hand() -> None:
    ratings = (
        *(rating(n) for n in range(1, 7)),
        rating(7, satisfaction="fair"),
        rating(8, contacted="no", satisfaction="fair"),
        rating(9, solved="partly", satisfaction="fair"),
        rating(10, contacted="no", solved="no", satisfaction="unsatisfied"),
    )
    found = of(PLANT.id, [], rated=ratings)
    assert found.rated == 10
    assert found.contact_rate == 8 / 10
    assert found.solved_rate == 8 / 10
    assert found.satisfied_rate == pytest.approx((6 + 0.9 * 3) / 10)
    assert found.composite(RULES) == pytest.approx(0.1 * 0.8 + 0.5 * 0.8 + 0.4 * 0.87)
    assert score("zh-CN", found, HOUSE) == "82.8%"


def test_who_rates_twice_counts_once_with_the_later_word() -> None:
    ratings = (rating(1, solved="no", satisfaction="unsatisfied"), rating(1, at=MONDAY + 4 * DAY))
    found = of(PLANT.id, [], rated=ratings)
    assert (found.rated, found.solved, found.satisfied) == (1, 1, 1)


def test_on_time_counts_limits_that_fell_in_the_week() -> None:
    limits = (
        limit(1, kept=True),
        limit(2, kept=False),
        replace(limit(3, kept=True), met_at=MONDAY + 4 * DAY),
        limit(4, kept=True, at=WEEK.until),
        limit(5, kept=True, at=WEEK.start - 1),
    )
    found = of(PLANT.id, [], limits=limits)
    assert (found.limits, found.kept) == (3, 1)


def test_two_figures_nobody_can_dress_up() -> None:
    old = MONDAY - 70 * DAY
    tickets = [
        ticket(1),
        ticket(2, first_reply_at=MONDAY + 2 * DAY),
        ticket(3, first_reply_at=MONDAY + 2 * DAY, state="answered", answered_at=MONDAY + 3 * DAY),
        ticket(4, first_reply_at=1, answered_at=2, state="answered", solved="no"),
        ticket(5, first_reply_at=1, answered_at=2, state="accepted", reopened=1, satisfaction="unsatisfied"),
        ticket(6, first_reply_at=1, state="declined", closed_at=MONDAY + 2 * DAY),
        ticket(7, submitted_at=old),
        ticket(8, submitted_at=old, state="closed", closed_at=old + DAY, first_reply_at=old, answered_at=old),
        ticket(9, state="withdrawn", closed_at=MONDAY + 2 * DAY),
        ticket(10, merged_into=1, state="merged"),
        ticket(11, first_reply_at=WEEK.until),
    ]
    found = of(PLANT.id, tickets)
    # An old one that nobody answered never falls out; what was taken back or follows another does not count.
    assert (found.raised, found.heard, found.settled) == (8, 5, 2)


def test_none_is_never_nought() -> None:
    empty = Figures()
    assert empty.contact_rate is None
    assert empty.composite(RULES) is None
    assert rate("zh-CN", 0, 0) == "—"
    assert score("zh-CN", empty, HOUSE) == "—"


@pytest.mark.parametrize(
    ("part", "whole", "words"),
    [
        (0, 1, "0/1（样本不足）"),
        (3, 4, "3/4（样本不足）"),
        (3.9, 4, "3.9/4（样本不足）"),
        (4, 5, "80%（4/5）"),
        (0, 5, "0%（0/5）"),
        (11, 12, "91.7%（11/12）"),
        (12, 12, "100%（12/12）"),
    ],
)
def test_a_rate_always_says_of_how_many(part: float, whole: int, words: str) -> None:
    assert rate("zh-CN", part, whole) == words


def test_what_is_kept_is_read_again() -> None:
    found = Figures(new=3, rated=2, solved=1)
    assert figures.read(figures.write(found)) == found
    assert figures.read({"new": 3, "something_of_later": 9}) == Figures(new=3)


COUNTS = some.builds(Figures, **{each.name: some.integers(0, 50) for each in fields(Figures)})


@given(some.dictionaries(some.sampled_from([unit.id for unit in UNITS]), COUNTS))
def test_a_unit_is_itself_and_its_children(own: dict[int, Figures]) -> None:
    total = rolled_up(UNITS, own)
    for unit in UNITS:
        below = sum((total[each.id] for each in UNITS if each.parent_id == unit.id), own.get(unit.id, Figures()))
        assert total[unit.id] == below
    assert total[HQ.id] == sum(own.values(), Figures())
    assert total[SHOP.id] == own.get(SHOP.id, Figures())


@given(COUNTS)
def test_rates_exist_only_where_there_is_something(found: Figures) -> None:
    for part, whole in (
        (found.contact_rate, found.rated),
        (found.solved_rate, found.rated),
        (found.satisfied_rate, found.rated),
        (found.on_time_rate, found.limits),
        (found.composite(RULES), found.rated),
    ):
        assert (part is None) == (whole == 0)
