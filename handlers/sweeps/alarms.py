"""What is wrong with the program, told to its admins in words, with what to do about it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from handlers.sweeps.admins import tell_admins
from handlers.texts import has, say
from handlers.turn import Turn

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
    "outbox_old": Alarm(every=_HOUR * 4, minutes=True),
    "fetch_old": Alarm(every=_HOUR * 4, minutes=True),
    "second_reader": Alarm(every=_HOUR * 4),
    "token_rejected": Alarm(every=_HOUR * 4),
    "sweeps_late": Alarm(every=_HOUR * 4, minutes=True),
    "set_aside": Alarm(every=_DAY, grows=True),
    "unsent": Alarm(every=_DAY, grows=True),
    "backup_failed": Alarm(every=_DAY),
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
        alarm = ALARMS.get(name, _OTHER)
        moment = str(turn.now // alarm.every)
        if alarm.grows:
            moment += f":{number}"

        def words(locale: str, name: str = name, number: object = number, alarm: Alarm = alarm) -> str:
            shown = max(1, round(int(str(number)) / 60)) if alarm.minutes else number
            if has(f"alarm-{name}"):
                return say(locale, f"alarm-{name}", number=shown)
            return say(locale, "alarm-other", name=name, number=number)

        await tell_admins(turn, f"alarm:{name}", moment, words, at_once=True)
