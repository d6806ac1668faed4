"""A platform that fails every third call, each time in another way: all arrives, in order, in the right thread."""

from __future__ import annotations

import random
from itertools import groupby

import pytest

from bot.channels.base import Outcome, Result, Work
from handlers.core.message import plain
from handlers.core.turn import Turn
from handlers.core.vocabulary import EventKind, OutKind
from storage.sealing import Sealer
from tests.integration.flow.conftest import running
from tests.integration.flow.desk import Desk, open_desk
from tests.integration.flow.wire import Wire, person_says

FAULTS = (
    Outcome(Result.LATER, retry_after=0.01),
    Outcome(Result.LATER),
    Outcome(Result.LATER, retry_after=0.02, whole_channel=True),
    Outcome(Result.LATER, whole_channel=True),
    Outcome(Result.UNKNOWN),
    Outcome(Result.STOPPED),
)


class Faulty(Wire):
    """Fails by the dice; ``arrived`` is what a person would see: an unknown outcome has arrived every other time."""

    def __init__(self, dice: random.Random) -> None:
        super().__init__()
        self.dice = dice
        self.arrived: dict[str, list[str]] = {}

    async def perform(self, work: Work) -> Outcome:
        outcome = await super().perform(work)
        if self.dice.random() < 0.3:
            faults = (*FAULTS, Outcome(Result.THREAD_GONE), Outcome(Result.THREAD_CLOSED)) if work.thread else FAULTS
            fault = self.dice.choice(faults)
            if fault.result is Result.UNKNOWN and self.dice.random() < 0.5:
                self.arrived.setdefault(work.chat, []).append(plain(work.text))
            return fault
        if work.kind is OutKind.SEND:
            self.arrived.setdefault(work.chat, []).append(plain(work.text))
        return outcome


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("UNKNOWN_PAUSES", "LATER_PAUSES", "STOPPED_PAUSES", "GROUP_PAUSES"):
        monkeypatch.setattr(f"bot.flow.record.{name}", (0.01,))


@pytest.mark.parametrize("seed", range(3))
async def test_everything_arrives_in_order_whatever_fails(url: str, sealer: Sealer, quick: None, seed: int) -> None:
    wire = Faulty(random.Random(seed))
    desks: list[Desk] = []

    async def decide(turn: Turn) -> None:
        if turn.event.kind is EventKind.MESSAGE:
            turn.reply(turn.event.text)
            desk = desks[int(turn.event.chat[1:]) % len(desks)]
            turn.send(desk.say(f"{turn.event.chat}:{turn.event.text}"))

    async with running(url, sealer, decide, wire=wire) as mailbox:
        desks += [await open_desk(mailbox.database) for _ in range(3)]
        for n in range(12):
            await mailbox.receive(*(person_says(f"p{person}", f"{n:02}", number=str(n)) for person in range(6)))
        await mailbox.settled(60)
    expected = [f"{n:02}" for n in range(12)]
    for person in range(6):
        assert [text for text, _ in groupby(wire.arrived[f"p{person}"])] == expected
        threads = [text for text, _ in groupby(t for t in wire.arrived["g1"] if t.startswith(f"p{person}:"))]
        assert [text.rsplit(":", 1)[1] for text in threads] == expected
    assert max(wire.most_in_flight.values()) == 1
