"""The page's side: what people see and do, as JSON, with one socket that tells of every change."""

from __future__ import annotations

import asyncio
import json
import time
from collections.abc import Awaitable, Callable, Mapping
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlsplit

from aiohttp import BodyPartReader, WSCloseCode, web

from sandbox import doing, views
from sandbox.records import Chat, Json, Message, User
from sandbox.refusal import Refusal
from sandbox.world import Impossible, Query, Upload, World

Hook = Callable[..., Awaitable[Any]]
"""``await hook()``; the one named ``clock`` is given how the clock is to be moved."""
Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]
STATIC = Path(__file__).parent / "static"
TOAST_SECONDS = 20.0
BACKLOG = 5000
"""Events that wait for a page that does not read them; past that it is let go, and asks for everything anew."""
PAGE = 50
_MOST = 200
_HERE = frozenset({"127.0.0.1", "localhost", "::1"})
_SHOWN_INSIDE = ("image/jpeg", "image/png", "image/webp", "image/gif", "audio/", "video/")
_POLICY = (
    "default-src 'self'; img-src 'self' blob: data:; media-src 'self' blob:; object-src 'none'; base-uri 'none'; "
    "frame-ancestors 'none'; form-action 'self'"
)
_SKIPS = {"hour": 3600, "workday": 86_400, "day": 86_400, "week": 7 * 86_400}


class Pages:
    """Serves the page of one world to any number of browsers."""

    def __init__(self, world: World, hooks: dict[str, Hook], seats: list[int]) -> None:
        self._world = world
        self._hooks = hooks
        self._seats = seats
        self._started = str(time.time_ns())
        self._sockets: dict[web.WebSocketResponse, asyncio.Queue[str | None]] = {}
        self._toasts: dict[str, asyncio.Future[None]] = {}
        world.watchers.append(self._changed)

    def add_routes(self, app: web.Application) -> None:
        """The paths of the page."""
        add = app.router
        add.add_get("/", self._index)
        add.add_get("/api/state", self._state)
        add.add_get("/api/messages", self._messages)
        add.add_post("/api/do", self._do)
        add.add_post("/api/upload", self._upload)
        add.add_post("/api/clock", self._clock)
        add.add_post("/api/host/{name}", self._host)
        add.add_get("/api/events", self._events)
        add.add_get("/files/{unique}", self._file)
        add.add_static("/static/", STATIC)

    async def close(self) -> None:
        """Let every page go."""
        for waiting in self._toasts.values():
            waiting.cancel()
        for socket, queue in list(self._sockets.items()):
            queue.put_nowait(None)
            await socket.close(code=WSCloseCode.GOING_AWAY)

    @web.middleware
    async def guard(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        """Turn away what another web page asks of this one: it comes from another origin, or under another name."""
        origin = request.headers.get("Origin")
        ours = origin in (None, f"http://{request.host}", f"https://{request.host}")
        if (
            not ours
            or not _is_here(f"//{request.host}")
            or request.headers.get("Sec-Fetch-Site", "none") not in ("none", "same-origin")
        ):
            return web.json_response({"ok": False, "error": "只接受本机页面的请求"}, status=403)
        try:
            response = await handler(request)
        except Impossible as impossible:
            response = web.json_response({"ok": False, "error": str(impossible)}, status=409)
        if not response.prepared:
            response.headers.setdefault("X-Content-Type-Options", "nosniff")
            response.headers.setdefault("Referrer-Policy", "no-referrer")
            response.headers.setdefault("Cache-Control", "no-cache")
        return response

    # What is seen.

    async def _index(self, _: web.Request) -> web.StreamResponse:
        page = STATIC / "index.html"
        return web.Response(
            text=await asyncio.to_thread(page.read_text, "utf-8"),
            content_type="text/html",
            headers={"Content-Security-Policy": _POLICY},
        )

    async def _state(self, _: web.Request) -> web.StreamResponse:
        seats = self._seats or list(self._world.users)[:4]
        return _answer(views.state(self._world, seats, self._hooks, self._started))

    async def _messages(self, request: web.Request) -> web.StreamResponse:
        """The newest messages of a chat or topic, oldest first, or those before one; thread 0 is the general part."""
        asked = request.query
        chat = self._world.chats.get(_whole(asked, "chat") or 0)
        if chat is None:
            raise Impossible("没有这个会话")
        thread, before = _whole(asked, "thread"), _whole(asked, "before")
        most = min(max(_whole(asked, "limit") or PAGE, 1), _MOST)
        found: list[Message] = []
        for each in reversed(chat.messages.values()):
            if (before is None or each.id < before) and _in_thread(chat, each, thread):
                found.append(each)
                if len(found) > most:
                    break
        shown = [views.message(self._world, each) for each in reversed(found[:most])]
        return _answer({"messages": shown, "more": len(found) > most})

    async def _file(self, request: web.Request) -> web.StreamResponse:
        found = self._world.files.unique(request.match_info["unique"])
        if found is None:
            raise web.HTTPNotFound
        inside = found.mime.startswith(_SHOWN_INSIDE)
        kind = "inline" if inside else "attachment"
        headers = {
            "Content-Type": found.mime if inside else "application/octet-stream",
            "Content-Disposition": f"{kind}; filename*=UTF-8''{quote(found.name, safe='')}",
            # Whatever is in it, it runs nothing and reaches nothing.
            "Content-Security-Policy": "sandbox; default-src 'none'; media-src 'self'; img-src 'self'",
            "Cache-Control": "private, max-age=86400, immutable",
            "Cross-Origin-Resource-Policy": "same-origin",
            "Accept-Ranges": "bytes",
        }
        part = _range(request, found.size)
        if part is None:
            return web.Response(body=found.content, headers=headers)
        # Films are watched from wherever one likes.
        headers["Content-Range"] = f"bytes {part.start}-{part.stop - 1}/{found.size}"
        return web.Response(status=206, body=found.content[part.start : part.stop], headers=headers)

    # What is done.

    async def _do(self, request: web.Request) -> web.StreamResponse:
        given = await _body(request)
        deed = doing.DEEDS.get(str(given.get("do")))
        if deed is None:
            raise Impossible("不知道要做什么")
        done = deed(doing.read(self._world, given))
        if not isinstance(done, Query):
            return _answer(done)
        return _answer({"toast": await self._toast(done)})

    async def _toast(self, query: Query) -> Json | None:
        waiting = self._toasts[query.id] = asyncio.get_running_loop().create_future()
        try:
            async with asyncio.timeout(TOAST_SECONDS):
                await waiting
        except TimeoutError:
            return None
        finally:
            self._toasts.pop(query.id, None)
        return None if query.toast is None else {"text": query.toast.text, "alert": query.toast.alert}

    async def _upload(self, request: web.Request) -> web.StreamResponse:
        deed = doing.read(self._world, request.query)
        uploads: list[Upload] = []
        if not request.content_type.startswith("multipart/"):
            raise Impossible("没有附件")
        reader = await request.multipart()
        while (part := await reader.next()) is not None:
            if isinstance(part, BodyPartReader) and part.filename:
                uploads.append(Upload(part.filename, bytes(await part.read()), part.headers.get("Content-Type", "")))
        kind = deed.text("kind") or None
        try:
            sent = deed.world.send(
                deed.user,
                deed.chat,
                *uploads,
                kind=kind,
                caption=deed.text("caption"),
                thread=deed.thread,
                reply_to=_whole(request.query, "reply_to"),
            )
        except Refusal as refusal:
            raise Impossible(f"文件不能这样发送（{refusal.description}）") from None
        return _answer({"ids": [each.id for each in sent]})

    async def _clock(self, request: web.Request) -> web.StreamResponse:
        move = await _body(request)
        if "clock" in self._hooks:
            await self._hooks["clock"](move)
        else:
            added = move.get("add")
            seconds = added if isinstance(added, int | float) else _SKIPS.get(str(move.get("skip")), 0)
            self._world.clock.advance(seconds)
        return _answer({"now": self._world.clock.now(), "running": self._world.clock.running})

    async def _host(self, request: web.Request) -> web.StreamResponse:
        hook = self._hooks.get(request.match_info["name"])
        if hook is None:
            raise Impossible("这里不能做这件事")
        result = await hook()
        return _answer({"result": result if isinstance(result, str | int | float | dict | list) else None})

    # What happens.

    async def _events(self, request: web.Request) -> web.StreamResponse:
        socket = web.WebSocketResponse(heartbeat=30.0, max_msg_size=1 << 16)
        await socket.prepare(request)
        queue: asyncio.Queue[str | None] = asyncio.Queue(BACKLOG)
        self._sockets[socket] = queue
        sender = asyncio.create_task(_send_all(socket, queue))
        try:
            async for _ in socket:
                pass  # The page says nothing here: what it does it asks for.
        finally:
            self._sockets.pop(socket, None)
            sender.cancel()
            await asyncio.gather(sender, return_exceptions=True)
        return socket

    def push(self, event: Json) -> None:
        """Tell every page."""
        if not self._sockets:
            return
        text = json.dumps(event, ensure_ascii=False)
        for queue in list(self._sockets.values()):
            if queue.full():
                # It will come again and ask for everything.
                while not queue.empty():
                    queue.get_nowait()
                queue.put_nowait(None)
            else:
                queue.put_nowait(text)

    def _changed(self, what: str, about: Any) -> None:
        if what == "toast":
            waiting = self._toasts.get(about.id)
            if waiting is not None and not waiting.done():
                waiting.set_result(None)
        elif self._sockets:
            event = _event(self._world, what, about)
            if event is not None:
                self.push(event)


async def _send_all(socket: web.WebSocketResponse, queue: asyncio.Queue[str | None]) -> None:
    while (text := await queue.get()) is not None:
        try:
            await socket.send_str(text)
        except (ConnectionError, RuntimeError):
            return
    await socket.close(code=WSCloseCode.TRY_AGAIN_LATER)


def _event(world: World, what: str, about: Any) -> Json | None:
    match what:
        case "message" | "edited" | "reaction" | "pinned":
            return {"type": what, "message": views.message(world, about)}
        case "deleted":
            chat, ids = about
            return {"type": what, "chat": chat.id, "ids": ids}
        case "topic":
            chat, topic = about
            # Its last words come as a message.
            return {"type": what, "chat": chat.id, "topic": views.topic(world, chat, topic, last=False)}
        case "clock":
            return {"type": what, "now": about, "running": world.clock.running}
        case "typing":
            chat, thread = about
            return {"type": what, "chat": chat.id, "thread": thread}
        case "menu":
            return {"type": "commands", "bot": views.bot(world)}
        case "people" if isinstance(about, User):
            return {"type": "user", "user": views.person(about)}
        case "people" if isinstance(about, Chat):
            return {"type": "chat", "chat": views.chat(world, about)}
    return None


def _range(request: web.Request, size: int) -> range | None:
    """The bytes that are asked for; None for all of them."""
    try:
        asked = request.http_range
    except ValueError:
        return None
    if asked.start is None:
        return None
    start, stop, _ = asked.indices(size)
    return range(start, stop) if start < stop else None


def _in_thread(chat: Chat, message: Message, thread: int | None) -> bool:
    if thread is None or not chat.forum:
        return True
    return message.in_topic and message.thread == thread if thread else not message.in_topic


def _answer(body: Json) -> web.Response:
    return web.json_response({"ok": True, **body}, dumps=_dumps)


def _dumps(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)


async def _body(request: web.Request) -> Json:
    # A form of another page could be sent without asking; JSON can't.
    if request.content_type != "application/json":
        raise Impossible("请求必须是 JSON")
    try:
        body = await request.json()
    except ValueError:
        raise Impossible("请求不是 JSON") from None
    if not isinstance(body, dict):
        raise Impossible("请求不是 JSON 对象")
    return body


def _whole(asked: Mapping[str, str], name: str) -> int | None:
    try:
        return int(asked[name])
    except (KeyError, ValueError):
        return None


def _is_here(address: str) -> bool:
    try:
        return urlsplit(address).hostname in _HERE
    except ValueError:
        return False
