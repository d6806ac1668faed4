"""What a person does on the page, by name: one function for each, which the world carries out or finds impossible."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from sandbox.methods.sending import poll
from sandbox.records import Chat, Json, User
from sandbox.world import Impossible, Query, Upload, World

_STICKER = b"RIFF\x1a\0\0\0WEBPVP8L\x0d\0\0\0\x2f\0\0\0\x10\x07\x10\x11\x11\x88\x88\xfe\x07\0"


@dataclass(frozen=True, slots=True)
class Deed:
    """Who does it and where, with everything else that the page says about it."""

    world: World
    user: User
    chat: Chat
    thread: int | None
    facts: Mapping[str, Any] = field(default_factory=dict)

    def text(self, name: str = "text") -> str:
        """A text among the facts."""
        value = self.facts.get(name)
        # Half of a character, which JSON can carry, would be no text any more.
        return value.encode("utf-8", "replace").decode() if isinstance(value, str) else ""

    def number(self, name: str) -> int | None:
        """A whole number among the facts."""
        value = self.facts.get(name)
        return value if isinstance(value, int) and not isinstance(value, bool) else None

    @property
    def message(self) -> int:
        """The message that it is about.

        Raises:
            Impossible: none is named.
        """
        found = self.number("message")
        if found is None:
            raise Impossible("没有指明哪条消息")
        return found

    @property
    def messages(self) -> list[int]:
        """The messages that it is about: an album is several."""
        several = self.facts.get("messages")
        if isinstance(several, list) and several and all(isinstance(each, int) for each in several):
            return list(several)
        return [self.message]

    @property
    def topic(self) -> int:
        """The topic that it is about.

        Raises:
            Impossible: none is named.
        """
        if self.thread is None:
            raise Impossible("没有指明哪个话题")
        return self.thread


def read(world: World, given: Mapping[str, Any]) -> Deed:
    """What a request of the page names.

    Raises:
        Impossible: there is no such person or chat.
    """
    user = world.users.get(_id(given.get("as")))
    if user is None:
        raise Impossible("没有这个人")
    chat = world.chats.get(_id(given.get("chat")) or user.id)
    if chat is None:
        raise Impossible("没有这个会话")
    return Deed(world, user, chat, _id(given.get("thread")) or None, given)


def _id(value: Any) -> int:
    try:
        return int(value)
    except (TypeError, ValueError):
        return 0


def _send(deed: Deed) -> Json:
    message = deed.world.say(deed.user, deed.chat, deed.text(), thread=deed.thread, reply_to=deed.number("reply_to"))
    return {"id": message.id}


def _press(deed: Deed) -> Query:
    return deed.world.press(deed.user, deed.chat, deed.message, deed.text("data"))


def _edit(deed: Deed) -> Json:
    return {"id": deed.world.edit(deed.user, deed.chat, deed.message, deed.text()).id}


def _delete(deed: Deed) -> Json:
    return {"ids": deed.world.delete(deed.user, deed.chat, deed.messages)}


def _react(deed: Deed) -> Json:
    deed.world.react(deed.user, deed.chat, deed.message, deed.text("emoji") or None)
    return {}


def _pin(deed: Deed) -> Json:
    deed.world.pin(deed.user, deed.chat, deed.message)
    return {}


def _forward(deed: Deed) -> Json:
    target = deed.number("to_chat")
    if target is None or target not in deed.world.chats:
        raise Impossible("没有指明转发到哪里")
    ids = [
        deed.world.forward(deed.user, deed.chat, each, target, thread=deed.number("to_thread")).id
        for each in sorted(deed.messages)
    ]
    return {"ids": ids}


def _start(deed: Deed) -> Json:
    return {"id": deed.world.start(deed.user, deed.text("payload")).id}


def _block(deed: Deed) -> Json:
    deed.world.block(deed.user)
    return {}


def _unblock(deed: Deed) -> Json:
    deed.world.unblock(deed.user)
    return {}


def _topic_open(deed: Deed) -> Json:
    return {"thread": deed.world.topic_open(deed.user, deed.chat, deed.text("name")).id}


def _topic_close(deed: Deed) -> Json:
    deed.world.topic_close(deed.user, deed.chat, deed.topic)
    return {}


def _topic_reopen(deed: Deed) -> Json:
    deed.world.topic_close(deed.user, deed.chat, deed.topic, closed=False)
    return {}


def _topic_rename(deed: Deed) -> Json:
    deed.world.topic_rename(deed.user, deed.chat, deed.topic, deed.text("name"))
    return {}


def _topic_delete(deed: Deed) -> Json:
    deed.world.topic_delete(deed.user, deed.chat, deed.topic)
    return {}


def _sticker(deed: Deed) -> Json:
    upload = Upload("sticker.webp", _STICKER, "image/webp")
    (message,) = deed.world.send(
        deed.user, deed.chat, upload, kind="sticker", thread=deed.thread, emoji=deed.text("emoji") or "👍"
    )
    return {"id": message.id}


def _share(deed: Deed, content: Json) -> Json:
    message = deed.world.share(deed.user, deed.chat, content, thread=deed.thread, reply_to=deed.number("reply_to"))
    return {"id": message.id}


def _location(deed: Deed) -> Json:
    latitude, longitude = deed.facts.get("latitude"), deed.facts.get("longitude")
    if not isinstance(latitude, int | float) or not isinstance(longitude, int | float):
        raise Impossible("经纬度要写数字")
    if abs(latitude) > 90 or abs(longitude) > 180:
        raise Impossible("没有这样的经纬度")
    return _share(deed, {"location": {"latitude": latitude, "longitude": longitude}})


def _contact(deed: Deed) -> Json:
    name, phone = deed.text("first_name") or deed.text("name"), deed.text("phone")
    if not name.strip() or not phone.strip():
        raise Impossible("姓名和电话都要写")
    return _share(deed, {"contact": {"phone_number": phone.strip(), "first_name": name.strip()}})


def _poll(deed: Deed) -> Json:
    options = deed.facts.get("options")
    texts = [str(each) for each in options if str(each).strip()] if isinstance(options, list) else []
    if not deed.text("question").strip() or len(texts) < 2:
        raise Impossible("投票要有问题和至少两个选项")
    return _share(deed, {"poll": poll(deed.text("question")[:300], texts[:12])})


def _read(_: Deed) -> Json:
    # What somebody has read is the page's own affair: bots are not told.
    return {}


DEEDS: Mapping[str, Callable[[Deed], Json | Query]] = {
    "send": _send,
    "press": _press,
    "edit": _edit,
    "delete": _delete,
    "react": _react,
    "pin": _pin,
    "forward": _forward,
    "read": _read,
    "start": _start,
    "block": _block,
    "unblock": _unblock,
    "topic_open": _topic_open,
    "topic_close": _topic_close,
    "topic_reopen": _topic_reopen,
    "topic_rename": _topic_rename,
    "topic_delete": _topic_delete,
    "sticker": _sticker,
    "location": _location,
    "contact": _contact,
    "poll": _poll,
}
