"""python-telegram-bot's Bot with its answers as the server sent them.

The library's own methods turn every answer into objects; sending needs two numbers of it. Plain answers cost half, and
keep what the library does not know yet. Building the request, uploads and typed questions (``get_me``, ``get_file``)
are the library's.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlsplit

from telegram import Bot

from bot.channels.telegram.request import AiohttpRequest

API = "https://api.telegram.org/bot"
POLL_SECONDS = 30
"""How long the server holds an empty ``getUpdates``; it allows 50."""
_LOOPBACK = ("127.0.0.1", "localhost", "::1")


def file_url(base_url: str) -> str:
    """Where a server at ``base_url`` hands out files."""
    return base_url.removesuffix("/bot") + "/file/bot"


class Api(Bot):
    """One bot on one server. ``base_url`` is what comes before the token (``http://127.0.0.1:8081/bot``)."""

    __slots__ = ()

    def __init__(self, token: str, base_url: str = API, *, connections: int = 64) -> None:
        # At debug level the library logs the token and what people write.
        logging.getLogger("telegram").setLevel(logging.INFO)
        proxies = urlsplit(base_url).hostname not in _LOOPBACK
        super().__init__(
            token,
            base_url=base_url,
            base_file_url=file_url(base_url),
            request=AiohttpRequest(token, connections=connections, proxies=proxies),
            # A long poll has a connection of its own, so that it never waits for sends.
            get_updates_request=AiohttpRequest(token, connections=1, proxies=proxies),
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

        Raises:
            NotSent, MaybeSent, Refused: see ``request.py``.
        """
        # Not through the library's ``_post``, which puts its defaults into media of its own classes.
        return await self._do_post(method, dict(parameters or {}), read_timeout=seconds)

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
