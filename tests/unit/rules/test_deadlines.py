"""What is due when, and who is reminded when: never outside working hours, save for the urgent grade."""

from __future__ import annotations

import tomllib
from dataclasses import asdict, replace
from datetime import date, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from handlers.rules.calendar import WorkCalendar
from handlers.rules.deadlines import (
    ESCALATED,
    TOLD,
    DeadlineKind,
    DeadlineRules,
    Light,
    ReminderRules,
    light,
    moments,
    waiting_for,
    weekly,
)
from handlers.rules.lifecycle import Grade, Role, State

CALENDAR = WorkCalendar()
RULES = DeadlineRules()
AT = st.integers(int(datetime(2025, 1, 1, tzinfo=CALENDAR.tz).timestamp()), int(datetime(2026, 12, 1).timestamp()))
CALM = st.sampled_from([Grade.PRIORITY, Grade.NORMAL, Grade.COMPLEX])
BY_RULE = st.sampled_from(
    [DeadlineKind.ACCEPT, DeadlineKind.SIGN, DeadlineKind.FIRST_ANSWER, DeadlineKind.DONE, DeadlineKind.RATING]
)


def at(month: int, day: int, hour: int, minute: int = 0) -> int:
    return int(datetime(2026, month, day, hour, minute, tzinfo=CALENDAR.tz).timestamp())


@given(BY_RULE, AT, st.sampled_from(Grade))
def test_what_the_mailbox_promises_is_due_while_people_work(kind: DeadlineKind, begun: int, grade: Grade) -> None:
    due = RULES.due(kind, begun, CALENDAR, grade)
    assert due.at > begun
    day = CALENDAR.local(due.at).date()
    assert CALENDAR.is_workday(day)
    assert CALENDAR.opens(day) < due.at <= CALENDAR.closes(day)


@given(st.sampled_from([DeadlineKind.SUPERVISE, DeadlineKind.REVIEW]), AT)
def test_what_the_law_counts_is_natural_days(kind: DeadlineKind, begun: int) -> None:
    days = {DeadlineKind.SUPERVISE: RULES.supervise_days, DeadlineKind.REVIEW: RULES.review_days}[kind]
    due = RULES.due(kind, begun, CALENDAR)
    assert (CALENDAR.local(due.at).date() - CALENDAR.local(begun).date()).days == days


@given(AT, CALM, st.integers(0, 40 * 86_400))
@settings(max_examples=200)
def test_a_moment_counts_only_once_work_has_begun_again(begun: int, grade: Grade, later: int) -> None:
    due = RULES.due(DeadlineKind.DONE, begun, CALENDAR, grade).at
    now = begun + later
    for each in moments(begun, due, now, grade, CALENDAR):
        assert CALENDAR.next_working(each.at) <= now
        assert each.overdue == (each.at >= due)
        assert each.key.endswith(f"@{due}")


@given(AT, st.sampled_from(Grade), st.integers(0, 40 * 86_400), st.integers(0, 5 * 86_400))
@settings(max_examples=200)
def test_what_was_a_moment_stays_one(begun: int, grade: Grade, later: int, more: int) -> None:
    due = RULES.due(DeadlineKind.DONE, begun, CALENDAR, grade).at
    before = {each.key for each in moments(begun, due, begun + later, grade, CALENDAR)}
    after = [each.key for each in moments(begun, due, begun + later + more, grade, CALENDAR)]
    assert before <= set(after)
    assert len(after) == len(set(after))


def test_the_moments_of_a_normal_matter() -> None:
    begun = at(3, 2, 9)
    due = RULES.due(DeadlineKind.DONE, begun, CALENDAR, Grade.NORMAL).at
    assert CALENDAR.local(due).date() == date(2026, 3, 11)
    found = [each.key.split("@")[0] for each in moments(begun, due, at(3, 13, 9), Grade.NORMAL, CALENDAR)]
    assert found == ["half", "most", "eve", "day", "due", "late1", "late2"]


def test_a_moved_date_is_reminded_anew() -> None:
    begun = at(3, 2, 9)
    first = {each.key for each in moments(begun, at(3, 4, 9), at(3, 4, 10), Grade.NORMAL, CALENDAR)}
    second = {each.key for each in moments(begun, at(3, 4, 17), at(3, 4, 17, 20), Grade.NORMAL, CALENDAR)}
    assert not first & second


def test_the_urgent_grade_does_not_wait_for_the_morning() -> None:
    begun, due = at(3, 2, 17), at(3, 2, 17, 30)
    night = at(3, 2, 22)
    assert any(each.overdue for each in moments(begun, due, night, Grade.URGENT, CALENDAR))
    assert not any(each.overdue for each in moments(begun, due, night, Grade.NORMAL, CALENDAR))


@given(AT, st.integers(0, 60))
def test_an_instruction_is_urged_every_seven_days_in_working_hours(begun: int, days: int) -> None:
    due = RULES.due(DeadlineKind.SUPERVISE, begun, CALENDAR).at
    found = weekly(due, due + days * 86_400, CALENDAR)
    assert len(found) <= days // 7 + 2
    assert all(CALENDAR.is_working(each.at) for each in found)
    assert len({each.key for each in found}) == len(found)


@pytest.mark.parametrize(
    ("days", "expected"), [(4, Light.GREEN), (2.5, Light.YELLOW), (0.9, Light.RED), (0, Light.RED)]
)
def test_lights(days: float, expected: Light) -> None:
    now = at(3, 2, 9)
    assert light(CALENDAR.add_workdays(now, days).at, now, CALENDAR) is expected


def test_lights_of_what_is_late_or_has_no_limit() -> None:
    now = at(3, 2, 9)
    assert light(now - 3600, now, CALENDAR) is Light.RED
    assert light(None, now, CALENDAR) is Light.GREEN


def test_whoever_is_escalated_to_was_not_told_before() -> None:
    assert set(ESCALATED) <= set(TOLD)
    for kind, roles in ESCALATED.items():
        assert not set(roles) & set(TOLD[kind])


def test_the_limits_are_those_that_the_sample_settings_tell() -> None:
    told = tomllib.loads((Path(__file__).parents[3] / "config.example.toml").read_text("utf-8"))
    kept = asdict(RULES)
    assert {key: kept[key] for key in told["deadlines"]} == told["deadlines"]
    assert {key: asdict(RULES.reminders)[key] for key in told["reminders"]} | {
        "shares": [*RULES.reminders.shares]
    } == told["reminders"]
    assert set(kept) - set(told["deadlines"]) <= {"version", "reminders"}


@pytest.mark.parametrize(
    ("kind", "grade", "due"),
    [
        (DeadlineKind.ACCEPT, Grade.NORMAL, (3, 3, 10)),
        (DeadlineKind.ACCEPT, Grade.URGENT, (3, 2, 12, 15)),
        (DeadlineKind.SIGN, Grade.URGENT, (3, 2, 12, 15)),
        (DeadlineKind.FIRST_ANSWER, Grade.URGENT, (3, 5, 10)),
        (DeadlineKind.DONE, Grade.URGENT, (3, 3, 10)),
        (DeadlineKind.DONE, Grade.PRIORITY, (3, 5, 10)),
        (DeadlineKind.DONE, Grade.NORMAL, (3, 11, 10)),
        (DeadlineKind.DONE, Grade.COMPLEX, (3, 23, 10)),
        (DeadlineKind.RATING, Grade.NORMAL, (3, 9, 10)),
        (DeadlineKind.SUPERVISE, Grade.URGENT, (3, 9, 10)),
        (DeadlineKind.REVIEW, Grade.NORMAL, (4, 1, 10)),
    ],
)
def test_when_what_begins_on_a_monday_at_ten_is_due(kind: DeadlineKind, grade: Grade, due: tuple[int, ...]) -> None:
    assert RULES.due(kind, at(3, 2, 10), CALENDAR, grade).at == at(*due)


def test_moments_as_the_settings_want_them() -> None:
    begun, due = at(3, 2, 9), at(3, 4, 10)

    def keys(now: int, rules: ReminderRules, since: int = begun) -> list[str]:
        return [each.key.split("@")[0] for each in moments(since, due, now, Grade.NORMAL, CALENDAR, rules=rules)]

    bare = ReminderRules(shares=(), eve=False, day=False)
    assert keys(due, bare) == ["due"]
    assert keys(due - 1, bare) == []
    assert keys(at(3, 10, 8, 30), replace(bare, late_every=2)) == ["due", "late2", "late4"]
    assert keys(at(3, 6, 8, 29), replace(bare, late_every=2)) == ["due"]
    assert keys(due, replace(bare, shares=(0.25,))) == ["share0.25", "due"]
    assert keys(due, replace(bare, eve=True, day=True)) == ["eve", "day", "due"]
    # What began after work had begun on that day isn't reminded of on it.
    assert keys(due, replace(bare, eve=True), since=at(3, 3, 8, 30)) == ["due"]
    assert keys(due, replace(bare, eve=True), since=at(3, 3, 8, 29)) == ["eve", "due"]
    assert keys(due, replace(bare, day=True), since=at(3, 4, 8, 30)) == ["due"]


def test_an_instruction_is_urged_on_its_day_and_every_week_after() -> None:
    due = at(3, 9, 10)
    found = weekly(due, at(3, 30, 9), CALENDAR)
    assert [(each.key, each.at, each.overdue) for each in found] == [
        *((f"week{each}@{due}", at(3, 9 + 7 * each, 8, 30), True) for each in range(4)),
    ]
    (first,) = weekly(due, due, CALENDAR)
    assert not first.overdue
    assert weekly(due, at(3, 9, 8, 29), CALENDAR) == ()
    assert len(weekly(due, at(3, 30, 9), CALENDAR, days=3)) == 8


@pytest.mark.parametrize(
    ("given", "left", "expected"),
    [
        (9, 3.1, Light.GREEN), (9, 3, Light.YELLOW), (9, 1.1, Light.YELLOW), (9, 1, Light.RED),
        (1.5, 1.1, Light.GREEN), (1.5, 1, Light.YELLOW), (1.5, 0.6, Light.YELLOW), (1.5, 0.5, Light.RED),
        (3, 2.1, Light.GREEN), (3, 2, Light.YELLOW), (3, 1, Light.RED),
    ],
)  # fmt: skip
def test_the_warning_is_as_short_as_the_time_that_was_given(given: float, left: float, expected: Light) -> None:
    due = CALENDAR.add_workdays(at(3, 2, 9), 20).at
    begun = CALENDAR.add_workdays(at(3, 2, 9), 20 - given).at
    now = CALENDAR.add_workdays(at(3, 2, 9), 20 - left).at
    assert light(due, now, CALENDAR, begun) is expected


def test_who_waits_for_whom() -> None:
    assert waiting_for(Role.OWNER) == {State.ASSIGNED, State.IN_PROGRESS}
    assert waiting_for(Role.RAISER) == {State.ANSWERED}
