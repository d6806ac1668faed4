"""What can go wrong on the way to a platform, as a test or a measurement plans it."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum


class Fault(StrEnum):
    """What happens to one call."""

    DROP_BEFORE = "drop_before"
    """The connection ends, and nothing was done."""
    DROP_AFTER = "drop_after"
    """It was done, and the connection ends before the answer."""
    ERROR_BEFORE = "error_before"
    """502 with a page from something in between; nothing was done."""
    ERROR_AFTER = "error_after"
    """The same after it was done."""
    BROKEN = "broken"
    """It was done, and the answer breaks off."""
    REFUSE = "refuse"
    """A refusal that the test words itself."""
    RATE = "rate"
    """429."""


@dataclass(frozen=True, slots=True)
class Planned:
    """One fault. ``seconds``: how long the server thinks first. ``code`` and ``words`` belong to ``REFUSE``."""

    fault: Fault | None = None
    seconds: float = 0.0
    code: int = 400
    words: str = ""
    retry_after: int = 1


Choose = Callable[[str, int | None], Planned | None]
"""What happens to a call of a method about a chat."""


class Faults:
    """Faults in the order in which calls of each method meet them; ``choose`` is asked where nothing is planned."""

    def __init__(self) -> None:
        self._planned: dict[str, deque[Planned]] = defaultdict(deque)
        self.choose: Choose | None = None

    def plan(self, method: str, *faults: Planned | Fault) -> None:
        """The next calls of ``method`` (``*``: of any but the fetching of updates) end like this."""
        self._planned[method].extend(Planned(each) if isinstance(each, Fault) else each for each in faults)

    def next(self, method: str, chat: int | None = None) -> Planned | None:
        """What happens to this call."""
        for name in (method, "*") if method != "getUpdates" else (method,):
            if self._planned.get(name):
                return self._planned[name].popleft()
        return None if self.choose is None else self.choose(method, chat)

    def clear(self) -> None:
        """Nothing goes wrong from now on."""
        self._planned.clear()
        self.choose = None
