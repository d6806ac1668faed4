"""A Bot API server that answers as a test says, and tells what it was asked. Real sockets, real HTTP."""

from __future__ import annotations

import asyncio
import json
from collections import defaultdict, deque
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

from aiohttp import web

from tests.unit.telegram.description import check

TOKEN = "700001:AAH-secret"
ME = {
    "id": 700001,
    "is_bot": True,
    "first_name": "书记信箱",
    "username": "shuji_bot",
    "can_read_all_group_messages": False,
}


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer: a result, or a refusal, or the raw ``body``; ``drop``: read the request, then hang up."""

    result: Any = None
    code: int = 200
    description: str = ""
    parameters: dict[str, Any] | None = None
    body: bytes | None = None
    drop: bool = False
    wait: float = 0.0


def ok(result: Any = True) -> Answer:
    return Answer(result)


def no(code: int, description: str, **parameters: Any) -> Answer:
    return Answer(code=code, description=description, parameters=parameters or None)


DROP = Answer(drop=True)
BROKEN = Answer(body=b'{"ok":true,"res')
PAGE = Answer(body=b"<html>Bad gateway</html>", code=502)


@dataclass(slots=True)
class Scripted:
    """``answers`` by method are given in order; then the last usual one: the bot itself, no updates, or True."""

    answers: dict[str, deque[Answer]] = field(default_factory=lambda: defaultdict(deque))
    asked: list[tuple[str, dict[str, Any]]] = field(default_factory=list)
    files: dict[str, bytes] = field(default_factory=dict)
    base_url: str = ""
    mistakes: list[str] = field(default_factory=list)
    """Calls that the published description does not allow."""
    hold: asyncio.Event = field(default_factory=asyncio.Event)
    """Set: ``getUpdates`` without a scripted answer is answered at once with nothing, instead of being held."""

    def will(self, method: str, *answers: Answer) -> None:
        self.answers[method].extend(answers)

    def calls(self, method: str) -> list[dict[str, Any]]:
        return [parameters for name, parameters in self.asked if name == method]

    @property
    def methods(self) -> list[str]:
        return [name for name, _ in self.asked]

    _asked_again: asyncio.Event = field(default_factory=asyncio.Event)

    async def until(self, method: str, times: int) -> None:
        """Wait until a method was called so many times."""
        async with asyncio.timeout(10):
            while len(self.calls(method)) < times:
                self._asked_again.clear()
                await self._asked_again.wait()

    async def handle(self, request: web.Request) -> web.StreamResponse:
        method = request.match_info["method"]
        form = await (request.json() if request.content_type == "application/json" else request.post())
        parameters: dict[str, Any] = {}
        for name, value in form.items():
            parameters[name] = _plain(value)
        try:
            check(method, _described(parameters))
        except Exception as error:
            self.mistakes.append(f"{method}: {error}")
            raise
        self.asked.append((method, parameters))
        self._asked_again.set()
        queue = self.answers[method]
        answer = queue.popleft() if queue else await self._usual(method, parameters)
        await asyncio.sleep(answer.wait)
        if answer.drop:
            assert request.transport is not None
            request.transport.close()
        if answer.body is not None:
            return web.Response(body=answer.body, status=answer.code)
        if answer.code != 200:
            body = {"ok": False, "error_code": answer.code, "description": answer.description}
            return web.json_response(
                body | ({"parameters": answer.parameters} if answer.parameters else {}), status=answer.code
            )
        return web.json_response({"ok": True, "result": answer.result})

    async def _usual(self, method: str, parameters: dict[str, Any]) -> Answer:
        if method == "getMe":
            return ok(ME)
        if method == "getUpdates":
            try:
                async with asyncio.timeout(float(parameters["timeout"])):
                    await self.hold.wait()
            except TimeoutError:
                pass
            return ok([])
        if method == "sendMediaGroup":
            return ok([sent(parameters, 100 + n) for n, _ in enumerate(parameters["media"])])
        return ok(sent(parameters)) if method.startswith("send") else ok()

    async def file(self, request: web.Request) -> web.Response:
        found = self.files.get(request.match_info["path"])
        return web.Response(status=404, text="not found") if found is None else web.Response(body=found)


def sent(parameters: dict[str, Any], message_id: int = 100) -> dict[str, Any]:
    """The message that a call sent, as a server tells it."""
    made: dict[str, Any] = {"message_id": message_id, "date": 1, "chat": {"id": parameters["chat_id"]}}
    if "message_thread_id" in parameters:
        made |= {"message_thread_id": parameters["message_thread_id"], "is_topic_message": True}
    return made


def _described(parameters: dict[str, Any]) -> dict[str, Any]:
    # Forms carry texts alone: a number may be meant as a text, an upload stands for its name.
    texts = ("text", "caption", "name", "callback_query_id", "icon_custom_emoji_id", "secret_token", "file_id")
    return {
        name: value[0] if isinstance(value, tuple) else str(value) if name in texts else value
        for name, value in parameters.items()
    }


def _plain(value: Any) -> Any:
    if isinstance(value, web.FileField):
        return (value.filename, value.file.read())
    if not isinstance(value, str):
        return value
    try:
        return json.loads(value) if value[:1] in "[{0123456789-tf" else value
    except ValueError:
        return value


@asynccontextmanager
async def scripted() -> AsyncIterator[Scripted]:
    """A server on a free port of this machine."""
    server = Scripted()
    app = web.Application(client_max_size=50 << 20)
    app.router.add_route("*", f"/bot{TOKEN}/{{method}}", server.handle)
    app.router.add_get(f"/file/bot{TOKEN}/{{path:.*}}", server.file)
    runner = web.AppRunner(app, shutdown_timeout=0.1)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    port = runner.addresses[0][1]
    server.base_url = f"http://127.0.0.1:{port}/bot"
    try:
        yield server
    finally:
        server.hold.set()
        await runner.cleanup()
    assert server.mistakes == []
