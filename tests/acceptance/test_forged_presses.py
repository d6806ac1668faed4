"""Every button that there is, pressed by everybody, with what nobody was ever given behind it."""

from __future__ import annotations

import random
from collections.abc import Sequence

import structlog

from handlers import routes
from storage import tickets
from tests.acceptance.kit import Box, Group, Person
from tests.acceptance.test_desk_restricted import _accused, _office

ABSENT = 987_654
_SECRETS = ("班长克扣奖金", "回扣")
_ODD = ("0", "-1", "9" * 20, "x", "", "anonymous", "1", "2", "3")
_OF_TICKETS = ("desk_", "man_", "own_", "mine_", "off_", "list_", "board_", "faq_", "project_", "raise_")
_OF_UNITS = ("man_choose",)


async def _pressed(box: Box, person: Person, place: Person | Group, every: Sequence[str]) -> list[str]:
    """What is answered to each, in order."""
    on = place.last
    presses = [box.world.press(person.user, on.message.chat, on.id, each) for each in every]
    await box.settled()
    return ["no answer" if each.toast is None else each.toast.text for each in presses]


async def test_a_forged_press_is_answered_and_tells_nothing(box: Box) -> None:
    await box.raises(box.sun, _SECRETS[0], naming="匿名")
    await _office(box)
    number = await _accused(box)
    async with box.database.reading() as tx:
        restricted = await tickets.by_number(tx, number)
    assert restricted is not None
    chosen = random.Random(7)
    verbs = [each for each in sorted(routes.PRESSES) if each.startswith(_OF_TICKETS) and each not in _OF_UNITS]
    forged = [":".join((each, *(chosen.choice(_ODD) for _ in range(3)))) for each in sorted(routes.PRESSES)]
    places: list[tuple[Person, Person | Group]] = [(each, each) for each in (box.lin, box.wang, box.qian, box.he)]
    with structlog.testing.capture_logs() as logs:
        for person, place in (*places, (box.zhao, box.plant)):
            await person.says("/help", place)
            said = len(place.shown)
            there = await _pressed(box, person, place, [f"{each}:{restricted.id}" for each in verbs])
            none = await _pressed(box, person, place, [f"{each}:{ABSENT}" for each in verbs])
            # A restricted ticket, and one that does not exist, are the same to whoever has no part in it.
            assert dict(zip(verbs, there, strict=True)) == dict(zip(verbs, none, strict=True)), person.user.name
            answers = await _pressed(box, person, place, forged)
            assert not [data for data, each in zip(forged, answers, strict=True) if each == "no answer"]
            told = [*there, *answers, *(each.text for each in list(place.shown)[said:])]
            secret = _SECRETS if person in (box.wang, box.qian) else _SECRETS[1:]
            assert not [each for each in told if number in each or any(word in each for word in secret)]
    assert not [each for each in logs if each["event"] == "event failed" or each["log_level"] == "error"]
