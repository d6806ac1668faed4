"""A file that somebody sent is begun to be opened three times at most, whatever ends the program meanwhile."""

from __future__ import annotations

import asyncio
from dataclasses import replace

import pytest

from bot.channels.base import MadeFile, Outcome, Result
from bot.flow.calling import Parts
from handlers.core.vocabulary import Attachment, FileKind, Outgoing, OutKind, Refusal
from storage import outbox
from storage.database import Transaction
from storage.errors import Busy
from storage.sealing import Sealer
from tests.integration.flow.conftest import Running, running
from tests.integration.flow.test_delivery import letting, to
from tests.integration.flow.wire import Wire, person_says

SENT = Attachment(FileKind.DOCUMENT, ref="sent", name="张三.docx", clean=True)
MADE = MadeFile("file.docx", b"x", "application/msword")


class Opening:
    """What opens files in these stories: it never comes to an end, until it is told what to answer."""

    def __init__(self) -> None:
        self.begun = 0
        self.under_way = asyncio.Event()
        self.answers: list[MadeFile | Refusal] = []

    async def clean(self, attachment: Attachment, _: bytes) -> MadeFile | Refusal:
        if attachment.ref == "good":
            return MADE
        self.begun += 1
        self.under_way.set()
        if not self.answers:
            await asyncio.Event().wait()
        return self.answers.pop(0)


async def counted(mailbox: Running) -> list[int]:
    async with mailbox.database.reading() as tx:
        lanes = [await tx.all("outbox_of_lane", lane_id=each, now=2**40, most=9) for each in (1, 2)]
        return [row["openings"] for rows in lanes for row in rows]


async def begin(mailbox: Running, opening: Opening) -> None:
    """Until it is under way; then the program ends."""
    await opening.under_way.wait()
    opening.under_way.clear()
    await mailbox.engine.stop(grace=0)


async def test_what_ends_the_program_is_not_begun_a_fourth_time(
    url: str, sealer: Sealer, monkeypatch: pytest.MonkeyPatch
) -> None:
    real, opening, wire = outbox.opening, Opening(), Wire(files={"sent": b"x", "good": b"x"})
    told: list[str] = []
    notes: dict[int, int] = {}

    async def note(tx: Transaction, row_id: int, openings: int) -> None:
        # Whoever is killed takes nothing back.
        if openings < notes.get(row_id, 0):
            raise Busy
        notes[row_id] = openings
        await real(tx, row_id, openings)

    monkeypatch.setattr("bot.flow.openings.outbox.opening", note)
    parts = Parts(clean=opening.clean)
    good = replace(SENT, ref="good")
    beside = to("b", "waits for its turn", attachments=(good,))
    messages = (to("a", "with a file", attachments=(SENT,)), to("a", "behind it"), beside)
    async with running(url, sealer, letting(*messages, told=told), wire=wire, parts=parts) as mailbox:
        await mailbox.receive(person_says("p", "go"))
        await begin(mailbox, opening)
    for times in (2, 3):
        async with running(url, sealer, letting(told=told), wire=wire, parts=parts) as mailbox:
            await begin(mailbox, opening)
            # Whatever waited for its turn meanwhile has not begun.
            assert (await counted(mailbox))[:3] in ([times, 0, 0], [times, 0])
    async with running(url, sealer, letting(told=told), wire=wire, parts=parts) as mailbox:
        await mailbox.settled()
        async with mailbox.database.reading() as tx:
            failed = [(each.kind, each.error) for each in await outbox.failures(tx, 0)]
        assert failed == [(OutKind.SEND, "unopened: ")]
        assert (opening.begun, told, wire.texts("a")) == (3, ["partly None"], ["with a file", "behind it"])
        assert wire.texts("b") == ["waits for its turn"]
        monkeypatch.setattr("bot.flow.openings.outbox.opening", real)
        # Put back by hand it is tried anew.
        opening.answers = [MADE]
        async with mailbox.database.writing() as tx:
            await outbox.again(tx, mailbox.clock.now())
        mailbox.engine.look_again()
        await mailbox.settled()
        assert wire.texts("a") == ["with a file", "behind it", ""]
        assert len(wire.calls[-1].files) == 1


async def test_a_stop_in_order_is_no_try(url: str, sealer: Sealer) -> None:
    opening, wire = Opening(), Wire(files={"sent": b"x"})
    parts, sending = Parts(clean=opening.clean), letting(to("a", "x", attachments=(SENT,)))
    async with running(url, sealer, sending, wire=wire, parts=parts) as mailbox:
        await mailbox.receive(person_says("p", "go"))
        await begin(mailbox, opening)
        assert await counted(mailbox) == [0]


async def test_only_what_was_opened_in_vain_counts(url: str, sealer: Sealer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.flow.record.LATER_PAUSES", (0,))
    monkeypatch.setattr("bot.flow.record.UNKNOWN_PAUSES", (0,))
    opening, wire = Opening(), Wire(files={"sent": b"x"})
    told: list[str] = []
    # The platform has its own troubles: opened again each time, and never in vain.
    wire.answer("a", *[Outcome(Result.UNKNOWN), Outcome(Result.LATER)] * 2)
    opening.answers = [Refusal.UNOPENED, *[MADE] * 5, Refusal.TOO_LARGE, *[Refusal.UNOPENED] * 3]
    table = Outgoing(OutKind.READ, to=to("a", "").to, attachments=(SENT,), report=True, facts={"note": "table"})
    messages = [to("a", each, attachments=(SENT,)) for each in ("x", "y", "z")]

    async def read(attachment: Attachment, content: bytes) -> Refusal:
        return Refusal.UNOPENED

    parts = Parts(clean=opening.clean, read=read)
    async with running(url, sealer, letting(*messages, table, told=told), wire=wire, parts=parts) as mailbox:
        await mailbox.receive(person_says("p", "go"))
        await mailbox.settled()
        assert wire.texts("a")[-3:] == ["x", "y", "z"]
        assert [len(each.files) for each in wire.calls[-3:]] == [1, 0, 0]
        assert told == ["partly None", "partly None", "unopened None table"]
        assert opening.answers == []
        async with mailbox.database.reading() as tx:
            assert sorted(each.kind for each in await outbox.failures(tx, 0)) == ["read", "send"]
        assert (await mailbox.engine.vitals()).unsent == 2, (
            "the sender of one was told what to do, the others ask for help"
        )


async def test_a_file_that_ends_the_program_does_not_keep_the_others_back(
    url: str, sealer: Sealer, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Begun three times with all of them together, then each by itself."""
    wire, told = Wire(files={"good": b"x", "bad": b"x"}), list[str]()
    ended = asyncio.Event()
    begun: list[str | None] = []

    async def clean(attachment: Attachment, content: bytes) -> MadeFile | Refusal:
        begun.append(attachment.ref)
        if attachment.ref == "bad":
            ended.set()
            await asyncio.Event().wait()
        return MADE

    real, most = outbox.opening, 0

    async def note(tx: Transaction, row_id: int, openings: int) -> None:
        nonlocal most
        # Whoever is killed takes nothing back; what is recorded does.
        if ended.is_set() and openings < most:
            raise Busy
        most = openings
        await real(tx, row_id, openings)

    monkeypatch.setattr("bot.flow.openings.outbox.opening", note)
    files = tuple(Attachment(FileKind.DOCUMENT, ref=ref, clean=True) for ref in ("good", "bad"))
    starts = 0
    while not told:
        starts += 1
        sending = letting(to("a", "words", attachments=files), told=told)
        async with running(url, sealer, sending, wire=wire, parts=Parts(clean=clean)) as mailbox:
            if starts == 1:
                await mailbox.receive(person_says("p", "go"))
            killed = asyncio.create_task(ended.wait())
            done = asyncio.create_task(mailbox.settled())
            await asyncio.wait((killed, done), return_when=asyncio.FIRST_COMPLETED)
            if ended.is_set():
                await mailbox.engine.stop(grace=0)
            killed.cancel()
            done.cancel()
        ended.clear()
    assert begun.count("bad") == 6
    assert [(work.text, len(work.files)) for work in wire.calls] == [("words", 1)]
    assert told == ["partly None"]
