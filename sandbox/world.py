"""The platform as the program and tests meet it: one bot, its chats, and everything that people can do in them."""

from __future__ import annotations

from sandbox.description import Upload
from sandbox.groups import Groups
from sandbox.records import Chat, ChatKind, Message, Status, Topic, User
from sandbox.talk import Impossible, Query, Toast


class World(Groups):
    """Users, groups, topics and messages; see ``state.py``, ``talk.py`` and ``groups.py`` for what there is to do."""


__all__ = [
    "Chat",
    "ChatKind",
    "Impossible",
    "Message",
    "Query",
    "Status",
    "Toast",
    "Topic",
    "Upload",
    "User",
    "World",
]
