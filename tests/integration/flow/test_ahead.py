"""What a tick reads for long is read before its turn, beside what people say; its parts are decided one by one."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Sequence

from bot.flow.worker import PAUSES
from handlers.core.house import House
from handlers.core.routing import Ahead
from handlers.core.turn import Turn
from handlers.core.vocabulary import Incoming
from storage import inbox
from storage.database import Transaction
from storage.sealing import Sealer
from tests.integration.flow.conftest import running
from tests.integration.flow.test_delivery import to
from tests.integration.flow.wire import person_says


class Reader:
    """Reads until it is let go; ``fails``: so many times it raises first."""

    def __init__(self, *parts: str, fails: int = 0, wanted: bool = True) -> None:
        self.parts = parts
        self.fails = fails
        self.is_wanted = wanted
        self.reads = 0
        self.begun = threading.Event()
        self.go = threading.Event()

    @property
    def ahead(self) -> Ahead:
        return Ahead(self.wanted, self.read)

    async def wanted(self, tx: Transaction, event: Incoming, house: House) -> bool:
        return self.is_wanted

    async def read(self, tx: Transaction, event: Incoming, house: House) -> Sequence[str]:
        self.reads += 1
        if self.reads <= self.fails:
            raise ValueError("not this time")
        self.begun.set()
        while not self.go.is_set():
            await asyncio.sleep(0.01)
            await inbox.newest(tx)
        return self.parts


async def decide(turn: Turn) -> None:
    """Say what was read, or what was said."""
    if turn.ahead is None:
        turn.send(to("people", turn.event.text))
    for part in turn.ahead or ():
        turn.send(to("managers", part))


async def test_people_are_answered_while_it_is_read_and_each_part_is_decided(url: str, sealer: Sealer) -> None:
    reader = Reader("one", "two", "three")
    async with running(url, sealer, decide, sweeps=("long",)) as mailbox:
        mailbox.door.readers["long"] = reader.ahead
        await mailbox.engine.tick("long")
        await asyncio.to_thread(reader.begun.wait)
        await mailbox.receive(person_says("people", "hello"))
        await mailbox.wire.called(1)
        assert mailbox.wire.texts("people") == ["hello"]
        reader.go.set()
        await mailbox.settled()
        assert mailbox.wire.texts("managers") == ["one", "two", "three"]
        assert reader.reads == 1


async def test_where_nothing_is_wanted_nothing_is_read(url: str, sealer: Sealer) -> None:
    reader = Reader("one", wanted=False)
    async with running(url, sealer, decide, sweeps=("long",)) as mailbox:
        mailbox.door.readers["long"] = reader.ahead
        await mailbox.engine.tick("long")
        await mailbox.settled()
        assert reader.reads == 0
        assert mailbox.door.seen == ["long"]


async def test_what_fails_is_read_again_and_in_the_end_set_aside(url: str, sealer: Sealer) -> None:
    reader = Reader("one", fails=1)
    reader.go.set()
    async with running(url, sealer, decide, sweeps=("long",)) as mailbox:
        mailbox.door.readers["long"] = reader.ahead
        await mailbox.engine.tick("long")
        await mailbox.settled()
        assert mailbox.wire.texts("managers") == []
        mailbox.clock.move(PAUSES[0])
        mailbox.engine.look_again()
        await mailbox.settled()
        assert mailbox.wire.texts("managers") == ["one"]
        reader.fails = 1000
        mailbox.clock.move(3600)
        await mailbox.engine.tick("long")
        for pause in PAUSES:
            await mailbox.settled()
            mailbox.clock.move(pause)
            mailbox.engine.look_again()
        await mailbox.settled()
        vitals = await mailbox.engine.vitals()
        assert vitals.set_aside == 1


async def test_stopped_while_it_is_read_it_is_read_again_at_the_next_start(url: str, sealer: Sealer) -> None:
    reader = Reader("one")
    async with running(url, sealer, decide, sweeps=("long",)) as mailbox:
        mailbox.door.readers["long"] = reader.ahead
        await mailbox.engine.tick("long")
        await asyncio.to_thread(reader.begun.wait)
    reader.go.set()
    later = Reader("again")
    later.go.set()
    async with running(url, sealer, decide, sweeps=("long",)) as mailbox:
        mailbox.door.readers["long"] = later.ahead
        mailbox.engine.look_again()
        await mailbox.settled()
        assert mailbox.wire.texts("managers") == ["again"]
