"""What is wrong with the program, told to its admins in words, with what to do about it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any

from handlers.core.admins import tell_admins
from handlers.core.texts import has, say
from handlers.core.turn import Turn

_HOUR = 3600
_DAY = 86_400


@dataclass(frozen=True, slots=True)
class Alarm:
    """How one problem is told: at most once in ``every`` seconds, and again at once when its number grows, if so."""

    every: int
    grows: bool = False
    minutes: bool = False
    """Its number is seconds, and is told in minutes."""


ALARMS: Mapping[str, Alarm] = {
    "database_away": Alarm(every=_HOUR * 4),
    "unkept": Alarm(every=_HOUR * 4, minutes=True),
    "room_low": Alarm(every=_DAY),
    "inbox_old": Alarm(every=_HOUR * 4, minutes=True),
    "outbox_old": Alarm(every=_HOUR * 4, minutes=True),
    "fetch_old": Alarm(every=_HOUR * 4, minutes=True),
    "second_reader": Alarm(every=_HOUR * 4),
    "token_rejected": Alarm(every=_HOUR * 4),
    "sweeps_late": Alarm(every=_HOUR * 4, minutes=True),
    "set_aside": Alarm(every=_DAY, grows=True),
    "unsent": Alarm(every=_DAY, grows=True),
    "backup_failed": Alarm(every=_DAY),
    "backup_folder": Alarm(every=_DAY),
    "settings_refused": Alarm(every=60),
    "restart_needed": Alarm(every=60),
}
"""By the names that the watch gives; a name that is not here is told as it is."""
_OTHER = Alarm(every=_DAY)
_TOLD_ELSEWHERE = frozenset({"groups_wrong"})
"""The admin heard which group it is when it happened."""


async def tick(turn: Turn) -> None:
    """The watch found something; ``facts`` are the problems with their numbers."""
    for name, number in turn.event.facts.items():
        if name in _TOLD_ELSEWHERE:
            continue
        alarm = kind_of(name)
        moment = str(turn.now // alarm.every)
        if alarm.grows:
            moment += f":{number}"
        await tell_admins(turn, f"alarm:{name}", moment, partial(words, name=name, number=number), at_once=True)


def kind_of(name: str) -> Alarm:
    """How a problem of this name is told."""
    return ALARMS.get(name, _OTHER)


def words(locale: str, name: str, number: Any) -> str:
    """A problem and what to do about it."""
    if not has(f"alarm-{name}"):
        return say(locale, "alarm-other", name=name, number=number)
    shown = max(1, round(int(number) / 60)) if kind_of(name).minutes else number
    return say(locale, f"alarm-{name}", number=shown)
