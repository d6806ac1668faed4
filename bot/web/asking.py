"""Asking a running mailbox for its health page, at the address that the settings name."""

from __future__ import annotations

import json
from collections.abc import Mapping

import aiohttp

from bot.assembly import listening

_SECONDS = 8.0
_EVERYWHERE = {"0.0.0.0": "127.0.0.1", "::": "::1", "": "127.0.0.1"}
"""Who listens everywhere is asked here."""


async def ask_health(address: str) -> Mapping[str, int] | None:
    """What the mailbox that listens at ``address`` says is wrong, by name; empty: all is well. None: nobody answers."""
    host, port = listening(address)
    host = _EVERYWHERE.get(host, host)
    url = f"http://[{host}]:{port}/healthz" if ":" in host else f"http://{host}:{port}/healthz"
    try:
        timeout = aiohttp.ClientTimeout(total=_SECONDS)
        # By no proxy: it is this machine, or one beside it.
        async with aiohttp.ClientSession(timeout=timeout) as session, session.get(url) as answer:
            found = json.loads(await answer.text())["problems"]
            return {str(name): int(number) for name, number in found.items()}
    except (aiohttp.ClientError, TimeoutError, OSError, ValueError, KeyError, TypeError, AttributeError):
        return None
