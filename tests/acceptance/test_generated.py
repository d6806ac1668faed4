"""Updates that no person would send: none of them breaks anything, and whoever says something valid is answered."""

from __future__ import annotations

from tests.acceptance.kit import Box
from tests.acceptance.throwing import Throwing

UPDATES = 1500
"""Ten thousand: ``./run bench generated``."""


async def test_nothing_that_comes_in_breaks_anything(box: Box) -> None:
    # What makes no sense at all is set aside on purpose, which the log says loudly; every other error counts.
    box.errors_expected = True
    throwing = Throwing(box, seed=20_260_302)
    await throwing.prepare()
    found = await throwing.throw(UPDATES)
    assert found.failed_events == []
    assert found.set_aside == []
    assert found.errors == []
    assert found.unanswered == []
    assert found.repeated == []
    assert (found.answered, found.concerns, found.stuck) == (UPDATES, len(throwing.people), 0)
    assert 0 < sum(found.unreadable.values()) < UPDATES // 5
