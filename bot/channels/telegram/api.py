"""python-telegram-bot's Bot with its answers as the server sent them.

The library's own methods turn every answer into objects; sending needs two numbers of it. Plain answers cost half, and
keep what the library does not know yet. Building the request, uploads and typed questions (``get_me``, ``get_file``)
are the library's.
"""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlsplit

from telegram import Bot, InputFile
from telegram.error import TelegramError

from bot.channels.telegram.request import NOT_IMPLEMENTED, AiohttpRequest, NoSuchMethod, Refused

POLL_SECONDS = 30
"""How long the server holds an empty ``getUpdates``; it allows 50."""
_UNKNOWN = (404, 405, NOT_IMPLEMENTED)
"""How servers call a method that they don't know; Telegram says 404 to a wrong token too."""
_ESSENTIAL = frozenset({"getMe", "getUpdates", "sendMessage"})
"""Without these there is no mailbox: not to know them is to be out of order."""
_KNOWN_SECONDS = 60.0
_PATIENCE_SECONDS = 60.0
"""Longer waits are the flow's own to keep."""
_ASKED_MOST = 1_000
"""So many chats that asked for patience are remembered before those whose time is over are forgotten."""
_LOOPBACK = ("127.0.0.1", "localhost", "::1")


def file_url(base_url: str) -> str:
    """Where a server at ``base_url`` hands out files."""
    return base_url.removesuffix("/bot") + "/file/bot"


class Api(Bot):
    """One bot on one server. ``base_url`` is what comes before the token (``http://127.0.0.1:8081/bot``)."""

    __slots__ = ("_asked", "_calls", "_known_until", "_polls")

    def __init__(self, token: str, base_url: str, *, connections: int = 64) -> None:
        self._known_until = 0.0
        self._asked: dict[str, float] = {}
        # At debug level the library logs the token and what people write.
        logging.getLogger("telegram").setLevel(logging.INFO)
        proxies = urlsplit(base_url).hostname not in _LOOPBACK
        self._calls = AiohttpRequest(token, connections=connections, proxies=proxies)
        # A long poll has a connection of its own, so that it never waits for sends.
        self._polls = AiohttpRequest(token, connections=1, proxies=proxies)
        super().__init__(
            token,
            base_url=base_url,
            base_file_url=file_url(base_url),
            request=self._calls,
            get_updates_request=self._polls,
        )

    def __repr__(self) -> str:
        return f"{type(self).__name__}[{urlsplit(self.base_url).hostname}]"

    async def open(self) -> None:
        """Make ready for calls; nothing is asked of the server."""
        for request in self._request:
            await request.initialize()

    async def close_connections(self) -> None:
        """Close every connection."""
        for request in self._request:
            await request.shutdown()

    async def call(self, method: str, parameters: Mapping[str, Any] | None = None, *, seconds: float = 30.0) -> Any:
        """Call a method of the Bot API and give its result as it came; ``seconds``: how long an answer may take.

        Where the server has asked for patience (in this chat, or with a method that is about none) it is not asked
        again before the time: work of several calls goes on after another lane was told so.

        Raises:
            NotSent, MaybeSent, Refused, NoSuchMethod: see ``request.py``.
        """
        about = str((parameters or {}).get("chat_id", method))
        self._wait(about)
        try:
            answer = await self._ask(method, dict(parameters or {}), seconds)
        except Refused as error:
            if error.retry_after is not None:
                self._be_patient(about, min(error.retry_after, _PATIENCE_SECONDS))
            if error.code not in _UNKNOWN or method in _ESSENTIAL or not await self._is_known():
                raise
            raise NoSuchMethod(error.code, error.description) from None
        if method == "getMe":
            self._known_until = time.monotonic() + _KNOWN_SECONDS
        return answer

    def pause_ended(self, chat: str) -> None:
        """The time for which this chat was to be left alone is over, whatever our own clock says."""
        self._asked.pop(chat, None)

    def _be_patient(self, about: str, seconds: float) -> None:
        now = time.monotonic()
        if len(self._asked) >= _ASKED_MOST:
            # Most of them are never spoken to again, so nothing else would take them away.
            self._asked = {each: until for each, until in self._asked.items() if until > now}
        self._asked[about] = now + seconds

    def _wait(self, about: str) -> None:
        left = self._asked.get(about, 0.0) - time.monotonic()
        if left > 0:
            raise Refused(429, f"Too Many Requests: retry after {left:.0f}", retry_after=left)
        self._asked.pop(about, None)

    async def _ask(self, method: str, parameters: dict[str, Any], seconds: float) -> Any:
        if any(isinstance(each, InputFile) for each in parameters.values()):
            # Not through the library's ``_post``, which puts its defaults into media of its own classes.
            return await self._do_post(method, parameters, read_timeout=seconds)
        request = self._polls if method == "getUpdates" else self._calls
        return await request.ask(f"{self.base_url}/{method}", parameters, seconds)

    async def _is_known(self) -> bool:
        """Whether the server knows our token: then what it does not find is the method."""
        if time.monotonic() >= self._known_until:
            try:
                await self.call("getMe", seconds=10.0)
            except TelegramError:
                return False
        return True

    async def download(self, path: str) -> bytes:
        """The content of a file at the ``file_path`` that ``getFile`` gave.

        Raises:
            NotSent, MaybeSent, Refused, TooBig: see ``request.py``.
            OSError: a server on this machine names a file of its own that can't be read.
        """
        # A server on this machine that runs in its local mode gives the file's place on the disk.
        if path.startswith("/") and urlsplit(self.base_url).hostname in _LOOPBACK:
            return await asyncio.to_thread(Path(path).read_bytes)
        return await self._request[1].retrieve(f"{self.base_file_url}/{quote(path)}", read_timeout=60.0)
