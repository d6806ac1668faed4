"""How fast one channel may be spoken to: overall, to a person, to a group. Pure arithmetic; the caller tells the time.

The defaults are Telegram's: about 30 messages a second overall, one a second to a private chat with a short burst, and
20 a minute to a group. Instants are seconds on a clock that nobody sets.
"""

from __future__ import annotations

import math
from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass

MARGIN = 1.012
"""Windows are kept this much longer than the platform's, whose clock sees our calls arrive unevenly."""
_CLOSE = 1.004
"""The overall window is reckoned from answers, and needs less."""
_CATCH_UP = 6
_FORGET_ABOVE = 20_000
_ROUND_TRIPS = 200
"""Among so many the shortest is looked for: the way to the platform may change."""


@dataclass(frozen=True, slots=True)
class PaceRules:
    """``overall`` and ``private`` a second, ``group`` a minute; 0 is no limit. ``burst``: at once to a rested chat."""

    overall: float = 30.0
    private: float = 1.0
    burst: int = 3
    group: float = 20.0


FREE = PaceRules(0, 0, 1, 0)
"""No limit at all."""


@dataclass(slots=True)
class Call:
    """One call that counts, at the instant at which the platform counted it, as far as we know."""

    at: float


class Window:
    """At most ``most`` in any ``seconds``; ``most`` of 0 is no limit."""

    __slots__ = ("_calls", "_most", "_seconds")

    def __init__(self, most: int, seconds: float, margin: float = MARGIN) -> None:
        self._most = most
        self._seconds = seconds * margin
        self._calls: list[Call] = []

    def free_at(self, now: float) -> float:
        """When one more may go: ``now`` or later."""
        if not self._most or len(self._calls) < self._most:
            return now
        return max(now, min(each.at for each in self._calls) + self._seconds)

    def room_at(self, now: float, more: int) -> float:
        """When so many more may go together with the last one that went: ``now`` or later; more than all never fit."""
        over = len(self._calls) + min(more, self._most - 1) - self._most
        if over <= 0:
            return now
        return max(now, sorted(each.at for each in self._calls)[over - 1] + self._seconds)

    def spend(self, call: Call) -> None:
        """This one goes now; what is learnt later of when the platform counted it counts here too."""
        if self._most:
            if len(self._calls) == self._most:
                self._calls.remove(min(self._calls, key=lambda each: each.at))
            self._calls.append(call)

    def rested(self, now: float) -> bool:
        """Nothing of the past counts any more."""
        return all(each.at + self._seconds <= now for each in self._calls)


class Pace:
    """The rates of one channel."""

    def __init__(self, rules: PaceRules) -> None:
        self._rules = rules
        most = max(1, int(rules.overall)) if rules.overall else 0
        self._overall = Window(most, most / rules.overall if rules.overall else 0.0, _CLOSE)
        self._gap = _CLOSE / rules.overall if rules.overall else 0.0
        self._next_spaced = 0.0
        self._round_trips: deque[float] = deque(maxlen=_ROUND_TRIPS)
        self._groups: dict[str, Window] = {}
        # For each person, when their burst will be whole again (the "theoretical arrival time" of a leaky bucket).
        self._people: dict[str, float] = {}
        self._chat_blocked: dict[str, float] = {}
        self._chat_asked: dict[str, float] = {}
        self._blocked_until = 0.0

    def overall_at(self, now: float, *, spaced: bool) -> float:
        """When the channel as a whole may be called. ``spaced``: bulk leaves evenly, so that answers find gaps."""
        at = max(self._overall.free_at(now), self._blocked_until)
        return max(at, self._next_spaced) if spaced else at

    def chat_at(self, chat: str, now: float, *, group: bool) -> float:
        """When this chat may be written to."""
        at = max(now, self._chat_blocked.get(chat, 0.0), self._chat_asked.get(chat, 0.0))
        if group:
            window = self._groups.get(chat)
            return at if window is None else max(at, window.free_at(now))
        if not self._rules.private:
            return at
        step = MARGIN / self._rules.private
        return max(at, self._people.get(chat, 0.0) - step * (self._rules.burst - 1))

    def spend(self, chat: str, now: float, *, group: bool) -> Call:
        """One call to this chat goes now; :meth:`answered` wants to hear of it."""
        call = Call(now)
        self._overall.spend(call)
        # Counted from when it should have gone, a few gaps of lateness at most: else every late timer, and every
        # moment in which the machine was busy, lowers the rate.
        self._next_spaced = max(self._next_spaced, now - _CATCH_UP * self._gap) + self._gap
        if group:
            if self._rules.group:
                self._window(chat).spend(call)
        elif self._rules.private:
            self._people[chat] = max(self._people.get(chat, 0.0), now) + MARGIN / self._rules.private
        if self._remembered > _FORGET_ABOVE:
            self._forget(now)
        return call

    def spare(self, chat: str, call: Call, *, group: bool) -> None:
        """The call that was counted is not made, or is none that the platform counts: others may go in its stead."""
        call.at = -math.inf
        self._next_spaced -= self._gap
        if chat in self._people and not group:
            self._people[chat] -= MARGIN / self._rules.private

    def room_for(self, chat: str, more: int, now: float, *, group: bool) -> float:
        """When ``more`` calls than the one that was counted may go to this chat with it: ``now`` or later.

        One call may count as several: an album is as many messages as it has parts. A person's chat counts it as one.
        """
        window = self._groups.get(chat) if group else None
        at = self._overall.room_at(now, more)
        return at if window is None else max(at, window.room_at(now, more))

    def spend_more(self, chat: str, call: Call, more: int, *, group: bool) -> None:
        """``call`` counts as so many more."""
        window = self._groups.get(chat) if group else None
        for _ in range(more):
            self._overall.spend(call)
            if window is not None:
                window.spend(call)

    def recall(self, chat: str, ages: Iterable[float], now: float, *, group: bool) -> None:
        """Calls that were made to this chat so many seconds before ``now``, by whoever ran before us."""
        if group:
            window = self._window(chat)
            for age in sorted(ages, reverse=True):
                window.spend(Call(now - max(0.0, age)))
        elif self._rules.private:
            self._people[chat] = (
                max(self._people.get(chat, 0.0), now) + self._rules.burst * MARGIN / self._rules.private
            )

    def _window(self, chat: str) -> Window:
        most = max(1, int(self._rules.group)) if self._rules.group else 0
        return self._groups.setdefault(chat, Window(most, 60.0 * most / self._rules.group if most else 0.0))

    def answered(self, call: Call, sent: float, now: float) -> None:
        """The call left at ``sent`` and is answered now.

        It was counted at some time in between, which may be late when the machine is busy. The next one needs the
        shortest way there that we know, this one needed the shortest way back at least: with both taken off, the two
        are far enough apart on the platform's own clock.
        """
        self._round_trips.append(now - sent)
        call.at = max(call.at, now - min(self._round_trips))

    def block(self, chat: str, until: float, *, asked: bool = False) -> None:
        """Leave this chat alone until then. ``asked``: the platform named the time, so nothing that happens ends it."""
        blocked = self._chat_asked if asked else self._chat_blocked
        blocked[chat] = max(until, blocked.get(chat, 0.0))

    def unblock(self, chat: str, *, asked: bool = False) -> None:
        """Something changed in this chat: try again now; ``asked``: even if the platform asked to wait."""
        self._chat_blocked.pop(chat, None)
        if asked:
            self._chat_asked.pop(chat, None)

    def asked(self, chat: str, now: float) -> bool:
        """Whether the platform asked to leave this chat alone, and the time is not over."""
        return self._chat_asked.get(chat, 0.0) > now

    def block_all(self, until: float) -> None:
        """The platform asks for silence, or cannot be reached."""
        self._blocked_until = max(self._blocked_until, until)

    @property
    def _remembered(self) -> int:
        return len(self._people) + len(self._groups) + len(self._chat_blocked) + len(self._chat_asked)

    def _forget(self, now: float) -> None:
        self._people = {chat: at for chat, at in self._people.items() if at > now}
        self._groups = {chat: window for chat, window in self._groups.items() if not window.rested(now)}
        self._chat_blocked = {chat: at for chat, at in self._chat_blocked.items() if at > now}
        self._chat_asked = {chat: at for chat, at in self._chat_asked.items() if at > now}
