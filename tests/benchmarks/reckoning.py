"""The figures of a digest reckoned from letters alone, by a few lines that share nothing with the mailbox.

Only the promise is the mailbox's: an answer by a person within three working days of 8:30 to 17:30, and a ticket that
nobody judged closed five working days after its answer.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import holidays

ZONE = ZoneInfo("Asia/Shanghai")
OPENS, CLOSES = time(8, 30), time(17, 30)
ANSWER_DAYS, RATING_DAYS = 3, 5
WEEKS_BACK = 7
_CHINA = holidays.country_holidays("CN")


@dataclass(frozen=True)
class Fate:
    """What became of one letter: instants as UTC epoch seconds, None for what has not happened (yet).

    ``solved``, ``contacted``, ``satisfaction`` are what its raiser tapped. Who said that it is not solved had it opened
    again at ``rated``, and ``second`` is the second answer.
    """

    unit: str
    category: str
    raised: int
    answered: int | None
    rated: int | None = None
    contacted: bool = False
    solved: bool = False
    satisfaction: str = ""
    second: int | None = None


def is_workday(day: date) -> bool:
    """Whether China works on a day."""
    return bool(_CHINA.is_working_day(day))


def next_workday(day: date) -> date:
    """The first working day after a day."""
    day += timedelta(days=1)
    while not is_workday(day):
        day += timedelta(days=1)
    return day


def workdays_after(at: int, days: int) -> int:
    """So many working days later at the same time of day; what comes outside working hours counts from the opening."""
    moment = datetime.fromtimestamp(at, ZONE)
    if not is_workday(moment.date()) or moment.time() >= CLOSES:
        moment = datetime.combine(next_workday(moment.date()), OPENS, ZONE)
    elif moment.time() < OPENS:
        moment = datetime.combine(moment.date(), OPENS, ZONE)
    if moment.time() == OPENS:
        # A whole day that begins at the opening ends at the closing of that day, not at the next opening.
        moment, days = moment.replace(hour=CLOSES.hour, minute=CLOSES.minute), days - 1
    day = moment.date()
    for _ in range(days):
        day = next_workday(day)
    return int(datetime.combine(day, moment.time(), ZONE).timestamp())


def closed_at(fate: Fate, looks: Sequence[int]) -> int | None:
    """When it was over: with the rating, else at the first look after the five days. ``looks`` in their order."""
    if fate.rated is not None and fate.solved:
        return fate.rated
    last = fate.second if fate.rated is not None else fate.answered
    if last is None:
        return None
    place = bisect_left(looks, workdays_after(last, RATING_DAYS))
    return looks[place] if place < len(looks) else None


def week_of(fates: Iterable[Fate], start: int, until: int, looks: Sequence[int]) -> Counter[str]:
    """The figures of a week (or a month), by the names that the digest has for them."""
    found: Counter[str] = Counter()
    for fate in fates:
        closed = closed_at(fate, looks)
        promised = workdays_after(fate.raised, ANSWER_DAYS)
        is_open = fate.raised < until and (closed is None or closed >= until)
        answered = fate.answered is not None and fate.answered < until
        rejected = fate.rated is not None and not fate.solved and fate.rated < until
        again = fate.second is not None and fate.second < until
        found["new"] += start <= fate.raised < until
        found["finished"] += closed is not None and start <= closed < until
        found["unrated"] += closed is not None and start <= closed < until and not (fate.rated and fate.solved)
        found["open"] += is_open
        found["overdue"] += is_open and promised < until and not answered
        if start <= promised < until:
            found["limits"] += 1
            found["kept"] += fate.answered is not None and fate.answered <= promised
        if fate.rated is not None and start <= fate.rated < until:
            found["rated"] += 1
            found["contacted"] += fate.contacted
            found["solved"] += fate.solved
            found["satisfied"] += fate.satisfaction == "satisfied"
            found["fair"] += fate.satisfaction == "fair"
            found["again"] += not fate.solved
        if fate.raised < until and (is_open or fate.raised >= start - WEEKS_BACK * 7 * 86_400):
            found["raised"] += 1
            found["heard"] += answered
            found["settled"] += answered and (not rejected or again)
    return found
