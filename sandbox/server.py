"""The Bot API over HTTP: a call is read, held against the description, carried out, and answered."""

from __future__ import annotations

import asyncio
import hmac
import inspect
import json
from typing import Any

from aiohttp import web

from sandbox import description
from sandbox.description import Upload
from sandbox.faults import Fault, Faults, Planned
from sandbox.methods import METHODS
from sandbox.methods.places import whole
from sandbox.rates import Rates
from sandbox.records import Json
from sandbox.refusal import Refusal, bad
from sandbox.world import World

BODY_LIMIT = 52 << 20
_ATTACH = "attach://"
_PAGE = b"<html><head><title>502 Bad Gateway</title></head></html>"


class BotApi:
    """Answers the calls of one bot, known by its token."""

    def __init__(self, world: World, token: str, faults: Faults, rates: Rates) -> None:
        self._world = world
        self._token = token
        self._faults = faults
        self._rates = rates

    def add_routes(self, app: web.Application) -> None:
        """The paths that a Bot API server has."""
        app.router.add_route("*", "/bot{token}/{method}", self._call)
        app.router.add_get("/file/bot{token}/{path:.+}", self._file)

    def _is_ours(self, request: web.Request) -> bool:
        return hmac.compare_digest(request.match_info["token"].encode(), self._token.encode())

    async def _call(self, request: web.Request) -> web.StreamResponse:
        method = request.match_info["method"]
        planned = None
        try:
            if not self._is_ours(request):
                raise Refusal(401, "Unauthorized")
            name = description.exists(method)
            if name is None:
                self._world.tally.mistakes.append(f"{method} is no method of the Bot API")
                raise Refusal(404, "Not Found: method not found")
            given = await _parameters(request, name)
            planned = self._faults.next(name, whole(given, "chat_id"))
            early = await self._before(request, planned)
            result = early if early is not None else {"ok": True, "result": await self._do(name, given)}
        except Refusal as refusal:
            self._world.tally.refusals[refusal.code] += 1
            return web.json_response(refusal.body(), status=refusal.code)
        if isinstance(result, web.StreamResponse):
            return result
        return self._after(request, planned, result)

    async def _before(self, request: web.Request, planned: Planned | None) -> web.StreamResponse | None:
        if planned is None:
            return None
        if planned.fault is not None:
            self._world.tally.faults[planned.fault] += 1
        await asyncio.sleep(planned.seconds)
        match planned.fault:
            case Fault.DROP_BEFORE:
                return _hang_up(request)
            case Fault.ERROR_BEFORE:
                return web.Response(status=502, body=_PAGE, content_type="text/html")
            case Fault.REFUSE:
                raise Refusal(planned.code, planned.words)
            case Fault.RATE:
                raise Refusal(
                    429,
                    f"Too Many Requests: retry after {planned.retry_after}",
                    {"retry_after": planned.retry_after},
                )
        return None

    def _after(self, request: web.Request, planned: Planned | None, result: Json) -> web.StreamResponse:
        match planned.fault if planned is not None else None:
            case Fault.DROP_AFTER:
                return _hang_up(request)
            case Fault.ERROR_AFTER:
                return web.Response(status=502, body=_PAGE, content_type="text/html")
            case Fault.BROKEN:
                text = json.dumps(result)
                return web.Response(text=text[: len(text) // 2], content_type="application/json")
        return web.json_response(result)

    async def _do(self, method: str, given: Json) -> Any:
        world = self._world
        world.tally.calls[method] += 1
        for mistake in description.mistakes(method, given):
            world.tally.mistakes.append(mistake)
        carry_out = METHODS.get(method)
        if carry_out is None:
            world.tally.mistakes.append(f"{method} is not in the sandbox")
            raise Refusal(404, "Not Found: method not found")
        media = given.get("media")
        self._rates.check(
            method,
            world.chats.get(whole(given, "chat_id") or 0),
            len(media) if isinstance(media, list) and media else 1,
        )
        try:
            result = carry_out(world, given)
            if inspect.isawaitable(result):
                result = await result
        except (TypeError, ValueError, AttributeError, KeyError) as error:
            # A value of a kind that no method expects: the description has named it as a mistake.
            if not description.mistakes(method, given):
                raise
            raise bad(f"can't parse the request: {type(error).__name__}") from error
        return result

    async def _file(self, request: web.Request) -> web.StreamResponse:
        found = self._world.files.at(request.match_info["path"]) if self._is_ours(request) else None
        if found is None:
            return web.json_response({"ok": False, "error_code": 404, "description": "Not Found"}, status=404)
        return web.Response(body=found.content, content_type="application/octet-stream")


def _hang_up(request: web.Request) -> web.StreamResponse:
    if request.transport is not None:
        request.transport.abort()
    return web.Response()


async def _parameters(request: web.Request, method: str) -> Json:
    """What a call was given, from its address and its body, decoded, with uploads put where they belong."""
    given: Json = dict(request.query)
    if request.content_type == "application/json" and request.can_read_body:
        try:
            body = await request.json()
        except ValueError:
            raise bad("can't parse request body") from None
        given.update(body if isinstance(body, dict) else {})
    elif request.method == "POST":
        given.update(await _form(request))
    uploads = {name: value for name, value in given.items() if isinstance(value, Upload)}
    decoded = {name: description.decoded(method, name, value) for name, value in given.items()}
    named: set[str] = set()
    placed = {name: _placed(value, uploads, named) for name, value in decoded.items()}
    return {name: value for name, value in placed.items() if name not in named}


async def _form(request: web.Request) -> Json:
    given: Json = {}
    try:
        form = await request.post()
    except web.HTTPRequestEntityTooLarge:
        raise Refusal(413, "Request Entity Too Large") from None
    for name, value in form.items():
        if isinstance(value, web.FileField):
            given[name] = Upload(value.filename, value.file.read(), value.content_type)
            value.file.close()
        else:
            given[name] = value
    return given


def _placed(value: Any, uploads: Json, named: set[str]) -> Any:
    if isinstance(value, str) and value.startswith(_ATTACH):
        name = value.removeprefix(_ATTACH)
        if name in uploads:
            named.add(name)
            return uploads[name]
        raise bad("file in the request is missing")
    if isinstance(value, list):
        return [_placed(each, uploads, named) for each in value]
    if isinstance(value, dict):
        return {name: _placed(each, uploads, named) for name, each in value.items()}
    return value
