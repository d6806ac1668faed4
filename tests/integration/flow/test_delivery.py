"""What platforms answer, and what becomes of the row, the lane and whoever must know."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable

import pytest

from bot.channels.base import MadeFile, Outcome, Result, Work
from bot.flow.calling import Parts
from bot.flow.pace import PaceRules
from handlers.core.turn import Turn
from handlers.core.vocabulary import (
    Address,
    Attachment,
    EventKind,
    FileKind,
    Outgoing,
    OutKind,
    Priority,
    Refusal,
    Spot,
)
from storage import outbox, people
from storage.database import Transaction
from storage.errors import Busy
from storage.sealing import Sealer
from tests.integration.flow.conftest import START, Running, running
from tests.integration.flow.wire import Wire, person_says


def letting(*messages: Outgoing, told: list[str] | None = None) -> Callable[[Turn], Awaitable[None]]:
    """Decides to say ``messages`` on "go", echoes other messages, and notes outcomes in ``told``."""

    async def decide(turn: Turn) -> None:
        event = turn.event
        if event.kind is EventKind.DELIVERY:
            assert told is not None, f"unexpected outcome {event.member}"
            told.append(f"{event.member} {event.facts.get('ticket')} {event.facts.get('note', '')}".strip())
        elif event.kind is EventKind.MEMBERSHIP:
            await outbox.release(turn.tx, event.channel, event.chat)
        elif event.text == "go":
            for each in messages:
                turn.send(each)
        else:
            turn.reply(event.text)

    return decide


def to(chat: str, text: str, **more: object) -> Outgoing:
    return Outgoing(OutKind.SEND, to=Address("wire", chat), text=text, **more)  # type: ignore[arg-type]


async def waiting(mailbox: Running) -> int:
    async with mailbox.database.reading() as tx:
        return sum(each.count for each in await outbox.ready(tx, mailbox.clock.now(), {})) + await outbox.held(tx)


@pytest.mark.parametrize("result", [Result.LATER, Result.UNKNOWN])
async def test_a_chat_that_must_wait_keeps_its_order_and_stops_nobody_else(
    url: str, sealer: Sealer, result: Result
) -> None:
    async with running(url, sealer, letting()) as mailbox:
        mailbox.wire.answer("slow", Outcome(result, retry_after=0.4))
        await mailbox.receive(*(person_says("slow", str(n), number=str(n)) for n in range(3)))
        await mailbox.receive(*(person_says("quick", str(n), number=str(n)) for n in range(3)))
        await mailbox.settled()
        assert mailbox.wire.texts("slow") == ["0", "0", "1", "2"]
        chats = [work.chat for work in mailbox.wire.calls]
        assert chats.index("slow") < chats.index("quick")
        assert max(n for n, chat in enumerate(chats) if chat == "quick") < chats.index("slow", chats.index("slow") + 1)
        async with mailbox.database.reading() as tx:
            assert await outbox.failures(tx, 0) == ()


async def test_a_whole_channel_asked_to_wait_waits(url: str, sealer: Sealer) -> None:
    async with running(url, sealer, letting()) as mailbox:
        mailbox.wire.answer("a", Outcome(Result.LATER, retry_after=0.5, whole_channel=True))
        await mailbox.receive(person_says("a", "one"))
        await mailbox.wire.called(1)
        await mailbox.receive(person_says("b", "two"))
        await mailbox.settled()
        assert sorted(work.chat for work in mailbox.wire.calls) == ["a", "a", "b"]
        assert mailbox.wire.times[1] - mailbox.wire.times[0] >= 0.4


async def test_a_stopped_channel_keeps_everything(url: str, sealer: Sealer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.flow.record.STOPPED_PAUSES", (0.2,))
    async with running(url, sealer, letting()) as mailbox:
        mailbox.wire.answer("a", *[Outcome(Result.STOPPED, text="Unauthorized")] * 3)
        await mailbox.receive(person_says("a", "one"))
        await mailbox.settled()
        assert mailbox.wire.texts("a") == ["one"] * 4


async def test_a_refused_row_fails_and_the_handlers_are_told(url: str, sealer: Sealer) -> None:
    told: list[str] = []
    message = to("a", "x", facts={"note": "n"})
    async with running(url, sealer, letting(message, to("a", "y"), told=told)) as mailbox:
        mailbox.wire.answer("a", Outcome(Result.REFUSED, refusal=Refusal.TOO_BIG, text="too big"))
        await mailbox.receive(person_says("p", "go"))
        await mailbox.settled()
        assert told == ["too_big None n"]
        assert mailbox.wire.texts("a") == ["x", "y"]
        async with mailbox.database.reading() as tx:
            assert [each.error for each in await outbox.failures(tx, 0)] == ["too_big: too big"]


async def test_a_report_is_given_when_asked_for(url: str, sealer: Sealer) -> None:
    told: list[str] = []
    async with running(url, sealer, letting(to("a", "x", report=True, facts={"note": "n"}), told=told)) as mailbox:
        await mailbox.receive(person_says("p", "go"))
        await mailbox.settled()
        assert told == ["delivered None n"]


async def test_who_blocked_us_is_written_to_when_they_come_back(url: str, sealer: Sealer) -> None:
    told: list[str] = []
    wire = Wire()
    first = to("a", "first", facts={"note": "1"})
    async with running(url, sealer, letting(first, to("a", "second"), told=told), wire=wire) as mailbox:
        wire.answer("a", Outcome(Result.REFUSED, refusal=Refusal.UNREACHABLE))
        await mailbox.receive(person_says("p", "go"))
        await mailbox.settled()
        assert told == ["unreachable None 1"]
        assert wire.texts("a") == ["first"]
        assert await waiting(mailbox) == 2
        await mailbox.receive(person_says("p", "go", number="2"))
        await mailbox.settled()
        assert wire.texts("a") == ["first"]
    async with running(url, sealer, letting(told=told), wire=wire) as mailbox:
        await mailbox.settled()
        assert wire.texts("a") == ["first"]
        await mailbox.receive(person_says("a", "", kind=EventKind.MEMBERSHIP, member="member"))
        await mailbox.settled()
        assert wire.texts("a") == ["first", "first", "second", "first", "second"]
        assert await waiting(mailbox) == 0


async def test_what_is_said_to_someone_out_of_reach_is_told_at_once(url: str, sealer: Sealer) -> None:
    told: list[str] = []
    linked = to("a", "x", report=True, facts={"note": "late"})
    async with running(url, sealer, letting(linked, told=told)) as mailbox:
        mailbox.wire.answer("a", Outcome(Result.REFUSED, refusal=Refusal.UNREACHABLE))
        await mailbox.receive(person_says("a", "hello"))
        await mailbox.settled()
        await mailbox.receive(person_says("p", "go"))
        await mailbox.settled()
        assert told == ["unreachable None", "unreachable None late"]


async def test_what_could_not_be_pinned_is_pinned_in_a_call_of_its_own(url: str, sealer: Sealer) -> None:
    async with running(url, sealer, letting()) as mailbox:
        mailbox.wire.answer("a", Outcome(Result.DELIVERED, messages=("77",), unpinned="77"))
        await mailbox.receive(person_says("a", "one"))
        await mailbox.settled()
        assert [(each.kind, each.target) for each in mailbox.wire.calls] == [
            (OutKind.SEND, None),
            (OutKind.PIN, "77"),
        ]


async def test_an_overtaken_edit_is_never_sent(url: str, sealer: Sealer) -> None:
    def edit(text: str) -> Outgoing:
        return to("a", text, replace="menu")

    gate = asyncio.Event()

    async def hold(work: Work) -> None:
        if work.text == "first":
            await gate.wait()

    messages = [to("a", "first"), edit("old"), to("a", "between"), edit("older"), edit("new")]
    async with running(url, sealer, letting(*messages)) as mailbox:
        mailbox.wire.before = hold
        # Together, so that both are decided before anything leaves.
        await mailbox.receive(person_says("p", "go"), person_says("p", "go", number="2"))
        await mailbox.wire.called(1)
        gate.set()
        await mailbox.settled()
        assert mailbox.wire.texts("a") == ["first", "between", "first", "between", "new"]


async def test_taking_a_message_away_uses_none_of_what_may_be_said(url: str, sealer: Sealer) -> None:
    gone = Outgoing(OutKind.DELETE, to=Address("wire", "a"), target=Spot(message="77"))
    async with running(url, sealer, letting(gone, to("a", "said")), pace=PaceRules(overall=0.001)) as mailbox:
        await mailbox.receive(person_says("p", "go"))
        await mailbox.settled()
        assert [work.kind for work in mailbox.wire.calls] == [OutKind.DELETE, OutKind.SEND]


async def test_what_waits_for_one_place_is_gathered_while_its_rate_is_the_limit(url: str, sealer: Sealer) -> None:
    lines = [to("a", f"line {n}", gather="t") for n in range(6)]
    messages = [to("a", "first"), *lines[:3], to("a", "apart"), *lines[3:]]
    pace = PaceRules(overall=0, private=5, burst=1, group=0)
    async with running(url, sealer, letting(*messages), pace=pace) as mailbox:
        await mailbox.receive(person_says("p", "go"))
        await mailbox.settled()
        three = "line 0\n\nline 1\n\nline 2"
        assert mailbox.wire.texts("a") == ["first", three, "apart", "line 3\n\nline 4\n\nline 5"]


async def test_the_most_urgent_goes_first_and_later_ones_wait_for_their_time(url: str, sealer: Sealer) -> None:
    messages = [
        *(to(f"bulk{n}", "b", priority=Priority.BULK) for n in range(5)),
        to("reminder", "r", priority=Priority.REMINDER),
        to("answer", "i"),
        to("answer", "tomorrow", not_before=START + 86_400),
        to("answer", "now"),
    ]
    async with running(url, sealer, letting(*messages), parts=Parts(at_once=1)) as mailbox:
        await mailbox.receive(person_says("p", "go"))
        await mailbox.settled()
        chats = [work.chat for work in mailbox.wire.calls]
        assert chats[:3] == ["answer", "answer", "reminder"]
        assert mailbox.wire.texts("answer") == ["i", "now"]
        mailbox.clock.move(86_400)
        await mailbox.engine.tick_all()
        await mailbox.settled()
        assert mailbox.wire.texts("answer") == ["i", "now", "tomorrow"]


async def test_a_crash_between_sending_and_recording_repeats_one_message_a_chat(
    url: str, sealer: Sealer, monkeypatch: pytest.MonkeyPatch
) -> None:
    wire = Wire()
    refused = asyncio.Event()

    async def refuse_to_record(*_: object) -> None:
        refused.set()
        raise Busy("disk is full")

    messages = [to(chat, text) for text in ("1", "2", "3") for chat in ("a", "b")]
    real = outbox.sent
    monkeypatch.setattr("bot.flow.record.outbox.sent", refuse_to_record)
    async with running(url, sealer, letting(*messages), wire=wire) as mailbox:
        await mailbox.receive(person_says("p", "go"))
        await wire.called(2)
        await refused.wait()
        assert wire.texts("a") == wire.texts("b") == ["1"]
        mailbox.engine._delivery.stop()
        for task in mailbox.engine._tasks.values():
            task.cancel()
        await asyncio.gather(*mailbox.engine._tasks.values(), return_exceptions=True)
    monkeypatch.setattr("bot.flow.record.outbox.sent", real)
    async with running(url, sealer, letting(), wire=wire) as mailbox:
        await mailbox.settled()
        assert wire.texts("a") == wire.texts("b") == ["1", "1", "2", "3"]


async def test_stopping_finishes_what_is_in_hand_and_the_rest_goes_on_next_time(url: str, sealer: Sealer) -> None:
    wire = Wire()
    started = asyncio.Event()

    async def slow(_: Work) -> None:
        started.set()
        await asyncio.sleep(0.2)

    wire.before = slow
    async with running(url, sealer, letting(to("a", "1"), to("a", "2")), wire=wire) as mailbox:
        await mailbox.receive(person_says("p", "go"))
        await started.wait()
    assert wire.texts("a") == ["1"]
    async with running(url, sealer, letting(), wire=wire) as mailbox:
        await mailbox.settled()
    assert wire.texts("a") == ["1", "2"]


async def test_files_are_made_and_cleaned_on_the_way(url: str, sealer: Sealer) -> None:
    async def make(name: str, facts: object) -> MadeFile:
        return MadeFile(f"{name}.png", str(facts).encode(), "image/png")

    async def clean(attachment: Attachment, content: bytes) -> MadeFile:
        return MadeFile("附件.pdf", content.replace(b"secret", b""), "application/pdf")

    told: list[str] = []
    files = (
        Attachment(FileKind.PHOTO, made="digest", facts={"week": 1}),
        Attachment(FileKind.PHOTO, ref="photo", clean=True),
        Attachment(FileKind.DOCUMENT, ref="doc", name="张三.pdf", clean=True),
    )
    lost = Attachment(FileKind.DOCUMENT, ref="gone", clean=True)
    messages = [to("a", "x", attachments=files), to("a", "lost", attachments=(lost,)), to("a", "y")]
    parts = Parts(make=make, clean=clean)
    async with running(url, sealer, letting(*messages, told=told), parts=parts) as mailbox:
        mailbox.wire.files["doc"] = b"a secret b"
        await mailbox.receive(person_says("p", "go"))
        await mailbox.settled()
        made, plain, cleaned = [each for work in mailbox.wire.calls for each in work.files]
        assert made.made == MadeFile("digest.png", b"{'week': 1}", "image/png")
        assert cleaned.made is not None
        assert (cleaned.made.content, cleaned.attachment.name, cleaned.attachment.ref) == (b"a  b", "附件.pdf", None)
        assert plain.made is None
        assert told == ["partly None"]
        assert mailbox.wire.texts("a") == ["x", "", "lost", "y"]


async def test_a_row_that_breaks_the_program_is_set_aside(
    url: str, sealer: Sealer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.flow.record.UNKNOWN_PAUSES", (0,))
    told: list[str] = []
    picture = (Attachment(FileKind.PHOTO, made="digest"),)
    broken = to("a", "x", attachments=picture, link=None)
    async with running(url, sealer, letting(broken, to("a", "y"), told=told)) as mailbox:
        await mailbox.receive(person_says("p", "go"))
        await mailbox.settled()
        assert told == ["partly None"]
        assert mailbox.wire.texts("a") == ["x", "y"]
        async with mailbox.database.reading() as tx:
            assert "NoMaker at bot/flow/files.py" in (await outbox.failures(tx, 0))[0].error


async def test_an_outcome_that_cannot_be_written_is_set_aside_and_holds_nobody_up(
    url: str, sealer: Sealer, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = outbox.sent

    async def stumble(tx: Transaction, ids: list[int]) -> None:
        await real(tx, ids)
        if 1 in ids:
            raise RuntimeError

    monkeypatch.setattr("bot.flow.record.outbox.sent", stumble)
    told: list[str] = []
    async with running(url, sealer, letting(to("a", "x"), to("b", "y"), to("a", "z"), told=told)) as mailbox:
        await mailbox.receive(person_says("p", "go"))
        await mailbox.settled()
        assert (mailbox.wire.texts("a"), mailbox.wire.texts("b")) == (["x", "z"], ["y"])
        assert told == ["broken None"]


async def test_the_commands_menu_goes_out_as_it_is(url: str, sealer: Sealer) -> None:
    menu = {"commands": [["todo", "待办"], ["find", "查找"]], "for_member": "7"}
    async with running(
        url, sealer, letting(Outgoing(OutKind.COMMANDS, to=Address("wire", "a"), facts=menu))
    ) as mailbox:
        await mailbox.receive(person_says("p", "go"))
        await mailbox.settled()
        (call,) = mailbox.wire.calls
        assert (call.commands, call.for_member) == ((("todo", "待办"), ("find", "查找")), "7")


async def test_a_message_to_a_person_finds_their_chat(url: str, sealer: Sealer) -> None:
    async def decide(turn: Turn) -> None:
        if turn.event.kind is EventKind.MESSAGE:
            met = await people.meet(turn.tx, "wire", "u7", name="n", private_chat="chat7")
            known = await people.expect(turn.tx, "wire", "u8", "m")
            turn.tell(met, "to a chat")
            turn.tell(known, "to whom never wrote")

    async with running(url, sealer, decide) as mailbox:
        await mailbox.receive(person_says("p", "x"))
        await mailbox.settled()
        assert mailbox.wire.texts("chat7") == ["to a chat"]
        assert mailbox.wire.texts("u8") == ["to whom never wrote"]


async def test_a_pause_ends_by_the_clock_that_it_was_noted_with(url: str, sealer: Sealer) -> None:
    """The machine slept, or its clock was moved: a minute later by the clock, the chat is asked again at once."""
    async with running(url, sealer, letting()) as mailbox:
        mailbox.wire.answer("a", Outcome(Result.LATER, retry_after=3000))
        await mailbox.receive(person_says("a", "one"))
        await mailbox.settled()
        mailbox.clock.move(1000)
        mailbox.engine.look_again()
        await mailbox.settled()
        assert mailbox.wire.texts("a") == ["one"]
        mailbox.clock.move(2000)
        mailbox.engine.look_again()
        await mailbox.settled()
        assert mailbox.wire.texts("a") == ["one", "one"]
