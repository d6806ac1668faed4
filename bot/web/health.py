"""``/healthz`` and ``/metrics`` for whoever watches the program from outside."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from aiohttp import web

from bot.flow.vitals import Vitals
from bot.web.metrics import render
from storage.errors import StorageError

_FOR_A_PERSON = frozenset({"set_aside", "unsent", "groups_wrong"})


def health_app(vitals: Callable[[], Awaitable[Vitals]]) -> web.Application:
    """The pages; ``vitals`` measures anew for each look.

    ``/healthz`` is 200 with ``{"status": "ok"}``, or 503 with what is wrong and the number that shows it.
    """

    async def healthz(_: web.Request) -> web.Response:
        try:
            problems = dict((await vitals()).problems)
        except StorageError as error:
            return web.json_response({"status": "failing", "problems": {type(error).__name__: 1}}, status=503)
        # What was set aside and what was done in a group wait for a person, not for a restart.
        failing = not _FOR_A_PERSON.issuperset(problems)
        status = "failing" if failing else "attention" if problems else "ok"
        return web.json_response({"status": status, "problems": problems}, status=503 if failing else 200)

    async def metrics(_: web.Request) -> web.Response:
        return web.Response(body=render(await vitals()), content_type="text/plain", charset="utf-8")

    app = web.Application()
    app.router.add_get("/healthz", healthz)
    app.router.add_get("/metrics", metrics)
    return app
