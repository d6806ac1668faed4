"""The bot itself, and how it hears of what happens: fetching, or having it brought."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any
from urllib.parse import urlsplit

from sandbox.methods.places import whole
from sandbox.records import Json
from sandbox.refusal import bad
from sandbox.world import World

_SECRET = re.compile(r"[A-Za-z0-9_-]{1,256}")


def _me(world: World, _: Json) -> Json:
    return world.bot.brief() | {
        "can_join_groups": True,
        "can_read_all_group_messages": world.bot_reads_all,
        "supports_inline_queries": False,
        "can_connect_to_business": False,
        "has_main_web_app": False,
        "has_topics_enabled": False,
    }


async def _updates(world: World, given: Json) -> list[Json]:
    allowed = given.get("allowed_updates")
    if allowed is not None and not isinstance(allowed, list):
        raise bad("can't parse allowed updates")
    world.feed.allow(allowed)
    return await world.feed.get(
        whole(given, "offset", 0) or 0, whole(given, "limit", 100) or 100, whole(given, "timeout", 0) or 0
    )


def _set_webhook(world: World, given: Json) -> bool:
    url = str(given.get("url") or "")
    if not url:
        return _delete_webhook(world, given)
    parts = urlsplit(url)
    here = parts.hostname in ("127.0.0.1", "localhost", "::1")
    # Telegram wants HTTPS; a server of one's own, which this is, takes plain addresses of the same machine.
    if parts.scheme != "https" and not (parts.scheme == "http" and here):
        raise bad("bad webhook: An HTTPS URL must be provided for webhook")
    if not here:
        raise bad("bad webhook: nothing leaves the sandbox")
    secret = str(given.get("secret_token") or "")
    if secret and not _SECRET.fullmatch(secret):
        raise bad("secret token contains unallowed characters")
    if given.get("drop_pending_updates"):
        world.feed.forget(len(world.feed.pending))
    world.feed.allow(given.get("allowed_updates"))
    world.webhook.set(url, secret, whole(given, "max_connections", 40) or 40)
    return True


def _delete_webhook(world: World, given: Json) -> bool:
    if given.get("drop_pending_updates"):
        world.feed.forget(len(world.feed.pending))
    world.webhook.take_off()
    return True


def _webhook_info(world: World, _: Json) -> Json:
    return world.webhook.info()


def _true(_: World, __: Json) -> bool:
    return True


METHODS: dict[str, Callable[[World, Json], Any]] = {
    "getMe": _me,
    "getUpdates": _updates,
    "setWebhook": _set_webhook,
    "deleteWebhook": _delete_webhook,
    "getWebhookInfo": _webhook_info,
    "close": _true,
    "logOut": _true,
}
