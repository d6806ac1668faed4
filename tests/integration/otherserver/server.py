"""Another Bot API server than ours: small, written from Telegram's documentation alone, and with habits of its own.

It shares nothing with the sandbox. What real servers and their imitations do differently are its :class:`Habits`. It
forgives no less than Telegram does in what it is sent (forms, JSON, uploads, the query string), and knows no more
methods than it needs; a method it does not know is ``404 Not Found``.
"""

from __future__ import annotations

import asyncio
import itertools
import json
from collections import deque
from collections.abc import AsyncIterator, Callable, Iterable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

from aiohttp import web

TOKEN = "123456789:other-server"
BOT = 123456789
Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Habits:
    """What this server does differently from Telegram's own."""

    topics: bool = True
    """Groups are divided into topics."""
    says_forum: bool = True
    """A chat says that it is a forum."""
    marks_topics: bool = True
    """Messages in topics say ``is_topic_message``."""
    tells_threads: bool = True
    """The answer to a call names the topic that the message went into."""
    waits: bool = True
    """An empty ``getUpdates`` is held, as long as it was asked to be."""
    username: bool = True
    chat_types: bool = True
    status: bool = True
    """A refusal's HTTP status is its code; otherwise it is 200, and the body alone says no."""
    unknown: str = "404"
    """What an unknown method is answered: ``404``, or ``true``."""
    text_ids: bool = False
    """Ids come as texts."""
    unasked: bool = False
    """Kinds of update that nobody asked for are sent all the same."""
    lacks: frozenset[str] = frozenset()
    """Methods that it does not know."""


@dataclass(slots=True)
class Said:
    """One message in a chat."""

    id: int
    by: int
    text: str = ""
    thread: int | None = None
    reply_to: int | None = None
    buttons: list[Json] = field(default_factory=list)
    files: list[tuple[str, bytes]] = field(default_factory=list)
    pinned: bool = False
    reaction: str = ""
    edited: int = 0

    @property
    def labels(self) -> list[str]:
        return [str(each["text"]) for each in self.buttons]


class No(Exception):
    """A refusal, as the Bot API words it; ``wait``: seconds of ``retry_after``."""

    def __init__(self, code: int, description: str, wait: int = 0) -> None:
        super().__init__(description)
        self.code, self.description, self.wait = code, description, wait


@dataclass(slots=True)
class OtherServer:
    """Chats by id, and what people do in them."""

    habits: Habits = field(default_factory=Habits)
    port: int = 0
    people: dict[int, str] = field(default_factory=dict)
    chats: dict[int, list[Said]] = field(default_factory=dict)
    topics: dict[tuple[int, int], str] = field(default_factory=dict)
    asked: list[tuple[str, Json]] = field(default_factory=list)
    updates: list[Json] = field(default_factory=list)
    numbers: dict[int, Any] = field(default_factory=dict)
    stumbles: deque[No] = field(default_factory=deque)
    """How the next calls that say something end, instead of taking effect."""
    counter: Any = field(default_factory=lambda: itertools.count(1))
    news: asyncio.Condition = field(default_factory=asyncio.Condition)

    # What people do.

    async def says(
        self, user: int, chat: int, text: str, *, thread: int | None = None, reply_to: int | None = None, **more: Any
    ) -> Said:
        said = self._add(chat, Said(0, user, text, thread, reply_to))
        content = more or {"text": text}
        await self._update(message={**self._shown(chat, said, told=True), "date": 1, **content})
        return said

    async def presses(self, user: int, said: Said, chat: int, label: str) -> None:
        button = next(each for each in said.buttons if label in str(each["text"]))
        press = {"id": next(self.counter), "from": self._user(user), "data": button["callback_data"]}
        press["id"] = press["id"] if self.habits.text_ids else str(press["id"])
        await self._update(callback_query={**press, "message": self._shown(chat, said, told=True)})

    async def until(self, found: Callable[[], Any], seconds: float = 40.0) -> Any:
        """Wait until ``found`` gives something."""
        async with asyncio.timeout(seconds), self.news:
            await self.news.wait_for(found)
            return found()

    def find(self, chat: int, words: str, label: str = "") -> Said | None:
        """The newest message of the bot with these words and this button."""
        return next(
            (
                each
                for each in reversed(self.chats.get(chat, []))
                if each.by == BOT and words in each.text and (not label or any(label in one for one in each.labels))
            ),
            None,
        )

    async def _update(self, **what: Any) -> None:
        async with self.news:
            self.updates.append({"update_id": self._id(next(self.counter)), **what})
            self.news.notify_all()

    # What the bot asks for.

    async def answer(self, request: web.Request) -> web.StreamResponse:
        method = request.match_info["method"]
        parameters = await _parameters(request)
        self.asked.append((method, parameters))
        try:
            if self.stumbles and method.lower().startswith("send"):
                raise self.stumbles.popleft()
            known = None if method in self.habits.lacks else getattr(self, f"do_{method.lower()}", None)
            if known is None:
                return self._unknown()
            result = await known(parameters) if asyncio.iscoroutinefunction(known) else known(parameters)
        except No as no:
            return self._refused(no)
        finally:
            async with self.news:
                self.news.notify_all()
        return web.json_response({"ok": True, "result": result})

    def _unknown(self) -> web.Response:
        if self.habits.unknown == "true":
            return web.json_response({"ok": True, "result": True})
        return self._refused(No(404, "Not Found"))

    def _refused(self, no: No) -> web.Response:
        body: Json = {"ok": False, "error_code": no.code, "description": no.description}
        if no.wait:
            body["parameters"] = {"retry_after": no.wait}
        return web.json_response(body, status=no.code if self.habits.status else 200)

    def do_getme(self, _: Json) -> Json:
        named = {"username": "other_bot"} if self.habits.username else {}
        return {"id": self._id(BOT), "is_bot": True, "first_name": "信箱", **named}

    async def do_getupdates(self, asked: Json) -> list[Json]:
        self.updates = [each for each in self.updates if int(each["update_id"]) >= int(asked.get("offset") or 0)]
        if not self.updates and self.habits.waits and asked.get("timeout"):
            async with self.news:
                try:
                    async with asyncio.timeout(float(asked["timeout"])):
                        await self.news.wait_for(lambda: bool(self.updates))
                except TimeoutError:
                    pass
        given = self.updates[: int(asked.get("limit", 100))]
        if not self.habits.unasked:
            given = [each for each in given if set(each) & {"update_id", *asked.get("allowed_updates", each)}]
        return given

    def do_sendmessage(self, asked: Json) -> Json:
        if not 0 < len(str(asked.get("text", "")).encode("utf-16-le")) <= 2 * 4096:
            raise No(400, "Bad Request: message is too long" if asked.get("text") else "Bad Request: text is empty")
        return self._sent(asked, text=str(asked["text"]))

    def do_sendphoto(self, asked: Json) -> Json:
        return self._sent(asked, files=[_file(asked["photo"])], kind={"photo": [_handle(1)]})

    def do_senddocument(self, asked: Json) -> Json:
        return self._sent(asked, files=[_file(asked["document"])], kind={"document": _handle(1)})

    def do_sendmediagroup(self, asked: Json) -> list[Json]:
        files = [asked.get(str(each["media"]).removeprefix("attach://"), each["media"]) for each in asked["media"]]
        return [
            self._sent({**asked, "caption": each.get("caption", "")}, files=[_file(file)])
            for each, file in zip(asked["media"], files, strict=True)
        ]

    def do_copymessage(self, asked: Json) -> Json:
        said = self._said(asked, "message to copy not found", "from_chat_id")
        return {"message_id": self._sent(asked, text=said.text, files=said.files)["message_id"]}

    def do_editmessagetext(self, asked: Json) -> Json:
        said = self._said(asked, "message to edit not found")
        buttons = _buttons(asked)
        if (said.text, said.buttons) == (asked["text"], buttons):
            raise No(400, "Bad Request: message is not modified: specified new message content is the same")
        said.text, said.buttons, said.edited = asked["text"], buttons, said.edited + 1
        return self._shown(int(asked["chat_id"]), said)

    def do_editmessagereplymarkup(self, asked: Json) -> Json:
        said = self._said(asked, "message to edit not found")
        said.buttons = _buttons(asked)
        return self._shown(int(asked["chat_id"]), said)

    def do_deletemessage(self, asked: Json) -> bool:
        self.chats[int(asked["chat_id"])].remove(self._said(asked, "message to delete not found"))
        return True

    def do_pinchatmessage(self, asked: Json) -> bool:
        self._said(asked, "message to pin not found").pinned = True
        return True

    def do_setmessagereaction(self, asked: Json) -> bool:
        reactions = asked.get("reaction") or [{"emoji": ""}]
        self._said(asked, "message to react not found").reaction = str(reactions[0]["emoji"])
        return True

    def do_answercallbackquery(self, _: Json) -> bool:
        return True

    def do_setmycommands(self, _: Json) -> bool:
        return True

    def do_createforumtopic(self, asked: Json) -> Json:
        if not self.habits.topics:
            raise No(400, "Bad Request: the chat is not a forum")
        chat = int(asked["chat_id"])
        # As on Telegram, a topic's id is that of the message that says it was made.
        thread = self._add(chat, Said(0, BOT, "")).id
        self.topics[chat, thread] = str(asked["name"])
        return {"message_thread_id": self._id(thread), "name": asked["name"], "icon_color": 0x6FB9F0}

    def do_editforumtopic(self, asked: Json) -> bool:
        place = int(asked["chat_id"]), int(asked["message_thread_id"])
        if place not in self.topics:
            raise No(400, "Bad Request: TOPIC_ID_INVALID")
        if asked.get("name", self.topics[place]) == self.topics[place]:
            raise No(400, "Bad Request: TOPIC_NOT_MODIFIED")
        self.topics[place] = str(asked["name"])
        return True

    def do_getchat(self, asked: Json) -> Json:
        chat = int(asked["chat_id"])
        if chat not in self.chats and chat not in self.people:
            raise No(400, "Bad Request: chat not found")
        return self._chat(chat)

    def do_getchatmember(self, asked: Json) -> Json:
        rights = {"can_manage_topics": True, "can_pin_messages": True, "can_delete_messages": True}
        return {"status": "administrator", "user": self._user(int(asked["user_id"])), **rights}

    # How things look on the wire.

    def _id(self, number: int) -> Any:
        return str(number) if self.habits.text_ids else number

    def _user(self, user: int) -> Json:
        return {"id": self._id(user), "is_bot": user == BOT, "first_name": self.people.get(user, "信箱")}

    def _chat(self, chat: int) -> Json:
        made: Json = {"id": self._id(chat)}
        if self.habits.chat_types:
            made["type"] = "private" if chat > 0 else "supergroup"
        if chat < 0:
            made |= {"title": "信箱"} | ({"is_forum": True} if self.habits.topics and self.habits.says_forum else {})
        return made

    def _shown(self, chat: int, said: Said, *, told: bool = False) -> Json:
        made: Json = {"message_id": self._id(said.id), "date": 1, "chat": self._chat(chat), "from": self._user(said.by)}
        if said.text:
            made["text"] = said.text
        if said.thread is not None and (told or self.habits.tells_threads):
            made["message_thread_id"] = self._id(said.thread)
            made |= {"is_topic_message": True} if self.habits.marks_topics else {}
        if said.reply_to is not None:
            answered = next(each for each in self.chats[chat] if each.id == said.reply_to)
            made["reply_to_message"] = {"message_id": self._id(answered.id), "chat": self._chat(chat), "date": 1}
        return made

    def _add(self, chat: int, said: Said) -> Said:
        # Ids begin anew in every chat.
        said.id = next(self.numbers.setdefault(chat, itertools.count(7)))
        self.chats.setdefault(chat, []).append(said)
        return said

    def _said(self, asked: Json, missing: str, where: str = "chat_id") -> Said:
        for each in self.chats.get(int(asked[where]), []):
            if each.id == int(asked["message_id"]):
                return each
        raise No(400, f"Bad Request: {missing}")

    def _sent(self, asked: Json, text: str = "", files: Iterable[Any] = (), kind: Json | None = None) -> Json:
        chat, thread = int(asked["chat_id"]), asked.get("message_thread_id")
        if chat > 0 and not any(each.by == chat for each in self.chats.get(chat, [])):
            raise No(403, "Forbidden: bot can't initiate conversation with a user")
        if thread is not None and (chat, int(thread)) not in self.topics:
            raise No(400, "Bad Request: message thread not found")
        said = Said(0, BOT, text or str(asked.get("caption", "")), thread and int(thread), files=list(files))
        said.buttons = _buttons(asked)
        said.reply_to = (asked.get("reply_parameters") or {}).get("message_id", asked.get("reply_to_message_id"))
        if said.reply_to is not None and all(each.id != said.reply_to for each in self.chats.get(chat, [])):
            said.reply_to = None
        return {**self._shown(chat, self._add(chat, said)), **(kind or {})}


def _handle(number: int) -> Json:
    return {"file_id": f"file-{number}", "file_unique_id": f"unique-{number}", "width": 90, "height": 90}


def _file(value: Any) -> tuple[str, bytes]:
    return value if isinstance(value, tuple) else (str(value), b"")


def _buttons(asked: Json) -> list[Json]:
    return [each for row in (asked.get("reply_markup") or {}).get("inline_keyboard", []) for each in row]


async def _parameters(request: web.Request) -> Json:
    """From the query, a form, an upload or JSON, as the documentation has it."""
    found: Json = dict(request.query)
    if request.content_type == "application/json":
        return {**found, **await request.json()}
    for name, value in (await request.post()).items():
        found[name] = (value.filename, value.file.read()) if isinstance(value, web.FileField) else _value(value)
    return found


def _value(value: Any) -> Any:
    try:
        return json.loads(value) if value[:1] in "[{" or value in ("true", "false") else value
    except ValueError:
        return value


@asynccontextmanager
async def other_server(habits: Habits) -> AsyncIterator[OtherServer]:
    """One on a free port of this machine."""
    server = OtherServer(habits)
    app = web.Application(client_max_size=50 << 20)
    app.router.add_route("*", f"/bot{TOKEN}/{{method}}", server.answer)
    runner = web.AppRunner(app, shutdown_timeout=0.1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    server.port = runner.addresses[0][1]
    try:
        yield server
    finally:
        await runner.cleanup()
