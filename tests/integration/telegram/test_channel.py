"""Files, the set-up as `check` sees it, and updates that the server brings."""

from __future__ import annotations

import asyncio
import io
import json
import socket
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager, suppress
from pathlib import Path
from typing import Any

import aiohttp
import pytest

from bot.channels.base import NotFetched, RawEvent, Result
from bot.channels.telegram.channel import TelegramChannel
from bot.channels.telegram.webhook import BODY_LIMIT, SECRET_HEADER, Hook
from handlers.core.vocabulary import Attachment, FileKind, Refusal
from tests.integration.telegram.conftest import SOON
from tests.integration.telegram.scripted import DROP, TOKEN, Answer, Scripted, no, ok

PICTURE = Attachment(FileKind.PHOTO, ref="p")
CHAT = "-1001234567890"
FORUM = {"id": int(CHAT), "type": "supergroup", "title": "后勤", "is_forum": True}
ALL = {"can_manage_topics": True, "can_pin_messages": True, "can_delete_messages": True}
ADMIN = {"status": "administrator", **ALL}


async def test_a_file(server: Scripted, telegram: TelegramChannel, tmp_path: Path) -> None:
    server.files["photos/文件 1.jpg"] = b"\xff\xd8"
    server.will("getFile", ok({"file_id": "p", "file_path": "photos/文件 1.jpg"}))
    assert await telegram.fetch(PICTURE) == b"\xff\xd8"
    local = tmp_path / "local.jpg"
    local.write_bytes(b"here")
    server.will("getFile", ok({"file_id": "p", "file_path": str(local)}))
    assert await telegram.fetch(PICTURE) == b"here"


@pytest.mark.parametrize(
    ("answer", "refusal"),
    [
        (no(400, "Bad Request: file is too big"), Refusal.TOO_BIG),
        (no(400, "Bad Request: wrong file_id or the file is temporarily unavailable"), Refusal.FILE_LOST),
        (ok({"file_id": "p"}), Refusal.FILE_LOST),
        (ok({"file_id": "p", "file_path": "gone.jpg"}), Refusal.FILE_LOST),
        (ok({"file_id": "p", "file_path": "/no/such/file"}), Refusal.FILE_LOST),
        (ok({"file_id": "p", "file_path": "big"}), Refusal.TOO_BIG),
    ],
)
async def test_a_file_that_is_not_to_be_had(
    server: Scripted, telegram: TelegramChannel, answer: Answer, refusal: Refusal
) -> None:
    server.files["big"] = bytes((20 << 20) + 1)
    server.will("getFile", answer)
    assert await telegram.fetch(PICTURE) is refusal


async def test_a_file_that_is_not_to_be_had_now(server: Scripted, telegram: TelegramChannel) -> None:
    server.will("getFile", no(429, "Too Many Requests", retry_after=4), DROP)
    with pytest.raises(NotFetched) as caught:
        await telegram.fetch(PICTURE)
    assert (caught.value.outcome.result, caught.value.outcome.retry_after) == (Result.LATER, 4.5)
    with pytest.raises(NotFetched):
        await telegram.fetch(PICTURE)
    assert await telegram.fetch(Attachment(FileKind.VIDEO, ref="v", size=21 << 20)) is Refusal.TOO_BIG
    assert await telegram.fetch(Attachment(FileKind.CONTACT)) is Refusal.FILE_LOST


async def found(telegram: TelegramChannel) -> list[tuple[str, str]]:
    return [(each.subject, each.problem) for each in await telegram.inspect([CHAT])]


async def test_all_is_well(server: Scripted, telegram: TelegramChannel) -> None:
    server.will("getChat", ok(FORUM))
    server.will("getChatMember", ok(ADMIN))
    assert await found(telegram) == [
        ("Telegram 机器人 @shuji_bot", ""),
        (f"Telegram 群 后勤（{CHAT}）", ""),
    ]
    assert telegram.link("u_abc") == "https://t.me/shuji_bot?start=u_abc"


@pytest.mark.parametrize(
    ("chat", "member", "problems"),
    [
        ({**FORUM, "is_forum": False}, ADMIN, ["没有开启话题"]),
        (FORUM, {"status": "member"}, ["隐私模式"]),
        (FORUM, {**ADMIN, "can_manage_topics": False, "can_pin_messages": False}, ["管理话题", "置顶消息"]),
        (FORUM, {**ADMIN, "can_delete_messages": False}, ["删除消息"]),
        (FORUM, {"status": "left"}, ["不在群里"]),
        ({"id": 5, "type": "private"}, ADMIN, ["不是群"]),
        (FORUM, {"status": "creator"}, [""]),
    ],
)
async def test_what_is_wrong_with_a_group(
    server: Scripted, telegram: TelegramChannel, chat: Any, member: Any, problems: list[str]
) -> None:
    server.will("getChat", ok(chat))
    server.will("getChatMember", ok(member))
    _, *findings = await telegram.inspect([CHAT])
    assert len(findings) == len(problems)
    for finding, words in zip(findings, problems, strict=True):
        assert words in finding.problem
        assert bool(finding.remedy) == bool(finding.problem)


async def test_a_group_that_is_not_found_or_moved(server: Scripted, telegram: TelegramChannel) -> None:
    server.will("getChat", no(400, "Bad Request: chat not found"))
    assert "chat not found" in (await found(telegram))[1][1]
    server.will("getChat", no(400, "Bad Request: upgraded", migrate_to_chat_id=-1009))
    assert "-1009" in (await found(telegram))[1][1]


async def test_a_wrong_token_and_a_server_that_is_not_there(server: Scripted, telegram: TelegramChannel) -> None:
    server.will("getMe", no(401, "Unauthorized"))
    (finding,) = await telegram.inspect([CHAT])
    assert "令牌" in finding.problem
    away = TelegramChannel(TOKEN, base_url="http://127.0.0.1:1/bot", locale="en")
    await away.start()
    (finding,) = await away.inspect([CHAT])
    assert "can't be reached" in finding.problem
    await away.stop()


@asynccontextmanager
async def brought(server: Scripted, events: list[RawEvent], full: asyncio.Event) -> AsyncIterator[str]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    hook = Hook("https://mail.example/hook/x", "127.0.0.1", port, "S-e_cret")
    channel = TelegramChannel(TOKEN, base_url=server.base_url, hook=hook, pauses=SOON)
    await channel.start()

    async def keep(batch: Sequence[RawEvent]) -> None:
        if batch and full.is_set():
            raise OSError("disk full")
        events.extend(batch)

    task = asyncio.create_task(channel.listen(keep))
    await server.until("setWebhook", 1)
    try:
        yield f"http://127.0.0.1:{port}/hook/x"
    finally:
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task
        await channel.stop()


async def test_a_server_that_can_not_be_asked_about_its_webhook_remembers_it(
    server: Scripted, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.channels.telegram.webhook.LOOK_SECONDS", 0.01)
    server.will("getWebhookInfo", *[no(404, "Not Found")] * 3)
    async with brought(server, [], asyncio.Event()):
        await server.until("getWebhookInfo", 3)
    assert len(server.calls("setWebhook")) == 1


async def test_what_leaves_out_what_it_may_is_nothing_wrong(server: Scripted, telegram: TelegramChannel) -> None:
    server.will("getMe", ok({"id": 700001, "is_bot": True, "first_name": "信箱"}))
    server.will("getChat", ok({"id": -5, "title": "信箱", "is_forum": True}))
    server.will("getChatMember", no(404, "Not Found"))
    bot, group = await telegram.inspect(["-5"])
    assert (bot.problem, group.problem) == ("", "")
    assert bot.subject.endswith("信箱")


async def test_updates_that_are_brought(server: Scripted) -> None:
    events: list[RawEvent] = []
    full = asyncio.Event()
    server.will("setWebhook", no(500, "Internal"), ok(True))
    body = json.dumps({"update_id": 5, "message": {"date": 6, "chat": {"id": 7}}})
    async with brought(server, events, full) as url, aiohttp.ClientSession() as session:
        await server.until("setWebhook", 2)
        told = server.calls("setWebhook")[1]
        assert told["url"] == "https://mail.example/hook/x"
        assert told["secret_token"] == "S-e_cret"
        assert "drop_pending_updates" not in told

        async def post(content: str | bytes | io.BytesIO, secret: str = "S-e_cret") -> int:
            async with session.post(url, data=content, headers={SECRET_HEADER: secret}) as response:
                return response.status

        assert await post(body) == 200
        assert [(each.external_id, each.chat) for each in events] == [("5:6", "7")]
        assert await post(body, "wrong") == 403
        assert await post(body, "") == 403
        for nonsense in ("", "{", "[]", "{}", b"\xff", "[" * 100_000):
            assert await post(nonsense) == 400
        assert await post(io.BytesIO(bytes(BODY_LIMIT + 1))) == 413
        full.set()
        assert await post(body) == 503
        full.clear()
        assert await post(body) == 200
        assert len(events) == 2
        async with session.get(url) as response:
            assert response.status == 405
