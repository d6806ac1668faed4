"""What outlives the process, and what it does while the database can't be had."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest
from structlog.testing import capture_logs

from bot.channels.base import Outcome, Result, Work
from bot.flow import record
from bot.flow.pace import PaceRules
from handlers.core.message import plain
from handlers.core.vocabulary import Address, Attachment, FileKind, Outgoing, OutKind, Refusal
from storage import groups
from storage.database import Database
from storage.engines import open_database
from storage.errors import Busy
from storage.sealing import Sealer
from tests.integration.flow.conftest import Running, running
from tests.integration.flow.test_delivery import letting, to
from tests.integration.flow.wire import Wire, person_says

PACE = PaceRules(overall=0, private=0, group=20)


async def rest(mailbox: Running) -> None:
    """Until nothing is in flight: what must wait for its turn goes on waiting."""
    async with asyncio.timeout(20):
        while not (mailbox.engine._delivery.idle and mailbox.engine._worker.idle):
            await mailbox.engine._changed.wait(0.5)


async def kill(mailbox: Running) -> None:
    """Nothing is finished or written down."""
    for task in mailbox.engine._tasks.values():
        task.cancel()
    await asyncio.gather(*mailbox.engine._tasks.values(), return_exceptions=True)


async def test_a_groups_pace_outlives_restarts_and_kills(url: str, sealer: Sealer) -> None:
    wire = Wire()
    many = [Outgoing(OutKind.SEND, to=Address("wire", "g", thread=str(n % 25)), text=str(n)) for n in range(60)]
    database = await open_database(url, sealer)
    async with database.writing() as tx:
        await groups.register(tx, "wire", "g", unit_id=None, category_id=None)
    await database.close()
    # A call whose outcome is unknown, and one that was turned away, count as well.
    wire.answer("g", Outcome(Result.UNKNOWN), Outcome(Result.LATER, retry_after=0.01))
    async with running(url, sealer, letting(*many), wire=wire, pace=PACE) as mailbox:
        await mailbox.receive(person_says("p", "go"))
        await wire.called(3)
    for _ in range(5):
        async with running(url, sealer, letting(), wire=wire, pace=PACE) as mailbox:
            await rest(mailbox)
            await kill(mailbox)
    said = len(wire.texts("g"))
    assert 3 <= said <= 20
    async with running(url, sealer, letting(to("p", "to a person")), wire=wire, pace=PACE) as mailbox:
        await mailbox.receive(person_says("p", "go", number="2"))
        await rest(mailbox)
    assert wire.texts("p") == ["to a person"]
    assert len(wire.texts("g")) == said


async def test_a_database_that_is_away_is_said_once_and_left_alone(
    url: str, sealer: Sealer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.flow.absence.PAUSES", (3600.0,))
    real, away, asked = Database.reading, True, 0

    def reading(self: Database) -> object:
        nonlocal asked
        if away:
            asked += 1
            raise Busy("PostgreSQL: connection refused")
        return real(self)

    async with running(url, sealer, letting()) as mailbox:
        await mailbox.settled()
        monkeypatch.setattr(Database, "reading", reading)
        with capture_logs() as said:
            mailbox.engine.look_again()
            for _ in range(2000):
                await asyncio.sleep(0)
            assert 1 <= asked <= 4
            away = False
            await mailbox.receive(person_says("a", "one"))
            mailbox.engine.look_again()
            await mailbox.settled()
        assert mailbox.wire.texts("a") == ["one"]
    assert sorted(each["part"] for each in said if each["event"] == "database busy") == ["delivery", "worker"]
    assert sorted(each["part"] for each in said if each["event"] == "database answers again") == ["delivery", "worker"]


async def test_a_crash_between_the_parts_of_a_message_repeats_one_call(
    url: str, sealer: Sealer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.flow.absence.PAUSES", (3600.0,))
    real, recorded, stuck = record.record, 0, asyncio.Event()

    async def record_once(*given: Any) -> Any:
        nonlocal recorded
        recorded += 1
        if recorded > 1:
            stuck.set()
            raise Busy("killed before it was written down")
        return await real(*given)

    def judge(work: Work) -> Outcome | None:
        refs = [each.attachment.ref for each in work.files]
        return Outcome(Result.REFUSED, refusal=Refusal.FILE_LOST) if "bad" in refs else None

    told: list[str] = []
    wire = Wire(judge=judge)
    files = tuple(Attachment(FileKind.PHOTO, ref=ref) for ref in ("0", "1", "bad", "3"))
    monkeypatch.setattr("bot.flow.delivery.record", record_once)
    async with running(url, sealer, letting(to("a", "words", attachments=files), told=told), wire=wire) as mailbox:
        await mailbox.receive(person_says("p", "go"))
        async with asyncio.timeout(20):
            await stuck.wait()
        await kill(mailbox)
    for _ in range(3):
        recorded = 0
        stuck.clear()
        async with running(url, sealer, letting(told=told), wire=wire) as mailbox:
            async with asyncio.timeout(20):
                await stuck.wait()
            await kill(mailbox)
    monkeypatch.setattr("bot.flow.delivery.record", real)
    async with running(url, sealer, letting(told=told), wire=wire) as mailbox:
        await mailbox.settled()
    arrived = [each.attachment.ref for work in wire.calls if judge(work) is None for each in work.files]
    assert list(dict.fromkeys(arrived)) == ["0", "1", "3"]
    assert all(arrived.count(ref) <= 2 for ref in arrived)
    assert 1 <= sum("words" in plain(work.text) for work in wire.calls if judge(work) is None) <= 2
    assert told == ["partly None"]
