"""A chat platform in a box: a server that speaks the Bot API, and a page with the chats of a few people.

It knows nothing of the mailbox: no rules, no tickets, only what Telegram knows. See ``sandbox.py``.
"""

from __future__ import annotations

from sandbox.clock import SandboxClock
from sandbox.sandbox import TOKEN, Sandbox
from sandbox.world import Impossible, Upload, World

__all__ = ["TOKEN", "Impossible", "Sandbox", "SandboxClock", "Upload", "World"]
