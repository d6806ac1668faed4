"""Bringing updates to a bot that set a webhook: again until it takes them, those of one chat one after another."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

import aiohttp

from sandbox.feed import Feed, Update
from sandbox.records import Json

SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"
_TIMEOUT = aiohttp.ClientTimeout(total=60)
_PAUSES = (0.1, 0.5, 1.0, 2.0, 5.0)


class Webhook:
    """Where updates are brought, if anywhere."""

    def __init__(self, feed: Feed, now: Callable[[], int]) -> None:
        self._feed = feed
        self._now = now
        self._url = self._secret = ""
        self._most = 40
        self._task: asyncio.Task[None] | None = None
        self._bell = asyncio.Event()
        self._lanes: dict[int, asyncio.Task[None]] = {}
        self._error: tuple[int, str] | None = None
        feed.added = self._bell.set

    def set(self, url: str, secret: str, most: int) -> None:
        """Bring them there from now on."""
        self._url, self._secret, self._most, self._error = url, secret, most, None
        self._feed.webhook_active = True
        self._feed.release()
        self._bell.set()
        if self._task is None:
            self._task = asyncio.get_running_loop().create_task(self._run(), name="sandbox webhook")

    def take_off(self) -> None:
        """Bring them nowhere."""
        self._url = ""
        self._feed.webhook_active = False
        for task in (self._task, *self._lanes.values()):
            if task is not None:
                task.cancel()
        self._task, self._lanes = None, {}

    async def stop(self) -> None:
        """End everything."""
        tasks = [each for each in (self._task, *self._lanes.values()) if each is not None]
        self.take_off()
        await asyncio.gather(*tasks, return_exceptions=True)

    def info(self) -> Json:
        """The Bot API's WebhookInfo."""
        made: Json = {
            "url": self._url,
            "has_custom_certificate": False,
            "pending_update_count": len(self._feed.pending),
        }
        if self._url:
            made |= {"max_connections": self._most, "ip_address": "127.0.0.1"}
        if self._error is not None:
            made |= {"last_error_date": self._error[0], "last_error_message": self._error[1]}
        if self._feed.allowed:
            made["allowed_updates"] = sorted(self._feed.allowed)
        return made

    async def _run(self) -> None:
        async with aiohttp.ClientSession(cookie_jar=aiohttp.DummyCookieJar(), trust_env=False) as session:
            while True:
                self._bell.clear()
                self._feed.expire()
                for update in tuple(self._feed.pending):
                    if len(self._lanes) >= self._most:
                        break
                    if update.lane not in self._lanes:
                        task = asyncio.create_task(self._bring(session, update))
                        self._lanes[update.lane] = task
                await self._bell.wait()

    async def _bring(self, session: aiohttp.ClientSession, update: Update) -> None:
        failures = 0
        while not await self._brought(session, update):
            await asyncio.sleep(_PAUSES[min(failures, len(_PAUSES) - 1)])
            failures += 1
        self._lanes.pop(update.lane, None)
        self._feed.brought(update)
        self._bell.set()

    async def _brought(self, session: aiohttp.ClientSession, update: Update) -> bool:
        headers = {SECRET_HEADER: self._secret} if self._secret else {}
        try:
            async with session.post(self._url, json=update.render(), headers=headers, timeout=_TIMEOUT) as answer:
                if 200 <= answer.status <= 299:
                    return True
                self._error = (self._now(), f"Wrong response from the webhook: {answer.status} {answer.reason}")
        except (aiohttp.ClientError, TimeoutError, OSError):
            self._error = (self._now(), "Connection refused")
        return False
