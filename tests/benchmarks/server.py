"""A Bot API server for measuring: in a process of its own, without rates, that also plays the people.

It speaks as little HTTP as the bots need, by hand: a server that costs more than the bots would be what is measured.

``POST /inject`` lets raisers write, each a reply to the receipt of their concern, the next one as soon as
that has its receipt; the answer comes when all have, with the seconds from injection to receipt.
``POST /raise {"raisers": n}`` lets new people raise a concern and press 提交, with the seconds from the message to
the number. ``POST /counts`` tells what was handed out and what came back.
"""

from __future__ import annotations

import asyncio
import json
import re
import sys
import time
from collections import Counter, defaultdict, deque
from collections.abc import Awaitable, Callable, Sequence
from typing import Any
from urllib.parse import parse_qsl

GROUP = -1001
Json = dict[str, Any]
LANGUAGE = "zh-hans"


def _spread(seconds: Sequence[float]) -> Json:
    waits = sorted(seconds)
    return {"p50": waits[len(waits) // 2], "p99": waits[int(len(waits) * 0.99)]} if waits else {}


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
        self.submitting: dict[int, float] = {}
        self.until_number: list[float] = []
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
            "from": {"id": user, "is_bot": False, "first_name": f"P{user}", "language_code": LANGUAGE},
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
        chat, text = int(body.get("chat_id", 0)), str(body.get("text"))
        if chat <= 0:
            return
        if "已收到" in text:
            self.receipt_of[chat] = message_id
        if chat not in self.submitting:
            self.receipt(chat)
            return
        markup = body.get("reply_markup") or {}
        markup = json.loads(markup) if isinstance(markup, str) else markup
        for each in (button for row in markup.get("inline_keyboard", ()) for button in row):
            if each.get("text") == "提交":
                self._press(chat, message_id, each["callback_data"])
                return
        if "编号" in text:
            self.until_number.append(time.perf_counter() - self.submitting.pop(chat))
            if not self.submitting:
                self.all_submitted.set()

    def _press(self, user: int, message: int, data: str) -> None:
        person = {"id": user, "is_bot": False, "first_name": f"P{user}", "language_code": LANGUAGE}
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

    def call(self, method: str, body: Json) -> Any:
        """The result of any other call."""
        self.calls += 1
        self.methods[method] += 1
        if method == "sendMessage":
            self.next_message += 1
            made, chat = self.next_message, int(body["chat_id"])
            kind = {"id": chat, "type": "private"} if chat > 0 else {"id": chat, "type": "supergroup", "is_forum": True}
            result = {"message_id": made, "date": int(time.time()), "chat": kind, "text": str(body.get("text", ""))}
            if body.get("message_thread_id"):
                result |= {"message_thread_id": int(body["message_thread_id"]), "is_topic_message": True}
            self.sent(body, made)
            return result
        if method == "getMe":
            me = {"id": 1, "is_bot": True, "first_name": "Bench", "username": "bench_bot", "can_join_groups": True}
            return {**me, "can_read_all_group_messages": True}
        if method == "createForumTopic":
            self.next_message += 1
            return {"message_thread_id": self.next_message, "name": body["name"], "icon_color": 7322096}
        if method == "setMessageReaction" and int(body["chat_id"]) > 0:
            self.receipt(int(body["chat_id"]))
        return [] if method == "getForumTopicIconStickers" else True

    async def raise_concerns(self, asked: Json) -> Json:
        """New people raise a concern each; until every one has its number."""
        users = range(asked["first"], asked["first"] + asked["raisers"])
        started = time.perf_counter()
        self.submitting.update(dict.fromkeys(users, started))
        self.until_number = []
        self.all_submitted.clear()
        for user in users:
            self.says(user, f"食堂二楼中午排队太长，第 {user} 位反映，希望多开一个窗口。")
        await self.all_submitted.wait()
        for times in self.sent_at.values():
            times.clear()
        return {"seconds": time.perf_counter() - started, **_spread(self.until_number)}

    async def inject(self, asked: Json) -> Json:
        """Raisers write side by side; until each message has its receipt."""
        self.seconds, self.awaited, self.to_say = [], asked["messages"], asked["messages"]
        self.done.clear()
        calls, started = self.calls, time.perf_counter()
        for number in range(asked["raisers"]):
            self.supplements(asked["first"] + number)
        await self.done.wait()
        seconds = time.perf_counter() - started
        return {"seconds": seconds, "calls": self.calls - calls, **_spread(self.seconds)}

    async def counts(self, _: Json) -> Json:
        """What was handed out and what came back."""
        waiting = len(self.updates)
        return {"updates": self.next_update - 1, "waiting": waiting, "receipts": self.receipts, **self.methods}

    def ways(self) -> dict[str, Callable[[Json], Awaitable[Json]]]:
        """What can be asked of the people."""
        return {"/inject": self.inject, "/raise": self.raise_concerns, "/counts": self.counts}


class Connection(asyncio.Protocol):
    """One connection: requests with a length, one after the other."""

    def __init__(self, platform: Platform) -> None:
        self._platform = platform
        self._ways = platform.ways()
        self._buffer = b""
        self._transport: asyncio.Transport | None = None
        self._tasks: set[asyncio.Task[None]] = set()

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Somebody is there."""
        assert isinstance(transport, asyncio.Transport)
        self._transport = transport

    def data_received(self, data: bytes) -> None:
        """Answer every request that is whole."""
        self._buffer += data
        while True:
            head, found, rest = self._buffer.partition(b"\r\n\r\n")
            if not found:
                return
            first, _, lines = head.partition(b"\r\n")
            headers = {
                name.lower(): value.strip()
                for name, _, value in (line.partition(b":") for line in lines.split(b"\r\n"))
            }
            if headers.get(b"transfer-encoding", b"").lower() == b"chunked":
                body, rest_after = _unchunked(rest)
                if body is None:
                    return
                self._buffer = rest_after
            else:
                length = int(headers.get(b"content-length", b"0"))
                if len(rest) < length:
                    return
                body, self._buffer = rest[:length], rest[length:]
            self._asked(first.split(b" ")[1].decode(), _read(headers.get(b"content-type", b""), body), headers)

    def _asked(self, path: str, body: Json, headers: dict[bytes, bytes]) -> None:
        ends = headers.get(b"connection", b"").lower() == b"close"
        way = self._ways.get(path)
        if way is not None:
            self._later(way(body), ends)
        elif path.endswith("/getUpdates"):
            self._later(self._updates(body), ends)
        else:
            self._answer({"ok": True, "result": self._platform.call(path.rpartition("/")[2], body)}, ends)

    async def _updates(self, body: Json) -> Json:
        return {"ok": True, "result": await self._platform.get(body)}

    def _later(self, work: Awaitable[Json], ends: bool) -> None:
        async def answer() -> None:
            self._answer(await work, ends)

        task = asyncio.create_task(answer())
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    def _answer(self, answer: Json, ends: bool) -> None:
        if self._transport is None:
            return
        text = json.dumps(answer, separators=(",", ":")).encode()
        head = f"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: {len(text)}\r\n\r\n"
        self._transport.write(head.encode() + text)
        if ends:
            self._transport.close()

    def connection_lost(self, _: Exception | None) -> None:
        """Nobody waits for an answer any more."""
        self._transport = None
        for task in self._tasks:
            task.cancel()


def _unchunked(rest: bytes) -> tuple[bytes | None, bytes]:
    """The body of chunks and what comes behind it; None while it is not whole."""
    body = b""
    while True:
        size, found, rest = rest.partition(b"\r\n")
        if not found:
            return None, b""
        length = int(size.partition(b";")[0], 16)
        if len(rest) < length + 2:
            return None, b""
        body, rest = body + rest[:length], rest[length + 2 :]
        if length == 0:
            return body, rest


_NAME = re.compile(rb'name="([^"]+)"')


def _read(kind: bytes, body: bytes) -> Json:
    """The parameters of a request, as JSON, as a form, or in parts."""
    if not body:
        return {}
    if kind.startswith(b"application/json"):
        read: Json = json.loads(body)
        return read
    if kind.startswith(b"multipart/"):
        boundary = b"--" + kind.partition(b"boundary=")[2].strip(b'"')
        made: Json = {}
        for each in body.split(boundary)[1:-1]:
            head, _, value = each.partition(b"\r\n\r\n")
            name = _NAME.search(head)
            if name is not None:
                made[name[1].decode()] = value[:-2].decode("utf-8", "replace")
        return made
    return dict(parse_qsl(body.decode(), keep_blank_values=True))


async def serve(port: int) -> None:
    """Serve until the process is ended."""
    platform = Platform()
    server = await asyncio.get_running_loop().create_server(lambda: Connection(platform), "127.0.0.1", port)
    await server.serve_forever()


if __name__ == "__main__":
    asyncio.run(serve(int(sys.argv[1])))
