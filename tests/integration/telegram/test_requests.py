"""Whether a call that failed may have been carried out, and that no error shows the token."""

from __future__ import annotations

import socket

import pytest
from telegram.error import TelegramError

from bot.channels.telegram import api as module
from bot.channels.telegram.api import Api
from bot.channels.telegram.channel import TelegramChannel
from bot.channels.telegram.request import MaybeSent, NotSent, Refused
from tests.integration.telegram.scripted import BROKEN, DROP, PAGE, TOKEN, Answer, Scripted, no


@pytest.fixture
async def api(server: Scripted) -> Api:
    return Api(TOKEN, server.base_url)


def closed_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


async def failing(api: Api, **parameters: object) -> TelegramError:
    await api.open()
    try:
        with pytest.raises(TelegramError) as caught:
            await api.call("sendMessage", {"chat_id": "5", "text": "密", **parameters}, seconds=0.3)
    finally:
        await api.close_connections()
    text = f"{api!r} {caught.value!r} {caught.value.__cause__!r} {caught.value.__context__!r}"
    assert "secret" not in text
    assert "密" not in text
    return caught.value


async def test_nobody_there() -> None:
    assert isinstance(await failing(Api(TOKEN, f"http://127.0.0.1:{closed_port()}/bot")), NotSent)


async def test_no_such_host() -> None:
    assert isinstance(await failing(Api(TOKEN, "http://no-such-host.invalid/bot")), NotSent)


async def test_no_address_at_all() -> None:
    assert isinstance(await failing(Api(TOKEN, "nonsense/bot")), NotSent)


async def test_closed() -> None:
    with pytest.raises(NotSent):
        await Api(TOKEN, "http://127.0.0.1:1/bot").call("getMe")


@pytest.mark.parametrize("answer", [DROP, BROKEN, PAGE, Answer(True, wait=1.0), no(500, "Internal Server Error")])
async def test_silence_after_the_request_left(server: Scripted, api: Api, answer: Answer) -> None:
    server.will("sendMessage", answer)
    assert isinstance(await failing(api), MaybeSent)
    assert server.methods == ["sendMessage"]


async def test_refused_in_the_servers_words(server: Scripted, api: Api) -> None:
    server.will("sendMessage", no(429, "Too Many Requests: retry after 3", retry_after=3))
    error = await failing(api)
    assert isinstance(error, Refused)
    assert (error.code, error.description, error.retry_after) == (429, "Too Many Requests: retry after 3", 3.0)


async def test_a_server_that_repeats_the_token(server: Scripted, api: Api) -> None:
    server.will("sendMessage", no(404, f"Not Found: /bot{TOKEN}/sendMessage"))
    assert str(await failing(api)) == "Not Found: /bot<token>/sendMessage"


async def test_texts_of_any_kind_arrive_as_they_are(server: Scripted, api: Api) -> None:
    text = "a&b=c 中文 😀\u202e\u200b%20+\n<b>"
    await api.open()
    await api.call("sendMessage", {"chat_id": "5", "text": text})
    await api.close_connections()
    assert server.calls("sendMessage")[0]["text"] == text


async def test_a_start_without_a_server_raises_nothing(caplog: pytest.LogCaptureFixture) -> None:
    channel = TelegramChannel(TOKEN, base_url=f"http://127.0.0.1:{closed_port()}/bot")
    await channel.start()
    assert channel.pulse.failing_since is not None
    assert channel.link("abc") == "/start abc"
    await channel.stop()
    assert "secret" not in caplog.text


async def test_chats_that_asked_for_patience_are_forgotten_when_the_time_is_over(
    server: Scripted, api: Api, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "_ASKED_MOST", 3)
    await api.open()
    for chat in range(10):
        server.will("sendMessage", no(429, "Too Many Requests", retry_after=60 if chat == 1 else 0))
        with pytest.raises(Refused):
            await api.call("sendMessage", {"chat_id": chat, "text": "…"})
    assert len(api._asked) <= 4
    with pytest.raises(Refused, match="retry after"):
        await api.call("sendMessage", {"chat_id": 1, "text": "…"})
    assert server.methods == ["sendMessage"] * 10, "the one whose time is not over is still left alone"
    await api.close_connections()
