"""What people do in chats: write, send files, press, edit, delete, react. The bot hears of it by its feed."""

from __future__ import annotations

import mimetypes
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import count
from typing import Any

from sandbox.description import Upload
from sandbox.entities import marks, units
from sandbox.records import IN_GROUP, Chat, Json, Message, Status, User
from sandbox.state import GENERAL, State

TEXT = 4096
CAPTION = 1024
ALBUM = 10
EDITABLE_SECONDS = 48 * 3600
"""How long people can change what they wrote."""
QUERY_SECONDS = 300
"""How long a press waits for its answer, on the sandbox's clock."""
SELDOM_SHARED = ("voice", "video_note", "sticker", "animation")


class Impossible(Exception):
    """A client would not let a person do this; the text says why, in Chinese."""


@dataclass(frozen=True, slots=True)
class Toast:
    """What a press was answered with; ``text`` may be empty."""

    text: str
    alert: bool = False


@dataclass(slots=True)
class Query:
    """A press that waits for its answer."""

    id: str
    user: User
    at: int
    toast: Toast | None = None


class Talk(State):
    """The world with people who talk in it."""

    def __init__(self, *arguments: Any, **facts: Any) -> None:
        super().__init__(*arguments, **facts)
        self.queries: dict[str, Query] = {}
        self._query_ids = count(4_611_686_018_427_000_001)

    # May they?

    def _enter(self, user: User, chat: Chat, thread: int | None) -> int | None:
        """See that a person can write there; gives the topic's id, None where there is none."""
        if chat.private:
            if user is not chat.user:
                raise Impossible("这是别人与机器人的私聊")
            if user.blocked_bot:
                raise Impossible("您已停用机器人，请先重新启用")
            user.started = user.met = True
            return None
        if chat.migrated_to is not None:
            raise Impossible("该群已升级为超级群")
        if chat.members.get(user.id) not in IN_GROUP:
            raise Impossible("您不在这个群里")
        user.met = user.met or chat.bot in IN_GROUP
        admin = chat.members[user.id] in (Status.CREATOR, Status.ADMINISTRATOR)
        if thread is None or thread == GENERAL or not chat.forum:
            if chat.forum and chat.general_closed and not admin:
                raise Impossible("话题已关闭")
            return None
        topic = chat.topics.get(thread)
        if topic is None or topic.deleted:
            raise Impossible("话题不存在")
        if topic.closed and not admin:
            raise Impossible("话题已关闭")
        return thread

    def _shown(self, chat: Chat, message_id: int) -> Message:
        found = chat.messages.get(message_id)
        if found is None:
            raise Impossible("消息不存在")
        return found

    def _own(self, user: User, chat: Chat, message_id: int) -> Message:
        message = self._shown(chat, message_id)
        if message.sender is not user or message.service:
            raise Impossible("这不是您发的消息")
        return message

    # Writing.

    def say(
        self,
        user: int | User,
        chat: int | Chat,
        text: str,
        *,
        thread: int | None = None,
        reply_to: int | None = None,
    ) -> Message:
        """A text. One that is too long for a message leaves as several, as every client does; gives the last."""
        user, chat = self.user(user), self.chat(chat)
        parts = list(_parts(text.strip(), TEXT))
        if not parts:
            raise Impossible("不能发送空消息")
        sent = [self._send(user, chat, _worded("text", part), thread, reply_to) for part in parts]
        return sent[-1]

    def send(
        self,
        user: int | User,
        chat: int | Chat,
        *files: Upload,
        kind: str | None = "document",
        caption: str = "",
        thread: int | None = None,
        reply_to: int | None = None,
        **facts: Any,
    ) -> list[Message]:
        """Files; several are an album, ten the most for one. ``kind`` None: what a client makes of each file."""
        user, chat = self.user(user), self.chat(chat)
        if units(caption) > CAPTION:
            raise Impossible("说明文字太长")
        if not files or any(not each.content for each in files):
            raise Impossible("不能发送空文件")
        sent: list[Message] = []
        for start in range(0, len(files), ALBUM):
            part = files[start : start + ALBUM]
            album = self.album() if len(part) > 1 and kind not in SELDOM_SHARED else None
            for position, each in enumerate(part):
                stored = self.files.add_from_person(
                    kind or kind_of(each.mime, each.name), each.name, each.content, each.mime, **facts
                )
                content = stored.content_of_message()
                if caption and start == 0 and position == 0:
                    content |= _worded("caption", caption)
                sent.append(self._send(user, chat, content, thread, reply_to, album=album))
        return sent

    def share(
        self,
        user: int | User,
        chat: int | Chat,
        content: Json,
        *,
        thread: int | None = None,
        reply_to: int | None = None,
    ) -> Message:
        """Anything else, by the fields of the Bot API's Message: ``location``, ``contact``, ``poll`` …"""
        return self._send(self.user(user), self.chat(chat), content, thread, reply_to)

    def forward(
        self, user: int | User, source: int | Chat, message_id: int, chat: int | Chat, *, thread: int | None = None
    ) -> Message:
        """Pass on a message that one can see, which shows who wrote it."""
        user, source, chat = self.user(user), self.chat(source), self.chat(chat)
        message = self._shown(source, message_id)
        if message.protected or message.service:
            raise Impossible("这条消息不能转发")
        origin = message.forward_origin or {
            "type": "user",
            "date": message.date,
            "sender_user": message.sender.brief(),
        }
        return self._send(user, chat, message.content, thread, None, forward_origin=origin)

    def forward_from(
        self, user: int | User, chat: int | Chat, content: Json, origin: Json, *, thread: int | None = None
    ) -> Message:
        """Pass on something from elsewhere; ``origin`` is the Bot API's MessageOrigin."""
        return self._send(self.user(user), self.chat(chat), content, thread, None, forward_origin=origin)

    def _send(
        self, user: User, chat: Chat, content: Json, thread: int | None, reply_to: int | None, **facts: Any
    ) -> Message:
        thread = self._enter(user, chat, thread)
        if reply_to is not None:
            self._shown(chat, reply_to)
        message = self.post(chat, user, content, thread=thread, in_topic=thread is not None, reply_to=reply_to, **facts)
        self.tell("message", message)
        return message

    # Changing what was written.

    def edit(self, user: int | User, chat: int | Chat, message_id: int, text: str) -> Message:
        """Change the text or caption of one's own message. The bot hears of it."""
        user, chat = self.user(user), self.chat(chat)
        message = self._own(user, chat, message_id)
        name = "text" if "text" in message.content else "caption"
        if not text.strip() and name == "text":
            raise Impossible("不能发送空消息")
        if units(text) > (TEXT if name == "text" else CAPTION):
            raise Impossible("文字太长")
        if self.clock.now() - message.date > EDITABLE_SECONDS:
            raise Impossible("超过 48 小时的消息不能修改")
        if message.forward_origin is not None or "poll" in message.content or "location" in message.content:
            raise Impossible("这条消息不能修改")
        words = ("text", "entities", "caption", "caption_entities")
        kept = {key: value for key, value in message.content.items() if key not in words}
        message.content = kept | (_worded(name, text.strip()) if text.strip() else {})
        message.edited = self.clock.now()
        self.changed("edited", message)
        self.tell("edited_message", message)
        return message

    def delete(self, user: int | User, chat: int | Chat, ids: Iterable[int]) -> list[int]:
        """Take messages away for everyone: one's own, in a private chat any, as a group's administrator any."""
        user, chat = self.user(user), self.chat(chat)
        admin = chat.members.get(user.id) in (Status.CREATOR, Status.ADMINISTRATOR)
        ids = list(ids)
        if not chat.private and not admin:
            for each in ids:
                self._own(user, chat, each)
        return self.remove(chat, ids)

    def react(self, user: int | User, chat: int | Chat, message_id: int, emoji: str | None) -> Message:
        """Put one's reaction on a message, or take it off."""
        user, chat = self.user(user), self.chat(chat)
        message = self._shown(chat, message_id)
        old = message.reactions.pop(user.id, None)
        if emoji:
            message.reactions[user.id] = emoji
        self.changed("reaction", message)
        if chat.private or chat.bot_is_admin:
            body: Json = {
                "chat": chat.brief(),
                "message_id": message.id,
                "user": user.brief(),
                "date": self.clock.now(),
                "old_reaction": _reaction(old),
                "new_reaction": _reaction(emoji),
            }
            self.feed.add("message_reaction", body, chat.id)
        return message

    def pin(self, user: int | User, chat: int | Chat, message_id: int) -> None:
        """Pin a message by hand."""
        user, chat = self.user(user), self.chat(chat)
        if not chat.private and chat.members.get(user.id) not in (Status.CREATOR, Status.ADMINISTRATOR):
            raise Impossible("只有管理员可以置顶")
        self.put_pin(chat, user, self._shown(chat, message_id))

    def put_pin(self, chat: Chat, actor: User, message: Message) -> None:
        """Pin a message, which everyone in the chat is shown."""
        pinned = chat.pinned.setdefault(message.thread or 0 if message.in_topic else 0, [])
        if message.id in pinned:
            return
        pinned.append(message.id)
        self.changed("pinned", message)
        self.serve(
            chat, actor, {"pinned_message": message.render(reply=False)}, message.thread if message.in_topic else None
        )

    # Pressing.

    def press(self, user: int | User, chat: int | Chat, message_id: int, data: str) -> Query:
        """Press a button, whether or not it is (still) there: a client can be made to send anything."""
        user, chat = self.user(user), self.chat(chat)
        if chat.private and user is not chat.user:
            raise Impossible("这是别人与机器人的私聊")
        if not chat.private and chat.members.get(user.id) not in IN_GROUP:
            raise Impossible("您不在这个群里")
        query = Query(str(next(self._query_ids)), user, self.clock.now())
        self.queries[query.id] = query
        message = chat.messages.get(message_id)
        shown = {"chat": chat.brief(), "message_id": message_id, "date": 0} if message is None else message.render()
        body = {
            "id": query.id,
            "from": user.brief(),
            "message": shown,
            "chat_instance": str(7_000_000_000 + abs(chat.id)),
            "data": data,
        }
        self.feed.add("callback_query", body, chat.id)
        return query

    def press_label(self, user: int | User, chat: int | Chat, message_id: int, label: str) -> Query:
        """Press the button with these words.

        Raises:
            Impossible: the message has none.
        """
        chat = self.chat(chat)
        for button in buttons(self._shown(chat, message_id)):
            if button["text"] == label and "callback_data" in button:
                return self.press(user, chat, message_id, button["callback_data"])
        raise Impossible(f"没有“{label}”按钮")


def buttons(message: Message) -> list[Json]:
    """Every button under a message, row after row."""
    return [each for row in (message.markup or {}).get("inline_keyboard", ()) for each in row]


def kind_of(mime: str, name: str) -> str:
    """What a client sends a file as: pictures and films as such, everything else as a document."""
    mime = mime or mimetypes.guess_type(name)[0] or ""
    if mime in ("image/jpeg", "image/png", "image/webp"):
        return "photo"
    return "animation" if mime == "image/gif" else "video" if mime.startswith("video/") else "document"


def _reaction(emoji: str | None) -> list[Json]:
    return [{"type": "emoji", "emoji": emoji}] if emoji else []


def _worded(name: str, text: str) -> Json:
    made: Json = {name: text}
    found = marks(text)
    if found:
        made["entities" if name == "text" else "caption_entities"] = found
    return made


def _parts(text: str, most: int) -> Iterable[str]:
    start = 0
    while start < len(text):
        end = min(start + most, len(text))
        while units(text[start:end]) > most:
            end -= max(1, (units(text[start:end]) - most) // 2)
        yield text[start:end]
        start = end
