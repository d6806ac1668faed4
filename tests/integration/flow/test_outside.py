"""What is seen from outside: vitals, health and metrics, the schedule, stopping."""

from __future__ import annotations

import asyncio
import time
from datetime import datetime, tzinfo
from typing import Any, Self

import pytest
from aiohttp.test_utils import TestClient, TestServer

from bot.channels.base import Outcome, RawEvent, Result
from bot.clock import MovableClock
from bot.engine import Engine
from bot.schedule import LOOKS, SWEEPS, Schedule, Times
from bot.web.health import health_app
from handlers.core.turn import Turn
from handlers.core.vocabulary import EventKind
from handlers.rules.calendar import ZONE
from storage.engines import open_database
from storage.sealing import Sealer
from tests.integration.flow.conftest import START, ScriptedDoor, house, running
from tests.integration.flow.wire import Wire, person_says

TIMES = Times(zone=ZONE, digest="30 8 * * mon", backup="10 3 * * *")


async def echo(turn: Turn) -> None:
    if turn.event.kind is EventKind.MESSAGE:
        turn.reply(turn.event.text)


async def look(app: Any, path: str) -> tuple[int, str]:
    async with TestClient(TestServer(app)) as client:
        response = await client.get(path)
        return response.status, await response.text()


async def test_all_is_well(url: str, sealer: Sealer) -> None:
    async with running(url, sealer, echo) as mailbox:
        await mailbox.receive(person_says("p", "one"), person_says("q", "two"))
        await mailbox.settled()
        app = health_app(mailbox.engine.vitals)
        assert await look(app, "/healthz") == (200, '{"status": "ok", "problems": {}}')
        _, metrics = await look(health_app(mailbox.engine.vitals), "/metrics")
        assert "shuji_events_handled_total 2.0" in metrics
        assert 'shuji_deliveries_total{channel="wire",result="delivered"} 2.0' in metrics
        assert "shuji_inbox_depth 0.0" in metrics


async def test_what_waits_too_long_is_said(url: str, sealer: Sealer) -> None:
    async with running(url, sealer, echo) as mailbox:
        mailbox.wire.answer("p", Outcome(Result.LATER, retry_after=500))
        await mailbox.receive(RawEvent("x", "p", "unreadable"))
        await mailbox.settled()
        await mailbox.receive(person_says("p", "one"))
        await mailbox.wire.called(1)
        mailbox.clock.move(400)
        status, text = await look(health_app(mailbox.engine.vitals), "/healthz")
        assert status == 503
        assert '"outbox_old": 400' in text
        assert '"fetch_old": 400' in text
        assert '"set_aside": 1' in text
        vitals = await mailbox.engine.vitals()
        assert vitals.outbox["interactive"].depth == 1


async def test_the_schedule_begins_with_a_look_at_everything(url: str, sealer: Sealer) -> None:
    async with running(url, sealer, echo, sweeps=SWEEPS) as mailbox:
        schedule = Schedule(mailbox.engine, TIMES)
        await schedule.start()
        await mailbox.settled()
        schedule.stop()
        assert sorted(mailbox.door.seen) == sorted(SWEEPS)


async def test_a_clock_that_is_set_back_delays_no_look(
    url: str, sealer: Sealer, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with running(url, sealer, echo, sweeps=SWEEPS) as mailbox:
        schedule = Schedule(mailbox.engine, TIMES)
        ahead = time.time() + 3600

        class Ahead(datetime):
            """An hour ahead of the machine's."""

            @classmethod
            def now(cls, tz: tzinfo | None = None) -> Self:
                return cls.fromtimestamp(ahead, tz)

        for module in ("apscheduler.schedulers.base.datetime", "apscheduler.triggers.interval.datetime"):
            monkeypatch.setattr(module, Ahead)
        await schedule.start()
        assert schedule.next_look > ahead
        monkeypatch.undo()
        schedule.set_back()
        assert schedule.next_look < time.time() + 300
        schedule.stop()
        await mailbox.settled()


async def test_an_alarm_is_raised_once_an_hour(url: str, sealer: Sealer) -> None:
    async with running(url, sealer, echo) as mailbox:
        await mailbox.receive(RawEvent("x", "p", "unreadable"))
        await mailbox.settled()
        schedule = Schedule(mailbox.engine, TIMES)
        for _ in range(3):
            await schedule.watch()
            mailbox.clock.move(30)
        await mailbox.settled()
        assert mailbox.door.seen == ["alarm"]
        mailbox.wire.answer("p", Outcome(Result.LATER, retry_after=500))
        await mailbox.receive(person_says("p", "one"))
        await mailbox.wire.called(1)
        mailbox.clock.move(90)
        await schedule.watch()
        await mailbox.settled()
        assert mailbox.door.seen.count("alarm") == 2, "what was not wrong before is told within the hour"


async def test_what_a_channel_says_of_itself_is_listed(url: str, sealer: Sealer) -> None:
    async with running(url, sealer, echo) as mailbox:
        mailbox.wire.troubles = ("second_reader",)
        assert await look(health_app(mailbox.engine.vitals), "/healthz") == (
            503,
            '{"status": "failing", "problems": {"second_reader": 1}}',
        )


async def test_who_is_told_of_late_looks_is_not_told_of_a_machine_that_slept(url: str, sealer: Sealer) -> None:
    async with running(url, sealer, echo, sweeps=SWEEPS, looks=LOOKS) as mailbox:
        schedule = Schedule(mailbox.engine, TIMES)
        await mailbox.receive()  # The platform answers: nothing but the looks is late.
        mailbox.clock.move(8000)
        await mailbox.engine.intake.keep("wire", [])
        await schedule.watch()
        await mailbox.engine.tick_all()
        await mailbox.settled()
        await schedule.watch()
        await mailbox.settled()
        assert "alarm" not in mailbox.door.seen
        mailbox.clock.move(8000)
        await mailbox.engine.intake.keep("wire", [])
        await schedule.watch()
        await schedule.watch()
        await mailbox.settled()
        assert mailbox.door.seen.count("alarm") == 1


async def test_looks_that_are_late_are_seen(url: str, sealer: Sealer) -> None:
    async with running(url, sealer, echo, sweeps=SWEEPS, looks=LOOKS) as mailbox:
        mailbox.clock.move(400)
        assert (await mailbox.engine.vitals()).sweeps_late == 100, "counted from the start"
        await mailbox.engine.tick_all()
        await mailbox.settled()
        assert (await mailbox.engine.vitals()).sweeps_late == 0
        mailbox.clock.move(900)
        assert "shuji_sweeps_late_seconds 600.0" in (await look(health_app(mailbox.engine.vitals), "/metrics"))[1]


async def test_a_channel_that_stumbles_is_listened_to_again(
    url: str, sealer: Sealer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.engine._LISTEN_AGAIN_SECONDS", 0.05)
    wire = Stumbling()
    async with running(url, sealer, echo, wire=wire) as mailbox:
        await wire.second.wait()
        await mailbox.settled()


class Stumbling(Wire):
    """Its listening breaks the first time."""

    def __init__(self) -> None:
        super().__init__()
        self.second = asyncio.Event()
        self.times_listened = 0

    async def listen(self, keep: object) -> None:
        self.times_listened += 1
        if self.times_listened == 1:
            raise RuntimeError
        self.second.set()
        await asyncio.Event().wait()


async def test_an_engine_asked_to_stop_comes_to_its_end(url: str, sealer: Sealer) -> None:
    database = await open_database(url, sealer)
    engine = Engine(database, [Wire()], house(), MovableClock(fixed=START), door=ScriptedDoor(echo))
    running = asyncio.create_task(engine.run())
    await engine.intake.keep("wire", [person_says("p", "one")])
    engine.request_stop()
    await running
    await database.close()
