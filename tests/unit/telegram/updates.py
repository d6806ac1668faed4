"""Updates as the Bot API sends them, for the tests of reading."""

from __future__ import annotations

import json
from typing import Any

from bot.channels.telegram.reading import Reader
from handlers.core.vocabulary import Incoming

Json = dict[str, Any]
ME = "700001"
READER = Reader(ME, "shuji_bot")
LI = {
    "id": 5_000_000_001,
    "is_bot": False,
    "first_name": "李",
    "last_name": "梅",
    "username": "limei",
    "language_code": "zh-hans",
}
PRIVATE = {"id": LI["id"], "type": "private", "first_name": "李"}
FORUM = {"id": -1_001_234_567_890, "type": "supergroup", "title": "后勤信箱", "is_forum": True}
GROUP = {"id": -1_009_999_999_999, "type": "supergroup", "title": "没有话题的群"}
BOT = {"id": int(ME), "is_bot": True, "first_name": "书记信箱", "username": "shuji_bot"}
AT = 1_800_000_000


def message(**parts: Any) -> Json:
    made = {"message_id": 42, "date": 1_799_999_999, "chat": PRIVATE, "from": LI, **parts}
    return {name: value for name, value in made.items() if value is not None}


def update(**parts: Any) -> Json:
    return {"update_id": 1001, **parts}


def read(value: Any, reader: Reader = READER) -> tuple[Incoming, ...]:
    return reader.read(json.dumps(value), AT)


def one(value: Any, reader: Reader = READER) -> Incoming:
    (event,) = read(value, reader)
    return event


def said(**parts: Any) -> Incoming:
    return one(update(message=message(**parts)))
