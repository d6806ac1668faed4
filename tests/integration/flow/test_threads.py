"""A ticket's thread: made once, before what depends on it; made again when it is gone; done without where needed."""

from __future__ import annotations

import pytest

from bot.channels.base import Outcome, Result
from handlers.core.message import plain
from handlers.core.turn import Turn
from handlers.core.vocabulary import Address, ChatKind, EventKind, Outgoing, OutKind, Refusal
from storage import groups, messages, threads
from storage.sealing import Sealer
from tests.integration.flow.conftest import Running, running
from tests.integration.flow.desk import Desk, open_desk
from tests.integration.flow.wire import person_says


class Script:
    """Says what the test lines up; notes outcomes, and posts the card again in a thread that was made anew."""

    def __init__(self) -> None:
        self.lines: dict[str, list[Outgoing]] = {}
        self.told: list[str] = []
        self.desk: Desk | None = None

    async def __call__(self, turn: Turn) -> None:
        if turn.event.kind is EventKind.DELIVERY:
            self.told.append(str(turn.event.member))
            if turn.event.member == Refusal.THREAD_REMADE and self.desk is not None:
                turn.send(self.desk.card())
        for each in self.lines.get(turn.event.text, ()):
            turn.send(each)


async def play(mailbox: Running, script: Script, *steps: list[Outgoing]) -> None:
    """Each step is said by one event and brought to its end before the next."""
    for step in steps:
        word = f"step {len(script.lines)}"
        script.lines[word] = step
        await mailbox.receive(person_says("p", word, number=word))
        await mailbox.settled()


async def test_a_thread_is_made_once_and_everything_is_in_it(url: str, sealer: Sealer) -> None:
    script = Script()
    async with running(url, sealer, script) as mailbox:
        desk = await open_desk(mailbox.database)
        await play(
            mailbox, script, [desk.card(), *(desk.say(f"{n}") for n in range(5))], [desk.edit("newer"), desk.say("6")]
        )
        assert [wish.name for _, wish in mailbox.wire.made] == ["SJ 待受理"]
        assert {work.thread for work in mailbox.wire.calls if work.kind is OutKind.SEND} == {"t1"}
        assert mailbox.wire.texts("g1")[1:] == ["0", "1", "2", "3", "4", "6"]
        edit = next(work for work in mailbox.wire.calls if work.kind is OutKind.EDIT)
        assert edit.target == "1"
        async with mailbox.database.reading() as tx:
            found = await messages.find(tx, "wire", "g1", "1")
        assert found is not None
        assert (found.ticket_id, found.role) == (desk.ticket.id, "card")


async def test_a_thread_follows_its_wish(url: str, sealer: Sealer) -> None:
    script = Script()
    async with running(url, sealer, script) as mailbox:
        desk = await open_desk(mailbox.database)
        await play(mailbox, script, [desk.card()], [desk.shape()])
        assert mailbox.wire.shaped == []
        async with mailbox.database.writing() as tx:
            await threads.want(tx, desk.ticket.id, desk.group_id, title="SJ 已办结", icon="submitted", is_open=False)
        await play(mailbox, script, [desk.shape()], [desk.shape()])
        assert [(thread, changed) for thread, _, changed in mailbox.wire.shaped] == [
            ("t1", frozenset({"name", "open"}))
        ]


async def test_a_deleted_thread_is_made_anew_with_its_card(url: str, sealer: Sealer) -> None:
    script = Script()
    async with running(url, sealer, script) as mailbox:
        script.desk = desk = await open_desk(mailbox.database)
        await play(mailbox, script, [desk.card()])
        mailbox.wire.answer("g1", Outcome(Result.THREAD_GONE))
        inside = Outgoing(OutKind.SEND, to=Address("wire", "g1", "t1"), text="answered in the old thread")
        await play(mailbox, script, [desk.say("one"), inside, desk.say("two")])
        assert script.told == ["thread_remade"]
        assert len(mailbox.wire.made) == 2
        sent = [(plain(work.text), work.thread) for work in mailbox.wire.calls[2:]]
        assert sent[:3] == [("one", "t2"), ("answered in the old thread", "t2"), ("two", "t2")]
        assert sent[3][0].startswith("card")


async def test_a_closed_thread_is_opened_for_a_message_and_closed_again(url: str, sealer: Sealer) -> None:
    script = Script()
    async with running(url, sealer, script) as mailbox:
        desk = await open_desk(mailbox.database)
        await play(mailbox, script, [desk.card()])
        async with mailbox.database.writing() as tx:
            await threads.want(tx, desk.ticket.id, desk.group_id, title="SJ 待受理", icon="submitted", is_open=False)
        await play(mailbox, script, [desk.shape()])
        mailbox.wire.answer("g1", Outcome(Result.THREAD_CLOSED))
        await play(mailbox, script, [desk.say("late word")])
        assert mailbox.wire.texts("g1")[1:] == ["late word", "late word"]
        assert [wish.open for _, wish, _ in mailbox.wire.shaped] == [False, True, False]


@pytest.mark.parametrize("refusal", [Refusal.NO_THREADS, Refusal.NO_RIGHTS])
async def test_without_threads_everything_replies_to_the_card(url: str, sealer: Sealer, refusal: Refusal) -> None:
    script = Script()
    async with running(url, sealer, script) as mailbox:
        desk = await open_desk(mailbox.database)
        other = await open_desk(mailbox.database, title="other")
        mailbox.wire.thread_answers.append(Outcome(Result.REFUSED, refusal=refusal))
        await play(mailbox, script, [desk.card(), desk.shape(), desk.say("word")], [other.card()])
        assert script.told == [refusal.value]
        assert len(mailbox.wire.made) == 1
        card, word, others = mailbox.wire.calls
        assert (card.thread, card.reply_to, card.text) == (None, None, f"card {desk.ticket.number}")
        assert (word.thread, word.reply_to, word.text) == (None, "1", f"{desk.ticket.number} word")
        assert others.text == f"card {other.ticket.number}"
        async with mailbox.database.reading() as tx:
            group = await groups.by_chat(tx, "wire", "g1")
        assert group is not None
        assert group.threads == 0


async def test_a_group_that_moved_gets_everything_in_order_at_its_new_place(url: str, sealer: Sealer) -> None:
    script = Script()
    async with running(url, sealer, script) as mailbox:
        desk = await open_desk(mailbox.database)
        mailbox.wire.answer("g1", Outcome(Result.MOVED, moved_to="g2"))
        await play(mailbox, script, [desk.card(), desk.say("a"), desk.say("b")])
        moved = Desk(desk.group_id, desk.ticket, "g2")
        await play(mailbox, script, [desk.say("old name")], [moved.say("new name")])
        assert mailbox.wire.texts("g2")[1:] == ["a", "b", "old name", "new name"]
        assert [chat for chat, _ in mailbox.wire.made] == ["g1"]


async def test_a_move_that_the_platform_reports_is_followed(url: str, sealer: Sealer) -> None:
    script = Script()
    async with running(url, sealer, script) as mailbox:
        desk = await open_desk(mailbox.database)
        event = person_says("g1", "", kind=EventKind.CHAT_MOVED, moved_to="g9")
        await mailbox.receive(event)
        await play(mailbox, script, [desk.say("x")])
        assert mailbox.wire.texts("g9") == ["x"]


async def test_a_group_that_put_us_out_keeps_its_rows_and_is_told_of_once(
    url: str, sealer: Sealer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.flow.record.GROUP_PAUSES", (0.1,))
    script = Script()
    async with running(url, sealer, script) as mailbox:
        desk = await open_desk(mailbox.database)
        await play(mailbox, script, [desk.card()])
        mailbox.wire.answer("g1", *[Outcome(Result.REFUSED, refusal=Refusal.GROUP_GONE)] * 3)
        await play(mailbox, script, [desk.say("x")])
        assert script.told == ["group_gone"]
        assert mailbox.wire.texts("g1")[1:] == ["x"] * 4


async def test_threads_of_one_group_leave_side_by_side_each_in_order(url: str, sealer: Sealer) -> None:
    script = Script()
    async with running(url, sealer, script) as mailbox:
        desks = [await open_desk(mailbox.database) for _ in range(8)]
        await play(mailbox, script, [desk.say(f"{n}") for n in range(5) for desk in desks])
        assert mailbox.wire.most_at_once > 1
        assert max(mailbox.wire.most_in_flight.values()) == 1
        for thread in {work.thread for work in mailbox.wire.calls}:
            assert [work.text for work in mailbox.wire.calls if work.thread == thread] == ["0", "1", "2", "3", "4"]


async def test_an_event_in_a_group_is_answered_in_the_ticket_s_lane(url: str, sealer: Sealer) -> None:
    async def decide(turn: Turn) -> None:
        turn.reply("here")

    async with running(url, sealer, decide) as mailbox:
        await open_desk(mailbox.database)
        event = person_says("g1", "x", thread="t7")
        raw = event.raw.replace(ChatKind.PRIVATE.value, ChatKind.GROUP.value)
        await mailbox.receive(type(event)(event.external_id, event.chat, raw))
        await mailbox.settled()
        assert [(work.chat, work.thread) for work in mailbox.wire.calls] == [("g1", "t7")]
