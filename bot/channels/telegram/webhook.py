"""Taking updates that the server brings: each is stored before it is answered, and brought again until it is."""

from __future__ import annotations

import asyncio
import hmac
import json
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

import structlog
from aiohttp import web
from telegram.error import TelegramError

from bot.channels.base import Keep, RawEvent
from bot.channels.telegram.api import Api
from bot.channels.telegram.arrivals import Pulse, raw_event
from bot.channels.telegram.kinds import ALLOWED_UPDATES
from bot.channels.telegram.polling import PAUSES, Pauses
from bot.channels.telegram.request import NoSuchMethod, Refused

BODY_LIMIT = 1 << 20
"""Bytes. An update with the longest texts and everything around them stays far below."""
SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"
CONNECTIONS = 40
"""At once, from the server; updates of one chat come one after another all the same."""
LOOK_SECONDS = 60.0
"""How often the server is asked whether it still knows where to bring updates; also shows that it answers."""

log = structlog.get_logger("telegram")


@dataclass(frozen=True, slots=True)
class Hook:
    """``url`` is what the server is told; ``host`` and ``port`` are listened on; ``secret`` comes with every update."""

    url: str
    host: str
    port: int
    secret: str

    @property
    def path(self) -> str:
        """The path that updates come to."""
        return urlsplit(self.url).path or "/"


def webhook_app(path: str, secret: str, keep: Keep, pulse: Pulse) -> web.Application:
    """The web application that takes updates at ``path``.

    403 without the secret, 413 for a body that is too long, 400 for what is no update, 503 when it could not be stored
    (the server brings it again).
    """

    async def take(request: web.Request) -> web.Response:
        given = request.headers.get(SECRET_HEADER, "")
        if not hmac.compare_digest(given.encode(), secret.encode()):
            return web.Response(status=403)
        event = _event(await request.read())
        if event is None:
            log.warning("something other than an update came with the right secret")
            return web.Response(status=400)
        try:
            await keep((event,))
        except Exception as error:  # noqa: BLE001 - whatever stops the storing, the update must be brought again
            if pulse.failed(f"not stored: {type(error).__name__}"):
                log.error("update not stored, not acknowledged", error=type(error).__name__)
            return web.Response(status=503)
        pulse.well(1)
        return web.Response()

    app = web.Application(client_max_size=BODY_LIMIT)
    app.router.add_post(path, take)
    return app


def _event(body: bytes) -> RawEvent | None:
    try:
        update: Any = json.loads(body)
        return raw_event(update) if isinstance(update, dict) else None
    except (ValueError, RecursionError):
        return None


class Webhook:
    """Listens until cancelled, and sees to it that the server knows where."""

    def __init__(
        self, api: Api, pulse: Pulse, hook: Hook, *, before: Callable[[], Awaitable[None]], pauses: Pauses = PAUSES
    ) -> None:
        self._api = api
        self._pulse = pulse
        self._hook = hook
        self._before = before
        self._pauses = pauses
        self._failures = 0
        self._registered = False

    async def run(self, keep: Keep) -> None:
        """Serve, register, and look again every few minutes."""
        hook = self._hook
        runner = web.AppRunner(webhook_app(hook.path, hook.secret, keep, self._pulse), access_log=None)
        await runner.setup()
        try:
            await web.TCPSite(runner, hook.host, hook.port).start()
            while True:
                pause = await self._register(keep)
                await asyncio.sleep(pause)
        finally:
            await runner.cleanup()

    async def _register(self, keep: Keep) -> float:
        """Tell the server where we listen if it does not know; seconds until the next look."""
        try:
            await self._before()
            known = await self._known() if self._registered else None
            if not isinstance(known, dict) or known.get("url") != self._hook.url:
                await self._api.call("setWebhook", self._registration())
                self._registered = True
            await keep(())
        except TelegramError as error:
            return self._failed(error)
        except Exception as error:  # noqa: BLE001 - noting that the server answers must not end the listening
            log.warning("not noted", error=type(error).__name__)
        self._failures = 0
        if self._pulse.well():
            log.info("updates arrive again")
        return LOOK_SECONDS

    async def _known(self) -> Any:
        """What the server says of our webhook; one that can't be asked is believed to remember what it was told."""
        try:
            return await self._api.call("getWebhookInfo")
        except NoSuchMethod:
            return {"url": self._hook.url}

    def _registration(self) -> dict[str, Any]:
        return {
            "url": self._hook.url,
            "secret_token": self._hook.secret,
            "max_connections": CONNECTIONS,
            "allowed_updates": list(ALLOWED_UPDATES),
        }

    def _failed(self, error: TelegramError) -> float:
        code = error.code if isinstance(error, Refused) else 0
        if self._pulse.failed(str(error), rejected=code in (401, 404)):
            log.warning("webhook not set", code=code or None, says=str(error))
        if isinstance(error, Refused) and error.retry_after is not None:
            return error.retry_after
        self._failures += 1
        pauses = self._pauses.rejected if code in (401, 404) else self._pauses.network
        return pauses[min(self._failures, len(pauses)) - 1]
