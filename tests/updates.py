"""Updates that no person would send: made from the published types of the Bot API, then bent.

Every kind of message and of update, fields missing, of other types, absurdly large, texts of every script. The same
seed makes the same updates. What a platform can't say about somebody else is left alone: in a known person's private
chat nobody else speaks, and a group that stories need is not declared to be another one.
"""

from __future__ import annotations

import random
import types
import typing
from collections.abc import Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import cache
from typing import Any

from pydantic import BaseModel

from tests import published

Json = dict[str, Any]

TEXTS = (
    "",
    " ",
    "\n\n\n",
    "食堂的菜太咸了",
    "/start",
    "/start " + "A" * 64,
    "/start u-WS1",
    "/my@other_bot",
    "/cancel",
    "/" + "x" * 4000,
    "//",
    "/\u202e",
    "مرحبا بالعالم، الطعام مالح جدا",
    "\u202eכתוב הפוך\u202c ABC",
    "\u200b\u200c\u200d\u2060\ufeff",
    "a\u0300\u0301\u0302\u0303" * 200,
    "👩‍👩‍👧‍👦🏳️‍🌈🇨🇳" * 20,
    "\ud83d",
    "\udc00 half \ud800",
    "\ud83d\udc4d",
    "\0",
    "NUL\0in\0words",
    "\x01\x02\x1b[31m\x7f\x85",
    "𠀀𠮷䶵龘" * 50,
    "长" * 4096,
    "😀" * 4096,
    "=1+1",
    "'; DROP TABLE tickets; --",
    "<b>&lt;</b> *_[`",
    "SJ-2026-0001",
    "SJ-99999999999999999999-0",
    "ABCD EFGH JKMN",
    "https://t.me/x?start=y",
    "{ $number }",
    "%s %(name)s {0}",
    "１２３４５６７８９０",
    "٣٤٥",
    "-0",
)
NUMBERS = (0, 1, -1, 42, 2**31 - 1, 2**31, -(2**31), 2**52, 2**53 + 1, 2**63 - 1, -(2**63), 2**63, 2**64, 10**30)
OTHER_TYPES: tuple[Any, ...] = (
    None,
    True,
    False,
    "",
    "1",
    "text",
    0,
    -1,
    1.5,
    1e300,
    [],
    {},
    [[]],
    [None],
    {"a": None},
    "\0",
    [1, "2", {"3": [4]}],
)
_MOVES = frozenset({"migrate_to_chat_id", "migrate_from_chat_id"})
_KINDS: Mapping[str, int] = {
    "message": 60,
    "callback_query": 20,
    "edited_message": 12,
    "my_chat_member": 5,
    "channel_post": 2,
    "edited_channel_post": 2,
}
"""What is asked for, by how often it comes here; any other kind comes a few times in a hundred."""


@dataclass(frozen=True)
class Chat:
    """A chat that exists: ``members`` are the people who can speak there, ``threads`` its topics."""

    fields: Json
    members: tuple[Json, ...]
    threads: tuple[int, ...] = ()

    @property
    def private(self) -> bool:
        return bool(self.fields["type"] == "private")


@dataclass
class Surroundings:
    """What is there when an update is made: chats, and in each the messages and the data of buttons seen."""

    chats: Sequence[Chat]
    messages: dict[int, list[int]] = field(default_factory=dict)
    data: list[str] = field(default_factory=list)
    now: int = 1_772_413_200


@cache
def _fields(model: type[BaseModel]) -> tuple[tuple[str, bool, Any], ...]:
    return tuple((each.alias or name, each.is_required(), each.annotation) for name, each in model.model_fields.items())


class Updates:
    """Makes updates; ``around`` may be changed between two of them."""

    def __init__(self, seed: int, around: Surroundings) -> None:
        self.random = random.Random(seed)
        self.around = around
        self._contents = [name for name, required, _ in _fields(published.types.Message) if not required]
        self._content_types = {name: wanted for name, _, wanted in _fields(published.types.Message)}
        self._other_kinds = [
            (name, wanted)
            for name, required, wanted in _fields(published.types.Update)
            if not required and name not in _KINDS
        ]
        self._next = 900_000

    def make(self) -> tuple[str, Any, Chat | None]:
        """The kind of an update, its content, and the chat that exists and that it claims to come from."""
        choose = self.random
        if choose.random() < 0.04:
            name, wanted = choose.choice(self._other_kinds)
            return name, self._value(wanted, 0), None
        kind = choose.choices(list(_KINDS), list(_KINDS.values()))[0]
        chat = choose.choice(self.around.chats) if choose.random() < 0.8 else None
        if kind == "callback_query":
            body = self._press(chat)
        elif kind == "my_chat_member":
            body = self._membership(chat)
        else:
            body = self._message(chat)
            if kind == "edited_message":
                body["edit_date"] = self.around.now
                body["message_id"] = self._shown(chat)
        if choose.random() < 0.35:
            self._bend(body, chat)
        if choose.random() < 0.02:
            return kind, self._other(), None
        return kind, body, chat

    def _message(self, chat: Chat | None) -> Json:
        choose = self.random
        self._next += 1
        body: Json = {"message_id": self._next, "date": self.around.now, **self._place(chat)}
        if choose.random() < 0.3:
            body["text"] = self._text()
        for name in choose.sample(self._contents, choose.choice((1, 1, 1, 2, 4))):
            # That a group goes on under another number is the platform's word alone, and is believed.
            value = self._text() if name in _MOVES else self._value(self._content_types[name], 0)
            body.setdefault(name, value)
        if choose.random() < 0.1:
            body["media_group_id"] = choose.choice(("1", "2", "\0", "9" * 300))
        if choose.random() < 0.25:
            body["reply_to_message"] = {"message_id": self._shown(chat), "date": 0, "chat": body["chat"]}
        if chat is not None and chat.threads and choose.random() < 0.6:
            body["message_thread_id"] = choose.choice(chat.threads)
            body["is_topic_message"] = True
        return body

    def _place(self, chat: Chat | None) -> Json:
        if chat is None:
            return {
                "chat": self._value(published.types.Chat, 0),
                "from": self._value(published.types.User, 0),
            }
        return {"chat": dict(chat.fields), "from": dict(self.random.choice(chat.members))}

    def _shown(self, chat: Chat | None) -> int:
        seen = [] if chat is None else self.around.messages.get(chat.fields["id"], [])
        return self.random.choice(seen) if seen and self.random.random() < 0.8 else self.random.choice(NUMBERS)

    def _press(self, chat: Chat | None) -> Json:
        choose = self.random
        place = self._place(chat)
        body: Json = {
            "id": str(choose.getrandbits(63)),
            "from": place["from"],
            "chat_instance": "1",
            "message": {"message_id": self._shown(chat), "date": choose.choice((0, self.around.now)), **place},
        }
        shape = choose.random()
        if shape < 0.55 and self.around.data:
            body["data"] = choose.choice(self.around.data)
        elif shape < 0.8 and self.around.data:
            body["data"] = self._forged(choose.choice(self.around.data))
        elif shape < 0.95:
            body["data"] = self._text()
        if choose.random() < 0.1:
            body.pop("message")
            body["inline_message_id"] = self._text()
        return body

    def _forged(self, data: str) -> str:
        """A verb that exists with arguments that nobody was given."""
        choose = self.random
        verb, *arguments = data.split(":")
        others = (
            "0",
            "-1",
            "999999999999999999",
            "9" * 40,
            "x",
            "",
            ".",
            "named",
            "٣",
            "１",
            "²",
            "1.5",
            "\0",
            "\ud800",
        )
        for position in range(len(arguments)):
            if choose.random() < 0.6:
                arguments[position] = choose.choice(others)
        if choose.random() < 0.3:
            arguments = arguments[: choose.randrange(len(arguments) + 1)] if arguments else []
        if choose.random() < 0.2:
            arguments.append(choose.choice(others))
        return ":".join((verb, *arguments))

    def _membership(self, chat: Chat | None) -> Json:
        statuses = ("member", "left", "kicked", "administrator", "restricted", "creator", "", "\0")
        me = {"id": 0, "is_bot": True, "first_name": "bot"}
        # Whoever is in a group of a story stays there; a private chat may be stopped and begun again.
        chosen = ("administrator",) if chat is not None and not chat.private else statuses
        return {
            **self._place(chat),
            "date": self.around.now,
            "old_chat_member": {"status": self.random.choice(chosen), "user": me},
            "new_chat_member": {"status": self.random.choice(chosen), "user": me, **_ALL_RIGHTS},
        }

    def _bend(self, body: Json, chat: Chat | None) -> None:
        """Take things away, put other types in their place, add what nobody knows."""
        choose = self.random
        for _ in range(choose.choice((1, 1, 2, 5))):
            inside = body
            while choose.random() < 0.5:
                parts = [
                    each for name, each in inside.items() if isinstance(each, dict) and each and name not in _RIGHTLY
                ]
                if not parts:
                    break
                inside = choose.choice(parts)
            # Who speaks where is the platform's word: it may be missing or make no sense, but it is not another's.
            names = [
                each for each in inside if each not in _MOVES and not (chat is not None and each in ("id", "type"))
            ]
            if not names:
                continue
            name = choose.choice(names)
            way = choose.random()
            if way < 0.4:
                inside.pop(name)
            elif way < 0.8:
                inside[name] = self._other()
            else:
                inside[choose.choice(("new_in_11_0", "", "\0", "text "))] = self._other()

    def _other(self) -> Any:
        # A copy: what is put inside one value must not be in the next.
        return deepcopy(self.random.choice(OTHER_TYPES))

    def _text(self) -> str:
        choose = self.random
        way = choose.random()
        if way < 0.7:
            return choose.choice(TEXTS)
        if way < 0.9:
            return "".join(choose.choice(TEXTS)[:20] for _ in range(choose.randrange(1, 6)))
        return "".join(
            chr(choose.choice((choose.randrange(0x20, 0x250), choose.randrange(0x10FFFF)))) for _ in range(40)
        )

    def _value(self, wanted: Any, depth: int) -> Any:
        """A value of a type of the Bot API, as JSON."""
        choose = self.random
        origin = typing.get_origin(wanted)
        if origin in (typing.Union, types.UnionType):
            return self._value(
                choose.choice([each for each in typing.get_args(wanted) if each is not type(None)]), depth
            )
        if origin is list:
            length = choose.choice((0, 1, 1, 2, 40)) if depth < 2 else choose.choice((0, 1))
            return [self._value(typing.get_args(wanted)[0], depth + 1) for _ in range(length)]
        if origin is typing.Literal:
            return choose.choice(typing.get_args(wanted))
        if isinstance(wanted, type) and issubclass(wanted, BaseModel):
            return self._object(wanted, depth)
        return deepcopy(choose.choice(self._simple(wanted))) if wanted is not str else self._text()

    def _simple(self, wanted: Any) -> Sequence[Any]:
        simple: dict[Any, Sequence[Any]] = {
            bool: (True, False),
            int: NUMBERS,
            float: (0.0, -0.0, 31.2, -181.5, 1e300, 5e-324),
            datetime: (0, self.around.now, *NUMBERS),
            timedelta: NUMBERS,
        }
        return simple.get(wanted, OTHER_TYPES)

    def _object(self, model: type[BaseModel], depth: int) -> Json:
        often = (0.4, 0.2, 0.08, 0.0)[min(depth, 3)]
        if depth > 6:
            return {}
        return {
            name: self._value(wanted, depth + 1)
            for name, required, wanted in _fields(model)
            if required or self.random.random() < often
        }


_RIGHTLY = frozenset({"from"})
_ALL_RIGHTS = {"can_manage_topics": True, "can_pin_messages": True, "can_delete_messages": True}
