"""The page's side: what people see and do over JSON, and who may ask."""

from __future__ import annotations

import asyncio
import io
import json
from collections.abc import AsyncIterator
from typing import Any

import aiohttp
import pytest
from PIL import Image

from sandbox import Sandbox, Upload, pages
from sandbox.doing import DEEDS
from sandbox.records import Chat
from tests.integration.sandbox.conftest import CHEN, LI, ZHANG, Raw

JSON = {"Content-Type": "application/json"}


@pytest.fixture
async def page(sandbox: Sandbox) -> AsyncIterator[aiohttp.ClientSession]:
    async with aiohttp.ClientSession(base_url=sandbox.address) as session:
        yield session


async def does(page: aiohttp.ClientSession, who: int, chat: int, what: str, **facts: Any) -> dict[str, Any]:
    async with page.post("/api/do", json={"as": who, "chat": chat, "do": what, **facts}) as answer:
        body: dict[str, Any] = await answer.json()
        assert body["ok"] == (answer.status == 200)
        return body


async def seen(page: aiohttp.ClientSession, **asked: int) -> list[dict[str, Any]]:
    async with page.get("/api/messages", params=asked) as answer:
        found: list[dict[str, Any]] = (await answer.json())["messages"]
        return found


async def test_what_somebody_writes_is_seen_and_told(page: aiohttp.ClientSession, sandbox: Sandbox) -> None:
    async with page.ws_connect("/api/events") as events:
        assert (await does(page, ZHANG, ZHANG, "send", text="食堂太贵"))["id"]
        told = await events.receive_json(timeout=5)
    assert (told["type"], told["message"]["text"], told["message"]["from"]["name"]) == ("message", "食堂太贵", "张三")
    assert (await seen(page, chat=ZHANG))[-1] == told["message"]
    assert sandbox.feed.pending[-1].body["text"] == "食堂太贵"


async def test_pages_of_messages(page: aiohttp.ClientSession, sandbox: Sandbox, group: Chat) -> None:
    topic = sandbox.world.topic_open(LI, group, "SJ-2026-0001")
    for n in range(5):
        sandbox.world.say(LI, group, f"里 {n}", thread=topic.id)
        sandbox.world.say(LI, group, f"外 {n}")
    inside = await seen(page, chat=group.id, thread=topic.id, limit=3)
    assert [each["text"] for each in inside] == ["里 2", "里 3", "里 4"]
    before = await seen(page, chat=group.id, thread=topic.id, before=inside[0]["id"], limit=3)
    assert [each["text"] for each in before] == ["", "里 0", "里 1"]
    assert before[0]["service"] == {"kind": "topic_created", "text": "SJ-2026-0001"}
    assert [each["text"] for each in await seen(page, chat=group.id, thread=0)] == [f"外 {n}" for n in range(5)]


async def test_a_press_waits_for_its_toast(page: aiohttp.ClientSession, raw: Raw, sandbox: Sandbox) -> None:
    markup = {"inline_keyboard": [[{"text": "提交", "callback_data": "a:1", "style": "primary"}]]}
    sent = (await raw("sendMessage", chat_id=ZHANG, text="请确认", reply_markup=markup))["result"]["message_id"]
    shown = (await seen(page, chat=ZHANG))[-1]
    assert shown["buttons"] == [[{"text": "提交", "style": "primary", "kind": "callback", "data": "a:1"}]]
    pressing = asyncio.create_task(does(page, ZHANG, ZHANG, "press", message=sent, data="a:1"))
    (update,) = (await raw("getUpdates", timeout=5))["result"]
    await raw("answerCallbackQuery", callback_query_id=update["callback_query"]["id"], text="已提交", show_alert=True)
    assert (await pressing)["toast"] == {"text": "已提交", "alert": True}


async def test_uploads_and_downloads(page: aiohttp.ClientSession, sandbox: Sandbox) -> None:
    picture = io.BytesIO()
    Image.new("RGB", (800, 600)).save(picture, "JPEG")
    form = aiohttp.FormData(quote_fields=False)
    form.add_field("file", picture.getvalue(), filename="现场.jpg", content_type="image/jpeg")
    form.add_field("file", b"<script>alert(1)</script>", filename="页面.html", content_type="text/html")
    asked: dict[str, str | int] = {"as": ZHANG, "chat": ZHANG, "caption": "看"}
    async with page.post("/api/upload", params=asked, data=form) as answer:
        assert len((await answer.json())["ids"]) == 2
    photo, paper = [each["files"][0] for each in (await seen(page, chat=ZHANG))[-2:]]
    assert (photo["kind"], photo["width"], photo["thumb"] is not None) == ("photo", 800, True)
    assert (paper["kind"], paper["name"]) == ("document", "页面.html")
    assert photo["album"] == paper["album"]
    async with page.get(photo["url"]) as answer:
        assert answer.headers["Content-Type"] == "image/jpeg"
    async with page.get(paper["url"], headers={"Range": "bytes=1-6"}) as answer:
        assert (answer.status, await answer.read()) == (206, b"script")
        assert answer.headers["Content-Range"] == "bytes 1-6/25"
    async with page.get(paper["url"]) as answer:
        # Nothing that a person sends can run as a page of ours.
        assert answer.headers["Content-Type"] == "application/octet-stream"
        assert answer.headers["Content-Disposition"].startswith("attachment")
        assert answer.headers["X-Content-Type-Options"] == "nosniff"


async def test_what_is_protected_stays(page: aiohttp.ClientSession, raw: Raw, sandbox: Sandbox) -> None:
    (sent,) = sandbox.world.send(ZHANG, ZHANG, Upload("材料.pdf", b"%PDF"))
    handle = sent.content["document"]["file_id"]
    guarded = (await raw("sendDocument", chat_id=ZHANG, document=handle, protect_content=True))["result"]["message_id"]
    shown = (await seen(page, chat=ZHANG))[-1]
    assert (shown["protected"], shown["files"][0]["url"]) == (True, "")
    answer = await does(page, ZHANG, ZHANG, "forward", message=guarded, to_chat=ZHANG)
    assert answer["error"] == "这条消息不能转发"


async def test_what_a_client_would_not_let_people_do(
    page: aiohttp.ClientSession, sandbox: Sandbox, group: Chat
) -> None:
    assert (await does(page, ZHANG, group.id, "send", text="我也说"))["error"] == "您不在这个群里"
    assert (await does(page, ZHANG, LI, "send", text="偷看"))["error"] == "这是别人与机器人的私聊"
    assert (await does(page, ZHANG, ZHANG, "send", text="  "))["error"] == "不能发送空消息"
    assert (await does(page, ZHANG, ZHANG, "dance"))["error"] == "不知道要做什么"
    assert (await does(page, 7, ZHANG, "send", text="谁"))["error"] == "没有这个人"
    topic = sandbox.world.topic_open(LI, group, "话题")
    assert "管理员" in (await does(page, CHEN, group.id, "topic_close", thread=topic.id))["error"]
    assert (await does(page, LI, group.id, "topic_close", thread=topic.id))["ok"]
    assert (await does(page, CHEN, group.id, "send", thread=topic.id, text="晚了"))["error"] == "话题已关闭"
    await does(page, ZHANG, ZHANG, "block")
    assert "停用" in (await does(page, ZHANG, ZHANG, "send", text="在吗"))["error"]
    assert (await does(page, ZHANG, ZHANG, "start"))["ok"]


@pytest.mark.parametrize(
    "facts",
    [
        {"do": "location", "latitude": 31.2, "longitude": 121.5},
        {"do": "contact", "name": "小刘", "phone": "13800000000"},
        {"do": "poll", "question": "换不换", "options": ["换", "不换"]},
        {"do": "sticker", "emoji": "👍"},
        {"do": "read"},
    ],
)
async def test_other_things_that_people_send(
    page: aiohttp.ClientSession, sandbox: Sandbox, facts: dict[str, Any]
) -> None:
    given = {"as": ZHANG, "chat": ZHANG, **facts}
    async with page.post("/api/do", json=given) as answer:
        assert (await answer.json())["ok"]


async def test_the_clock_and_what_the_program_can_be_asked(page: aiohttp.ClientSession, sandbox: Sandbox) -> None:
    before = sandbox.clock.now()
    async with page.post("/api/clock", json={"add": 3600}) as answer:
        assert (await answer.json())["now"] == before + 3600
    asked: list[Any] = []

    async def move(given: Any) -> None:
        asked.append(given)

    async def digest() -> str:
        return "sent"

    sandbox.hooks.update(clock=move, digest=digest)
    async with page.post("/api/clock", json={"skip": "workday"}) as answer:
        assert (await answer.json())["now"] == before + 3600
    assert asked == [{"skip": "workday"}]
    async with page.post("/api/host/digest", json={}) as answer:
        assert (await answer.json())["result"] == "sent"
    async with page.post("/api/host/nothing", json={}) as answer:
        assert answer.status == 409


async def test_other_pages_may_not_ask(page: aiohttp.ClientSession, sandbox: Sandbox) -> None:
    given = {"as": ZHANG, "chat": ZHANG, "do": "send", "text": "冒名"}
    for headers in (
        {"Origin": "https://evil.example"},
        {"Origin": "null"},
        {"Host": "evil.example"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
    ):
        async with page.post("/api/do", json=given, headers=headers) as answer:
            assert answer.status == 403
        async with page.get("/api/events", headers=headers) as answer:
            assert answer.status == 403
    # A form needs no leave from the browser to be sent: it is not taken for JSON.
    async with page.post("/api/do", data='{"as": 1001}', headers={"Content-Type": "text/plain"}) as answer:
        assert answer.status == 409
    assert [each.text for each in sandbox.world.chats[ZHANG].messages.values()] == ["/start"]


async def test_the_state_tells_of_people_chats_topics_and_menus(
    page: aiohttp.ClientSession, raw: Raw, sandbox: Sandbox, group: Chat
) -> None:
    await raw("createForumTopic", chat_id=group.id, name="SJ-2026-0001")
    scope = {"type": "chat", "chat_id": group.id}
    await raw("setMyCommands", commands=[{"command": "todo", "description": "待办"}], scope=scope)
    async with page.get("/api/state") as answer:
        state = await answer.json()
    shown = next(each for each in state["chats"] if each["id"] == group.id)
    assert (shown["kind"], shown["forum"], shown["members"]) == ("group", True, [LI, CHEN])
    assert [each["name"] for each in shown["topics"]] == ["SJ-2026-0001"]
    assert state["bot"]["commands"] == {f"chat:{group.id}": [{"command": "todo", "description": "待办"}]}
    assert {each["id"]: each["started"] for each in state["users"]} == {ZHANG: True, CHEN: False, LI: False}


ODD: list[Any] = [None, "", "x", -1, 0, 1.5, True, [], {}, [[1]], "1" * 5000, 2**70, "\ud83d"]


@pytest.mark.parametrize("odd", ODD, ids=[f"odd{n}" for n, _ in enumerate(ODD)])
async def test_whatever_the_page_sends_is_answered(
    page: aiohttp.ClientSession, sandbox: Sandbox, odd: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pages, "TOAST_SECONDS", 0.0)  # There is no bot to answer presses.
    names = ("as", "chat", "thread", "text", "message", "messages", "data", "emoji", "to_chat", "reply_to", "options")
    for verb in (*DEEDS, odd):
        for name in names:
            given = {"as": ZHANG, "chat": ZHANG, "do": verb, "message": 1, "text": "好", "name": "好"} | {name: odd}
            async with page.post("/api/do", data=json.dumps(given), headers=JSON) as answer:
                assert answer.status in (200, 409), (given, await answer.text())
    assert await seen(page, chat=ZHANG)


async def test_other_odd_requests(page: aiohttp.ClientSession, sandbox: Sandbox) -> None:
    for body in ("", "[", "5", "[]", "null"):
        for path in ("/api/do", "/api/clock"):
            async with page.post(path, data=body, headers=JSON) as answer:
                assert answer.status == 409
    for query in ("", "?chat=x", f"?chat={ZHANG}&before=x&limit=-5&thread=x", f"?chat={ZHANG}&limit=99999999"):
        async with page.get(f"/api/messages{query}") as answer:
            assert answer.status in (200, 409)
    async with page.post(f"/api/upload?as={ZHANG}", data="no form") as answer:
        assert answer.status == 409
    async with page.post("/api/clock", json={"add": "x", "skip": []}) as answer:
        assert answer.status in (200, 409)
    async with page.get("/files/nothing") as answer:
        assert answer.status == 404


async def test_a_text_of_a_hundred_thousand_characters_leaves_in_parts(
    page: aiohttp.ClientSession, sandbox: Sandbox
) -> None:
    await does(page, ZHANG, ZHANG, "send", text="字" * 100_000)
    sent = [each.text for each in sandbox.world.chats[ZHANG].messages.values()][1:]
    assert "".join(sent) == "字" * 100_000
    assert max(map(len, sent)) == 4096
