"""What the bot can call, by name: one table for each subject."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

from sandbox.methods import about, chats, copying, editing, media, sending, topics
from sandbox.records import Json
from sandbox.world import World

Method = Callable[[World, Json], Any | Awaitable[Any]]
"""Carries out a call with its decoded parameters and gives its result; raises ``Refusal``."""

METHODS: dict[str, Method] = {
    **about.METHODS,
    **chats.METHODS,
    **copying.METHODS,
    **editing.METHODS,
    **media.METHODS,
    **sending.METHODS,
    **topics.METHODS,
}
