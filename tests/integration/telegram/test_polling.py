"""Nothing is acknowledged before it is kept, and nothing ends the asking."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from typing import Any

from bot.channels.base import RawEvent
from bot.channels.telegram.api import Api
from bot.channels.telegram.arrivals import Pulse
from bot.channels.telegram.channel import TelegramChannel
from bot.channels.telegram.polling import Pauses, Polling
from tests.integration.telegram.scripted import BROKEN, DROP, PAGE, TOKEN, Scripted, no, ok


@dataclass(slots=True)
class Box:
    """Keeps events; ``full`` times it can't, and once not those named in ``refuse``."""

    events: list[RawEvent] = field(default_factory=list)
    full: int = 0
    refuse: set[str] = field(default_factory=set)
    asked: int = 0

    async def keep(self, events: Sequence[RawEvent]) -> None:
        self.asked += 1
        refused = self.refuse & {each.external_id for each in events}
        if refused:
            self.refuse -= refused
            raise OSError("disk full")
        if self.full:
            self.full -= 1
            raise OSError("disk full")
        self.events.extend(events)


def update(number: int, **parts: Any) -> dict[str, Any]:
    message = {"message_id": number, "date": 5, "chat": {"id": 9, "type": "private"}, "text": f"第{number}条", **parts}
    return {"update_id": number, "message": message}


@asynccontextmanager
async def listening(channel: TelegramChannel, box: Box) -> AsyncIterator[None]:
    task = asyncio.create_task(channel.listen(box.keep))
    try:
        yield
    finally:
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task


async def test_kept_before_acknowledged(server: Scripted, telegram: TelegramChannel) -> None:
    box = Box()
    server.will("getUpdates", ok([update(7), update(8)]), ok([update(9)]), ok([]))
    async with listening(telegram, box):
        await server.until("getUpdates", 4)
    asked = server.calls("getUpdates")
    assert [each.get("offset") for each in asked[:4]] == [None, 9, 10, None]
    assert [json.loads(each.raw)["message"]["text"] for each in box.events] == ["第7条", "第8条", "第9条"]
    assert [each.external_id for each in box.events] == ["7:5", "8:5", "9:5"]
    assert all(
        each["allowed_updates"] == ["message", "edited_message", "callback_query", "my_chat_member"] for each in asked
    )
    assert telegram.pulse.events == 3
    assert server.methods[:2] == ["deleteWebhook", "getUpdates"]
    assert server.calls("deleteWebhook")[0].get("drop_pending_updates") in (None, False)


async def test_what_was_not_kept_is_asked_for_again(server: Scripted, telegram: TelegramChannel) -> None:
    box = Box(full=2)
    server.will("getUpdates", ok([update(7)]), ok([update(7)]), ok([update(7)]), ok([update(8)]))
    async with listening(telegram, box):
        await server.until("getUpdates", 5)
    assert [each.get("offset") for each in server.calls("getUpdates")[:5]] == [None, None, None, 8, 9]
    assert [each.external_id for each in box.events] == ["7:5", "8:5"]
    assert telegram.pulse.error == ""


async def test_a_batch_that_fails_behind_another_keeps_its_offset(server: Scripted, telegram: TelegramChannel) -> None:
    box = Box(refuse={"8:5"})
    server.will("getUpdates", ok([update(7)]), ok([update(8)]), ok([update(8)]))
    async with listening(telegram, box):
        await server.until("getUpdates", 4)
    assert [each.get("offset") for each in server.calls("getUpdates")] == [None, 8, 8, 9]
    assert [each.external_id for each in box.events] == ["7:5", "8:5"]


async def test_nothing_ends_the_asking(server: Scripted, telegram: TelegramChannel) -> None:
    box = Box()
    troubles = [
        no(409, "Conflict: terminated by other getUpdates request"),
        no(401, "Unauthorized"),
        no(404, "Not Found"),
        no(429, "Too Many Requests: retry after 0"),
        no(500, "Internal Server Error"),
        PAGE,
        BROKEN,
        DROP,
        ok({"not": "a list"}),
        ok(["no object", {"no": "id"}, update(3)]),
    ]
    server.will("getUpdates", *troubles)
    async with listening(telegram, box):
        await server.until("getUpdates", len(troubles) + 1)
    assert [each.external_id for each in box.events] == ["3:5"]


async def test_a_second_reader_and_a_revoked_token_are_seen_from_outside(
    server: Scripted, telegram: TelegramChannel
) -> None:
    pulse = telegram.pulse
    seen: list[tuple[tuple[str, ...], str]] = []
    server.will("getUpdates", no(409, "Conflict: other reader"), no(401, "Unauthorized"), ok([update(1)]))

    async def keep(events: Sequence[RawEvent]) -> None:
        seen.append((telegram.troubles, pulse.error))

    task = asyncio.create_task(telegram.listen(keep))
    await server.until("getUpdates", 4)
    task.cancel()
    with suppress(asyncio.CancelledError):
        await task
    assert seen[0] == (("token_rejected",), "Unauthorized")
    assert (pulse.rejected, pulse.failing_since, pulse.error) == (False, None, "")
    assert pulse.fetched_at is not None
    assert telegram.troubles == ()
    assert pulse.events == 1


async def test_a_webhook_that_someone_set_is_taken_off(server: Scripted, telegram: TelegramChannel) -> None:
    server.will("getUpdates", no(409, "Conflict: can't use getUpdates method while webhook is active"), ok([update(1)]))
    box = Box()
    async with listening(telegram, box):
        await server.until("getUpdates", 3)
    assert server.methods[:4] == ["deleteWebhook", "getUpdates", "deleteWebhook", "getUpdates"]
    assert len(box.events) == 1


async def test_a_server_that_does_not_hold_the_question_is_not_asked_without_end(
    server: Scripted, telegram: TelegramChannel
) -> None:
    server.hold.set()
    box = Box()
    # What it was told has arrived is given again and again.
    server.will("getUpdates", *[ok([update(1)])] * 2, ok([update(2)]))
    api = Api(TOKEN, server.base_url)
    polling = Polling(api, Pulse(), before=api.open, pauses=Pauses(idle=0.7))
    try:
        assert [await polling._round(box.keep) for _ in range(4)] == [0, 0.7, 0, 0.7]
    finally:
        await api.close_connections()


async def test_a_server_without_webhooks(server: Scripted, telegram: TelegramChannel) -> None:
    server.will("deleteWebhook", no(401, "Unauthorized"), no(404, "Not Found"))
    server.will("getUpdates", ok([update(1)]))
    box = Box()
    async with listening(telegram, box):
        await server.until("getUpdates", 2)
    assert server.methods[:3] == ["deleteWebhook", "deleteWebhook", "getUpdates"]
    assert len(box.events) == 1


async def test_an_empty_answer_tells_the_keeper_that_the_platform_answers(
    server: Scripted, telegram: TelegramChannel
) -> None:
    box = Box()
    server.will("getUpdates", ok([]))
    async with listening(telegram, box):
        await server.until("getUpdates", 2)
    assert box.asked >= 1
    assert box.events == []


async def test_half_a_character_is_kept_as_it_came(server: Scripted, telegram: TelegramChannel) -> None:
    box = Box()
    server.will("getUpdates", ok([update(1, text="a\ud800\0b")]))
    async with listening(telegram, box):
        await server.until("getUpdates", 2)
    (event,) = box.events
    event.raw.encode()
    assert telegram.read(event.raw, 1)[0].text == "a\ufffd\ufffdb"
