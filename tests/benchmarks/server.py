"""A Bot API server for measuring: in a process of its own, lean, without rates, that also plays the people.

``POST /inject`` lets raisers write, each a reply to the receipt of their concern, the next one as soon as
that has its receipt; the answer comes when all have, with the seconds from injection to receipt.
``POST /raise {"raisers": n}`` lets new people raise a concern and press 提交.
"""

from __future__ import annotations

import asyncio
import json
import sys
import time
from collections import Counter, defaultdict, deque
from typing import Any

from aiohttp import web

GROUP = -1001
Json = dict[str, Any]


class Platform:
    """What is waiting for the bot, and what it has said."""

    def __init__(self) -> None:
        self.updates: deque[Json] = deque()
        self.woken = asyncio.Event()
        self.next_update = 1
        self.next_message = 1000
        self.calls = 0
        self.receipt_of: dict[int, int] = {}
        self.sent_at: dict[int, deque[float]] = defaultdict(deque)
        self.seconds: list[float] = []
        self.awaited = 0
        self.to_say = 0
        self.receipts = 0
        self.methods: Counter[str] = Counter()
        self.done = asyncio.Event()
        self.submitting: set[int] = set()
        self.all_submitted = asyncio.Event()

    def add(self, kind: str, body: Json) -> None:
        """One update more."""
        self.updates.append({"update_id": self.next_update, kind: body})
        self.next_update += 1
        self.woken.set()

    def says(self, user: int, text: str, reply_to: int | None = None) -> None:
        """A person writes."""
        self.next_message += 1
        message = {
            "message_id": self.next_message,
            "date": int(time.time()),
            "chat": {"id": user, "type": "private", "first_name": f"P{user}"},
            "from": {"id": user, "is_bot": False, "first_name": f"P{user}", "language_code": "zh-hans"},
            "text": text,
        }
        if reply_to is not None:
            message["reply_to_message"] = {**message, "message_id": reply_to, "text": "…"}
        self.sent_at[user].append(time.perf_counter())
        self.add("message", message)

    def supplements(self, user: int) -> None:
        """A raiser adds something to their ticket, as a reply to its receipt."""
        self.to_say -= 1
        self.says(user, f"再补充一句，还有 {self.to_say} 句：今天中午又排了四十分钟。", self.receipt_of.get(user))

    def receipt(self, user: int) -> None:
        """The bot has answered this person."""
        self.receipts += 1
        if self.sent_at[user]:
            self.seconds.append(time.perf_counter() - self.sent_at[user].popleft())
            if len(self.seconds) >= self.awaited:
                self.done.set()
            elif self.to_say > 0:
                self.supplements(user)

    def sent(self, body: Json, message_id: int) -> None:
        """The bot sent a message."""
        chat = int(body.get("chat_id", 0))
        if chat <= 0:
            return
        if "已收到" in str(body.get("text")):
            self.receipt_of[chat] = message_id
        if chat in self.submitting:
            markup = body.get("reply_markup") or {}
            markup = json.loads(markup) if isinstance(markup, str) else markup
            for each in (button for row in markup.get("inline_keyboard", ()) for button in row):
                if each.get("text") == "提交":
                    self._press(chat, message_id, each["callback_data"])
                    return
            if "编号" in str(body.get("text")):
                self.submitting.discard(chat)
                if not self.submitting:
                    self.all_submitted.set()
        else:
            self.receipt(chat)

    def _press(self, user: int, message: int, data: str) -> None:
        person = {"id": user, "is_bot": False, "first_name": f"P{user}", "language_code": "zh-hans"}
        chat = {"id": user, "type": "private", "first_name": f"P{user}"}
        shown = {"message_id": message, "date": int(time.time()), "chat": chat, "text": "…"}
        self.add(
            "callback_query",
            {"id": f"q{self.next_update}", "from": person, "chat_instance": "1", "data": data, "message": shown},
        )

    async def get(self, body: Json) -> list[Json]:
        """``getUpdates``."""
        offset = int(body.get("offset") or 0)
        while self.updates and self.updates[0]["update_id"] < offset:
            self.updates.popleft()
        if not self.updates:
            self.woken.clear()
            try:
                await asyncio.wait_for(self.woken.wait(), min(int(body.get("timeout") or 0), 20))
            except TimeoutError:
                return []
        return [self.updates[n] for n in range(min(100, len(self.updates)))]


PLATFORM = web.AppKey("platform", Platform)


async def call(request: web.Request) -> web.Response:
    """One call of the Bot API."""
    platform, method = request.app[PLATFORM], request.match_info["method"]
    if request.content_type == "application/json":
        body: Json = await request.json()
    else:
        body = dict(await request.post())
    if method == "getUpdates":
        return web.json_response({"ok": True, "result": await platform.get(body)})
    platform.calls += 1
    platform.methods[method] += 1
    if method == "getMe":
        me = {"id": 1, "is_bot": True, "first_name": "Bench", "username": "bench_bot", "can_join_groups": True}
        return web.json_response({"ok": True, "result": {**me, "can_read_all_group_messages": True}})
    if method == "createForumTopic":
        platform.next_message += 1
        topic = {"message_thread_id": platform.next_message, "name": body["name"], "icon_color": 7322096}
        return web.json_response({"ok": True, "result": topic})
    if method == "sendMessage":
        platform.next_message += 1
        made = platform.next_message
        chat = int(body["chat_id"])
        kind = {"id": chat, "type": "private"} if chat > 0 else {"id": chat, "type": "supergroup", "is_forum": True}
        result = {"message_id": made, "date": int(time.time()), "chat": kind, "text": str(body.get("text", ""))}
        if body.get("message_thread_id"):
            result |= {"message_thread_id": int(body["message_thread_id"]), "is_topic_message": True}
        platform.sent(body, made)
        return web.json_response({"ok": True, "result": result})
    if method == "setMessageReaction" and int(body["chat_id"]) > 0:
        platform.receipt(int(body["chat_id"]))
    if method == "getForumTopicIconStickers":
        return web.json_response({"ok": True, "result": []})
    return web.json_response({"ok": True, "result": True})


async def raise_concerns(request: web.Request) -> web.Response:
    """New people raise a concern each; answers when every one has its number."""
    platform, asked = request.app[PLATFORM], await request.json()
    users = range(asked["first"], asked["first"] + asked["raisers"])
    platform.submitting.update(users)
    platform.all_submitted.clear()
    started = time.perf_counter()
    for user in users:
        platform.says(user, f"食堂二楼中午排队太长，第 {user} 位反映，希望多开一个窗口。")
    await platform.all_submitted.wait()
    for times in platform.sent_at.values():
        times.clear()
    return web.json_response({"seconds": time.perf_counter() - started})


async def inject(request: web.Request) -> web.Response:
    """Raisers write side by side; answers when each message has its receipt."""
    platform, asked = request.app[PLATFORM], await request.json()
    platform.seconds, platform.awaited, platform.to_say = [], asked["messages"], asked["messages"]
    platform.done.clear()
    calls, started = platform.calls, time.perf_counter()
    for number in range(asked["raisers"]):
        platform.supplements(asked["first"] + number)
    await platform.done.wait()
    seconds = time.perf_counter() - started
    waits = sorted(platform.seconds)
    return web.json_response(
        {
            "seconds": seconds,
            "calls": platform.calls - calls,
            "p50": waits[len(waits) // 2],
            "p99": waits[int(len(waits) * 0.99)],
        }
    )


async def counts(request: web.Request) -> web.Response:
    """What was handed out and what came back."""
    platform = request.app[PLATFORM]
    waiting = len(platform.updates)
    return web.json_response(
        {"updates": platform.next_update - 1, "waiting": waiting, "receipts": platform.receipts, **platform.methods}
    )


def main() -> None:
    """Serve on the port that the command line names."""
    app = web.Application(client_max_size=1 << 24)
    app[PLATFORM] = Platform()
    app.router.add_post("/inject", inject)
    app.router.add_post("/raise", raise_concerns)
    app.router.add_post("/counts", counts)
    app.router.add_route("*", "/bot{token:[^/]+}/{method}", call)
    web.run_app(app, host="127.0.0.1", port=int(sys.argv[1]), access_log=None, print=None, shutdown_timeout=0.1)


if __name__ == "__main__":
    main()
