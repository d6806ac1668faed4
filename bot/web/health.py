"""``/healthz`` and ``/metrics`` for whoever watches the program from outside."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterable

from aiohttp import web

from bot.flow.vitals import Vitals
from bot.web.metrics import render

FOR_A_PERSON = frozenset({"set_aside", "unsent", "groups_wrong", "room_low"})
"""What was set aside, what was done in a group and little room wait for a person, not for a restart."""


def is_failing(problems: Iterable[str]) -> bool:
    """Whether these are for the program to be started anew, or for nobody; not all of them wait for a person."""
    return not FOR_A_PERSON.issuperset(problems)


def health_app(vitals: Callable[[], Awaitable[Vitals]]) -> web.Application:
    """The pages; ``vitals`` measures anew for each look.

    ``/healthz`` is 200 with ``{"status": "ok"}``, or 503 with what is wrong and the number that shows it.
    """

    async def healthz(_: web.Request) -> web.Response:
        problems = dict((await vitals()).problems)
        failing = is_failing(problems)
        status = "failing" if failing else "attention" if problems else "ok"
        return web.json_response({"status": status, "problems": problems}, status=503 if failing else 200)

    async def metrics(_: web.Request) -> web.Response:
        return web.Response(body=render(await vitals()), content_type="text/plain", charset="utf-8")

    app = web.Application()
    app.router.add_get("/healthz", healthz)
    app.router.add_get("/metrics", metrics)
    return app
