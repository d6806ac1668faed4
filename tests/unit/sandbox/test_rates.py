"""How fast the sandbox lets a bot speak, when it is asked to mind."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from sandbox.rates import Rates
from sandbox.records import Chat, ChatKind
from sandbox.refusal import Refusal

PRIVATE = Chat(1, ChatKind.PRIVATE)
GROUP = Chat(-1, ChatKind.SUPERGROUP)


@dataclass
class Watch:
    at: float = 100.0

    def __call__(self) -> float:
        return self.at


@pytest.fixture
def watch() -> Watch:
    return Watch()


@pytest.fixture
def rates(watch: Watch) -> Rates:
    return Rates(on=True, monotonic=watch)


def refused(rates: Rates, chat: Chat, method: str = "sendMessage", count: int = 1) -> int | None:
    try:
        rates.check(method, chat, count)
    except Refusal as refusal:
        return int((refusal.parameters or {})["retry_after"])
    return None


def test_a_burst_to_one_person_comes_back_one_by_one(rates: Rates, watch: Watch) -> None:
    assert [refused(rates, PRIVATE) for _ in range(4)] == [None, None, None, 1]
    watch.at += 1
    assert [refused(rates, PRIVATE) for _ in range(2)] == [None, 1]
    watch.at += 10
    assert [refused(rates, PRIVATE) for _ in range(4)] == [None, None, None, 1]


def test_twenty_a_minute_to_a_group_albums_by_their_parts(rates: Rates, watch: Watch) -> None:
    for _ in range(2):
        assert refused(rates, GROUP, "sendMediaGroup", 10) is None
    assert refused(rates, GROUP) == 60
    watch.at += 59.5
    assert refused(rates, GROUP, "editMessageText") == 1
    watch.at += 0.5
    assert refused(rates, GROUP, "editMessageText") is None


def test_thirty_a_second_to_everyone(rates: Rates, watch: Watch) -> None:
    chats = [Chat(number, ChatKind.PRIVATE) for number in range(1, 33)]
    assert [refused(rates, each) for each in chats].count(None) == 30
    watch.at += 1
    assert refused(rates, chats[0]) is None


def test_what_nobody_sees_does_not_count(rates: Rates) -> None:
    assert [refused(rates, PRIVATE, "setMessageReaction") for _ in range(50)] == [None] * 50


def test_off_unless_asked(watch: Watch) -> None:
    assert [refused(Rates(monotonic=watch), PRIVATE) for _ in range(50)] == [None] * 50
