"""Material made by hand: units, tickets, ratings, limits."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields, replace
from typing import Any

from handlers.core.house import DigestRules, House
from handlers.reports.digest.material import Material
from handlers.reports.digest.weeks import Week, earlier, week_of
from handlers.rules.calendar import WorkCalendar
from handlers.rules.deadlines import DeadlineRules
from storage.reports import Happened, Limit, Missed
from storage.tickets import Ticket
from storage.units import Unit

CALENDAR = WorkCalendar()
RULES = DigestRules()
HOUSE = House("书记信箱", "Asia/Shanghai", "SJ", CALENDAR, DeadlineRules(), {}, lambda channel, payload: payload)
MONDAY = 1_772_380_800
"""2026-03-02 00:00 in Asia/Shanghai."""
DAY = 86_400
WEEK = week_of(CALENDAR, RULES, MONDAY)
LAST = earlier(CALENDAR, WEEK)

HQ = Unit(1, "HQ", "集团公司", None, "/1/", 1, "SJ", None)
PLANT = Unit(2, "PLANT", "一分厂", 1, "/1/2/", 2, None, None)
MINE = Unit(3, "MINE", "二分厂", 1, "/1/3/", 2, None, None)
SHOP = Unit(4, "SHOP", "一车间", 2, "/1/2/4/", 3, None, None)
UNITS = (HQ, PLANT, MINE, SHOP)


def ticket(number: int, unit: Unit = PLANT, **known: Any) -> Ticket:
    """A ticket raised in the week, open and named, save for what is said otherwise."""
    blank: dict[str, Any] = dict.fromkeys(each.name for each in fields(Ticket))
    blank.update(
        id=number,
        number=f"SJ-2026-{number:04d}",
        unit_id=unit.id,
        kind="complaint",
        category_id=1,
        grade="normal",
        state="submitted",
        naming="named",
        source="chat",
        title=f"事项 {number}",
        body="……",
        restricted=False,
        about_owner=False,
        submitted_at=MONDAY + DAY,
        changed_at=MONDAY + DAY,
        provisional=False,
        rule_version="1",
        supervised=False,
        **dict.fromkeys(("extensions", "handbacks", "assignments", "reopened", "urged", "appeals", "reviews"), 0),
    )
    return replace(Ticket(**blank), **known)


def rating(
    number: int, contacted: str = "yes", solved: str = "yes", satisfaction: str = "satisfied", **known: Any
) -> Happened:
    """A raiser's three taps in the week."""
    detail = {"contacted": contacted, "solved": solved, "satisfaction": satisfaction}
    return replace(Happened(number, MONDAY + 2 * DAY, detail, PLANT.id), **known)


def limit(number: int, *, kept: bool, unit: Unit = PLANT, at: int = MONDAY + 3 * DAY) -> Limit:
    return Limit(number, at, at - 60 if kept else None, unit.id)


def material(tickets: Sequence[Ticket] = (), *, week: Week = WEEK, **known: Any) -> Material:
    """Material of the eight weeks that end with ``week``."""
    weeks = (*(earlier(CALENDAR, week, back) for back in range(7, 0, -1)), week)
    plain = Material(
        week=week,
        weeks=weeks,
        units=UNITS,
        categories={1: "食堂", 2: "宿舍", 3: "薪酬"},
        tickets={each.id: each for each in tickets},
        reports={},
        rated=(),
        reopened=(),
        limits=(),
        missed={},
        instructions=(),
        followers={},
        raisers={},
        staff={},
    )
    return replace(plain, **known)


def missed(
    *numbers: int, kind: str = "done", at: int = MONDAY + DAY, week: Week = WEEK
) -> dict[int, dict[int, Missed]]:
    return {week.until: {number: Missed(number, kind, at) for number in numbers}}
