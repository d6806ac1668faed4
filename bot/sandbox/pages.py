"""The page's side: what people see and do, as JSON, with one socket that tells of every change."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any
from urllib.parse import urlsplit

from aiohttp import web

from bot.sandbox.world import World

Hook = Callable[..., Awaitable[Any]]
Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]
_HERE = frozenset({"127.0.0.1", "localhost", "::1"})


class Pages:
    """Serves the page of one world."""

    def __init__(self, world: World, hooks: dict[str, Hook]) -> None:
        self._world = world
        self._hooks = hooks

    @web.middleware
    async def guard(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        """Turn away what another web page asks of this one: it would come with another name or another origin."""
        if not _is_here(f"//{request.host}") or not _is_here(request.headers.get("Origin", f"//{request.host}")):
            return web.Response(status=403, text="only from this machine")
        return await handler(request)

    def add_routes(self, app: web.Application) -> None:
        """The paths of the page."""

    async def close(self) -> None:
        """Let every socket go."""


def _is_here(address: str) -> bool:
    return urlsplit(address).hostname in _HERE
