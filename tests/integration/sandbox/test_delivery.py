"""How the bot gets its updates, and what can be made to go wrong on the way."""

from __future__ import annotations

import asyncio
from typing import Any

import aiohttp
import pytest
from aiohttp import web

from sandbox import Sandbox
from sandbox.faults import Fault, Planned
from tests.integration.sandbox.conftest import ZHANG, Raw


async def test_an_offset_acknowledges_everything_before_it(raw: Raw, sandbox: Sandbox) -> None:
    for text in ("一", "二", "三"):
        sandbox.world.say(ZHANG, ZHANG, text)
    first = (await raw("getUpdates"))["result"]
    assert [each["message"]["text"] for each in first] == ["一", "二", "三"]
    rest = (await raw("getUpdates", offset=first[1]["update_id"]))["result"]
    assert [each["message"]["text"] for each in rest] == ["二", "三"]
    assert (await raw("getUpdates", offset=-1))["result"][0]["message"]["text"] == "三"
    assert len(sandbox.feed.pending) == 1


async def test_two_readers(raw: Raw, sandbox: Sandbox) -> None:
    readers = {asyncio.create_task(raw("getUpdates", timeout=20)) for _ in range(2)}
    (ended,), (second,) = await asyncio.wait(readers, return_when=asyncio.FIRST_COMPLETED)
    body = ended.result()
    assert body["error_code"] == 409
    assert "terminated by other getUpdates request" in body["description"]
    sandbox.world.say(ZHANG, ZHANG, "好")
    assert (await second)["result"][0]["message"]["text"] == "好"


async def test_updates_of_yesterday_are_dropped(raw: Raw, sandbox: Sandbox) -> None:
    sandbox.world.say(ZHANG, ZHANG, "旧的")
    sandbox.clock.advance(86_400)
    sandbox.world.say(ZHANG, ZHANG, "新的")
    found = (await raw("getUpdates"))["result"]
    assert [each["message"]["text"] for each in found] == ["新的"]
    assert sandbox.tally.expired == 1


class Receiver:
    """Somebody who takes updates at an address of this machine."""

    def __init__(self) -> None:
        self.took: list[dict[str, Any]] = []
        self.secrets: list[str | None] = []
        self.refuse = 0
        self.came = asyncio.Event()

    async def take(self, request: web.Request) -> web.Response:
        self.secrets.append(request.headers.get("X-Telegram-Bot-Api-Secret-Token"))
        if self.refuse:
            self.refuse -= 1
            return web.Response(status=503)
        self.took.append(await request.json())
        self.came.set()
        return web.Response()

    async def until(self, count: int) -> None:
        async with asyncio.timeout(10):
            while len(self.took) < count:
                self.came.clear()
                await self.came.wait()


async def test_a_webhook_is_brought_everything_in_order_until_it_takes_it(raw: Raw, sandbox: Sandbox) -> None:
    receiver = Receiver()
    app = web.Application()
    app.router.add_post("/hook", receiver.take)
    runner = web.AppRunner(app, shutdown_timeout=0.1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    receiver.refuse = 2
    address = f"http://127.0.0.1:{runner.addresses[0][1]}/hook"
    assert (await raw("setWebhook", url=address, secret_token="s-1"))["ok"]
    for text in ("一", "二", "三"):
        sandbox.world.say(ZHANG, ZHANG, text)
    await receiver.until(3)
    await sandbox.feed.drained()
    assert [each["message"]["text"] for each in receiver.took] == ["一", "二", "三"]
    assert set(receiver.secrets) == {"s-1"}
    info = (await raw("getWebhookInfo"))["result"]
    assert info["url"] == address
    assert "503" in info["last_error_message"]
    body = await raw("getUpdates")
    assert body["error_code"] == 409
    assert "webhook is active" in body["description"]
    assert (await raw("deleteWebhook"))["ok"]
    assert (await raw("getUpdates"))["result"] == []
    await runner.cleanup()


@pytest.mark.parametrize(
    ("url", "words"),
    [("http://example.com/x", "HTTPS URL must be provided"), ("https://example.com/x", "nothing leaves")],
)
async def test_a_webhook_elsewhere(raw: Raw, url: str, words: str) -> None:
    assert words in await raw.refused("setWebhook", url=url)


@pytest.mark.parametrize(("fault", "done"), [(Fault.DROP_BEFORE, 0), (Fault.DROP_AFTER, 1), (Fault.BROKEN, 1)])
async def test_answers_that_do_not_come(raw: Raw, sandbox: Sandbox, fault: Fault, done: int) -> None:
    sandbox.faults.plan("sendMessage", fault)
    with pytest.raises((aiohttp.ClientError, ValueError)):
        await raw("sendMessage", chat_id=ZHANG, text="好")
    assert len([each for each in sandbox.tally.log if each.method == "sendMessage"]) == done
    assert (await raw("sendMessage", chat_id=ZHANG, text="好"))["ok"]
    assert sandbox.tally.faults[fault] == 1


async def test_refusals_that_a_test_words(raw: Raw, sandbox: Sandbox) -> None:
    sandbox.faults.plan("sendMessage", Planned(Fault.REFUSE, code=400, words="Bad Request: SOMETHING_NEW"), Fault.RATE)
    assert await raw.refused("sendMessage", chat_id=ZHANG, text="好") == "Bad Request: SOMETHING_NEW"
    body = await raw("sendMessage", chat_id=ZHANG, text="好")
    assert body["error_code"] == 429
    assert body["parameters"] == {"retry_after": 1}
