"""Events that fail: tried again, set aside, and in nobody's way."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from bot.channels.base import RawEvent
from bot.clock import MovableClock
from bot.flow.worker import PAUSES
from handlers.core.turn import Turn
from handlers.core.vocabulary import Address, EventKind, Incoming, Outgoing, OutKind
from storage import facts, inbox
from storage.sealing import Sealer
from tests.integration.flow.conftest import START, running
from tests.integration.flow.wire import person_says


async def fragile(turn: Turn) -> None:
    await facts.put(turn.tx, f"seen:{turn.event.text}", "1")
    turn.reply(turn.event.text)
    if turn.event.text.startswith("bad"):
        raise RuntimeError(turn.event.text)


async def test_what_fails_is_undone_told_once_tried_again_and_set_aside(url: str, sealer: Sealer) -> None:
    async with running(url, sealer, fragile) as mailbox:
        await mailbox.receive(person_says("p", "one", number="1"), person_says("p", "bad", number="2"))
        await mailbox.receive(person_says("p", "three", number="3"), person_says("q", "four", number="4"))
        await mailbox.settled()
        assert mailbox.wire.texts("p") == ["one", "kept", "three"] or mailbox.wire.texts("p") == [
            "one",
            "three",
            "kept",
        ]
        assert mailbox.wire.texts("q") == ["four"]
        for pause in PAUSES:
            mailbox.clock.move(pause)
            mailbox.engine.look_again()
            await mailbox.settled()
        assert mailbox.door.apologies == ["bad"]
        async with mailbox.database.reading() as tx:
            aside = await inbox.set_asides(tx)
            assert await facts.get(tx, "seen:bad") is None
            assert await facts.get(tx, "seen:three") == "1"
        assert [each.tries for each in aside] == [len(PAUSES) + 1]
        assert aside[0].error.startswith("RuntimeError at tests/integration/flow/test_worker.py:")
        assert "bad" not in aside[0].error


async def test_what_was_set_aside_can_be_tried_again(url: str, sealer: Sealer) -> None:
    healed = False

    async def decide(turn: Turn) -> None:
        if not healed:
            raise RuntimeError
        turn.reply("at last")

    async with running(url, sealer, decide) as mailbox:
        await mailbox.receive(person_says("p", "x"))
        for pause in (0, *PAUSES):
            mailbox.clock.move(pause)
            mailbox.engine.look_again()
            await mailbox.settled()
        healed = True
        async with mailbox.database.writing() as tx:
            assert await inbox.again(tx, START) == 1
        mailbox.engine.look_again()
        await mailbox.settled()
        assert mailbox.wire.texts("p") == ["kept", "at last"]


async def test_a_look_that_fails_stops_no_other_and_is_named_until_it_is_taken_again(url: str, sealer: Sealer) -> None:
    mended = False

    async def decide(turn: Turn) -> None:
        if turn.event.text == "visits" and not mended:
            await facts.put(turn.tx, "seen:half", "1")
            raise RuntimeError
        await facts.put(turn.tx, f"seen:{turn.event.text}", str(turn.now))

    async with running(url, sealer, decide, sweeps=("visits", "tasks"), looks=("visits", "tasks")) as mailbox:
        for _ in range(3):
            await mailbox.engine.tick_all()
            for pause in (0, *PAUSES):
                mailbox.clock.move(pause)
                mailbox.engine.look_again()
                await mailbox.settled()
        async with mailbox.database.reading() as tx:
            # Three looks failed to the end; the newest speaks for all of them.
            (aside,) = await inbox.set_asides(tx)
            assert aside.error.startswith("visits: RuntimeError at tests/")
            assert await facts.get(tx, "seen:half") is None
            assert await facts.get(tx, "seen:tasks") is not None
        late = (await mailbox.engine.vitals()).looks_late
        assert late["visits"] > late["tasks"]
        mended = True
        await mailbox.engine.tick_all()
        await mailbox.settled()
        vitals = await mailbox.engine.vitals()
        assert (vitals.set_aside, vitals.looks_late) == (0, {"visits": 0, "tasks": 0})


async def test_an_unreadable_event_is_set_aside_at_once(url: str, sealer: Sealer) -> None:
    async with running(url, sealer, fragile) as mailbox:
        await mailbox.receive(
            RawEvent("1", "p", "unreadable"), person_says("p", "fine"), person_says("p", "ignored", number="3")
        )
        await mailbox.settled()
        async with mailbox.database.reading() as tx:
            assert [each.error for each in await inbox.set_asides(tx)] == ["unreadable"]
        assert mailbox.wire.texts("p") == ["fine"]


async def test_a_message_to_nowhere_fails_its_own_event_only(url: str, sealer: Sealer) -> None:
    async def decide(turn: Turn) -> None:
        turn.reply("before")
        if turn.event.text == "nowhere":
            turn.send(Outgoing(OutKind.SEND, text="lost"))

    async with running(url, sealer, decide) as mailbox:
        await mailbox.receive(person_says("p", "nowhere"), person_says("q", "fine"))
        await mailbox.settled()
        assert mailbox.wire.texts("q") == ["before"]
        assert mailbox.wire.texts("p") == ["kept"]


async def test_every_press_is_answered_after_the_commit(url: str, sealer: Sealer) -> None:
    async def decide(turn: Turn) -> None:
        if turn.event.text == "loud":
            turn.answer("mind this", alert=True)

    async with running(url, sealer, decide) as mailbox:
        await mailbox.receive(
            person_says("p", "loud", number="1", kind=EventKind.PRESS, press="a"),
            person_says("p", "quiet", number="2", kind=EventKind.PRESS, press="b"),
        )
        await mailbox.settled()
        assert sorted(mailbox.wire.toasts) == [("a", "mind this", True), ("b", "", False)]


async def test_a_locked_database_costs_no_try(sealer: Sealer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("storage.sqlite.BUSY_MILLISECONDS", 50)
    monkeypatch.setattr("storage.sqlite._PRAGMAS", ("PRAGMA journal_mode=WAL", "PRAGMA busy_timeout=50"))
    url = f"sqlite:///{tmp_path / 'mailbox.db'}"
    async with running(url, sealer, fragile) as mailbox:
        await mailbox.receive(person_says("p", "one"))
        await mailbox.settled()
        other = sqlite3.connect(tmp_path / "mailbox.db", isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        other.execute("INSERT INTO facts (key, value) VALUES ('other', '1')")
        with pytest.raises(Exception, match="locked"):
            await mailbox.receive(person_says("p", "two", number="2"))
        other.execute("COMMIT")
        other.close()
        await mailbox.receive(person_says("p", "two", number="2"))
        await mailbox.settled()
        assert mailbox.wire.texts("p") == ["one", "two"]
        assert mailbox.door.apologies == []


async def test_a_clock_set_back_holds_nothing_up(url: str, sealer: Sealer) -> None:
    failed = 0

    async def decide(turn: Turn) -> None:
        nonlocal failed
        if turn.event.text == "bad" and failed < 2:
            failed += 1
            raise RuntimeError
        turn.reply(turn.event.text)

    async with running(url, sealer, decide) as mailbox:
        await mailbox.receive(person_says("p", "bad", number="1"))
        await mailbox.settled()
        mailbox.clock.move(-3600)
        await mailbox.receive(person_says("p", "next", number="2"))
        await mailbox.settled()
        assert "next" in mailbox.wire.texts("p")
        assert "bad" in mailbox.wire.texts("p")


async def test_what_waits_for_a_time_waits_no_longer_when_the_clock_is_set_back(url: str, sealer: Sealer) -> None:
    async def decide(turn: Turn) -> None:
        turn.send(
            Outgoing(
                OutKind.SEND, to=Address("wire", "p"), text=turn.event.text, not_before=START + int(turn.event.text)
            )
        )

    clock = MovableClock(fixed=START)
    async with running(url, sealer, decide, clock=clock) as mailbox:
        await mailbox.receive(person_says("p", "5", number="1"), person_says("p", "900", number="2"))
        await mailbox.settled()
        clock.move(-3600)
        mailbox.engine.look_again()
        await mailbox.settled()
        assert mailbox.wire.texts("p") == []
        clock.move(5)
        mailbox.engine.look_again()
        await mailbox.settled()
        assert mailbox.wire.texts("p") == ["5"]
    # Set back while the program was down.
    clock.move(-3600)
    async with running(url, sealer, decide, clock=clock) as mailbox:
        await mailbox.settled()
        clock.move(900)
        mailbox.engine.look_again()
        await mailbox.settled()
        assert mailbox.wire.texts("p") == ["900"]


async def test_ticks_are_kept_once_and_actions_of_the_command_line_each_time(url: str, sealer: Sealer) -> None:
    async def decide(turn: Turn) -> None:
        turn.send(
            Outgoing(OutKind.SEND, to=Address("wire", "admin"), text=f"{turn.event.kind} {turn.event.text} {turn.now}")
        )

    async with running(url, sealer, decide, sweeps=("reminders", "digest")) as mailbox:
        await mailbox.engine.tick("reminders")
        await mailbox.engine.tick_all()
        await mailbox.settled()
        assert sorted(mailbox.wire.texts("admin")) == [f"tick digest {START}", f"tick reminders {START}"]
        action = Incoming(EventKind.TICK, at=0, channel="command", text="digest")
        await mailbox.engine.inject(action, action)
        await mailbox.settled()
        assert mailbox.wire.texts("admin").count(f"tick digest {START}") == 3
