"""The whole way: an update on the server's side, the inbox, a decision, the outbox, and a call back to the server."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bot.channels.base import MadeFile
from bot.channels.telegram.channel import TelegramChannel
from bot.clock import SystemClock
from bot.engine import Engine, Settings
from bot.flow.calling import Parts
from bot.flow.pace import FREE
from handlers.core.house import House
from handlers.core.routing import Ahead
from handlers.core.turn import Turn
from handlers.core.vocabulary import Attachment, EventKind, Incoming, Refusal
from handlers.rules.calendar import WorkCalendar
from handlers.rules.deadlines import DeadlineRules
from storage.engines import open_database
from storage.sealing import Sealer
from tests.integration.telegram.conftest import SOON
from tests.integration.telegram.scripted import DROP, TOKEN, Scripted, no, ok

LI = {"id": 5, "is_bot": False, "first_name": "李梅"}


def written(number: int, **parts: Any) -> dict[str, Any]:
    message = {"message_id": number, "date": 5, "chat": {"id": 5, "type": "private"}, "from": LI, **parts}
    return {"update_id": number, "message": message}


@dataclass
class Door:
    decide: Callable[[Turn], Awaitable[None]]

    async def handle(self, turn: Turn, /) -> None:
        await self.decide(turn)

    def ahead(self, event: Incoming, /) -> Ahead | None:
        return None

    async def trouble(self, turn: Turn, /) -> None:
        turn.reply("kept")


async def _clean(attachment: Attachment, content: bytes) -> MadeFile | Refusal:
    return MadeFile("附件.bin", content[::-1], "application/octet-stream")


@asynccontextmanager
async def engine(server: Scripted, folder: Path, decide: Callable[[Turn], Awaitable[None]]) -> AsyncIterator[Engine]:
    database = await open_database(f"sqlite:///{folder / 'mailbox.db'}", Sealer(b"k" * 64))
    channel = TelegramChannel(TOKEN, base_url=server.base_url, pauses=SOON, poll_seconds=1)
    house = House(
        name="测试信箱",
        zone="Asia/Shanghai",
        prefix="SJ",
        calendar=WorkCalendar(),
        default_rules=DeadlineRules(),
        abilities={channel.name: channel.abilities},
        link=lambda _, payload: channel.link(payload),
    )
    settings = Settings(pace={channel.name: FREE}, parts=Parts(clean=_clean))
    running = Engine(database, [channel], house, SystemClock(), door=Door(decide), settings=settings)
    await running.start()
    try:
        yield running
    finally:
        await running.stop(grace=2)
        await database.close()


async def echo(turn: Turn) -> None:
    if turn.event.kind is EventKind.MESSAGE:
        turn.reply(f"收到：{turn.event.text}", quote=True)


async def test_an_update_is_answered(server: Scripted, tmp_path: Path) -> None:
    server.will("getUpdates", ok([written(1, text="咸"), written(2, text="淡")]))
    async with engine(server, tmp_path, echo) as running:
        await server.until("sendMessage", 2)
        await running.settled(10)
    calls = server.calls("sendMessage")
    assert [(each["chat_id"], each["text"]) for each in calls] == [(5, "收到：咸"), (5, "收到：淡")]
    assert calls[0]["reply_parameters"] == {"message_id": 1, "allow_sending_without_reply": True}


async def test_an_update_that_comes_again_is_answered_once(server: Scripted, tmp_path: Path) -> None:
    again = ok([written(1, text="咸")])
    server.will("getUpdates", again, DROP, again)
    async with engine(server, tmp_path, echo) as running:
        await server.until("getUpdates", 4)
        await server.until("sendMessage", 1)
        await running.settled(10)
    server.will("getUpdates", again)
    async with engine(server, tmp_path, echo) as running:
        await server.until("getUpdates", 6)
        await running.settled(10)
    assert len(server.calls("sendMessage")) == 1


async def test_a_file_is_cleaned_once_it_can_be_had(server: Scripted, tmp_path: Path) -> None:
    async def pass_on(turn: Turn) -> None:
        (file,) = turn.event.attachments
        turn.reply("", attachments=(Attachment(file.kind, ref=file.ref, name=file.name, clean=True),))

    server.files["documents/1"] = b"abc"
    server.will("getFile", no(429, "Too Many Requests", retry_after=0.1), ok({"file_path": "documents/1"}))
    server.will("getUpdates", ok([written(1, document={"file_id": "d", "file_name": "李梅的工资.pdf"})]))
    async with engine(server, tmp_path, pass_on):
        await server.until("sendDocument", 1)
    assert server.calls("sendDocument")[0]["document"] == ("附件.bin", b"cba")
    assert len(server.calls("getFile")) == 2
